"""Papers of every kind in drawn layouts: told for what they are, and never one called a court's that is none."""

import pytest

from tests.paper.layouts.kinds import DEVELOP, HELD, draw, told

FLOOR = 0.95


def test_a_seed_draws_the_same_paper_again():
    assert draw("ca", 3, held=False) == draw("ca", 3, held=False)


@pytest.mark.parametrize("held", [False, True])
def test_drawn_kinds_are_told_and_none_is_wrongly_a_courts(held):
    count, wrong = told(HELD if held else DEVELOP, range(2), held=held)
    assert count["wrong judicial"] == 0, wrong
    for name in ("kind", "signer", "judicial"):
        assert count[name] >= FLOOR * count["papers"], (name, count, wrong)
