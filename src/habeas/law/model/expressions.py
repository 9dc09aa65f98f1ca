"""Conditions of law as a tree of data: frozen, checked when built, true, false or unknown when evaluated.

Written with operators that read like the statute: `convicted & (serious | violent)`, `~public`,
`charge.disposed_on.within(15, "years")`. The tree itself decides nothing: `habeas.law.engine.evaluate` gives it its meaning,
`habeas.law.engine.trace` its reasons, `habeas.law.model.encode` its canonical JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from habeas.law.model.facts import FACTS, PERSON_ENTITIES, Fact, FactKind

CLASS_WORDS: dict[str, str] = {
    "serious": "a serious felony",
    "violent": "a violent felony",
    "state_prison_felony": "a felony punishable in state prison",
    "county_jail_1170h_felony": "a felony served in county jail",
    "grade_felony": "a felony",
    "grade_misdemeanor": "a misdemeanor",
    "wobbler": "punishable as a misdemeanor or a felony",
    "straight_misdemeanor": "only ever a misdemeanor",
    "listed_7282_5_a3": "of a kind listed in Gov. Code 7282.5(a)(3)",
    "prop47_misdemeanor": "a misdemeanor that Proposition 47 made so",
    "registrable": "an offense that requires registration",
    "aggravated_felony_a_to_p": "a federal crime within 8 USC 1101(a)(43)(A)-(P)",
    "dui": "driving under the influence",
    "indictable": "an indictable crime",
    "listed": "an offense on the list of this law",
    "nc_162_62_2010": "a felony or an impaired driving offense, as G.S. 162-62(a) had it to November 2024",
    "nc_162_62_2024": "on the list of G.S. 162-62(a) as of December 2024",
    "nc_162_62_2025": "on the list of G.S. 162-62(a) as of October 2025",
    "nj_violent_or_serious": "a violent or serious offense of the directive's Appendix A",
    "ct_class_a_or_b_felony": "a class A or B felony of Connecticut, or the like of one",
    "ct_added_in_2025": "one of the thirteen crimes that P.A. 25-29 added to Conn. Gen. Stat. 54-192h",
    "dc_dangerous_or_violent": "a dangerous crime or a crime of violence of D.C. Code 23-1331(3)-(4)",
    "nyc_violent_or_serious": "a violent or serious crime of Admin. Code 9-131(a)(7)",
    "orleans_2013_excepted": "a charge that the sheriff's policy of 2013 excepts",
}
"""Classes of a charge that a provision may name, in words. The offenses room finds them; the law room only asks."""


class WrongRuleError(Exception):
    """A provision or condition that must not be built: the message says what is wrong with it."""


class Expression:
    """A condition. Combine with `&`, `|` and `~`."""

    __slots__ = ("meaning",)
    meaning: Any
    """The function that says whether it holds, kept here by `engine.evaluate`; no part of the condition's value."""

    def __and__(self, other: Expression) -> Expression:
        return All(_flat(All, self, other))

    def __or__(self, other: Expression) -> Expression:
        return Any_(_flat(Any_, self, other))

    def __invert__(self) -> Expression:
        return Not(self)

    def __bool__(self) -> bool:
        raise WrongRuleError(
            "a condition is neither true nor false until it is evaluated: use &, | and ~, never and/or/not"
        )

    def parts(self) -> tuple[Expression, ...]:
        """The conditions directly inside this one."""
        return ()

    def walk(self) -> Iterator[Expression]:
        """This condition and every one inside it."""
        yield self
        for part in self.parts():
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class Constant(Expression):
    """Always true, or never. `why` says in words why the rule needs no fact."""

    value: bool
    why: str


ALWAYS = Constant(True, "always")
NEVER = Constant(False, "no exception")


@dataclass(frozen=True, slots=True)
class Flag(Expression):
    """A true-or-false fact."""

    fact: Fact

    def __post_init__(self) -> None:
        _require(self.fact.kind is FactKind.FLAG, f"{self.fact.key} is no true-or-false fact")


@dataclass(frozen=True, slots=True)
class OneOf(Expression):
    """A coded fact equal to one of `values`."""

    fact: Fact
    values: tuple[str, ...]

    def __post_init__(self) -> None:
        _require(self.fact.kind is FactKind.CODE, f"{self.fact.key} is no coded fact")
        _require(bool(self.values), f"{self.fact.key} is compared with nothing")
        _known_values(self.fact, self.values)


@dataclass(frozen=True, slots=True)
class Includes(Expression):
    """A list fact that holds at least one of `values`."""

    fact: Fact
    values: tuple[str, ...]

    def __post_init__(self) -> None:
        _require(self.fact.kind is FactKind.CODES, f"{self.fact.key} is no list")
        _known_values(self.fact, self.values)


@dataclass(frozen=True, slots=True)
class Within(Expression):
    """A date no more than `years` before the day asked about; the anniversary itself still counts.

    The last day is included as in Cal. Gov. Code 6800 and Civ. Proc. Code 12: the first day is left out, the last kept.
    A date after the day asked about is not within it.
    """

    fact: Fact
    years: int

    def __post_init__(self) -> None:
        _require(self.fact.kind is FactKind.DATE, f"{self.fact.key} is no date")
        _require(self.years > 0, "a look-back has a length")


@dataclass(frozen=True, slots=True)
class OnOrAfter(Expression):
    """A date on or after `day`."""

    fact: Fact
    day: date

    def __post_init__(self) -> None:
        _require(self.fact.kind is FactKind.DATE, f"{self.fact.key} is no date")


@dataclass(frozen=True, slots=True)
class DaysAway(Expression):
    """A time no more than `days` after the day asked about, counted from day to day where the jail is; one already past is within them."""

    fact: Fact
    days: int

    def __post_init__(self) -> None:
        _require(self.fact.kind is FactKind.TIME, f"{self.fact.key} is no time")
        _require(self.days > 0, "a window has a length")


@dataclass(frozen=True, slots=True)
class AtLeast(Expression):
    """A number not under `least`."""

    fact: Fact
    least: float

    def __post_init__(self) -> None:
        _require(self.fact.kind is FactKind.NUMBER, f"{self.fact.key} is no number")


@dataclass(frozen=True, slots=True)
class ClassIs(Expression):
    """The charge belongs to a statutory class, as the dated offense lists have it."""

    name: str

    def __post_init__(self) -> None:
        _require(self.name in CLASS_WORDS, f"no class of charge is called {self.name!r}")


@dataclass(frozen=True, slots=True)
class Asked(Expression):
    """The request asks for the act that is being decided."""


@dataclass(frozen=True, slots=True)
class AskCounsel(Expression):
    """A question of law that nobody has settled: false where `when` is false, otherwise unknown and for counsel."""

    when: Expression
    question: str

    def parts(self) -> tuple[Expression, ...]:
        """The condition under which the question arises."""
        return (self.when,)


@dataclass(frozen=True, slots=True)
class All(Expression):
    """Every part is true."""

    of: tuple[Expression, ...]

    def parts(self) -> tuple[Expression, ...]:
        """The parts."""
        return self.of


@dataclass(frozen=True, slots=True)
class Any_(Expression):  # noqa: N801 - `Any` is typing's
    """At least one part is true."""

    of: tuple[Expression, ...]

    def parts(self) -> tuple[Expression, ...]:
        """The parts."""
        return self.of


@dataclass(frozen=True, slots=True)
class Not(Expression):
    """The part is false."""

    part: Expression

    def parts(self) -> tuple[Expression, ...]:
        """The part."""
        return (self.part,)


@dataclass(frozen=True, slots=True)
class OnRecord(Expression):
    """The part is known to be true: what nobody has recorded is not on record. It speaks of the file, not of the world.

    No permission and no duty may rest on its denial: `Provision` refuses that.
    """

    part: Expression

    def parts(self) -> tuple[Expression, ...]:
        """The part."""
        return (self.part,)


@dataclass(frozen=True, slots=True)
class Item(Expression):
    """A part of a law under the name the law gives it (`7282.5(a)(1)`), with what it says in a few words. It changes no value."""

    name: str
    words: str
    part: Expression

    def __post_init__(self) -> None:
        _require(bool(self.name and self.words), "an item has a name and words")

    def parts(self) -> tuple[Expression, ...]:
        """The condition of the item."""
        return (self.part,)


@dataclass(frozen=True, slots=True)
class AnyCharge(Expression):
    """At least one charge of the whole record meets `condition`; never false of a record not known to be complete."""

    condition: Expression

    def __post_init__(self) -> None:
        inside = list(self.condition.walk())
        _require(any(_of_charge(part) for part in inside), "a condition on charges names no fact of a charge")
        _require(not any(isinstance(part, AnyCharge | AnyPresentCharge) for part in inside), "charges of charges")

    def parts(self) -> tuple[Expression, ...]:
        """The condition on the charge."""
        return (self.condition,)


@dataclass(frozen=True, slots=True)
class AnyPresentCharge(Expression):
    """At least one of the charges the jail itself holds meets `condition`; its own list of those is whole."""

    condition: Expression

    def parts(self) -> tuple[Expression, ...]:
        """The condition on the charge."""
        return (self.condition,)


@dataclass(frozen=True, slots=True)
class FactWords:
    """A fact with the comparisons that read like the statute. `charge.disposition.is_("convicted")`."""

    fact: Fact

    def is_(self, *values: str) -> Expression:
        """The fact equals one of `values`."""
        return OneOf(self.fact, values)

    def includes(self, *values: str) -> Expression:
        """The list holds at least one of `values`."""
        return Includes(self.fact, values)

    def within(self, years: int) -> Expression:
        """The date is no more than `years` before the day asked about."""
        return Within(self.fact, years)

    def on_or_after(self, day: str) -> Expression:
        """The date is `day` (ISO) or later."""
        return OnOrAfter(self.fact, date.fromisoformat(day))

    def days_away(self, days: int) -> Expression:
        """The time is no more than `days` after the day asked about."""
        return DaysAway(self.fact, days)

    def at_least(self, least: float) -> Expression:
        """The number is not under `least`."""
        return AtLeast(self.fact, least)


class Entity:
    """The facts of one entity as attributes; true-or-false facts are conditions at once."""

    __slots__ = ("_entity", "_prefix")

    def __init__(self, entity: str, prefix: str = "") -> None:
        self._entity, self._prefix = entity, prefix

    def __getattr__(self, name: str) -> FactWords:
        key = f"{self._entity}.{self._prefix}{name}"
        if key not in FACTS:
            raise WrongRuleError(f"no fact is called {key}")
        return FactWords(FACTS[key])

    def flag(self, name: str) -> Expression:
        """The true-or-false fact `name` as a condition."""
        return Flag(FACTS[f"{self._entity}.{self._prefix}{name}"])


request, person, custody, agency, charge = (
    Entity("request"),
    Entity("person"),
    Entity("custody"),
    Entity("agency"),
    Entity("charge"),
)

asked = Asked()


def any_charge(condition: Expression) -> Expression:
    """At least one charge of the record meets `condition`."""
    return AnyCharge(condition)


def any_present_charge(condition: Expression) -> Expression:
    """At least one charge on which the jail holds the person meets `condition`."""
    return AnyPresentCharge(condition)


def on_record(part: Expression) -> Expression:
    """`part` is known to be true; unknown is not on record."""
    return OnRecord(part)


def item(name: str, words: str, part: Expression) -> Expression:
    """`part` under the name the law gives it."""
    return Item(name, words, part)


def charge_is(name: str) -> Expression:
    """The charge is of the class `name`."""
    return ClassIs(name)


def ask_counsel(question: str, *, when: Expression) -> Expression:
    """A question that only counsel can settle, arising where `when` is true."""
    return AskCounsel(when, question)


def as_settled(expression: Expression) -> Expression:
    """`expression` with each question of law settled: where it arises, it holds."""
    match expression:
        case AskCounsel(when):
            return as_settled(when)
        case All(of) | Any_(of):
            return replace(expression, of=tuple(as_settled(part) for part in of))
        case Not(part) | OnRecord(part) | Item(part=part):
            return replace(expression, part=as_settled(part))
        case AnyCharge(condition) | AnyPresentCharge(condition):
            return replace(expression, condition=as_settled(condition))
    return expression


def loose_charge_facts(expression: Expression) -> list[str]:
    """Names of charge facts that stand outside any quantifier over charges: a rule with one cannot be evaluated."""
    if isinstance(expression, AnyCharge | AnyPresentCharge):
        return []
    own = [_name(expression)] if _of_charge(expression) else []
    return own + [name for part in expression.parts() for name in loose_charge_facts(part)]


def speaks_of_person(expression: Expression) -> bool:
    """Whether the condition rests on this leaf's person, custody or charges."""
    if isinstance(expression, ClassIs | AnyCharge | AnyPresentCharge):
        return True
    found = getattr(expression, "fact", None)
    return isinstance(found, Fact) and found.entity in PERSON_ENTITIES


def _of_charge(expression: Expression) -> bool:
    found = getattr(expression, "fact", None)
    return isinstance(expression, ClassIs) or (isinstance(found, Fact) and found.entity == "charge")


def _name(expression: Expression) -> str:
    found = getattr(expression, "fact", None)
    return found.key if isinstance(found, Fact) else str(getattr(expression, "name", ""))


def _flat(kind: type[All] | type[Any_], left: Expression, right: Expression) -> tuple[Expression, ...]:
    return tuple(part for side in (left, right) for part in (side.parts() if isinstance(side, kind) else (side,)))


def _require(good: bool, message: str) -> None:
    if not good:
        raise WrongRuleError(message)


def _known_values(fact: Fact, values: tuple[str, ...]) -> None:
    strange = [value for value in values if fact.values and value not in fact.values]
    _require(not strange, f"{fact.key} is never {', '.join(strange)}")
