"""Whole lines of a record: a code belongs to the number beside it, and a second section is never dropped."""

from datetime import date

import pytest

from habeas.offenses.classify import classify
from habeas.offenses.describe import describe
from habeas.offenses.finding import ChargeFacts
from habeas.offenses.reading import read_statute

DAY = date(2025, 7, 1)


@pytest.mark.parametrize(
    ("line", "canonical"),
    [
        ("26100(C) PC-SHOOT AT PERSON FROM VEH", "PC 26100(c)"),
        ("23152(A) VC-DUI ALCOHOL/DRUGS", "VEH 23152(a)"),
        ("23152(A)VC-DUI ALCOHOL/DRUGS", "VEH 23152(a)"),
        ("25620 BP-POSS OPEN CONTAINER OF ALCOHOL:PUBLIC", "BP 25620"),
        ("11418(A)(2) PC-POS WPN OF MASS DEST W/PR", "PC 11418(a)(2)"),
        ("11357(C) HS-POSS MARIJUANA OVER 1 OZ/28.5 GRAM", "HS 11357(c)"),
        ("211 PC ROBBERY", "PC 211"),
        ("211 PC - ROBBERY OF A CC", "PC 211"),
        ("664/187(A) PC-ATT MURDER", "PC 664/187(a)"),
        ("18 1326 US-REENTRY OF A REMOVED ALIEN", "18 USC 1326"),
        ("18 USC 1326-REENTRY", "18 USC 1326"),
        ("PC 211/664", "PC 664/211"),
        ("49.04 PC DWI", "Tex. Penal 49.04"),
        ("O.C.G.A. 16-5-23.1", "O.C.G.A. 16-5-23.1"),
    ],
)
def test_the_code_is_the_one_beside_the_number_whatever_words_follow(line, canonical):
    reading = read_statute(line)
    assert (reading.canonical, reading.question) == (canonical, None)


@pytest.mark.parametrize(("line", "grade"), [("11350 H&S(M)", "misdemeanor"), ("459 PC(F)", "felony")])
def test_a_grade_in_brackets_behind_the_code_is_a_grade(line, grade):
    assert read_statute(line).grade_hint == grade


@pytest.mark.parametrize(
    ("line", "degree"), [("187 PC-MURDER:SECOND DEGREE", "second"), ("459 PC-BURGLARY:FIRST DEGREE", "first")]
)
def test_the_degree_that_the_words_name_is_kept(line, degree):
    assert read_statute(line).degree_hint == degree


@pytest.mark.parametrize(
    ("line", "sections"),
    [
        ("148(A)(1) PC, 211 PC", ["PC 148(a)(1)", "PC 211"]),
        ("PC 148(A)(1)/PC 211", ["PC 148(a)(1)", "PC 211"]),
        ("PC 148(A)(1) PC 211", ["PC 148(a)(1)", "PC 211"]),
        ("148(A)(1) PC\n211 PC", ["PC 148(a)(1)", "PC 211"]),
        ("148(A)(1) PC AND 211 PC", ["PC 148(a)(1)", "PC 211"]),
        ("148(A)(1) PC-RESIST 211 PC-ROBBERY", ["PC 148(a)(1)", "PC 211"]),
        ("PC 148(A)(1); HS 11378", ["PC 148(a)(1)", "HS 11378"]),
        ("26100(C) PC/12500(A) VC", ["PC 26100(c)", "VEH 12500(a)"]),
        ("496 PC/10851 VC", ["PC 496", "VEH 10851"]),
        ("148(A)(1) PC, 211", ["PC 148(a)(1)", "PC 211"]),
        ("18 USC 1326; 211 PC", ["18 USC 1326", "PC 211"]),
        ("PC 496, 10851 VC, HS 11378", ["PC 496", "VEH 10851", "HS 11378"]),
    ],
)
def test_every_section_of_a_line_is_read_under_its_own_code_and_asked_about(line, sections):
    reading = read_statute(line)
    assert [str(each) for each in reading.sections] == sections
    assert all(each in (reading.question or "") for each in sections)


@pytest.mark.parametrize(
    "line", ["148(A)(1) PC-RESIST AND 211", "148 PC WITH 211", "148(A)(1) PC-RESIST, 211", "148 PC RESIST/211"]
)
def test_a_number_that_may_be_a_second_section_is_asked_about(line):
    reading = read_statute(line)
    assert reading.question
    assert len(reading.sections) != 1


def found(line, name, **facts):
    return classify(ChargeFacts(read_statute(line), **facts), DAY)[name]


@pytest.mark.parametrize("grade", [None, "felony", "misdemeanor"])
def test_of_two_sections_a_class_is_told_only_where_both_have_it(grade):
    for name in ("serious", "violent", "listed_7282_5_a3"):
        one = found("148(A)(1) PC, 211 PC", name, grade=grade)
        assert one.value is None, name
        assert "PC 211" in (one.ask or "")
    assert found("211 PC, 215 PC", "violent", grade=grade).value is True
    assert found("148 PC, 242 PC", "violent").value is False


def test_an_attempt_is_of_the_first_section_alone():
    assert found("664/211 PC, 215 PC", "violent").value is None


def test_a_letter_in_the_number_that_no_section_has_is_asked_about():
    said = describe("11360A HS-SELL/FURNISH/ETC MARIJUANA/HASH", DAY)
    assert "HS 11360(a)" in said["question"]
    assert said["classes"]["controlled_substance"]["is"] == "unknown"
    assert describe("273A PC", DAY)["question"] is None


@pytest.mark.parametrize("line", ["RCW 46.61.502", "NRS 484C.110", "21 USC 841(a)(1)", "18 USC 13"])
@pytest.mark.parametrize("name", ["dui", "controlled_substance"])
def test_another_codes_section_is_never_said_to_be_no_drug_crime_and_no_drunk_driving(line, name):
    assert found(line, name).value is not False


def test_impaired_driving_of_north_carolina_is_driving_under_the_influence():
    assert found("G.S. 20-138.1", "dui").value is True
