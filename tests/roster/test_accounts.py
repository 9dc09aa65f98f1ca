"""The account of a roster in words: what a person must look at is never hidden by what nobody need look at."""

from habeas.roster.check import check, needs_person, report
from tests.roster.helpers import read_with

WORDS = """
[file]
shape = "table"
[[totals]]
line = "TOTAL,{people}"
[columns]
person_id = "SO"
booking_id = "BK"
family_name = "Last"
date_of_birth = "DOB"
booked_at = "In"
[forms]
date_of_birth = "mm/dd/yy"
booked_at = "yyyy-mm-dd"
"""


def births(count: int) -> str:
    """A roster of people whose births read in this century and are of the one before."""
    rows = "".join(f"B{n},{n},DOE,01/{n % 28 + 1:02d}/4{n % 10},2026-01-02\n" for n in range(1, count + 1))
    return f"BK,SO,Last,DOB,In\n{rows}"


def test_what_makes_a_person_look_is_said_first_and_births_in_one_group(tmp_path):
    found = check(read_with(tmp_path, WORDS, births(60) + "TOTAL,61,,,\n"), None)
    told = report(found)
    assert needs_person(found)
    assert told.splitlines()[2].startswith("The whole file: the file and what was read do not agree")
    assert "Nothing was refused" not in told
    assert told.count("born") == 1
    assert "and 59 more" in told


def test_each_birth_is_told_by_value(tmp_path):
    found = check(read_with(tmp_path, WORDS, births(30) + "TOTAL,30,,,\n"), None)
    assert not needs_person(found)
    assert report(found, by_value=True).count("born") > 20
    assert "Nothing was refused" in report(found)


def test_what_is_left_unknown_stands_apart_from_what_was_read_otherwise(tmp_path):
    text = births(60) + "B99,99,ROE,1980,2026-01-02\nTOTAL,61,,,\n"
    told = report(check(read_with(tmp_path, WORDS, text), None)).splitlines()
    head = next(place for place, line in enumerate(told) if line == "1 left unknown though written:")
    assert 'date_of_birth is "1980"' in told[head + 1]
