"""Layouts that others drew: dots that lead to values, labels stacked in a column, boxes before attached forms, cells to sign in."""

import pytest

from tests.paper import forms
from tests.paper.helpers import reading, values
from tests.paper.makers import Sheet
from tests.paper.test_state_papers import WHO, california, texas

HEAD = (
    ("SUBJECT ID", "349002716"),
    ("EVENT #", "NEW1608000733"),
    ("FILE NO", "A 078 226 914"),
    ("DATE", "AUGUST 22, 2026"),
    ("NAME OF SUBJECT", "QUILLON, ODALYS PILAR"),
    ("DATE OF BIRTH", "SEPTEMBER 3, 1984"),
    ("CITIZENSHIP", "EGYPT"),
    ("SEX", "MALE"),
)


@pytest.mark.parametrize("dots", ["", " ......................", "......................"])
def test_labels_stacked_in_a_column_are_each_a_label_and_their_dots_no_values(dots):
    sheet = (
        Sheet()
        .say(200, 40, "DEPARTMENT OF HOMELAND SECURITY")
        .say(160, 60, "IMMIGRATION DETAINER - REQUEST FOR VOLUNTARY ACTION", 11, "B")
    )
    for count, (label, value) in enumerate(HEAD):
        sheet.say(50, 100 + 13 * count, label + dots).say(300, 100 + 13 * count, value)
    found = values(reading(sheet.say(40, 770, "DHS Form I-247D (5/15)", 8)))
    assert (found["subject_name"], found["citizenship"], found["event_number"]) == (
        "QUILLON, ODALYS PILAR",
        "EGYPT",
        "NEW1608000733",
    )
    assert (found["a_number"], found["date_of_birth"], found["issued_on"]) == (
        "A 078 226 914",
        "1984-09-03",
        "2026-08-22",
    )


@pytest.mark.parametrize(
    ("first", "second", "attached"), [(True, False, ["I-200"]), (False, True, ["I-205"]), (False, False, [])]
)
def test_of_forms_with_a_box_each_the_ticked_are_said_to_be_attached(first, second, attached):
    sheet = forms.detainer(attached=False).say(60, 588, "This detainer is accompanied by:")
    sheet.tick(240, 588, first, "Form I-200").tick(330, 588, second, "Form I-205")
    assert values(reading(sheet))["attachments"] == attached


def _order(name_caption="Name (type or print)"):
    """A court's order whose judge's name stands in a cell of the block of the signature, and nobody else's is labeled."""
    sheet = texas(signing=())
    sheet.parts = [each for each in sheet.parts if WHO.upper() not in each and WHO not in each]
    sheet.say(300, 500, "Signature", 7).ink(330, 520).say(300, 535, name_caption, 7).say(
        304, 547, "Thaddeus W. Ironwood"
    )
    return (
        sheet.say(60, 94, "Name And Address Of Defendant", 7)
        .say(60, 106, WHO)
        .say(60, 118, "77 Quill Rd, Oriental Shores NC")
    )


@pytest.mark.parametrize(
    "caption", ["Name (type or print)", "Name (please print)", "Print or Type Name", "Name Printed"]
)
def test_a_judges_name_in_the_block_is_never_the_persons(caption):
    assert values(reading(_order(caption)))["subject_name"] == WHO


def test_a_line_of_copies_signs_nothing_and_an_electronic_signature_over_the_name_does():
    sheet = california("Octavia Pelham", "Circuit Judge", ink=False).say(
        312, 480, "Electronically signed by Judge Octavia Pelham", 8
    )
    found = reading(
        sheet.say(312, 491, "11/05/2026 02:14:51 PM", 7).say(
            50, 560, "Copies: State Attorney; Sheriff, Warrants Division"
        )
    )
    assert (found.signer, found.judicial) == ("state_judge", True)
    assert values(found)["signer_name"] == "Octavia Pelham"


def test_a_governor_signs_over_the_line_of_the_secretary_who_attests():
    sheet = Sheet().say(200, 40, "STATE OF QUILLON").say(200, 60, "GOVERNOR'S WARRANT", 13, "B")
    sheet.say(50, 140, f"You are commanded to arrest {WHO}.").ink(320, 400).say(312, 420, "Pilar Quend").say(
        312, 432, "Governor"
    )
    found = reading(sheet.say(312, 456, "By the Governor:").say(312, 490, "Secretary of State"))
    assert (found.signer, values(found)["signer_name"], found.judicial) == ("governor", "Pilar Quend", False)


def test_a_title_before_the_name_is_cut_from_it():
    sheet = forms.arrest_warrant(who=("", "")).say(326, 500, "U.S. Magistrate Judge Isolde V. Tarrant")
    found = values(reading(sheet))
    assert (found["signer_name"], found["signer_title"]) == ("Isolde V. Tarrant", "U.S. Magistrate Judge")


def _officers(head, title="WARRANT FOR ARREST"):
    sheet = Sheet().say(200, 40, head).say(200, 70, title, 13, "B").say(340, 100, "Case No. A 244-118-902")
    sheet.say(
        50,
        140,
        "TO: Any immigration officer authorized pursuant to sections 236 and 287 of the Immigration and Nationality Act",
    )
    sheet.say(
        50,
        160,
        f"I have determined that there is probable cause to believe that {WHO} is removable from the United States.",
    )
    return sheet.say(40, 770, "DHS Form I-200", 8)


@pytest.mark.parametrize("head", ["DISTRICT OF NEBRASKA", "UNITED STATES DISTRICT COURT"])
def test_an_officers_warrant_under_a_courts_title_is_an_officers(head):
    found = reading(_officers(head))
    assert (found.kind, found.form, found.judicial) == ("administrative_warrant", "I-200", False)
    assert values(found)["a_number"] == "A 244-118-902"


def _in_a_sentence(title, caption="THE STATE OF TEXAS"):
    sheet = Sheet().say(250, 40, title, 16, "B").say(60, 80, "CAUSE NO. 26-CR-1907-F").say(60, 100, caption)
    sheet.say(50, 140, f"YOU ARE HEREBY COMMANDED to arrest {WHO} and have {WHO.split()[-1]} before the Honorable")
    return sheet.say(50, 154, "476th Judicial District Court of Mesquital County, Texas, to answer the State.")


@pytest.mark.parametrize(
    ("title", "caption", "kind"),
    [
        ("CAPIAS", "THE STATE OF TEXAS", "judicial_warrant"),
        ("BENCH WARRANT", "STATE OF GEORGIA", "judicial_warrant"),
        ("CAPIAS", "QUILLON SUPPLY COMPANY", None),
        ("WARRANT", "THE STATE OF TEXAS", None),
    ],
)
def test_a_capias_that_names_its_court_in_the_sentence_is_a_courts(title, caption, kind):
    found = reading(_in_a_sentence(title, caption))
    assert (found.kind, found.judicial) == (kind, None)


def test_a_courts_name_goes_on_in_the_next_line():
    sheet = california()
    sheet.parts = [each for each in sheet.parts if "SUPERIOR COURT" not in each]
    sheet.say(60, 40, "IN THE CIRCUIT COURT OF THE TWENTY-FIRST JUDICIAL CIRCUIT, IN AND").say(
        60, 54, "FOR CALOOSA COUNTY, FLORIDA"
    )
    assert values(reading(sheet))["court"].endswith("IN AND FOR CALOOSA COUNTY, FLORIDA")


def _in_cells(*, ink=True):
    """An order whose block is a grid: a caption in the corner of each cell, what it asks for under it, offices beside boxes."""
    sheet = california("")
    sheet.parts = [each for each in sheet.parts if " c " not in each and " l S" not in each]
    for x in (30, 130, 380, 582):
        sheet.parts.append(f".7 w {x} {792 - 500} m {x} {792 - 566} l S")
    sheet.rule(30, 500, 582).say(136, 508, "Signature", 7).say(136, 544, "Name (type or print)", 7).say(
        136, 556, "Thaddeus Quend"
    )
    for count, office in enumerate(("Magistrate", "Deputy CSC", "District Court Judge")):
        sheet.tick(386, 512 + 14 * count, count == 2, office)
    return sheet.ink(160, 530) if ink else sheet


@pytest.mark.parametrize(("ink", "signer"), [(True, "state_judge"), (False, None)])
def test_a_signature_in_a_cell_stands_under_its_caption(ink, signer):
    found = reading(_in_cells(ink=ink))
    assert (found.signer, found.judicial is True) == (signer, ink)
    assert values(found)["signer_name"] == "Thaddeus Quend"


def test_the_day_beside_the_signature_is_the_papers_day():
    sheet = california("Hon. Octavia Pelham, Judge of the Superior Court").say(480, 502, "08/22/2026")
    assert values(reading(sheet))["issued_on"] == "2026-08-22"
    unsigned = california("Hon. Octavia Pelham, Judge of the Superior Court", ink=False).say(480, 502, "08/22/2026")
    assert values(reading(unsigned))["issued_on"] != "2026-08-22"


def test_a_caption_of_two_columns_gives_no_word_of_its_number_to_the_name():
    sheet = california().say(50, 640, "vs. Odalys Pilar Wrexley").say(340, 640, "Case Number: QR-26-004417")
    assert values(reading(sheet))["subject_name"] == WHO


def test_what_a_fax_machine_prints_is_no_entry_and_no_court():
    faxed = "11/17/26 TUE 09:12 FAX 9125550133"
    found = values(reading(forms.detainer().say(20, 16, f"{faxed} FROM: PHX DUTY", 8)))
    assert "PHX" not in found["issuing_office"]
    sheet = california().say(20, 16, faxed, 8).say(330, 16, "OCHLOCKEE CO STATE COURT", 8)
    assert values(reading(sheet))["court"].startswith("SUPERIOR COURT")


@pytest.mark.parametrize("line", ["AFOD Cornelius Vandeveer", "Cornelius Vandeveer, AFOD"])
def test_an_officers_name_and_title_on_one_line_are_told_apart_in_either_order(line):
    sheet = (
        Sheet()
        .say(40, 40, "U.S. Department of Homeland Security")
        .say(200, 60, "WARRANT OF REMOVAL/DEPORTATION", 13, "B")
    )
    sheet.rule(310, 400, 560).ink(330, 396).say(400, 409, "(Signature of immigration officer)", 7).say(
        312, 424, line
    ).rule(310, 427, 560)
    found = values(reading(sheet.say(400, 436, "(Title of immigration officer)", 7).say(40, 770, "Form I-205", 8)))
    assert (found["signer_name"], found["signer_title"]) == ("Cornelius Vandeveer", "AFOD")


def test_bail_in_a_sentence_is_read():
    sheet = california().say(50, 280, "BOND is set in the amount of $7,500.00.")
    assert values(reading(sheet))["bail"] == "7500"


def test_a_name_broken_over_two_blanks_of_a_row_is_read_whole():
    sheet = _officers("U.S. DEPARTMENT OF HOMELAND SECURITY", "Warrant for Arrest of Alien")
    sheet.parts = [each for each in sheet.parts if WHO not in each]
    sheet.say(50, 160, "I have determined that there is probable cause to believe that").say(400, 160, "QUILLON-WREX,")
    sheet.say(50, 173, "Odalys").say(160, 173, "is removable from the United States. This determination is based upon:")
    assert values(reading(sheet))["subject_name"] == "QUILLON-WREX, Odalys"
