"""A table described in the newer words: header rows, repeated cells, row kinds, totals, columns left out, codes, several files."""

import io
import zipfile

import pytest
import xlsxwriter
from typer.testing import CliRunner

from habeas.cli.program import app
from habeas.common.errors import BadInputError
from habeas.roster.check import check, needs_person
from tests.roster.helpers import account, read_with, refused, said

SIMPLE = """
[file]
shape = "table"
[columns]
booking_id = "BK"
person_id = "PFN"
family_name = "LAST"
given_name = "FIRST"
date_of_birth = "DOB"
statute = "CHARGE"
[forms]
date_of_birth = "mm/dd/yyyy"
"""
HEAD = "BK,PFN,LAST,FIRST,DOB,CHARGE\n"
ROW = "B1,P1,DOE,JANE,05/06/1980,PC 211\n"


def workbook(rows: list[list[object]], hidden: dict[int, bool] | None = None, hidden_sheet: bool = False) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Custody")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    for column in hidden or {}:
        sheet.set_column(column, column, None, None, {"hidden": True})
    if hidden_sheet:
        book.add_worksheet("Lookup").hide()
    book.close()
    return stream.getvalue()


TWO_ROWS = """
[file]
shape = "table"
header = [2, 3]
rows_from = 4
repeats = "blank"
[[totals]]
line = "Total inmates|{people}"
[columns]
booking_id = "Booking / Number"
person_id = "Inmate / SO #"
full_name = "Inmate / Name"
statute = ["Charge / Code", "Charge / Section"]
charge_disposition = "Charge / Status"
[forms]
booking_id = "7 digits"
statute = "{code} {section}"
[codes.code]
"CVC" = "VC"
[codes.charge_disposition]
pending = ["Open", "PNDG"]
"""
BOOK = [
    ["County custody list"],
    ["Inmate", "", "", "Booking", "Charge", "", ""],
    ["SO #", "Name", "Secret", "Number", "Code", "Section", "Status"],
    [501, "DOE, JANE ANN JR", "x", 12345, "CVC", "23152(a)", "Open"],
    ["", "", "", "", "PC", 211, "PNDG"],
    [502, "ROE, SAM", "", 12346, "PC", 459, "Sold"],
    ["Total inmates", 2],
]


def test_header_rows_are_joined_blank_cells_repeat_and_the_total_agrees(tmp_path):
    made = read_with(tmp_path, TWO_ROWS, workbook(BOOK), "x.xlsx")
    jane, sam = made.people
    assert (jane.family_name, jane.given_name, jane.middle_name, jane.suffix) == ("DOE", "JANE", "ANN", "JR")
    assert jane.bookings[0].booking_id == "0012345"
    assert [(each.statute, each.disposition) for each in jane.bookings[0].charges] == [
        ("VC 23152(a)", "pending"),
        ("PC 211", "pending"),
    ]
    assert jane.bookings[0].charges[0].raw["statute"] == "CVC 23152(a)"
    assert sam.bookings[0].charges[0].disposition is None
    assert refused(made) == []
    assert [each for each in said(made) if "agree" in each] == []


@pytest.mark.parametrize("number", [3, 1])
def test_a_total_that_does_not_agree_needs_a_person(tmp_path, number):
    made = read_with(tmp_path, TWO_ROWS, workbook([*BOOK[:-1], ["Total inmates", number]]), "x.xlsx")
    assert any("2 were read" in each for each in said(made))
    assert needs_person(check(made, None))


def test_a_total_that_the_file_no_longer_has_needs_a_person(tmp_path):
    made = read_with(tmp_path, TWO_ROWS, workbook(BOOK[:-1]), "x.xlsx")
    assert any("was it cut off" in each for each in said(made))
    assert needs_person(check(made, None))


def test_a_hidden_column_or_sheet_that_is_not_named_is_a_question(tmp_path):
    made = read_with(tmp_path, TWO_ROWS, workbook(BOOK, {2: True}, hidden_sheet=True), "x.xlsx")
    assert [each.split(" is hidden")[0] for each in said(made) if "is hidden" in each] == [
        'sheet "Lookup":',
        'column "Inmate / Secret":',
    ]
    named = TWO_ROWS + '[leave_out]\ncolumns = ["Inmate / Secret"]\nsheets = ["Lookup"]\n'
    again = read_with(tmp_path, named, workbook(BOOK, {2: True}, hidden_sheet=True), "x.xlsx")
    assert [each for each in said(again) if "hidden" in each] == []
    assert again.unknown_columns == ()


def test_a_column_left_out_is_in_no_record(tmp_path):
    words = SIMPLE + '[leave_out]\ncolumns = ["NOTE"]\n'
    made = read_with(tmp_path, words, HEAD.strip() + ",NOTE\n" + ROW.strip() + ",informant\n")
    assert "informant" not in str(made)
    assert made.unknown_columns == ()


def test_a_row_that_is_a_hold_is_no_charge_and_one_left_out_is_nothing(tmp_path):
    rules = """
[[rows]]
is = "hold"
when = { CHARGE = ["HOLD*", "FED HOLD"] }
[[rows]]
is = "person"
when = { CHARGE = ["NO CHARGE"] }
[[rows]]
is = "leave out"
when = { LAST = "" }
"""
    rows = (
        ROW + ROW.replace("PC 211", "HOLD-ICE") + ROW.replace("PC 211", "FED HOLD") + ROW.replace("PC 211", "NO CHARGE")
    )
    made = read_with(tmp_path, SIMPLE + rules, HEAD + rows + "B9,P9,,,,x\n")
    assert account(made) == (1, 1, 1)
    assert made.people[0].bookings[0].holds == ("HOLD-ICE", "FED HOLD")


def test_one_code_has_many_words_and_the_others_stay_as_they_are(tmp_path):
    words = SIMPLE.replace('statute = "CHARGE"', 'charge_grade = "CHARGE"')
    rows = "".join(
        f"B{n},P{n},DOE{n},JANE,05/06/1980,{word}\n" for n, word in enumerate(["F1", "Fel", "misdemeanor", "??"])
    )
    made = read_with(tmp_path, words + '[codes.charge_grade]\nfelony = ["F1", "FEL"]\n', HEAD + rows)
    assert [each.bookings[0].charges[0].grade for each in made.people] == ["felony", "felony", "misdemeanor", None]
    assert any('"??"' in each for each in said(made))
    closed = read_with(
        tmp_path, words + '[codes.charge_grade]\nfelony = ["F1", "FEL"]\nother = "unknown"\n', HEAD + rows
    )
    assert [each.bookings[0].charges[0].grade for each in closed.people] == ["felony", "felony", None, None]
    assert not any('"??"' in each for each in said(closed))


def test_glued_columns_numbered_columns_and_constants(tmp_path):
    words = """
[file]
shape = "table"
[columns]
booking_id = "{Agency}-{No}"
family_name = "Last"
person_id = "Pin"
booked_at = "{Date} {Time}"
statute = "Charge {n}"
charge_disposition = "Disp {n}"
[forms]
booked_at = "mm/dd/yyyy hhmm"
[constants]
facility = "Main Jail"
"""
    head = "Agency,No,Last,Pin,Date,Time,Charge 1,Disp 1,Charge 2,Disp 2,Charge 10,Disp 10\n"
    made = read_with(
        tmp_path,
        words,
        head + "01,77,DOE,9,01/02/2026,2400,PC 211,pending,,,PC 459,dismissed\n01,78,ROE,8,01/02/2026,,,,,,,\n",
    )
    doe, roe = made.people
    booking = doe.bookings[0]
    assert (booking.booking_id, booking.facility, str(booking.booked_at)) == (
        "01-77",
        "Main Jail",
        "2026-01-03 00:00:00",
    )
    assert [(each.statute, each.disposition) for each in booking.charges] == [
        ("PC 211", "pending"),
        ("PC 459", "dismissed"),
    ]
    assert str(roe.bookings[0].booked_at) == "2026-01-02 00:00:00"
    assert roe.bookings[0].charges == ()
    assert made.unknown_columns == ()


def test_several_charges_in_one_cell_stay_beside_their_dispositions(tmp_path):
    words = (
        SIMPLE.replace('"CHARGE"', '"CHARGE"\ncharge_disposition = "DISP"')
        + '[split]\nstatute = ";"\ncharge_disposition = ";"\n'
    )
    head = HEAD.strip() + ",DISP\n"
    made = read_with(tmp_path, words, head + ROW.strip() + "; PC 459; PC 484,pending;;dismissed\n")
    charges = made.people[0].bookings[0].charges
    assert [(each.statute, each.disposition) for each in charges] == [
        ("PC 211", "pending"),
        ("PC 459", None),
        ("PC 484", "dismissed"),
    ]
    uneven = read_with(tmp_path, words, head + ROW.strip() + "; PC 459,pending\n")
    assert [each.disposition for each in uneven.people[0].bookings[0].charges] == [None, None]
    assert any("where the row has 2 charges" in each for each in said(uneven))


def test_charges_may_stand_as_json_in_a_cell(tmp_path):
    words = SIMPLE.replace('shape = "table"', 'shape = "table"\ncharges = "CHARGE[]"').replace(
        '"CHARGE"\n', '"charges.code"\n'
    )
    cell = '"[{""code"": ""PC 211""}, {""code"": ""PC 459""}]"'
    made = read_with(tmp_path, words, HEAD + ROW.replace("PC 211", cell) + "B2,P2,ROE,SAM,05/06/1981,{broken\n")
    assert [each.statute for each in made.people[0].bookings[0].charges] == ["PC 211", "PC 459"]
    assert refused(made) == [("row 3", '"CHARGE" holds no JSON that can be read')]


def test_a_changed_header_stops_the_import_and_says_what_was_renamed(tmp_path):
    words = 'expects = ["BK", "PFN", "LAST", "FIRST", "DOB", "CHARGE"]\n' + SIMPLE.replace("booking_id", "booking_id")
    read_with(tmp_path, words, HEAD + ROW)
    with pytest.raises(BadInputError, match='"CHARGE" seems to be "CHARGES" now'):
        read_with(tmp_path, words, HEAD.replace("CHARGE", "CHARGES") + ROW)
    with pytest.raises(BadInputError, match='"NOTE" is new'):
        read_with(tmp_path, words, HEAD.strip() + ",NOTE\n" + ROW.strip() + ",x\n")


def test_files_of_a_zip_are_joined_by_the_booking_number(tmp_path):
    words = """
[file]
name = "people*.csv"
[[join]]
name = "charges"
file = "charges*.csv"
on = { BKNO = "BK" }
[columns]
booking_id = "BK"
family_name = "LAST"
person_id = "PFN"
statute = "charges.SECTION"
"""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("people_0301.csv", "BK,PFN,LAST\nB1,P1,DOE\nB2,P2,ROE\n")
        archive.writestr("charges_0301.csv", "BKNO,SECTION\nB1,PC 211\nB1,PC 459\nB7,PC 484\n")
    made = read_with(tmp_path, words, stream.getvalue(), "export.zip")
    assert account(made) == (2, 2, 2)
    assert [row for row, _ in refused(made)] == ["charges_0301.csv row 4"]
    (tmp_path / "all").mkdir()
    with zipfile.ZipFile(io.BytesIO(stream.getvalue())) as archive:
        archive.extractall(tmp_path / "all")


def test_a_table_without_a_header_and_with_marks_that_are_no_quotes(tmp_path):
    words = """
[file]
separator = "|"
quotes = false
header = "none"
columns = ["BK", "PFN", "LAST"]
[columns]
booking_id = "BK"
person_id = "PFN"
family_name = "LAST"
statute = "4"
"""
    made = read_with(tmp_path, words, 'B1|P1|DOE|PC 21310 BLADE 6"\nB2|P2|ROE|PC 211\n')
    assert [each.bookings[0].charges[0].statute for each in made.people] == ['PC 21310 BLADE 6"', "PC 211"]


SAMPLE = """
[[sample]]
cells = { BK = "X1", PFN = "X9", LAST = "SAMPLE", FIRST = "ANN", DOB = "02/03/1990", CHARGE = "PC 211" }
reads = { family_name = "SAMPLE", date_of_birth = "1990-02-03", statute = "PC 211", released_at = "unknown" }
"""


def test_a_sample_is_tried_at_each_import_before_the_file_is_taken_in(tmp_path):
    assert account(read_with(tmp_path, SIMPLE + SAMPLE, HEAD + ROW)) == (1, 1, 1)
    day_first = SIMPLE.replace("mm/dd/yyyy", "dd/mm/yyyy") + SAMPLE
    with pytest.raises(
        BadInputError, match=r'Sample 1 .* reads date_of_birth as "1990-03-02", and "1990-02-03" is written'
    ):
        read_with(tmp_path, day_first, HEAD + ROW)


def test_columns_of_marks_say_holds_and_tell_nothing_where_there_is_no_mark(tmp_path):
    words = (
        SIMPLE
        + '[flags]\n"ICE" = { Y = "ICE detainer", N = "" }\n"USM" = { Y = "US Marshal hold", T = "US Marshal hold" }\n'
    )
    head = HEAD.strip() + ",ICE,USM\n"
    others = [("B2,P2,ROE", ",N,"), ("B3,P3,POE", ",,"), ("B4,P4,LOE", ",?,")]
    rows = (
        ROW.strip() + ",Y,T\n" + "".join(ROW.strip().replace("B1,P1,DOE", who) + marks + "\n" for who, marks in others)
    )
    made = read_with(tmp_path, words, head + rows)
    assert [each.bookings[0].holds for each in made.people] == [("ICE detainer", "US Marshal hold"), (), None, None]
    assert [each for each in said(made) if "mark" in each] == [
        'row 5: "ICE" is "?", a mark the profile does not know: left unknown'
    ]
    assert made.unknown_columns == ()


def test_convert_writes_nothing_where_the_totals_do_not_agree(tmp_path):
    (tmp_path / "p.toml").write_text(
        'name = "t"\n' + SIMPLE + '[[totals]]\nline = "TRAILER|{rows}"\n', encoding="utf-8"
    )
    (tmp_path / "x.csv").write_text(HEAD + ROW + "TRAILER,2\n", encoding="utf-8")
    command = [
        "roster",
        "convert",
        str(tmp_path / "x.csv"),
        "--profile",
        str(tmp_path / "p.toml"),
        "--out",
        str(tmp_path / "o.jsonl"),
    ]
    run = CliRunner().invoke(app, command)
    assert run.exit_code == 1
    assert "Nothing was written" in run.output
    assert not (tmp_path / "o.jsonl").exists()
    (tmp_path / "x.csv").write_text(HEAD + ROW + "TRAILER,1\n", encoding="utf-8")
    assert CliRunner().invoke(app, command).exit_code == 0
