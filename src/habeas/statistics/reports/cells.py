"""The cells of a report, recomputed from a ledger alone: each line with its number, what is unknown of it, and the events behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.statistics.ledger.rows import UNKNOWN, Ledger
from habeas.statistics.measures.counting import count, fits
from habeas.statistics.measures.measure import NOT_RECORDED, Count, Measure, Unit
from habeas.statistics.measures.table import measure_called
from habeas.statistics.measures.values import value_words
from habeas.statistics.reports.layout import Line

NOT_KNOWN = "unknown"
"""How a value that nobody knows is called where a line is split by it."""
NOT_YET = "not yet"
"""What stands where the day that is counted lies after the end of the record."""
DOES_NOT_APPLY = "does not apply"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: item and split name it, `count` is what it came to; None where the record holds nothing of the kind."""

    item: str
    split: str
    says: str
    count: Count | None
    measure: str = ""
    law: str = ""
    unread: bool = False
    ahead: date | None = None
    """The day it would be counted on, where the record does not reach that day."""
    by: str = ""
    """The fact that the line is split by."""

    @property
    def name(self) -> str:
        """What a cell is called wherever one is named."""
        return f"{self.item} / {self.split}" if self.split else self.item

    @property
    def split_words(self) -> str:
        """What it is split by, as a reader sees it; empty where it is not split."""
        return value_words(self.by, self.split)

    @property
    def named(self) -> str:
        """What it counts, with what it is split by, in words."""
        return f"{self.says}: {self.split_words}" if self.split else self.says

    @property
    def row(self) -> tuple[str, ...]:
        """It as a row of the table."""
        made = self.count
        unit = made.unit.value if made else ""
        value, unknown = (made.shown, "" if made.known is None else str(made.unknown)) if made else (NOT_RECORDED, "")
        notes = ["the statute could not be read whole"] if self.unread else []
        notes += [f"the record ends before {self.ahead}, the day this is counted on"] if self.ahead else []
        return (
            self.item,
            self.split,
            self.says,
            unit,
            NOT_YET if self.ahead else value,
            unknown,
            self.law,
            "; ".join(notes),
        )


COLUMNS = ("item", "split", "says", "unit", "value", "unknown", "law", "note")
"""The columns of the table."""


def cells_of(line: Line, ledger: Ledger, first: date, last: date) -> Iterator[Cell]:
    """The cells of one line over a period: one, or one for each value it is split by."""
    if not line.measure:
        yield Cell(line.item, "", line.says, None, law=line.law, unread=line.unread)
        return
    measure = narrowed(measure_called(line.measure), line.where)
    if line.by == "month":
        for start, end in months(first, last):
            yield _cell(line, f"{start:%Y-%m}", measure, ledger, start, end)
    elif line.by:
        for value in _values(measure, line.by, ledger, first, last):
            yield _cell(line, _said(value), _only(measure, line.by, value), ledger, first, last)
    else:
        start = last + timedelta(days=1) if line.on == "day_after" else first
        yield _cell(line, "", measure, ledger, start, last if start == first else start)


def _cell(line: Line, split: str, measure: Measure, ledger: Ledger, first: date, last: date) -> Cell:
    made = count(measure, ledger, first, last)
    short = measure.unit is Unit.STOCK and first > ledger.ends
    if short:
        made = Count(measure.unit, None)
    return Cell(
        line.item,
        split,
        line.says,
        made,
        line.measure,
        line.law or measure.law,
        line.unread,
        first if short else None,
        line.by,
    )


def narrowed(measure: Measure, where: Mapping[str, tuple[str, ...]]) -> Measure:
    """The measure over those of its rows that also meet `where`."""
    return replace(measure, where={**measure.where, **where})


def _only(measure: Measure, name: str, value: str | None) -> Measure:
    return narrowed(measure, {name: ("none",) if value is None else ("unknown",) if value == UNKNOWN else (value,)})


def _values(measure: Measure, name: str, ledger: Ledger, first: date, last: date) -> list[str | None]:
    """The values of a fact among the rows that count, so that every remainder has a line of its own."""
    rows = (
        row for row in ledger.of(measure.noun) if (day := row.day(measure.day)) is not None and first <= day <= last
    )
    found = {row.facts.get(name) for row in rows if fits(measure, row)}
    return sorted(found, key=lambda each: (each is None, each == UNKNOWN, each or ""))


def _said(value: str | None) -> str:
    return DOES_NOT_APPLY if value is None else value or NOT_KNOWN


def months(first: date, last: date) -> Iterator[tuple[date, date]]:
    """Each month of a period, cut to it."""
    start = first
    while start <= last:
        after = (start.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield start, min(last, after - timedelta(days=1))
        start = after
