"""Drafts of print reports: nothing that may tell of somebody is skipped, and no charge is made part of a booking's words."""

import pytest

from habeas.roster.draft import draft_of
from habeas.roster.drafting.spans import DATE
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
    assert not DATE.search(f"     - {section}    MIS  RESISTING STOP, ARREST")


def read_draft(tmp_path, text: str):
    path = tmp_path / "r.txt"
    path.write_text(text)
    return read_account(path, read_profile(draft_of(text.encode(), "r.txt").toml, "d.toml"))


def test_a_code_that_lines_of_charges_begin_with_is_a_part_of_the_section_and_no_other_line_is_a_charge(tmp_path):
    text = HEAD + "".join(
        person(at) + "      PC 459            BURGLARY\n      VC 23152(A)       DUI\n" for at in range(1, 6)
    )
    made = read_draft(tmp_path, text)
    assert [[c.statute for c in p.bookings[0].charges] for p in made.people] == [["PC 459", "VC 23152(A)"]] * 5
    assert {c.description for p in made.people for c in p.bookings[0].charges} == {"BURGLARY", "DUI"}
    assert 'begins = "      PC 9"' in draft_of(text.encode(), "r.txt").toml


def test_lines_of_one_code_keep_it(tmp_path):
    text = HEAD + "".join(
        person(at) + "      RCW 9A.56.050     THEFT 3\n      RCW 46.61.502     DUI\n" for at in range(1, 6)
    )
    assert read_draft(tmp_path, text).people[0].bookings[0].charges[0].statute == "RCW 9A.56.050"


def test_bookings_that_begin_with_names_and_a_time_before_its_day_are_drafted(tmp_path):
    head = "Inmate Name               Jail ID  Booking   DOB       Committed        Sched Rel\n"
    rows = "".join(
        f"{name:<25} 6001{at}    26-0140{at}  07/2{at}/56  20:0{at} 07/09/2026 05/1{at}/27\n     Hold For: US MARSHAL\n"
        for at, name in enumerate(("ABBOTT, ANN", "BOONE, BRANDI LEE", "COLE, KIM", "DIAZ, JO"))
    )
    made = read_draft(tmp_path, "Birch County Sheriff Office        Page: 1\n\n" + head + rows)
    assert [p.family_name for p in made.people] == ["ABBOTT", "BOONE", "COLE", "DIAZ"]
    assert made.people[1].bookings[0].booked_at.isoformat()[:16] == "2026-07-09T20:01"
    assert made.people[1].bookings[0].holds == ("US MARSHAL",)


def test_a_quoted_cell_of_several_lines_is_a_tables():
    rows = "".join(f'B{at}00,ROE,ANN,0{at + 1}/11/1980,"PC 459\nPC 211\nVC 23152(A)"\n' for at in range(6))
    made = draft_of(("Booking No,Last,First,DOB,Charge\n" + rows).encode(), "e.csv").toml
    assert 'shape = "table"' in made
    assert 'statute = "\\n"' in made
