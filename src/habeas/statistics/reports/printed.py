"""The numbers of a statutory report that speak of what public figures print: requests, and the series of a year.

Three kinds: sums of requests by kind and outcome over whole months, exactly; the series that its charts show, exactly; and numbers of a
part (by reason, by what was done, transfers, interviews), which say that the whole is at least so much.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.statistics.charts.series import BOTH_LISTS, SERIES
from habeas.statistics.ledger.rows import NO_REQUEST, UNCLASSED, Ledger
from habeas.statistics.measures.measure import Measure, Unit
from habeas.statistics.measures.table import measure_called
from habeas.statistics.reports.cells import NOT_KNOWN, Cell, cells_of, months
from habeas.statistics.reports.layout import Line, layouts
from habeas.statistics.reports.pictures import WITH_SERIES

DIMENSIONS = frozenset({"kind", "outcome"})
SPLITS = frozenset({"", "month", *DIMENSIONS})
PARTS = frozenset({Unit.COUNT, Unit.PEOPLE})


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """One number with what it counts: months, kinds and outcomes (empty: all), at least and at most (None: nobody says)."""

    source: str
    periods: tuple[str, ...]
    kinds: tuple[str, ...]
    outcomes: tuple[str, ...]
    least: int
    most: int | None
    table: str = ""

    @property
    def row(self) -> dict[str, str]:
        """It as a row of a register file, but for the office."""
        return {
            "source": self.source, "periods": "+".join(self.periods), "kinds": "+".join(self.kinds), "table": self.table,
            "outcomes": "+".join(self.outcomes), "least": str(self.least), "most": "more" if self.most is None else str(self.most),
        }  # fmt: skip


def printed_numbers(name: str, ledger: Ledger, first: date, last: date) -> Iterator[PrintedNumber]:
    """Each such number of a report over a period; none where the period is not of whole months."""
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return
    for line in layouts()[name].lines:
        if line.measure:
            yield from _of_line(name, line, ledger, first, last)
    yield from _of_series(name, ledger, first, last)


def _of_line(name: str, line: Line, ledger: Ledger, first: date, last: date) -> Iterator[PrintedNumber]:
    measure, implied = measure_called(line.measure), _implied().get(line.measure)
    of_requests = measure.noun == "request" and measure.day == "received" and measure.unit in PARTS and not line.on
    for cell in cells_of(line, ledger, first, last) if of_requests or implied is not None else ():
        if cell.count is None or cell.count.known is None or cell.split == NOT_KNOWN:
            continue
        source = f"{name}, {cell.name}, {first} to {last}"
        if of_requests:
            yield _of_cell(source, measure, line, cell, first, last)
        elif implied is not None and cell.count.known:
            yield _at_least(source, implied, cell.count.known, ledger.begins, last)


def _at_least(source: str, implied: Mapping[str, Any], known: int, begins: date, last: date) -> PrintedNumber:
    """So many requests of the kinds and outcomes that a number implies came by the last day, or more."""
    until = tuple(f"{start:%Y-%m}" for start, _ in months(begins.replace(day=1), last))
    return PrintedNumber(
        source, until, tuple(implied.get("kinds", ())), tuple(implied.get("outcomes", ())), known, None
    )


def _of_cell(source: str, measure: Measure, line: Line, cell: Cell, first: date, last: date) -> PrintedNumber:
    """A number of requests received: a sum of the ledger, or a part of one."""
    where = {**measure.where, **line.where} | ({line.by: (cell.split,)} if line.by in DIMENSIONS else {})
    kinds = tuple(UNCLASSED if each == NO_REQUEST else each for each in where.get("kind", ()))
    whole = measure.unit is Unit.COUNT and set(where) <= DIMENSIONS and line.by in SPLITS and UNCLASSED not in kinds
    known, unknown = (cell.count.known or 0, cell.count.unknown) if cell.count else (0, 0)
    periods = (cell.split,) if line.by == "month" else tuple(f"{start:%Y-%m}" for start, _ in months(first, last))
    most = known + unknown if whole else None
    return PrintedNumber(source, periods, kinds, where.get("outcome", ()), known, most)


def is_year(periods: Sequence[str]) -> bool:
    """Whether months are those of one calendar year: two lists are held against each other over a whole year, or not added up."""
    return sorted(periods) == [f"{min(periods)[:4]}-{month:02d}" for month in range(1, 13)]


def _of_series(name: str, ledger: Ledger, first: date, last: date) -> Iterator[PrintedNumber]:
    """What the charts of a report show of the series, class by class."""
    whole = tuple(f"{start:%Y-%m}" for start, _ in months(first, last))
    for series, counted in SERIES:
        shown = name in WITH_SERIES or (name == "counter" and series is BOTH_LISTS)
        if shown and (series is not BOTH_LISTS or is_year(whole)):
            found = counted(ledger, first, last)
            for each in series.classes if found else ():
                yield PrintedNumber(
                    f"{name}, {series.title}: {each}, {first} to {last}",
                    whole,
                    (),
                    (each,),
                    found[each],
                    found[each],
                    series.name,
                )


@cache
def _implied() -> Mapping[str, Mapping[str, Any]]:
    """What a number of something else says of requests, by its measure."""
    return tomllib.loads(files(__package__).joinpath("implied.toml").read_text(encoding="utf-8"))
