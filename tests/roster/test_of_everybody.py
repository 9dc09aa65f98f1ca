"""What is the same for everybody, or read of nobody though their words tell it, is asked about at each import: a label is no hold."""

from datetime import date

import pytest

from habeas.roster.check import check, needs_person
from tests.roster.helpers import read_with, roster

DAY = date(2026, 11, 30)
HEAD = "person_id,booking_id,family_name,given_name,date_of_birth,booked_at,statute,charge_description,charge_grade,holds\n"

PLAIN_COLUMNS = """
#[file]
shape = "table"
[columns]
person_id = "person_id"
booking_id = "booking_id"
family_name = "family_name"
given_name = "given_name"
date_of_birth = "date_of_birth"
booked_at = "booked_at"
statute = "statute"
charge_description = "charge_description"
holds = "holds"
"""


def row(number, *, hold="", description="THEFT", grade=""):
    name = f"Doe{'abcdefghijklmnopq'[number]}"
    return f"P{number},B{number},{name},Ana,1980-01-0{number % 9 + 1},2026-11-01T10:00,PC 484,{description},{grade},{hold}\n"


def asked(folder, rows, head=HEAD):
    found = check(roster(folder, head + "".join(rows)), DAY)
    return [each["what"] for each in found["repaired"] if each["row"] == "whole file"], needs_person(found)


@pytest.mark.parametrize(
    ("others", "people", "told"), [("Detainers", 8, True), ("", 8, False), ("Detainers", 4, False)]
)
def test_a_hold_that_everybody_has_is_asked_about(tmp_path, others, people, told):
    said, needs = asked(tmp_path, [row(0, hold="Detainers"), *(row(n, hold=others) for n in range(1, people))])
    assert any('every inmate has the hold "Detainers"' in each for each in said) is told
    assert needs is told


@pytest.mark.parametrize(
    ("words", "grade", "told"),
    [
        ("THEFT PROP (MB)", "", True),
        ("POSS CDS [FEL]", "", True),
        ("/F/CORPORAL INJ SPOUSE", "", True),
        ("BURGLARY Felony 3rd Degree", "", True),
        ("BURGLARY Felony 3rd Degree", "felony", False),
        ("DUI M/V ACCIDENT", "", False),
        ("ASSAULT", "", False),
    ],
)
def test_grades_that_only_the_words_of_the_charges_tell_are_asked_about(tmp_path, words, grade, told):
    said, needs = asked(tmp_path, [row(n, description=words, grade=grade) for n in range(5)])
    assert any("no charge has a grade" in each for each in said) is told
    assert needs is told


def test_a_hold_of_everybody_that_a_person_confirmed_is_not_asked_about(tmp_path):
    words = 'held_for_all = ["us marshals"]\n'
    rows = "".join(row(n, hold="US Marshals") for n in range(8))
    confirmed = check(read_with(tmp_path, PLAIN_COLUMNS.replace("#", words), HEAD + rows), DAY)
    assert not [each for each in confirmed["repaired"] if "every inmate" in each["what"]]
    asked_still = check(read_with(tmp_path, PLAIN_COLUMNS.replace("#", ""), HEAD + rows), DAY)
    assert any('every inmate has the hold "US Marshals"' in each["what"] for each in asked_still["repaired"])
    assert confirmed["read"]["holds"] == asked_still["read"]["holds"] == 8


@pytest.mark.parametrize(
    ("statute", "told"),
    [
        ("R.S. 14:62.2 SIMPLE BURGLARY INHABITED DWELLING", True),
        ("1..........: R.S. 14:98 OPERATING WHILE INTOXICATED", True),
        ("Health and Safety Code 11377(a)", False),
        ("Tex. Transportation Code Ann. 545.401", False),
        ("R.I. Gen. Laws 11-5-3", False),
        ("PC 211", False),
        ("2", True),
        ("211", False),
    ],
)
def test_a_whole_line_or_a_count_that_is_taken_for_a_statute_is_asked_about(statute, told, tmp_path):
    lines = [row(n).replace("PC 484", statute) for n in range(5)]
    said, needs = asked(tmp_path, lines)
    assert any("charges holds its words too" in each or "digits, as a count has" in each for each in said) is told
    assert needs is told


@pytest.mark.parametrize(
    ("cell", "told"), [("Misdemeanor 1st Degree", True), ("FELONY", True), ("MAIN JAIL", False), ("", False)]
)
def test_a_column_of_grades_that_nothing_reads_is_asked_about(cell, told, tmp_path):
    head, rows = f"{HEAD.strip()},Severity\n", "".join(f"{row(n).strip()},{cell}\n" for n in range(5))
    for words, asks in ((PLAIN_COLUMNS, told), (f'{PLAIN_COLUMNS}charge_grade = "charge_grade"\n', False)):
        found = check(read_with(tmp_path, words.replace("#", ""), head + rows), DAY)
        assert any('"Severity" holds words of a grade' in each["what"] for each in found["repaired"]) is asks
