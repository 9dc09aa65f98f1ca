"""The yearly correction: which printed periods of a year are opened again, and what of them may move."""

from collections.abc import Iterable, Mapping
from typing import Any

from habeas.statistics.disclosure.rounding import BASE, Cell, Margin, true_count

MOVED = BASE
"""By how much a count must have moved since it was frozen to be printed otherwise."""


def moved(margin: Margin, before: Mapping[Cell, int], now: Mapping[Cell, int]) -> bool:
    """Whether the count behind a margin moved by five or more."""
    return abs(true_count(now, margin) - true_count(before, margin)) >= MOVED


def opened(year: str, margins: Iterable[Margin], before: Mapping[Cell, int], now: Mapping[Cell, int]) -> set[str]:
    """The periods of a year of which at least one printed count moved by five or more."""
    return {each.name[0] for each in margins if each.name[0].startswith(year) and moved(each, before, now)}


def corrections(before: Mapping[Cell, int], now: Mapping[Cell, int], reason: str) -> list[list[Any]]:
    """Each count that is printed otherwise: period, kind, outcome, what it was, what it is, why. The total of all is no correction."""
    return [
        [*cell, old, now[cell], reason] for cell, old in sorted(before.items()) if cell[0] and now.get(cell, old) != old
    ]


def opened_before(held: Mapping[str, Any] | None, periods: Iterable[str], made_on: str) -> list[list[Any]]:
    """Every period that was ever opened, with the version and day of it; those of this release behind the others."""
    done = [] if held is None else list(held.get("reopened", []))
    version = 1 if held is None else held["version"] + 1
    return [*done, *([period, version, made_on] for period in sorted(periods))]
