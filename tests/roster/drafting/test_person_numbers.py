"""A number that no header names becomes a person's only where it comes again with the same person; a weight or a date never does."""

import pytest

from habeas.roster.draft import looks_like_statute
from habeas.roster.drafting.cells import Cells
from habeas.roster.drafting.columns import propose
from habeas.roster.drafting.headers import meant
from habeas.roster.drafting.numbers import may_number

JUDGE = looks_like_statute
BOOKINGS = [f"26-{number:05}" for number in range(40)]
NAMES = [f"{family}, JOHN" for family in ("ABLE", "BAKER", "COLE", "DUNN") for _ in range(10)]
AGAIN = [str(880000 + (at if at > 5 else at // 2)) for at in range(40)]
"""Numbers of which a few come again."""


def proposed(numbers, names=None):
    cells = [
        Cells("Booking No", list(BOOKINGS), JUDGE),
        Cells("Inmate Name", names or NAMES, JUDGE),
        Cells("Xyz", numbers, JUDGE),
    ]
    return propose(cells, None)[2].plain


def test_a_number_of_its_own_for_each_booking_proves_nobody():
    assert proposed([str(880000 + at) for at in range(40)]) != "person_id"


def test_a_number_that_comes_again_with_two_names_is_no_persons():
    names = [name if at != 1 else "ZIMMER, PAUL" for at, name in enumerate(NAMES)]
    assert proposed(AGAIN, names) != "person_id"


def test_a_number_that_comes_again_with_the_same_person_may_be_the_persons():
    assert proposed(AGAIN) == "person_id"


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Xyz", [str(100 + at) for at in range(40)]),
        ("Weight", [str(1000 + at) for at in range(40)]),
        ("Move Time", [str(1000 + at) for at in range(40)]),
        ("Xyz", [f"010{1 + at % 9}19{50 + at}" for at in range(40)]),
    ],
)
def test_weights_dates_times_and_short_numbers_number_nobody(header, values):
    assert not may_number(Cells(header, values, JUDGE))


def test_a_long_number_may_number_somebody():
    assert may_number(Cells("Xyz", [str(26001200 + at * 6) for at in range(40)], JUDGE))


@pytest.mark.parametrize("header", ["first mi", "first middle", "given name mi"])
def test_a_header_of_first_and_initial_heads_the_given_name(header):
    assert meant(header)[0] == "given_name"


@pytest.mark.parametrize("header", ["mi", "middle", "middle name"])
def test_a_header_of_the_middle_name_alone_is_the_middle_name(header):
    assert meant(header)[0] == "middle_name"
