"""Until when: times as a tree of data (`release + 48 hours`, the earliest of several, the end of a day) and their arithmetic.

The arithmetic is that of `habeas.release.clocks`. A time that rests on an unknown fact is unknown, and says in words what it
will be.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from habeas.law.case import Case
from habeas.law.facts import FACTS, Fact, Kind
from habeas.release.clocks import after_hours, last_minute_of
from habeas.release.excluded_days import WORKING_DAYS, ExcludedDays


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
            out = ExcludedDays(WORKING_DAYS if working_days else ())
            return None if begun is None else after_hours(begun, timedelta(hours=hours), out)[0]
        case EndOfDay(start):
            begun = end_of(start, case)
            return None if begun is None else last_minute_of(begun)
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
