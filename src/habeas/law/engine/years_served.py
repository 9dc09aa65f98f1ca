"""The years between a judgment and the arrest that brought a person in, time served for violent or serious crimes left out.

N.Y.C. Admin. Code 9-131(a)(2)(ii) counts so. The number is worked out where every day that could change it is on record, else left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from habeas.law.engine.evaluate import years_later
from habeas.law.model.case import ChargeRecord

YEARS = "years_before_arrest"
CRIMES = "nyc_violent_or_serious"
"""The class of the crimes the time served for which is left out."""
ON_BAIL = frozenset({"bail_posted", "own_recognizance"})
"""Reasons for a release that only a matter still pending has: the arrest was for it."""
PENDING = frozenset({"pending", "held_to_answer"})

Days = frozenset[date]


def with_years(charges: Iterable[ChargeRecord], custody: Mapping[str, Any], as_of: date) -> tuple[ChargeRecord, ...]:
    """Return the charges, each conviction with its years where they are known whatever is not on record."""
    held = tuple(charges)
    arrests = arrest_between(held, custody, as_of)
    return held if arrests is None else tuple(_with_years(each, held, arrests) for each in held)


def arrest_between(
    charges: tuple[ChargeRecord, ...], custody: Mapping[str, Any], as_of: date
) -> tuple[date, date] | None:
    """The first and the last day on which the arrest can have been, None where that is open: on bail it follows an offense pending."""
    known = custody.get("arrested_on")
    if known is not None:
        return (known, known) if known <= as_of else None
    pending = [each.facts.get("offense_on") for each in charges if each.facts.get("disposition") in PENDING]
    offenses = [day for day in pending if day is not None and day <= as_of]
    if custody.get("released_because") not in ON_BAIL or not offenses or len(offenses) < len(pending):
        return None
    return (min(offenses), as_of)


def _with_years(one: ChargeRecord, charges: tuple[ChargeRecord, ...], arrests: tuple[date, date]) -> ChargeRecord:
    judged: date | None = one.facts.get("disposed_on")
    own, every = _served(one, arrests[0]), _served_for_any(charges, arrests[1])
    if one.facts.get("disposition") != "convicted" or YEARS in one.facts:
        return one
    if judged is None or own is None or every is None:
        return one
    fewest = _whole_years(judged + timedelta(days=len(every)), arrests[0])
    most = _whole_years(judged + timedelta(days=len(own)), arrests[1])
    return replace(one, facts={**one.facts, YEARS: float(most)}) if fewest == most else one


def _served_for_any(charges: tuple[ChargeRecord, ...], last: date) -> Days | None:
    """Every day to `last` that may have been served for a crime of the class; None where some could be and are not on record."""
    days: set[date] = set()
    for each in charges:
        finding = each.classes.get(CRIMES)
        if each.facts.get("disposition") in PENDING or (finding is not None and finding.value is False):
            continue
        served = _served(each, last)
        if served is None:
            return None
        days |= served
    return frozenset(days)


def _served(one: ChargeRecord, last: date) -> Days | None:
    """The days served for one charge, to `last`; None where they are not on record."""
    since, until = one.facts.get("served_from"), one.facts.get("served_to")
    return None if since is None or until is None else frozenset(_days(since, min(until, last)))


def _days(since: date, until: date) -> Iterator[date]:
    return (since + timedelta(days=step) for step in range((until - since).days + 1))


def _whole_years(since: date, until: date) -> int:
    """How many anniversaries of `since` lie before `until` or on it; none where it has not come."""
    years = max(until.year - since.year, 0)
    return years if years_later(since, years) <= until else max(years - 1, 0)
