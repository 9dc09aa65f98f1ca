"""How a line of a pack's `cases.txt` is read: what is written, nothing besides, and a line that is none is refused with its number."""

from datetime import UTC, date, datetime

import pytest

from habeas.law.model.expressions import WrongRuleError
from habeas.law.review.case_lines import read_case, read_lines

TOP = "on = 2026-11-24\nin = us-tx\n$DET = request.kind=detainer request.issuer=ice\n"
LINE = "us-tx.rule | inside | hold | $DET person.minor=T | must"


def read(*lines):
    return list(read_lines(TOP + "\n".join(lines), "the cases of us-tx"))


def test_a_line_has_its_day_and_its_place_from_the_top():
    (own,) = read(LINE)
    assert (own.on, own.place, own.says) == (date(2026, 11, 24), "us-tx", "must")
    assert own.facts == "request.kind=detainer request.issuer=ice person.minor=T"
    assert (own.until, own.owes) == (None, None)


def test_a_line_says_its_own_day_place_end_and_duties():
    (own,) = read(
        f"{LINE} | until 2026-11-26T08:00-07:00 | owes give_copy; if hold | owes tell | on 2025-01-01 | in us-tx-el-paso"
    )
    assert (own.on, own.place) == (date(2025, 1, 1), "us-tx-el-paso")
    assert own.until == "2026-11-26T08:00-07:00"
    assert own.owes == ("give_copy; if hold", "tell")


def test_a_line_that_says_why_is_no_case():
    assert len(read("# because | the statute says so", LINE)) == 1


@pytest.mark.parametrize("line", [
    "us-tx.rule | inside | hold | must",
    f"{LINE} | when 2026-11-24",
    f"{LINE} | on 2026-11-24 | on 2026-11-25",
    f"{LINE} | on yesterday",
    "a note without a mark",
    "under = us-tx",
    "$WARRANT request.kind",
])  # fmt: skip
def test_a_line_that_is_no_case_is_refused_with_its_number(line):
    with pytest.raises(WrongRuleError, match=r"the cases of us-tx, line 4 is no case"):
        read(line)


def test_a_case_without_a_day_or_a_place_is_refused():
    with pytest.raises(WrongRuleError, match="on which day and in which place"):
        list(read_lines("in = us-tx\n" + LINE, "the cases of us-tx"))


def test_what_a_line_does_not_write_is_unknown():
    case = read_case("request.kind=detainer charge: disposition=convicted SERIOUS=?", date(2026, 11, 24), "us-tx")
    assert case.value("request", "issuer") is None
    assert case.charges[0].classes["serious"].value is None
    assert read_case("request.kind=detainer", date(2026, 11, 24), "us-tx").record_complete is None


def test_a_time_is_read_with_its_offset():
    case = read_case("custody.release_at=2026-11-20T22:00+00:00", date(2026, 11, 24), "us-tx")
    assert case.value("custody", "release_at") == datetime(2026, 11, 20, 22, tzinfo=UTC)
