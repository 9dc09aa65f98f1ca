"""A second place to sign, a sworn day, a person's codes, more titles: what is a court's stays one, and what is none stays none."""

import pytest

from habeas.paper.judicial.added import _harmless
from tests.paper import forms
from tests.paper.helpers import reading, values
from tests.paper.makers import Sheet
from tests.paper.test_state_papers import WHO, california, texas

SWORN = "I declare under penalty of perjury that the foregoing is true and correct."
JUDGE = ("Octavia Pelham", "Circuit Judge")


def _undone(found):
    return any("withdrawn_words" in each.fields for each in found.papers)


@pytest.mark.parametrize(("first", "undone"), [(SWORN, False), ("The person is in custody.", True)])
def test_the_day_of_a_declaration_takes_nothing_back_and_any_other_execution_does(first, undone):
    found = reading(forms.arrest_warrant().say(48, 420, first).say(48, 434, "Executed on November 16, 2026"))
    assert (found.judicial is True, _undone(found)) == (not undone, undone)


@pytest.mark.parametrize("stamp", ["EXECUTED 11/16/2026", "RECALLED", "EXECUTED ON 11/16/2026"])
def test_a_stamp_under_a_declaration_is_still_a_mark(stamp):
    found = reading(forms.arrest_warrant().say(48, 420, SWORN).say(48, 434, stamp))
    assert found.judicial is not True
    assert _undone(found)


@pytest.mark.parametrize("words", ["W/F", "D.O.B.", "B/M 01-14-1988", "RACE/SEX"])
def test_a_persons_codes_are_no_stamps(words):
    assert _harmless(words, set())


@pytest.mark.parametrize("words", ["W/D", "N.P.", "C/F", "W/FTA", "D.O.A."])
def test_other_short_marks_are_still_unknown(words):
    assert not _harmless(words, set())


def _attested(sheet, signed):
    sheet.say(50, 560, "ATTEST: Clerk of the Circuit Court").say(50, 590, "By:").rule(70, 594, 230)
    sheet.say(232, 590, "Deputy Clerk", 9)
    return sheet.ink(90, 590) if signed else sheet


@pytest.mark.parametrize("signed", [True, False])
def test_a_judges_own_signature_counts_where_a_clerk_attests_it(signed):
    found = reading(_attested(california(*JUDGE), signed))
    assert (found.judicial, found.signer) == (True, "state_judge")
    assert values(found)["signer_name"] == "Octavia Pelham"


@pytest.mark.parametrize("line", ["Octavia Pelham", "WITNESS, the Honorable Octavia Pelham"])
def test_a_clerk_who_attests_what_no_judge_signed_makes_no_judges_paper(line):
    assert reading(_attested(california(line, "Circuit Judge", ink=False), signed=True)).judicial is not True


def test_a_clerk_signs_a_paper_that_the_judge_over_the_attest_left_unsigned():
    found = reading(_attested(california(*JUDGE, ink=False), signed=True))
    assert (found.judicial, found.signer) == (None, "clerk_of_court")


def test_a_witness_line_is_no_judges_signature():
    sheet = texas(signing=("WITNESS, Hon. Octavia Pelham, Circuit Judge",))
    assert reading(_attested(sheet, signed=True)).judicial is not True


def _complaint(*, administrator, judge):
    sheet = Sheet().say(40, 40, "COMPLAINT - WARRANT", 12, "B").say(460, 40, "NJ/CDR2 1/1/2017", 7)
    sheet.say(40, 70, "QUILLON MUNICIPAL COURT").say(330, 60, "VS.").say(330, 76, WHO.upper())
    sheet.say(40, 200, "YOU ARE HEREBY COMMANDED TO ARREST THE NAMED DEFENDANT").say(
        40, 214, "in violation of: 2C:12-1B(2)"
    )
    for y, caption, on in (
        (420, "Signature of Court Administrator or Deputy Court Administrator", administrator),
        (500, "Signature of Judge", judge),
    ):
        sheet.rule(50, y, 380).say(50, y + 9, caption, 7)
        if on:
            sheet.ink(60, y - 4)
    return sheet.say(50, 440, "Pilar Quend, Deputy Court Administrator", 9)


def test_the_administrator_signs_over_a_blank_line_of_a_judge():
    found = reading(_complaint(administrator=True, judge=False))
    assert (found.signer, found.judicial) == ("clerk_of_court", None)


def test_nobody_signs_where_both_lines_are_blank():
    found = reading(_complaint(administrator=False, judge=False))
    assert (found.signer, found.judicial) == (None, None)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("ORDER AND BENCH WARRANT", "judicial_warrant"),
        ("ORDER AND WARRANT OF ARREST", "judicial_warrant"),
        ("ORDER ON BENCH WARRANT", None),
        ("ORDER AND BENCH WARRANT RECALL", None),
    ],
)
def test_an_order_that_is_a_warrant_is_one_and_an_order_about_one_is_none(title, kind):
    assert reading(texas(title)).kind == kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Justice Court, Precinct 2, Quillon County, Texas", "judicial_warrant"),
        ("Justice Court Judge, Precinct 2", None),
    ],
)
def test_a_justice_court_heads_a_warrant_and_its_judges_title_heads_none(heading, kind):
    sheet = (
        Sheet().say(200, 40, "WARRANT OF ARREST", 14, "B").say(60, 80, "CAUSE NO. JP2-26-004418").say(330, 80, heading)
    )
    assert reading(sheet.say(50, 200, f"You are hereby commanded to arrest {WHO}")).kind == kind


@pytest.mark.parametrize(("head", "judicial"), [("QUILLON PAROLE BOARD", False), ("QUILLON TRADE BOARD", None)])
def test_a_warrant_to_commit_and_detain_is_a_parole_boards_and_never_a_courts(head, judicial):
    sheet = Sheet().say(200, 40, head, 12, "B").say(180, 70, "WARRANT TO COMMIT AND DETAIN", 13, "B")
    found = reading(sheet.say(50, 140, f"You are directed to take into custody and detain {WHO}."))
    assert (found.kind, found.judicial) == (None, judicial)


def _immigration(heading, title):
    sheet = Sheet().say(170, 30, heading, 12, "B").say(200, 70, "Warrant for Arrest of Alien", 13, "B")
    sheet.say(50, 130, f"I have determined that {WHO} is removable.").rule(310, 504, 560).ink(330, 500)
    return sheet.say(312, 514, title, 8).say(312, 526, "Pilar Quend", 9).say(40, 770, "Form I-200", 8)


@pytest.mark.parametrize(
    ("heading", "title", "warned"),
    [
        ("UNITED STATES DISTRICT COURT", "Deportation Officer", True),
        ("U.S. DEPARTMENT OF HOMELAND SECURITY", "Judge / Signature of Authorized Immigration Officer", True),
        ("U.S. DEPARTMENT OF HOMELAND SECURITY", "Signature of Authorized Immigration Officer", False),
    ],
)
def test_an_immigration_form_with_a_courts_marks_is_warned_of(heading, title, warned):
    found = reading(_immigration(heading, title))
    assert found.judicial is False
    assert any("these are inconsistent" in each for each in found.warnings) is warned
