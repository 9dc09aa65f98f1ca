"""The header of a table is found where it stands and however it is written; what stands above it is nobody."""

import pytest

from habeas.common.errors import BadInputError
from tests.roster.helpers import HEADER, ROW, account, refused, roster, said

PEOPLE = HEADER + ROW + ROW.replace("P1,B1,DOE", "P2,B2,ROE")


@pytest.mark.parametrize(
    "spelled",
    [
        str.upper,
        str.title,
        lambda text: text.replace("_", " "),
        lambda text: text.replace("_", "-"),
        lambda text: text.title().replace("_", ""),
    ],
    ids=["capitals", "titles", "blanks", "dashes", "one word"],
)
def test_a_header_is_read_however_it_is_spelled(tmp_path, spelled):
    made = roster(tmp_path, spelled(HEADER) + PEOPLE.split("\n", 1)[1])
    assert account(made) == (2, 2, 2)
    assert made.people[0].family_name == "DOE"
    assert any("is read as booking_id" in each for each in said(made))
    assert made.unknown_columns == ()


def test_a_column_in_two_spellings_is_a_column_twice(tmp_path):
    with pytest.raises(BadInputError, match='the column "booking_id" twice'):
        roster(tmp_path, PEOPLE.replace("statute", "BOOKING ID", 1))


def test_a_header_repeated_in_capitals_is_nobody(tmp_path):
    made = roster(tmp_path, PEOPLE + HEADER.upper() + ROW.replace("P1,B1,DOE", "P3,B3,POE"))
    assert account(made)[0] == 3
    assert "row 4: repeats the header: left out" in said(made)


@pytest.mark.parametrize(
    "title",
    [
        "Alder County Jail\n",
        "Alder County, Custody, Records, Printed 07/17/2025\n\n",
        "ROSTER,,,,,,,\nBy,CLERK,,,,,,\n",
        "sep=,\n",
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_titles_above_the_header_are_left_out_and_said(tmp_path, title, delimiter):
    made = roster(tmp_path, title + PEOPLE.replace(",", delimiter))
    assert account(made) == (2, 2, 2)
    assert "row 1: stands above the header: left out" in said(made)


def test_a_row_above_the_header_that_may_be_somebody_is_refused(tmp_path):
    made = roster(tmp_path, ROW.replace("P1,B1,DOE", "P0,B0,POE") + PEOPLE)
    assert account(made)[0] == 2
    assert refused(made) == [("row 1", "stands above the header: nobody can say what its cells mean")]


def test_json_keys_are_read_however_they_are_spelled_and_never_two_for_one(tmp_path):
    made = roster(
        tmp_path, '[{"PersonID": "P1", "BOOKING_ID": "B1"}, {"booking_id": "B2", "Booking ID": "B3"}]', "a.json"
    )
    assert account(made)[0] == 1
    assert refused(made) == [("row 2", 'has the key "booking_id" twice, in two spellings')]


@pytest.mark.parametrize(
    "start",
    [
        '<!DOCTYPE r SYSTEM "http://x.example/r.dtd">\n',
        "<!ENTITY a 'b'>\n",
        "<roster>\n",
        "  <!-- a, b -->\n",
        "\ufeff<?php ?>\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_markup_language_is_no_table(tmp_path, start, encoding):
    with pytest.raises(BadInputError, match="is XML: read it with a profile of format xml"):
        roster(tmp_path, (start + PEOPLE).encode(encoding))


def test_half_a_letter_loses_its_row_and_no_other(tmp_path):
    made = roster(
        tmp_path,
        '[{"person_id": "P1", "booking_id": "B1", "family_name": "\\ud800"}, {"person_id": "P2", "booking_id": "B2"}]',
        "a.json",
    )
    assert [each.person_id for each in made.people] == ["P2"]
    assert refused(made) == [("row 1", "holds half of a letter (\\ud800): the export is damaged here")]


@pytest.mark.parametrize("shown", ["#REF!", "#ref!", "########", "#EXTERNAL!"])
def test_a_value_that_is_lost_is_unknown_and_never_a_name(tmp_path, shown):
    made = roster(tmp_path, PEOPLE.replace("DOE", shown))
    assert made.people[0].family_name is None
    assert any("left unknown" in each for each in said(made))
