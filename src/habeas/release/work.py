"""Work out one case: actual days, conduct credit, total, and the first day on which the term is served.

The date and its breakdown are made in one pass and kept in one object (`Answer`); nothing is explained afterwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from habeas.release.answer import Answer, Change, Question, Step
from habeas.release.case import MOST_DAYS, Award, ReleaseCase, Sentence
from habeas.release.checks import refusals, warnings
from habeas.release.credits import COURT, JAIL, Conduct, Custody, Law, conduct_of, custody_of, law_of
from habeas.release.rules import (
    ACCELERATED,
    CHANGE_DAYS,
    DISCHARGE,
    JAIL_KINDS,
    PRISON,
    PROGRAM,
    PROGRAM_CAP_DAYS,
    SPLIT,
    TIME_SERVED,
)

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
    """The release of one term: the day, how it was reached, and what keeps it from being known."""

    day: date | None = None
    steps: tuple[Step, ...] = ()
    questions: tuple[Question, ...] = ()
    supervision_ends_on: date | None = None


def work_out_term(case: ReleaseCase, *, changes: bool = True) -> Answer:
    """Work out one term. Refusals stop it; questions leave null only what hangs on them. `changes`: also what would move the date."""
    answer = _term(case)
    return replace(answer, would_change=tuple(_changes(case, answer))) if changes else answer


def _term(case: ReleaseCase) -> Answer:
    said, custody = refusals(case), custody_of(case)
    if said:
        return Answer(case.id, custody.days, steps=custody.steps, refusals=said, warnings=warnings(case))
    found = law_of(case)
    conduct = conduct_of(case, custody, found)
    total, steps = _total(case, custody, conduct)
    out = _out(case, custody, conduct, found.law)
    return Answer(
        case.id,
        custody.days,
        conduct.days,
        total,
        out.day,
        (*custody.steps, *conduct.steps, *steps, *out.steps),
        (*custody.questions, *conduct.questions, *out.questions),
        warnings=warnings(case),
        assumes=(*conduct.assumes, *_assumes(case, out)),
        supervision_ends_on=out.supervision_ends_on,
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
        steps.append(Step("Credit for programme milestones before sentence.", programs, PROGRAM))
    if custody.days is None or conduct.days is None:
        return None, tuple(steps)
    total = custody.days + conduct.days + case.other_credits_days + programs
    return total, (*steps, Step("Credit in all up to and with the day of sentence.", total))


def _out(case: ReleaseCase, custody: Custody, conduct: Conduct, law: Law | None) -> Out:
    sentence = case.sentence
    if sentence is None:
        return Out()
    if sentence.kind == "state_prison":
        return Out(steps=(Step("No release date here: a state prison term is the prison's sum.", None, PRISON),))
    if sentence.kind == "fine":
        return Out(steps=(Step("No release date: the sentence is a fine.", None),))
    asked = tuple(_asked(case, sentence, custody))
    if asked or law is None or conduct.counts is None or custody.days is None or case.sentenced_on is None:
        return Out(questions=asked)
    return _served_out(case, sentence, custody.days, conduct, law)


def _asked(case: ReleaseCase, sentence: Sentence, custody: Custody) -> Iterator[Question]:
    if sentence.kind is None:
        yield Question(
            "What kind of sentence is it?", "Jail and prison terms are worked out by different people.", COURT
        )
    if sentence.days is None:
        yield Question("How many days is the sentence?", "Without its length there is no end.", COURT)
    if case.sentenced_on is None:
        yield Question("On what day was the sentence imposed?", "The term is counted from there.", COURT)
    if case.sentenced_on and case.custody and case.serving_from is None and not _runs_up_to(case, case.sentenced_on):
        why = f"The custody given does not end on the day of sentence, {case.sentenced_on.isoformat()}."
        yield Question("On which days has the person served the term?", why, JAIL)


def _runs_up_to(case: ReleaseCase, sentenced_on: date) -> bool:
    return max(interval.last for interval in case.custody) == sentenced_on


def _served_out(case: ReleaseCase, sentence: Sentence, days: int, conduct: Conduct, law: Law) -> Out:
    needed = sentence.custody_days or 0
    served = _first_day(case, days, conduct, law, needed)
    if served is None:
        why = "The rate of conduct credit for the days after sentence was not settled by what was read."
        return Out(questions=(Question("At what rate do the days after sentence earn conduct credit?", why, COURT),))
    day = max(case.sentenced_on or served.day, served.day - timedelta(days=case.accelerated_days))
    steps = tuple(_release_steps(case, sentence, served, day))
    return Out(day, steps, (), _supervision_end(sentence, served))


def _first_day(case: ReleaseCase, days: int, conduct: Conduct, law: Law, needed: int) -> Served | None:
    """The first day on which served, conduct and other days reach the term; the day itself counts as served."""
    counts, served, day = Counter(conduct.counts or {}), days, case.sentenced_on or date.min
    begins = case.serving_from or day + timedelta(days=1)
    while True:
        stands = Served(day, served, law.earned(counts), case.other_credits_days + _awarded(case.program_credits, day))
        if stands.total >= needed:
            return stands
        more = _safe_jump(case, day, needed - stands.total)
        day = max(day + timedelta(days=1), begins) + timedelta(days=more - 1)
        rate = law.rate(day)
        if rate is None:
            return None
        counts[rate] += more
        served += more


def _safe_jump(case: ReleaseCase, day: date, gap: int) -> int:
    """How many days may be added at once without passing the day sought: no rate gives more than a day for a day and one over."""
    changes = day < CHANGE_DAYS[-1] or any(award.on > day for award in case.program_credits)
    return 1 if changes else max(1, (gap - 2) // 2)


def _awarded(awards: tuple[Award, ...], day: date) -> int:
    return sum(award.days for award in awards if award.on <= day)


def _release_steps(case: ReleaseCase, sentence: Sentence, served: Served, day: date) -> Iterator[Step]:
    if sentence.supervision_days:
        yield Step(
            f"Of {sentence.days} days the last {sentence.supervision_days} are mandatory supervision; the rest is custody.",
            sentence.custody_days,
            SPLIT,
        )
    else:
        yield Step("The term.", sentence.days)
    sums = f"{served.actual} served, {served.conduct} conduct, {served.other} other: {served.total} of {sentence.custody_days} days"
    if served.day == case.sentenced_on:
        yield Step(f"Time served on the day of sentence, {served.day.isoformat()}: {sums}.", served.total, TIME_SERVED)
    else:
        yield Step(f"The term is served on {served.day.isoformat()}: {sums}.", served.total, DISCHARGE)
    if case.accelerated_days:
        yield Step(f"Brought forward to {day.isoformat()} by order.", -(served.day - day).days, ACCELERATED)


def _supervision_end(sentence: Sentence, served: Served) -> date | None:
    """Credit beyond the custody part shortens the supervision; after that a day is a day."""
    if not sentence.supervision_days:
        return None
    left = sentence.supervision_days - (served.total - (sentence.custody_days or 0))
    return served.day + timedelta(days=max(0, left))


def _changes(case: ReleaseCase, answer: Answer) -> Iterator[Change]:
    """The same case with one thing otherwise, worked out whole; only what moves the date is told."""
    if (
        answer.release_on is None
        or case.sentence is None
        or case.sentence.kind not in JAIL_KINDS
        or case.sentenced_on is None
    ):
        return
    lost = _term(replace(case, credit_lost_days=MOST_DAYS)).release_on
    if lost != answer.release_on:
        yield Change("all conduct credit were lost", lost)
    if not case.program_credits:
        awarded = replace(case, program_credits=(Award(case.sentenced_on, PROGRAM_CAP_DAYS),))
        yield Change("six weeks of programme credit (4019.4) were awarded", _term(awarded).release_on)
