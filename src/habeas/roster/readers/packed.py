"""Cells that hold several charges, each of several parts: JSON, or texts between two marks (`2903.13~ASSAULT~M1|2925.11~DRUGS~F5`)."""

import json
from collections.abc import Iterable
from typing import Any

from habeas.roster.readers.tabled import tabled
from habeas.roster.rows import SEVERAL

OUTER, INNER = ("|", "\n", ";", "^", "~", "||", "\x1e"), ("~", "^", "|", ":", "\t", "`")
"""The marks that may stand between charges, and between the parts of one."""
_MOST = 0.97


def objects_in(cell: str, marks: tuple[str, str] | None) -> list[Any]:
    """The charges of a cell as objects; ValueError where it holds none that can be read. `marks`: between charges, between parts."""
    if marks is None:
        found = tabled(json.loads(cell))
        return found if isinstance(found, list) else [found]
    outer, inner = marks
    return [
        {f"cell {place}": text for place, part in enumerate(each.split(inner), start=1) if (text := part.strip())}
        for each in cell.split(outer)
        if each.strip()
    ]


def marks_of(cells: Iterable[str]) -> tuple[bool, tuple[str, str] | None]:
    """Whether cells hold charges of several parts, and between which marks; no marks where they are JSON."""
    filled = [each.strip() for each in cells if each.strip()]
    if not filled:
        return False, None
    if all(each[0] in "[{" for each in filled):
        return any(isinstance(one, dict) for each in filled[:50] for one in _json(each)), None
    found = next(((outer, inner) for outer in OUTER for inner in INNER if _fits(filled, outer, inner)), None)
    return found is not None, found


def _json(cell: str) -> list[Any]:
    try:
        return objects_in(cell, None)
    except (ValueError, RecursionError):
        return []


def _fits(cells: list[str], outer: str, inner: str) -> bool:
    """Whether each charge has the same number of parts, more than one, and some cell holds several charges."""
    parts = [each for cell in cells for each in cell.split(outer) if each.strip()]
    if inner == outer or len(parts) == len(cells):
        return False
    counts = [each.count(inner) for each in parts]
    usual = max({*counts}, key=counts.count)
    return usual > 0 and counts.count(usual) >= _MOST * len(counts)


def plain_list(cell: str) -> str:
    """A cell that is a JSON list of texts as those texts; any other cell as it is."""
    if not (cell.startswith('["') and cell.endswith('"]')) and cell.strip() != "[]":
        return cell
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return cell
    return SEVERAL.join(found) if all(isinstance(each, str) for each in found) else cell
