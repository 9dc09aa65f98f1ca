"""A day without an hour is told as the day: no letter, list or line says midnight for what nobody wrote."""

import json

import pytest

from habeas.answers.fields import COLUMNS as DISCLOSED
from habeas.answers.subjects import Subject
from habeas.roster.convert import to_jsonl
from habeas.roster.date_words import by_name, date_form
from tests.roster.helpers import read_with

WORDS = """
[file]
shape = "table"
[columns]
booking_id = "No"
person_id = "No"
full_name = "Name"
booked_at = "In"
released_at = "Out"
scheduled_release_on = "Due"
[forms]
booked_at = ["{form}"]
released_at = ["{form}"]
"""
WAYS = [
    ("mm/dd/yyyy", "01/02/2026", "2026-01-02"),
    ("yyyymmdd", "20000621", "2000-06-21"),
    ("mm/dd/yyyy hh:mm", "01/02/2026", "2026-01-02"),
    ("mm/dd/yyyy hh:mm", "01/02/2026 00:00", "2026-01-02T00:00:00"),
    ("mm/dd/yyyy hhmm", "01/02/2026 2400", "2026-01-03T00:00:00"),
    ("mm/dd/yyyy hh:mm AM", "01/02/2026 12:00 AM", "2026-01-02T00:00:00"),
    ("yyyymmddhhmm", "202601020000", "2026-01-02T00:00:00"),
    ("mm/dd/yyyy hh:mm", "01/02/2026 16:30", "2026-01-02T16:30:00"),
]


def _read(folder, form, text):
    words = WORDS.replace("{form}", form)
    return read_with(folder, words, f'No,Name,In,Out,Due\n7,"DOE, ANN",{text},{text},2026-04-05\n')


@pytest.mark.parametrize(("form", "text", "told"), WAYS)
def test_a_moment_is_told_with_the_hour_that_was_written_and_without_one_as_its_day(form, text, told, tmp_path):
    booking = json.loads(next(to_jsonl(_read(tmp_path, form, text))))["bookings"][0]
    assert (booking["booked_at"], booking["released_at"]) == (told, told)
    assert booking["scheduled_release_on"] == "2026-04-05"


@pytest.mark.parametrize(("form", "text", "told"), WAYS)
def test_a_list_that_goes_out_says_no_midnight_that_nobody_wrote(form, text, told, tmp_path):
    person = _read(tmp_path, form, text).people[0]
    subject = Subject(person=person, booking=person.bookings[0])
    for name in ("booked_at", "released_at"):
        assert DISCLOSED[name][0].value(subject) == told


def test_a_time_with_seconds_behind_a_day_of_the_century_is_read():
    assert by_name(date_form("cyymmdd"), "1260621 163000").isoformat() == "2026-06-21T16:30:00"
