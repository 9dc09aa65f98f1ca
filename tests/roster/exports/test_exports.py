"""Drafts of drawn exports read them whole as printed; the floors are what was reached, of families nobody looked at as well."""

import pytest

from tests.roster.exports.measure import measure
from tests.roster.exports.words import DEVELOPED, HELD_OUT

FLOORS = [(DEVELOPED, 0.85), (HELD_OUT, 0.85)]


@pytest.mark.parametrize(("families", "floor"), FLOORS, ids=["developed", "held out"])
def test_most_drafts_read_a_drawn_export_whole_as_printed(families, floor):
    scores = measure(families, 1)
    whole = sum(each.complete for each in scores)
    assert whole >= floor * len(scores), [(each.family, each.layout) for each in scores if not each.complete]


def test_no_developed_family_is_read_wrong_in_silence():
    assert not [(each.family, each.layout, each.wrong) for each in measure(DEVELOPED, 1) if each.silent]
