"""Why a jail's date may differ from the sum: the same case worked out under each usual mistake; a reason is told where the dates meet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.custody_time.answer import ReleaseAnswer
from habeas.custody_time.case import MOST_DAYS, ReleaseCase
from habeas.custody_time.us_ca.compute import ALL_LOST, day_with
from habeas.custody_time.us_ca.credits import custody_of
from habeas.custody_time.us_ca.rules import TWO_FOR_FOUR_2010
from habeas.custody_time.us_ca.terms import day_of


@dataclass(frozen=True, slots=True)
class Mistake:
    """One way to come to another date, in the words a person reads, and the day it leads to (None: it does not apply).

    `later`: it never leads to an earlier day, so that it need not be worked out where the jail's date is earlier.
    """

    says: str
    leads_to: Callable[[ReleaseCase, ReleaseAnswer], date | None]
    later: bool = False


def likely_reasons(case: ReleaseCase, answer: ReleaseAnswer, jails: date) -> tuple[str, ...]:
    """Return every usual reason that leads exactly to the jail's date; where none does, what the difference amounts to."""
    earlier = answer.release_on is not None and jails < answer.release_on
    found = tuple(
        mistake.says
        for mistake in MISTAKES
        if not (earlier and mistake.later) and mistake.leads_to(case, answer) == jails
    )
    return found or (_amounts_to(answer, jails),)


def consecutive(case: ReleaseCase, answer: ReleaseAnswer | None = None) -> date | None:
    """The release if the terms of the case followed one another; None where there is one term or it cannot be told."""
    if len(case.terms) < 2:
        return None
    first, *rest = case.terms
    chained = [
        first,
        *(replace(term, consecutive_to=before.id) for before, term in zip(case.terms, rest, strict=False)),
    ]
    return day_of(replace(case, terms=tuple(chained)))


def _amounts_to(answer: ReleaseAnswer, jails: date) -> str:
    days = (jails - (answer.release_on or jails)).days
    more = "credit lost or not counted, a longer term"
    fewer = "program credit, accelerated release, custody that is not on this record"
    count = f"{abs(days)} {'day' if abs(days) == 1 else 'days'} {'more' if days > 0 else 'fewer'}"
    return f"No usual reason leads to it; it is as if {count} had to be served in jail ({more if days > 0 else fewer})."


def _each(case: ReleaseCase, change: Callable[[ReleaseCase], ReleaseCase]) -> date | None:
    if not case.terms:
        return day_of(change(case))
    return day_of(replace(change(case), terms=tuple(change(term) for term in case.terms)))


def _no_conduct(case: ReleaseCase, answer: ReleaseAnswer) -> date | None:
    if case.terms:
        return _each(case, lambda each: replace(each, credit_lost_days=MOST_DAYS))
    told = [change.release_on for change in answer.would_change if change.if_ == ALL_LOST]
    return told[0] if told else answer.release_on


def _former_rate(case: ReleaseCase, answer: ReleaseAnswer) -> date | None:
    return _each(case, lambda each: replace(each, offense_on=TWO_FOR_FOUR_2010.offense_to))


def _one_day_fewer(case: ReleaseCase, answer: ReleaseAnswer) -> date | None:
    if case.terms:
        return _each(case, lambda each: _with_days(each, max(0, _days(each) - 1)))
    return day_with(case, max(0, (answer.actual_days or 0) - 1))


def _none_before_sentence(case: ReleaseCase, answer: ReleaseAnswer) -> date | None:
    if case.terms:
        return _each(case, lambda each: _with_days(each, min(_days(each), 1)))
    return day_with(case, min(answer.actual_days or 0, 1))


def _days(case: ReleaseCase) -> int:
    return custody_of(case).days or 0


def _with_days(case: ReleaseCase, days: int) -> ReleaseCase:
    """The same term with a bare number of days in custody."""
    return replace(case, custody=(), other_county=(), held_in=(), actual_days=days)


def _day_after(case: ReleaseCase, answer: ReleaseAnswer) -> date | None:
    return answer.release_on + timedelta(days=1) if answer.release_on else None


def _at(case: ReleaseCase, answer: ReleaseAnswer, conduct: Callable[[int], int]) -> date | None:
    """The release of a single term at another rate: the least days in custody that serve it."""
    if case.terms or case.sentence is None or case.sentenced_on is None or answer.actual_days is None:
        return None
    needed, actual = (case.sentence.custody_days or 0) - case.other_credits_days, answer.actual_days
    more = range(max(0, needed - actual) + 1)
    days = bisect_left(more, needed, key=lambda day: actual + day + conduct(actual + day))
    return case.sentenced_on + timedelta(days=days)


def _fifteen_percent(case: ReleaseCase, answer: ReleaseAnswer) -> date | None:
    return _at(case, answer, lambda served: served * 15 // 100)


def _odd_day(case: ReleaseCase, answer: ReleaseAnswer) -> date | None:
    return _at(case, answer, lambda served: served)


MISTAKES = (
    Mistake("The terms follow one another in the jail's date; the roster does not say so.", consecutive),
    Mistake("No conduct credit is given (Penal Code 4019).", _no_conduct, later=True),
    Mistake("Conduct credit is given at two days for four, the law for offenses before October 2011.", _former_rate),
    Mistake(
        "The day of booking or the day of sentence is not counted (Penal Code 2900.5).", _one_day_fewer, later=True
    ),
    Mistake(
        "The days in custody before sentence are not counted (Penal Code 2900.5).", _none_before_sentence, later=True
    ),
    Mistake("The day of release is not counted as served.", _day_after, later=True),
    Mistake(
        "Conduct credit is held to 15 percent (Penal Code 2933.1), which is for violent felonies.", _fifteen_percent
    ),
    Mistake("An odd day is given credit, though credit comes in pairs of days (Penal Code 4019(f)).", _odd_day),
)
