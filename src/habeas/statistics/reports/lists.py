"""The lists of a report: a row for each fact, with the columns that law asks for; no name, and no time where none is asked."""

from collections.abc import Iterator
from datetime import date, timedelta

from habeas.statistics.ledger.rows import UNKNOWN, Ledger, LedgerRow
from habeas.statistics.measures.values import VALUES
from habeas.statistics.reports.layout import RowList

SETTLED_AFTER, SETTLED_LEFT = timedelta(days=90), timedelta(days=30)
"""A request stands in a public index this long after receipt, or after its person left."""
NOT_HELD = "not recorded"
"""What stands for a moment that nobody recorded."""


def rows_of(wanted: RowList, ledger: Ledger, first: date, last: date) -> Iterator[tuple[LedgerRow, tuple[str, ...]]]:
    """Each row of the period with its cells, in the order of its day and number."""
    found = [row for row in ledger.of(wanted.noun) if _counts(wanted, row, ledger, first, last)]
    for row in sorted(found, key=lambda each: (each.day(wanted.day) or date.min, each.key)):
        yield row, tuple(_cell(source, row) for _, source in wanted.columns)


def _counts(wanted: RowList, row: LedgerRow, ledger: Ledger, first: date, last: date) -> bool:
    day = row.day(wanted.day)
    if day is None or not first <= day <= last:
        return False
    fits = all(row.facts.get(name) in allowed for name, allowed in wanted.where.items())
    return fits and (not wanted.settled or _settled(row, day, ledger.ends))


def _settled(row: LedgerRow, received: date, today: date) -> bool:
    left = row.day("left")
    return received + SETTLED_AFTER <= today or (left is not None and left + SETTLED_LEFT <= today)


def _cell(source: str, row: LedgerRow) -> str:
    kind, _, name = source.partition(":")
    if kind == "key":
        return row.key
    if kind == "fact":
        value = row.facts.get(name)
        return "" if value is None else _words(name, value) or "unknown"
    if kind == "amount":
        return str(row.amounts[name]) if name in row.amounts else NOT_HELD
    return _moment(kind, name, row) if name else source


def _moment(kind: str, name: str, row: LedgerRow) -> str:
    day, at = row.day(name), row.times.get(name)
    if day is None or at is None:
        return NOT_HELD
    if kind == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}"
    return day.isoformat() if kind == "day" else f"{at.astimezone(row.zone):%Y-%m-%dT%H:%M%z}"


def _words(name: str, value: str) -> str:
    table = VALUES.get(name, {}) if name in {"kind", "issuer"} else {}
    return table.get(value, value.replace("_", " ")) if value != UNKNOWN else ""
