"""One release of public figures: its document, whose bytes never change, and how it is made from the ledger and the release before."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.statistics.disclosure.by_year import YearSeries, series_of
from habeas.statistics.disclosure.correction import corrections, moved, opened, opened_before
from habeas.statistics.disclosure.periods import (
    FEWEST_BY_MONTH,
    FEWEST_BY_QUARTER,
    OTHER,
    UNITS,
    Ledger,
    coarse,
    kinds_alone,
    months_to_print,
    period_of,
    unit_for,
    whole_periods,
)
from habeas.statistics.disclosure.rounding import (
    BASE,
    FURTHEST,
    FURTHEST_CORRECTED,
    MEANS_AT_MOST,
    Cell,
    Margin,
    Rounded,
    RoundingError,
    RoundingTask,
    margins_of,
    rounded,
)

FORMAT = "habeas-figures/1"
TOTALS_OFF = 2
ALL: Cell = ("", "", "")
PARTS = ((True, True, False), (True, False, True), (True, False, False))
"""What is printed of a period: its kinds, its outcomes, its total."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a release calls things: its office, and the words of each kind and outcome it may show."""

    site: str
    agency: str
    kinds: Mapping[str, str]
    outcomes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Release:
    """A release as printed, and beside it the ledger it was rounded from, which never leaves the office."""

    text: str
    counted: Mapping[str, int]
    """The true count of each printed cell's ledger, `period|kind|outcome`, as it stood when the period was frozen."""

    @property
    def data(self) -> dict[str, Any]:
        """The document."""
        found: dict[str, Any] = json.loads(self.text)
        return found

    @property
    def sha256(self) -> str:
        """The hash of the document's bytes."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class ReleaseOrder:
    """What a release is made of. `ledger` is by month; `before` the newest release of the office; `barred` what an attack forbade."""

    names: Names
    ledger: Ledger
    first: date
    """The first day of the record: what lies before was not recorded."""
    last: date
    on: date
    secret: bytes
    before: Release | None = None
    barred: Mapping[Cell, frozenset[int]] = field(default_factory=dict)
    unit: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    """Days on which law changed, with what changed."""
    series: tuple[YearSeries, ...] = ()
    """What is counted of whole years besides."""
    correct: str = ""
    """The year whose printed counts are opened again where they moved by five or more."""
    reason: str = ""


class NothingToReleaseError(BadInputError):
    """No period is whole, and old enough, to be printed; nothing was written."""


def make_release(order: ReleaseOrder) -> Release:
    """Round the ledger into a release, by the finest unit that fits. Raises NothingToReleaseError, RoundingError."""
    months = months_to_print(order.first, order.last, order.on)
    tried = _units(order, months)
    for unit in tried:
        try:
            return _by_unit(order, months, unit)
        except RoundingError:
            if unit == tried[-1]:
                raise
    raise NothingToReleaseError("No month of the record is old enough to be printed.")


def _units(order: ReleaseOrder, months: list[str]) -> tuple[str, ...]:
    if not months:
        raise NothingToReleaseError(
            "No month of the record has been over for 60 days; the first figures can be printed once one has."
        )
    if order.before is not None:
        return (str(order.before.data["unit"]),)
    start = order.unit or unit_for(order.ledger, months)
    return UNITS[UNITS.index(start) :]


def _by_unit(order: ReleaseOrder, months: list[str], unit: str) -> Release:
    periods = whole_periods(months, unit)
    if not periods:
        raise NothingToReleaseError(f"No whole {unit} of the record has been over for 60 days.")
    alone = _alone(order, periods, unit)
    now = coarse(order.ledger, unit, alone)
    grid = [(period, kind, each) for period in periods for kind in (*alone, OTHER) for each in order.names.outcomes]
    again = _opened(order, now, grid, unit)
    ledger = _as_counted(order, now, periods, again)
    printed = _rounded(order, ledger, grid, unit, again)
    counted = {"|".join(cell): count for cell, count in sorted(ledger.items()) if count}
    return Release(_text(order, unit, periods, alone, printed, again), counted)


def _opened(order: ReleaseOrder, now: Mapping[Cell, int], grid: list[tuple[str, str, str]], unit: str) -> set[str]:
    """The printed periods that are opened again. Raises NothingToReleaseError where a correction is asked for and nothing moved."""
    if not order.correct:
        return set()
    if order.before is None or not any(each.startswith(order.correct) for each in order.before.data["periods"]):
        raise NothingToReleaseError(f"No figures of {order.correct} have been released, so none can be corrected.")
    _check_once(order, order.before.data)
    old = _counted_then(order)
    found = opened(
        order.correct, margins_of([cell for cell in grid if cell[0] in order.before.data["periods"]], PARTS), old, now
    )
    if not found:
        raise NothingToReleaseError(
            f"No count of {order.correct} that was released has moved by 5 or more: nothing is corrected."
        )
    return found


def _check_once(order: ReleaseOrder, held: Mapping[str, Any]) -> None:
    """A year is opened once in a calendar year: corrections month by month would show single requests."""
    again = any(p.startswith(order.correct) and on[:4] == str(order.on.year) for p, _, on in held.get("reopened", []))
    if order.correct >= str(order.on.year) or again:
        raise NothingToReleaseError(f"{order.correct} is corrected once it is over, and once in a calendar year.")


def _counted_then(order: ReleaseOrder) -> dict[Cell, int]:
    """The counts behind what was printed before, as they stood then."""
    return {} if order.before is None else {tuple(key.split("|")): count for key, count in order.before.counted.items()}


def _by_year(order: ReleaseOrder, unit: str, periods: list[str]) -> list[dict[str, Any]]:
    """The series of the whole years among the periods; none where so few came that only the year's total is printed."""
    before = [] if order.before is None else order.before.data.get("series", [])
    grid = [(period, "", "") for period in periods]
    years = [] if unit == "year" else [each.name[0] for each in _years(grid, unit, [(True, False, False)])]
    return series_of(before, order.series, years, order.secret, order.barred)


def _rounded(
    order: ReleaseOrder, ledger: Mapping[Cell, int], grid: list[tuple[str, str, str]], unit: str, again: set[str]
) -> Rounded:
    """The printed counts, with as much of the whole years as fits what was printed before: a year that does not fit is left out."""
    tried = _yearly(unit)
    for yearly in tried:
        margins = _margins(order, grid, unit, yearly)
        frozen, loose = _standing(order, ledger, margins, again)
        means = (
            MEANS_AT_MOST if unit != "year" else ()
        )  # a mean of two totals would leave each fewer values than their distance does
        task = RoundingTask(
            ledger, tuple(margins), order.secret, frozen, order.barred, loose, _begun(grid, unit), means
        )
        try:
            return rounded(task)
        except RoundingError:
            if yearly == tried[-1]:
                raise
    raise AssertionError("there is always one way to try")


def _begun(grid: list[tuple[str, str, str]], unit: str) -> tuple[Margin, ...]:
    """The kinds, outcomes and total of each year that is not whole yet."""
    if unit == "year":
        return ()
    whole = {each.name[0] for each in _years(grid, unit, [(True, False, False)])}
    rest = sorted({cell[0][:4] for cell in grid} - whole)
    return tuple(
        margin
        for year in rest
        for cells in [[cell for cell in grid if cell[0].startswith(year)]]
        for margin in (_of_year(year, each, cells) for each in margins_of([(year, *c[1:]) for c in cells], PARTS))
    )


def _yearly(unit: str) -> list[list[tuple[bool, bool, bool]]]:
    """What may be printed of whole years, the most first."""
    if unit == "year":
        return [[]]
    crossed = [[*PARTS, (True, True, True)]] if unit == "month" else []
    return [*crossed, list(PARTS), []]


def _alone(order: ReleaseOrder, periods: list[str], unit: str) -> list[str]:
    """The kinds that stand alone: as in the release before, so that no cell changes its meaning."""
    if order.before is not None:
        return [name for each in order.before.data["kinds"] if (name := each["name"]) != OTHER]
    if unit == "year":
        return []
    months = [month for month, _, _ in order.ledger if period_of(month, unit) in periods]
    return kinds_alone(order.ledger, months)


def _as_counted(order: ReleaseOrder, now: Mapping[Cell, int], periods: list[str], again: set[str]) -> dict[Cell, int]:
    """The ledger of the release: what was printed before as it was counted then, the rest and what is opened again as it stands now."""
    done = (set() if order.before is None else set(order.before.data["periods"])) - again
    old = {cell: count for cell, count in _counted_then(order).items() if cell[0] in done}
    return old | {cell: count for cell, count in now.items() if cell[0] in periods and cell[0] not in done}


def _margins(
    order: ReleaseOrder, grid: list[tuple[str, str, str]], unit: str, yearly: list[tuple[bool, bool, bool]]
) -> list[Margin]:
    """Everything that is printed: each period's total, its kinds and outcomes, `yearly` for each whole year, and the total of all.

    A year that was printed before is printed again, as it was.
    """
    if unit == "year":
        return [*margins_of(grid, [(True, False, False)]), Margin(ALL, tuple(grid), nearest=True)]
    before = {tuple(row[:3]) for row in order.before.data["cells"]} if order.before is not None else set()
    every = _years(grid, unit, [*PARTS, (True, True, True)])
    years = [each for each in every if each.name in before or tuple(map(bool, each.name)) in yearly]
    return [*margins_of(grid, list(PARTS)), *years, Margin(ALL, tuple(grid), nearest=True)]


def _years(grid: list[tuple[str, str, str]], unit: str, shapes: list[tuple[bool, bool, bool]]) -> list[Margin]:
    size = {"month": 12, "quarter": 4}[unit]
    periods = sorted({cell[0] for cell in grid})
    found: list[Margin] = []
    for year in sorted({period[:4] for period in periods}):
        if sum(period.startswith(year) for period in periods) == size:
            cells = [cell for cell in grid if cell[0].startswith(year)]
            found += [_of_year(year, each, cells) for each in margins_of([(year, *c[1:]) for c in cells], shapes)]
    return found


def _of_year(year: str, margin: Margin, cells: list[tuple[str, str, str]]) -> Margin:
    kinds, outcomes = ({cell[at] for cell in margin.cells} for at in (1, 2))
    return Margin(margin.name, tuple(cell for cell in cells if cell[1] in kinds and cell[2] in outcomes))


def _standing(
    order: ReleaseOrder, ledger: Mapping[Cell, int], margins: Iterable[Margin], again: set[str]
) -> tuple[dict[Cell, int], dict[Cell, int]]:
    """What the release before printed and stays, but for the total of all; and what of opened periods and their year hardly moved."""
    if order.before is None:
        return {}, {}
    held, old = {tuple(row[:3]): row[3] for row in order.before.data["cells"]}, _counted_then(order)
    years = {period[:4] for period in again}
    frozen, loose = dict[Cell, int](), dict[Cell, int]()
    for each in margins:
        if each.name not in held or each.name == ALL:
            continue
        if each.name[0] not in again | years:
            frozen[each.name] = held[each.name]
        elif not moved(each, old, ledger):
            loose[each.name] = held[each.name]
    return frozen, loose


def _text(order: ReleaseOrder, unit: str, periods: list[str], alone: list[str], made: Rounded, again: set[str]) -> str:
    """The document of a release, the same bytes for the same release."""
    names, before, printed = order.names, order.before, made.printed
    held = None if before is None else before.data
    was = {} if held is None or not again else {tuple(row[:3]): row[3] for row in held["cells"]}
    shown = [*alone, OTHER]
    words = {**names.kinds, OTHER: "other requests" if alone else "all requests"}
    return readable_json(
        {
            "format": FORMAT, "site": names.site, "agency": names.agency,
            "version": 1 if before is None else before.data["version"] + 1,
            "made_on": str(order.on), "first_day_of_record": str(order.first), "unit": unit, "periods": periods,
            "base": BASE, "off_by": FURTHEST, "totals_off_by": TOTALS_OFF, "mean_off_by": made.mean,
            "fewest_a_year": {"month": FEWEST_BY_MONTH, "quarter": FEWEST_BY_QUARTER},
            "kinds": [{"name": name, "words": words[name]} for name in shown],
            "merged": [{"name": name, "words": text} for name, text in sorted(names.kinds.items()) if name not in alone],
            "outcomes": [{"name": name, "words": text} for name, text in names.outcomes.items()],
            "cells": [[*name, value] for name, value in sorted(printed.items())],
            "series": _by_year(order, unit, periods),
            "marks": [list(each) for each in order.marks], "corrections": corrections(was, printed, order.reason),
            "reopened": opened_before(held, again, str(order.on)), "off_by_reopened": FURTHEST_CORRECTED,
            "before": None if before is None else before.sha256,
        }
    )  # fmt: skip


def read_release(text: str, name: str) -> dict[str, Any]:
    """A release's document. Raises BadInputError where it is none."""
    try:
        held = json.loads(text)
    except ValueError:
        held = None
    if not isinstance(held, dict) or held.get("format") != FORMAT:
        raise BadInputError(f"{name} is no release of figures ({FORMAT}).")
    return held
