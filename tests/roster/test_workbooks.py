"""What a workbook holds beside the cells of its first sheet: formulas without a value, other sheets, other ways to write the same."""

import io
import re
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter

from habeas.roster.check import check, needs_person
from habeas.roster.faults import said_of_whole
from habeas.roster.moments import as_written
from tests.hostile.books import Book, Sheet, grid, xlsx
from tests.roster.helpers import account, read_with, roster, said

ONE = {"person_id": "P1", "booking_id": "B1", "family_name": "DOE", "given_name": "JANE", "date_of_birth": "1980-05-06"}
TWO = ONE | {"person_id": "P2", "booking_id": "B2", "family_name": "ROE"}
COLUMNS = list(ONE)
FORMULA = '<raw><c r="@AT@"><f>UPPER(A1)</f></c>'


def read(folder, *sheets, change=None, sheet=None, **book):
    data = xlsx(Book(list(sheets), **book))
    return roster(folder, rewritten(data, change) if change else data, "roster.xlsx", sheet=sheet)


def rewritten(data, change):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part) if "worksheets" in name or name == "xl/workbook.xml" else part)
    return out.getvalue()


@pytest.mark.parametrize(
    "lost", [FORMULA, '<raw><c r="@AT@"><f>NOW()</f><v/></c>', '<raw><c r="@AT@" t="e"><f>X</f><v>#REF!</v></c>']
)
def test_a_formula_without_a_value_is_unknown_and_somebody_must_look(tmp_path, lost):
    made = read(tmp_path, Sheet("p", grid([ONE | {"family_name": lost}, TWO], COLUMNS)))
    assert [each.family_name for each in made.people] == [None, "ROE"]
    assert needs_person(check(made, None))


def test_a_formula_in_the_last_cells_of_a_sheet_is_not_cut_off_with_them(tmp_path):
    made = read(tmp_path, Sheet("p", grid([ONE, TWO | {"date_of_birth": FORMULA}], COLUMNS)), Sheet("q", []))
    assert any(each.startswith("row 3: date_of_birth is") for each in said(made))


def test_a_formula_that_gave_an_empty_text_is_an_empty_cell(tmp_path):
    made = read(
        tmp_path,
        Sheet("p", grid([ONE | {"given_name": '<raw><c r="@AT@" t="str"><f>IF(1,"")</f><v></v></c>'}, TWO], COLUMNS)),
    )
    assert made.people[0].given_name is None
    assert not needs_person(check(made, None))


@pytest.mark.parametrize(
    "change",
    [
        lambda part: (
            re.sub(rb"<(/?)([a-z])", rb"<\1x:\2", part).replace(b"xmlns=", b"xmlns:x=")
            if b"<sheetData" in part
            else part
        ),
        lambda part: part.replace(b'"', b"'"),
        lambda part: re.sub(rb' r="[A-Z]*\d+"', b"", part) if b"<sheetData" in part else part,
        lambda part: part.replace(b"<f>", b"<f><!-- x -->"),
    ],
    ids=["prefix", "single quotes", "no references", "comments"],
)
def test_a_sheet_written_in_another_way_loses_nothing(tmp_path, change):
    made = read(tmp_path, Sheet("p", grid([ONE | {"given_name": FORMULA}, TWO], COLUMNS)), change=change)
    assert any("given_name" in each and "left unknown" in each for each in said(made))


@pytest.mark.parametrize("state", ["", "hidden", "veryHidden"])
@pytest.mark.parametrize("rows", [grid([TWO], COLUMNS), [["P2", "B2", "ROE"]], [["Name"], ["booking ID"]]])
def test_people_on_another_sheet_are_said_and_somebody_must_look(tmp_path, state, rows):
    made = read(tmp_path, Sheet("A", grid([ONE], COLUMNS)), Sheet("B", rows, state))
    assert account(made)[0] == 1
    assert any('the sheet "B" holds rows too' in each for each in said_of_whole(made))
    assert needs_person(check(made, None))


def test_a_sheet_of_notes_and_an_empty_one_need_nobody(tmp_path):
    made = read(
        tmp_path,
        Sheet("A", grid([ONE], COLUMNS)),
        Sheet("Notes", [["Printed in July"], ["Page", "1"]]),
        Sheet("Sheet3", []),
    )
    assert not needs_person(check(made, None))


def test_a_sheet_that_was_named_is_the_one_that_was_meant(tmp_path):
    made = read(tmp_path, Sheet("A", grid([ONE], COLUMNS)), Sheet("B", grid([TWO], COLUMNS)), sheet="B")
    assert made.people[0].family_name == "ROE"
    assert not needs_person(check(made, None))


def test_the_part_of_a_sheet_is_found_by_the_workbooks_own_list(tmp_path):
    made = read(
        tmp_path, Sheet("A", grid([ONE | {"given_name": FORMULA}, TWO], COLUMNS)), Sheet("N", [["x"]]), order=[2, 1]
    )
    assert any("given_name" in each and "left unknown" in each for each in said(made))


def test_a_moment_at_midnight_keeps_its_hour_where_others_of_its_column_have_one(tmp_path):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"default_date_format": "mm/dd/yyyy hh:mm"})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["No", "Name", "Booked", "Out"])
    for at, moment in enumerate((datetime(2026, 9, 12), datetime(2026, 9, 13, 14, 30)), start=1):  # noqa: DTZ001 - as a sheet has it
        sheet.write_row(at, 0, [f"7{at}", "DOE, ANN"])
        sheet.write_datetime(at, 2, moment)
        sheet.write_datetime(at, 3, datetime(2026, 9, 20 + at))  # noqa: DTZ001 - as a sheet has it
    book.close()
    words = '[file]\nshape = "table"\n[columns]\nbooking_id = "No"\nperson_id = "No"\nfull_name = "Name"\n'
    words += 'booked_at = "Booked"\nreleased_at = "Out"\n'
    made = read_with(tmp_path, words, out.getvalue(), "export.xlsx", day=date(2026, 12, 1))
    stays = [each.bookings[0] for each in made.people]
    assert [as_written(each, "booked_at") for each in stays] == [
        datetime(2026, 9, 12),  # noqa: DTZ001 - as a sheet has it
        datetime(2026, 9, 13, 14, 30),  # noqa: DTZ001 - as a sheet has it
    ]
    assert [as_written(each, "released_at") for each in stays] == [date(2026, 9, 21), date(2026, 9, 22)]
