"""What the cells of a report's lines look like: whether a line that is left out has the cells of somebody's."""

import re
from collections.abc import Iterator, Mapping

from habeas.roster.records import Repair

WORDS = (
    "hold",
    "charge_description",
    "full_name",
    "family_name",
    "given_name",
    "holds",
    "aliases",
    "housing",
    "facility",
    "court",
)
"""Cells of free words: they have no shape that tells anything."""


class Shapes:
    """Gathers the shapes of the cells of each kind of line, and the lines that `skip` leaves out though they begin as one."""

    def __init__(self) -> None:
        """No line was seen yet."""
        self._known: dict[str, set[tuple[str, str]]] = {}
        self._skipped: list[tuple[str, str, str, Mapping[str, str]]] = []

    def seen(self, kind: str, cells: Mapping[str, str]) -> None:
        """A line of this kind was read, with these cells."""
        self._known.setdefault(kind, set()).update((column, shape(text)) for column, text in cells.items())

    def skipped(self, text: str, kind: str, where: str, cells: Mapping[str, str]) -> None:
        """A line was left out by `text` that begins as one of this kind; `cells`: as that kind's ruler cuts it."""
        self._skipped.append((text, kind, where, cells))

    def said(self) -> Iterator[Repair]:
        """Yield what to say of each line that has cells as lines of its kind have them."""
        for text, kind, where, cells in self._skipped:
            if self._is_somebodys(kind, cells):
                yield Repair(
                    where,
                    f'skip "{text}" leaves out a line that begins as a {kind} line does: whether it is somebody is left unknown; '
                    "write all of the line under skip, or take it out of skip",
                )

    def _is_somebodys(self, kind: str, cells: Mapping[str, str]) -> bool:
        """Whether a cell that has a shape of its own (a number, a date, a section) looks as one of that kind; words alone may be."""
        told = [column for column in cells if column not in WORDS]
        known = self._known.get(kind)
        columns = {column for column, _ in known or ()}
        if known is None or not columns - {*WORDS}:
            return bool(cells)
        return any((column, shape(cells[column])) in known for column in told if any(map(str.isdigit, cells[column])))


def shape(text: str) -> str:
    """A cell with 9 for digits and A for letters, each run once: `26-01400` is 9-9."""
    return re.sub(r"[^\W\d_]+", "A", re.sub(r"\d+", "9", " ".join(text.split())))
