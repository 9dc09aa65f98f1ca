"""Where a cell stands in a line of a report: between two letters, in a gap's turn, or after its label."""

import re
from dataclasses import dataclass

_LETTERS = re.compile(r"(\d+)(?:\s*(-)\s*(\d*))?")
_CELL = re.compile(r"cell (\d+)( on)?")
_AFTER = re.compile(r"after (\S.*)")
_GAP = re.compile(r"\s{2,}|\t")


@dataclass(frozen=True, slots=True)
class Place:
    """One cell's place in a line."""

    first: int = 0
    last: int | None = None
    cell: int = 0
    on: bool = False
    label: str = ""


def place_of(words: str) -> Place | None:
    """The place that the words tell (`12-20`, `57`, `95-`, `cell 3`, `cell 3 on`, `after Name:`); None where they tell none."""
    found = _LETTERS.fullmatch(words.strip())
    if found:
        first = int(found[1])
        last = None if found[2] and not found[3] else int(found[3] or first)
        return Place(first, last) if first and (last is None or last >= first) else None
    found = _CELL.fullmatch(words.strip())
    if found:
        return Place(cell=int(found[1]), on=bool(found[2])) if int(found[1]) else None
    found = _AFTER.fullmatch(words.strip())
    return Place(label=found[1]) if found else None


def ruler_fault(words: str) -> str:
    """Why the words tell no place: empty where they do."""
    return (
        ""
        if place_of(words)
        else f'"{words}" is no place in a line; write "12-20", "57", "95-", "cell 3" or "after Name:"'
    )


def cut(line: str, places: dict[str, Place], separator: str) -> dict[str, str]:
    """The cells of a line by column, without blanks around them; empty ones are left out."""
    parts = line.split(separator) if separator else _GAP.split(line.strip())
    labels = [each.label for each in places.values() if each.label]
    cells = {column: _one(line, place, parts, labels) for column, place in places.items()}
    return {column: text for column, cell in cells.items() if (text := cell.strip())}


def _one(line: str, place: Place, parts: list[str], labels: list[str]) -> str:
    if place.label:
        return _after(line, place.label, labels)
    if place.cell:
        return (
            "  ".join(parts[place.cell - 1 :])
            if place.on
            else parts[place.cell - 1]
            if place.cell <= len(parts)
            else ""
        )
    return line[place.first - 1 : place.last]


def _after(line: str, label: str, labels: list[str]) -> str:
    """What follows a label, up to the next label of the ruler or a gap of three blanks."""
    _, found, rest = line.partition(label)
    if not found:
        return ""
    ends = [place for each in labels if each != label and (place := rest.find(each)) >= 0]
    rest = rest[: min(ends)] if ends else rest
    return re.split(r"\s{3,}", rest.strip(), maxsplit=1)[0]
