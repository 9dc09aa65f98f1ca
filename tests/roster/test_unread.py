"""Columns in numbers of a person or booking are read, every one; what a profile reads and nothing arrives of is never success."""

import pytest

from habeas.roster.check import check, needs_person
from tests.roster.helpers import fault_of, read_with, said

WORDS = """
person_id_from = "booking_id"
[file]
shape = "table"
[columns]
booking_id = "No"
family_name = "Last"
given_name = "First"
date_of_birth = "Born"
"""
HEAD = "No,Last,First,Born,"


@pytest.mark.parametrize(
    ("column", "source"),
    [
        ("holds", '"Hold {n}"'),
        ("holds", '["Hold 1", "Hold 2"]'),
        ("aliases", '"Hold {n}"'),
        ("holds", '"{Hold {n}} {By {n}}"'),
    ],
)
def test_a_list_in_numbered_columns_is_read_from_every_one_of_them(tmp_path, column, source):
    data = (
        HEAD
        + "Hold 1,Hold 2,By 1,By 2\nB1,ROE,ANN,1990-01-02,ICE,USMS,,\nB2,DOE,JAN,1991-01-02,,BOP,,\nB3,POE,KIM,1992-01-02,,,,\n"
    )
    made = read_with(tmp_path, WORDS + f"{column} = {source}\n", data)
    found = [p.aliases if column == "aliases" else p.bookings[0].holds for p in made.people]
    assert [each or () for each in found] == [("ICE", "USMS"), ("BOP",), ()]


def test_numbered_columns_of_a_booking_take_no_charge_away(tmp_path):
    data = HEAD + "Sec,Hold 1,Hold 2\nB1,ROE,ANN,1990-01-02,PC 211,ICE,\nB2,DOE,JAN,1991-01-02,PC 459,,\n"
    made = read_with(tmp_path, WORDS + 'holds = "Hold {n}"\nstatute = "Sec"\n', data)
    assert [[c.statute for c in p.bookings[0].charges] for p in made.people] == [["PC 211"], ["PC 459"]]


def test_two_values_of_one_person_in_numbered_columns_are_unknown_and_said(tmp_path):
    data = HEAD + "Sex 1,Sex 2\nB1,ROE,ANN,1990-01-02,F,M\nB2,DOE,JAN,1991-01-02,F,\nB3,POE,KIM,1992-01-02,,M\n"
    made = read_with(tmp_path, WORDS + 'sex = "Sex {n}"\n', data)
    assert [p.sex for p in made.people] == [None, "F", "M"]
    assert any("sex has 2 values" in each for each in said(made))


def test_a_name_in_numbered_columns_that_differ_is_unknown_and_said(tmp_path):
    words = WORDS.replace('family_name = "Last"\ngiven_name = "First"\n', 'full_name = "Name {n}"\n')
    made = read_with(
        tmp_path, words, 'No,Name 1,Name 2,Born\nB1,"ROE, ANN","POE, ANN",1990-01-02\nB2,"DOE, JAN",,1991-01-02\n'
    )
    assert [p.family_name for p in made.people] == [None, "DOE"]
    assert any("full_name has several values" in each for each in said(made))


def test_marks_in_numbered_columns_are_read(tmp_path):
    words = WORDS + '[flags]\n"ICE {n}" = { Y = "ICE HOLD", N = "" }\n'
    made = read_with(tmp_path, words, HEAD + "ICE 1,ICE 2\nB1,ROE,ANN,1990-01-02,N,Y\nB2,DOE,JAN,1991-01-02,N,N\n")
    assert [p.bookings[0].holds for p in made.people] == [("ICE HOLD",), ()]


def test_text_of_which_nothing_arrives_needs_a_person(tmp_path):
    data = HEAD + "Bail\nB1,ROE,ANN,1990-01-02,5000\nB2,DOE,JAN,1991-01-02,\n"
    made = read_with(tmp_path, WORDS + 'bail = "Bail"\n', data)
    assert 'whole file: bail: "Bail" holds text, and none of it was read: left unknown' in said(made)
    assert needs_person(check(made, None))


def test_a_charge_column_on_rows_that_are_holds_is_not_missed(tmp_path):
    words = WORDS + 'statute = "Sec"\n[[rows]]\nis = "hold"\nwhen = { Sec = ["HOLD*"] }\nhold = "Sec"\n'
    made = read_with(tmp_path, words, HEAD + "Sec\nB1,ROE,ANN,1990-01-02,HOLD ICE\n")
    assert made.people[0].bookings[0].holds == ("HOLD ICE",)
    assert not any("none of it was read" in each for each in said(made))


@pytest.mark.parametrize(
    "words",
    ['[leave_out]\ncolumns = ["Note {n}"]\n', '[[rows]]\nis = "hold"\nwhen = { "Hold {n}" = ["*"] }\n'],
)
def test_numbers_where_one_column_is_named_are_refused(words):
    assert "stands for numbered columns" in fault_of(WORDS + words)


def test_the_older_words_refuse_numbered_columns():
    assert "the older words do not read" in fault_of(
        'format = "table"\n[columns]\nbooking_id = "No"\nholds = "Hold {n}"\n'
    )


def test_holds_and_charges_are_numbered_each_for_itself(tmp_path):
    data = (
        HEAD
        + "Sec 1,Sec 2,Sec 3,Hold 1\nB1,ROE,ANN,1990-01-02,PC 211,PC 459,,ICE\nB2,DOE,JAN,1991-01-02,PC 211,,PC 242,\n"
    )
    made = read_with(tmp_path, WORDS + 'holds = "Hold {n}"\nstatute = "Sec {n}"\n', data)
    assert [p.bookings[0].holds for p in made.people] == [("ICE",), None]


def test_a_trailer_is_nobody(tmp_path):
    words = WORDS.replace('family_name = "Last"\n', "").replace(
        'given_name = "First"\ndate_of_birth = "Born"\n', 'family_name = "Last"\n'
    )
    made = read_with(tmp_path, words, "No,Last\nB1,ROE\nB2,DOE\nTRL00000058,\nEOF 0002,\n")
    assert len(made.people) == 2
