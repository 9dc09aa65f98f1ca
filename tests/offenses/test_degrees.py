"""A section that sets the degree or the punishment of a crime is that crime, or a question: never something else."""

from datetime import date

import pytest

from habeas.offenses.classify import classify
from habeas.offenses.degrees import asked_of, crime_of
from habeas.offenses.finding import ChargeFacts
from habeas.offenses.lists import punishments, section
from habeas.offenses.reading import read_statute

DAY = date(2025, 7, 1)


def found(text, name):
    return classify(ChargeFacts(read_statute(text)), DAY)[name]


@pytest.mark.parametrize(
    ("text", "serious", "violent"),
    [
        ("212.5(C) PC", "(19)", "(9)"),
        ("212.5 PC", "(19)", "(9)"),
        ("213(A)(1)(A) PC", "(19)", "(9)"),
        ("208(B) PC", "(20)", "(14)"),
        ("204 PC", "(2)", "(2)"),
        ("206.1 PC", "(7)", "(7)"),
        ("189 PC", "(1)", "(1)"),
        ("190 PC", "(1)", "(1)"),
        ("193(A) PC", "(1)", "(1)"),
        ("264(C)(1) PC", "(3)", "(3)"),
        ("128 PC", "(7)", "(7)"),
        ("4500 PC", "(12)", "(7)"),
    ],
)
def test_the_degree_or_the_punishment_of_a_listed_crime_is_that_crime(text, serious, violent):
    assert (found(text, "serious").value, found(text, "serious").detail) == (True, serious)
    assert (found(text, "violent").value, found(text, "violent").detail) == (True, violent)


@pytest.mark.parametrize(
    ("text", "letter", "crime"),
    [
        ("243(D) PC", "B", "PC 242"), ("243(E)(1) PC", "B", "PC 242"), ("243.2 PC", "B", "PC 242"), ("241(C) PC", "A", "PC 240"),
        ("237(A) PC", "T", "PC 236"), ("460(B) PC", "F", "PC 459"), ("461 PC", "F", "PC 459"), ("190 PC", "Q", "PC 187"),
        ("213 PC", "F", "PC 211"),
    ],
)  # fmt: skip
def test_the_open_list_counts_what_only_grades_or_punishes_a_crime_that_it_prints_and_says_so(text, letter, crime):
    listed = found(text, "listed_7282_5_a3")
    assert (listed.value, listed.detail) == (True, letter)
    assert f"grades or punishes {crime}, which is printed" in listed.why


@pytest.mark.parametrize("text", ["242 PC", "243.4 PC", "243.1 PC"])
def test_what_the_open_list_prints_is_told_as_printed(text):
    assert "grades or punishes" not in found(text, "listed_7282_5_a3").why


@pytest.mark.parametrize("text", ["473 PC", "489 PC", "476A PC", "264 PC", "243.7(A) PC"])
def test_what_was_not_read_as_a_punishment_of_a_printed_crime_stays_what_it_was(text):
    assert "grades or punishes" not in found(text, "listed_7282_5_a3").why


@pytest.mark.parametrize("text", ["243(D) PC", "241(C) PC", "237(A) PC"])
def test_a_closed_list_does_not_count_the_crime_that_a_punishment_is_of(text):
    assert found(text, "serious").value is not True
    assert found(text, "violent").value is not True


@pytest.mark.parametrize("text", ["451.5(A) PC", "460(A) PC", "461(A) PC", "264 PC"])
def test_what_the_degree_tells_of_one_list_may_be_a_question_on_the_other(text):
    assert found(text, "serious").value is True
    assert found(text, "violent").value is None


@pytest.mark.parametrize("name", ["serious", "violent"])
@pytest.mark.parametrize(
    "text",
    [
        "213(B) PC",
        "664 PC",
        "182 PC",
        "186.22(B) PC",
        "667.61 PC",
        "12022.8 PC",
        "455 PC",
        "454 PC",
        "463 PC",
        "489 PC",
    ],
)
def test_what_says_nothing_without_its_crime_is_asked(name, text):
    one = found(text, name)
    assert one.value is True or (one.value is None and one.ask)


def test_what_is_no_degree_stays_what_it_was():
    assert crime_of(section("PC 452")) is None
    assert found("PC 452(b)", "serious").value is False
    assert found("PC 193(b)", "serious").value is False
    assert asked_of(section("PC 186.22(a)")) is None


def test_a_section_that_sets_a_degree_is_punished_as_its_crime():
    assert found("PC 190", "grade_felony").value is True
    assert not punishments()[("PC", "190")]
    assert found("PC 461(a)", "state_prison_felony").value is True
