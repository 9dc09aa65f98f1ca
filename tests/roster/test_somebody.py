"""A row is somebody by what it tells of a person, not by what its words are; a number that is none unites and refuses nobody."""

import io
import zipfile

import pytest
import xlsxwriter

from habeas.roster.check import check, needs_person
from habeas.roster.read import people_in_custody
from tests.roster.helpers import refused, roster, said

HEADER = "person_id,booking_id,family_name,given_name,date_of_birth,booked_at,charge_description\n"
ROWS = "P1,B1,DOE,JANE,1980-05-06,2026-10-05,THEFT\nP2,B2,ROE,JIM,1981-05-06,2026-10-05,ARSON\n"


@pytest.mark.parametrize(
    "line",
    [
        "Operator: kmiller,run 0412,,,,,", "Men,41,,,,,", "Run date,11/29/2026,,,,,", "In house today,2,,,,,", "Beds free:,9,,,,,",
        "^ federal boarder,see legend,,,,,", "Prepared for Sgt Smith,11/29/2026 06:00,,,,,", "7,7,,,,,", "Shift 2,Capt Lee,,,,,",
        "Run date,11/29/2026,,,,2026-11-29,", "Legend:,F,,,,,FELONY", "Officer,7,JONES,,,,", "2,2,MEN,,,,",
    ],
)  # fmt: skip
def test_a_line_of_the_report_is_nobody_whatever_its_words_are(tmp_path, line):
    made = roster(tmp_path, f"{HEADER}{ROWS}{line}\n")
    assert [each.person.person_id for each in people_in_custody(made, None)] == ["P1", "P2"]
    assert refused(made)[0][0] == "row 4"
    assert needs_person(check(made, None))


def test_a_line_of_the_report_before_the_people_takes_nobodys_booking(tmp_path):
    made = roster(tmp_path, f"{HEADER}In house today,B2,,,,,\n{ROWS}")
    assert [each.person_id for each in made.people] == ["P1", "P2"]


@pytest.mark.parametrize(
    "row",
    [
        "P3,B3,POE,ANN,,,",
        "P3,B3,,,1980-05-06,,",
        "P3,B3,,,,2026-10-05,",
        "P3,B3,,,,,THEFT",
        "JD,AB,POE,ANN,1980-05-06,,",
    ],
)
def test_one_thing_that_a_person_has_is_somebody(tmp_path, row):
    made = roster(tmp_path, f"{HEADER}{ROWS}{row}\n")
    assert len(made.people) == 3
    assert not made.refused


def test_a_name_and_a_number_alone_beside_whole_rows_is_somebody_and_is_said(tmp_path):
    made = roster(tmp_path, f"{HEADER}{ROWS}P3,B3,POE,ANN,,,\n")
    assert [each for each in said(made) if each.startswith("row 4: has a name and a number and nothing else")]
    assert needs_person(check(made, None))
    names = roster(tmp_path, "person_id,booking_id,family_name,given_name\n1,B1,DOE,JANE\n2,B2,ROE,JIM\n")
    assert (len(names.people), said(names)) == (2, [])


def test_a_row_that_goes_on_with_a_booking_needs_nothing_of_a_person(tmp_path):
    made = roster(tmp_path, "person_id,booking_id,family_name,holds\nJD,AB,DOE,\nJD,AB,,ICE detainer\n" + "2,B2,ROE,\n")
    assert not [each for each in refused(made) if each[0] == "row 3"]


@pytest.mark.parametrize("word", ["N/A", "PENDING", "unk", "0", "000000", "-", "NONE", "XXXX", "#N/A", "not assigned"])
def test_a_number_that_is_none_makes_no_two_people_one_and_refuses_nobody(tmp_path, word):
    text = ROWS.replace("P1,", f"{word},").replace("P2,", f"{word},")
    made = roster(tmp_path, HEADER + text)
    assert [each.person_id for each in made.people] == ["booking:B1", "booking:B2"]
    assert not made.refused
    assert needs_person(check(made, None))
    stays = roster(tmp_path, HEADER + ROWS.replace(",B1,", f",{word},").replace(",B2,", f",{word},"))
    assert [each.bookings[0].booking_id for each in stays.people] == ["person:P1", "person:P2"]
    assert not stays.refused


def test_a_row_whose_two_numbers_are_none_is_refused_with_whom_it_names(tmp_path):
    made = roster(tmp_path, f"{HEADER}{ROWS}N/A,PENDING,POE,ANN,1990-01-02,2026-10-05,THEFT\n")
    assert [(each.row, each.person and each.person.family_name, each.nobody) for each in made.refused] == [
        ("row 4", "POE", False)
    ]


@pytest.mark.parametrize("column", ["state_id", "fbi_number", "a_number"])
def test_a_number_of_the_person_that_is_none_is_unknown(tmp_path, column):
    made = roster(
        tmp_path, f"person_id,booking_id,family_name,{column}\n1,B1,DOE,UNK\n2,B2,ROE,00000\n3,B3,POE,123456\n"
    )
    assert [getattr(each, column) for each in made.people] == [None, None, "123456"]


@pytest.mark.parametrize("births", [("1985-04-12", "1958-04-12"), ("1958-04-12", "1985-04-12")])
def test_two_births_of_one_number_and_name_are_unknown_in_every_order_and_the_charges_are_kept(tmp_path, births):
    rows = "".join(
        f"P1,B1,DOE,JANE,{born},2026-10-05,{what}\n" for born, what in zip(births, ("THEFT", "ARSON"), strict=True)
    )
    made = roster(tmp_path, HEADER + rows + f"P1,B1,DOE,JANE,{births[0]},2026-10-05,DUI\n")
    assert (len(made.people), made.people[0].date_of_birth) == (1, None)
    assert [each.description for each in made.people[0].bookings[0].charges] == ["THEFT", "ARSON", "DUI"]
    assert "row 3: date_of_birth contradicts an earlier row of the same person: left unknown" in said(made)
    assert not made.refused


def test_two_births_without_a_name_are_two_people_with_one_number(tmp_path):
    made = roster(tmp_path, f"{HEADER}P1,B1,,,1980-05-06,2026-10-05,THEFT\nP1,B2,,,1981-05-06,2026-10-05,THEFT\n")
    assert "two people with one number?" in refused(made)[0][1]


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?"])
@pytest.mark.parametrize("column", ["family_name", "date_of_birth", "charge_description"])
def test_what_a_spreadsheet_lost_is_unknown_and_said(tmp_path, error, column):
    cells = dict(zip(HEADER.strip().split(","), ROWS.splitlines()[0].split(","), strict=True)) | {column: error}
    made = roster(tmp_path, HEADER + ",".join(cells.values()) + "\n" + ROWS.splitlines()[1] + "\n")
    assert [each for each in said(made) if each.startswith(f'row 2: {column} is "{error}"')]


def test_a_cell_of_a_workbook_whose_formula_failed_is_said(tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "r.xlsx"))
    page = book.add_worksheet()
    for number, line in enumerate((HEADER + ROWS).splitlines()):
        page.write_row(number, 0, line.split(","))
    page.write_formula(1, 4, "=VLOOKUP(1,A1:A1,1)", None, "#N/A")
    book.close()
    made = roster(tmp_path, (tmp_path / "r.xlsx").read_bytes(), "r2.xlsx")
    with zipfile.ZipFile(io.BytesIO((tmp_path / "r.xlsx").read_bytes())) as parts:
        assert b't="e"' in parts.read("xl/worksheets/sheet1.xml")
    assert 'row 2: date_of_birth is "#N/A", an error of a spreadsheet: left unknown' in said(made)
