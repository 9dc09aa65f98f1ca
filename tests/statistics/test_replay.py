"""Printed figures come out again, to the cent, from records generated with noise: duplicates, views, late entries, people of two papers."""

import pytest

from tests.statistics.printed import TCJS, YEARS
from tests.statistics.replay import texan_figures, year_figures

SEEDS = range(4)
LARGE = 600
"""Records of more requests than this are tried on one seed here: they take seconds each."""


def test_more_than_120_printed_figures_are_tried():
    assert len(TCJS) * 3 + sum(len(row[3]) for row in YEARS) >= 120


@pytest.mark.parametrize("seed", SEEDS)
def test_each_texan_county_month_gives_its_inmates_days_and_dollars(seed):
    wrong = [(row, *found) for row in TCJS if len(set(found := texan_figures(row, seed))) > 1]
    assert not wrong


@pytest.mark.parametrize("row", YEARS, ids=lambda row: f"{row[2]} {row[1][0]}")
@pytest.mark.parametrize("seed", SEEDS)
def test_each_printed_period_gives_its_figures(row, seed):
    if seed and sum(row[3].values()) > LARGE:
        pytest.skip("a large record is tried on one seed")
    assert not {name: pair for name, pair in year_figures(row, seed).items() if pair[0] != pair[1]}
