"""Two papers side by side on one sheet are two papers."""

import io

import pypdfium2
import pytest

from habeas.paper.assemble import read_bytes
from tests.paper import forms
from tests.paper.helpers import needs_tesseract
from tests.paper.makers import book, scan


def side_by_side(*sheets):
    """A broad sheet with these pages beside one another."""
    source = pypdfium2.PdfDocument(book(*sheets))
    held = io.BytesIO()
    two = pypdfium2.PdfDocument(pypdfium2.raw.FPDF_ImportNPagesToOne(source, 1224, 792, 2, 1))
    two.save(held)
    return held.getvalue()


@pytest.mark.parametrize("made", [bytes, pytest.param(lambda data: scan(data, dpi=150), marks=needs_tesseract)])
def test_two_papers_side_by_side_are_both_read(made):
    found = read_bytes(made(side_by_side(forms.detainer(), forms.removal())))
    assert [(each.form, each.pages) for each in found.papers] == [("I-247A", (1,)), ("I-205", (1,))]
    assert found.lead.kind == "detainer"


def test_one_paper_on_a_broad_sheet_stays_one():
    found = read_bytes(side_by_side(forms.detainer(), forms.Sheet()))
    assert len(found.papers) == 1
