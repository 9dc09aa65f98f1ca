"""What every reader hands on: rows of raw text, each with the place a person can find it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from habeas.roster.records import Refusal, Repair

SEVERAL = "\x1f"
"""Between the values of a cell that holds several."""
DAMAGED = "holds a NUL character: the export is damaged here"
"""Why a row, line or object is refused that `has_nul`."""


def has_nul(texts: Iterable[str]) -> bool:
    """Whether one of the texts holds a NUL, which nobody writes: what stands around it may be lost."""
    return any("\x00" in text for text in texts)


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One flat row (a charge, or a booking without one): column name to raw text, exactly as the export wrote it."""

    where: str
    """`row 17`, `sheet 1 row 17`, `line 204`, `file.xml charge 3`."""
    values: dict[str, str]
    written: Mapping[str, str] | None = None
    """The file's own text, where the value was put together from it."""
    said: Mapping[str, str] | None = None
    """What a person must be told of a column."""


@dataclass(frozen=True, slots=True)
class FileTotal:
    """A count that the file states of itself: where, of what, and how many."""

    where: str
    counts: str
    number: int


@dataclass(frozen=True, slots=True)
class RosterTable:
    """A whole export, flattened. `columns` in the order met; `refused` and `repaired` what the reader itself met."""

    columns: tuple[str, ...]
    rows: tuple[RosterRow, ...]
    refused: tuple[Refusal, ...] = ()
    repaired: tuple[Repair, ...] = ()
    totals: tuple[FileTotal, ...] = ()


class RowLimits(Protocol):
    """The sizes a reader refuses to pass (see `habeas.roster.limits`)."""

    max_bytes: int
    max_rows: int
    max_columns: int
    max_cell: int
    max_unpacked: int
    max_depth: int
