"""From the weighed candidates to a verdict. The named step that a candidate reaches, what may be called `one`, and what may not."""

import math
from dataclasses import dataclass, replace

from habeas.matching.compare import NameEvidence
from habeas.matching.evidence import Evidence
from habeas.matching.names import core
from habeas.matching.query import Candidate, Known, Match, MatchVerdict, Query, Strength
from habeas.matching.second_look import all_but_one
from habeas.matching.words import ALSO, TOO_LITTLE, conflict_words, reason_words


@dataclass(frozen=True, slots=True)
class Weighed:
    """One person compared with the query."""

    person_id: str
    asked: Known
    held: Known
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class MatchLimits:
    """What is asked before a candidate may be called the one; bits above the doubt that the size of the list brings.

    Chosen on invented rosters at a third of the error allowed, never on the seed that is reported (docs/matching.md).
    """

    number: float = -4.0
    """Where a number and the name agree."""
    exact: float = 4.0
    """Where birth date, family and given name are the same."""
    alike: float = 7.0
    """Where a part of the name is written otherwise."""
    part: float = 8.0
    """Where one surname is left out."""
    part_alike: float = 10.0
    """The same, where the given name is written otherwise too."""
    second: float = 8.0
    """Where the family name is only the other record's second one, or stands in the middle-name box."""
    second_alike: float = 9.0
    """The same, where the given name is written otherwise too."""
    given: float = 3.5
    """What a given name written otherwise must be worth alone."""
    given_part: float = 4.5
    """The same, where one surname is left out as well."""
    lead: float = 14.0
    """Over somebody with whom nothing disagrees."""
    lead_conflict: float = 12.9
    """Over somebody with whom something disagrees, as a namesake born on a day much like it."""
    lead_middle: float = 9.0
    """Over somebody whose middle name is another, where the paper's is the first one's."""
    shown: float = -4.0
    near_top: float = 14.0


LIMITS = MatchLimits()
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


def decide(query: Query, weighed: list[Weighed], doubt: float, limits: MatchLimits = LIMITS) -> Match:
    """Return the verdict and the candidates in order. Two who fit alike are both shown, in the order of their numbers."""
    order = _in_order(weighed)
    listed = _listed(order, doubt, limits)
    if not listed:
        return Match(MatchVerdict.NONE)
    alone = is_one(query, order, doubt, limits)
    verdict = MatchVerdict.ONE if alone else MatchVerdict.AMBIGUOUS
    found = _answer(verdict, listed[:1] if alone else listed, order, query, doubt)
    return found if alone or found.candidates[0].conflicts else _with_why(found)


def _with_why(found: Match) -> Match:
    """The answer with the reason why the first is not the one, where nothing disagrees: somebody else fits too, or it is too little."""
    first, *others = found.candidates
    why = ALSO if any(not each.conflicts for each in others) else TOO_LITTLE
    return replace(found, candidates=(replace(first, reasons=(*first.reasons, why)), *others))


def look_again(query: Query, weighed: list[Weighed], doubt: float) -> Match:
    """Where nobody was worth a look: those of whom all but one cell of the paper agrees, for a person to decide; never `one`."""
    order = [each for each in _in_order(weighed) if all_but_one(each.asked, each.held, each.evidence)]
    return (
        _answer(MatchVerdict.AMBIGUOUS, order[:MOST_SHOWN], order, query, doubt) if order else Match(MatchVerdict.NONE)
    )


def _in_order(weighed: list[Weighed]) -> list[Weighed]:
    return sorted(weighed, key=lambda each: (-each.evidence.bits, each.person_id))


def _answer(verdict: MatchVerdict, shown: list[Weighed], order: list[Weighed], query: Query, doubt: float) -> Match:
    pointed = any(each.evidence.numbers for each in order)
    return Match(verdict, tuple(_candidate(each, rank, query, pointed, doubt) for rank, each in enumerate(shown, 1)))


def is_one(query: Query, order: list[Weighed], doubt: float, limits: MatchLimits) -> bool:
    """Whether the first of the candidates may be called the one."""
    top = order[0].evidence
    pointed = [each for each in order if each.evidence.numbers]
    if query.unreadable or top.against or (pointed and (len(pointed) > 1 or pointed[0] is not order[0])):
        return False
    if top.bits - doubt - _crowded(order, doubt) < _least(top, limits):
        return False
    return not any(_rivals(top, each.evidence, limits) or _same_human(order[0], each) for each in order[1:])


def _crowded(order: list[Weighed], doubt: float) -> float:
    """Bits that the name is worth less than its parts, where others here bear it: family and given names go together."""
    name = order[0].evidence.name
    if name.bits <= 0:
        return 0.0
    namesakes = sum(_bears_the_name(each.evidence.name) for each in order[1:])
    return max(0.0, name.bits - doubt + math.log2(max(1.0, namesakes))) if namesakes > 1 else 0.0


def _bears_the_name(name: NameEvidence) -> bool:
    return name.family.says[:1] == name.given.says[:1] == ("same",)


def _same_human(top: Weighed, other: Weighed) -> bool:
    """Whether the roster may hold one human, or two of one name, under two person numbers born the same day."""
    if not top.held.born or top.held.born != other.held.born:
        return False
    if top.evidence.numbers and _two_humans(top.held, other.held):
        return False
    fits = not other.evidence.against and other.evidence.name.bits > 0
    return fits or (_same_on_record(top.held, other.held) and not _middle_tells(top.evidence, other.evidence))


def _two_humans(one: Known, other: Known) -> bool:
    """Whether the two records have numbers of a kind that belongs to one human alone, and they are not the same."""
    kinds = ("fbi_number", "state_id", "a_number")
    pairs = [(one.numbers.get(kind), other.numbers.get(kind)) for kind in kinds]
    both = [(mine, theirs) for mine, theirs in pairs if mine and theirs]
    return bool(both) and not any(set(mine) & set(theirs) for mine, theirs in both)


def _same_on_record(one: Known, other: Known) -> bool:
    """Whether two records share a family name and the given name."""
    return any(
        set(core(mine.family)) & set(core(theirs.family)) and mine.given[:1] == theirs.given[:1] != ()
        for mine in one.names
        for theirs in other.names
    )


def _middle_tells(top: Evidence, other: Evidence) -> bool:
    """Whether the paper gives a middle name that is the first one's and not the other's."""
    return top.name.middle.says[:1] == ("middle",) and "middle_differs" in other.against


def _least(top: Evidence, limits: MatchLimits) -> float:
    """The bits that are asked of a candidate with whom nothing disagrees; infinite where such a one is never called the one."""
    step = step_of(top)
    if step in {"number_name_date", "number_name", "number_date"}:
        return limits.number
    if step != "name_date" or not _given_well(top, limits) or not _family_well(top):
        return math.inf
    same = top.name.given.says[:1] == ("same",)
    if same and top.name.family.says == ("same",):
        return limits.exact
    if "part" not in top.name.family.says:
        return limits.alike
    exact, alike = (limits.second, limits.second_alike) if _second(top) else (limits.part, limits.part_alike)
    return exact if same else alike if top.name.given.bits >= limits.given_part else math.inf


def _second(top: Evidence) -> bool:
    """Whether the family name is the other record's second one, or stands in its middle-name box."""
    return bool({"elsewhere", "second_family"} & set(top.name.family.says))


def _given_well(top: Evidence, limits: MatchLimits) -> bool:
    """Whether the given name alone speaks for the person, so that no twin is taken for the other."""
    given = top.name.given
    if any(code.endswith("_slip") for code in top.says):
        return True
    if "given_initial" in given.says:
        return "middle_rare" in top.name.middle.says and top.name.family.says == ("same",)
    if {"given_second", "sound", "rough"} & set(given.says):
        return False
    return given.says[:1] == ("same",) or given.bits >= limits.given


def _family_well(top: Evidence) -> bool:
    """Whether the family name is near enough beside what else is loose: boxes swapped, or half of a double given name.

    Brothers and sisters often share that half, and two loose ends are no name.
    """
    family = set(top.name.family.says)
    if {"rough", "family_faint"} & family:
        return False
    if "spelling_far" in family and top.name.middle.says[:1] != ("middle",):
        return False
    if "given_more" in top.name.given.says and not family <= {"same", "spelling", "part", "second_family", "elsewhere"}:
        return False
    return "swapped" not in top.name.says or not {"sound", "elsewhere"} & family


def _rivals(top: Evidence, other: Evidence, limits: MatchLimits) -> bool:
    """Whether another person fits nearly as well, or was born that day under a name that fits too."""
    lead = top.bits - other.bits
    if not top.numbers and other.date == "same" and other.name.bits > 0 and not other.name.against:
        return True
    if _middle_tells(top, other):
        return lead < limits.lead_middle
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


def _listed(order: list[Weighed], doubt: float, limits: MatchLimits) -> list[Weighed]:
    """Those worth a clerk's look: near the first, and everybody to whom a number of the query belongs."""
    if not order:
        return []
    least = max(doubt + limits.shown, order[0].evidence.bits - limits.near_top)
    top = order[0].evidence
    if not top.against and top.name.bits > 0:
        # everything the paper gives agrees, little as it may be: that is never "nobody here"
        least = min(least, top.bits)
    near = [each for each in order if each.evidence.bits >= least or _named_alike(each.evidence)][:MOST_SHOWN]
    rest = [
        each for each in order if each not in near and (each.evidence.numbers or (near and _same_human(order[0], each)))
    ]
    return near + rest[:2]


def _named_alike(evidence: Evidence) -> bool:
    """Whether somebody bears the name and no date speaks against it, or the family name and birth date: never "nobody here"."""
    family, given = evidence.name.family.says, evidence.name.given.says
    if family[:1] == ("same",) and evidence.date == "same":
        return True
    written = {"same", "spelling", "nickname"}
    return (
        evidence.date == "missing"
        and not evidence.name.against
        and {*family, *given} <= written
        and bool(family and given)
    )


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
