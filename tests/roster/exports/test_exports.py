"""Drafts of drawn exports read them whole as printed; the floors are what was reached, of families nobody looked at as well."""

import pytest

from tests.roster.exports.layouts import LAYOUTS
from tests.roster.exports.measure import measure
from tests.roster.exports.score import drawn
from tests.roster.exports.words import DEVELOPED, HELD_OUT

FLOORS = [(DEVELOPED, 0.85), (HELD_OUT, 0.8)]
NO_HEADER = {"by_first_cell"}
"""Layouts whose numbers no header names: which one is a person's is never proposed, so the booking stands for the person: one who was
booked twice is two, and nobody is somebody else."""


@pytest.mark.parametrize(("families", "floor"), FLOORS, ids=["developed", "held out"])
def test_most_drafts_read_a_drawn_export_whole_as_printed(families, floor):
    scores = measure(families, 1)
    whole = sum(each.complete for each in scores)
    assert whole >= floor * len(scores), [(each.family, each.layout) for each in scores if not each.complete]
    silent = [each for each in scores if each.silent and set(each.wrong) != {"person_id"}]
    assert not [(each.family, each.layout, each.wrong) for each in silent]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_read_whole_in_the_plainest_words(layout, tmp_path):
    found = drawn(DEVELOPED[0], layout, 1, tmp_path)
    wrong = set(found.wrong) - ({"person_id"} if layout in NO_HEADER else set())
    assert not wrong, found.wrong
    assert not found.missing, found.missing
    assert not found.fault
