"""The certificate of a report: what was none, what is unknown, what was not recorded. None is said only where the record can say it."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from habeas.statistics.ledger.rows import NOUNS
from habeas.statistics.measures.table import measure_called
from habeas.statistics.reports.build import Report
from habeas.statistics.reports.cells import Cell

SINCE = "nothing is certified of the days before, and since then there was none of the following:"
ASK = "Ask whoever would have entered them before you sign."
"""What a signer is to do about it."""
UNITS_OF_THINGS = frozenset({"count", "people", "stock"})
"""Units of which a zero is a *none*."""
BY_HAND = frozenset({"bail", "contact", "cost", "interview", "query", "task_force"})
"""What the record holds only where somebody enters or logs it: that there is none of it may be that nobody does."""


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


def _unknown(cell: Cell) -> int:
    return cell.count.unknown if cell.count else 0


def _noun(cell: Cell) -> str:
    return measure_called(cell.measure).noun if cell.measure else ""


def certificate_sentences(report: Report) -> list[str]:
    """The certificate in sentences."""
    none = [cell for cell in report.cells if is_none(report, cell)]
    unknown = [cell for cell in report.cells if _unknown(cell)]
    silent = [cell for cell in report.cells if _silent(report, cell)]
    said = [f"In this period there was none of the following: {_list(none)}."] if none else []
    by_number = groupby(sorted(unknown, key=_unknown), key=_unknown)
    said += [f"Of {number:,} it is not known whether they are among: {_list(cells)}." for number, cells in by_number]
    never = [cell for cell in silent if cell.count is None or cell.count.known is None]
    partly = [cell for cell in silent if cell not in never and cell.count and not cell.count.unknown]
    said += [f"Nothing is certified, because nothing was recorded, of: {_list(never)}."] if never else []
    said += [f"The record begins on {report.ledger.begins}: {SINCE} {_list(partly)}."] if partly else []
    said += _by_hand(report, none)
    return [*said, "Certified by (name, title, day): ______________________________"]


def _by_hand(report: Report, none: Sequence[Cell]) -> list[str]:
    """A warning to whoever certifies none of what the whole record holds not one of, though somebody would have had to enter it."""
    held = {row.noun for row in report.ledger.rows}
    nouns = dict.fromkeys(noun for cell in none if (noun := _noun(cell)) in BY_HAND and noun not in held)
    words = "; ".join(NOUNS[noun] for noun in nouns)
    return [f"The whole record holds none of these, which are entered by hand: {words}. {ASK}"] if nouns else []


def _list(cells: Iterable[Cell]) -> str:
    """What some cells count, each line once with all that it is split by."""
    found: dict[str, list[str]] = {}
    for cell in cells:
        found.setdefault(_inside(cell.says), []).extend([_inside(cell.split_words)] if cell.split else [])
    return "; ".join(f"{says} ({', '.join(splits)})" if splits else says for says, splits in found.items())


def _inside(words: str) -> str:
    """Words as they stand within a sentence: a small letter first, but for what is written in capitals."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words
