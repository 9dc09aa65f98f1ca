"""A profile that names what the file lacks: wherever it names it, the reading stops, and the likely new name is told."""

from pathlib import Path

import pytest

from habeas.common.errors import BadInputError
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account
from tests.roster.helpers import fault_of, read_with

WORDS = """
[file]
shape = "table"
[columns]
person_id = "SO"
booking_id = "BK"
family_name = "Last"
statute = "Sec"
"""
TEXT = "BK,SO,Last,Sec,Row Kind,Ice Hold,Notes\nB1,1,DOE,211 PC,C,,x\nB2,2,ROE,,H,Y,y\n"

NAMED = [
    ('[flags]\n"Immig Hold" = { Y = "ICE" }\n', "Immig Hold", "Ice Hold"),
    ('[[rows]]\nis = "hold"\nwhen = { "Row Kinds" = "H" }\nhold = "Last"\n', "Row Kinds", "Row Kind"),
    ('[[rows]]\nis = "hold"\nwhen = { "Row Kind" = "H" }\nhold = "Ice Holds"\n', "Ice Holds", "Ice Hold"),
    ('[leave_out]\ncolumns = ["Note"]\n', "Note", "Notes"),
]


@pytest.mark.parametrize(("more", "gone", "now"), NAMED)
def test_a_column_named_in_any_table_that_the_file_lacks_stops_the_reading(tmp_path, more, gone, now):
    with pytest.raises(BadInputError, match=f'no column "{gone}".*was it renamed "{now}"'):
        read_with(tmp_path, WORDS + more, TEXT)


@pytest.mark.parametrize(("more", "gone", "now"), NAMED)
def test_it_is_read_where_the_column_is_there_or_optional(tmp_path, more, gone, now):
    assert read_with(tmp_path, WORDS + more.replace(gone, now).replace(f"{now}s", now), TEXT).people
    assert read_with(tmp_path, f'optional = ["{gone}"]\n' + WORDS + more, TEXT).people


def test_a_repeated_column_that_the_file_lacks_stops_the_reading(tmp_path):
    words = WORDS.replace('"table"', '"table"\nrepeats = ["Last", "Row Type"]')
    with pytest.raises(BadInputError, match='no column "Row Type"'):
        read_with(tmp_path, words, TEXT)


@pytest.mark.parametrize(
    "header", ["Chg 1,Disp 1,Chg 2,Outcome 2,Chg 3,Disp 3", "Chg 1,Disp 1,Offense 2,Disp 2,Chg 3,Disp 3"]
)
def test_one_of_the_numbered_columns_that_is_gone_stops_the_reading(tmp_path, header):
    words = WORDS.replace('"Sec"', '"Chg {n}"\ncharge_disposition = "Disp {n}"')
    text = f"BK,SO,Last,{header}\nB1,1,DOE,211,pending,459,dismissed,487,pending\n"
    with pytest.raises(BadInputError, match=r'no column "(Disp|Chg) 2"'):
        read_with(tmp_path, words, text)
    assert read_with(tmp_path, 'optional = ["Disp 2", "Chg 2"]\n' + words, text).people


def test_a_sheet_asked_of_a_file_without_sheets_stops_the_reading(tmp_path: Path):
    with pytest.raises(BadInputError, match='no sheets, and the sheet "Inmates"'):
        read_with(tmp_path, WORDS.replace('"table"', '"table"\nsheet = "Inmates"'), TEXT)
    path = tmp_path / "a.csv"
    path.write_text(TEXT)
    with pytest.raises(BadInputError, match="no sheets"):
        read_account(path, read_profile('name = "t"\n' + WORDS, "t.toml"), sheet="Inmates")
    assert read_with(tmp_path, WORDS.replace('"table"', '"table"\nsheet = "first"'), TEXT).people


@pytest.mark.parametrize("more", ['[flags]\n"ice" = { Y = "ICE" }\n', '[[rows]]\nis = "hold"\nwhen = { kind = "H" }\n'])
def test_a_report_in_lines_has_each_column_that_a_table_names_on_a_ruler(more):
    lines = '[[lines]]\nis = "booking"\nbegins = "9"\nruler = { booking_id = "1-4" }\n'
    assert "stands on no ruler" in fault_of('[file]\nshape = "lines"\n' + lines + more)
