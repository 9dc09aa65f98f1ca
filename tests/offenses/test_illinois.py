"""Illinois writes chapter, act and section: kept whole, or asked; never the chapter alone."""

import pytest

from habeas.offenses.reading import read_statute


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("720 ILCS 5/18-2(A)(2)", "720 ILCS 5/18-2(a)(2)"),
        ("625 ILCS 5/11-501(A)(2) DUI", "625 ILCS 5/11-501(a)(2)"),
        ("720 ILCS 5/12-3.05(A)(1)", "720 ILCS 5/12-3.05(a)(1)"),
        ("720 ILCS 5/11-1.20", "720 ILCS 5/11-1.20"),
        ("720 I.L.C.S. 570/402(C)", "720 ILCS 570/402(c)"),
        ("720ILCS5/9-1", "720 ILCS 5/9-1"),
    ],
)
def test_a_section_of_illinois_is_kept_whole(text, canonical):
    assert read_statute(text).canonical == canonical


@pytest.mark.parametrize("text", ["720 ILCS", "ILCS 720 5/18-2", "720 ILCS 5", "ILCS 5"])
def test_a_chapter_alone_is_asked(text):
    reading = read_statute(text)
    assert (reading.sections, bool(reading.question)) == ((), True)
