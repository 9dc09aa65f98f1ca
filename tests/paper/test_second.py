"""A number of a scan that was not surely read is looked at again; nothing is guessed and both readings are said."""

from dataclasses import replace

import pytest

from habeas.paper.assemble import blank
from habeas.paper.fields.extract import Gathered, SeenEntry
from habeas.paper.fields.second_pass import look_again
from habeas.paper.pages.page import Word
from habeas.paper.reading import FieldReading
from tests.paper import forms
from tests.paper.helpers import needs_tesseract, read_bytes, values
from tests.paper.makers import book, scan


def looked(name, first, second, *, sure=0.9, source="ocr"):
    """What is kept of a number read as `first` where the second look reads `second`, and what is asked."""
    page = replace(blank(1, 612, 792), again=lambda area, letters: second)
    words = tuple(Word(each, 10, 10, 60, 20, source, sure) for each in first.split())
    gathered = Gathered({name: FieldReading(first, 1, first, None, "scanned")}, seen={name: SeenEntry(page, words)})
    look_again(gathered)
    return gathered.fields[name].value, [text for _, text in gathered.doubts]


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("a_number", "A 8&9 080 912", "A 899 080 912"),
        ("subject_id", "3O2572128", "302572128"),
        ("event_number", "1086468414122", "LOS6468414122"),
        ("case_number", "25:5F-889661-A", "25-SF-889661-A"),
        ("case_number", "3:25-rnj-70933", "3:25-mj-70933"),
    ],
)
def test_of_two_readings_the_one_with_the_numbers_shape_is_kept_and_both_are_said(name, first, second):
    kept, (said,) = looked(name, first, second)
    assert kept == second
    assert first in said
    assert second in said


def test_a_date_of_birth_from_the_second_look_is_kept_as_a_date():
    assert looked("date_of_birth", "O2/1l/1989", "02/11/1989")[0] == "1989-02-11"


@pytest.mark.parametrize(("first", "second"), [("1086468414122", "1096468414122"), ("LOS6468414122", "LOS6468414127")])
def test_where_both_or_neither_fit_the_first_reading_stays_and_both_are_asked_about(first, second):
    kept, (said,) = looked("event_number", first, second, sure=0.3)
    assert kept == first
    assert second in said


def test_a_number_that_was_surely_read_is_left_alone():
    assert looked("a_number", "A 208 771 904", "A 208 771 909") == ("A 208 771 904", [])
    assert looked("event_number", "108646", "LOS6468414122", source="text") == ("108646", [])


def test_an_unsure_number_that_reads_the_same_or_fits_alone_raises_no_question():
    assert looked("a_number", "A 208 771 904", "A208 771904", sure=0.3) == ("A 208 771 904", [])
    assert looked("a_number", "A 208 771 904", "A 20", sure=0.3) == ("A 208 771 904", [])
    assert looked("a_number", "A 208 771 904", None, sure=0.3) == ("A 208 771 904", [])


@needs_tesseract
def test_a_second_reading_never_makes_a_paper_a_courts(monkeypatch):
    monkeypatch.setattr("habeas.paper.pages.scans._again", lambda *_: "3:25-cr-00417")
    found = read_bytes(scan(book(forms.arrest_warrant(case="3:25-zz-00417"))))
    assert values(found)["case_number"] == "3:25-cr-00417"
    assert found.judicial is None
