"""Is this a case the room can work out? Three tiers that stop at the first: unsupported, then invalid, then warnings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from habeas.custody_time.answer import ReleaseRefusal
from habeas.custody_time.case import EARLIEST, LATEST, Award, ReleaseCase, Stay
from habeas.custody_time.us_ca.rules import (
    ACCELERATED_CAP_DAYS,
    ACCELERATED_CAP_SHARE,
    CAMP,
    OLDEST_OFFENSE,
    PROGRAM_CAP_DAYS,
    SPLIT,
    TWO_FOR_TWO,
    WORK,
)
from habeas.places.table import in_state

CALIFORNIA = "us-ca"
"""The state whose law of credits this room has."""


@dataclass(frozen=True, slots=True)
class CaseCheck:
    """One thing that must not be so. `wrong` says whether it is; `sentence` is what a person reads."""

    code: str
    wrong: Callable[[ReleaseCase], bool]
    sentence: str


def refusals(case: ReleaseCase) -> tuple[ReleaseRefusal, ...]:
    """The refusals of the first tier that has any: a case outside the room is not also called contradictory."""
    for tier in (UNSUPPORTED, INVALID):
        found = [check for check in tier if check.wrong(case)]
        if found:
            return tuple(ReleaseRefusal(check.code, check.sentence) for check in found)
    return ()


def warnings(case: ReleaseCase) -> tuple[str, ...]:
    """What a person should look at, though the sum is worked out."""
    found = [check.sentence for check in WARNINGS if check.wrong(case)]
    return (*found, *(f'"{key}" is no key this room knows; it was not read.' for key in case.unread))


def _outside_california(case: ReleaseCase) -> bool:
    return in_state(case.jurisdiction, CALIFORNIA) is not True


def _old(case: ReleaseCase) -> bool:
    return case.offense_on is not None and case.offense_on < OLDEST_OFFENSE


def _out_of_state(case: ReleaseCase) -> bool:
    return any(each.state not in {None, "CA", "us-ca"} for each in case.other_county)


def _count_beside_dates(case: ReleaseCase) -> bool:
    if case.custody or case.actual_days is None:
        return False
    return bool(case.held_in) or any(each.attributable for each in case.other_county)


def _no_such_day(case: ReleaseCase) -> bool:
    days = [case.offense_on or EARLIEST, case.sentenced_on or EARLIEST]
    for each in case.custody:
        days += (each.first, each.last)
    return min(days) < EARLIEST or max(days) > LATEST


def _sentenced_too_early(case: ReleaseCase) -> bool:
    return case.sentenced_on is not None and case.offense_on is not None and case.sentenced_on < case.offense_on


def _gap(first: date | None, last: date | None) -> int:
    return (last - first).days if first is not None and last is not None else 0


def _bad_split(case: ReleaseCase) -> bool:
    sentence = case.sentence
    if sentence is None or not sentence.supervision_days:
        return False
    return sentence.kind not in {None, "county_jail_1170h"} or sentence.supervision_days > (sentence.days or 0)


def _serves_too_early(case: ReleaseCase) -> bool:
    return case.serving_from is not None and _gap(case.sentenced_on, case.serving_from) < 0


def _over_program_cap(case: ReleaseCase) -> bool:
    return any(_awarded_within(case.program_credits, award) > PROGRAM_CAP_DAYS for award in case.program_credits)


def _awarded_within(awards: tuple[Award, ...], last: Award) -> int:
    """Days awarded in the twelve months that end with `last`."""
    begins = last.on - timedelta(days=365)
    return sum(award.days for award in awards if begins < award.on <= last.on)


def _too_early_release(case: ReleaseCase) -> bool:
    """More than thirty days, or more than a tenth of the whole sentence before any credit (4024.1(b), (e))."""
    length = case.sentence.days if case.sentence else None
    share = ACCELERATED_CAP_DAYS if length is None else length // ACCELERATED_CAP_SHARE
    return case.accelerated_days > min(ACCELERATED_CAP_DAYS, share)


def _sentenced_before_1170h(case: ReleaseCase) -> bool:
    begun = SPLIT.since or date.min
    kind = case.sentence.kind if case.sentence else None
    return kind == "county_jail_1170h" and case.sentenced_on is not None and case.sentenced_on < begun


def _no_day_for_a_day(case: ReleaseCase) -> bool:
    """Work credit is for those who earn a day for a day on a jail term (4019.1, 4019.2)."""
    if not case.work_credits:
        return False
    kind = case.sentence.kind if case.sentence else None
    old = case.offense_on is not None and case.offense_on < TWO_FOR_TWO.offense_from
    return old or case.violent is True or case.murder is True or kind not in {None, "county_jail", "county_jail_1170h"}


def _bad_work(case: ReleaseCase) -> bool:
    if not case.work_credits:
        return False
    begins = case.serving_from or case.sentenced_on or date.min
    stays = sorted(case.work_credits, key=lambda stay: stay.interval.first)
    twice = any(before.interval.last >= after.interval.first for before, after in pairwise(stays))
    return twice or any(stay.interval.first < max(begins, _in_force(stay)) for stay in stays)


def _in_force(stay: Stay) -> date:
    return (WORK if stay.section == "4019.1" else CAMP).since or date.min


def _prison_felony(case: ReleaseCase) -> bool:
    kind = case.sentence.kind if case.sentence else None
    facts = (case.violent, case.murder, case.serious, case.registrant, case.serious_or_violent_prior)
    return kind == "county_jail_1170h" and True in facts


def _custody_before_offense(case: ReleaseCase) -> bool:
    return case.offense_on is not None and any(each.first < case.offense_on for each in case.custody)


def _more_days_than_passed(case: ReleaseCase) -> bool:
    if case.custody or case.actual_days is None or case.offense_on is None or case.sentenced_on is None:
        return False
    return case.actual_days > _gap(case.offense_on, case.sentenced_on) + 1


def _long_jail(case: ReleaseCase) -> bool:
    sentence = case.sentence
    return sentence is not None and sentence.kind == "county_jail" and (sentence.days or 0) > 364


UNSUPPORTED = (
    CaseCheck(
        "unsupported.term_elsewhere",
        _outside_california,
        "A term under another state's law stands beside these; only California's credits are worked out here.",
    ),
    CaseCheck(
        "unsupported.old_offense",
        _old,
        f"The offense is before {OLDEST_OFFENSE.isoformat()}; the law of credits of that time was not read.",
    ),
    CaseCheck(
        "unsupported.out_of_state_custody",
        _out_of_state,
        "Custody in another state is claimed; whether it earns conduct credit was not read, so the court must say.",
    ),
    CaseCheck(
        "unsupported.days_and_dates",
        _count_beside_dates,
        "Custody here is a bare number of days and custody elsewhere has dates, so a day might count twice; give both as dates.",
    ),
    CaseCheck(
        "unsupported.work_credit",
        _no_day_for_a_day,
        "Work or training credit is claimed by a person who does not earn a day for a day on a jail term (Penal Code 4019.1, 4019.2).",
    ),
)
INVALID = (
    CaseCheck("invalid.date", _no_such_day, "A date lies in a year that no case of a jail can have; check the years."),
    CaseCheck("invalid.sentenced_before_offense", _sentenced_too_early, "The sentence is dated before the offense."),
    CaseCheck(
        "invalid.split_sentence",
        _bad_split,
        "Mandatory supervision belongs to an 1170(h) term and cannot be longer than the term.",
    ),
    CaseCheck(
        "invalid.jail_felony_too_early",
        _sentenced_before_1170h,
        "An 1170(h) term is for sentences since 1 October 2011 (Penal Code 1170(h)(7)).",
    ),
    CaseCheck(
        "invalid.work_credit",
        _bad_work,
        "Work or training credit stands twice on a day, before the term began, or before its section did (Penal Code 4019.1, 4019.2).",
    ),
    CaseCheck(
        "invalid.serving_before_sentence", _serves_too_early, "The term begins to be served before it was imposed."
    ),
    CaseCheck(
        "invalid.program_credit",
        _over_program_cap,
        f"More than {PROGRAM_CAP_DAYS} days of program credit stand within 12 months (Penal Code 4019.4(a)(2)).",
    ),
    CaseCheck(
        "invalid.accelerated_release",
        _too_early_release,
        f"A release is brought forward by more than {ACCELERATED_CAP_DAYS} days, or by more than a tenth of the sentence (Penal Code "
        "4024.1(b), (e)).",
    ),
)
WARNINGS = (
    CaseCheck(
        "warning.prison_felony",
        _prison_felony,
        "An 1170(h) term stands beside a serious or violent felony or a duty to register, which send an executed term to the state prison "
        "(Penal Code 1170(h)(3)); check the judgment.",
    ),
    CaseCheck(
        "warning.accelerated_release",
        lambda case: case.accelerated_days > 0,
        "A release is brought forward: check that the court's authority of 30 days still runs, that the jail is over its beds, and that "
        "those nearer to their release go first (Penal Code 4024.1(a) to (d)).",
    ),
    CaseCheck(
        "warning.custody_before_offense",
        _custody_before_offense,
        "Custody begins before the day of the offense; days before it are hardly attributable to it (Penal Code 2900.5(b)).",
    ),
    CaseCheck(
        "warning.murder_is_violent",
        lambda case: case.murder is True and case.violent is False,
        "Murder is itself a violent felony (Penal Code 667.5(c)(1)); the case says murder but not violent. It is treated as murder.",
    ),
    CaseCheck(
        "warning.more_days_than_passed",
        _more_days_than_passed,
        "More days in custody are given than passed between offense and sentence.",
    ),
    CaseCheck(
        "warning.long_jail_term",
        _long_jail,
        "The term is over 364 days, the most for an offense punishable by up to a year in the county jail (Penal Code 18.5(a)); check the "
        "judgment: is it 1170(h), a condition of probation, or several terms?",
    ),
)
