"""The parts of a name in cells without heads, one behind the other: which is the family name, the given and the middle one."""

import re

from habeas.roster.drafting.cells import Cells
from habeas.roster.drafting.proposal import Proposal

_SURE = "its place, and no head says so: make sure"
_OF_FAMILY = re.compile(r"['’-]|\b(?:DE|LA|VAN|VON|MC|AL|EL|ST|SAN|DEL)\b|^(?:MC|MAC|LA|DE)[A-Z]|\S \S", re.IGNORECASE)
"""Marks and words that family names have more often than given ones."""
_SUFFIXES = {"JR", "SR", "II", "III", "IV", "V", "JR.", "SR."}


def names_in_turn(found: list[Proposal], columns: list[Cells]) -> None:
    """Cells of letters one behind the other are the parts of a name, family name first as in most exports."""
    run: list[int] = []
    for place, cells in enumerate(columns):
        letters = (
            cells.filled and cells.share(lambda text: not any(map(str.isdigit, text))) == 1.0 and not is_race(cells)
        )
        if found[place].plain or (not letters and run and len(run) > 1 and cells.filled):
            run = run if len(run) > 1 else []
            if run:
                break
        elif letters or run:
            run.append(place)
    suffix = next((place for place in run if columns[place].counts and {*columns[place].counts} <= _SUFFIXES), None)
    names = [place for place in run if place != suffix and columns[place].filled][:3]
    if len(names) > 1 and _is_family(columns[names[1]], columns[names[0]]):
        names[:2] = names[1::-1]
    if len(names) > 1:
        for name, place in zip(("family_name", "given_name", "middle_name"), names, strict=False):
            found[place].plain, found[place].why = name, _SURE
        if suffix is not None:
            found[suffix].plain, found[suffix].why = "suffix", "each cell is a suffix"


_RACES = frozenset("WBHAIUOPLN")
"""Letters for a race: a column of nothing else is no initial of anybody."""


def is_race(cells: Cells) -> bool:
    """Whether a column holds letters of a race: one letter in every row, few of them, again and again."""
    told = {each.upper() for each in cells.counts}
    return (
        bool(told) and told <= _RACES and len(cells.filled) > 0.9 * len(cells.all) and len(cells.filled) > 3 * len(told)
    )


def _is_family(cells: Cells, other: Cells) -> bool:
    """Whether one column holds family names rather than another: more different ones, and more of several words or with a mark."""
    marks = [sum(bool(_OF_FAMILY.search(each)) for each in of.counts) for of in (cells, other)]
    return len(cells.counts) > 1.1 * len(other.counts) and marks[0] > marks[1]
