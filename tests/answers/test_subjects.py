"""From a roster's person to the facts of a case: the birthday, and a booking with nothing but an immigration hold."""

from datetime import date

import pytest

from habeas.answers.subjects import Setting, Subject, subject_case
from habeas.requests.request import read_request
from habeas.roster.records import Booking, Charge, Person

SETTING = Setting("us-ca", date(2025, 7, 17), read_request({"kind": "detainer", "issuer": "ice"}))
HOLD = Charge(description="ICE DETAINER")


def case_of(*charges: Charge, born: date | None = None):
    booking = Booking("B1", charges=charges)
    return subject_case(Subject(Person("P1", date_of_birth=born, bookings=(booking,)), booking), SETTING)


@pytest.mark.parametrize(
    ("born", "minor"),
    [(date(2007, 7, 18), True), (date(2007, 7, 17), False), (date(2007, 7, 16), False), (None, None)],
)
def test_a_minor_is_one_until_the_day_before_the_eighteenth_birthday(born, minor):
    assert case_of(born=born).person.get("minor") is minor


@pytest.mark.parametrize(
    ("charges", "known"), [((HOLD,), None), ((), None), ((HOLD, Charge(statute="PC 484", grade="misdemeanor")), False)]
)
def test_a_booking_with_nothing_but_an_immigration_line_is_not_known_to_hold_a_crime(charges, known):
    assert case_of(*charges).custody.get("arrested_on_civil_immigration_only") is known
