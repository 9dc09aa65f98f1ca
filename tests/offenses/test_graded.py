"""Two sections on a line, of which one grades the crime that the other defines, are one charge; two others are still asked about."""

from datetime import date

import pytest

from habeas.offenses.classify import classify
from habeas.offenses.finding import ChargeFacts
from habeas.offenses.reading import read_statute

DAY = date(2020, 1, 1)


def found(text, name, **more):
    return classify(ChargeFacts(reading=read_statute(text, place="us-ca"), **more), DAY)[name].value


@pytest.mark.parametrize(
    ("pair", "alone"),
    [
        ("PC 484(a)/488", "PC 488"),
        ("488/484 PC", "PC 488"),
        ("459/460(b) PC", "PC 460(b)"),
        ("PC 459-460(b)", "PC 460(b)"),
        ("242/243(e)(1) PC", "PC 243(e)(1)"),
        ("PC 242/243(d)", "PC 243(d)"),
        ("240/241(a) PC", "PC 241(a)"),
    ],
)
@pytest.mark.parametrize("name", ["grade_felony", "wobbler", "straight_misdemeanor", "state_prison_felony"])
def test_the_section_that_grades_says_the_grade(pair, alone, name):
    assert read_statute(pair, place="us-ca").question is None
    assert found(pair, name) == found(alone, name)


@pytest.mark.parametrize(
    "line", ["PC 211/245", "459/484 PC", "242/245(a)(1) PC", "PC 488/460(b)", "HS 11377/11378", "484/488/459 PC"]
)
def test_two_crimes_on_a_line_are_still_asked_about(line):
    assert read_statute(line, place="us-ca").question
    assert found(line, "wobbler") is None or found(line, "wobbler") is False


def test_the_records_own_grade_counts_for_the_one_charge():
    assert found("459/460(b) PC", "grade_felony", grade="felony") is True
    assert found("459/460(b) PC", "grade_felony", grade="misdemeanor") is False


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("PC 459/460(b)", "serious"),
        ("PC 459/460(a)", "serious"),
        ("PC 459/460(b)", "violent"),
        ("PC 484/487(c)", "listed_7282_5_a3"),
    ],
)
def test_on_the_lists_both_sections_must_agree(line, name):
    assert found(line, name) is None
