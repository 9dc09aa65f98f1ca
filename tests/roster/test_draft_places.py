"""Where a draft looks: past a cover sheet, and through a folder."""

import io

import pytest
import xlsxwriter

from habeas.common.errors import BadInputError
from habeas.roster.draft import draft_of, draft_profile
from tests.roster.test_newer_tables import workbook

ROWS = [[f"B{n}", f"P{n}", "DOE", "JANE", "05/06/1980", "01/02/2026"] for n in range(1, 9)]
HEAD = ["Booking No", "Person No", "Last Name", "First Name", "DOB", "Booked"]


def test_a_folder_is_drafted_from_the_file_with_the_bookings(tmp_path):
    (tmp_path / "charges.csv").write_text(
        "Booking No,Charge,Level\n" + "".join(f"B{n},211 PC,F\n" for n in range(1, 9))
    )
    (tmp_path / "people.csv").write_text("\n".join(",".join(each) for each in [HEAD, *ROWS]) + "\n")
    draft = draft_profile(tmp_path)
    assert 'name = "people.csv"' in draft.toml
    assert 'file = "charges.csv"\non = "Booking No"' in draft.toml


def test_a_folder_of_nothing_that_can_be_drafted_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("hello\n")
    with pytest.raises(BadInputError, match="none of its files"):
        draft_profile(tmp_path)


@pytest.mark.parametrize("cover", [[], [["ALDER COUNTY JAIL"], ["Custody list", "11/28/2026"]]])
def test_a_cover_sheet_is_passed_by_and_the_sheet_with_the_table_is_named(cover):
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    for name, rows in (("Cover", cover), ("Notes", [["a", "b"]]), ("Inmates", [HEAD, *ROWS])):
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    assert 'sheet = "Inmates"' in draft_of(stream.getvalue(), "r.xlsx").toml


def test_the_first_sheet_with_a_table_is_kept():
    assert "sheet =" not in draft_of(workbook([HEAD, *ROWS]), "r.xlsx").toml
