"""The columns of a report as its own head draws them: a line of dashes below the words, or the words over the first booking."""

import re
from dataclasses import dataclass

from habeas.roster.drafting.spans import DATE

_DASHES = re.compile(r"\s*[-=_]{2,}(?: +[-=_]{2,}){2,}\s*")
_FAR = 40
"""How far beyond its head the last column reaches."""
_BESIDE = 0.05
"""The share of lines that may have a letter between two columns."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns that every line of a report keeps to: where each stands, what heads it, and the line that says so."""

    spans: tuple[tuple[int, int], ...]
    labels: tuple[str, ...]
    head: str

    def holds(self, lines: list[str]) -> bool:
        """Whether the lines keep to the columns: they begin at one, and hardly a letter stands between two."""
        starts = {first for first, _ in self.spans}
        begin = {len(line) - len(line.lstrip()) for line in lines}
        crossed = sum(any(line[first - 1 : first].strip() for first, _ in self.spans if first) for line in lines)
        return begin <= starts and crossed <= _BESIDE * len(lines)


def sheet_of(lines: list[str]) -> Sheet | None:
    """The columns that a line of dashes draws under the words of a head; None where there is no such line."""
    for place, line in enumerate(lines):
        if place and _DASHES.fullmatch(line):
            found = [each.span() for each in re.finditer(r"[-=_]{2,}", line)]
            ends = [*(first for first, _ in found[1:]), found[-1][1] + _FAR + 1]
            spans = tuple((first, end - 1) for (first, _), end in zip(found, ends, strict=True))
            head = lines[place - 1]
            return Sheet(spans, tuple(" ".join(head[first:last].split()) for first, last in spans), head)
    return None


def head_above(lines: list[str], booking: str) -> str:
    """The words over the first booking, where they stand apart as heads do; empty where they do not."""
    place = lines.index(booking)
    above = next((line for line in reversed(lines[:place]) if re.search(r"[^\W_]", line)), "")
    apart = len(re.findall(r"\S\s{2,}(?=\S)", above)) >= 2
    return above if apart and not re.search(r"\d", above) and not DATE.search(above) else ""
