"""Drafts of print reports: nothing that may tell of somebody is skipped, and no charge is made part of a booking's words."""

import pytest

from habeas.roster.draft import draft_of
from habeas.roster.drafting.report import _DATE
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account
from tests.roster.helpers import account, read_with

HEAD = "ALDER COUNTY JAIL\n\nBOOKING  NAME                   DOB        BOOKED\n"


def person(number: int) -> str:
    return f"FH{number:05d}  DOE, JANE ANN          05/06/1980 01/02/2026\n"


def drafted(text: str) -> str:
    return draft_of(text.encode(), "r.txt", judge=lambda each: each.startswith("PC ")).toml


def test_lines_that_open_with_marks_of_holds_are_holds_and_never_skipped():
    lines = ["     >>> ICE DETAINER I-247A\n", "     >>> PAROLE BLUE WARRANT\n", "     >>> US MARSHAL\n"]
    toml = drafted(HEAD + "".join(person(n) + lines[n % 3] for n in range(1, 13)))
    assert 'is = "hold"\nbegins = "     >>> "' in toml
    assert ">>>" not in toml.split("[[lines]]")[0]


def test_a_line_that_nobody_can_tell_is_said_as_a_comment_and_never_skipped():
    toml = drafted(
        HEAD + "".join(person(n) + f"      {n}. XYZ 481.{n}      POSSESSION OF SOMETHING\n" for n in range(1, 13))
    )
    skip = next(line for line in toml.splitlines() if line.startswith("skip"))
    assert "XYZ" not in toml.replace("#   ", "").split("[[lines]]")[0]
    assert "." not in skip
    assert "# What these lines are could not be told" in toml
    assert 'POSSESSION OF SOMETHING", after 6 blanks' in toml


def test_a_line_that_counts_is_no_hold():
    toml = drafted(HEAD + "".join(person(n) for n in range(1, 13)) + "TOTAL INMATES: 12   HOLDS: 0\n")
    assert 'is = "hold"' not in toml


def test_a_section_below_the_line_of_its_booking_is_a_charge_of_its_own(tmp_path):
    row = "FH{:05d}  OKORO, ADA             02/03/1990  PC {}\n" + " " * 44 + "PC {}\n"
    text = "".join(row.format(n, 200 + n, 400 + n) for n in range(1, 13))
    toml = drafted(text)
    assert 'is = "more of booking"' not in toml
    words = toml.split("\n", 2)[2]
    assert account(read_with(tmp_path, words, text, "r.txt"))[2] == 24


@pytest.mark.parametrize(
    "charge", ["         1. 18.2-95 LARCENY GRAND", "         LARCENY GRAND, VALUE OVER 1000 DOLLARS, FIRST OFFENSE"]
)
def test_lines_that_begin_below_the_name_are_no_more_of_it_where_they_hold_more_than_words(charge):
    toml = drafted(HEAD + "".join(person(n) + charge + "\n" for n in range(1, 13)))
    assert 'is = "more of booking"' not in toml
    assert read_profile(toml, "d.toml").name == "r"


BLOCKS = """LAUREL COUNTY JAIL
==========================================
Name: {name}                     Inmate No: 22{at}0       Booking No: 2600300{at}
DOB: 01/2{at}/1995   Sex: M   Booked: 07/0{at}/2026 05:33
Holds: RUTHERFORD CO SO
   Charges:
     - 39-16-602    MIS  RESISTING STOP, ARREST
     - 39-14-103    MIS  THEFT OF PROPERTY, SIMPLE

"""


def test_blocks_of_labels_with_a_comma_in_a_charge_are_drafted_and_no_charge_is_a_name(tmp_path):
    text = "".join(BLOCKS.format(at=at, name=f"ROE, ANN{'ABCDE'[at]}") for at in range(1, 5))
    draft = draft_of(text.encode(), "blocks.txt")
    assert 'is = "booking"\nbegins = "Name:"' in draft.toml
    path = tmp_path / "blocks.txt"
    path.write_text(text)
    made = read_account(path, read_profile(draft.toml, "d.toml"))
    assert {p.family_name for p in made.people} == {"ROE"}
    assert len(made.people) == 4


@pytest.mark.parametrize("section", ["39-16-602", "16-8-14", "16-13-30(a)", "45-5-206(1)(a)", "13-1805-1"])
def test_a_section_is_no_date_of_a_report(section):
    assert not _DATE.search(f"     - {section}    MIS  RESISTING STOP, ARREST")
