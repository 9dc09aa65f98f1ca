"""How a charge on the roster was dismissed: what tells it, and that nothing else does."""

from datetime import UTC, date, datetime

import pytest

from habeas.answers.dismissals import dismissed_under
from habeas.roster.records import Booking, Charge

STAY = Booking("B1", booked_at=datetime(2025, 6, 1, 9, tzinfo=UTC))
AS_OF = date(2025, 7, 17)


@pytest.mark.parametrize(
    ("words", "day", "how"),
    [
        ("DISM 1203.4 PC", date(2025, 7, 1), "after_conviction"),
        ("Set aside and dismissed", None, "after_conviction"),
        ("Diversion completed", None, "diversion"),
        ("DISMISSED", date(2025, 6, 1), "before_conviction"),
        ("DISMISSED", date(2025, 5, 31), None),
        ("DISMISSED", None, None),
    ],
)
def test_a_dismissal_is_told_by_its_words_or_by_falling_within_the_stay(words, day, how):
    charge = Charge(disposition="dismissed", disposed_on=day, raw={"charge_disposition": words})
    assert dismissed_under(charge, STAY, AS_OF) == how


def test_a_dismissal_after_the_release_is_not_told():
    stay = Booking("B1", booked_at=STAY.booked_at, released_at=datetime(2025, 6, 10, tzinfo=UTC))
    assert dismissed_under(Charge(disposition="dismissed", disposed_on=date(2025, 6, 11)), stay, AS_OF) is None


def test_a_stay_without_a_day_tells_nothing():
    charge = Charge(disposition="dismissed", disposed_on=date(2025, 6, 11))
    assert dismissed_under(charge, Booking("B1"), AS_OF) is None


def test_only_a_dismissed_charge_was_dismissed():
    charge = Charge(disposition="convicted", raw={"charge_disposition": "convicted, later set aside?"})
    assert dismissed_under(charge, STAY, AS_OF) is None
