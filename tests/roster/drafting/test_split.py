"""Several charges in one cell are seen as several: the mark between them is proposed and said, and no other cell is cut."""

import pytest

from habeas.roster.draft import draft_of, looks_like_statute
from habeas.roster.drafting.cells import Cells
from habeas.roster.drafting.split import mark_of


@pytest.mark.parametrize(
    ("header", "cells", "mark"),
    [
        ("TOP CHARGES", ["PL 220.03; PL 120.05", "PL 155.25", "VTL 1192.03; PL 140.25"], ";"),
        ("hold_reasons", ["720 ILCS 5/12-3.2(a)(1) - Battery<br />625 ILCS 5/11-501 - DUI",
          "720 ILCS 5/16-25 - Theft", "625 ILCS 5/6-303 - X<br />720 ILCS 5/9-1"], "<br />"),
        ("ARS", ["13-1805A1\n13-3407A1", "13-1204A2", "28-1381A1\n13-1203A1"], "\n"),
        ("Charges", ["PC 459, PC 496", "PC 211", "VC 23152(A), HS 11377"], ", "),
        ("Charge Description", ["THEFT|ASSAULT", "DUI", "BURGLARY|DUI"], "|"),
        ("Statute", ["16-8-14~16-5-21(a)(2)", "40-6-391", "16-8-14~40-5-20"], "~"),
        ("Class", ["F3; M1", "M1", "M1; F4"], ";"),
        ("Bond", ["$500; $1,000", "NO BOND; $50", "$200"], ";"),
    ],
)  # fmt: skip
def test_the_mark_between_charges_is_found(header, cells, mark):
    assert mark_of(Cells(header, cells, looks_like_statute)) == mark


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Offense", ["THEFT, PETTY", "ASSAULT, SIMPLE", "BURGLARY, FIRST DEGREE"]),
        ("Name", ["ROE, ANN", "DOE, JAN", "POE, KIM"]),
        ("Offense", ["POSS/USE CONTROLLED SUBSTANCE", "ASSAULT/BATTERY", "DUI"]),
        ("Statute", ["664/187 PC", "664/211 PC", "PC 459"]),
        ("DOB", ["01/02/1990", "03/04/1991", "05/06/1992"]), ("Bond Amount", ["2,500.00", "1,500.00", "NO BOND"]),
        ("Note", ["a; b", "c; d", "e"]),
        ("Booking No", ["26-100/1", "26-200/2", "26-300/3"]),
        ("Cell", ["A|12", "B|13", "C|14"]),
        ("Booked", ["01/02/2026; 10:00", "02/03/2026; 11:00", ""]),
    ],
)  # fmt: skip
def test_one_charge_with_a_mark_in_it_is_not_cut(header, cells):
    assert mark_of(Cells(header, cells, looks_like_statute)) == ""


def test_a_draft_cuts_the_cell_and_says_so():
    rows = "".join(f"B{100 + at},ROE,ANN,0{at + 1}/11/1980,PC 459; PC 211\n" for at in range(4))
    draft = draft_of(b"Booking No,Last Name,First Name,DOB,Charges\n" + rows.encode(), "export.csv")
    assert '[split]\nstatute = ";"' in draft.toml
    assert any('"Charges" holds several charges in a cell' in each for each in draft.notes)
    assert any("4 people, 0 rows refused" in each for each in draft.notes)
