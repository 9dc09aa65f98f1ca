"""Which unit of time a release may use, and which kinds stand alone in it: fewer requests, coarser figures."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

FEWEST_BY_MONTH = 100
"""Requests a year below which figures are by quarter."""
FEWEST_BY_QUARTER = 20
"""Requests a year below which only the year is printed, and nothing of it but its total."""
FEWEST_OF_A_KIND = 20
"""Requests a year below which a kind stands among the others."""
OLDEST_DAYS = 60
"""How long a month must be over before it is printed."""
UNITS = ("month", "quarter", "year")
OTHER = "other"

Ledger = Mapping[tuple[str, str, str], int]
"""Counts by month (2025-03), kind and outcome."""


def months_to_print(first: date, last: date, on: date) -> list[str]:
    """The whole months from the first day of the record to a last day, each over for at least 60 days on the day of the release."""
    start = first if first.day == 1 else _next(first)
    months: list[str] = []
    while (after := _next(start)) <= last.replace(day=1) or (_whole(last) and start == last.replace(day=1)):
        if (on - after).days < OLDEST_DAYS:
            break
        months.append(f"{start:%Y-%m}")
        start = after
    return months


def _next(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _whole(day: date) -> bool:
    return (_next(day) - day).days == 1


def unit_for(ledger: Ledger, months: Iterable[str]) -> str:
    """The unit of time that so many requests a year allow."""
    wanted = set(months)
    yearly = 12 * sum(count for (month, _, _), count in ledger.items() if month in wanted) / max(1, len(wanted))
    return "month" if yearly >= FEWEST_BY_MONTH else "quarter" if yearly >= FEWEST_BY_QUARTER else "year"


def kinds_alone(ledger: Ledger, months: Iterable[str]) -> list[str]:
    """The kinds that are common enough to be shown by themselves; every other one stands under `other`."""
    wanted = set(months)
    found: Counter[str] = Counter()
    for (month, kind, _), count in ledger.items():
        if month in wanted:
            found[kind] += count
    return sorted(
        kind for kind, count in found.items() if kind and 12 * count / max(1, len(wanted)) >= FEWEST_OF_A_KIND
    )


def period_of(month: str, unit: str) -> str:
    """The period of a unit that a month lies in."""
    year, number = month[:4], int(month[5:])
    return {"month": month, "quarter": f"{year}-Q{(number + 2) // 3}", "year": year}[unit]


def whole_periods(months: Iterable[str], unit: str) -> list[str]:
    """The periods of which every month is there, oldest first."""
    held = Counter(period_of(month, unit) for month in sorted(months))
    size = {"month": 1, "quarter": 3, "year": 12}[unit]
    return [period for period, count in held.items() if count == size]


def coarse(ledger: Ledger, unit: str, alone: Iterable[str]) -> dict[tuple[str, ...], int]:
    """The ledger by the periods of a unit, with the rare kinds put together."""
    own, found = set(alone), Counter[tuple[str, ...]]()
    for (month, kind, outcome), count in ledger.items():
        found[period_of(month, unit), kind if kind in own else OTHER, outcome] += count
    return dict(found)
