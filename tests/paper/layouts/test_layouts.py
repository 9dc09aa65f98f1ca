"""Papers in layouts drawn by seed: how much of each is read, and that nothing else is taken for a value."""

import pytest

from tests.paper.layouts.forms import PAPERS, drawn
from tests.paper.layouts.score import measured
from tests.paper.makers import book

FLOORS = {"develop": (0.98, 0.98), "hold": (0.95, 0.97), "later": (0.95, 0.97)}
"""Recall and precision that are held; `hold` names the styles and wordings the reader was not written with."""


def test_a_seed_draws_the_same_paper_again():
    one, two = (drawn("I-247A", "develop", 3)[0] for _ in range(2))
    assert book(one) == book(two)
    assert one.truth == two.truth


@pytest.mark.parametrize("family", FLOORS)
def test_drawn_papers_are_read_as_well_as_they_were(family):
    tally = measured(PAPERS, family, range(4))
    recall, precision = tally.rate()
    assert recall >= FLOORS[family][0], tally.problems[:20]
    assert precision >= FLOORS[family][1], tally.problems[:20]
