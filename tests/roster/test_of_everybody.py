"""What is the same for everybody, or read of nobody though their words tell it, is asked about at each import: a label is no hold."""

from datetime import date

import pytest

from habeas.roster.check import check, needs_person
from tests.roster.helpers import roster

DAY = date(2026, 11, 30)
HEAD = "person_id,booking_id,family_name,given_name,date_of_birth,booked_at,statute,charge_description,charge_grade,holds\n"


def row(number, *, hold="", description="THEFT", grade=""):
    name = f"Doe{'abcdefghijklmnopq'[number]}"
    return f"P{number},B{number},{name},Ana,1980-01-0{number % 9 + 1},2026-11-01T10:00,PC 484,{description},{grade},{hold}\n"


def asked(folder, rows):
    found = check(roster(folder, HEAD + "".join(rows)), DAY)
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
