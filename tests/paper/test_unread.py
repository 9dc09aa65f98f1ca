"""Ink on a scan that nobody has explained: it may be a stamp, and no scan that bears some is taken for a court's paper."""

from dataclasses import replace

import numpy as np
import pytest

from habeas.paper import read_paper
from habeas.paper.assemble import blank
from habeas.paper.judicial.judicial import _an_entry, _explained
from habeas.paper.judicial.signing import is_print
from habeas.paper.pages.page import Word
from habeas.paper.pages.unread import Ink, _sealed, unread_ink, unread_patches
from tests.paper import forms
from tests.paper.helpers import asked, needs_tesseract
from tests.paper.makers import book, scan

SCALE = 2.0
"""Dots to a point of the pages drawn here."""


def _page(*blots, hue=(), words=()):
    """A white page with black blots, colored ones and words, each in points."""
    level = np.full((round(792 * SCALE), round(612 * SCALE)), 255, np.uint8)
    color = np.zeros((1100, 850), np.uint8)
    for x0, top, x1, bottom in (*blots, *hue):
        level[round(top * SCALE) : round(bottom * SCALE), round(x0 * SCALE) : round(x1 * SCALE)] = 60
    for area in hue:
        x0, top, x1, bottom = (round(each / 0.72) for each in area)
        color[top:bottom, x0:x1] = 200
    return Ink(level, SCALE, tuple(words), color)


def _word(text, x0, top, sure):
    return Word(text, x0, top, x0 + 30, top + 9, "ocr", sure, 10)


def _places(ink, excused=()):
    return [each.area for each in unread_patches(ink, excused)]


def _letters(x0, top):
    """Strokes as of a word of six letters, thirty points long."""
    return [(x0 + 5 * count, top, x0 + 5 * count + 2.5, top + 9) for count in range(6)]


def test_a_word_surely_read_is_explained_and_one_that_was_not_is_no_print():
    assert _places(_page(*_letters(100, 100), words=[_word("COURT", 100, 100, 0.95)])) == []
    (place,) = _places(_page(*_letters(100, 100), words=[_word("Xo", 100, 100, 0.2)]))
    assert place[0] <= 102
    assert place[2] >= 126
    assert _places(_page(*_letters(100, 100)))


def test_words_that_run_up_the_sheet_are_no_print_however_surely_they_were_read():
    tops = (100, 104, 110, 113, 119, 125, 128, 135, 140)
    column = [(100 + top % 4, top, 109 - top % 3, top + 2.5) for top in tops]
    words = [Word("hed", 99, 99, 110, 122, "ocr", 0.95, 10), Word("see", 99, 122, 110, 145, "ocr", 0.97, 10)]
    assert _places(_page(*column, words=words))


def test_an_unsure_word_in_a_line_that_was_read_is_print():
    words = [_word(each, 100 + 34 * place, 100, 0.95) for place, each in enumerate(("bring", "before", "magistrate"))]
    blots = [blot for place in range(4) for blot in _letters(100 + 34 * place, 100)]
    assert _places(_page(*blots, words=[*words, _word("jndge", 202, 100, 0.3)])) == []


def test_what_crosses_a_line_of_print_is_seen_above_and_below_it():
    words = [_word("commanded", 100, 100, 0.95)]
    crossing = [(104 + 5 * count, 92 + count, 107 + 5 * count, 118 + count) for count in range(6)]
    assert _places(_page(*_letters(100, 100), *crossing, words=words))


def test_rules_specks_and_the_place_of_the_signature_are_no_stamp():
    assert _places(_page((60, 300, 500, 301), (300, 80, 301, 200), (40, 40, 41.5, 41.5))) == []
    scrawl = _letters(350, 430)
    assert _places(_page(*scrawl), [(330, 410, 560, 450)]) == []
    assert _places(_page(*scrawl, *_letters(350, 470)), [(330, 410, 560, 450)])


def test_a_little_ink_in_color_is_seen_where_black_ink_of_that_size_is_not():
    small = [(100.8 + 4 * count, 100.8, 102.8 + 4 * count, 109) for count in range(5)]
    assert _places(_page(*small)) == []
    assert _places(_page(hue=small))


def test_color_over_a_word_that_was_read_is_seen_and_a_word_printed_in_color_is_not():
    words = [_word("CAPTION", 100, 100, 0.95)]
    assert _places(_page(hue=_letters(100, 100), words=words)) == []
    assert _places(_page(*_letters(100, 100), hue=[(100, 103, 132, 104.5)], words=words))


def test_a_round_place_is_a_seal_only_where_its_middle_says_so():
    ring = [
        (
            150 + 30 * np.cos(turn) - 2,
            550 + 30 * np.sin(turn) - 2,
            150 + 30 * np.cos(turn) + 2,
            550 + 30 * np.sin(turn) + 2,
        )
        for turn in np.linspace(0, 2 * np.pi, 60)
    ]
    ink = _page(*ring)
    assert unread_ink(ink, (), lambda area: "SEAL") == ()
    assert unread_ink(ink, (), lambda area: "VOID")
    assert unread_ink(_page(*_letters(100, 100), *_letters(130, 100)), (), lambda area: "SEAL")


@needs_tesseract
@pytest.mark.slow
def test_a_stamp_nobody_can_read_makes_a_scan_not_established_and_a_clean_scan_stays_a_courts():
    clean = read_paper(scan(book(forms.arrest_warrant()), dpi=200))
    assert clean.judicial is True
    assert not any("may be a stamp" in each for each in clean.warnings)
    stamped = read_paper(scan(book(forms.arrest_warrant().slant(150, 300, "KWZ 11-12 XO", 15)), dpi=200))
    assert (stamped.kind, stamped.judicial) == ("judicial_warrant", None)
    assert any("may be a stamp" in each for each in stamped.warnings)
    assert "stamped or marked? A mark on it could not be read" in asked(stamped)


def _seen(text, top=100, words=()):
    """Whether ink in a line's place of a page is explained by what a second reading of it gives."""
    page = blank(1, 612.0, 792.0)
    place = (100.0, float(top), 200.0, top + 13.0)
    return _explained(place, replace(page, words=tuple(words), closely=lambda area: text))


def test_a_line_that_is_usual_print_when_read_again_is_no_stamp():
    assert _seen("UNITED STATES OF AMERICA")
    assert _seen("Wrexley, Defendant", words=[_word("Wrexley", 400, 300, 0.95)])


@pytest.mark.parametrize(
    "text", ["", "NP 11/12 KWZ", "RECALLED", "VOID IF ALTERED", "DO NOT SERVE", "state", "UNITED STATES ANNULE"]
)
def test_a_line_that_says_more_or_less_than_usual_print_stays_unread(text):
    assert not _seen(text)


def test_a_word_does_not_explain_itself_and_tall_letters_are_no_line_of_print():
    assert not _seen("Wrexley, Defendant", words=[_word("Wrexley", 120, 100, 0.95)])
    page = replace(blank(1, 612.0, 792.0), closely=lambda area: "UNITED STATES OF AMERICA")
    assert not _explained((100.0, 100.0, 200.0, 135.0), page)


@pytest.mark.parametrize("text", ["DISTRICT COURT 11/02/26", "COUNTY RECALLED", "COURT VOID", "FILED DISTRICT COURT"])
def test_a_round_stamp_of_a_court_that_says_a_day_or_takes_back_is_no_seal(text):
    assert _sealed("UNITED STATES DISTRICT COURT")
    assert not _sealed(text)


def test_brackets_set_under_one_another_are_no_stamp():
    column = [(290, 100 + 13 * row, 293, 109 + 13 * row) for row in range(7)]
    assert _places(_page(*column)) == []
    assert _places(_page(*(each for each in column if each[1] != 139), (286, 150, 300, 153)))


def test_a_typed_line_of_dashes_is_no_stamp_and_dashes_under_letters_are_seen():
    dashes = [(60 + 6 * place, 300, 64 + 6 * place, 301.2) for place in range(40)]
    assert _places(_page(*dashes)) == []
    assert _places(_page(*dashes, *_letters(100, 292)))


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("26-CR-0087 |", True),
        ("11/21/2026", True),
        ("26-CR-0099", False),
        ("11/22/2026", False),
        ("VOID 11/21/2026", False),
        ("2026", False),
    ],
)
def test_a_number_or_a_day_of_the_paper_read_again_is_no_stamp_and_any_other_is(text, known):
    assert _an_entry(text, ["26-CR-00871", "2026-11-21", "Ada Quill"]) is known


@pytest.mark.parametrize(
    ("text", "print_"), [("[X] a.m.", True), ("[_] p.m.", True), ("[X] NP", False), ("a.m.", False)]
)
def test_half_a_day_beside_a_box_is_print(text, print_):
    assert _seen(text) is print_


def test_a_scrawl_that_was_taken_for_a_few_letters_is_no_print_and_a_long_word_may_be_a_stamp():
    assert not is_print(_word("caee", 100, 100, 0.0))
    assert not is_print(_word('_-"_-', 100, 100, 0.23))
    assert is_print(_word("RECALED", 100, 100, 0.2))
    assert is_print(_word("Judge", 100, 100, 0.9))
