"""Until when: times as a tree of data (`release + 48 hours`, the earliest of several, the end of a day) and their arithmetic.

Hours are elapsed hours, counted in UTC; excluded days are local calendar days, left out whole. A time that rests on an
unknown fact is unknown, and says in words what it will be.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays  # legal federal holidays with their observed days

from habeas.law.case import Case
from habeas.law.facts import FACTS, Fact, Kind

WEEKEND = (5, 6)


class TimeExpression:
    """A time that a provision sets."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class At(TimeExpression):
    """The time of a fact (`custody.release_at`)."""

    fact: Fact

    def __post_init__(self) -> None:
        if self.fact.kind is not Kind.TIME:
            raise ValueError(f"{self.fact.key} is no time")


@dataclass(frozen=True, slots=True)
class PlusHours(TimeExpression):
    """`hours` after `start`; with `working_days` Saturdays, Sundays and legal federal holidays (5 USC 6103) do not count."""

    start: TimeExpression
    hours: int
    working_days: bool = False


@dataclass(frozen=True, slots=True)
class EndOfDay(TimeExpression):
    """The last minute of the local day on which `start` falls."""

    start: TimeExpression


@dataclass(frozen=True, slots=True)
class Earliest(TimeExpression):
    """The first of several; an event that has no fact yet (`events`) ends it too, in words."""

    of: tuple[TimeExpression, ...]
    events: tuple[str, ...] = ()


def at(key: str) -> TimeExpression:
    """The time of the fact called `key`."""
    return At(FACTS[key])


def end_of(expression: TimeExpression, case: Case) -> datetime | None:
    """Return the time in the county's zone, or None where a fact it needs is unknown."""
    match expression:
        case At(fact):
            return _local(case.value(fact.entity, fact.name), case)
        case PlusHours(start, hours, working_days):
            begun = end_of(start, case)
            return None if begun is None else _after(begun, hours, working_days)
        case EndOfDay(start):
            begun = end_of(start, case)
            return None if begun is None else begun.replace(hour=23, minute=59, second=0, microsecond=0)
        case Earliest(of):
            ends = [end_of(part, case) for part in of]
            return None if None in ends else min(end for end in ends if end is not None)
    return None


def says_until(expression: TimeExpression) -> str:
    """Return the time in words."""
    match expression:
        case At(fact):
            return fact.says
        case PlusHours(start, hours, working_days):
            but = ", not counting Saturdays, Sundays and federal holidays" if working_days else ""
            return f"{hours} hours after {says_until(start)}{but}"
        case EndOfDay(start):
            return f"11:59 p.m. on the day of {says_until(start)}"
        case Earliest(of, events):
            return "the earliest of: " + "; ".join([says_until(part) for part in of] + list(events))
    return ""


def _local(value: datetime | None, case: Case) -> datetime | None:
    if value is None:
        return None
    zone = ZoneInfo(case.time_zone)
    return value.replace(tzinfo=zone) if value.tzinfo is None else value.astimezone(zone)


def _after(start: datetime, hours: int, working_days: bool) -> datetime:
    if not working_days:
        return (start.astimezone(UTC) + timedelta(hours=hours)).astimezone(start.tzinfo)
    return _after_working(start, timedelta(hours=hours))


def _after_working(start: datetime, left: timedelta) -> datetime:
    """Walk day by day, using up `left` on days that count; a count that fills exactly at midnight ends there."""
    now = start
    while True:
        midnight = datetime.combine(now.date() + timedelta(days=1), time(), tzinfo=now.tzinfo)
        if _counts(now.date()):
            room = midnight.astimezone(UTC) - now.astimezone(UTC)
            if left <= room:
                return (now.astimezone(UTC) + left).astimezone(start.tzinfo)
            left -= room
        now = midnight


def _counts(day: date) -> bool:
    return day.weekday() not in WEEKEND and day not in _federal(day.year)


def _federal(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("US", years=(year, year + 1), observed=True).items())
