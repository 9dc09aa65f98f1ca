"""A paper made for practice says so on every page and in every form; one that is not, says nothing of it."""

import io
from datetime import date

import pypdf
import pytest

from habeas.answers import practice
from habeas.answers.compose import DRAFT
from habeas.answers.letter import LetterFacts, Party, letter_html
from habeas.answers.pdf import render_pdf

HTML = '<html lang="en"><head><title>x</title></head><body>' + "<p>A line of a letter.</p>" * 90 + "</body></html>"


@pytest.fixture
def practicing(monkeypatch):
    monkeypatch.setattr(practice._asked, "answer", lambda: True)


def pages():
    return pypdf.PdfReader(io.BytesIO(render_pdf(HTML))).pages


def test_every_page_of_a_practice_pdf_bears_the_mark_twice(practicing):
    found = pages()
    assert len(found) > 1
    assert all(page.extract_text().count("PRACTICE") == 2 for page in found)


def test_a_real_paper_bears_none():
    assert not [page for page in pages() if "PRACTICE" in page.extract_text()]
    assert practice.marked_html(HTML) == HTML


def test_a_page_without_a_head_is_marked_as_well(practicing):
    assert practice.marked_html("<p>x</p>").startswith("<style>")


@pytest.mark.parametrize(
    ("draft", "unsent"), [("", False), (practice.LETTER, False), (f"{practice.LETTER} {DRAFT}", True), (DRAFT, True)]
)
def test_a_letter_in_effect_at_a_practice_desk_is_no_draft(draft, unsent):
    party = Party("Records", "Alder County Sheriff")
    facts = LetterFacts(
        party, ("ICE",), date(2026, 3, 4), "R-1", draft, "", ("Detainer",), "Dear Sir or Madam:", ("x",), (), (), (), "y", (), (), ()
    )  # fmt: skip
    assert ("DRAFT – NOT SENT" in letter_html(facts)) is unsent


def test_the_mark_stands_across_a_page_that_is_read_from_the_right(practicing):
    assert "direction: ltr" in practice.marked_html(HTML)
