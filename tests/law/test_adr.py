"""The four laws of ADR 0002 are built and decided as the page says."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from habeas.law.engine.evaluate import evaluate
from habeas.law.model import ends as until
from habeas.law.model import expressions, provision
from habeas.law.model import vocabulary as words
from habeas.law.model.ends import end_of
from habeas.law.packs import PACKS
from habeas.law.packs.us.ca.doors import DOORS
from habeas.law.packs.us.ca.terms import JUDICIAL
from tests.law.tables import case
from tests.law.tables import charge as charge_row

PAGE = Path(__file__).parents[2] / "docs" / "adr" / "0002-provisions.md"


@pytest.fixture(scope="module")
def laws() -> dict[str, Any]:
    room: dict[str, Any] = {"JUDICIAL": JUDICIAL, "DOORS": DOORS}
    for module in (expressions, provision, until, words):
        room |= {name: value for name, value in vars(module).items() if not name.startswith("_")}
    for block in re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(block, str(PAGE), "exec"), room)  # noqa: S102 - the page's own blocks are what is tested
    return room


def says(rule, given):
    applies, excepted = evaluate(rule.when, given), evaluate(rule.unless, given)
    if applies is not True or excepted is None:
        return "unknown" if applies is not False else None
    found = rule.otherwise if excepted else rule.outcome
    return found.value if found else None


DETAINER = {
    "request_kind": "detainer",
    "request_issuer": "ice",
    "request_attachments": frozenset({"I-200"}),
    "request_identity_match": True,
    "request_basis": "civil",
    "request_immigration_enforcement": True,
    "request_final_order_of_removal": False,
    "agency_local": True,
}


@pytest.mark.parametrize(
    ("proof", "wanted"), [("none", "must"), ("lawful_status", "must"), ("us_citizen", None), (None, "unknown")]
)
def test_oklahoma_excuses_proof_of_citizenship_alone(laws, proof, wanted):
    assert says(laws["OKLAHOMA"], case(person_proof_of_status_given=proof, **DETAINER)) == wanted


def test_north_carolina_moved_its_clock_by_a_new_interval(laws):
    before, after = laws["NORTH_CAROLINA"]
    given = case(
        request_received_at=datetime(2025, 9, 30, 8, tzinfo=UTC),
        custody_release_at=datetime(2025, 10, 2, 8, tzinfo=UTC),
        **DETAINER,
    )
    assert (before.effective.end, after.effective.start) == (date(2025, 10, 1), date(2025, 10, 1))
    assert says(after, given) == "must"
    ends = [end_of(rule.until, given) for rule in (before, after)]
    assert [end.ends_at.day for end in ends] == [2, 4]
    assert after.duties[0].blocks is words.Act.HOLD


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ({"disposition": "pending", "VIOLENT": "T", "SERIOUS": "F", "INDICTABLE": "T"}, "may"),
        (
            {
                "disposition": "convicted",
                "VIOLENT": "F",
                "SERIOUS": "F",
                "INDICTABLE": "T",
                "disposed_on": "2022-01-01",
            },
            "may",
        ),
        (
            {
                "disposition": "convicted",
                "VIOLENT": "F",
                "SERIOUS": "F",
                "INDICTABLE": "T",
                "disposed_on": "2019-01-01",
            },
            "must_not",
        ),
        ({"disposition": "pending", "VIOLENT": "F", "SERIOUS": "F", "INDICTABLE": "F"}, "must_not"),
        ({"disposition": "", "VIOLENT": "T", "SERIOUS": "F", "INDICTABLE": "F"}, "unknown"),
    ],
)
def test_new_jersey_permits_by_kinds_of_charge_until_a_minute_before_midnight(laws, row, wanted):
    given = case(
        charges=[charge_row(row)],
        as_of="2025-06-15",
        custody_release_at=datetime(2025, 6, 15, 9, tzinfo=UTC),
        **DETAINER,
    )
    assert says(laws["NEW_JERSEY"], given) == wanted
    end = end_of(laws["NEW_JERSEY"].until, given)
    assert (end.ends_at.hour, end.ends_at.minute) == (23, 59)


def test_california_on_the_page_is_california_in_the_pack(laws):
    rule = next(each for each in PACKS["us-ca"].provisions if each.id == "us-ca.gov-7284.6-a-4")
    assert (laws["CALIFORNIA"].when, laws["CALIFORNIA"].unless) == (rule.when, rule.unless)
