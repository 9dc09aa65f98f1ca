"""Who commands: an authority over a court's name, two offices with a stroke between them, officers' words under a court's caption."""

import pytest

from habeas.paper.judicial.titles import office_alone, signer_under
from tests.paper.helpers import reading, values
from tests.paper.makers import Sheet

WHO = "Ottoline Marsh Verity"


def paper(*head, title="WARRANT", body=(), signs=("Ada Quill", "Judge of the Superior Court"), ink=True):
    """A short paper: its head, its title, sentences, a signed block."""
    sheet = Sheet()
    for place, line in enumerate(head):
        sheet.say(150, 40 + 14 * place, line, 11, "B")
    sheet.say(60, 110, "STATE OF WASHINGTON, Plaintiff,").say(60, 124, "vs.").say(60, 138, f"{WHO}, Defendant.")
    sheet.say(340, 110, "No. 26-1-00731-20").say(250, 170, title, 13, "B")
    for place, line in enumerate(body):
        sheet.say(50, 210 + 13 * place, line)
    if ink:
        sheet.ink(330, 416)
    sheet.rule(310, 420, 560)
    for place, line in enumerate(signs):
        sheet.say(312, 432 + 12 * place, line)
    return sheet


COURT = ("SUPERIOR COURT OF WASHINGTON", "FOR QUILLON COUNTY")
ARREST = (
    "YOU ARE COMMANDED to arrest the defendant, charged with theft, RCW 9A.56.030, and bring her before this court.",
)


def test_an_authority_that_heads_a_paper_over_a_courts_name_issued_it():
    board = ("STATE BOARD OF PAROLE", "Sentencing court: SUPERIOR COURT OF QUILLON COUNTY")
    found = reading(paper(*board, body=ARREST, signs=("Tobias Voss", "Board Member")))
    assert (found.kind, found.form, found.judicial) == (None, "Parole warrant", False)
    assert reading(paper(*COURT, body=ARREST)).kind == "judicial_warrant"


@pytest.mark.parametrize("title", ["Judge / Clerk", "Judge or Clerk of the Court", "Clerk/Judge"])
def test_of_two_offices_with_a_stroke_between_them_neither_is_supposed(title):
    assert signer_under(title, "state_court") is None
    found = reading(paper(*COURT, body=ARREST, signs=("Ada Quill", title)))
    assert (found.signer, found.judicial) == (None, None)


def test_two_offices_of_one_kind_are_that_kind():
    assert signer_under("Judge / Commissioner", "state_court") == "state_judge"


@pytest.mark.parametrize("head", [COURT, ("UNITED STATES DISTRICT COURT", "EASTERN DISTRICT OF WASHINGTON")])
def test_what_is_addressed_to_immigration_officers_is_theirs_whatever_heads_it(head):
    body = (
        "To: Any immigration officer authorized pursuant to sections 236 and 287 of the Immigration and Nationality Act",
        f"I have determined that there is probable cause to believe that {WHO} is removable from the United States.",
        "YOU ARE COMMANDED to arrest and take into custody the above-named alien.",
    )
    found = reading(paper(*head, title="WARRANT FOR ARREST", body=body, signs=("T. Voss", "Deportation Officer")))
    assert (found.kind, found.form, found.judicial) == ("administrative_warrant", "I-200", False)


@pytest.mark.parametrize(
    ("title", "line", "kind"),
    [
        ("COMMITMENT PENDING REVIEW", "The Sheriff is commanded to receive the defendant and keep her.", "court_order"),
        ("ORDER", "It is ordered that the defendant be released forthwith.", "court_order"),
        ("PROCESS FOR THE PERSON", "Any officer is directed to take the defendant into custody.", "judicial_warrant"),
        ("ORDER", "The sheriff is ordered to produce the records of the visit.", None),
        ("ORDER", "The defendant is ordered to appear on December 1, 2026 and to pay costs.", None),
        ("ORDER RECALLING WARRANT", "The sheriff is ordered to release the defendant.", None),
        ("MOTION TO RELEASE", "The state asks that it be ordered that the defendant be released.", None),
        ("AFFIDAVIT FOR WARRANT", "I ask that an officer be commanded to arrest the defendant.", None),
        ("WRIT", "You are commanded to attach the estate of the said debtor to the value of 400 dollars.", None),
    ],
)
def test_a_courts_paper_is_known_by_what_it_commands(title, line, kind):
    assert reading(paper(*COURT, title=title, body=(line,))).kind == kind


def test_the_same_command_without_a_court_is_no_courts_paper():
    found = reading(
        paper("QUILLON RECOVERY SERVICES", title="PROCESS", body=("You are directed to arrest the defendant.",))
    )
    assert (found.kind, found.judicial) == (None, None)


def test_a_tribes_warrant_is_a_warrant_and_its_judge_neither_a_states_nor_a_federal_one():
    head = ("IN THE TRIBAL COURT OF THE", "ALDER CREEK BAND OF INDIANS")
    found = reading(paper(*head, body=ARREST, signs=("Ada Quill", "Chief Judge")))
    assert (found.kind, found.signer, found.judicial) == ("judicial_warrant", None, None)
    assert values(found)["court"] == "IN THE TRIBAL COURT OF THE ALDER CREEK BAND OF INDIANS"


def test_the_court_behind_a_titles_comma_is_no_part_of_the_office():
    assert office_alone("Judge, Superior Court of Quillon County") == "Judge"
    assert office_alone("Director, Field Operations") == "Director, Field Operations"
    assert office_alone(None) is None


def test_an_unsigned_order_has_no_signer():
    found = reading(paper(*COURT, title="ORDER", body=("It is ordered that the defendant be released.",), ink=False))
    assert (found.kind, found.signer, found.judicial) == ("court_order", None, None)


def test_a_form_of_dhs_nobody_wrote_down_is_known_by_its_number_and_names_its_person():
    sheet = Sheet().say(60, 40, "U.S. Department of Homeland Security", 11).say(320, 40, "Notice and Order", 13, "B")
    sheet.say(60, 90, "Event Number: QUI2602000047").say(340, 90, "File No: A 249 015 586").say(
        340, 104, "Date: 02/03/2026"
    )
    sheet.say(60, 130, f"In the Matter of: {WHO}").say(60, 760, "Form I-860 (Rev. 08/01/07)", 8)
    read = reading(sheet)
    assert (read.kind, read.form, read.judicial) == (None, "I-860", False)
    assert (values(read)["subject_name"], values(read)["a_number"]) == (WHO, "A 249 015 586")


@pytest.mark.parametrize("hour", ["11/19/2025 10:42 AM CST", "2025-11-19 10:42:07 -06'00'"])
def test_a_name_in_the_box_of_a_program_that_signed_is_the_signers_and_the_hour_is_none(hour):
    sheet = paper(*COURT, body=ARREST, signs=(), ink=False).say(312, 380, "Electronically signed by", 7)
    sheet.say(312, 392, "Honorable Ada Quill", 9).say(312, 402, hour, 7).say(312, 417, "JUDGE, DIVISION K", 9)
    found = reading(sheet)
    assert (found.signer, values(found)["signer_name"], values(found)["signer_title"]) == (
        "state_judge",
        "Ada Quill",
        "JUDGE",
    )


def test_electronically_signed_on_a_day_names_nobody_else():
    sheet = paper(*COURT, body=ARREST, signs=("Hon. Ada Quill", "Superior Court Judge"))
    found = reading(sheet.say(312, 392, "Electronically signed on 12/2/2025 2:16 PM pursuant to GR 30", 7))
    assert (found.signer, found.judicial) == ("state_judge", True)


def test_a_letter_that_tells_of_a_courts_order_is_no_order():
    letter = paper(
        *COURT, title="OFFICE OF THE CLERK", body=("Dear Sheriff:", "The court ordered that the defendant be released.")
    )
    assert reading(letter).kind is None
