"""Workbooks in bands, one table on several sheets, web pages with a table, and cases between a person and the charges."""

import io
import json

import pytest
import xlsxwriter

from habeas.cli.roster import _is_statute
from habeas.common.errors import BadInputError
from habeas.roster.check import check
from habeas.roster.draft import draft_of
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account
from habeas.roster.readers.html import table_of_page
from tests.roster.drafting.test_words_of_vendors import DAY, NAMES, bookings, charges

HEAD = ["Booking No", "Last Name", "First Name", "DOB", "Booked", "Statute", "Hold For"]


def workbook(sheets):
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    book.close()
    return stream.getvalue()


def read(folder, data, name):
    path = folder / name
    path.write_bytes(data)
    toml = draft_of(data, name, judge=_is_statute, today=DAY).toml
    return toml, read_account(path, read_profile(toml, "d.toml"), export_day=DAY)


def row(at):
    return [f"26{at}00", NAMES[at], "JOHN", f"1980-05-1{at}", f"2026-07-1{at} 09:30", "459 PC", "USMS"]


def test_a_block_of_rows_with_labels_is_one_person_with_the_charges_below(tmp_path):
    rows = [["Inmates"], []]
    for at, name in enumerate(NAMES):
        rows += [["Booking #:", f"26{at}00", "Name:", f"{name}, JOHN", "Phone:", "555-1212", "DOB:", f"05/1{at}/1980"]]
        rows += [["Booked:", f"07/1{at}/2026 09:30", "Holds:", "USMS"], ["", "Statute", "Charge", "Level"]]
        rows += [["", "459 PC", "BURGLARY", "Felony"], ["", "11377(A) HS", "POSSESSION", "Misdemeanor"], []]
    toml, made = read(tmp_path, workbook({"Report": [*rows, ["Total Inmates: 10"]]}), "r.xlsx")
    assert 'shape = "lines"' in toml
    assert {each.family_name for each in made.people} == {*NAMES}
    assert {each.holds for each in bookings(made)} == {("USMS",)}
    assert [each.statute for each in charges(made)].count("11377(A) HS") == 10
    assert check(made, DAY, _is_statute)["refused"] == []


def test_a_row_of_a_person_and_rows_of_charges_under_two_heads_are_told_by_where_they_begin(tmp_path):
    rows = [["Booking No", "Name", "DOB", "Booked"], ["", "Charge", "Description", "Bail"]]
    for at, name in enumerate(NAMES):
        rows += [[f"26{at}00", f"{name}, JOHN", f"1980-05-1{at}", f"2026-07-1{at} 09:30"]]
        rows += [["", "459 PC", "BURGLARY", 500], ["", "HOLD", "ICE", ""]]
    _, made = read(tmp_path, workbook({"Sheet1": rows}), "r.xlsx")
    assert {each.family_name for each in made.people} == {*NAMES}
    assert {(each.statute, each.description) for each in charges(made)} == {("459 PC", "BURGLARY")}
    assert {each.holds for each in bookings(made)} == {("ICE",)}


def test_sheets_of_one_header_are_one_table_and_asked_about(tmp_path):
    data = workbook({"Pod A": [HEAD, *map(row, range(5))], "Pod B": [HEAD, *map(row, range(5, 10))]})
    toml, made = read(tmp_path, data, "r.xlsx")
    assert {each.family_name for each in made.people} == {*NAMES}
    assert 'sheet = "every"' in toml
    assert "are read as one table" in toml.split("[file]")[0]


def test_a_sheet_whose_name_says_that_they_left_makes_no_table_of_all(tmp_path):
    data = workbook({"In Custody": [HEAD, *map(row, range(5))], "Released": [HEAD, *map(row, range(5, 10))]})
    toml, made = read(tmp_path, data, "r.xlsx")
    assert 'sheet = "every"' not in toml
    assert {each.family_name for each in made.people} == {*NAMES[:5]}


def test_of_every_sheet_one_with_another_header_or_without_a_column_is_said(tmp_path):
    one = workbook({"A": [HEAD, *map(row, range(5))], "B": [HEAD, *map(row, range(5, 10))]})
    toml = draft_of(one, "r.xlsx", judge=_is_statute, today=DAY).toml
    later = {
        "A": [HEAD, *map(row, range(5))],
        "B": [HEAD[:-1], *(row(at)[:-1] for at in range(5, 10))],
        "C": [["A", "B", "C", "D", "E", "F", "G"], row(9)],
    }
    (tmp_path / "r.xlsx").write_bytes(workbook(later))
    profile = read_profile("\n".join(each for each in toml.split("\n") if not each.startswith("expects")), "d.toml")
    said = " ".join(each.what for each in read_account(tmp_path / "r.xlsx", profile, export_day=DAY).repaired)
    assert 'the sheet "B" lacks "Hold For"' in said
    assert 'the sheet "C" holds rows too' in said


def page(*tables):
    return f"<html><body><script>var t='</table>'</script>{''.join(tables)}</body></html>".encode()


def table(*rows, cell="td"):
    return f"<table>{''.join('<tr>' + ''.join(f'<{cell}>{each}</{cell}>' for each in row) + '</tr>' for row in rows)}</table>"


def test_a_web_page_with_a_table_is_read_and_a_cell_over_several_rows_stands_in_each(tmp_path):
    head = "<tr><th>Booking&nbsp;ID</th><th>Inmate</th><th>DOB</th><th>Hold</th><th>Statute</th></tr>"
    rows = [
        f"<tr><td rowspan=2>26{at}00</td><td rowspan=2>{name}, JOHN</td><td rowspan=2>05/1{at}/1980</td>"
        f"<td rowspan=2>ICE<br>USMS</td><td>459 PC</td></tr><tr><td>11377(A) HS</td></tr>"
        for at, name in enumerate(NAMES)
    ]
    _, made = read(tmp_path, page(f"<table>{head}{''.join(rows)}</table>"), "r.html")
    assert {each.family_name for each in made.people} == {*NAMES}
    assert {len(each.charges) for each in bookings(made)} == {2}
    assert {each.holds for each in bookings(made)} == {("ICE", "USMS")}


def test_tables_of_one_head_on_a_page_are_one_and_of_two_heads_none():
    one, other = table(["A", "B", "C"], ["1", "2", "3"]), table(["A", "B", "D"], ["4", "5", "6"])
    assert table_of_page(page(one, one), "r.html").decode() == "A,B,C\n1,2,3\n1,2,3\n"
    with pytest.raises(BadInputError, match="several tables that name other columns"):
        table_of_page(page(one, other), "r.html")


def test_the_number_of_a_case_above_its_charges_is_theirs(tmp_path):
    data = [
        {
            "swisId": 425000 + at, "fullName": f"{name}, John", "dob": f"05/1{at}/1980", "booking": {"number": f"26{at}00"},
            "cases": [
                {"courtCase": f"26CR1{at}", "charges": [{"ors": "ORS 164.045"}, {"ors": "ORS 164.055"}]},
                {"courtCase": f"26CR2{at}", "charges": [{"ors": "ORS 164.045"}]},
            ] if at else [],
        }
        for at, name in enumerate(NAMES)
    ]  # fmt: skip
    _, made = read(tmp_path, json.dumps(data).encode(), "r.json")
    assert {len(each.charges) for each in bookings(made)} == {0, 3}
    assert {each.case_number[:5] for each in charges(made)} == {"26CR1", "26CR2"}
    assert "425000" in {each.person_id for each in made.people}
