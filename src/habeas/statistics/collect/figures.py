"""What a state prints of its offices' returns: one split line of one report, by office, period and outcome."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from habeas.answers.tables import csv_bytes
from habeas.common.errors import BadInputError
from habeas.statistics.collect.returns import Return, rows_of
from habeas.statistics.disclosure.rounding import Cell
from habeas.statistics.disclosure.state import StateOrder

MONTHS_OF = {1: "{year}-{month:02d}", 3: "{year}-Q{quarter}", 12: "{year}"}
"""How a period of so many whole months is called."""


def state_order(counted: Iterable[Return], report: str, item: str, on: date, secret: bytes) -> StateOrder:
    """The counts of a line in every return of a report. BadInputError where no return has it, or periods are not of one length."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for each in counted:
        if each.report == report:
            found[each.agency, period_name(each)] = _splits(each, item)
    if not any(found.values()):
        raise BadInputError(f"No return of {report} has a line {item} that is split and counted.")
    if len({len(period) for _, period in found}) > 1:
        raise BadInputError(f"The returns of {report} are of periods of different lengths.")
    outcomes = sorted({name for splits in found.values() for name in splits})
    counts: dict[Cell, int] = {
        (agency, period, name): splits.get(name, 0)
        for (agency, period), splits in found.items() if splits for name in outcomes
    }  # fmt: skip
    return StateOrder(report, item, counts, _missing(counted, found), on, secret)


def _missing(counted: Iterable[Return], found: dict[tuple[str, str], dict[str, int]]) -> tuple[tuple[str, str], ...]:
    """Each office with a period of which it handed in nothing that counts."""
    offices, periods = sorted({each.agency for each in counted}), sorted({period for _, period in found})
    return tuple((office, period) for office in offices for period in periods if not found.get((office, period)))


def _splits(each: Return, item: str) -> dict[str, int]:
    """The line's counts by split; none where one of them was not recorded, since a part of a whole is no whole."""
    rows = [row for row in rows_of(each.folder, "table.csv") if row.get("item") == item and row.get("split")]
    if any(not row["value"].isdigit() for row in rows):
        return {}
    return {row["split"]: int(row["value"]) for row in rows}


def period_name(each: Return) -> str:
    """The month, quarter or year of a return. Raises BadInputError for any other period."""
    first, last = map(date.fromisoformat, each.period)
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1 and (first.month - 1) % months == 0
    if not whole or months not in MONTHS_OF:
        raise BadInputError(f"{each.agency}: {first} to {last} is no month, quarter or year.")
    return MONTHS_OF[months].format(year=first.year, month=first.month, quarter=(first.month + 2) // 3)


def state_release_files(text: str) -> dict[str, bytes]:
    """The release as its document and as one table: a row an office and period, or outcome, with `all` where a value is summed."""
    rows: dict[tuple[str, str, str], int] = defaultdict(int)
    for office, period, outcome, value in json.loads(text)["cells"]:
        rows[office or "all", period or "all", outcome or "all"] = value
    table = csv_bytes(("agency", "period", "outcome", "number"), [(*name, str(value)) for name, value in rows.items()])
    return {"release.json": text.encode(), "figures.csv": table}
