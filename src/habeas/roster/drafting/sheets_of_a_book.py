"""The sheets of a workbook: which holds the bookings, which are the same table, which are tied to it."""

import re

from habeas.common.errors import BadInputError
from habeas.roster.drafting.cells import Judge
from habeas.roster.drafting.grid import Grid, grid_of, is_table
from habeas.roster.drafting.joined import Other, cells_of, main_of, others_of

_PAST_SHEET = re.compile(
    r"releas|prior|prev|histor|archiv|old|yesterday|delet|template|sample|transferred|out of", re.IGNORECASE
)
"""Sheets whose names say that who stands in them is not here: such a workbook is no one table."""


def grid_or_none(data: bytes, name: str, sheet: str | None) -> Grid | None:
    """The table of a file or sheet; None where it has none."""
    try:
        return grid_of(data, name, sheet)
    except (BadInputError, ValueError, LookupError):
        return None


def with_the_bookings(data: bytes, name: str, sheet: str | None, judge: Judge) -> Grid:
    """The table of the sheet that is asked for; of a workbook of several tables the one that the others are tied to."""
    grid = grid_of(data, name, sheet)
    shown = [each for each in grid.sheets if each not in grid.hidden_sheets] if sheet is None else []
    found = {each: other for each in shown if (other := grid_or_none(data, name, each)) and is_table(other)}
    if len(found) < 2 or any(
        other.names == grid.names for each, other in found.items() if each != (grid.sheet or shown[0])
    ):
        return grid
    best = main_of({each: cells_of(other, judge) for each, other in found.items()})
    if best != (grid.sheet or shown[0]):
        found[best].sheet = best
        return found[best]
    return grid


def same_table(data: bytes, name: str, grid: Grid) -> list[Grid]:
    """The other sheets that are shown and have the very columns of this one: a sheet a pod, a month. None where one is another table."""
    shown = [each for each in grid.sheets if each not in grid.hidden_sheets and each != (grid.sheet or grid.sheets[0])]
    tables = [other for each in shown if (other := grid_or_none(data, name, each)) and is_table(other)]
    past = any(_PAST_SHEET.search(each) for each in shown)
    return tables if not past and all(each.names == grid.names for each in tables) else []


def other_sheets(data: bytes, name: str, grid: Grid, judge: Judge) -> tuple[list[Other], list[str]]:
    """The other sheets of a workbook that are tables, joined where a column ties them."""
    shown = [each for each in grid.sheets if each not in grid.hidden_sheets and each != (grid.sheet or grid.sheets[0])]
    found = {each: other for each in shown if (other := grid_or_none(data, name, each)) and _may_be_joined(other)}
    tables = {each: cells_of(other, judge) for each, other in found.items()}
    others, left = others_of(cells_of(grid, judge), tables, "sheet")
    return others, [each for each in left if is_table(found[each])]


def _may_be_joined(grid: Grid) -> bool:
    """Whether a sheet is a table, or a list of codes of two columns."""
    return is_table(grid) or (len(grid.names) > 1 and len(grid.rows) > 1 and bool(grid.header))
