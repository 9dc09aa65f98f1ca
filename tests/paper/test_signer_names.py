"""A bare `Name` in the block of a signature is who signed: nobody's jail record is matched with a judge's or an officer's name."""

import pytest

from tests.paper import forms
from tests.paper.helpers import reading, values
from tests.paper.makers import Sheet

WHO, SIGNER = "Odalys Pilar Wrexley", "Marcus O'Dell-Reyes"


def _three_rules(sheet):
    sheet.ink(330, 560).rule(320, 564, 572).say(330, 574, "Signature", 7).say(330, 600, SIGNER).rule(320, 603, 572)
    return sheet.say(330, 612, "Name", 7).say(330, 630, "Magistrate").rule(320, 633, 572).say(330, 642, "Title", 7)


def _name_and_title(sheet):
    sheet.ink(330, 560).rule(320, 564, 572).say(330, 578, SIGNER).rule(320, 581, 572)
    return sheet.say(330, 590, "Printed name", 7).say(320, 605, "Title: Commissioner")


def _under_the_rule(sheet):
    return sheet.ink(330, 560).rule(320, 564, 572).say(330, 578, SIGNER).say(330, 590, "(Name)", 7)


def _officer_over(sheet):
    sheet.rule(320, 564, 572).say(330, 574, "(Officer)", 7)
    return sheet.say(330, 590, SIGNER).say(330, 600, "(Full name)", 7)


def _by(sheet):
    return sheet.say(40, 560, "By:").rule(60, 563, 290).say(40, 580, f"Name: {SIGNER}").say(40, 595, "Magistrate Judge")


def _office_under(sheet):
    return sheet.say(40, 560, f"Name: {SIGNER}").say(40, 574, "Magistrate Judge")


BLOCKS = (_three_rules, _name_and_title, _under_the_rule, _officer_over, _by, _office_under)


def _warrant(block, name):
    sheet = Sheet().say(130, 48, "SUPERIOR COURT OF CALIFORNIA, COUNTY OF QUILLON", 13, "B").say(340, 104, "CASE NO.:")
    sheet.say(395, 104, "25-NF-006612-A").say(240, 176, "BENCH WARRANT", 15, "B")
    if name:
        sheet.say(50, 206, f"Name: {name}").say(50, 222, "Date of birth: 10/02/1988")
    return block(sheet.say(50, 266, "you are therefore COMMANDED forthwith to arrest the above-named defendant"))


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("name", [WHO, None])
def test_a_name_in_the_block_of_a_signature_is_never_the_persons(block, name):
    assert values(reading(_warrant(block, name))).get("subject_name") == name


@pytest.mark.parametrize("block", BLOCKS)
def test_the_person_in_a_sentence_comes_before_a_name_in_the_block(block):
    sheet = forms.arrest_of_alien(signed=False, name=WHO)
    sheet.parts = [
        each for each in sheet.parts if not any(word in each for word in ("Quennell", "(Signature", "(Printed", " l S"))
    ]
    assert values(reading(block(sheet))).get("subject_name") == WHO


def test_a_name_with_the_persons_own_days_beside_it_is_the_persons_under_any_signature():
    sheet = _warrant(_under_the_rule, None).say(50, 596, f"Name: {WHO}").say(50, 610, "Date of birth: 10/02/1988")
    assert values(reading(sheet)).get("subject_name") == WHO
