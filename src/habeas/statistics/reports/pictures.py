"""The charts of a statutory report: each line that is split, and time to answer, deadlines, notices and both lists; each with its table."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from habeas.common.charts import Chart
from habeas.law.pages.changes import changes
from habeas.statistics.charts.pictures import funnel_of
from habeas.statistics.charts.series import BOTH_LISTS, SERIES, Series
from habeas.statistics.ledger.rows import LedgerRow
from habeas.statistics.measures.measure import Unit
from habeas.statistics.measures.values import OUTCOMES
from habeas.statistics.reports.build import Report
from habeas.statistics.reports.cells import Cell, months

WITH_SERIES = frozenset({"us-ca-truth-forum", "oversight-quarterly"})
"""Reports that show every series of the period; `counter` shows both lists."""
SUMMED = frozenset({Unit.COUNT, Unit.PEOPLE})


def charts_of(report: Report) -> list[Chart]:
    """Every chart of a report that has anything to draw."""
    return [each for each in _charts(report) if not each.empty]


def not_drawn(report: Report) -> list[str]:
    """The titles of the charts that have nothing to draw: a reader is told so, and does not look for them."""
    return [each.title for each in _charts(report) if each.empty]


def _charts(report: Report) -> Iterator[Chart]:
    if report.kind.name in WITH_SERIES:
        yield _funnel(report)
    yield from _split(report)
    yield from _series(report)


def _funnel(report: Report) -> Chart:
    """From received to granted, then on how many of all received the release date was told and a transfer logged."""
    rows = [row for row in report.ledger.of("request") if _received(row, report.first, report.last)]
    total = Counter(row.facts["outcome"] for row in rows)
    made = funnel_of({name: total[name] for name in OUTCOMES if total[name]}, OUTCOMES)
    numbers = {row.key for row in rows}
    told = sum(row.facts.get("date_told") == "yes" for row in rows)
    moved = {row.facts.get("request") for row in report.ledger.of("transfer")} & numbers
    beside = (
        ("Of all received: the release date was told, by response or contact", (told,)),
        ("Of all received: a transfer was logged on it", (len(moved),)),
    )
    return replace(made, rows=(*made.rows, *beside), says=f"{made.says} The last two lines are parts of all received.")


def _received(row: LedgerRow, first: date, last: date) -> bool:
    return (day := row.day("received")) is not None and first <= day <= last


def _split(report: Report) -> Iterator[Chart]:
    """A chart for each line that is split into two or more counts."""
    for item, found in groupby(report.cells, key=lambda cell: cell.item):
        cells = [cell for cell in found if cell.split and cell.count is not None and cell.count.unit in SUMMED]
        if len(cells) > 1 and not (cells[0].by == "in_time" and report.kind.name in WITH_SERIES):  # its series is drawn
            yield _of_line(report, item, cells)


def _of_line(report: Report, item: str, cells: list[Cell]) -> Chart:
    marked = law_changes(report)
    rows = tuple(_row(cell, marked) for cell in cells)
    told = [
        f"Law changed in {month}: {marked[month]}." for month in sorted({cell.split for cell in cells} & set(marked))
    ]
    return Chart(item, cells[0].says, " ".join([f"{cells[0].says}.", *told]), ("number",), rows, "as defined below")


def _row(cell: Cell, marked: dict[str, str]) -> tuple[str, tuple[int | None]]:
    """A cell as a row of its chart: of which nothing is sure, it has no number and says so."""
    made, label = cell.count, f"{cell.split_words} (law changed)" if cell.split in marked else cell.split_words
    if made is not None and not made.known and made.unknown:
        return f"{label} (not known: {made.unknown})", (None,)
    return label, (made.known if made is not None else None,)


def law_changes(report: Report) -> dict[str, str]:
    """The sections of the place's law that began, ended or changed in each month of the period."""
    place = report.ledger.place.jurisdiction
    return changes_by_month(place, report.first, report.last) if place else {}


def changes_by_month(place: str, first: date, last: date) -> dict[str, str]:
    """The sections that began, ended or changed in each month (2025-03) of a period."""
    found: dict[str, list[str]] = {f"{start:%Y-%m}": [] for start, _ in months(first, last)}
    for each in changes(place, first - timedelta(days=1), last):
        found[f"{each.on:%Y-%m}"].append(f"{each.rule.source.citation} {each.kind}")
    return {month: "; ".join(dict.fromkeys(said)) for month, said in found.items() if said}


def _series(report: Report) -> Iterator[Chart]:
    for series, counted in SERIES:
        if report.kind.name in WITH_SERIES or (report.kind.name == "counter" and series is BOTH_LISTS):
            yield series_chart(series, counted(report.ledger, report.first, report.last))


def series_chart(series: Series, counts: dict[str, int]) -> Chart:
    """One series as a chart: a row a class, none left out."""
    rows = tuple((words, (counts.get(name, 0),)) for name, words in series.classes.items())
    return Chart(series.name, series.title, series.says, ("number",), rows, series.unit)
