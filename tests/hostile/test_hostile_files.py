"""A fixed draw of hostile files through every command that reads one: each comes out as was written before it was run."""

import random

import pytest

from tests.hostile import books, markup, records, tables, words
from tests.hostile.case import Hostile
from tests.hostile.run import faults, forked

SEED, EVERY = 11, 7
HEAVY = (
    "wide/",
    "bomb",
    "million",
    "deep-2000000",
    "20-MB",
    "gzip-bomb",
    "digits",
    "long-line",
    "many-parts",
    "empty-lines",
    "demo",
    "batch",
    "impact",
    "export-",
    "open-quote",
    "quadratic",
    "long-text",
    "/lines",
)
"""What takes more than a moment, or a library that bears no fork; `make hostile` runs all of it."""


def sample() -> list[Hostile]:
    """Every seventh of what is quick."""
    draw = random.Random(SEED)
    made = [each for part in (tables.tables, books.books, markup.markup, words.words) for each in part(draw)]
    made += [*records._devices(draw), *records._writes(draw), *records._queries(draw), *records._backups(draw)]
    quick = [each for each in made if not any(word in each.id for word in HEAVY)]
    return quick[::EVERY]


SAMPLE = sample()


@pytest.mark.parametrize("case", SAMPLE, ids=[each.id for each in SAMPLE])
def test_a_hostile_file_comes_out_as_was_written(case, tmp_path):
    came = forked(case, tmp_path / "f")
    assert faults(case, came, tmp_path / "f") == [], (came.out[-300:], came.err[-600:])


def test_the_draw_is_the_same_for_the_same_seed_and_another_for_another():
    first, again, other = (list(tables.tables(random.Random(seed))) for seed in (1, 1, 2))
    assert [each.files for each in first] == [each.files for each in again]
    assert [each.files for each in first] != [each.files for each in other]
