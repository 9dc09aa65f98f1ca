"""A CSV counted in bands gives the account of the whole roster, and keeps nobody."""

from datetime import date
from pathlib import Path

import pytest

from habeas.roster import bands, held
from habeas.roster.bands import counted_account
from habeas.roster.check import account, check
from habeas.roster.profile import load_profile
from habeas.roster.read import read_account

HEADER = (
    "person_id,booking_id,family_name,given_name,date_of_birth,booked_at,released_at,statute,citizenship_on_record\n"
)


def _rows(count: int) -> list[str]:
    """Rows of people whose rows do not stand together, some of which contradict one another."""
    made = []
    for turn in range(3):
        for each in range(count):
            name = "Peña" if each % 3 else "DOE"
            born = "1980-05-06" if each % 7 or not turn else "1981-05-06"
            gone = ("2026-06-01" if turn < 2 else "no day") if each % 5 == 0 else ""
            made.append(f"P{each},B{each}-{turn % 2},{name},JANE,{born},2026-05-0{turn + 1},{gone},PC {200 + each},US")
    return made


def _both(path: Path) -> tuple[dict[str, object], dict[str, object]]:
    layout, day = load_profile("plain").in_zone("America/Los_Angeles"), date(2026, 6, 30)
    tally, rest = counted_account(path, layout, as_of=day)
    assert rest.people == ()
    return account(tally, rest, len), check(read_account(path, layout), day, len)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("hot", [2, 5, 1000])
def test_rows_far_apart_are_counted_as_in_the_whole_roster(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hot: int, end: str
) -> None:
    monkeypatch.setattr(held, "HOT", hot)
    monkeypatch.setattr(bands, "BAND", 4097)
    path = tmp_path / "roster.csv"
    path.write_bytes((HEADER + "\n".join(_rows(200)) + "\n").replace("\n", end).encode("utf-8-sig"))
    banded, whole = _both(path)
    assert banded == whole
    assert whole["refused"] == []
    assert any("contradicts" in each["what"] for each in whole["repaired"])  # type: ignore[attr-defined]
    assert any("on one row and none" in each["what"] for each in whole["repaired"])  # type: ignore[attr-defined]


def test_rows_that_are_nobody_or_torn_are_refused_in_the_same_words(tmp_path: Path) -> None:
    lines = [
        *_rows(20),
        "P7,B7-0,OTHER,JOHN,1980-05-06,,,PC 1,US",
        "torn,row",
        "Printed by: DOE,,,,,,,,",
        "P99,B99,,,,,,,",
    ]
    path = tmp_path / "roster.csv"
    path.write_text(HEADER + "\n".join(lines) + "\n\n", encoding="utf-8")
    banded, whole = _both(path)
    assert banded == whole
    assert len(whole["refused"]) >= 3  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "data",
    [
        (HEADER + "\n".join(_rows(9))).encode("utf-16"),
        (HEADER + "\n".join(_rows(9))).encode("cp1252"),
        (HEADER + "\n".join(_rows(9))).encode() + b"\nP1,B1,DO\xc3",
    ],
)
def test_a_file_that_is_no_plain_utf_8_goes_the_other_way(tmp_path: Path, data: bytes) -> None:
    path, layout = tmp_path / "roster.csv", load_profile("plain")
    path.write_bytes(data)
    tally, rest = counted_account(path, layout)
    whole = read_account(path, layout)
    assert rest == whole
    assert tally.people == 9
