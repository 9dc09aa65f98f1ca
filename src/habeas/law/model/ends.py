"""Until when: the times a provision sets, over the facts of a case. What they come to is worked out in `habeas.deadlines`."""

from datetime import datetime

from habeas.deadlines.clocks import CUSTODY, RECORDS
from habeas.deadlines.times import (
    At,
    Earliest,
    End,
    EndOfDay,
    GivenTime,
    NotKnown,
    PlusHours,
    TimeExpression,
    facts_of_time,
    says_until,
    work_out,
)
from habeas.law.model.case import Case
from habeas.law.model.facts import FACTS, FactKind
from habeas.law.model.vocabulary import Act

__all__ = [
    "At",
    "Earliest",
    "End",
    "EndOfDay",
    "NotKnown",
    "PlusHours",
    "TimeExpression",
    "at",
    "end_of",
    "facts_of_time",
    "says_until",
]

ON_CUSTODY = frozenset({Act.HOLD, Act.DELAY_RELEASE})
"""Acts whose end lets somebody go."""


def at(key: str) -> TimeExpression:
    """The time of the fact called `key`. Raises ValueError where that fact is no time."""
    if FACTS[key].kind is not FactKind.TIME:
        raise ValueError(f"{key} is no time")
    return At(FACTS[key])


def end_of(expression: TimeExpression, case: Case, *, citation: str = "", act: Act = Act.HOLD) -> End:
    """Return when `expression` ends in `case`, in the place's zone and with its arithmetic, or what keeps it from being known."""
    kind = CUSTODY if act in ON_CUSTODY else RECORDS
    return work_out(expression, GivenTime(lambda fact: _time_of(fact.key, case), case.zone, citation, kind))


def _time_of(key: str, case: Case) -> datetime | None:
    value = case.value(FACTS[key].entity, FACTS[key].name)
    return value if isinstance(value, datetime) else None
