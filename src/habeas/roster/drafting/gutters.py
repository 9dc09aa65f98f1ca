"""Lines under a head whose columns are blank between: where each column begins, told by strokes under the head or by the blanks."""

import re
from collections import Counter
from dataclasses import dataclass

from habeas.roster.readers.placed import cells_at

_STROKES = re.compile(r"\s*[-=]{2,}(?:\s+[-=]+){2,}\s*")
_GROUP = re.compile(r"[-=]+")
_APART = re.compile(r"\S+(?: \S+)*")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?|[0-2]\d[0-5]\d|[AP]M", re.IGNORECASE)
_LOOKED_AT = 3000
_HEADS_IN = 60
_LEAST, _BLANK, _ROWS, _FEW, _MOST = 4, 0.97, 0.6, 3, 0.95
"""How many columns make a table; which shares of the lines are blank between two, and have cells in several; a few columns; most."""


@dataclass(frozen=True, slots=True)
class Gutters:
    """The head of the columns by its place among the lines, where they begin (from 1), and how lines begin that are nobody's."""

    head: int
    starts: list[int]
    skip: list[str]


def gutters_of(lines: list[str]) -> Gutters | None:
    """The columns of lines under one head; None where there are none."""
    shown = lines[:_LOOKED_AT]
    found = next((each for at in _heads(shown) if (each := _by_strokes(shown, at) or _by_blanks(shown, at))), None)
    if found is None:
        return None
    head, starts = found
    rows = [line for line in shown[head + 1 :] if line.strip() and not _STROKES.fullmatch(line)]
    told = [line for line in rows if len(list(filter(None, cells_at(line, starts)))) > 1]
    return (
        Gutters(head, starts, _nobodys(shown, shown[head], starts))
        if len(told) >= _ROWS * len(rows) and len(told) > 1
        else None
    )


def _heads(lines: list[str]) -> list[int]:
    """Lines that may head columns: several words far apart, or with strokes under them, none with a digit."""
    return [
        at
        for at, line in enumerate(lines[:_HEADS_IN])
        if not re.search(r"\d{2}", line)
        and not _STROKES.fullmatch(line)
        and (len(re.split(r"\s{2,}", line.strip())) >= _LEAST or _strokes_under(lines, at))
        and line.strip()
    ]


def _strokes_under(lines: list[str], at: int) -> str:
    """The strokes under a line; empty where none are."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return below if _STROKES.fullmatch(below) else ""


def _by_strokes(lines: list[str], at: int) -> tuple[int, list[int]] | None:
    """The columns by the strokes under their head."""
    starts = [found.start() + 1 for found in _GROUP.finditer(_strokes_under(lines, at))]
    return (at, [1, *starts[1:]]) if len(starts) >= _LEAST else None


def _by_blanks(lines: list[str], at: int) -> tuple[int, list[int]] | None:
    """The columns by what is blank in nearly every line; each has a word of the head over it."""
    head = lines[at]
    rows = [line for line in lines[at + 1 :] if len(_APART.findall(line)) > 2]
    if len(rows) < _LEAST:
        return None
    width = max(map(len, [head, *rows]))
    ink = Counter(place for line in rows for place, letter in enumerate(line) if letter != " ")
    blank = [
        ink[place] <= (1 - _BLANK) * len(rows) and (place >= len(head) or head[place] == " ") for place in range(width)
    ]
    begins = [place for place in range(width) if not blank[place] and (not place or blank[place - 1])]
    starts: list[int] = []
    for place, end in zip(begins, [*begins[1:], width], strict=True):
        own = any(ink[at] > (1 - _BLANK) * len(rows) for at in range(place, end)) and not _are_times(rows, place, end)
        apart = head[max(0, place - 2) : place].isspace() or place >= len(head)
        if not starts or (head[place:end].strip() and (own or apart)):
            starts.append(place + 1)
    return (at, [1, *starts[1:]]) if len(starts) >= _LEAST else None


def _are_times(rows: list[str], place: int, end: int) -> bool:
    """Whether the cells at a place are times of day, one blank behind what stands before: a part of that cell."""
    begun = [row for row in rows if row[place - 1 : place].isspace() and row[place : place + 1].strip()]
    cells = [(row[place:end].strip(), row[:place]) for row in begun]
    timed = sum(bool(_CLOCK.fullmatch(cell)) and before[-2:-1].strip() != "" for cell, before in cells)
    return bool(cells) and timed >= _MOST * len(cells)


def _nobodys(lines: list[str], head: str, starts: list[int]) -> list[str]:
    """How lines of strokes and heads of pages begin: those that stand again, with other digits at most, and fill few columns."""
    strokes = {line.split()[0] for line in lines if line.strip() and not line.strip(" -=_+|")}
    counts = Counter(re.sub(r"\d+", "9", line) for line in lines if line.strip())
    again = [line for line in lines if counts[re.sub(r"\d+", "9", line)] > 1 and line[:1].isalpha() and line != head]
    cut = [cells_at(line, starts) for line in again]
    titles = {
        re.split(r"\d", cells[0])[0][:24] for cells in cut if len([*filter(None, cells)]) <= _FEW and len(cells) > 1
    }
    return sorted(strokes | {each for each in titles if len(each) > 3})


def wraps_of(lines: list[str], found: Gutters) -> list[str]:
    """The columns of names that go on in the next line: a comma in most rows, and words alone where the first cell is blank."""
    heads = cells_at(lines[found.head], found.starts)
    rows = [cells for line in lines[found.head + 1 :][:_LOOKED_AT] if len(cells := cells_at(line, found.starts)) > 1]
    made = []
    for place, name in enumerate(heads):
        own = [row[place] for row in rows if row[0] and row[place] and row != heads]
        more = [row[place] for row in rows if not row[0] and row[place]]
        named = sum("," in each and not any(map(str.isdigit, each)) for each in own)
        words = sum("," not in each and not any(map(str.isdigit, each)) for each in more)
        if place and name and more and named >= 0.8 * len(own) and words >= 0.9 * len(more):
            made.append(name)
    return made
