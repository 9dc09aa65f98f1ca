"""Orders to receive, hold or release are commands; no words of a court make a paper a judge's that no judge gave."""

import pytest

from habeas.paper.judicial.judicial import COURT_SIGNS
from tests.paper import forms
from tests.paper.helpers import asked, reading, values
from tests.paper.makers import Sheet
from tests.paper.test_who_commands import ARREST, COURT, WHO, paper

COMMAND = COURT_SIGNS[2]
CHARGED = "The defendant is charged with theft, RCW 9A.56.030."
HELD = "IT IS HEREBY ORDERED that the Sheriff of Quillon County receive the said defendant and detain her."


def order(*body, title="ORDER OF COMMITMENT", **more):
    """A state judge's order of these sentences about somebody who is charged."""
    return paper(*COURT, title=title, body=(CHARGED, *body), **more)


@pytest.mark.parametrize(
    "line",
    [
        HELD,
        "The court orders that the defendant be held without bail.",
        "It is ORDERED that the defendant, Ottoline M. Verity, be released forthwith from the jail.",
        "The sheriff is directed to discharge the defendant.",
        "The keeper is commanded to safely keep the person named above until further order.",
    ],
)
def test_an_order_to_hold_or_to_let_go_is_a_command(line):
    found = reading(order(line))
    assert (found.judicial, found.signer) == (True, "state_judge"), asked(found)
    assert COMMAND in found.lead.found


@pytest.mark.parametrize(
    "line",
    [
        "The clerk is directed to file the report. The defendant asks to be released.",
        "IT IS ORDERED that the motion to release the defendant is denied.",
        "IT IS ORDERED that the defendant be released on bond is hereby denied.",
        "The sheriff is not ordered to detain the defendant.",
        "The sheriff is not ordered to arrest the defendant.",
        "It is ordered that counsel brief whether the defendant be released.",
        "It is ordered that the motion to release the defendant be heard on Monday.",
        "It is ordered that a hearing on whether the defendant be detained is set for Monday.",
        "The clerk is directed to release the exhibits and the transcript.",
        "The court ordered the report that detainees receive.",
        "The sheriff is ordered, if a bond is posted, to release the defendant.",
    ],
)
def test_what_is_asked_for_denied_or_about_something_else_is_no_command(line):
    found = reading(order(line))
    assert COMMAND not in found.lead.found
    assert found.judicial is not True


@pytest.mark.parametrize(
    "title", ["Deputy Clerk", "Clerk of the Court", "Law Clerk to Judge Ada Quill", "Court Administrator"]
)
def test_an_order_to_hold_that_no_judge_signed_is_no_judges(title):
    found = reading(order(HELD, signs=("Tobias Voss", title)))
    assert found.judicial is not True
    assert found.signer != "state_judge"


def test_an_unsigned_order_to_hold_is_no_judges():
    assert reading(order(HELD, ink=False)).judicial is not True


@pytest.mark.parametrize("base", [forms.arrest_of_alien, forms.detainer])
@pytest.mark.parametrize("who", [forms.OFFICER, ("Isolde V. Tarrant", "Judge")])
def test_an_officers_form_stays_one_whatever_it_says_that_a_court_ordered(base, who):
    sheet = base(who=who) if base is forms.arrest_of_alien else base()
    sheet.say(40, 560, "SUPERIOR COURT OF WASHINGTON FOR QUILLON COUNTY, No. 26-1-00731-20, RCW 9A.56.030")
    sheet.say(40, 576, "The court orders that the defendant be detained. You are commanded to receive the said person.")
    found = reading(sheet)
    assert found.judicial is False
    assert found.kind in {"administrative_warrant", "detainer"}


QUOTED = (
    "On November 3, 2026 the Superior Court of Washington for Quillon County (No. 26-1-00731-20, RCW 9A.56.030) ordered that",
    "the defendant be held. The court commands the sheriff to detain her. We request a copy of that order and of the booking records.",
)


@pytest.mark.parametrize("title", ["Deportation Officer", "Superior Court Judge"])
def test_a_letter_that_quotes_a_courts_command_is_a_letter(title):
    sheet = (
        Sheet()
        .say(60, 50, "U.S. Immigration and Customs Enforcement", 12, "B")
        .say(60, 66, "Enforcement and Removal Operations")
    )
    sheet.say(60, 100, "November 9, 2026").say(60, 126, "Sheriff, Quillon County Jail").say(
        60, 150, f"Re: {WHO}, DOB 03/04/1988"
    )
    sheet.say(60, 174, "Dear Sheriff:")
    for place, line in enumerate(QUOTED):
        sheet.say(60, 196 + 14 * place, line)
    sheet.say(60, 250, "Sincerely,").ink(60, 280).say(60, 300, "Tobias Voss").say(60, 314, title)
    found = reading(sheet)
    assert found.judicial is not True
    assert found.kind in {"records_request", "status_inquiry", None}


def test_an_immigration_judges_order_to_detain_is_no_courts():
    head = ("EXECUTIVE OFFICE FOR IMMIGRATION REVIEW", "IMMIGRATION COURT, TACOMA, WASHINGTON")
    body = (CHARGED, "IT IS ORDERED that the respondent be detained without bond.")
    found = reading(
        paper(*head, title="ORDER OF THE IMMIGRATION JUDGE", body=body, signs=("Ada Quill", "Immigration Judge"))
    )
    assert found.judicial is not True


@pytest.mark.parametrize("who", [("Tobias Voss", "Board Member"), ("Ada Quill", "Judge")])
def test_a_boards_order_to_hold_is_no_courts(who):
    head = ("STATE BOARD OF PAROLE", "Sentencing court: SUPERIOR COURT OF QUILLON COUNTY")
    assert reading(paper(*head, body=(CHARGED, HELD), signs=who)).judicial is not True


def test_a_form_that_a_clerk_filled_with_a_courts_words_is_nobodys_order():
    sheet = Sheet().say(150, 50, "QUILLON COUNTY JAIL", 12, "B").say(150, 70, "INTAKE WORKSHEET", 12, "B")
    for place, line in enumerate((*COURT, "Case No. 26-1-00731-20", CHARGED, HELD, "Judge: Ada Quill")):
        sheet.say(60, 110 + 16 * place, line)
    found = reading(sheet.ink(330, 416).rule(310, 420, 560).say(312, 432, "Booking Officer"))
    assert found.judicial is not True


@pytest.mark.parametrize(
    "mark", ["BOND POSTED", "NO CHARGES", "DEFENDANT ARRESTED", "WARRANT SENT BACK", "DETAINER RELEASED DATE"]
)
def test_a_mark_made_of_labels_words_is_still_a_mark(mark):
    found = reading(order(HELD).say(420, 330, mark, 12, "B").say(420, 345, "11/21/2026", 9, "C"))
    assert found.judicial is not True
    assert mark in asked(found) or found.kind is None


@pytest.mark.parametrize("value", ["$25,000.00", ""])
def test_a_label_with_its_entry_is_no_mark_and_without_one_it_is_asked_about(value):
    found = reading(order(HELD).say(60, 330, "BAIL FIXED AT", 8, "C").say(60, 345, value, 9))
    assert (found.judicial is True) == bool(value)


@pytest.mark.parametrize(
    ("code", "fine"), [("(WARR)", True), ("(ORD)", True), ("(REC)", False), ("(VAC)", False), ("(NP)", False)]
)
def test_a_courts_code_for_its_own_title_is_no_mark_and_any_other_is(code, fine):
    found = reading(order(HELD, title="ORDER OF COMMITMENT AND WARRANT").say(280, 186, code, 9))
    assert (found.judicial is True) == fine, asked(found)


@pytest.mark.parametrize(("label", "fine"), [("Warrant Number", True), ("Clerk's note", False)])
def test_a_number_right_under_a_label_that_asks_for_one_is_no_mark(label, fine):
    sheet = order(ARREST[0], title="BENCH WARRANT").say(440, 66, label, 7).say(440, 77, "NP 2026 000981", 7, "C")
    assert (reading(sheet).judicial is True) == fine
    assert values(reading(sheet))["case_number"] != "NP 2026 000981"
