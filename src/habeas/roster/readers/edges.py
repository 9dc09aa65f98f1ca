"""Where a ruler may be wrong, told by the lines themselves: words cut at a cell's edge, lines left out that look like somebody's."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from habeas.roster.records import Repair
from habeas.roster.ruler import Place

WHOLE = "whole file"
FEW, SHARE = 2, 0.02
"""How many lines, and which share of those of its kind, must be cut before a ruler is asked about."""


class Edges:
    """Counts, for each kind of line, the lines in which a letter or digit that no cell has stands directly beside a cell."""

    def __init__(self) -> None:
        """No line was looked at yet."""
        self._lines: Counter[str] = Counter()
        self._cut: Counter[tuple[str, str, str]] = Counter()

    def look(self, kind: str, line: str, places: Mapping[str, Place], known: Collection[int]) -> None:
        """Look at one line. `known`: places of letters that stand there by rule, such as the words a line begins with."""
        self._lines[kind] += 1
        claimed = {at for place in places.values() for at in _of(place, len(line))}
        for column, place in places.items():
            for side, inside, outside in _sides(place):
                beside = 0 <= outside < len(line) and line[outside].isalnum() and not line[inside].isspace()
                self._cut[kind, column, side] += beside and outside not in claimed and outside not in known

    def said(self) -> Iterator[Repair]:
        """Yield what to say of each cell whose edge cuts words in many lines."""
        for (kind, column, side), count in self._cut.items():
            if count >= max(FEW, SHARE * self._lines[kind]):
                yield Repair(
                    WHOLE,
                    f"{column}: in {count:,} of {self._lines[kind]:,} {kind} lines a letter or digit stands directly {side} its place "
                    "on the ruler: is a letter cut off? What it would be is left unknown; mend the ruler, or name the letters beside it "
                    "there and under ignored",
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
