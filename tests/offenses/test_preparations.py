"""Attempt, conspiracy, solicitation, accessory and aid written before a section: each by its own rule, never by the crime's class alone."""

from datetime import date

import pytest

from habeas.answers.class_rules import _same_section
from habeas.offenses.classify import ChargeFacts, classify
from habeas.offenses.reading import read_statute

DAY = date(2026, 11, 29)


def found(text, name, **facts):
    return classify(ChargeFacts(read_statute(text), **facts), DAY)[name]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("182(A)(1)/211 PC", "PC 182(a)(1)/211"),
        ("PC 182(A)(5)-245(A)(1)", "PC 182(a)(5)/245(a)(1)"),
        ("664(A)/187(A) PC", "PC 664(a)/187(a)"),
        ("653F(B)/187 PC", "PC 653f(b)/187"),
        ("32/215(A) PC", "PC 32/215(a)"),
        ("PC 31/459", "PC 31/459"),
        ("664PC/203PC", "PC 664/203"),
        ("664 PC/209(A) PC", "PC 664/209(a)"),
        ("182 PC-207 PC", "PC 182/207"),
        ("182(A)(1) PC/11378 HS", "PC 182(a)(1)/HS 11378"),
        ("ATT 211 PC", "PC 664/211"),
        ("ATT. 215 PC", "PC 664/215"),
        ("ATTEMPTED PC 203", "PC 664/203"),
        ("CONSPIRACY TO COMMIT 207 PC", "PC 182/207"),
        ("SOLICITATION 187 PC", "PC 653f/187"),
        ("203/664 PC", "PC 664/203"),
    ],
)
def test_the_preparation_and_its_subdivision_are_kept(text, canonical):
    reading = read_statute(text)
    assert (reading.canonical, reading.question, len(reading.sections)) == (canonical, None, 1)


@pytest.mark.parametrize(
    ("text", "first"), [("459PC;496PC;215PC", "PC 459"), ("484PC,203PC", "PC 484"), ("11378HS;187PC", "HS 11378")]
)
def test_a_code_close_behind_a_number_is_no_letter_of_it(text, first):
    reading = read_statute(text)
    assert str(reading.sections[0]) == first
    assert all(section.number.isdigit() for section in reading.sections)
    assert reading.question


@pytest.mark.parametrize("target", ["211", "215(A)", "203", "209(B)(1)"])
def test_a_conspiracy_is_serious_by_its_own_item_and_for_violent_a_question(target):
    serious, violent = (found(f"182(A)(1)/{target} PC", name) for name in ("serious", "violent"))
    assert (serious.value, serious.detail) == (True, "(43)")
    assert violent.value is None
    assert "conspiracy" in violent.why


def test_a_conspiracy_to_a_crime_that_is_not_listed_is_not_listed():
    assert found("182(A)(1)/484 PC", "violent").value is False


@pytest.mark.parametrize("before", ["653F(A)", "32"])
@pytest.mark.parametrize("target", ["187", "211", "245(A)(2)"])
@pytest.mark.parametrize("name", ["serious", "violent", "registrable"])
def test_soliciting_and_helping_afterwards_never_take_over_the_class_of_the_crime(before, target, name):
    assert found(f"{before}/{target} PC", name).value is not True


@pytest.mark.parametrize("before", ["653F(A)", "32"])
def test_soliciting_and_helping_afterwards_are_asked_where_the_crime_is_listed(before):
    assert found(f"{before}/203 PC", "serious", grade="felony").value is None


def test_a_solicitation_that_the_list_prints_itself_is_on_it():
    assert found("653F(C)/261 PC", "registrable").value is True


def test_soliciting_is_a_kind_of_its_own_and_an_accessory_is_none_that_is_listed():
    assert found("653F(A)/211 PC", "listed_7282_5_a3").detail == "AA"
    assert found("32/211 PC", "listed_7282_5_a3").value is None


def test_an_accessory_is_punished_as_one_and_not_as_the_crime():
    assert found("32/187 PC", "grade_felony").value is None
    assert found("187 PC", "grade_felony").value is True


@pytest.mark.parametrize("before", ["653F(D)", "32"])
def test_what_is_not_the_crime_itself_is_asked_of_drugs_and_driving(before):
    assert found(f"{before} PC/11378 HS", "controlled_substance").value is None
    assert found(f"{before} PC/23152(A) VC", "dui").value is None


def test_one_who_aids_is_a_principal():
    assert found("31/211 PC", "violent").value is True


def test_a_rule_for_the_crime_is_not_met_by_an_accessory():
    assert _same_section(read_statute("32/187 PC"), read_statute("PC 187")) is None
    assert _same_section(read_statute("31/187 PC"), read_statute("PC 187")) is None
