"""Where a ruler may be wrong, told by the lines themselves: words cut at a cell's edge, and words behind a label that are no part of it."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from habeas.roster.records import Repair
from habeas.roster.ruler import Place, behind

WHOLE = "whole file"
_WIDE = re.compile(r"[^\s,;/&+|-]\s{3,}(?=\S)")
"""A gap within a cell that no comma or other mark of a list stands before."""
_GAPS = re.compile(r"\s{2,}")
FEW, SHARE = 2, 0.02
"""How many lines, and which share of those of its kind, must be cut before a ruler is asked about."""


class Edges:
    """Counts, for each kind of line, the lines in which a letter or digit that no cell has stands directly beside a cell."""

    def __init__(self) -> None:
        """No line was looked at yet."""
        self._lines: Counter[str] = Counter()
        self._cut: Counter[tuple[str, str, str]] = Counter()
        self._strange: dict[tuple[str, str, str], list[str]] = {}
        self._wide: dict[tuple[str, str], list[str]] = {}

    def look(self, kind: str, line: str, places: Mapping[str, Place], known: Collection[int]) -> None:
        """Look at one line. `known`: places of letters that stand there by rule, such as the words a line begins with."""
        self._lines[kind] += 1
        self._behind(kind, line, places)
        claimed = {at for place in places.values() for at in _of(place, len(line))}
        for column, place in places.items():
            for side, inside, outside in _sides(place):
                there = 0 <= outside < len(line) and 0 <= inside < len(line)  # a short line ends before its last cells
                beside = there and line[outside].isalnum() and not line[inside].isspace()
                self._cut[kind, column, side] += beside and outside not in claimed and outside not in known

    def _behind(self, kind: str, line: str, places: Mapping[str, Place]) -> None:
        """Look at the cells behind labels: at a label that the ruler does not name, and at a wide gap within the cell."""
        for column, place in places.items():
            cell, left = behind(line, place, places, _GAPS.split(line.strip())) if place.label else ("", "")
            if left:
                self._strange.setdefault((kind, column, left.partition(":")[0]), []).append(left)
            if _WIDE.search(cell):
                self._wide.setdefault((kind, column), []).append(cell)

    def said(self) -> Iterator[Repair]:
        """Yield what to say of each cell whose edge cuts words in many lines, and of words behind a label that may be no part of it."""
        yield from self._said_of_labels()
        for (kind, column, side), count in self._cut.items():
            if count >= max(FEW, SHARE * self._lines[kind]):
                yield Repair(
                    WHOLE,
                    f"{column}: in {count:,} of {self._lines[kind]:,} {kind} lines a letter or digit stands directly {side} its place "
                    "on the ruler: is a letter cut off? What it would be is left unknown; correct the ruler, or name the letters beside it "
                    "there and under ignored",
                )

    def _said_of_labels(self) -> Iterator[Repair]:
        for (kind, column, label), found in self._strange.items():
            yield Repair(
                WHOLE,
                f'{column}: in {len(found):,} of {self._lines[kind]:,} {kind} lines "{label[:40]}:" stands behind it, which the ruler does '
                f'not name: "{found[0][:40]}" is left unknown; write the label on the ruler, and under ignored where it is not wanted',
            )
        for (kind, column), found in self._wide.items():
            yield Repair(
                WHOLE,
                f"{column}: in {len(found):,} of {self._lines[kind]:,} {kind} lines a gap of three blanks or more stands in it "
                f'("{found[0][:40]}"), and it was read on to its end: whether the words behind the gap belong to it is left unknown',
            )


def _of(place: Place, width: int) -> range:
    if place.label or place.cell:
        return range(0)
    return range(place.first - 1, width if place.last is None else min(place.last, width))


def _sides(place: Place) -> Iterator[tuple[str, int, int]]:
    """Each edge of a place: which side, the letter inside it, and the one outside."""
    if not place.label and not place.cell:
        yield "before", place.first - 1, place.first - 2
        if place.last is not None:
            yield "after", place.last - 1, place.last
