"""Nobody in custody is "nobody here" because of one bad cell: a wrong, missing or slipped name or birth date is shown to a person."""

from datetime import date

import pytest

from habeas.matching import Index, MatchVerdict, Query
from habeas.roster.records import Booking, Person

BORN = date(1984, 3, 9)


def person(number, family, given, born=BORN):
    return Person(
        person_id=number, family_name=family, given_name=given, date_of_birth=born, bookings=(Booking(f"B{number}"),)
    )


def crowd():
    """Enough people that a common name and a birth date alone prove little."""
    names = ["GARCIA", "LOPEZ", "NGUYEN", "SINGH", "KIM", "REYES", "SMITH", "ALI"]
    given = ["JOSE", "MARIA", "VAN", "GURPREET", "MIN", "ANNA", "JOHN", "OMAR"]
    for at in range(1_600):
        born = date(1950 + at % 45, 1 + at % 12, 1 + at % 28)
        yield person(f"C{at}", names[at % 8], given[at // 8 % 8], born)


@pytest.fixture(scope="module")
def index():
    held = [person("H1", "QUILANTAN", "ROSARIO"), person("H2", "GARCIA", "JOSE"), person("H3", "LE", "AN")]
    return Index.build([*crowd(), *held])


@pytest.mark.parametrize(
    ("held", "cells"),
    [
        ("H1", {"family_name": "Brandt", "given_name": "Rosario", "date_of_birth": BORN}),
        ("H1", {"family_name": "Quilantan", "given_name": "Ute", "date_of_birth": BORN}),
        ("H1", {"family_name": "Quilantan", "given_name": "Rosario", "date_of_birth": date(1961, 11, 30)}),
        ("H1", {"family_name": "Quilentan", "given_name": "Rosario"}),
        ("H1", {"family_name": "Wuilantan", "given_name": "Rosario"}),
        ("H1", {"family_name": "Quilantan", "given_name": "Rosxrio"}),
        ("H1", {"full_name": "Rosario", "date_of_birth": BORN}),
        ("H1", {"full_name": "FNU Quilantan", "date_of_birth": BORN}),
        ("H3", {"full_name": "AnLe", "date_of_birth": BORN}),
        ("H1", {"full_name": "LNU, Rosario", "date_of_birth": BORN}),
        ("H1", {"full_name": "Quilantan, FNU", "date_of_birth": BORN}),
    ],
)
def test_one_bad_cell_leaves_the_person_shown_and_never_the_one(index, held, cells):
    found = index.match(Query("q", **cells))
    assert found.verdict is MatchVerdict.AMBIGUOUS
    assert held in {each.person_id for each in found.candidates}


def test_who_bears_a_common_name_and_another_birth_date_is_shown_with_the_conflict(index):
    found = index.match(Query("q", family_name="Garcia", given_name="Jose", date_of_birth=date(1999, 12, 31)))
    assert found.verdict is MatchVerdict.AMBIGUOUS
    assert all(each.conflicts for each in found.candidates)


@pytest.mark.parametrize(
    "cells",
    [
        {"family_name": "Brandt", "given_name": "Ute", "date_of_birth": BORN},
        {"family_name": "Brandt", "given_name": "Rosario", "date_of_birth": date(1999, 12, 31)},
        {"family_name": "Brandt", "given_name": "Rosario"},
        {"full_name": "Brandt, FNU", "date_of_birth": BORN},
    ],
)
def test_who_agrees_in_one_cell_alone_is_not_here(index, cells):
    assert index.match(Query("q", **cells)).verdict is MatchVerdict.NONE


def test_whom_a_person_has_ruled_out_is_not_shown_at_the_second_look(index):
    asked = Query("q", family_name="Quilantan", given_name="Rosario", date_of_birth=date(1961, 11, 30))
    assert index.match(asked, frozenset({"H1"})).verdict is MatchVerdict.NONE


@pytest.mark.parametrize(("asked", "verdict"), [("Mendoza", MatchVerdict.AMBIGUOUS), ("Mendess", MatchVerdict.ONE)])
def test_two_surnames_that_both_stand_on_the_roster_are_two(asked, verdict):
    others = [person("M1", "MENDOZA", "PIA", date(1961, 2, 3)), person("H1", "MENDEZ", "RAUL")]
    found = Index.build([*crowd(), *others]).match(Query("q", family_name=asked, given_name="Raul", date_of_birth=BORN))
    assert found.verdict is verdict
    assert bool(found.candidates[0].conflicts) is (verdict is MatchVerdict.AMBIGUOUS)


def test_a_generation_between_two_commas_is_no_given_name():
    held = Person("H1", "WASHINGTON", "TYRONE", suffix="III", date_of_birth=BORN, bookings=(Booking("B1"),))
    found = Index.build([*crowd(), held]).match(Query("q", full_name="Washington, III, Tyrone", date_of_birth=BORN))
    assert found.verdict is MatchVerdict.ONE
