"""Conditions as values over many rows, strong Kleene throughout.

A condition on a fact becomes a leaf, a column of true, false and null; what joins conditions is a step of `truths`. Leaves are of
two sides: people, and charges, which are brought up to people by "any" (`Emitter.quantified`).
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

import polars as pl

from habeas.law.engine.columns.truths import Program, Value
from habeas.law.engine.evaluate import evaluate
from habeas.law.engine.trace import Ask, trace
from habeas.law.model import expressions as x
from habeas.law.model.case import Case
from habeas.law.model.facts import FactKind
from habeas.law.model.kleene import Truth, kleene_and, kleene_not, kleene_or

COMPLETE = "record_complete"
KNOWN = "charges_known"
OPEN_SUFFIX = ".open"
"""`charge.serious.open`: true where the class is unknown for want of a fact, not of counsel's word."""
DAY = "habeas: day"
"""The column of the day on which a row is decided."""


def first_day(years: int) -> str:
    """The column of the earliest day whose anniversary after so many years is not before the day decided."""
    return f"habeas: {years} years before"


@dataclass(frozen=True, slots=True)
class Column:
    """A condition over rows: its value, and whether (where the value is unknown) some fact is open rather than only a question of law."""

    value: Value
    open: Value


@dataclass(slots=True)
class Side:
    """People or charges: the columns at hand, the program over them, and each leaf as an expression over those columns."""

    columns: frozenset[str]
    program: Program = field(default_factory=Program)
    leaves: dict[Hashable, pl.Expr] = field(default_factory=dict)

    def leaf(self, key: Hashable, value: pl.Expr) -> Value:
        """The value of a column of true, false and null."""
        self.leaves.setdefault(key, value)
        return self.program.leaf(key)


@dataclass(slots=True)
class Sides:
    """What every law that asks the same under the same facts shares: both programs, and each condition on charges by its name."""

    sample: Case
    people: Side
    charges: Side
    quantified: dict[x.Expression, str] = field(default_factory=dict)
    of_rows: dict[int, bool] = field(default_factory=dict)
    """Whether a condition, by its identity, differs from row to row."""
    held: list[x.Expression] = field(default_factory=list)
    """The conditions whose identities are in use."""
    emitters: dict[str, "Emitter"] = field(default_factory=dict)
    kept: dict[Hashable, Any] = field(default_factory=dict)
    """What is made once for every law: rules, acts and what conditions on charges ask, by their identities."""
    names: dict[int, str] = field(default_factory=dict)

    def emitter(self, act: str) -> "Emitter":
        """What emits conditions for an act."""
        return self.emitters.setdefault(act, Emitter(self, act))


@dataclass(slots=True)
class Emitter:
    """Emits conditions for one act under one request, agency and place; what these settle is folded into constants.

    A fact without a column is unknown of everyone.
    """

    sides: Sides
    act: str
    made: dict[tuple[int, bool], Column] = field(default_factory=dict)

    @property
    def sample(self) -> Case:
        """The request, agency and place."""
        return self.sides.sample

    def __call__(self, e: x.Expression) -> Column:
        """The condition over people."""
        return self.emit(e, self.sides.people)

    def on_charges(self, e: x.Expression) -> Column:
        """The condition over charges."""
        return self.emit(e, self.sides.charges)

    def emit(self, e: x.Expression, side: Side) -> Column:
        """The condition over one side; each is worked out once."""
        key = (id(e), side is self.sides.people)
        found = self.made.get(key)
        if found is None:
            self.sides.held.append(e)
            found = self.made[key] = self._emit(e, side)
        return found

    def _emit(self, e: x.Expression, side: Side) -> Column:
        if not self.speaks_of_rows(e):
            return _constant(self, e, side)
        settled = self.settled(e)
        if settled is not None:
            return Column(side.program.constant(settled), side.program.constant(False))
        return _EMIT[type(e)](self, e, side)

    def settled(self, e: x.Expression) -> Truth:
        """What request, agency, place and day make of the condition for every row; None where a row may still differ."""
        if not self.speaks_of_rows(e):
            return evaluate(e, self.sample, act=self.act)
        if isinstance(e, x.All | x.Any_):
            return (kleene_and if isinstance(e, x.All) else kleene_or)(self.settled(part) for part in e.of)
        if isinstance(e, x.Not):
            return kleene_not(self.settled(e.part))
        if isinstance(e, x.Item | x.OnRecord):
            return self.settled(e.part)
        return False if isinstance(e, x.AskCounsel) and self.settled(e.when) is False else None

    def speaks_of_rows(self, e: x.Expression) -> bool:
        """Whether the condition differs from row to row: it rests on a person, or on an agency fact given as a column."""
        known = self.sides.of_rows.get(id(e))
        if known is None:
            self.sides.held.append(e)
            own = x.speaks_of_person(e) or _has_column(e, self.sides.people.columns)
            known = self.sides.of_rows[id(e)] = own or any(self.speaks_of_rows(part) for part in e.parts())
        return known

    def asked(self, e: x.Expression) -> tuple[Ask, ...]:
        """What one case asks where the condition, which no row changes, is open: worked out once."""
        key = ("asked", self.act, id(e))
        found: tuple[Ask, ...] | None = self.sides.kept.get(key)
        if found is None:
            self.sides.held.append(e)
            found = self.sides.kept[key] = trace(e, self.sample, act=self.act).asks()
        return found

    def name_of(self, e: x.Expression) -> str:
        """The name of the condition `e` on a charge, brought up to people."""
        found = self.sides.names.get(id(e))
        if found is None:
            self.sides.held.append(e)
            found = self.sides.names[id(e)] = self.sides.quantified.setdefault(e, f"any.{len(self.sides.quantified)}")
        return found


def _has_column(e: x.Expression, people: frozenset[str]) -> bool:
    found = getattr(e, "fact", None)
    return found is not None and found.key in people


def _constant(em: Emitter, e: x.Expression, side: Side) -> Column:
    value = evaluate(e, em.sample, act=em.act)
    asks = em.asked(e) if value is None else ()
    return Column(side.program.constant(value), side.program.constant(any(not ask.counsel for ask in asks)))


def _fact(e: Any, side: Side, key: Hashable, make: Callable[[pl.Expr], pl.Expr]) -> Column:
    """A condition on one fact: a leaf, or unknown of everyone where there is no column of it."""
    known = e.fact.key in side.columns
    value = side.leaf((e.fact.key, key), make(pl.col(e.fact.key))) if known else side.program.constant(None)
    counsel = e.fact.of == "county counsel"
    return Column(value, side.program.constant(False) if counsel else value.is_null())


def _one_of(em: Emitter, e: x.OneOf, side: Side) -> Column:
    return _fact(e, side, e.values, lambda col: reduce(lambda a, b: a | b, (col == value for value in e.values)))


def _includes(em: Emitter, e: x.Includes, side: Side) -> Column:
    make = lambda col: reduce(lambda a, b: a | b, (col.list.contains(value) for value in e.values))  # noqa: E731
    return _fact(e, side, ("includes", e.values), make)


def _within(em: Emitter, e: x.Within, side: Side) -> Column:
    since = pl.col(first_day(e.years))
    return _fact(e, side, ("within", e.years), lambda col: (col >= since) & (col <= pl.col(DAY)))


def _days_away(em: Emitter, e: x.DaysAway, side: Side) -> Column:
    zone = em.sample.zone
    if zone is None:
        unknown = side.program.constant(None)
        return Column(unknown, side.program.constant(e.fact.of != "county counsel"))
    last = pl.col(DAY) + pl.duration(days=e.days)
    return _fact(e, side, ("away", e.days, zone), lambda col: col.dt.convert_time_zone(zone).dt.date() <= last)


def _class_is(em: Emitter, e: x.ClassIs, side: Side) -> Column:
    name = f"charge.{e.name}"
    if name not in side.columns:
        return Column(side.program.constant(None), side.program.constant(False))
    value, opened = side.leaf((name, "class"), pl.col(name)), side.program.constant(False)
    if name + OPEN_SUFFIX in side.columns:
        opened = side.leaf((name, "open"), pl.col(name + OPEN_SUFFIX))
    return Column(value, value.is_null() & opened)


def _ask_counsel(em: Emitter, e: x.AskCounsel, side: Side) -> Column:
    inner = em.emit(e.when, side)
    return Column(inner.value & side.program.constant(None), inner.open)


def _all(em: Emitter, e: x.All, side: Side) -> Column:
    return _joined([em.emit(part, side) for part in e.of], lambda a, b: a & b)


def _any(em: Emitter, e: x.Any_, side: Side) -> Column:
    return _joined([em.emit(part, side) for part in e.of], lambda a, b: a | b)


def _joined(parts: list[Column], join: Callable[[Value, Value], Value]) -> Column:
    value = reduce(join, (part.value for part in parts))
    return Column(value, value.is_null() & reduce(lambda a, b: a | b, (part.open for part in parts)))


def _not(em: Emitter, e: x.Not, side: Side) -> Column:
    inner = em.emit(e.part, side)
    return Column(~inner.value, inner.open)


def _on_record(em: Emitter, e: x.OnRecord, side: Side) -> Column:
    return Column(em.emit(e.part, side).value.holds(), side.program.constant(False))


def _any_charge(em: Emitter, e: x.AnyCharge, side: Side) -> Column:
    return _quantified(em, e, side, whole(side, COMPLETE), asks_when_open=True)


def _any_present(em: Emitter, e: x.AnyPresentCharge, side: Side) -> Column:
    return _quantified(em, e, side, whole(side, KNOWN), asks_when_open=False)


def whole(side: Side, name: str) -> Value:
    """Whether a list of charges is known to be the whole one."""
    return side.leaf((name, "flag"), pl.col(name)).holds()


def _quantified(em: Emitter, e: Any, side: Side, complete: Value, *, asks_when_open: bool) -> Column:
    """A truth over a person's charges that is never false of a list not known to be whole."""
    name = em.name_of(e.condition)
    found = brought_up(side, name, "true") | (brought_up(side, name, "null") & side.program.constant(None))
    value = found | (~complete & side.program.constant(None))
    record_open = ~complete if asks_when_open else ~found.is_null()
    return Column(value, value.is_null() & (brought_up(side, name, "open") | record_open))


def brought_up(people: Side, name: str, what: str) -> Value:
    """Whether it is so of any charge of the person: true, null, open, or the fact that is asked for."""
    return people.program.leaf((name, what))


_EMIT: dict[type, Callable[[Emitter, Any, Side], Column]] = {
    x.Flag: lambda em, e, side: _fact(e, side, "flag", lambda col: col),
    x.OneOf: _one_of,
    x.Includes: _includes,
    x.Within: _within,
    x.OnOrAfter: lambda em, e, side: _fact(e, side, ("since", e.day), lambda col: col >= pl.lit(e.day)),
    x.DaysAway: _days_away,
    x.AtLeast: lambda em, e, side: _fact(e, side, ("at least", e.least), lambda col: col >= pl.lit(e.least)),
    x.ClassIs: _class_is,
    x.AskCounsel: _ask_counsel,
    x.All: _all,
    x.Any_: _any,
    x.Not: _not,
    x.OnRecord: _on_record,
    x.Item: lambda em, e, side: em.emit(e.part, side),
    x.AnyCharge: _any_charge,
    x.AnyPresentCharge: _any_present,
}

DTYPES: dict[FactKind, Any] = {
    FactKind.FLAG: pl.Boolean,
    FactKind.CODE: pl.String,
    FactKind.CODES: pl.List(pl.String),
    FactKind.DATE: pl.Date,
    FactKind.TIME: pl.Datetime("us", "UTC"),
    FactKind.NUMBER: pl.Float64,
    FactKind.TEXT: pl.String,
}
"""The Polars type of a fact's column."""
