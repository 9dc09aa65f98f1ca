"""Pages that cost a reader much for nothing: one without ink is not searched for words, one of endless lines is read as a picture alone."""

import time

import numpy as np
import pytest

from habeas.paper import assemble
from habeas.paper.files import limits
from habeas.paper.forms.authorities import by_its_words
from habeas.paper.pages import scans
from tests.hostile.papers import CATALOG, PAGE, PAGES, pdf, stream


def never(*given, **more):
    pytest.fail("this page was searched")


@pytest.mark.parametrize("shade", [255, 252])
def test_a_page_without_ink_is_read_as_empty_and_never_searched(monkeypatch, shade):
    monkeypatch.setattr(scans, "_quarter", never)
    monkeypatch.setattr(scans, "_tesseract_words", never)
    page = scans.scanned_page(np.full((1100, 850), shade, np.uint8), 3, 612.0, 792.0, 1e9)
    assert (page.number, page.words, page.source) == (3, (), "ocr")
    assert not page.unread([])


def test_a_page_with_one_mark_is_searched(monkeypatch):
    asked = []
    monkeypatch.setattr(scans, "_quarter", lambda *given: asked.append(1))
    picture = np.full((1100, 850), 255, np.uint8)
    picture[500:508, 300:330] = 40
    assert scans.scanned_page(picture, 1, 612.0, 792.0, 1e9) is None
    assert asked


def test_a_page_of_more_lines_than_are_looked_at_is_read_from_its_picture_alone(monkeypatch):
    monkeypatch.setattr(assemble, "_by_text", never)
    asked = []
    monkeypatch.setattr(assemble, "_says_otherwise", lambda *given: asked.append(1))
    many = limits.MAX_COMMANDS // 14 + 10
    read = assemble.read_bytes(pdf(CATALOG, PAGES, PAGE, stream(b"0 0 m 9 9 l S " * many)))
    assert read.page_count == 1
    assert not asked, "its lines were taken apart after all"


@pytest.mark.parametrize("filler", ["a", "1", "word ", "governor of A ", "parole board "])
def test_what_an_authority_says_of_itself_is_asked_once_of_a_page_however_long(filler):
    """Looked for from every letter anew, one line of 660,000 letters took 70 seconds; of a letter more each word costs as much."""
    page = type("Page", (), {"lines": [type("Line", (), {"text": filler * (60_000 // len(filler))})]})
    began = time.process_time()
    assert by_its_words(page) == []
    assert time.process_time() - began < 1
