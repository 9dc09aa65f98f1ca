"""What the roster says of a release: a degree of robbery is robbery, and no latest day is told where a day is missing."""

from datetime import date, datetime

import pytest

from habeas.custody_time.from_roster import held_on
from habeas.roster.records import Booking, Charge

BOOKED = datetime(2025, 3, 1, 8)  # noqa: DTZ001 - any zone
DAY = date(2025, 4, 1)


def charge(statute="PC 459", **more):
    given = {"charge_grade": "felony", "disposition": "convicted", "disposed_on": DAY} | more
    return Charge(
        charge_id="C1",
        statute=statute,
        grade=given["charge_grade"],
        disposition=given["disposition"],
        disposed_on=given["disposed_on"],
        offense_on=date(2025, 3, 1),
        sentence_kind=more.get("sentence_kind", "county_jail"),
        sentence_days=more.get("sentence_days", 364),
    )


def held(*charges, booked=BOOKED):
    return held_on(Booking("B1", booked_at=booked, charges=charges), "us-ca")


@pytest.mark.parametrize("statute", ["PC 211", "PC 212.5(c)", "213(a)(2) PC", "211 PC-ROBBERY"])
def test_a_robber_is_violent_by_whatever_section_of_robbery(statute):
    assert held(charge(statute)).case.violent is True


def test_of_two_sections_in_a_cell_it_is_not_known_whether_one_is_violent_or_murder():
    case = held(charge("148(A)(1) PC, 211 PC")).case
    assert case.violent is None
    assert held(charge("148(A)(1) PC, 187 PC")).case.murder is None
    assert held(charge("PC 190")).case.murder is True


def test_the_latest_day_is_the_whole_of_every_term_after_the_last_beginning():
    assert held(charge()).latest == date(2026, 3, 31)
    assert held(charge(), charge(sentence_days=10)).latest == date(2026, 4, 10)


@pytest.mark.parametrize(
    "missing",
    [{"disposed_on": None}, {"sentence_days": None}, {"sentence_kind": None}, {"sentence_kind": "state_prison"}],
)
def test_no_latest_day_is_told_where_a_day_a_length_or_the_jail_is_missing(missing):
    assert held(charge(), charge(**missing)).latest is None
    assert held(charge(), booked=None).latest is None
