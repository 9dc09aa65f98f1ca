"""Layouts that somebody else drew: days by their labels, titles over two lines, numbered lines, and print that is no stamp."""

import pytest

from habeas.paper.fields.days import of_birth
from habeas.paper.judicial.titles import name_alone
from tests.paper.helpers import asked, reading, values
from tests.paper.makers import Sheet
from tests.paper.test_courts_of_states import warrant


def subpoena(captioned="November 20, 2026 (Date)"):
    """An I-138 that names place, day and hour in one row, and the day of signing before its caption."""
    sheet = Sheet().say(150, 50, "UNITED STATES DEPARTMENT OF HOMELAND SECURITY", 12, "B")
    sheet.say(170, 66, "IMMIGRATION ENFORCEMENT SUBPOENA", 12, "B").say(
        60, 110, "1. To (Name, Address, City, State, Zip Code)"
    )
    sheet.say(60, 124, "Custodian of Records, Otter County Jail").say(60, 180, "Place: 88 Cedar Ave, Otter, CO 80111")
    sheet.say(300, 180, "Date: December 7, 2026").say(430, 180, "Time: 10:00 a.m.").ink(310, 300).rule(300, 304, 500)
    sheet.say(310, 316, "(Signature of authorized official)").say(310, 330, "Lorna Bedding").say(
        310, 344, "(Printed Name)"
    )
    sheet.say(310, 358, "Assistant Field Office Director").say(310, 372, "(Title)")
    return sheet.say(310, 392, captioned).say(60, 740, "DHS Form I-138 (6/09)", 8)


def test_a_date_in_a_row_with_a_place_is_the_day_to_come_and_never_the_day_of_issue():
    read = values(reading(subpoena()))
    assert (read["comply_by"], read["issued_on"]) == ("2026-12-07", "2026-11-20")
    assert "issued_on" not in {name for name, value in values(reading(subpoena(""))).items() if value}


def test_a_day_of_birth_is_never_a_day_of_issue():
    sheet = Sheet().say(180, 50, "DEPARTMENT OF CORRECTIONS, PAROLE DIVISION", 12, "B").say(250, 80, "WARRANT", 14, "B")
    sheet.say(60, 110, "Releasee: CALVIN ROY BRASSARD").say(60, 126, "Warrant No. 7720261104").say(
        330, 126, "DOB: 06/14/1978"
    )
    sheet.say(
        60, 160, "You are hereby ordered to take the said releasee into custody and hold him until further order."
    )
    sheet.ink(310, 300).rule(300, 304, 500).say(310, 316, "Imelda Farr, Director, Parole Division")
    read = values(reading(sheet))
    assert (read.get("issued_on"), read.get("date_of_birth")) == (None, "1978-06-14")


def test_words_of_birth_stand_close_before_their_day():
    assert of_birth("issued for the man, DOB: ")
    assert not of_birth("DOB 1/2/1980, issued on ")
    assert not of_birth("born in the county and charged there; issued on ")


PRINT = (
    ("METROPOLITAN DIVISION", 74),
    ("SOUTH BRANCH", 74),
    ("MUELLER COURTHOUSE", 74),
)


@pytest.mark.parametrize(("text", "down"), PRINT)
def test_the_division_in_a_courts_heading_is_no_stamp(text, down):
    found = reading(warrant().say(60, down + 8, text, 11))
    assert found.judicial is True, asked(found)


def test_a_second_name_in_brackets_and_the_day_of_entry_are_no_stamps():
    found = reading(warrant(title="BENCH WARRANT (CAPIAS)").say(60, 300, "Enter: 10-30-2026"))
    assert found.judicial is True, asked(found)


@pytest.mark.parametrize(
    ("text", "down"),
    [("RECALLED DIVISION", 82), ("BENCH WARRANT (RECALLED)", 300), ("VACATED 10-30-2026", 300), ("NP 10-30-2026", 300)],
)
def test_a_mark_dressed_as_a_heading_or_a_day_still_keeps_a_paper_from_being_a_courts(text, down):
    assert reading(warrant().say(60, down, text, 11)).judicial is not True


def pleading(*, lines=True, title=("WRIT OF HABEAS CORPUS", "AD PROSEQUENDUM FOR", "EVAN NAVARRO-TRENT")):
    """A federal writ with its title in the right half of the caption and numbers before the lines."""
    sheet = (
        Sheet().say(210, 56, "UNITED STATES DISTRICT COURT", 11.5, "S").say(243, 72, "DISTRICT OF NEVADA", 11.5, "S")
    )
    for place in range(28) if lines else ():
        sheet.say(48, 56 + 24 * place, str(place + 1), 9)
    left = ("UNITED STATES OF AMERICA,", "Plaintiff,", "vs.", "EVAN NAVARRO-TRENT,", "Defendant.")
    for place, text in enumerate(left):
        sheet.say(78, 97 + 16 * place, text, 11.5, "T").say(300, 97 + 16 * place, ")", 11.5, "T")
    sheet.say(320, 97, "Case No. 2:26-cr-00388-GMN", 11.5, "T")
    for place, text in enumerate(title):
        sheet.say(320, 129 + 16 * place, text, 11.5, "S")
    body = (
        "WE COMMAND that you have the body of EVAN NAVARRO-TRENT, detained in the Otter",
        "County Jail, before the United States District Court at Las Vegas, Nevada, on",
        "December 11, 2026, on an indictment charging a violation of Title 8, United States",
        "Code, Section 1326.",
    )
    for place, text in enumerate(body):
        sheet.say(78, 240 + 16 * place, text, 11.5, "T")
    sheet.say(108, 330, "DATED: November 18, 2026.", 11.5, "T").ink(310, 380).rule(300, 384, 500)
    return sheet.say(300, 398, "HONORABLE BART QUILLER", 10, "T").say(
        300, 412, "UNITED STATES MAGISTRATE JUDGE", 10, "T"
    )


@pytest.mark.parametrize("lines", [True, False])
def test_a_writ_is_known_by_a_title_over_lines_of_a_column_with_numbers_before_the_lines(lines):
    found = reading(pleading(lines=lines))
    assert (found.kind, found.judicial) == ("court_order", True), asked(found)
    assert values(found)["comply_by"] == "2026-12-11"


def test_a_name_is_left_without_the_title_before_it_or_behind_it():
    assert name_alone("Augustin Mabry, Judge") == "Augustin Mabry"
    assert name_alone("Magistrate Theron P. Quack") == "Theron P. Quack"
    assert name_alone("Mary Judge") == "Mary Judge"


def test_an_order_that_an_immigration_court_heads_is_never_a_courts():
    sheet = (
        Sheet().say(180, 50, "UNITED STATES IMMIGRATION COURT", 12, "B").say(60, 90, "In the Matter of: Solange Etien")
    )
    sheet.say(100, 130, "ORDER TO PRODUCE AND COMMITTING RESPONDENT TO CUSTODY", 12, "B")
    sheet.say(
        60, 170, "IT IS HEREBY ORDERED that the Sheriff produce the respondent, convicted under Minn. Stat. 609.52."
    )
    sheet.ink(310, 300).rule(300, 304, 500).say(310, 316, "The Honorable Percival Naka").say(
        310, 330, "United States Immigration Judge"
    )
    found = reading(sheet)
    assert (found.kind, found.signer, found.judicial) == (None, "immigration_judge", False)
