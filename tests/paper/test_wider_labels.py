"""More wordings of labels, entries alone, captions parted by signs, clerks' stamps: read where they tell, and left where they may not."""

import pytest

from habeas.paper.fields.lexicon import tokens
from habeas.paper.fields.meanings import OTHER, meanings
from habeas.paper.judicial.titles import signer_of
from tests.paper import forms
from tests.paper.helpers import reading, values
from tests.paper.makers import Sheet
from tests.paper.test_courts_of_states import warrant
from tests.paper.test_who_commands import COURT, WHO, paper

ASKED = {
    "subject_name": "Name of Parolee|Person to be arrested|Fugitive name|Supervised person|Name of Violator",
    "case_number": "Case Nbr|Dkt. No.|Crim. Complaint No.",
    "date_of_birth": "Deft. Birthday",
    "a_number": "Alien Reg. No.",
    "phone": "Call Back Phone|Duty desk telephone|Cell Phone",
    "recipient": "Deliver to|Attn:|Institution where confined|Jailer",
    "issued_on": "Date Ordered|Date Granted",
    "bail": "Total Bail|Bail Amt.|Secured Bond",
    "offense": "Offense Title|Alleged Offense",
    "sex": "Sx",
}


def asks(text):
    """The fields that a label of these words asks for."""
    return meanings(" ".join(token for each in text.split() for token in tokens(each)))


@pytest.mark.parametrize(("name", "label"), [(name, each) for name, all_ in ASKED.items() for each in all_.split("|")])
def test_a_label_in_words_nobody_wrote_down_asks_for_its_entry(name, label):
    assert asks(label) == (name,)


@pytest.mark.parametrize("label", ["Title", "Title of Officer", "Bond posted", "Probation Officer Name", "Date Served"])
def test_labels_of_what_is_not_read_ask_for_nothing(label):
    assert asks(label) in {(), (OTHER,)}


def lone(*entries, title="WARRANT"):
    """A board's warrant whose entries stand under labels that nobody knows."""
    sheet = Sheet().say(180, 50, "DEPARTMENT OF CORRECTIONS, PAROLE DIVISION", 12, "B").say(250, 80, title, 14, "B")
    sheet.say(60, 110, f"Releasee: {WHO}").say(60, 600, "You are ordered to take the said releasee into custody.")
    for place, (label, value) in enumerate(entries):
        sheet.say(60, 160 + 40 * place, label, 7).say(60, 174 + 40 * place, value, 10)
    return values(
        reading(sheet.ink(310, 700).rule(300, 704, 500).say(310, 716, "Imelda Farr, Director, Parole Division"))
    )


SX = ("Zq", "Female")


def test_what_stands_alone_and_is_the_one_of_its_kind_is_read():
    read = lone(SX, ("Qq", "11/04/2026"), ("Pq", "Quillon County Detention Center"))
    assert (read["sex"], read["issued_on"], read["recipient"]) == ("F", "2026-11-04", "Quillon County Detention Center")
    assert lone(("Rq", "W/M"))["sex"] == "M"


@pytest.mark.parametrize(
    ("entries", "name"),
    [
        ((SX, ("Yq", "Male")), "sex"),
        ((("Qq", "11/04/2026"), ("Vq", "11/05/2026")), "issued_on"),
        ((("Date of arrest or booking", "11/04/2026"),), "issued_on"),
        ((("Pq", "Quillon County Jail"), ("Tq", "Otter County Jail")), "recipient"),
    ],
)
def test_of_two_or_of_what_is_another_by_its_words_none_is_supposed(entries, name):
    assert lone(*entries).get(name) is None


@pytest.mark.parametrize(("says", "bail"), [("Bond was set on the record.", "2500"), ("The fee was set.", None)])
def test_an_amount_alone_is_bail_only_where_the_page_speaks_of_it(says, bail):
    sheet = warrant(more=(says,)).say(60, 360, "$2,500.00 cash", 10)
    assert values(reading(sheet)).get("bail") == bail


def test_a_letter_beside_a_box_is_no_sex():
    sheet = Sheet().say(180, 50, "DEPARTMENT OF CORRECTIONS, PAROLE DIVISION", 12, "B").say(250, 80, "WARRANT", 14, "B")
    sheet.say(60, 110, f"Releasee: {WHO}").tick(60, 160, False, "F").say(
        60, 200, "Take the said releasee into custody."
    )
    assert (
        values(reading(sheet.ink(310, 300).rule(300, 304, 500).say(310, 316, "Imelda Farr, Director"))).get("sex")
        is None
    )


def texan(*right, signs="§§§"):
    """A Texas caption: parties left, signs in the middle, the court's lines on the right."""
    sheet = Sheet().say(250, 50, "CAUSE NO. D-1-DC-26-904417", 11, "B")
    for place, (left, line) in enumerate(zip(("THE STATE OF TEXAS", "VS.", WHO.upper()), right, strict=True)):
        sheet.say(60, 90 + 24 * place, left).say(300, 90 + 24 * place, signs[place]).say(330, 90 + 24 * place, line)
    sheet.say(260, 190, "CAPIAS", 14, "B").say(
        60, 220, "YOU ARE COMMANDED to arrest the defendant, charged with theft, Penal Code 31.03."
    )
    sheet.ink(330, 416).rule(310, 420, 560).say(312, 432, "Ada Quill").say(312, 444, "Judge, 331st District Court")
    return sheet


def test_a_court_wide_apart_beside_the_signs_of_a_caption_is_read_whole():
    found = reading(texan("IN THE 331ST JUDICIAL", "DISTRICT COURT OF", "QUILLON COUNTY, TEXAS"))
    assert values(found)["court"] == "331st Judicial District Court, QUILLON COUNTY, TEXAS"
    assert "331st" not in str(
        values(reading(texan("IN THE COUNTY COURT", "AT LAW NO. 3 OF", "QUILLON COUNTY, TEXAS")))["court"]
    )


@pytest.mark.parametrize(
    "stamp",
    [
        "ELECTRONICALLY FILED 11/20/2026 02:51:37 PM: CLERK OF THE CIRCUIT COURT, OTTER COUNTY",
        "Filed 11/20/2026, Clerk of Court, Otter County Superior Court",
    ],
)
def test_a_clerks_stamp_names_no_court_of_the_paper(stamp):
    sheet = paper(
        "", *COURT, body=("YOU ARE COMMANDED to arrest the defendant, charged with theft, RCW 9A.56.030.",)
    ).say(60, 24, stamp, 8)
    assert values(reading(sheet))["court"] == " ".join(COURT)


def test_a_list_of_charges_is_read_whole_and_one_that_counts_something_else_is_not():
    body = (
        "An information charges the defendant with:",
        "1. Theft of Motor Vehicle, RCW 9A.56.065",
        "2. Attempting to Elude, RCW 46.61.024",
        "YOU ARE COMMANDED to arrest the defendant.",
    )
    read = values(reading(paper(*COURT, title="BENCH WARRANT", body=body)))
    assert read["offense_statutes"] == ["RCW 9A.56.065", "RCW 46.61.024"]
    assert "Attempting to Elude" in read["offense"]
    other = (
        "The defendant is charged with theft, RCW 9A.56.030. Served under:",
        "1. Rule three, RCW 10.19.090",
        "2. Rule five, RCW 10.21.010",
        body[3],
    )
    assert "RCW 10.21.010" not in (
        values(reading(paper(*COURT, title="BENCH WARRANT", body=other))).get("offense_statutes") or []
    )


def test_the_telephone_before_a_fax_number_in_its_line_is_read_and_the_fax_is_not():
    sheet = (
        Sheet()
        .say(60, 50, "OFFICE OF THE DISTRICT ATTORNEY", 12, "B")
        .say(60, 70, "Tel. (505) 555-0119   Fax (505) 555-0120")
    )
    sheet.say(60, 110, "Dear Sheriff:").say(60, 130, f"Please notify us when {WHO}, DOB 03/04/1988, is released.")
    sheet.say(60, 160, "Sincerely,").say(60, 200, "Tobias Voss").say(60, 214, "Deputy District Attorney")
    assert values(reading(sheet))["phone"].endswith("0119")


@pytest.mark.parametrize(
    ("asks_", "kind"),
    [
        ("Please tell us whether any detainer has been lodged against our client.", "status_inquiry"),
        ("Please notify us when our client is released to any detainer.", "notification_request"),
    ],
)
def test_whether_a_detainer_is_lodged_is_a_question_about_status(asks_, kind):
    sheet = Sheet().say(60, 50, "Marsh & Quill, Attorneys at Law", 12, "B").say(60, 90, f"Re: {WHO}, DOB 03/04/1988")
    sheet.say(60, 120, "Dear Sheriff:").say(60, 140, asks_).say(60, 170, "Sincerely,").say(
        60, 210, "Tobias Voss, Attorney"
    )
    assert reading(sheet).kind == kind


@pytest.mark.parametrize(
    "title", ["Parole Supervisor", "Probation and Parole Agent", "Regional Administrator", "Area Supervisor"]
)
def test_officers_of_parole_have_their_whole_title_and_are_no_judges(title):
    assert signer_of(title) not in {"state_judge", "federal_magistrate_judge"}
    sheet = (
        Sheet()
        .say(180, 50, "BOARD OF PROBATION AND PAROLE", 12, "B")
        .say(250, 80, "WARRANT", 14, "B")
        .say(60, 110, f"Parolee: {WHO}")
    )
    sheet.say(60, 160, "You are ordered to take the said parolee into custody.").ink(310, 300).rule(300, 304, 500)
    read = values(reading(sheet.say(310, 316, f"Harriet Lowen, {title}")))
    assert (read["signer_name"], read["signer_title"]) == ("Harriet Lowen", title)


def test_a_place_goes_on_at_the_edge_of_its_label_and_a_person_is_none():
    sheet = subpoena(place="Gene Snyder Courthouse", under="601 West Broadway", then="Louisville, Kentucky 40202")
    assert values(reading(sheet))["comply_at"] == "Gene Snyder Courthouse 601 West Broadway Louisville, Kentucky 40202"
    assert values(reading(subpoena(place="Benedict O. Lindqvist"))).get("comply_at") is None


def subpoena(place, under="", then=""):
    """A subpoena whose place goes on, under its label and not under its first line."""
    sheet = Sheet().say(36, 30, "AO 110 (Rev. 06/09) Subpoena to Testify Before a Grand Jury", 7.5)
    sheet.say(190, 56, "UNITED STATES DISTRICT COURT", 14, "B").say(220, 76, "Western District of Kentucky", 11)
    sheet.say(180, 100, "SUBPOENA TO TESTIFY BEFORE A GRAND JURY", 12, "B").say(
        60, 130, "To: Custodian of Records, Quillon County Jail"
    )
    sheet.say(
        60,
        160,
        "YOU ARE COMMANDED to appear at the time, date, and place shown below to testify before the grand jury.",
    )
    sheet.say(60, 200, "Place:").say(100, 200, place).say(60, 212, under).say(60, 224, then)
    sheet.say(380, 200, "Date and Time:").say(450, 200, "12/08/2026 9:00 am")
    return (
        sheet.say(60, 420, "Date: 11/12/2026")
        .ink(330, 416)
        .rule(310, 420, 560)
        .say(312, 432, "Signature of Clerk or Deputy Clerk", 7)
    )


@pytest.mark.parametrize(("left", "goes_on"), [("", True), ("Remit to:", False)])
def test_what_stands_beside_a_label_nobody_knows_is_no_part_of_the_value_over_it(left, goes_on):
    sheet = Sheet().say(180, 50, "DEPARTMENT OF CORRECTIONS, PAROLE DIVISION", 12, "B").say(250, 80, "WARRANT", 14, "B")
    sheet.say(60, 110, f"Releasee: {WHO}").say(60, 150, "To:").say(120, 150, "Sheriff, Quillon County Jail")
    sheet.say(60, 162, left).say(120, 162, "40 Cedar Avenue").say(60, 220, "Take the said releasee into custody.")
    read = values(reading(sheet.ink(310, 300).rule(300, 304, 500).say(310, 316, "Imelda Farr, Director")))
    assert ("40 Cedar Avenue" in read["recipient"]) is goes_on


@pytest.mark.parametrize(("said", "whole"), [("accompanies", ["I-205"]), ("mentions", [])])
def test_a_warrant_that_accompanies_a_detainer_is_attached(said, whole):
    sheet = forms.detainer().say(46, 410, f"A Form I-205 {said} this detainer.")
    assert values(reading(sheet))["attachments"] == whole


def test_an_initial_ends_no_sentence_that_names_somebody():
    body = (
        "YOU ARE COMMANDED to arrest Ottoline M. Verity-Marsh, charged with theft, RCW 9A.56.030, and bring her before this court.",
    )
    sheet = (
        Sheet()
        .say(150, 40, COURT[0], 11, "B")
        .say(150, 54, COURT[1], 11, "B")
        .say(340, 110, "No. 26-1-00731-20")
        .say(250, 170, "WARRANT", 13, "B")
    )
    sheet.say(50, 210, body[0]).ink(330, 416).rule(310, 420, 560).say(312, 432, "Ada Quill").say(
        312, 444, "Judge of the Superior Court"
    )
    assert values(reading(sheet))["subject_name"] == "Ottoline M. Verity-Marsh"
