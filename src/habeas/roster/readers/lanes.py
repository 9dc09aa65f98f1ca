"""Pages with several columns side by side - labels with values in one, a list of charges in another - as pairs of a label and its value."""

import itertools
import re
import string
from collections import Counter
from collections.abc import Iterator

from habeas.roster.readers.gathered import Pair

_CELL = re.compile(r"\S+(?: \S+)*")
_LABEL = re.compile(r"([A-Za-z][\w.#/()&'-]{0,24}(?: [\w.#/()&'-]{1,24}){0,4}):(?:\s(.+))?")
_PAGE = re.compile(r"\bpage\W*\d|^printed\b|\brun (date|on)\b", re.IGNORECASE)
_LEAST, _NEAR, _AGAIN = 5, 1, 2
Cell = tuple[int, str]


def pairs_of_lanes(lines: list[str]) -> tuple[list[Pair], float]:
    """The pairs of each line from left to right, and the share of the lines whose cells all are a label, its value or in a column."""
    rows = [[(found.start(), found[0]) for found in _CELL.finditer(line)] for line in lines]
    values = _value_columns(rows)
    heads = _heads(rows)
    titles = {*heads, *_titles(rows, heads)}
    lanes = _lanes([row for row in rows if tuple(row) not in titles], values)
    loose = _loose(rows, lanes)
    lanes = {at: called for at, called in lanes.items() if at not in loose}
    pairs: list[Pair] = []
    told = 0
    for row in rows:
        made = None if tuple(row) in titles else [*_of_row(row, values, lanes, loose, heads)]
        told += bool(row) and (made is None or len(made) > 0)
        pairs += made or []
    return pairs, told / max(1, sum(map(bool, rows)))


def _value_columns(rows: list[list[Cell]]) -> dict[int, int]:
    """Where the value of a label stands that begins at a column: where most of them do."""
    found: dict[int, Counter[int]] = {}
    for row in rows:
        for (at, text), (other, _) in itertools.pairwise(row):
            if text.endswith(":"):
                found.setdefault(at, Counter())[other] += 1
    return {at: counts.most_common(1)[0][0] for at, counts in found.items()}


def _heads(rows: list[list[Cell]]) -> dict[tuple[Cell, ...], None]:
    """Lines of several cells without a digit that stand again and again, or above every label: heads of the columns."""
    counts = Counter(tuple(row) for row in rows if len(row) > 1)
    labels = (place for place, row in enumerate(rows) if any(_LABEL.fullmatch(text) for _, text in row))
    above = {tuple(row) for row in rows[: next(labels, 0)]}
    return {
        row: None
        for row, count in counts.items()
        if (count >= _AGAIN or row in above)
        and not any(re.search(r"\d", text) or text.endswith(":") or _LABEL.fullmatch(text) for _, text in row)
    }


def _titles(rows: list[list[Cell]], heads: dict[tuple[Cell, ...], None]) -> Iterator[tuple[Cell, ...]]:
    """Lines of pages: those directly above a head, and those that number a page or tell when it was printed."""
    for row, below in zip(rows, [*rows[1:], []], strict=True):
        labels = any(_LABEL.fullmatch(text) for _, text in row)
        if row and ((tuple(below) in heads and not labels) or any(_PAGE.search(text) for _, text in row)):
            yield tuple(row)


def _lanes(rows: list[list[Cell]], values: dict[int, int]) -> dict[int, str]:
    """Where cells begin again and again that are no label and no label's value, each with a name of its own."""
    counts = Counter(at for row in rows for at, text, kind in _kinds(row, values) if kind == "cell")
    often = sorted(at for at, count in counts.items() if count >= _LEAST)
    return {at: f"column {string.ascii_uppercase[place % 26] * (1 + place // 26)}" for place, at in enumerate(often)}


def _loose(rows: list[list[Cell]], lanes: dict[int, str]) -> set[int]:
    """Columns that never stand without one and the same before them, several of them behind it: its words, as far right as it is long."""
    before: dict[int, set[int]] = {}
    for row in rows:
        for (at, _), (other, _) in zip([(-1, ""), *row], row, strict=False):
            before.setdefault(other, set()).add(at)
    behind = Counter(next(iter(each)) for at, each in before.items() if at in lanes and len(each) == 1)
    return {
        at
        for at in before
        if len(before[at]) == 1 and behind[next(iter(before[at]))] > 1 and next(iter(before[at])) in lanes
    }


def _kinds(row: list[Cell], values: dict[int, int]) -> Iterator[tuple[int, str, str]]:
    """Each cell of a line with what it is: a label, the value of the one before it, both, or a cell of its own."""
    wanted = -1
    for at, text in row:
        label = _LABEL.fullmatch(text)
        if label and not label[2]:
            wanted = values.get(at, -1)
            yield at, text, "label"
        elif label:
            yield at, text, "both"
        else:
            yield at, text, "value" if at == wanted else "cell"
            wanted = -1


def _of_row(
    row: list[Cell], values: dict[int, int], lanes: dict[int, str], loose: set[int], heads: dict[tuple[Cell, ...], None]
) -> Iterator[Pair]:
    """The pairs of a line; none where a cell of it is at no column of cells."""
    kinds = [*_kinds(row, values)]
    if any(kind == "cell" and at not in {*lanes, *loose} for at, _, kind in kinds):
        return
    for place, (at, text, kind) in enumerate(kinds):
        if kind == "label":
            follows = kinds[place + 1 : place + 2]
            yield text.rstrip(":"), follows[0][1] if follows and follows[0][2] == "value" else ""
        elif kind == "both" and (found := _LABEL.fullmatch(text)):
            yield found[1], found[2].strip()
        elif kind == "cell" and at not in lanes:
            continue
        elif kind == "cell":
            follows = kinds[place + 1 : place + 2]
            told = f"{text}  {follows[0][1]}" if follows and follows[0][0] in loose else text
            yield next((words for each in heads for start, words in each if abs(start - at) <= _NEAR), lanes[at]), told
