"""Cells that hold the letters of a race and of a sex (`W/M`): only the sex is read."""

import re

from habeas.roster.drafting.cells import NEARLY_ALL, Cells

_BOTH = re.compile(r"([A-Za-z]{1,2}) ?[/\- ]? ?([A-Za-z])")
_SEXES = {"M": "M", "F": "F"}
_UNKNOWN = frozenset({"U", "X"})


def race_and_sex(cells: Cells) -> dict[str, list[str]]:
    """Our letters of a sex to the cells that say them; empty where the cells are not letters of a race and of a sex."""
    told = {each: found for each in cells.counts if (found := _BOTH.fullmatch(each))}
    if len(told) < 2 or sum(cells.counts[each] for each in told) < NEARLY_ALL * len(cells.filled):
        return {}
    sides = [{each: found[side].upper() for each, found in told.items()} for side in (1, 2)]
    fits = [{*side.values()} <= {*_SEXES, *_UNKNOWN} and bool({*side.values()} & {*_SEXES}) for side in sides]
    if fits[0] == fits[1]:
        return {}
    side = sides[fits.index(True)]
    made = {ours: [each for each in told if side[each] == letter] for letter, ours in _SEXES.items()}
    return {ours: words for ours, words in made.items() if words}
