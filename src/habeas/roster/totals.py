"""The counts a file states of itself (`TRAILER|1643`, `TOTAL INMATES: 400`): found as the profile says, and compared with what was read."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from habeas.roster.layout import COUNTED
from habeas.roster.records import Repair
from habeas.roster.rows import FileTotal

if TYPE_CHECKING:
    from habeas.roster.profile import Profile

WHOLE = "whole file"
DISAGREES = "the file and what was read do not agree"
_NUMBER = r"(\d[\d,]*)(?:\.0+)?"
_HOLE = re.compile(r"\{(\w+)\}")


class TotalLines:
    """The lines of totals that a profile names."""

    def __init__(self, lines: Iterable[str]) -> None:
        """`lines` as written, with `{people}` where a number stands."""
        self._lines = [(_pattern(each), [hole for hole in _HOLE.findall(each) if hole in COUNTED]) for each in lines]

    def of_text(self, text: str, where: str) -> list[FileTotal]:
        """The totals that a line states; empty where it is none of them."""
        for pattern, counted in self._lines:
            found = pattern.fullmatch(text.strip())
            if found:
                return [
                    FileTotal(where, what, int(number.replace(",", "")))
                    for what, number in zip(counted, found.groups(), strict=True)
                ]
        return []

    def of_cells(self, cells: Iterable[str], where: str) -> list[FileTotal]:
        """The totals that a row states: its cells with a mark between, empty ones left out."""
        return self.of_text("|".join(filled for cell in cells if (filled := cell.strip())), where)


def _pattern(line: str) -> re.Pattern[str]:
    """A line with its numbers; marks between cells and blanks may be any."""
    made = []
    for piece in re.split(r"(\{\w+\}|[|,;\s]+)", line.strip()):
        hole = piece[1:-1] if piece.startswith("{") else ""
        made.append(
            _NUMBER
            if hole in COUNTED
            else ".*"
            if hole == "anything"
            else r"[|,;\s]+"
            if piece and not piece.strip("|,; \t")
            else re.escape(piece)
        )
    return re.compile("".join(made), re.IGNORECASE)


def total_lines(profile: "Profile") -> TotalLines | None:
    """The lines of totals of a profile; None where it names none."""
    lines = [each.line for each in profile.totals if each.line]
    return TotalLines(lines) if lines else None


def compared(profile: "Profile", totals: Iterable[FileTotal], counted: Mapping[str, int]) -> list[Repair]:
    """What does not agree between the file's own counts and what was read, and what of them was not found in the file."""
    found = list(totals)
    wanted = [
        hole
        for each in profile.totals
        for hole in ([each.counts] if each.path else _HOLE.findall(each.line))
        if hole in COUNTED
    ]
    lacking = [each for each in dict.fromkeys(wanted) if each not in {total.counts for total in found}]
    said = [
        Repair(
            WHOLE,
            f"{DISAGREES}: the file's own count of {each} is not in it; was it cut off? Who is missing is left unknown",
        )
        for each in lacking
    ]
    for each in found:
        if each.number != counted[each.counts]:
            what = f"{each.where} says {each.number:,} {each.counts}, and {counted[each.counts]:,} were read"
            said.append(Repair(WHOLE, f"{DISAGREES}: {what}; who is missing or too many is left unknown"))
    return said
