"""What exports of vendors nobody had seen were called and how they were written: each kind is drafted, and read as it is."""

import json
import re
from datetime import date

import pytest

from habeas.cli.roster import _is_statute
from habeas.roster.check import check, needs_person
from habeas.roster.draft import draft_of
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account

DAY = date(2026, 11, 30)
NAMES = ("ABLE", "BAKER", "COLE", "DUNN", "EDDY", "FROST", "GRANT", "HALE", "IVES", "JOLLY")


def read(folder, data, name="export.csv"):
    """The draft of an export as printed, and what is read through it."""
    path = folder / name
    path.write_bytes(data.encode())
    toml = draft_of(data.encode(), name, judge=_is_statute, today=DAY).toml
    return toml, read_account(path, read_profile(toml, "d.toml"), export_day=DAY)


def table(folder, head, row):
    rows = [row.format(at=at, name=NAMES[at], day=f"{at + 1:02}") for at in range(10)]
    return read(folder, "\n".join([head, *rows, ""]))


def bookings(made):
    return [booking for person in made.people for booking in person.bookings]


def charges(made):
    return [charge for booking in bookings(made) for charge in booking.charges]


def test_the_booking_day_is_taken_before_the_day_of_the_arrest(tmp_path):
    head = "Booking_Number,Name,DOB,Arrest_Date,Booking_Date,Booking_Time"
    _, made = table(tmp_path, head, '26{at}00,"{name}, JOHN",1980-05-{day},2026-07-{day},2026-08-{day},16:36:00')
    assert {each.booked_at.strftime("%m %H:%M") for each in bookings(made)} == {"08 16:36"}


def test_without_a_booking_day_the_day_of_the_arrest_is_taken_and_said(tmp_path):
    toml, _ = table(tmp_path, "Booking No,Name,DOB,Arrest Date", '26{at}00,"{name}, JOHN",1980-05-{day},2026-07-{day}')
    assert "the day of the arrest, and no booking's is there: make sure" in toml


@pytest.mark.parametrize(
    ("head", "given"), [("First MI", "JOHN A"), ("GivenNames", "JOHN ALLEN"), ("First Name", "JOHN A.")]
)
def test_a_given_and_a_middle_name_in_one_cell_are_read_apart(tmp_path, head, given):
    _, made = table(tmp_path, f"Booking No,Last Name,{head},DOB,PC", f"26{{at}}00,{{name}},{given},1980-05-{{day}},459")
    assert {(each.given_name, each.middle_name[:1]) for each in made.people} == {("JOHN", "A")}


def test_given_names_of_two_words_under_a_plain_header_stay_whole(tmp_path):
    _, made = table(tmp_path, "Booking No,Last Name,First Name,DOB", "26{at}00,{name},MARY ANN,1980-05-{day}")
    assert {each.given_name for each in made.people} == {"MARY ANN"}


def test_a_code_beside_a_section_is_told_by_what_they_are_together(tmp_path):
    data = [
        {
            "bookingNumber": f"26{at}00", "surname": name, "givenName": "JOHN", "dob": f"1980-05-{at + 10}",
            "charges": [{"Law": "PL", "Section": "155.25"}, {"Law": "VTL", "Section": "1192.3"}],
        }
        for at, name in enumerate(NAMES)
    ]  # fmt: skip
    _, made = read(tmp_path, json.dumps(data), "export.json")
    assert {each.statute for each in charges(made)} == {"PL 155.25", "VTL 1192.3"}


def test_who_holds_is_read_and_not_that_somebody_does(tmp_path):
    head = "Booking No,Name,DOB,Warrant Type,Agency"
    _, made = table(tmp_path, head, '26{at}00,"{name}, JOHN",1980-05-{day},DETAINER,US MARSHALS')
    assert {each.holds for each in bookings(made)} == {("US MARSHALS",)}


def test_the_act_of_an_illinois_section_is_no_charge_of_its_own(tmp_path):
    _, made = table(tmp_path, "Booking No,Name,DOB,Statute", '26{at}00,"{name}, JOHN",1980-05-{day},720 ILCS 5/16-25')
    assert [each.statute for each in charges(made)] == ["720 ILCS 5/16-25"] * 10


def test_grade_and_stand_behind_the_words_of_a_charge_are_read(tmp_path):
    row = '26{at}00,"{name}, JOHN",1980-05-{day},2913.02(A)(1) THEFT (M1) - Awaiting trial'
    _, made = table(tmp_path, "Booking No,Name,DOB,Charge", row)
    assert {(each.statute, each.grade, each.disposition) for each in charges(made)} == {
        ("2913.02(A)(1)", "misdemeanor", "pending")
    }


def test_words_for_a_grade_with_its_degree_in_words_are_grades(tmp_path):
    head = "Booking No,Name,DOB,Statute,Charge Level"
    _, made = table(tmp_path, head, '26{at}00,"{name}, JOHN",1980-05-{day},PC 459,Third Degree Felony')
    assert {each.grade for each in charges(made)} == {"felony"}


def test_of_a_vendors_codes_those_that_are_known_are_proposed_and_the_others_are_unknown(tmp_path):
    rows = [f'26{at}00,"{NAMES[at]}, JOHN",1980-05-1{at},PC 459,{"SENT" if at < 4 else "PTR"}' for at in range(10)]
    toml, made = read(tmp_path, "\n".join(["Booking No,Name,DOB,Statute,DISPO_CD", *rows, ""]))
    assert [each.disposition for each in charges(made)] == ["convicted"] * 4 + [None] * 6
    assert "could not be told, and are unknown: 'PTR' 6" in toml


@pytest.mark.parametrize("form", ["07{day}2026 1243", "07/{day}/2026 @ 12:43", "2026-07-{day} 12:43:00"])
def test_a_moment_is_read_in_the_ways_that_systems_write_it(tmp_path, form):
    _, made = table(tmp_path, "Booking No,Name,DOB,Book Date", f'26{{at}}00,"{{name}}, JOHN",1980-05-{{day}},{form}')
    assert {each.booked_at.strftime("%m %H:%M") for each in bookings(made)} == {"07 12:43"}


@pytest.mark.parametrize("header", ["Max Disch Date", "EarliestReleaseDate", "Max Release"])
def test_a_day_of_release_to_come_is_known_by_more_words(tmp_path, header):
    head = f"Booking No,Name,DOB,{header}"
    _, made = table(tmp_path, head, '26{at}00,"{name}, JOHN",1980-05-{day},2027-01-{day}')
    assert all(each.scheduled_release_on for each in bookings(made))


def test_what_a_draft_guessed_is_asked_at_each_import_until_it_is_taken_out(tmp_path):
    head, row = "Booking No,Name,DOB,Arrest Date,Hold", '26{at}00,"{name}, JOHN",1980-05-{day},2026-07-{day},ICE'
    toml, made = table(tmp_path, head, row)
    assert any(each.what.startswith('make sure: "Arrest Date" is read as booked_at') for each in made.repaired)
    assert needs_person(check(made, DAY))
    looked = re.sub(r"make_sure = \[.*?\n\]\n", "", toml, flags=re.DOTALL)
    made = read_account(tmp_path / "export.csv", read_profile(looked, "d.toml"), export_day=DAY)
    left = [each.what for each in made.repaired if "left unknown" in each.what]
    assert [each[:31] for each in left] == ['every inmate has the hold "ICE"'], "what the file itself shows is asked on"


def test_an_export_without_holds_and_one_with_a_number_nobody_reads_are_asked_about(tmp_path):
    toml, _ = table(tmp_path, "Booking No,Name,DOB,Xyz", '26{at}00,"{name}, JOHN",1980-05-{day},77{at}812')
    assert '"Nothing is read as a hold' in toml
    assert 'Xyz\\" holds numbers and is not read: is it the number of the person' in toml
