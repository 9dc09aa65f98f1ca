"""Where a cell stands in a line of a report: between two letters, in a gap's turn, or after its label."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_LETTERS = re.compile(r"(\d+)(?:\s*(-)\s*(\d*))?")
_CELL = re.compile(r"cell (\d+)( on)?")
_AFTER = re.compile(r"after (\S.*)")
_GAP = re.compile(r"\s{2,}|\t")
_LABEL = re.compile(r"(?<=\S)(?:\s{2,}|\t)(?=[^\W\d][^\s:]*(?: [^\s:]+){0,3} ?:(?:\s|$))")
"""The gap before a label, whoever names it (`   Age: 35`)."""


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
    parts = _cells(line, separator) if separator else _GAP.split(line.strip())
    ends = {place.label: behind(line, place, places, parts)[0] for place in places.values() if place.label}
    cells = {column: ends[place.label] if place.label else _one(line, place, parts) for column, place in places.items()}
    return {column: text for column, cell in cells.items() if (text := cell.strip())}


def _cells(line: str, separator: str) -> list[str]:
    """The cells between separators, quoted ones without their quotes."""
    return next(csv.reader([line], delimiter=separator), []) if f'"{separator}' in line else line.split(separator)


def _one(line: str, place: Place, parts: list[str]) -> str:
    if place.cell:
        return (
            "  ".join(parts[place.cell - 1 :])
            if place.on
            else parts[place.cell - 1]
            if place.cell <= len(parts)
            else ""
        )
    return line[place.first - 1 : place.last]


def behind(line: str, place: Place, places: Mapping[str, Place], parts: Sequence[str] = ()) -> tuple[str, str]:
    """What stands behind a label, up to the next place of the ruler or a label that the ruler does not name; and from that one on.

    `parts`: the line between its gaps, for places that count them.
    """
    _, found, rest = line.partition(place.label)
    if not found:
        return "", ""
    start = len(line) - len(rest)
    others = [each for each in places.values() if each != place]
    ends = [at for each in others if each.label and (at := rest.find(each.label)) >= 0]
    ends += [at for each in others if each.first and (at := each.first - 1 - start) >= 0]
    ends += [at for each in others if each.cell > 1 and (at := _start_of(rest, each, parts)) >= 0]
    cell = rest[: min(ends)] if ends else rest
    strange = _LABEL.search(cell)
    at = strange.end() if strange else len(cell)
    return cell[:at].strip(), cell[at:].strip()


def _start_of(rest: str, place: Place, parts: Sequence[str]) -> int:
    """Where a counted cell begins in what stands behind a label; -1 where it does not."""
    text = parts[place.cell - 1] if place.cell <= len(parts) else ""
    found = re.search(rf"\s{{2,}}(?={re.escape(text)})", rest) if text else None
    return found.start() if found else -1
