"""Statements of a database and messages in segments are read as the tables and lines that they are."""

from datetime import date

import pytest

from habeas.roster.draft import draft_of
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account
from habeas.roster.readers.segments import in_lines
from habeas.roster.readers.sql import is_sql, tables_of_sql

DAY = date(2026, 11, 29)
NAMES = ("ABLE", "O''HARA", "COLE", "DIAZ", "EVANS", "FOX")
DUMP = """-- jail dump
CREATE TABLE `charges` (
  `booking_no` int NOT NULL,
  `statute` varchar(20),
  `offense` varchar(60),
  PRIMARY KEY (`booking_no`)
);
""" + "".join(
    f"INSERT INTO dbo.[inmates] (booking_no, inmate_no, last_name, first_name, dob, booked_at, citizenship, detainer) VALUES\n"
    f"({26000 + at}, {51230 + at}, '{name}', N'ANN', CAST('1980-01-0{at}' AS date), '2026-11-0{at} 10:0{at}:00', NULL, "
    f"{'NULL' if at % 2 else chr(39) + 'ICE' + chr(39)});\n"
    for at, name in enumerate(NAMES, start=1)
)  # fmt: skip
CHARGES = ", ".join(f"({26000 + at}, 'PC 48{at}', 'THEFT, GRAND (1)')" for at in range(1, 7))
DUMP += f"INSERT INTO charges VALUES {CHARGES};\n"  # noqa: S608 - a text to read, no query


def read(folder, text, name):
    draft = draft_of(text.encode(), name, today=DAY)
    (folder / name).write_text(text, encoding="utf-8")
    return read_account(folder / name, read_profile(draft.toml, "x.toml"), export_day=DAY)


def test_rows_that_statements_put_into_tables_are_read_and_joined(tmp_path):
    made = read(tmp_path, DUMP, "dump.sql")
    assert [each.family_name for each in made.people] == [name.replace("''", "'") for name in NAMES]
    stays = [each.bookings[0] for each in made.people]
    assert [each.booking_id for each in stays] == [str(26000 + at) for at in range(1, 7)]
    assert [each.charges[0].statute for each in stays] == [f"PC 48{at}" for at in range(1, 7)]
    assert [each.charges[0].description for each in stays] == ["THEFT, GRAND (1)"] * 6
    assert [each.holds for each in stays] == [None, ("ICE",)] * 3
    assert [each.date_of_birth.day for each in made.people] == [1, 2, 3, 4, 5, 6]


def test_words_within_a_text_are_no_statement():
    assert not is_sql(b"no,remark\n1,please INSERT INTO the file\n")
    assert tables_of_sql("INSERT INTO t (a, b) VALUES ('x', NULL), ('(y), ''z''', 3);") == {
        "t.csv": b"a,b\nx,\n\"(y), 'z'\",3\n"
    }


SEGMENTS = "HDR*JAIL*20261120~" + "".join(
    f"BKG*J00047{at}*ABLE*ANN {name}*19750{at}03*M*2026112{at}2010~CHG*16-7-1*BURGLARY*Felony*2500~CHG*16-5-2{at}.1*BATTERY*M*100~"
    for at, name in enumerate("ABCDEFGH", start=1)
)


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_each_segment_of_a_message_is_a_line(ending, tmp_path):
    text = SEGMENTS.replace("~", f"~{ending}")
    made = read(tmp_path, text, "export.edi")
    stays = [stay for each in made.people for stay in each.bookings]
    assert [each.booking_id for each in stays] == [f"J00047{at}" for at in range(1, 9)]
    assert [tuple(c.statute for c in each.charges) for each in stays] == [
        ("16-7-1", f"16-5-2{at}.1") for at in range(1, 9)
    ]
    assert all(each.charges[1].bail == "100" for each in stays)


def test_a_text_with_a_wave_in_it_is_left_as_it_is():
    assert in_lines("DOE~ANN~1980\nCOLE~RAY~1990\n") == "DOE~ANN~1980\nCOLE~RAY~1990\n"
