"""Reports in lines whose booking line holds a charge as well, and what goes on with it."""

import pytest

from tests.roster.helpers import account, fault_of, read_with, refused

BOTH = """
person_id_from = "booking_id"
[file]
shape = "lines"
[[lines]]
is = "continued"
begins = "AA99999 "
holds_text = "(CONT)"
[[lines]]
is = "{kind}"
begins = "AA99999 "
ruler = { booking_id = "1-7", full_name = "9-22", bail = "24-28", statute = "30-35", charge_description = "37-" }
[[lines]]
is = "charge"
begins = "                             AA 9"
ruler = { statute = "30-35", charge_description = "37-" }
[[lines]]
is = "{more}"
begins = "                                    ."
ruler = { charge_description = "37-" }
"""
TEXT = """FH00001 OKORO, ADA     5,000 PC 211 ROBBERY IN
                                    THE DWELLING
                             PC 459 BURGLARY
FH00001 OKORO, (CONT)        PC 211 ROBBERY IN
FH00001 OKORO, (CONT)        PC 664 ATTEMPT
FH00002 LE, DUC        9,000 PC 187 MURDER
"""


def both(kind: str = "booking", more: str = "more of charge") -> str:
    return BOTH.replace("{kind}", kind).replace("{more}", more)


@pytest.mark.parametrize("kind", ["booking", "row"])
@pytest.mark.parametrize("more", ["more of charge", "more of booking"])
def test_a_charge_on_the_line_of_its_booking_is_kept_beside_those_below(tmp_path, kind, more):
    made = read_with(tmp_path, both(kind, more), TEXT, "r.txt")
    assert account(made) == (2, 2, 4)
    assert refused(made) == []
    ada, duc = (each.bookings[0] for each in made.people)
    assert [(each.statute, each.description) for each in ada.charges] == [
        ("PC 211", "ROBBERY IN THE DWELLING"),
        ("PC 459", "BURGLARY"),
        ("PC 664", "ATTEMPT"),
    ]
    assert [each.statute for each in duc.charges] == ["PC 187"]


def test_bail_that_only_the_line_of_a_booking_has_is_for_all_of_its_charges(tmp_path):
    made = read_with(tmp_path, both(), TEXT, "r.txt")
    assert [each.bail for each in made.people[0].bookings[0].charges] == ["5,000"] * 3


def test_bail_of_the_lines_of_charges_is_no_other_charges(tmp_path):
    words = both().replace('{ statute = "30-35", charge', '{ bail = "24-28", statute = "30-35", charge')
    made = read_with(tmp_path, words, TEXT, "r.txt")
    assert [each.bail for each in made.people[0].bookings[0].charges] == ["5,000", None, None]


def test_the_line_of_a_person_holds_no_charge():
    said = fault_of(both("person") + '[[lines]]\nis = "booking"\nbegins = "9"\nruler = { booking_id = "1" }\n')
    assert 'write is = "booking" or "row"' in said
