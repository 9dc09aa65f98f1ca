"""Reading nothing is never success: a column gone, a row of totals, names in one cell, nobody in the file; each ends in exit 1 or 2."""

import json

import pytest
from typer.testing import CliRunner

from habeas.cli.program import app
from habeas.common.errors import BadInputError, HabeasError
from habeas.roster.check import check, needs_person, report
from habeas.roster.convert import to_jsonl
from habeas.roster.faults import said_of_whole
from habeas.roster.names import Name, split_name
from habeas.roster.profile import read_profile
from habeas.roster.read import read_account, read_roster
from tests.roster.helpers import refused, roster, said

PROFILE = (
    'name = "jail"\ntitle = "x"\nformat = "table"\nperson_id_from = "booking_id"\n{more}\n[columns]\nbooking_id = "Book"\n'
    'family_name = "Last"\nreleased_at = "Rel Date"\nholds = "Holds"\n'
)
ROWS = "Book,Last,Rel Date,Holds\n1,DOE,,ICE detainer\n2,ROE,2025-01-01,\n"


def read(folder, text, more="", **changes):
    (folder / "r.csv").write_text(text, encoding="utf-8")
    profile = PROFILE.format(more=more)
    for old, new in changes.items():
        profile = profile.replace(old, new)
    return read_account(folder / "r.csv", read_profile(profile, "jail.toml"))


def run(*args):
    """The exit status of a command, as the shell gets it."""
    done = CliRunner().invoke(app, [str(each) for each in args])
    return done.exception.exit_status if isinstance(done.exception, HabeasError) else done.exit_code


def test_a_column_that_the_profile_names_and_the_file_lacks_stops_the_reading_and_says_its_likely_new_name(tmp_path):
    with pytest.raises(
        BadInputError, match=r'r\.csv has no column "Rel Date".* jail reads as released_at; was it renamed "Released"'
    ):
        read(tmp_path, ROWS.replace("Rel Date", "Released"))
    (tmp_path / "jail.toml").write_text(PROFILE.format(more=""), encoding="utf-8")
    for command in (("check", tmp_path / "r.csv"), ("convert", tmp_path / "r.csv", "--out", tmp_path / "out.jsonl")):
        assert run("roster", *command, "--profile", tmp_path / "jail.toml") == 2
    assert not (tmp_path / "out.jsonl").exists()


def test_a_column_that_may_lack_is_named_so(tmp_path):
    made = read(tmp_path, ROWS.replace("Holds", "Other"), more='optional = ["Holds"]')
    assert len(made.people) == 2


def test_the_plain_roster_needs_a_booking_number_whatever_else_it_lacks(tmp_path):
    with pytest.raises(BadInputError, match='no column "booking_id"'):
        roster(tmp_path, "Inmate Name,Number\nDOE,1\n")


@pytest.mark.parametrize(
    "first", ["Total inmates", "TOTAL", "Grand Total:", "TRAILER", "Count", "End of report", "2 records", "Page 1 of 3"]
)
def test_a_row_of_totals_is_nobody(tmp_path, first):
    made = read(tmp_path, f"{ROWS}{first},,2,\n")
    assert [each.person_id for each in made.people] == ["booking:1", "booking:2"]
    assert (refused(made)[0][0], "a line of totals" in refused(made)[0][1]) == ("row 4", True)
    assert needs_person(check(made, None))


def test_a_row_of_totals_is_nobody_where_the_number_stands_in_another_column(tmp_path):
    made = roster(tmp_path, "family_name,person_id,booking_id\nDOE,1,B1\nTotal,2,2\n")
    assert [each.family_name for each in made.people] == ["DOE"]


def test_somebody_called_total_is_somebody(tmp_path):
    made = roster(tmp_path, "family_name,given_name,person_id,booking_id\nTOTAL,ANN,1,B1\nCOUNT,BOB,2,B2\n")
    assert [each.family_name for each in made.people] == ["TOTAL", "COUNT"]


def test_whole_names_in_the_family_name_are_a_fault_that_says_what_to_write(tmp_path):
    made = read(tmp_path, ROWS.replace("DOE", '"DOE, JANE"').replace("ROE", '"ROE, JIM T"'))
    assert 'whole file: family_name holds "LAST, FIRST" for 2 of 2 people' in said(made)[-1]
    assert 'full_name = "Last"' in said(made)[-1]
    assert needs_person(check(made, None))


def test_a_suffix_after_a_comma_is_no_given_name(tmp_path):
    made = read(tmp_path, ROWS.replace("DOE", '"DOE, JR"'))
    assert not [each for each in said(made) if "LAST, FIRST" in each]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("DOE, JANE", Name("DOE", "JANE")),
        ("DE LA CRUZ, JUAN CARLOS JR", Name("DE LA CRUZ", "JUAN", "CARLOS", "JR")),
        ("SMITH III, JOHN", Name("SMITH", "JOHN", "", "III")),
        ("PEÑA-ALDER, ANN M.", Name("PEÑA-ALDER", "ANN", "M.")),
        ("SMITH, JOHN, JR", Name("SMITH", "JOHN", "", "JR")),
        ("DOE JANE", None),
        (", JANE", None),
    ],
)
def test_a_whole_name_is_split_at_its_comma(cell, name):
    assert split_name(cell) == name


def test_a_profile_can_name_one_column_for_the_whole_name(tmp_path):
    made = read(tmp_path, ROWS.replace("DOE", '"DOE, JANE M JR"'), family_name="full_name")
    first, second = made.people
    assert (first.family_name, first.given_name, first.middle_name, first.suffix) == ("DOE", "JANE", "M", "JR")
    assert (second.family_name, second.given_name) == ("ROE", None)
    assert any("without a comma after the family name" in each for each in said(made))
    with pytest.raises(BadInputError, match="take family_name out"):
        read(tmp_path, ROWS, **{'family_name = "Last"\n': 'family_name = "Last"\nfull_name = "Last"\n'})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
        ("photo.csv", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20),
        ("bytes.csv", bytes(range(256)) * 20),
        ("half.xml", b'<?xml version="1.0"?>\n<CustodyQueryResults><Custody><Book'),
        ("other.csv", b"Inmate,Number\nDOE,1\n"),
        ("header.csv", b"person_id,booking_id,family_name\n"),
        ("refused.csv", b"person_id,booking_id\n,1\n,2\n"),
        ("empty.json", b"[]"),
        ("nested.json", b'[{"booking_id": {"x": 1}}]'),
        ("words.csv", b"There is nobody here.\n"),
    ],
)
def test_a_file_that_yields_nobody_is_never_success_and_nothing_is_written(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    done = run("roster", "check", tmp_path / name)
    assert done in {1, 2}
    made = run("roster", "convert", tmp_path / name, "--out", tmp_path / "out.jsonl")
    assert made == 2
    assert not (tmp_path / "out.jsonl").exists()
    assert not list(tmp_path.glob(".out*"))


def test_half_a_message_is_refused_under_its_own_profile_as_well(tmp_path):
    (tmp_path / "half.xml").write_bytes(b"<CustodyQueryResults><Custody><Book")
    assert run("roster", "check", tmp_path / "half.xml", "--profile", "niem_ojbc") == 2


def test_nobody_is_said_with_the_reasons(tmp_path):
    (tmp_path / "r.csv").write_text("person_id,booking_id\n,1\n,1\n,2\n", encoding="utf-8")
    with pytest.raises(BadInputError, match=r"yields nobody.*2 times: booking 1 has no person number") as fault:
        read_roster(
            tmp_path / "r.csv",
            read_profile(
                PROFILE.format(more='optional = ["*"]')
                .replace('"Book"', '"booking_id"')
                .replace('person_id_from = "booking_id"\n', "")
                .replace("[columns]\n", '[columns]\nperson_id = "person_id"\n'),
                "x.toml",
            ),
        )
    assert "\n" not in str(fault.value)


def test_a_column_that_is_written_and_never_readable_is_a_fault_of_the_whole_file(tmp_path):
    made = roster(tmp_path, "person_id,booking_id,charge_grade\n1,B1,UNKNOWN\n2,B2,UNK\n")
    assert said(made) == ["whole file: charge_grade: every cell that is written was left unknown"]
    assert needs_person(check(made, None))


@pytest.mark.parametrize("column", ["family_name", "date_of_birth", "booked_at", "citizenship_on_record", "statute"])
def test_a_needed_column_that_is_empty_for_everybody_is_a_fault_of_the_whole_file(tmp_path, column):
    made = roster(tmp_path, f"person_id,booking_id,{column}\n1,B1,\n2,B2,\n")
    assert said(made) == [f"whole file: {column}: every cell is empty, so all of it is left unknown"]
    assert needs_person(check(made, None))


EMPTY = """name = "no_citizenship"
title = "A jail that never fills the column"
format = "table"
empty = ["citizenship_on_record"]
optional = ["*"]
[columns]
person_id = "person_id"
booking_id = "booking_id"
citizenship_on_record = "Citizen"
"""


def test_a_column_that_the_profile_says_is_always_empty_is_said_each_time_and_needs_nobody(tmp_path):
    (tmp_path / "p.toml").write_text(EMPTY, encoding="utf-8")
    silent = roster(tmp_path, "person_id,booking_id,Citizen\n1,B1,\n2,B2,\n", profile=str(tmp_path / "p.toml"))
    assert said(silent) == [
        "whole file: citizenship_on_record: every cell is empty, as the profile no_citizenship says of it; all of it is unknown"
    ]
    assert not needs_person(check(silent, None))
    assert not said_of_whole(silent)


def test_a_column_that_was_said_to_be_always_empty_and_is_filled_is_said(tmp_path):
    (tmp_path / "p.toml").write_text(EMPTY, encoding="utf-8")
    filled = roster(tmp_path, "person_id,booking_id,Citizen\n1,B1,Canada\n2,B2,\n", profile=str(tmp_path / "p.toml"))
    assert [each for each in said(filled) if "take it out of empty" in each]
    assert [each.citizenship for each in filled.people] == ["CA", None]


def test_a_profile_calls_no_column_empty_that_it_does_not_read():
    with pytest.raises(BadInputError, match="line 4: empty names"):
        read_profile(EMPTY.replace('empty = ["citizenship_on_record"]', 'empty = ["sex"]'), "p.toml")


def test_columns_that_are_empty_in_an_ordinary_jail_are_none(tmp_path):
    made = roster(tmp_path, "person_id,booking_id,released_at,holds,suffix,aliases\n1,B1,,,,\n2,B2,,,,\n")
    assert not said(made)
    assert not needs_person(check(made, None))


def test_lists_of_several_rows_are_united_and_unknown_is_null(tmp_path):
    text = "person_id,booking_id,holds,aliases\n1,B1,ICE detainer,JIM\n1,B1,US Marshal,\n"
    text += "1,B1,ICE detainer;NONE,JACK;JIM\n2,B2,,\n3,B3,NONE,\n"
    made = roster(tmp_path, text)
    assert made.people[0].bookings[0].holds == ("ICE detainer", "US Marshal")
    assert made.people[0].aliases == ("JIM", "JACK")
    assert [json.loads(line)["bookings"][0]["holds"] for line in to_jsonl(made)] == [
        ["ICE detainer", "US Marshal"],
        None,
        [],
    ]
    assert not said(made)


def test_the_raw_text_stands_beside_the_value_of_its_own_row(tmp_path):
    text = "person_id,booking_id,given_name,holds,facility\n1,B1,,,Main\n1,B1,ANN,ICE detainer,North\n"
    made = roster(tmp_path, text)
    booking = made.people[0].bookings[0]
    assert made.people[0].raw["given_name"] == "ANN"
    assert booking.raw["holds"] == "ICE detainer"
    assert (booking.facility, booking.raw["facility"]) == (None, "Main; North")


@pytest.mark.parametrize("key", ["ignored", "leave_out"])
def test_what_is_left_out_is_in_no_record(tmp_path, key):
    made = read(
        tmp_path,
        ROWS.replace("Holds\n", "Holds,Notes\n")
        .replace("detainer\n", "detainer,informant file\n")
        .replace("01-01,\n", "01-01,,secret\n"),
        more=f'{key} = ["Notes"]',
    )
    assert len(made.people) == 2
    assert not made.unknown_columns
    assert "informant" not in "".join(to_jsonl(made))
    assert "informant" not in str(made)
    assert "secret" not in report(check(made, None))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ('dates = ["%q nonsense"]', 'line 5: dates names "%q nonsense", which is no form of a day'),
        ('dates = ["%H:%M"]', "which is no form of a day"),
        ('[split]\nfamily_name = ","', "names family_name, which is no list"),
        ('[unknown]\nrelease = ["X"]', 'names "release", which is no column'),
    ],
)
def test_a_word_of_a_profile_that_does_nothing_is_a_fault(change, sentence):
    with pytest.raises(BadInputError, match=sentence):
        read_profile(PROFILE.format(more=change), "jail.toml")


BANDED = (
    'name = "p"\ntitle = "p"\nformat = "banded"\n[banded]\nheader = ["A"]\nsubheader = ["B"]\nbooking = ["line"]\ncharge = ["row"]\n'
    'delimiter = "{mark}"\n[columns]\nbooking_id = "{source}"\n'
)


@pytest.mark.parametrize("mark", ["  ", "", "\\n"])
def test_a_delimiter_of_more_than_one_character_is_a_fault_with_its_line(mark):
    with pytest.raises(BadInputError, match="line 9: delimiter must be one character"):
        read_profile(BANDED.format(mark=mark, source="line"), "p.toml")


def test_a_column_from_a_name_that_the_layout_does_not_give_is_a_fault():
    with pytest.raises(BadInputError, match='booking_id comes from "lines"'):
        read_profile(BANDED.format(mark=",", source="lines"), "p.toml")


def test_a_bare_section_takes_the_code_of_the_profile(tmp_path):
    (tmp_path / "r.csv").write_text("B,S\n1,11378\n2,11378 HS\n3,484(a)\n4,N/A\n", encoding="utf-8")
    profile = read_profile(
        'name = "x"\ntitle = "x"\nformat = "table"\nperson_id_from = "booking_id"\ndefault_code = "HS"\n'
        '[columns]\nbooking_id = "B"\nstatute = "S"\n',
        "x.toml",
    )
    made = read_account(tmp_path / "r.csv", profile)
    assert [each.bookings[0].charges[0].statute for each in made.people] == ["HS 11378", "11378 HS", "HS 484(a)", "N/A"]
    assert made.people[0].bookings[0].charges[0].raw["statute"] == "11378"


def test_one_sentence_of_many_rows_hides_no_other(tmp_path):
    rows = "".join(f"{n},B{n},00000000\n" for n in range(30)) + "99,B99,2026-02-31\n"
    told = report(check(roster(tmp_path, f"person_id,booking_id,scheduled_release_on\n{rows}"), None))
    assert 'row 2 and 29 more: scheduled_release_on is "00000000"' in told
    assert "row 32: scheduled_release_on" in told


def test_the_raw_text_of_an_unread_cell_gives_way_to_that_of_the_value(tmp_path):
    made = roster(tmp_path, "person_id,booking_id,citizenship_on_record\n1,B1,X9\n1,B1,Canada\n")
    assert (made.people[0].citizenship, made.people[0].raw["citizenship_on_record"]) == ("CA", "Canada")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (bytes(range(256)) * 20, "is a picture or another file of bytes"),
        (b'<?xml version="1.0"?><a', "is XML: read it with"),
    ],
    ids=["bytes", "xml"],
)
def test_a_file_of_another_kind_is_named_by_its_kind(tmp_path, data, sentence):
    with pytest.raises(BadInputError, match=sentence):
        roster(tmp_path, data)
