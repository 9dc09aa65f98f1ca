"""The certificate of a report: what was none, what is unknown, what was not recorded. None is said only where the record can say it."""

from typing import Any

from habeas.statistics.reports.build import Report
from habeas.statistics.reports.cells import Cell

SINCE = "nothing is certified of the days before, and since then there was none of the following:"
UNITS_OF_THINGS = frozenset({"count", "people", "stock"})
"""Units of which a zero is a *none*."""


def certificate(report: Report) -> dict[str, Any]:
    """The certificate as JSON values; who certifies is left for the person who signs."""
    return {
        "report": report.kind.name, "agency": report.ledger.place.agency, "from": report.first.isoformat(),
        "to": report.last.isoformat(), "none": [cell.name for cell in report.cells if is_none(report, cell)],
        "unknown": {cell.name: cell.count.unknown for cell in report.cells if cell.count and cell.count.unknown},
        "not_recorded": [cell.name for cell in report.cells if _silent(report, cell)],
        "certified_by": None, "title": None, "certified_on": None, "sentences": certificate_sentences(report),
    }  # fmt: skip


def is_none(report: Report, cell: Cell) -> bool:
    """Whether the record says *none*: it covers the whole period, the count is zero, and nothing is unknown."""
    made = cell.count
    whole = report.first >= report.ledger.begins
    return bool(whole and made and made.known == 0 and not made.unknown and made.unit.value in UNITS_OF_THINGS)


def _silent(report: Report, cell: Cell) -> bool:
    """Whether the record says nothing, or a zero that covers a part of the period alone."""
    made = cell.count
    return made is None or made.known is None or (made.known == 0 and report.first < report.ledger.begins)


def certificate_sentences(report: Report) -> list[str]:
    """The certificate in sentences."""
    none = [cell for cell in report.cells if is_none(report, cell)]
    unknown = [cell for cell in report.cells if cell.count and cell.count.unknown]
    silent = [cell for cell in report.cells if _silent(report, cell)]
    said = [f"In this period there was none of the following: {_list(none)}."] if none else []
    said += [
        f"{cell.named}: of {cell.count.unknown} it is not known whether they count." for cell in unknown if cell.count
    ]
    partly = [cell for cell in silent if cell.count and cell.count.known == 0 and not cell.count.unknown]
    never = [cell for cell in silent if cell.count is None or cell.count.known is None]
    said += [f"Nothing is certified, because nothing was recorded, of: {_list(never)}."] if never else []
    said += [f"The record begins on {report.ledger.begins}: {SINCE} {_list(partly)}."] if partly else []
    return [*said, "Certified by (name, title, day): ______________________________"]


def _list(cells: list[Cell]) -> str:
    return "; ".join(f"{cell.says.lower()}{f' ({cell.split_words.lower()})' if cell.split else ''}" for cell in cells)
