"""Work out one case: actual days, conduct credit, total, and the first day on which the term is served.

The date and its breakdown are made in one pass and kept in one object (`Answer`); nothing is explained afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.custody_time.answer import DateChange, DateQuestion, ReleaseAnswer, Step
from habeas.custody_time.case import Award, ReleaseCase, Sentence
from habeas.custody_time.us_ca.checks import refusals, warnings
from habeas.custody_time.us_ca.credits import (
    COURT,
    JAIL,
    Conduct,
    Custody,
    Law,
    LawFound,
    conduct_of,
    conduct_steps,
    custody_of,
    custody_steps,
    held_steps,
    law_of,
)
from habeas.custody_time.us_ca.rules import (
    ACCELERATED,
    CAMP,
    CHANGE_DAYS,
    DISCHARGE,
    FINE,
    PRISON,
    PROGRAM,
    PROGRAM_CAP_DAYS,
    SPLIT,
    TIME_SERVED,
    WITH_PRISON,
    WORK,
    Rate,
)

_ONE = timedelta(days=1)
NO_DATE = {
    "state_prison": Step("No release date here: a state prison term is the prison's sum.", None, PRISON),
    "fine": Step(
        "No release date: the sentence is a fine; days in custody not used on a term count toward the base fine.",
        None,
        FINE,
    ),
}
"""Sentences that end on no day this jail works out, with the step that says so."""
SERVED_IN_PRISON = Step(
    "No release date here: the term is served in the state prison with another one.", None, WITH_PRISON
)
WORKED = {"4019.1": WORK, "4019.2": CAMP}

ALL_LOST = "all conduct credit were lost"
ASSUMED = (
    "The person stays in custody on this term, day after day, until the release.",
    "Every day of conduct credit is earned from here on: no work refused, no rule broken (Penal Code 4019(b), (c)).",
    "Nothing else holds the person: no other case, warrant or sentence.",
)


@dataclass(frozen=True, slots=True)
class Served:
    """Where a term stands on one day: days in custody, conduct credit, other credit, and what they come to."""

    day: date
    actual: int
    conduct: int
    other: int

    @property
    def total(self) -> int:
        """Days that count toward the term."""
        return self.actual + self.conduct + self.other


@dataclass(frozen=True, slots=True)
class Out:
    """The release of one term: the day, where the term stands on it, and what keeps it from being known."""

    day: date | None = None
    served: Served | None = None
    questions: tuple[DateQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Stand:
    """One term worked out in numbers, before anything is put into words."""

    custody: Custody
    found: LawFound
    conduct: Conduct
    out: Out


def work_out_term(case: ReleaseCase, *, changes: bool = True) -> ReleaseAnswer:
    """Work out one term. Refusals stop it; questions leave null only what hangs on them. `changes`: also what would move the date."""
    said, custody = refusals(case), custody_of(case)
    if said:
        steps = tuple(custody_steps(custody))
        return ReleaseAnswer(case.id, custody.days, steps=steps, refusals=said, warnings=warnings(case))
    stand = _stand(case, custody)
    return _told(case, stand, tuple(_changes(case, stand)) if changes else ())


def release_day(case: ReleaseCase) -> date | None:
    """The day alone that `work_out_term` comes to, without the words: what comparing a whole roster asks for many times a row."""
    return None if refusals(case) else _stand(case, custody_of(case)).out.day


def day_with(case: ReleaseCase, days: int) -> date | None:
    """The day a term that has one would come to with a bare number of days in custody instead of its own."""
    return _stand(case, Custody(days, None, days)).out.day


def _stand(case: ReleaseCase, custody: Custody) -> Stand:
    found = law_of(case)
    conduct = conduct_of(case, custody, found)
    return Stand(custody, found, conduct, _out(case, custody, conduct, found.law))


def _told(case: ReleaseCase, stand: Stand, changes: tuple[DateChange, ...]) -> ReleaseAnswer:
    custody, conduct, out = stand.custody, stand.conduct, stand.out
    total, steps = _total(case, custody, conduct)
    return ReleaseAnswer(
        case.id,
        custody.days,
        conduct.days,
        total,
        out.day,
        (
            *custody_steps(custody),
            *held_steps(case),
            *conduct_steps(stand.found.law, conduct),
            *steps,
            *_release_steps(case, out),
        ),
        (*custody.questions, *conduct.questions, *out.questions),
        warnings=warnings(case),
        assumes=(*conduct.assumes, *_assumes(case, out)),
        would_change=changes,
        supervision_ends_on=_supervision_end(case.sentence, out.served),
    )


def _assumes(case: ReleaseCase, out: Out) -> Iterator[str]:
    if out.day is not None:
        yield from ASSUMED
    if out.day is not None and not case.custody:
        yield "The days in custody end with the day of sentence, which is one of them."


def _total(case: ReleaseCase, custody: Custody, conduct: Conduct) -> tuple[int | None, tuple[Step, ...]]:
    programs = sum(award.days for award in case.program_credits if award.on <= (case.sentenced_on or date.max))
    steps = []
    if case.other_credits_days:
        steps.append(Step("Other credit, as the court or the jail gave it.", case.other_credits_days))
    if programs:
        steps.append(Step("Credit for program milestones before sentence.", programs, PROGRAM))
    if custody.days is None or conduct.days is None:
        return None, tuple(steps)
    total = custody.days + conduct.days + case.other_credits_days + programs
    return total, (*steps, Step("Credit in all up to and with the day of sentence.", total))


def _out(case: ReleaseCase, custody: Custody, conduct: Conduct, law: Law | None) -> Out:
    sentence = case.sentence
    if sentence is None or sentence.kind in NO_DATE or case.with_prison:
        return Out()
    asked = tuple(_asked(case, sentence))
    if asked or law is None or conduct.counts is None or custody.days is None or case.sentenced_on is None:
        return Out(questions=asked)
    return _served_out(case, custody.days, conduct.counts, law)


def _asked(case: ReleaseCase, sentence: Sentence) -> Iterator[DateQuestion]:
    if sentence.kind is None:
        yield DateQuestion(
            "What kind of sentence is it?", "Jail and prison terms are worked out by different people.", COURT
        )
    if sentence.days is None:
        yield DateQuestion("How many days is the sentence?", "Without its length there is no end.", COURT)
    if case.sentenced_on is None:
        yield DateQuestion("On what day was the sentence imposed?", "The term is counted from there.", COURT)
    if case.sentenced_on and case.custody and case.serving_from is None and not _runs_up_to(case, case.sentenced_on):
        why = f"The custody given does not end on the day of sentence, {case.sentenced_on.isoformat()}."
        yield DateQuestion("On which days has the person served the term?", why, JAIL)


def _runs_up_to(case: ReleaseCase, sentenced_on: date) -> bool:
    intervals = (*case.custody, *(stay.interval for stay in case.held_in))
    return max(interval.last for interval in intervals) == sentenced_on


def _served_out(case: ReleaseCase, days: int, counts: Mapping[Rate, int], law: Law) -> Out:
    served = _first_day(case, days, counts, law, case.program_credits)
    if served is None:
        why = "The rate of conduct credit for the days after sentence was not settled by what was read."
        return Out(
            questions=(DateQuestion("At what rate do the days after sentence earn conduct credit?", why, COURT),)
        )
    return Out(_brought_forward(case, served), served)


def _brought_forward(case: ReleaseCase, served: Served | None) -> date | None:
    if served is None or not case.accelerated_days:
        return served.day if served else None
    return max(case.sentenced_on or served.day, served.day - timedelta(days=case.accelerated_days))


def _first_day(
    case: ReleaseCase, days: int, before: Mapping[Rate, int], law: Law, awards: tuple[Award, ...]
) -> Served | None:
    """The first day on which served, conduct and other days reach the term; the day itself counts as served.

    A day at a time while the rate or the other credit may still change, and the rest at once.
    """
    needed = (case.sentence.custody_days if case.sentence else None) or 0
    counts, served, day = dict(before), days, case.sentenced_on or date.min
    begins, settled = case.serving_from or day + _ONE, _settled(case, awards)
    while True:
        extra, other = _worked(case, day), case.other_credits_days + _awarded(awards, day)
        conduct = law.earned(counts, extra)
        if served + conduct + other >= needed:
            return Served(day, served, conduct, other)
        following = max(day + _ONE, begins)
        rate = law.rate(following)
        if rate is None:
            return None
        more = 1 if day < settled else law.days_until(needed - served - other, counts, rate, extra)
        day = following + timedelta(days=more - 1)
        counts[rate] = counts.get(rate, 0) + more
        served += more


def _settled(case: ReleaseCase, awards: tuple[Award, ...]) -> date:
    """The first day after which neither the rate nor the other credit changes."""
    if not awards and not case.work_credits:
        return CHANGE_DAYS[-1]
    ends = (stay.interval.last for stay in case.work_credits)
    return max(CHANGE_DAYS[-1], *(award.on for award in awards), *ends)


def _worked(case: ReleaseCase, until: date) -> int:
    """Days of credit that work and training give beyond a day for a day, up to and with a day."""
    if not case.work_credits:
        return 0
    return sum(given for _, given in _worked_by_section(case, until).values())


def _worked_by_section(case: ReleaseCase, until: date) -> dict[str, tuple[int, int]]:
    """For each section the days worked and the credit they give: half a day a day (4019.1), or a day (4019.2)."""
    days = dict.fromkeys((stay.section for stay in case.work_credits), 0)
    for stay in case.work_credits:
        days[stay.section] += max(0, (min(stay.interval.last, until) - stay.interval.first).days + 1)
    return {section: (worked, worked // (2 if section == "4019.1" else 1)) for section, worked in days.items()}


def _awarded(awards: tuple[Award, ...], day: date) -> int:
    return sum(award.days for award in awards if award.on <= day) if awards else 0


def _no_date(case: ReleaseCase) -> Iterator[Step]:
    kind = case.sentence.kind if case.sentence else None
    if kind in NO_DATE:
        yield NO_DATE[kind]
    elif case.with_prison:
        yield SERVED_IN_PRISON


def _release_steps(case: ReleaseCase, out: Out) -> Iterator[Step]:
    sentence, served = case.sentence, out.served
    yield from _no_date(case)
    if sentence is None or served is None or out.day is None:
        return
    if sentence.supervision_days:
        does = f"Of {sentence.days} days the last {sentence.supervision_days} are mandatory supervision; the rest is custody."
        yield Step(does, sentence.custody_days, SPLIT)
    else:
        yield Step("The term.", sentence.days)
    for section, (worked, given) in _worked_by_section(case, served.day).items():
        yield Step(
            f"{given} of the conduct credit for {worked} days of work or training ({section}).", given, WORKED[section]
        )
    sums = f"{served.actual} served, {served.conduct} conduct, {served.other} other: {served.total} of {sentence.custody_days} days"
    if served.day == case.sentenced_on:
        yield Step(f"Time served on the day of sentence, {served.day.isoformat()}: {sums}.", served.total, TIME_SERVED)
    else:
        yield Step(f"The term is served on {served.day.isoformat()}: {sums}.", served.total, DISCHARGE)
    if case.accelerated_days:
        yield Step(f"Brought forward to {out.day.isoformat()} by order.", -(served.day - out.day).days, ACCELERATED)


def _supervision_end(sentence: Sentence | None, served: Served | None) -> date | None:
    """Credit beyond the custody part shortens the supervision; after that a day is a day."""
    if sentence is None or served is None or not sentence.supervision_days:
        return None
    left = sentence.supervision_days - (served.total - (sentence.custody_days or 0))
    return served.day + timedelta(days=max(0, left))


def _changes(case: ReleaseCase, stand: Stand) -> Iterator[DateChange]:
    """The same custody with one thing otherwise; only what moves the date is told."""
    law, counts, days, out = stand.found.law, stand.conduct.counts, stand.custody.days, stand.out.day
    if out is None or law is None or counts is None or days is None or case.sentenced_on is None:
        return
    lost = _first_day(case, days, counts, law.without_credit(), case.program_credits)
    if (day := _brought_forward(case, lost)) != out:
        yield DateChange(ALL_LOST, day)
    if not case.program_credits:
        awarded = _first_day(case, days, counts, law, (Award(case.sentenced_on, PROGRAM_CAP_DAYS),))
        yield DateChange("six weeks of program credit (4019.4) were awarded", _brought_forward(case, awarded))
