"""The numbers of a statutory report that speak of requests by kind or outcome over whole months."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.statistics.ledger.rows import Ledger
from habeas.statistics.measures.measure import Unit
from habeas.statistics.measures.table import measure_called
from habeas.statistics.reports.cells import NOT_KNOWN, cells_of, months
from habeas.statistics.reports.layout import Line, layouts

DIMENSIONS = frozenset({"kind", "outcome"})
SPLITS = frozenset({"", "month", *DIMENSIONS})


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """One number with what it counts: months, kinds and outcomes (empty: all), at least and at most."""

    source: str
    periods: tuple[str, ...]
    kinds: tuple[str, ...]
    outcomes: tuple[str, ...]
    least: int
    most: int

    @property
    def row(self) -> dict[str, str]:
        """It as a row of a register file, but for the office."""
        return {
            "source": self.source, "periods": "+".join(self.periods), "kinds": "+".join(self.kinds),
            "outcomes": "+".join(self.outcomes), "least": str(self.least), "most": str(self.most),
        }  # fmt: skip


def printed_numbers(name: str, ledger: Ledger, first: date, last: date) -> Iterator[PrintedNumber]:
    """Each such number of a report over a period; none where the period is not of whole months."""
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return
    for line in layouts()[name].lines:
        if line.measure and _speaks(line):
            yield from _of_line(name, line, ledger, first, last)


def _speaks(line: Line) -> bool:
    measure = measure_called(line.measure)
    names = {*measure.where, *line.where}
    counts = measure.noun == "request" and measure.day == "received" and measure.unit is Unit.COUNT
    return counts and names <= DIMENSIONS and line.by in SPLITS and line.by not in names


def _of_line(name: str, line: Line, ledger: Ledger, first: date, last: date) -> Iterator[PrintedNumber]:
    measure = measure_called(line.measure)
    where = {**measure.where, **line.where}
    whole = tuple(f"{start:%Y-%m}" for start, _ in months(first, last))
    for cell in cells_of(line, ledger, first, last):
        if cell.count is None or cell.count.known is None or cell.split == NOT_KNOWN:
            continue
        own = where | ({line.by: (cell.split,)} if line.by in DIMENSIONS else {})
        periods = (cell.split,) if line.by == "month" else whole
        low = cell.count.known
        yield PrintedNumber(
            f"{name}, {cell.name}, {first} to {last}", periods, own.get("kind", ()), own.get("outcome", ()), low, low + cell.count.unknown,
        )  # fmt: skip
