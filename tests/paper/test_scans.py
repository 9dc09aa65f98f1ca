"""Pictures of papers: turned, tilted, photographed. What was read from one is confirmed by a person."""

import numpy as np
import pytest

from habeas.paper import read_paper
from habeas.paper.pages import pictures as px
from habeas.paper.pages.scans import _outward
from habeas.paper.pages.stamps import sheet_of, spots_in
from tests.paper import cancellations, forms, marks
from tests.paper.helpers import asked, needs_tesseract, values
from tests.paper.makers import book, photograph, scan

DETAINER = book(forms.detainer())


@needs_tesseract
@pytest.mark.slow
@pytest.mark.parametrize(("turn", "skew"), [(0, 0.9), (90, 0.0), (180, 0.0), (270, -0.7)])
def test_a_scan_is_read_whichever_way_it_lies(turn, skew):
    found = read_paper(scan(DETAINER, turn=turn, skew=skew, dpi=300))
    read = values(found)
    assert (found.kind, found.form, found.signer, found.judicial, found.text_source) == (
        "detainer",
        "I-247A",
        "immigration_officer",
        False,
        "ocr",
    )
    assert (read["a_number"], read["date_of_birth"], read["grounds"]) == (
        "A 208 771 904",
        "1989-02-11",
        ["final_order", "statements"],
    )
    name = found.fields["subject_name"]
    assert (name.value, name.confidence, name.confirm) == ("WREXLEY, Odalys Pilar", "scanned", True)
    assert "Verify against the document" in asked(found)
    if turn == 0:
        assert name.box is not None
        assert name.box[0] == pytest.approx(106, abs=16)
        assert name.box[1] == pytest.approx(592, abs=16)


@needs_tesseract
@pytest.mark.slow
def test_a_photograph_is_read():
    found = read_paper(photograph(DETAINER))
    assert (found.form, found.text_source) == ("I-247A", "ocr")


@needs_tesseract
@pytest.mark.slow
def test_a_picture_that_carries_other_words_is_read_as_it_looks():
    from tests.paper.makers import Sheet

    sheet = Sheet()
    for line in range(12):
        sheet.say(72, 100 + 20 * line, "United States Magistrate Judge commands the arrest of somebody", gray=1)
    merged = _under_picture(sheet)
    found = read_paper(merged)
    assert (found.form, found.judicial, found.text_source) == ("I-247A", False, "ocr")
    assert any("something else than its picture" in each for each in found.warnings)


def _under_picture(sheet):
    """A scan of the detainer with the words of another sheet in its text layer."""
    import io

    import pypdf

    base = pypdf.PdfReader(io.BytesIO(scan(DETAINER, dpi=300))).pages[0]
    words = pypdf.PdfReader(io.BytesIO(book(sheet))).pages[0]
    writer = pypdf.PdfWriter()
    page = writer.add_page(words)
    page.merge_page(base)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def test_a_streak_is_painted_out_and_a_letters_stroke_is_kept():
    page = np.full((600, 400), 250, np.uint8)
    page[:, 200:202] = 90
    page[300:320, 100:104] = 0
    mended = px.without_streaks(page, 100)
    assert mended[:, 200:202].min() > 200
    assert mended[310, 101] == 0


def test_the_tilt_of_writing_is_found():
    page = np.full((800, 600), 255, np.uint8)
    for row in range(60, 760, 24):
        page[row : row + 8, 40:560:3] = 0
    for angle in (-1.5, 0.0, 2.0):
        assert px.tilt(px.turned(page, -angle), 75) == pytest.approx(angle, abs=0.15)


def test_a_square_is_ticked_by_the_ink_inside_it():
    square = np.zeros((40, 40), bool)
    square[8:32, [8, 9, 30, 31]] = True
    square[[8, 9, 30, 31], 8:32] = True
    box = px.square_inside(square)
    assert box is not None
    assert px.share_inside(square, box) == 0
    for place in range(12, 28):
        square[place, place] = square[place, place + 1] = square[place, 39 - place] = True
    assert px.share_inside(square, box) > 0.1
    assert px.square_inside(np.zeros((40, 40), bool)) is None


def test_a_place_on_a_turned_picture_is_told_on_the_page_as_it_came():
    assert _outward((10, 20, 30, 40), (612, 792), (612, 792), 0, 0.0) == (10, 752, 30, 772)
    assert _outward((10, 20, 30, 40), (612, 792), (612, 792), 2, 0.0) == (582, 20, 602, 40)
    x0, y0, x1, y1 = _outward((10, 20, 30, 40), (792, 612), (612, 792), 1, 0.0)
    assert (x0, y0, x1, y1) == (572, 762, 592, 782)


@needs_tesseract
@pytest.mark.slow
@pytest.mark.parametrize(
    ("way", "place"), [("large", (395, 222)), ("slant", (210, 430)), ("down", (470, 60)), ("diagonal", (250, 745))]
)
def test_a_stamp_on_a_scan_is_seen_whichever_way_it_lies(way, place):
    found = read_paper(scan(book(marks._put(forms.arrest_warrant(), way, *place, "RECALLED")), dpi=200))
    assert (found.kind, found.judicial) == ("judicial_warrant", None)
    assert any("marked" in each for each in found.warnings)


@needs_tesseract
@pytest.mark.slow
def test_a_box_that_cancels_is_seen_on_a_scan():
    found = read_paper(scan(book(cancellations.form()), dpi=300))
    assert (found.kind, found.fields["cancels_detainer_of"].value) == ("detainer_cancellation", "2025-06-03")


def test_ink_that_lies_together_is_a_spot_and_is_turned_every_way():
    dark = np.zeros((600, 500), dtype=bool)
    dark[100:130, 80:260] = True
    (spot,) = spots_in(dark, 150)
    assert spot[0] <= 80
    assert spot[2] >= 260
    sheet = sheet_of([np.where(dark, 0, 255).astype(np.uint8)], (0.0, 90.0))
    assert sheet is not None
    assert (sheet < 150).any()
