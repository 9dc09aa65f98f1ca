"""From the weighed candidates to a verdict. The named step that a candidate reaches, what may be called `one`, and what may not."""

import math
from dataclasses import dataclass

from habeas.matching.evidence import Evidence
from habeas.matching.query import Candidate, Known, Match, Query, Strength, Verdict
from habeas.matching.words import conflict_words, reason_words


@dataclass(frozen=True, slots=True)
class Weighed:
    """One person compared with the query."""

    person_id: str
    asked: Known
    held: Known
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Limits:
    """What is asked before a candidate may be called the one; bits above the doubt that the size of the list brings.

    Chosen on invented rosters at a third of the error allowed, never on the seed that is reported (docs/matching.md).
    """

    number: float = -4.0
    """Where a number and the name agree."""
    exact: float = 0.0
    """Where birth date, family and given name are the same."""
    alike: float = 8.0
    """Where a part of the name is written otherwise."""
    part: float = 10.5
    """Where one surname is left out."""
    given: float = 3.5
    """What a given name written otherwise must be worth alone."""
    given_part: float = 4.5
    """The same, where one surname is left out as well."""
    lead: float = 14.0
    """Over somebody with whom nothing disagrees."""
    lead_conflict: float = 12.9
    """Over somebody with whom something disagrees, as a namesake born on a day much like it."""
    shown: float = -4.0
    near_top: float = 14.0


LIMITS = Limits()
MOST_SHOWN = 5

STEPS = {
    "number_name_date": "a number, the name and the birth date agree",
    "number_date": "a number and the birth date agree, no name to compare",
    "number_name": "a number and the name agree, no birth date to compare",
    "name_date": "the name and the birth date agree",
    "number_conflict": "a number agrees and something else disagrees",
    "name": "the name agrees, no birth date to compare",
    "part": "some of it agrees",
}
"""The steps of the ladder, the surest first, each in the words that are reported."""


def decide(query: Query, weighed: list[Weighed], doubt: float, limits: Limits = LIMITS) -> Match:
    """Return the verdict and the candidates in order. Two who fit alike are both shown, in the order of their numbers."""
    order = sorted(weighed, key=lambda each: (-each.evidence.bits, each.person_id))
    listed = _listed(order, doubt, limits)
    if not listed:
        return Match(Verdict.NONE)
    alone = is_one(query, order, doubt, limits)
    verdict = Verdict.ONE if alone else Verdict.AMBIGUOUS
    shown = listed[:1] if alone else listed
    pointed = any(each.evidence.numbers for each in order)
    return Match(verdict, tuple(_candidate(each, rank, query, pointed, doubt) for rank, each in enumerate(shown, 1)))


def is_one(query: Query, order: list[Weighed], doubt: float, limits: Limits) -> bool:
    """Whether the first of the candidates may be called the one."""
    top = order[0].evidence
    pointed = [each for each in order if each.evidence.numbers]
    if query.unreadable or top.against or (pointed and (len(pointed) > 1 or pointed[0] is not order[0])):
        return False
    if top.bits - doubt < _least(top, limits):
        return False
    return not any(_rivals(top, each.evidence, limits) or _same_human(order[0], each) for each in order[1:])


def _same_human(top: Weighed, other: Weighed) -> bool:
    """Whether the roster may hold one human under two person numbers: the other record has the same birth date and a name that fits."""
    same_day = bool(top.held.born) and top.held.born == other.held.born
    return same_day and not other.evidence.against and other.evidence.name.bits > 0


def _least(top: Evidence, limits: Limits) -> float:
    """The bits that are asked of a candidate with whom nothing disagrees; infinite where such a one is never called the one."""
    step = step_of(top)
    if step in {"number_name_date", "number_name", "number_date"}:
        return limits.number
    if step != "name_date" or not _given_well(top, limits):
        return math.inf
    family, given = top.name.family.says, top.name.given
    if {"elsewhere", "second_family"} & set(family):
        return math.inf
    if "part" in family:
        return limits.part if given.says == ("same",) or given.bits >= limits.given_part else math.inf
    exact = top.name.family.says == top.name.given.says == ("same",)
    return limits.exact if exact else limits.alike


def _given_well(top: Evidence, limits: Limits) -> bool:
    """Whether the given name alone speaks for the person, so that no twin is taken for the other."""
    given = top.name.given
    if any(code.endswith("_slip") for code in top.says):
        return True
    if {"given_initial", "given_second"} & set(given.says):
        return False
    return given.says == ("same",) or given.bits >= limits.given


def _rivals(top: Evidence, other: Evidence, limits: Limits) -> bool:
    """Whether another person fits nearly as well, or was born that day under a name that fits too."""
    lead = top.bits - other.bits
    if not top.numbers and other.date == "same" and other.name.bits > 0 and not other.name.against:
        return True
    return lead < (limits.lead_conflict if other.against else limits.lead)


def step_of(evidence: Evidence) -> str:
    """The step of the ladder a candidate reaches."""
    missing = {"family_missing", "given_missing"} & {*evidence.name.family.says, *evidence.name.given.says}
    named = evidence.name.bits > 0 and not missing
    if evidence.numbers and evidence.against:
        return "number_conflict"
    if evidence.numbers and named:
        return "number_name_date" if evidence.date == "same" else "number_name"
    if evidence.numbers and evidence.date == "same" and missing >= {"family_missing", "given_missing"}:
        return "number_date"
    if named and evidence.date in {"same", "missing"} and not evidence.against:
        return "name_date" if evidence.date == "same" else "name"
    return "part"


def _listed(order: list[Weighed], doubt: float, limits: Limits) -> list[Weighed]:
    """Those worth a clerk's look: near the first, and everybody to whom a number of the query belongs."""
    if not order:
        return []
    least = max(doubt + limits.shown, order[0].evidence.bits - limits.near_top)
    top = order[0].evidence
    if not top.against and top.name.bits > 0:
        # everything the paper gives agrees, little as it may be: that is never "nobody here"
        least = min(least, top.bits)
    near = [each for each in order if each.evidence.bits >= least][:MOST_SHOWN]
    rest = [each for each in order if each not in near and (each.evidence.numbers or _same_human(order[0], each))]
    return near + rest[:2]


def _strength(evidence: Evidence, step: str, doubt: float) -> Strength:
    if evidence.numbers and not evidence.against:
        return Strength.IDENTIFIER
    if step == "name_date" and evidence.bits - doubt >= LIMITS.exact:
        return Strength.STRONG
    return Strength.POSSIBLE if evidence.bits - doubt > 0 else Strength.WEAK


def _candidate(each: Weighed, rank: int, query: Query, pointed: bool, doubt: float) -> Candidate:
    evidence = each.evidence
    step = step_of(evidence)
    return Candidate(
        each.person_id,
        rank,
        _strength(evidence, step, doubt),
        STEPS[step],
        reason_words(each.evidence),
        conflict_words(each.evidence, each.asked, each.held, pointed and not evidence.numbers, query.unreadable),
    )
