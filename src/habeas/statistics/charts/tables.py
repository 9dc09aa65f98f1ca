"""A release as tables: one cell a row in CSV, the same rows on a page, and a description for programs."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from habeas import __version__
from habeas.answers.tables import csv_bytes
from habeas.common.canonical import readable_json


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """One table: its name, what its columns are, and each row's label with its cells."""

    name: str
    title: str
    unit: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    counted: str = "requests_received"
    """What the numbers are called in the CSV."""


def tables_of(data: Mapping[str, Any]) -> list[FiguresTable]:
    """The tables of a release: by kind and by outcome for its periods and each whole year, each year's kinds by outcome and series."""
    cells = {tuple(row[:3]): int(row[3]) for row in data["cells"]}
    kinds, outcomes = (tuple((e["name"], e["words"]) for e in data[name]) for name in ("kinds", "outcomes"))
    years = sorted({cell[0] for cell in cells if len(cell[0]) == 4} - set(data["periods"]))
    found = [
        _table(
            cells, f"{unit}-by-{name}", f"Requests by {unit} and {name}", unit, periods, columns, kind=name == "kind"
        )
        for unit, periods in ((data["unit"], data["periods"]), ("year", years))
        for name, columns in (("kind", kinds), ("outcome", outcomes))
        if periods
    ]
    crossed = (_crossed(cells, year, kinds, outcomes) for year in years if _is_crossed(cells, year))
    return [*found, *crossed, *(_series(each) for each in data.get("series", ()))]


def _series(series: Mapping[str, Any]) -> FiguresTable:
    """One series of one year as a table of one row."""
    columns = tuple((each["name"], each["words"]) for each in series["classes"])
    values = tuple(int(value) for _, value in series["cells"])
    name, title = f"{series['year']}-{series['name'].replace('_', '-')}", f"{series['title']}, {series['year']}"
    row = (series["year"], (*values, int(series["all"])))
    return FiguresTable(name, title, "year", (*columns, ("all", "all")), (row,), "number")


def _table(
    cells: Mapping[tuple[str, ...], int],
    name: str,
    title: str,
    unit: str,
    periods: Sequence[str],
    columns: tuple[tuple[str, str], ...],
    *,
    kind: bool,
) -> FiguresTable:
    def count(period: str, each: str) -> int | None:
        return cells.get((period, each, "") if kind else (period, "", each))

    shown = tuple(each for each in columns if count(periods[0], each[0]) is not None)
    rows = tuple(
        (period, (*(count(period, each) or 0 for each, _ in shown), cells[period, "", ""])) for period in periods
    )
    return FiguresTable(name, title, unit, (*shown, ("all", "all")), rows)


def _is_crossed(cells: Mapping[tuple[str, ...], int], year: str) -> bool:
    return any(cell[0] == year and cell[1] and cell[2] for cell in cells)


def _crossed(
    cells: Mapping[tuple[str, ...], int],
    year: str,
    kinds: Sequence[tuple[str, str]],
    outcomes: tuple[tuple[str, str], ...],
) -> FiguresTable:
    rows = tuple(
        (words, (*(cells[year, kind, each] for each, _ in outcomes), cells[year, kind, ""])) for kind, words in kinds
    )
    title = f"Requests of {year} by kind and outcome"
    return FiguresTable(f"{year}-kind-by-outcome", title, "kind", (*outcomes, ("all", "all")), rows)


def table_csv(table: FiguresTable) -> str:
    """A table as CSV, one cell a row."""
    rows = [
        (label, column, str(cell))
        for label, cells in table.rows
        for (column, _), cell in zip(table.columns, cells, strict=True)
    ]
    return csv_bytes([table.unit, "what", table.counted], rows).decode()


def package_of(data: Mapping[str, Any], tables: Sequence[FiguresTable], says: str) -> str:
    """The description of the files as a Frictionless data package."""
    return readable_json(
        {
            "name": f"{data['site']}-requests",
            "title": f"{data['agency']}: requests received",
            "description": f"{says} {rules(data)}",
            "version": str(data["version"]),
            "program": f"habeas {__version__}",
            "resources": [_resource(table) for table in tables],
        }
    )


def rules(data: Mapping[str, Any]) -> str:
    """How privacy is protected, as one paragraph."""
    mean = data.get("mean_off_by")
    return (
        f"Every count is a multiple of {data['base']} and is at most {data['off_by']} away from the true count. The total of all is at "
        f"most {data['totals_off_by']} away. "
        + (f"On average a count is at most {mean} away. " if mean else "")
        + "All tables add up, because they are sums over one rounded copy of the record."
    )


def _resource(table: FiguresTable) -> dict[str, Any]:
    content = table_csv(table).encode()
    fields = [
        {"name": table.unit, "type": "string"},
        {"name": "what", "type": "string", "constraints": {"enum": [name for name, _ in table.columns]}},
        {"name": table.counted, "type": "integer", "description": "Rounded."},
    ]
    return {
        "name": table.name, "path": f"{table.name}.csv", "title": table.title, "format": "csv", "encoding": "utf-8",
        "bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {"fields": fields, "primaryKey": [table.unit, "what"]},
    }  # fmt: skip
