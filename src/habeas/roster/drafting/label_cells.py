"""A table whose rows repeat their labels as cells (`Name:`, `DOE, JANE`, `DOB:`, ...): each label heads the column behind it."""

from habeas.roster.drafting.cells import NEARLY_ALL, Cells, Judge
from habeas.roster.drafting.grid import Grid
from habeas.roster.drafting.headers import meant, words_of
from habeas.roster.drafting.joined import cells_of
from habeas.roster.drafting.vocabulary import spelled_out

_LEAST = 3
"""How many labels make such a table."""


def with_labels(grid: Grid, judge: Judge) -> tuple[list[Cells], bool]:
    """The columns of a table without a header, those behind a label headed by it; and whether there are such labels."""
    columns = cells_of(grid, judge, " ")
    labels = {place: label for place, cells in enumerate(columns) if (label := _label(cells))}
    told = _headed(labels, columns)
    if len(told) < _LEAST:
        return columns, False
    for place, label in told.items():
        columns[place].header = label.rstrip(": ")
    for place, cells in enumerate(columns):
        if len(cells.counts) == 1 and (place in labels or cells.header == " "):
            cells.of = "other"  # it says the same of everybody, and nothing of anybody
    return columns, True


def _headed(labels: dict[int, str], columns: list[Cells]) -> dict[int, str]:
    """The columns that have a label, each with it: the one behind it, or, of several labels in a row, each with the value of its turn."""
    told: dict[int, str] = {}
    for first in (place for place in labels if place - 1 not in labels):
        run = [each for each in range(first, len(columns)) if all(at in labels for at in range(first, each + 1))]
        behind = range(run[-1] + 1, run[-1] + 1 + len(run))
        heads = len(run) > 1 and behind.stop <= len(columns) and not any(labels[each].endswith(":") for each in run)
        if heads and all(len(columns[each].counts) > 1 for each in behind):
            told |= {value: labels[each] for each, value in zip(run, behind, strict=True)}
        elif run[-1] + 1 < len(columns) and (labels[run[-1]].endswith(":") or len(columns[run[-1] + 1].counts) > 1):
            told[run[-1] + 1] = labels[run[-1]]  # a title stands before another, and heads nothing
    return told


def _label(cells: Cells) -> str:
    """The one text of a column that heads the next: with a colon, or a word that headers have; empty where the column holds more."""
    if len(cells.counts) != 1 or len(cells.filled) < NEARLY_ALL * len(cells.all) or len(cells.all) < _LEAST:
        return ""
    text = cells.filled[0].strip()
    plain = text.rstrip(": ")
    known = text.endswith(":") or bool(meant(words_of(plain), spelled_out(plain)))
    return text if known and plain and not any(map(str.isdigit, plain)) and len(plain) < 40 else ""
