"""A last letter in brackets: the grade, a subdivision, or a question. No class is ruled out by a grade read as a subdivision."""

from datetime import date

import pytest

from habeas.offenses.classify import ChargeFacts, classify
from habeas.offenses.describe import describe
from habeas.offenses.reading import read_statute

DAY = date(2026, 11, 29)


def found(text, name):
    return classify(ChargeFacts(read_statute(text)), DAY)[name].value


@pytest.mark.parametrize(
    ("text", "canonical", "grade"),
    [
        ("PC 203 (F)", "PC 203", "felony"),
        ("PC 594 (M)", "PC 594", "misdemeanor"),
        ("PC 415 (I)", "PC 415", "infraction"),
        ("PC 261 (FEL)", "PC 261", "felony"),
        ("PC 484(MISD)", "PC 484", "misdemeanor"),
        ("PC 640 (INF)", "PC 640", "infraction"),
        ("PC 215 [F]", "PC 215", "felony"),
        ("PC 246 [FEL]", "PC 246", "felony"),
        ("PC 664-215(A) (F)", "PC 664/215(a)", "felony"),
        ("PC 487(A) (M)", "PC 487(a)", "misdemeanor"),
        ("PC 460(B)(F)", "PC 460(b)", "felony"),
        ("273.5(A) (F) PC", "PC 273.5(a)", "felony"),
        ("PC 212.5 (F) ROBBERY", "PC 212.5", "felony"),
        ("HS 11378 (F)", "HS 11378", "felony"),
    ],
)
def test_a_last_bracket_behind_a_blank_or_a_lettered_subdivision_is_the_grade(text, canonical, grade):
    reading = read_statute(text)
    assert (reading.canonical, reading.grade_hint) == (canonical, grade)


@pytest.mark.parametrize(
    "text", ["647 (F) PC", "PC 647(f)", "602(M) PC", "VC 23152 (A)", "PC 245(a)(1)", "PC 12022.53(b)"]
)
def test_a_bracket_where_a_subdivision_stands_is_a_subdivision(text):
    reading = read_statute(text)
    assert (reading.grade_hint, reading.either) == (None, ())
    assert len(reading.sections[0].subdivisions) >= 1


@pytest.mark.parametrize(
    "text", ["PC 286 (F)", "PC 287 (F)", "PC 289 (F)", "PC 286(F)", "PC 287(F)", "PC 289(F)", "PC 451(F)"]
)
@pytest.mark.parametrize("name", ["serious", "violent"])
def test_a_letter_that_may_be_either_rules_no_class_out(text, name):
    assert found(text, name) is not False


@pytest.mark.parametrize("text", ["PC 286 (F)", "PC 289(F)"])
def test_a_letter_that_may_be_either_is_asked(text):
    question = describe(text, DAY)["question"]
    assert "the grade or the subdivision" in question
    assert "(f)" in question
    assert "felony" in question


def test_a_class_that_both_readings_agree_in_is_told():
    assert found("PC 211(F)", "serious") is True
    assert found("PC 286(F)", "prop47_misdemeanor") is False


@pytest.mark.parametrize("text", ["PC 211 (F)", "PC 451 (F)", "PC 459 (M)"])
def test_behind_a_blank_a_letter_that_our_tables_have_not_as_a_subdivision_asks_nothing(text):
    assert describe(text, DAY)["question"] is None


def test_a_subdivision_that_is_only_a_misdemeanor_is_not_asked_about_its_letter():
    told = describe("PC 647(F)", DAY)
    assert (told["section"], told["question"]) == ("PC 647(f)", None)


@pytest.mark.parametrize("text", ["PC 286(F), PC 594(B)", "PC 594(B); PC 289(F)"])
def test_in_a_line_of_several_sections_the_letter_rules_nothing_out_either(text):
    assert found(text, "serious") is None
