"""Conditions as Polars expressions, strong Kleene throughout.

Only four Polars operations touch three-valued columns here: `&`, `|`, `~`, which are Kleene, and `any(ignore_nulls=False)`, which is
Kleene over a group; what is on record alone asks for true (`eq_missing`). Nothing else may: no `when` on a truth, no `coalesce`, no
`fill_null` before a join miss is told apart.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import reduce
from typing import Any

import polars as pl

from habeas.law.engine.evaluate import evaluate, years_later
from habeas.law.engine.trace import trace
from habeas.law.model import expressions as x
from habeas.law.model.case import Case
from habeas.law.model.facts import FactKind
from habeas.law.model.kleene import Truth, kleene_and, kleene_not, kleene_or

COMPLETE = "record_complete"
KNOWN = "charges_known"
OPEN_SUFFIX = ".open"
"""`charge.serious.open`: true where the class is unknown for want of a fact, not of counsel's word."""


@dataclass(frozen=True, slots=True)
class Column:
    """A condition over rows: its value, and whether (where the value is unknown) some fact is open rather than only a question of law."""

    value: pl.Expr
    open: pl.Expr


@dataclass
class Emitter:
    """Emits conditions for one request, agency, place and day; what these settle is folded into constants.

    `people` and `charges` are the columns at hand: a fact without a column is unknown of everyone. `quantified` collects each condition
    on charges under the name of the column that holds it once charges are grouped by person.
    """

    sample: Case
    act: str
    people: frozenset[str]
    charges: frozenset[str]
    quantified: dict[x.Expression, str] = field(default_factory=dict)

    def __call__(self, e: x.Expression) -> Column:
        """The condition over people."""
        return self._emit(e, self.people)

    def on_charges(self, e: x.Expression) -> Column:
        """The condition over charges."""
        return self._emit(e, self.charges)

    def _emit(self, e: x.Expression, columns: frozenset[str]) -> Column:
        if not speaks_of_rows(e, self.people):
            return _constant(self, e)
        settled = self.settled(e)
        if settled is not None:
            return Column(pl.lit(settled, dtype=pl.Boolean), pl.lit(False))
        return _EMIT[type(e)](self, e, columns)

    def settled(self, e: x.Expression) -> Truth:
        """What request, agency, place and day make of the condition for every row; None where a row may still differ."""
        if not speaks_of_rows(e, self.people):
            return evaluate(e, self.sample, act=self.act)
        if isinstance(e, x.All | x.Any_):
            return (kleene_and if isinstance(e, x.All) else kleene_or)(self.settled(part) for part in e.of)
        if isinstance(e, x.Not):
            return kleene_not(self.settled(e.part))
        if isinstance(e, x.Item | x.OnRecord):
            return self.settled(e.part)
        return False if isinstance(e, x.AskCounsel) and self.settled(e.when) is False else None

    def name_of(self, e: x.Expression) -> str:
        """The name of the grouped column for the condition `e` on a charge."""
        return self.quantified.setdefault(e, f"any.{len(self.quantified)}")


def speaks_of_rows(e: x.Expression, people: frozenset[str]) -> bool:
    """Whether the condition differs from row to row: it rests on a person, or on an agency fact given as a column."""
    return any(x.speaks_of_person(part) or _has_column(part, people) for part in e.walk())


def _has_column(e: x.Expression, people: frozenset[str]) -> bool:
    found = getattr(e, "fact", None)
    return found is not None and found.key in people


def _constant(em: Emitter, e: x.Expression) -> Column:
    value = evaluate(e, em.sample, act=em.act)
    asks = trace(e, em.sample, act=em.act).asks() if value is None else ()
    return Column(pl.lit(value, dtype=pl.Boolean), pl.lit(any(not ask.counsel for ask in asks)))


def _leaf(value: pl.Expr, counsel: bool) -> Column:
    return Column(value, pl.lit(False) if counsel else value.is_null())


def _fact(e: Any, columns: frozenset[str], make: Callable[[pl.Expr], pl.Expr]) -> Column:
    known = e.fact.key in columns
    value = make(pl.col(e.fact.key)) if known else pl.lit(None, dtype=pl.Boolean)
    return _leaf(value, e.fact.of == "county counsel")


def _one_of(em: Emitter, e: x.OneOf, columns: frozenset[str]) -> Column:
    return _fact(e, columns, lambda col: reduce(lambda a, b: a | b, (col == value for value in e.values)))


def _includes(em: Emitter, e: x.Includes, columns: frozenset[str]) -> Column:
    return _fact(e, columns, lambda col: reduce(lambda a, b: a | b, (col.list.contains(value) for value in e.values)))


def _within(em: Emitter, e: x.Within, columns: frozenset[str]) -> Column:
    last = em.sample.as_of
    first = next(day for day in _candidates(last, e.years) if years_later(day, e.years) >= last)
    return _fact(e, columns, lambda col: (col >= pl.lit(first)) & (col <= pl.lit(last)))


def _days_away(em: Emitter, e: x.DaysAway, columns: frozenset[str]) -> Column:
    zone, last = em.sample.zone, em.sample.as_of + timedelta(days=e.days)
    if zone is None:
        return _fact(e, frozenset(), lambda col: col)
    return _fact(e, columns, lambda col: col.dt.convert_time_zone(zone).dt.date() <= pl.lit(last))


def _candidates(last: Any, years: int) -> list[Any]:
    """Days around the anniversary backwards, the earliest first."""
    start = years_later(last, -years).toordinal()
    return [type(last).fromordinal(start + step) for step in range(-2, 4)]


def _class_is(em: Emitter, e: x.ClassIs, columns: frozenset[str]) -> Column:
    name = f"charge.{e.name}"
    if name not in columns:
        return Column(pl.lit(None, dtype=pl.Boolean), pl.lit(False))
    opened = pl.col(name + OPEN_SUFFIX) if name + OPEN_SUFFIX in columns else pl.lit(False)
    return Column(pl.col(name), pl.col(name).is_null() & opened)


def _ask_counsel(em: Emitter, e: x.AskCounsel, columns: frozenset[str]) -> Column:
    inner = em._emit(e.when, columns)
    return Column(inner.value & pl.lit(None, dtype=pl.Boolean), inner.open)


def _all(em: Emitter, e: x.All, columns: frozenset[str]) -> Column:
    return _joined([em._emit(part, columns) for part in e.of], lambda a, b: a & b)


def _any(em: Emitter, e: x.Any_, columns: frozenset[str]) -> Column:
    return _joined([em._emit(part, columns) for part in e.of], lambda a, b: a | b)


def _joined(parts: list[Column], join: Callable[[pl.Expr, pl.Expr], pl.Expr]) -> Column:
    value = reduce(join, (part.value for part in parts))
    return Column(value, value.is_null() & reduce(lambda a, b: a | b, (part.open for part in parts)))


def _not(em: Emitter, e: x.Not, columns: frozenset[str]) -> Column:
    inner = em._emit(e.part, columns)
    return Column(~inner.value, inner.open)


def _on_record(em: Emitter, e: x.OnRecord, columns: frozenset[str]) -> Column:
    return Column(em._emit(e.part, columns).value.eq_missing(pl.lit(True)), pl.lit(False))


def _item(em: Emitter, e: x.Item, columns: frozenset[str]) -> Column:
    return em._emit(e.part, columns)


def _any_charge(em: Emitter, e: x.AnyCharge, columns: frozenset[str]) -> Column:
    return _quantified(em, e, pl.col(COMPLETE).eq_missing(True), asks_when_open=True)


def _any_present(em: Emitter, e: x.AnyPresentCharge, columns: frozenset[str]) -> Column:
    return _quantified(em, e, pl.col(KNOWN), asks_when_open=False)


def _quantified(em: Emitter, e: Any, whole: pl.Expr, *, asks_when_open: bool) -> Column:
    """A grouped truth that is never false of a list not known to be whole."""
    name = em.name_of(e.condition)
    found, opened = pl.col(name), pl.col(name + OPEN_SUFFIX)
    value = found | (~whole & pl.lit(None, dtype=pl.Boolean))
    no_charge_open = found.is_not_null()
    record_open = ~whole if asks_when_open else no_charge_open
    return Column(value, value.is_null() & (opened | record_open))


_EMIT: dict[type, Callable[[Emitter, Any, frozenset[str]], Column]] = {
    x.Flag: lambda em, e, columns: _fact(e, columns, lambda col: col),
    x.OneOf: _one_of,
    x.Includes: _includes,
    x.Within: _within,
    x.OnOrAfter: lambda em, e, columns: _fact(e, columns, lambda col: col >= pl.lit(e.day)),
    x.DaysAway: _days_away,
    x.AtLeast: lambda em, e, columns: _fact(e, columns, lambda col: col >= pl.lit(e.least)),
    x.ClassIs: _class_is,
    x.AskCounsel: _ask_counsel,
    x.All: _all,
    x.Any_: _any,
    x.Not: _not,
    x.OnRecord: _on_record,
    x.Item: _item,
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
