"""A stamp of which a scan gave only a piece: at the edge of the sheet, or where it runs into writing that could not be read."""

import pytest

from habeas.paper.judicial.undone import known_marks
from habeas.paper.pages.page import Page, Word, with_lines


def scan(*words):
    """A scanned page with these words in one line: text, left edge, certainty."""
    made = tuple(Word(text, x0, 52.0, x0 + 12, 61.0, "ocr", sure, 9) for text, x0, sure in words)
    return with_lines(Page(1, 612, 792, made, (), "ocr", lambda area: None, lambda area: None, lambda area: area))


@pytest.mark.parametrize(
    "words",
    [
        [("VACA", 3.0, 0.95), ("California", 82.0, 0.97)],
        [("America", 40.0, 0.97), ("RECAL", 598.0, 0.95)],
        [("VACA", 43.0, 0.95), ("Ffabitisco,", 57.0, 0.0), ("California", 82.0, 0.97)],
        [("Suite", 40.0, 0.97), ("ASHED", 54.0, 0.9), ("Btrx", 68.0, 0.1)],
    ],
)
def test_a_piece_of_an_undoing_word_at_the_edge_or_beside_unread_writing_is_a_mark(words):
    assert known_marks([scan(*words)])


@pytest.mark.parametrize(
    "words",
    [
        [("VACA", 43.0, 0.95), ("County", 57.0, 0.97), ("California", 82.0, 0.97)],
        [("WITH", 3.0, 0.95), ("California", 82.0, 0.97)],
        [("TERM", 43.0, 0.95), ("Btrx", 57.0, 0.1)],
        [("United", 3.0, 0.95), ("STATES", 20.0, 0.97)],
    ],
)
def test_a_name_or_a_word_of_its_own_is_none(words):
    assert not known_marks([scan(*words)])
