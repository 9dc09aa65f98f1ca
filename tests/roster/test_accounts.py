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


def charged(*statutes: str) -> str:
    rows = "".join(f"B{n},{n},DOE,{each}\n" for n, each in enumerate(statutes, 1))
    return f"BK,SO,Last,Law\n{rows}"


CHARGED = """
[file]
shape = "table"
[columns]
person_id = "SO"
booking_id = "BK"
family_name = "Last"
statute = "Law"
"""


def test_statutes_in_which_no_section_is_read_are_said_with_their_counts_and_holds_are_none_of_them(tmp_path):
    made = read_with(tmp_path, CHARGED, charged("PL 120.0502", "PL 120.0502", "PL 220.03", "ICE DETAINER"))
    found = check(made, None, lambda text: text == "PL 220.03")
    assert found["statutes_not_understood"] == {"PL 120.0502": 2}
    assert 'so that the charge is asked about: 2 of 4 ("PL 120.0502" 2).' in report(found)
    assert "PL 120.0502" not in report(check(made, None))


def test_where_no_statute_at_all_is_understood_a_person_must_look(tmp_path):
    made = read_with(tmp_path, CHARGED, charged("2701A1", "3802A1"))
    assert needs_person(check(made, None, lambda text: False))
    assert not needs_person(check(made, None, lambda text: text == "2701A1"))
