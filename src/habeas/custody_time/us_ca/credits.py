"""Days in custody and the credit they earn: each function returns the days together with the steps that led there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from habeas.custody_time.answer import CreditSource, DateQuestion, Step
from habeas.custody_time.case import JAIL_KINDS, MOST_DAYS, CustodyInterval, ReleaseCase, Stay
from habeas.custody_time.us_ca.rules import (
    ACTUAL,
    ALTERNATIVE,
    BETTER_RATES_OF_2010,
    CHANGE_DAYS,
    ELSEWHERE,
    FLASH,
    HOME_BEFORE,
    HOSPITAL,
    LIKE_JAIL,
    LOST,
    MURDER,
    SHORT,
    TWO_FOR_TWO,
    VIOLENT,
    Rate,
    rate_of,
)

COURT, JAIL, COUNSEL = "the court's record", "the jail's booking record", "county counsel"
VIOLENT_HUNDREDTHS = 15
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CustodyRule:
    """What days under a section earn: conduct credit, none, or what the text does not say (None), from the day it was read for."""

    source: CreditSource
    earns: bool | None


HELD = {
    "1170.06": CustodyRule(ALTERNATIVE, True),
    "1203.016": CustodyRule(LIKE_JAIL, True),
    "1203.018": CustodyRule(HOME_BEFORE, None),
    "3000.08": CustodyRule(FLASH, False),
    "3454": CustodyRule(FLASH, False),
    "4019(a)(8)": CustodyRule(HOSPITAL, True),
    "4024.2": CustodyRule(LIKE_JAIL, True),
}
"""Every section of `HELD_SECTIONS`."""


@dataclass(frozen=True, slots=True)
class Custody:
    """Days in custody up to and with the day of sentence. `spans` is None where only their number is known.

    `given` is how many days stand here, known or not counted yet; `earning` the spans that earn conduct credit; `here` the spans in this
    county; `there` the days another county adds.
    """

    days: int | None
    spans: tuple[CustodyInterval, ...] | None
    given: int | None = None
    earning: tuple[CustodyInterval, ...] = ()
    here: tuple[CustodyInterval, ...] = ()
    there: int | None = None
    questions: tuple[DateQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Law:
    """How custody earns conduct credit in one case: the rate of each day, the cap for a violent felony, none for murder, what is lost."""

    offense_on: date
    prison: bool
    excluded: bool
    capped: bool
    none: bool
    lost: int

    def rate(self, day: date) -> Rate | None:
        """The rate `day` earns at; None where the law that was read leaves it open. Where nothing is earned any rate will do."""
        return TWO_FOR_TWO if self.none else rate_of(self.offense_on, day, prison=self.prison, excluded=self.excluded)

    def earned(self, counts: Mapping[Rate, int], extra: int = 0) -> int:
        """Days of conduct credit for so many days at each rate, with the `extra` days of work and training (4019.1, 4019.2)."""
        if self.none:
            return 0
        whole = sum(rate.days(days) for rate, days in counts.items())
        cap = sum(counts.values()) * VIOLENT_HUNDREDTHS // 100 if self.capped else whole
        return max(0, min(whole, cap) + extra - self.lost)

    def without_credit(self) -> Law:
        """The same law where all conduct credit is lost."""
        return Law(self.offense_on, self.prison, self.excluded, self.capped, self.none, MOST_DAYS)

    def days_until(self, wanted: int, counts: Mapping[Rate, int], rate: Rate, extra: int = 0) -> int:
        """The least further days, all at `rate`, that together with all conduct credit come to `wanted` days."""
        if self.none:
            return wanted
        at, fixed, elsewhere = counts.get(rate, 0), extra, 0
        for other, days in counts.items():
            if other is not rate:
                fixed, elsewhere = fixed + other.days(days), elsewhere + days
        return _least(wanted, rate, at, fixed, elsewhere, self.lost, self.capped)


@lru_cache(maxsize=1 << 16)
def _least(wanted: int, rate: Rate, at: int, fixed: int, elsewhere: int, lost: int, capped: bool) -> int:
    """Numbers alone, so that people with terms alike are worked out once. No day makes the sum smaller."""

    def reached(more: int) -> int:
        whole = fixed + rate.days(at + more)
        cap = (at + elsewhere + more) * VIOLENT_HUNDREDTHS // 100 if capped else whole
        return more + max(0, min(whole, cap) - lost)

    return bisect_left(range(wanted + 1), wanted, key=reached)


@dataclass(frozen=True, slots=True)
class LawFound:
    """The law of a case, or None with the questions that keep it from being known. `assumes` is said beside every number it gives."""

    law: Law | None
    questions: tuple[DateQuestion, ...] = ()
    assumes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conduct:
    """Conduct credit for the days up to sentence, and how many days stand at each rate (None: not known)."""

    days: int | None
    counts: Mapping[Rate, int] | None = None
    questions: tuple[DateQuestion, ...] = ()
    assumes: tuple[str, ...] = ()


def custody_of(case: ReleaseCase) -> Custody:
    """Count the days in custody up to and with the day of sentence: each calendar day once, in whatever order the intervals stand."""
    asked = tuple(_elsewhere_asked(case)) if case.other_county else ()
    elsewhere = [each.interval for each in case.other_county if each.attributable]
    held = [stay.interval for stay in case.held_in]
    if not case.custody and not elsewhere and not held:
        return _counted(case, asked)
    end = case.sentenced_on or date.max
    here = _merged((*case.custody, *held), end)
    spans = _merged((*case.custody, *held, *elsewhere), end) if elsewhere else here
    days, earning = _length(spans), tuple(_earning(spans, case.held_in)) if held else spans
    return Custody(
        None if asked else days, spans, days, earning, here, days - _length(here) if elsewhere else None, asked
    )


def _merged(intervals: Iterable[CustodyInterval], end: date) -> tuple[CustodyInterval, ...]:
    """The same days up to `end` as intervals in order, none touching another: a day in two of them stands once."""
    made: list[CustodyInterval] = []
    for each in sorted(intervals, key=_first):
        last = min(each.last, end)
        if made and (each.first - made[-1].last).days <= 1:
            if last > made[-1].last:
                made[-1] = CustodyInterval(made[-1].first, last)
        elif each.first <= last:
            made.append(each if last == each.last else CustodyInterval(each.first, last))
    return tuple(made)


def _earning(spans: Iterable[CustodyInterval], held: Iterable[Stay]) -> Iterator[CustodyInterval]:
    """The spans without the days that earn no conduct credit."""
    none = _merged((stay.interval for stay in held if HELD[stay.section].earns is False), date.max)
    for span in spans:
        first = span.first
        for each in none:
            if first <= each.last and each.first <= span.last:
                if first < each.first:
                    yield CustodyInterval(first, each.first - _ONE)
                first = each.last + _ONE
        if first <= span.last:
            yield CustodyInterval(first, span.last)


def _first(interval: CustodyInterval) -> date:
    return interval.first


def _length(spans: Iterable[CustodyInterval]) -> int:
    return sum((each.last - each.first).days + 1 for each in spans)


def held_steps(case: ReleaseCase) -> Iterator[Step]:
    """The days up to the sentence that were not, or not only, days in a jail, in words."""
    for stay in case.held_in:
        days = _length(_merged((stay.interval,), case.sentenced_on or date.max))
        earns = "earn no conduct credit" if HELD[stay.section].earns is False else "count as days in jail"
        yield Step(
            f"{days} of these days were under Penal Code {stay.section}; they {earns}.", days, HELD[stay.section].source
        )


def custody_steps(custody: Custody) -> Iterator[Step]:
    """How the days in custody were counted, in words."""
    if custody.spans is None:
        if custody.given is not None:
            yield Step("Days in custody as the case gives them; their dates are not given.", custody.given, ACTUAL)
        return
    if custody.here:
        span = f"from {custody.here[0].first.isoformat()} to {custody.here[-1].last.isoformat()}"
        does = f"Days in custody {span}, each calendar day or part of one counted once."
        yield Step(does, _length(custody.here), ACTUAL)
    else:
        yield Step("No days in this county's custody up to the sentence.", 0, ACTUAL)
    if custody.there is not None:
        does = "Days in another county's custody for this case, beyond days already counted."
        yield Step(does, custody.there, ELSEWHERE)


def _counted(case: ReleaseCase, asked: tuple[DateQuestion, ...]) -> Custody:
    if case.actual_days is None:
        ask = DateQuestion("On which days was the person in custody for this case?", "No custody is given.", JAIL)
        return Custody(None, None, questions=(*asked, ask))
    return Custody(None if asked else case.actual_days, None, case.actual_days, questions=asked)


def _elsewhere_asked(case: ReleaseCase) -> Iterable[DateQuestion]:
    for each in case.other_county:
        if each.attributable is None:
            where = f"in {each.county}" if each.county else "in the other county"
            yield DateQuestion(
                f"Was the custody {where} from {each.interval.first.isoformat()} caused by this case?",
                "Only custody attributable to the conduct sentenced here counts (Penal Code 2900.5(b)).",
                COURT,
            )


def law_of(case: ReleaseCase) -> LawFound:
    """Find the law of credits of one case, or the questions that must be answered first."""
    asked = tuple(_asked(case))
    if asked or case.offense_on is None:
        return LawFound(None, asked)
    none = case.murder is True and case.offense_on >= (MURDER.since or date.min)
    violent = (case.violent is True or case.murder is True) and case.offense_on >= (VIOLENT.since or date.min)
    prison = case.sentence is not None and case.sentence.kind == "state_prison"
    law = Law(case.offense_on, prison, _excluded(case) is True, violent and not none, none, case.credit_lost_days)
    return LawFound(law, tuple(_short(case, law)))


def _excluded(case: ReleaseCase) -> bool | None:
    """Whether the person is shut out of the better rates of 2010; None where one of the three facts is missing and none is true."""
    facts = {case.serious, case.registrant, case.serious_or_violent_prior}
    return True if True in facts else None if None in facts else False


def _asked(case: ReleaseCase) -> Iterable[DateQuestion]:
    if case.offense_on is None:
        yield DateQuestion(
            "On what day was the offense?", "The day of the offense picks the law of conduct credit.", COURT
        )
    if case.violent is None and case.murder is not True:
        why = "Conduct credit is capped at 15 percent for a violent felony (Penal Code 2933.1(c))."
        yield DateQuestion("Is the conviction of a violent felony (Penal Code 667.5(c))?", why, COURT)
    if case.violent is True and case.murder is None:
        yield DateQuestion(
            "Is the conviction of murder?", "Murder earns no conduct credit (Penal Code 2933.2(c)).", COURT
        )
    if case.violent is True and case.murder is not True and case.sentence and case.sentence.kind in JAIL_KINDS:
        why = (
            "Whether the 15 percent of 2933.1(c) governs a term served in jail is not settled; "
            "People v. Daniels (2003) 106 Cal.App.4th 736 speaks of a later prison term."
        )
        yield DateQuestion("At what rate does a violent felony earn conduct credit on this jail term?", why, COUNSEL)
    if case.held_in and case.murder is not True:
        yield from _held_asked(case)


def _held_asked(case: ReleaseCase) -> Iterator[DateQuestion]:
    for stay in case.held_in:
        held = HELD[stay.section]
        if held.earns is None or (held.source.since is not None and stay.interval.first < held.source.since):
            yield DateQuestion(
                f"What conduct credit do the days from {stay.interval.first.isoformat()} under Penal Code {stay.section} earn?",
                f"The text that was read does not say ({held.source.citation}).",
                COURT,
            )


def _short(case: ReleaseCase, law: Law) -> Iterable[DateQuestion]:
    sentence = case.sentence
    if sentence is None or sentence.days is None or sentence.kind not in JAIL_KINDS or law.none:
        return
    rate = law.rate(case.sentenced_on or law.offense_on)
    if rate is not None and sentence.days < rate.minimum:
        why = (
            f"Conduct credit is for commitments of {rate.minimum} days or more ({SHORT.citation}); "
            "how a shorter one is counted with days before sentence is open."
        )
        yield DateQuestion(f"Does a commitment of {sentence.days} days earn conduct credit?", why, COUNSEL)


def conduct_of(case: ReleaseCase, custody: Custody, found: LawFound) -> Conduct:
    """Work out conduct credit for the days up to sentence."""
    law = found.law
    if law is None or found.questions or custody.days is None:
        return Conduct(None, questions=found.questions)
    counts = _counts(law, custody, case)
    if isinstance(counts, DateQuestion):
        return Conduct(None, questions=(counts,))
    asked, assumes = _assumed(case, counts)
    return Conduct(law.earned(counts), counts, asked, assumes)


def _counts(law: Law, custody: Custody, case: ReleaseCase) -> dict[Rate, int] | DateQuestion:
    found: dict[Rate | None, int] = {}
    if custody.spans is None:
        rates = {law.rate(day) for day in _span(law.offense_on, case.sentenced_on)}
        if len(rates) > 1:
            why = "The rate of conduct credit changed between the offense and the sentence."
            return DateQuestion("On which days was the person in custody?", why, JAIL)
        found[rates.pop()] = custody.days or 0
    for first, days in _stretches(custody.earning):
        rate = law.rate(first)
        found[rate] = found.get(rate, 0) + days
    if None in found:
        why = "For an offense before 25 January 2010 the rate of custody after 27 September 2010 was not settled by what was read."
        return DateQuestion("At what rate did the custody after 27 September 2010 earn conduct credit?", why, COUNSEL)
    return {rate: days for rate, days in found.items() if rate is not None}


def _stretches(spans: Iterable[CustodyInterval]) -> Iterator[tuple[date, int]]:
    """The spans cut where the rate of an older offense may change: each with its first day and its length."""
    for span in spans:
        cuts = [day for day in CHANGE_DAYS if span.first < day <= span.last]
        for first, after in zip((span.first, *cuts), (*cuts, span.last + _ONE), strict=True):
            yield first, (after - first).days


def _span(first: date, last: date | None) -> set[date]:
    """The days on which the rate can differ between offense and sentence; without a day of sentence, the offense's own."""
    end = max(first, last or first)
    return {first, end} | {day for day in CHANGE_DAYS if first <= day <= end}


def conduct_steps(law: Law | None, conduct: Conduct) -> Iterator[Step]:
    """How conduct credit was counted, in words; nothing where it is not known."""
    counts = conduct.counts
    if law is None or counts is None:
        return
    if law.none:
        yield Step("No conduct credit: the conviction is of murder.", 0, MURDER)
        return
    for rate, days in sorted(counts.items(), key=lambda each: each[0].id):
        over = days % rate.per
        left = f"; {over} left over earn{'s' if over == 1 else ''} none" if over else ""
        yield Step(f"{days} days at {rate.gives} for every {rate.per}{left}.", rate.days(days), rate.source)
    if law.capped:
        total = sum(counts.values())
        yield Step(
            f"At most 15 percent of {total} actual days, rounded down.", total * VIOLENT_HUNDREDTHS // 100, VIOLENT
        )
    if law.lost:
        yield Step("Conduct credit not given, as the record shows.", -law.lost, LOST)


def _assumed(case: ReleaseCase, counts: Mapping[Rate, int]) -> tuple[tuple[DateQuestion, ...], tuple[str, ...]]:
    if _excluded(case) is not None or not any(rate in BETTER_RATES_OF_2010 for rate in counts):
        return (), ()
    ask = DateQuestion(
        "Is the felony serious, must the person register (290), or is there a serious or violent prior?",
        "Each of these bars the better rate of 2010 and gives two days for every four.",
        COURT,
    )
    return (ask,), ("No serious felony, no duty to register and no serious or violent prior: the case names none.",)
