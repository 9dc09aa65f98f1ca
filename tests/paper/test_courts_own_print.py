"""What a court's paper prints upright in its own blocks is no stamp; who signed, where captions stand under rules; the day of issue."""

import pytest

from habeas.paper.assemble import read_bytes
from tests.paper.helpers import reading, values
from tests.paper.makers import Sheet, book

WHO = "Odalys Pilar Wrexley"
JUDGE = "Octavia Pelham"


def _caption(title="BENCH WARRANT", head="SUPERIOR COURT OF WASHINGTON"):
    sheet = Sheet().say(190, 60, head, 12, "B").say(200, 76, "COUNTY OF QUILLON", 12, "B")
    sheet.say(60, 110, "STATE OF WASHINGTON,").say(340, 110, "No. 26-1-00731-20")
    sheet.say(60, 128, "vs.").say(340, 128, title, 13, "B").say(60, 146, f"{WHO.upper()},").say(190, 160, "Defendant.")
    sheet.say(50, 190, "TO ALL PEACE OFFICERS OF THE STATE OF WASHINGTON:")
    sheet.say(50, 206, "The defendant, charged with the crime of RESIDENTIAL BURGLARY, RCW 9A.52.025, and having", 9)
    return sheet.say(50, 218, "failed to appear, YOU ARE HEREBY COMMANDED to arrest said defendant.", 9)


def _warrant(*lines, day="DONE IN OPEN COURT this 22nd day of October, 2026."):
    sheet = _caption().say(50, 240, day).ink(336, 308).rule(330, 320, 550)
    for count, line in enumerate(lines or (JUDGE, "Judge of the Superior Court")):
        sheet.say(330, 331 + 13 * count, line)
    return sheet


def _judged(sheet):
    found = reading(sheet)
    return found.signer, found.judicial


def test_the_line_that_names_a_judges_district_is_no_stamp():
    assert _judged(_warrant(JUDGE.upper(), "DISTRICT JUDGE", "TWENTY-THIRD JUDICIAL DISTRICT OF IDAHO")) == (
        "state_judge",
        True,
    )


def test_the_code_by_which_a_program_checks_a_signature_is_no_stamp():
    assert _judged(_warrant(JUDGE, "Superior Court Judge").say(330, 366, "7C1 A90 33FE 1D24", 8)) == (
        "state_judge",
        True,
    )


def test_the_first_letters_of_a_title_at_the_head_are_the_code_it_is_filed_under():
    assert _judged(_warrant().say(60, 40, "BW", 12, "B")) == ("state_judge", True)


@pytest.mark.parametrize("said", ["NP", "VOID", "RCLD", "CANC 11/12 JG", "QUASHED", "7C1 VOID 33FE"])
def test_a_short_word_at_the_head_that_is_no_code_of_the_title_is_asked_about(said):
    assert reading(_warrant().say(60, 40, said, 12, "B")).judicial is None


def test_a_title_whose_letters_stand_apart_is_the_title_and_no_stamp():
    sheet = _caption(title="").say(400, 145, "B ENCH WARR ANT", 13, "B").say(50, 240, "Dated October 22, 2026.")
    sheet.ink(336, 308).rule(330, 320, 550).say(330, 331, JUDGE).say(330, 344, "Judge of the Superior Court")
    assert _judged(sheet) == ("state_judge", True)


def test_a_stroke_as_short_as_one_word_takes_it_out_of_the_title():
    sheet = Sheet().say(180, 60, "UNITED STATES DISTRICT COURT").say(190, 76, "FOR THE DISTRICT OF IDAHO")
    sheet.say(60, 110, "UNITED STATES OF AMERICA,").say(340, 110, "Case No. 1:26-cr-00417-DCN").say(60, 126, "v.")
    sheet.say(60, 142, f"{WHO.upper()},").say(340, 142, "WRIT OF HABEAS CORPUS").say(340, 156, "AD PROSEQUENDUM")
    sheet.say(60, 200, f"WE COMMAND that you have the body of {WHO}, charged under 18 U.S.C. 1344, before this Court.")
    sheet.say(60, 240, "DATED this 5th day of October, 2026.").ink(330, 300).rule(324, 312, 550)
    sheet.say(324, 323, JUDGE.upper(), 10).say(324, 336, "United States District Magistrate Judge", 10)
    assert reading(sheet.rule(384, 332.8, 415)).signer == "federal_magistrate_judge"


def test_a_judge_named_under_a_caption_in_brackets_in_the_middle_of_the_rule_signed_there():
    sheet = _caption().say(50, 240, "Dated October 22, 2026.").rule(230, 320, 490).ink(238, 318)
    sheet.say(348, 329, "(judge)", 7.5).say(232, 341, JUDGE, 10, "C")
    found = reading(sheet)
    assert (found.signer, found.judicial, values(found)["signer_name"]) == ("state_judge", True, JUDGE)
    bare = _caption().rule(230, 320, 490).say(348, 329, "(judge)", 7.5).say(232, 341, JUDGE, 10, "C")
    assert reading(bare).signer is None


def test_a_border_that_a_program_draws_as_two_boxes_is_a_line_to_write_on():
    sheet = _caption().say(50, 240, "Dated October 22, 2026.").ink(238, 318).say(348, 329, "(judge)", 7.5)
    sheet.parts.append("0 g 230 472 260 14 re 230 471.3 260 14.7 re f*")
    assert reading(sheet.say(232, 341, JUDGE, 10, "C")).signer == "state_judge"


def test_a_judge_of_the_above_entitled_court_is_a_judge_and_no_sentence():
    assert _judged(_warrant("Judge of the above-entitled Court", JUDGE)) == ("state_judge", True)


def test_a_judge_who_signed_under_a_rule_of_court_has_no_stand_in_and_a_clerk_who_did_has_one():
    ruled = "(electronically signed per Wash. General Rule 30)"
    assert _judged(_warrant(JUDGE, "Superior Court Judge", ruled)) == ("state_judge", True)
    others = (
        "(electronically signed per Judge Pelham)",
        "(signed per Rule 30 by the bailiff)",
        "(signed per TB)",
        "signed per Code 12 TB",
    )
    assert all(_judged(_warrant(JUDGE, "Superior Court Judge", each))[1] is None for each in others)


def test_a_judges_number_beside_the_name_names_nobody_else():
    sheet = (
        _warrant("Judge", JUDGE, "Printed Name").say(372, 331, "/").say(480, 331, "ID Number", 7).say(480, 318, "0733")
    )
    assert _judged(sheet) == ("state_judge", True)


def test_a_writ_that_asks_why_somebody_is_held_is_a_courts_order():
    sheet = _caption(title="").say(170, 176, "WRIT OF HABEAS CORPUS AD SUBJICIENDUM", 12, "B")
    sheet.ink(336, 308).rule(330, 320, 550).say(330, 331, f"{JUDGE}, Judge").say(50, 240, "Dated October 22, 2026.")
    assert reading(sheet).kind == "court_order"


def test_the_day_in_the_formula_over_a_signature_outranks_days_that_are_told_of():
    sheet = _warrant(day="WITNESS the Honorable Presiding Judge of said Court, the 23rd day of October, 2026.")
    sheet.say(50, 176, "Upon the order of the Court entered on September 21, 2026,", 9)
    assert values(reading(sheet))["issued_on"] == "2026-10-23"
    twice = _warrant(day="DATED this 24th day of October, 2026.").say(
        50, 176, "DATED this 2nd day of October, 2026.", 9
    )
    assert values(reading(twice))["issued_on"] == "2026-10-24"


def test_the_day_under_a_signature_over_its_caption_outranks_an_officers():
    sheet = (
        _caption()
        .say(50, 240, "Respectfully submitted, T. Renwick, Probation Officer")
        .say(50, 256, "Date: 10/19/2026")
    )
    sheet.ink(336, 308).rule(330, 320, 550).say(330, 331, JUDGE).say(330, 344, "Judge of the Superior Court")
    found = reading(sheet.say(330, 366, "October 22, 2026").say(330, 377, "Date", 7))
    assert values(found)["issued_on"] == "2026-10-22"


def test_a_name_before_a_day_of_birth_is_the_persons_in_a_sentence_that_searches_a_cell():
    sheet = (
        Sheet().say(170, 60, "IN THE CIRCUIT COURT OF THE STATE OF OREGON").say(200, 76, "FOR THE COUNTY OF QUILLON")
    )
    sheet.say(300, 110, "SEARCH WARRANT").say(300, 126, "No. 26SW00417")
    sheet.say(50, 160, "Evidence of the crime of Assault, ORS 163.185, is in the locker and bedding of", 9)
    sheet.say(50, 172, f"{WHO}, born 6/25/1998, an inmate of the jail. YOU ARE HEREBY COMMANDED to search it.", 9)
    found = reading(sheet.ink(336, 308).rule(330, 320, 550).say(330, 331, JUDGE).say(330, 344, "Circuit Court Judge"))
    assert values(found)["subject_name"] == WHO


@pytest.mark.parametrize("over", ["State of Delaware vs.", "STATE vs. DEFENDANT", "COMMONWEALTH v."])
def test_whoever_stands_under_a_line_that_ends_in_versus_is_the_defendant(over):
    sheet = Sheet().say(150, 60, "SUPERIOR COURT OF THE STATE OF DELAWARE").say(180, 74, "IN AND FOR QUILLON COUNTY")
    sheet.say(50, 110, over, 8).say(50, 122, WHO.upper()).say(330, 110, "ID No. 2608019988").say(
        330, 128, "CAPIAS", 12, "B"
    )
    sheet.say(
        50, 180, "YOU ARE HEREBY COMMANDED to take the body of the above-named defendant, charged with THEFT, 11", 9
    )
    found = reading(sheet.say(50, 192, "Del. C. 841, and bring the defendant before the Court.", 9))
    assert values(found)["subject_name"] == WHO.upper()


def _subpoena(title="SUBPOENA DUCES TECUM"):
    sheet = Sheet().say(150, 60, "IN THE DISTRICT COURT OF QUILLON COUNTY, NEBRASKA", 11).say(340, 100, title, 11, "B")
    sheet.say(50, 100, "STATE OF NEBRASKA, Plaintiff,").say(50, 114, "vs.").say(50, 128, f"{WHO.upper()}, Defendant.")
    sheet.say(340, 120, "CASE NO. CR 26-3318").say(50, 160, "TO: Custodian of Records, Quillon County Jail")
    sheet.say(
        50, 190, "YOU ARE HEREBY COMMANDED to appear before the Court on December 12, 2026 at 1:15 p.m., and bring"
    )
    sheet.say(50, 204, "with you the following:").say(70, 222, "Visiting logs and meal records of March 2026.")
    sheet.say(50, 250, "WITNESS my hand and the seal of said Court, this 3rd day of November, 2026.").ink(316, 308)
    return sheet.rule(310, 320, 530).say(310, 331, "Tobias Renwick").say(310, 344, "Clerk of the District Court")


def test_a_subpoena_of_a_states_court_is_a_courts_subpoena_that_a_clerk_signed():
    found = reading(_subpoena())
    assert (found.kind, found.signer) == ("judicial_subpoena", "clerk_of_court")
    read = values(found)
    assert (read["comply_by"], read["issued_on"]) == ("2026-12-12", "2026-11-03")
    assert (read["case_number"], read["recipient"]) == ("CR 26-3318", "Custodian of Records, Quillon County Jail")
    assert read["records_sought"] == "Visiting logs and meal records of March 2026."
    assert reading(_subpoena("ADMINISTRATIVE SUBPOENA")).kind is None


def test_a_face_of_small_capitals_is_read_in_capitals_whatever_the_case_of_its_letters():
    sheet = (
        _caption(head="").ink(336, 308).rule(330, 320, 550).say(330, 331, JUDGE).say(330, 344, "Superior Court Judge")
    )
    sheet.say(190, 60, "s", 14, "M").say(197.2, 60, "uperIor court of washIngton", 10, "M")
    data = book(sheet.say(50, 240, "Dated October 22, 2026.")).replace(
        b"/K<<", b"/M<</Type/Font/Subtype/Type1/BaseFont/%s%s>>/K<<" % (_FACE, _WIDTHS)
    )
    found = read_bytes(data)
    assert (found.kind, found.signer) == ("judicial_warrant", "state_judge")
    assert values(found)["court"].startswith("SUPERIOR COURT OF WASHINGTON")


_FACE = b"ABCDEF+Liberation-Serif-Small-Caps"
_WIDTHS = (
    b"/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths["
    + b"500 " * 95
    + b"]/FontDescriptor<</FontName/"
    + _FACE
    + b">>"
)


def test_an_office_that_is_wholly_struck_out_signed_nothing():
    assert reading(_warrant(JUDGE, "Judge").rule(329, 341, 358)).judicial is None


def test_a_state_and_its_county_in_one_line_over_a_warrant_are_a_courts_venue():
    sheet = (
        Sheet()
        .say(60, 50, "ARREST WARRANT", 12, "B")
        .say(60, 70, "STATE OF SOUTH CAROLINA County/Municipality of QUILLON")
    )
    sheet.say(60, 110, f"You are directed to arrest {WHO} and bring the person before me forthwith.")
    found = reading(sheet)
    assert (found.kind, found.signer, found.judicial) == ("judicial_warrant", None, None)


def test_a_charge_with_an_amount_behind_a_colon_is_read_on_to_its_section_and_ends_at_a_box():
    sheet = (
        Sheet()
        .say(180, 60, "DISTRICT COURT OF MARYLAND FOR")
        .say(210, 74, "Quillon County")
        .say(240, 130, "BENCH WARRANT")
    )
    sheet.say(60, 100, "STATE OF MARYLAND").say(250, 100, "VS.").say(330, 100, WHO).say(440, 60, "CASE NUMBER", 7).say(
        440, 74, "2-K-26-003901"
    )
    sheet.say(
        50, 170, "YOU ARE COMMANDED to arrest the above-named Defendant, who failed to appear upon a charge of", 9
    )
    sheet.say(60, 184, "THEFT: $100 TO UNDER $1,500", 9).say(330, 184, "CR 7-105(g)", 9)
    sheet.say(60, 84, "LOCATED AT (COURT ADDRESS)", 7).ink(336, 308).rule(330, 320, 550).say(330, 331, "Judge").say(
        330, 344, JUDGE
    )
    sheet.say(50, 200, "[ ] The Defendant shall be held without bond. [x] Bond is set at $ 900.00", 9)
    found = reading(sheet)
    assert values(found)["offense_statutes"] == ["CR 7-105(g)"]
    assert values(found)["offense"].startswith("THEFT: $100 TO UNDER $1,500")
    assert "[" not in values(found)["offense"]
    assert (found.signer, found.judicial) == ("state_judge", True)
