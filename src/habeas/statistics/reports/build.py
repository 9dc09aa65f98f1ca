"""A report made of a ledger: its cells, its lists, what was left out and why, what changed since an earlier version."""

from dataclasses import dataclass
from datetime import date

from habeas.answers.tables import csv_bytes
from habeas.common.errors import BadInputError
from habeas.common.uncollected import uncollected
from habeas.statistics.ledger.rows import Ledger
from habeas.statistics.reports.catalog import ReportKind, report_called
from habeas.statistics.reports.cells import COLUMNS, Cell, cells_of
from habeas.statistics.reports.changes import Change
from habeas.statistics.reports.counter import counter_rows
from habeas.statistics.reports.layout import layouts
from habeas.statistics.reports.lists import rows_of
from habeas.statistics.reports.reconcile import RECONCILE, reconciled

TABLE = "table.csv"


@dataclass(frozen=True, slots=True)
class Report:
    """One report over one period: every table by its file, and for every row of a table the facts and events behind it."""

    kind: ReportKind
    first: date
    last: date
    ledger: Ledger
    cells: tuple[Cell, ...]
    tables: dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]]
    """Each file that can be recomputed: its header and rows."""
    trace: tuple[tuple[str, str, str], ...]
    """File and cell, the fact that counts in it, the events of that fact."""

    @property
    def places(self) -> dict[str, frozenset[str]]:
        """Each fact with the cells it counts in."""
        found: dict[str, set[str]] = {}
        for cell, key, _ in self.trace:
            found.setdefault(key, set()).add(cell)
        return {key: frozenset(cells) for key, cells in found.items()}

    def csv(self, file: str) -> bytes:
        """One of its tables as CSV."""
        header, rows = self.tables[file]
        return csv_bytes(header, rows)


@uncollected()
def build(name: str, ledger: Ledger, first: date, last: date) -> Report:
    """The report called `name` over a period. Raises BadInputError for a name, a period or a record that cannot be."""
    kind = report_called(name)
    check_period(ledger, first, last)
    layout = layouts()[name]
    cells = tuple(cell for line in layout.lines for cell in cells_of(line, ledger, first, last))
    tables: dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]] = {
        TABLE: (COLUMNS, tuple(cell.row for cell in cells))
    }
    events = {row.key: _numbers(row.events) for row in ledger.rows}
    trace = [(cell.name, key, events.get(key, "")) for cell in cells if cell.count for key in cell.count.keys]
    for wanted in layout.lists:
        found = list(rows_of(wanted, ledger, first, last))
        tables[f"{wanted.file}.csv"] = (tuple(title for title, _ in wanted.columns), tuple(row for _, row in found))
        trace += [(f"{wanted.file}.csv", fact.key, _numbers(fact.events)) for fact, _ in found]
    rows = counter_rows(ledger, first, last) if name == "counter" else ()
    tables["reconcile.csv"] = (RECONCILE, (*reconciled(ledger, first, last), *rows))
    return Report(kind, first, last, ledger, cells, tables, tuple(trace))


def check_period(ledger: Ledger, first: date, last: date) -> None:
    """Raise BadInputError for a period that ends before it begins, or that the record has not reached."""
    if last < first:
        raise BadInputError(f"The period ends on {last}, before it begins on {first}. Nothing was written.")
    if last > ledger.ends:
        raise BadInputError(
            f"The record reaches to {ledger.ends}, so {last} cannot be reported yet. Nothing was written."
        )
    if last < ledger.begins:
        raise BadInputError(
            f"The record begins on {ledger.begins}: what came before is not recorded, which is not none. Nothing was written."
        )


def _numbers(events: tuple[int, ...]) -> str:
    return " ".join(map(str, events))


def corrections(now: Report, before: Report) -> tuple[Change, ...]:
    """What changed since an earlier version of the same report: one line for each fact that counts elsewhere now, with why."""
    old, new = before.places, now.places
    rows = {row.key: row for row in now.ledger.rows}
    changed = sorted(key for key in {*old, *new} if old.get(key, frozenset()) != new.get(key, frozenset()))
    said = now.ledger.said
    return tuple(
        Change(
            key, old.get(key, frozenset()), new.get(key, frozenset()),
            tuple(said[seq] for seq in (rows[key].events if key in rows else ()) if seq >= before.ledger.size and seq in said),
        )
        for key in changed
    )  # fmt: skip
