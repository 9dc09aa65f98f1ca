"""Two papers side by side on one sheet are two papers."""

import io

import pypdfium2
import pytest

from habeas.paper.assemble import read_bytes
from tests.paper import forms
from tests.paper.helpers import needs_tesseract
from tests.paper.makers import book, scan
from tests.paper.test_courts_of_states import warrant


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


def over_one_another(upper, lower, gap=400):
    """A sheet with the words and rules of two short papers, the second `gap` points under the first."""
    sheet = warrant(**upper)
    under = warrant(**lower)
    moved = "\n".join(under.parts)
    sheet.parts.append(f"q 1 0 0 1 0 -{gap} cm {moved} Q")
    return book(sheet)


LONG = ("The sheriff of this county and every peace officer of this State shall take notice of this process.",) * 2


def test_two_papers_one_over_the_other_are_both_read():
    two = over_one_another({"more": LONG[:1]}, {"title": "WARRANT OF ARREST", "more": LONG[:1]})
    found = read_bytes(two)
    assert [(each.kind, each.pages) for each in found.papers] == [("judicial_warrant", (1,))] * 2


def test_a_return_at_the_foot_of_a_paper_is_no_second_paper():
    sheet = warrant(
        more=("", "", "", "", "RETURN OF SERVICE", "Received this warrant on ________ and executed it on ________.")
    )
    assert len(read_bytes(book(sheet)).papers) == 1
