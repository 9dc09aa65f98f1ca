"""From what arrived to what is counted: every step with its rule, every thing left out by its number. The steps add up."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from habeas.statistics.ledger.rows import Ledger, LedgerRow

RECONCILE = ("step", "rule", "item", "count")
"""The columns of reconcile.csv."""


def reconciled(ledger: Ledger, first: date, last: date) -> Iterator[tuple[str, ...]]:
    """The steps of a period, each with its count."""
    rows = [row for row in ledger.of("request") if _in(row, "received", first, last)]
    out = [each for each in ledger.left_out if first <= each.at.astimezone(ledger.place.zone).date() <= last]
    yield "arrived", "each document, message or word under its own number", "", str(len(rows) + len(out))
    yield from (("subtracted", f"{each.rule}: counted once, under {each.counted}", each.key, "1") for each in out)
    yield "requests received", "what is left", "", str(len(rows))
    outcomes = Counter(row.facts["outcome"] for row in rows)
    yield from (("of these", f"outcome {name.replace('_', ' ')}", "", str(outcomes[name])) for name in sorted(outcomes))
    yield from _transfers(ledger, first, last)


def _transfers(ledger: Ledger, first: date, last: date) -> Iterator[tuple[str, ...]]:
    moved = [row for row in ledger.of("transfer") if _in(row, "at", first, last)]
    logged = [row for row in moved if row.facts.get("logged") == "yes"]
    yield "transfers of custody", "logged on a request", "", str(len(logged))
    for row in moved:
        if row.facts.get("logged") != "yes":
            yield "transfers of custody", "a release to another agency that nobody logged as a transfer", row.key, "1"
    yield "transfers of custody", "together", "", str(len(moved))


def _in(row: LedgerRow, name: str, first: date, last: date) -> bool:
    day = row.day(name)
    return day is not None and first <= day <= last
