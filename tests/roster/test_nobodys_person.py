"""What one row says of somebody is never given to another: blank cells beside a number of their own repeat nobody."""

from datetime import date

import pytest

from habeas.roster.check import check, needs_person
from tests.roster.helpers import read_with

DAY = date(2026, 11, 30)
HEAD = "Commit No,Inmate,DOB,Country,Booked,Statute,Detainer\n"
ROWS = '26-1,"ABLE, ANN",1980-01-02,GUATEMALA,2026-11-01,PC 211,\n,,,,,PC 459,\n{second}\n'
ROWS += '26-3,"COLE, RAY",1990-02-03,USA,2026-11-03,PC 484,\n'
WORDS = """
{key}
[file]
shape = "table"
repeats = {repeats}
[columns]
{person}
booking_id = "Commit No"
full_name = "Inmate"
date_of_birth = "DOB"
citizenship_on_record = "Country"
booked_at = "Booked"
statute = "Statute"
holds = "Detainer"
"""
WITHOUT = (
    WORDS.replace("{key}", 'person_id_from = "booking_id"').replace("{person}\n", "").replace("{repeats}", '"blank"')
)


def test_a_booking_of_its_own_without_a_name_is_not_the_person_above(tmp_path):
    made = read_with(tmp_path, WITHOUT, HEAD + ROWS.format(second="26-2,,,,2026-11-02,PC 242,ICE"), day=DAY)
    told = {each.bookings[0].booking_id: each for each in made.people}
    assert [each.family_name for each in made.people] == ["ABLE", None, "COLE"]
    assert (told["26-2"].citizenship, told["26-2"].date_of_birth) == (None, None)
    assert told["26-2"].bookings[0].holds == ("ICE",)
    assert [charge.statute for charge in told["26-1"].bookings[0].charges] == ["PC 211", "PC 459"]


def test_a_legend_below_the_list_is_nobody(tmp_path):
    made = read_with(tmp_path, WITHOUT, HEAD + ROWS.format(second="LEGEND,USC is a citizen,,,,,"), day=DAY)
    assert [each.family_name for each in made.people] == ["ABLE", "COLE"]


PERSON = 'person_id = "Person"'


@pytest.mark.parametrize(("repeats", "asks"), [('"blank"', True), ('["Person", "Inmate", "DOB", "Country"]', False)])
def test_a_booking_read_as_the_person_aboves_is_asked_about_unless_the_columns_are_named(repeats, asks, tmp_path):
    words = WORDS.replace("{key}\n", "").replace("{person}", PERSON).replace("{repeats}", repeats)
    rows = "".join(
        f"{'P1' if line.startswith('26-1') else 'P3' if line.startswith('26-3') else ''},{line}\n"
        for line in ROWS.format(second="26-2,,,,2026-11-02,PC 242,").strip().split("\n")
    )
    found = check(made := read_with(tmp_path, words, f"Person,{HEAD}{rows}", day=DAY), DAY)
    assert [len(each.bookings) for each in made.people] == [2, 1]
    assert any("read as another booking of the person above" in each["what"] for each in found["repaired"]) is asks
    assert needs_person(found) is asks


@pytest.mark.parametrize(("past", "asks"), [(0, False), (1, False), (3, True)])
def test_scheduled_releases_that_are_past_are_asked_about(past, asks, tmp_path):
    words = WITHOUT + 'scheduled_release_on = "Due"\n'
    rows = "".join(
        f'26-{at},"ABLE, ANN {at}",1980-01-02,USA,2026-01-01,PC 211,,{"2026-11-20" if at < past else "2027-03-04"}\n'
        for at in range(12)
    )
    found = check(read_with(tmp_path, words, HEAD.replace("\n", ",Due\n") + rows, day=DAY), DAY)
    assert any("scheduled releases are past" in each["what"] for each in found["repaired"]) is asks
