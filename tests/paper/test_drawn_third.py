"""What a third drawing of forms asked for: deputies, boxes in a row, days that stand alone, print at the rim, titles by words."""

import pytest

from habeas.paper.fields.likely import called_name
from habeas.paper.forms.state_titles import is_order_title, is_warrant_title
from habeas.paper.judicial.cells import of_a_cell
from habeas.paper.judicial.standins import stand_in
from tests.paper.helpers import asked, reading, values
from tests.paper.makers import Sheet

WHO = "Dolores Anne Pelletier"


def ohio(*, place=0, signed=True):
    """A court's warrant on an indictment; `signed` draws a judge's block, else the test adds its own."""
    sheet = Sheet().say(180, 40, "IN THE COURT OF COMMON PLEAS", 12, "B").say(200, 56, "LICKING COUNTY, OHIO", 12, "B")
    sheet.say(60, 80, "State of Ohio, Plaintiff,").say(60, 94, "-vs-").say(60, 108, f"{WHO},").say(
        60, 122, "Defendant."
    )
    sheet.say(340, 80, "Case No. 2026 CR 00417").say(340, 100, "WARRANT ON INDICTMENT", 13, "B")
    sheet.say(50, 160, f"You are ordered to arrest {WHO} and bring said person before this Court on a charge of Theft,")
    sheet.say(50, 174, "R.C. 2913.02(A)(1), a felony of the fifth degree.")
    if signed:
        sheet.ink(330, 296).rule(310, 300, 540).say(312, 312, "Judge Ada Quill")
    return sheet


@pytest.mark.parametrize(
    "drawn",
    [
        lambda s: s.say(310, 300, "MARTA BLOOM, Clerk of Courts").ink(330, 344).say(310, 358, "By: Dana Pratt, Deputy"),
        lambda s: (
            s.ink(330, 296)
            .say(310, 310, "Clerk of Courts, Licking County")
            .say(310, 324, "By: Dana Pratt, Deputy Clerk")
        ),
    ],
)
def test_a_deputy_signs_for_the_clerk_over_either_line_and_is_named(drawn):
    found = reading(drawn(ohio(signed=False)))
    assert (found.signer, found.judicial, values(found)["signer_name"]) == ("clerk_of_court", None, "Dana Pratt")


def test_a_clerk_who_signs_over_an_empty_line_for_a_deputy_signed():
    sheet = (
        ohio(signed=False).ink(330, 296).say(310, 310, "Perry Maddux, Clerk").say(310, 324, "By ______________ D.C.")
    )
    found = reading(sheet)
    assert (found.signer, values(found)["signer_name"]) == ("clerk_of_court", "Perry Maddux")
    unsigned = ohio(signed=False).say(310, 310, "Perry Maddux, Clerk").say(310, 324, "By ______________ D.C.")
    assert reading(unsigned).signer is None


def boxes(ticked, *, ink=True):
    sheet = ohio(signed=False)
    if ink:
        sheet.ink(300, 290)
    for place, office in enumerate(("CLERK", "DEPUTY CLERK", "JUDGE")):
        sheet.tick(310 + 90 * place, 306, office == ticked, office)
    return sheet.say(310, 322, "Petra Vaughan")


def test_over_a_row_of_boxes_the_office_that_is_ticked_signed():
    found = reading(boxes("JUDGE"))
    assert (found.signer, found.judicial, values(found)["signer_name"]) == ("state_judge", True, "Petra Vaughan")
    assert reading(boxes("DEPUTY CLERK")).signer == "clerk_of_court"
    assert reading(boxes("JUDGE", ink=False)).judicial is None
    assert reading(boxes("")).judicial is None


@pytest.mark.parametrize(("caption", "signer"), [("Signature of Judge", "state_judge"), ("Signature", None)])
def test_a_caption_that_says_which_office_signs_gives_the_office(caption, signer):
    sheet = ohio(signed=False).ink(330, 296).rule(310, 300, 540).say(312, 310, caption, 8)
    assert reading(sheet.say(312, 334, "Horace Wadleigh").say(312, 346, "Printed Name", 8)).signer == signer


def test_an_order_that_says_its_signature_stands_at_the_top_is_read_there_and_no_other_is():
    said = "-- END OF ORDER - SIGNATURE AT THE TOP OF THE FIRST PAGE --"
    top = Sheet().say(330, 30, "/s/ DELORA JESSOP").say(330, 44, "District Court Judge")
    top.say(180, 110, "IN THE DISTRICT COURT OF UTAH COUNTY", 12, "B").say(340, 150, "WARRANT OF ARREST", 13, "B")
    assert reading(top).signer is None
    assert reading(top.say(150, 400, said)).signer == "state_judge"


def test_an_officers_line_on_a_return_is_nobodys_signature_under_the_paper():
    sheet = (
        ohio()
        .say(60, 360, "RETURN WHERE DEFENDANT IS FOUND")
        .say(60, 380, "I arrested the defendant on the ____ day of ____, 20__.")
    )
    found = reading(sheet.say(420, 380, "________ Signature"))
    assert (found.signer, found.judicial) == ("state_judge", True)


def test_a_day_that_stands_alone_under_the_signature_is_the_papers_and_two_are_asked_about():
    assert values(reading(ohio().say(312, 326, "November 19, 2026")))["issued_on"] == "2026-11-19"
    two = reading(ohio().say(312, 326, "November 19, 2026").say(60, 326, "November 20, 2026"))
    assert values(two)["issued_on"] is None
    assert "the date" in asked(two)


def test_an_unfilled_day_takes_none_from_the_sentence_over_it():
    sheet = ohio(signed=False).say(50, 188, "It is ordered that she appear before this Court on")
    sheet.say(50, 202, "December 8, 2026 at 1:30 p.m.").say(50, 216, "DATED this ____ day of ____________, 20__.")
    assert values(reading(sheet))["issued_on"] is None


def test_a_caption_under_a_day_names_it_though_sentences_stand_over_the_day():
    sheet = ohio().say(50, 188, "and hold her to bail.").say(50, 201, "November 17, 2026").say(50, 213, "Date", 8)
    assert values(reading(sheet))["issued_on"] == "2026-11-17"


def test_the_county_in_a_column_of_its_own_belongs_to_a_court_called_without_one():
    sheet = Sheet().say(60, 40, "STATE OF SOUTH CAROLINA").say(60, 54, "COUNTY OF GREENVILLE")
    sheet.say(320, 40, "IN THE COURT OF GENERAL SESSIONS").say(320, 60, "BENCH WARRANT", 13, "B").say(
        60, 90, "Case No. 2026-1"
    )
    assert values(reading(sheet))["court"] == "IN THE COURT OF GENERAL SESSIONS, COUNTY OF GREENVILLE"


@pytest.mark.parametrize("text", ["Ind. No. 72418-26", "Case No. 26-1", "CAUSE NUMBER 4471"])
def test_the_label_of_a_number_is_nobodys_name(text):
    assert called_name(text) is None


def test_a_name_ends_where_a_registers_short_name_begins():
    assert called_name("LAVELL ANTOINE HODGES MDOC No. 448812").value == "LAVELL ANTOINE HODGES"


PRINT = ("NHJB-2301-S (07/01/2011)", "FORM DC-360 (MASTER) 07/24", "JD-CR-36", "LAST NAME, FIRST NAME, MIDDLE NAME", "W", "ENTER:",
         "AND IT IS SO ORDERED.", "TO: WARDEN, OTTER COUNTY JAIL", "BAIL INFORMATION: PRESET BOND $3,000.00")  # fmt: skip


@pytest.mark.parametrize("text", PRINT)
def test_more_of_a_forms_own_print_is_no_mark(text):
    assert reading(ohio().say(60, 740, text)).judicial is True


@pytest.mark.parametrize(
    "text", ["X", "NP 1112", "RTND TO CT", "ENTER NP", "COMPLETE", "TO: CLOSED FILES", "BOND OUT 11/12"]
)
def test_what_is_like_a_forms_print_and_may_undo_is_asked_about(text):
    found = reading(ohio().say(60, 740, text))
    assert found.judicial is not True
    assert "in force" in asked(found)


def test_what_a_form_asks_of_its_writer_is_print_and_a_case_that_is_complete_is_not():
    assert of_a_cell("COMPLETE DATA BELOW IF KNOWN")
    assert not of_a_cell("CASE COMPLETE AS OF 11/12")


@pytest.mark.parametrize(
    "title",
    ["WARRANT FOR RETAKING AND DETAINING A RELEASEE", "BENCH WARRANT FOR PRISONER", "REARREST WARRANT", "DEFAULT WARRANT",
     "WARRANT FOR ARREST OF DEFENDANT ON PRETRIAL RELEASE"],
)  # fmt: skip
def test_more_titles_of_warrants_are_told_by_their_words(title):
    assert is_warrant_title(title)


def test_titles_of_orders_over_three_lines_and_of_removal_are_told_by_their_words():
    assert is_order_title("WRIT OF HABEAS CORPUS AND ORDER FOR TRANSPORT OF PRISONER")
    assert is_order_title("ORDER FOR REMOVAL OF PRISONER")
    assert not is_order_title("ORDER FOR REMOVAL OF ALIEN")
    sheet = Sheet().say(60, 40, "STATE OF MICHIGAN").say(60, 53, "3RD JUDICIAL CIRCUIT").say(60, 66, "WAYNE COUNTY")
    sheet.say(200, 40, "WRIT OF HABEAS CORPUS").say(200, 53, "AND ORDER FOR TRANSPORT").say(200, 66, "OF PRISONER")
    assert reading(sheet.say(60, 120, "YOU ARE ORDERED to bring the prisoner before this court.")).kind == "court_order"


def test_a_departments_heading_is_no_label_and_whom_a_form_concerns_is():
    sheet = (
        Sheet()
        .say(60, 40, "Department of Homeland Security")
        .say(60, 54, "Immigration Detainer - Notice of Action", 13, "B")
    )
    sheet.say(60, 80, "Sent by (DHS office)").say(60, 92, "Phoenix Field Office").say(
        60, 110, "Person this concerns"
    ).say(240, 110, "Born on")
    sheet.say(60, 122, "Thandeka Moyo").say(240, 122, "19 August 1986").say(60, 740, "I-247A (Rev. 02/17)")
    read = values(reading(sheet))
    assert (read["issuing_office"], read["subject_name"], read["date_of_birth"]) == (
        "Phoenix Field Office",
        "Thandeka Moyo",
        "1986-08-19",
    )


def test_a_day_before_a_judges_title_and_one_with_a_place_behind_it_are_no_second_name():
    assert stand_in("11/23/2026 3:14:07 PM Circuit Court Judge Ada Quill", "Ada Quill") is None
    assert stand_in("Ada Quill United States Magistrate Judge 05/06/2025 Tacoma, Washington", "Ada Quill") is None
