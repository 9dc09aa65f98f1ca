"""Which facts are open in a condition, row by row: what the trace of one case asks, over columns."""

from collections.abc import Callable, Iterator
from typing import Any

import polars as pl

from habeas.law.engine.columns.emit import COMPLETE, KNOWN, Column, Emitter, speaks_of_rows
from habeas.law.engine.trace import HISTORY, trace
from habeas.law.model import expressions as x

GROUPED = "asks of "
"""`asks of any.0` stands for all that the charges of a person ask for in the condition grouped as `any.0`."""

Asks = dict[str, pl.Expr]
"""Fact (or a grouped condition) -> where it is asked for."""


def asks(em: Emitter, e: x.Expression) -> Asks:
    """The facts that `e` asks for, each with an expression that is true in the rows that ask."""
    return _asks(em, e, em, em.people)


def charge_asks(em: Emitter, e: x.Expression) -> Asks:
    """The facts a condition on a charge asks for, charge by charge."""
    return _asks(em, e, em.on_charges, em.charges)


def _asks(em: Emitter, e: x.Expression, emit: Callable[[x.Expression], Column], columns: frozenset[str]) -> Asks:
    open_now = emit(e).value.is_null()
    if not speaks_of_rows(e, em.people):
        found = trace(e, em.sample, act=em.act).asks()
        return {ask.fact: open_now for ask in found}
    if isinstance(e, x.AnyCharge | x.AnyPresentCharge):
        return {fact: open_now & where for fact, where in _of_charges(em, e)}
    if isinstance(e, x.AskCounsel):
        inner = _asks(em, e.when, emit, columns)
        return merged([{"law": emit(e.when).value.eq_missing(True)}, inner])
    if not e.parts():
        return {_key(e): open_now}
    inside = merged([_asks(em, part, emit, columns) for part in e.parts()])
    return {fact: open_now & where for fact, where in inside.items()}


def _of_charges(em: Emitter, e: Any) -> Iterator[tuple[str, pl.Expr]]:
    name = em.name_of(e.condition)
    yield GROUPED + name, pl.lit(True)
    no_open_charge = pl.col(name).is_not_null()
    record_open = no_open_charge if isinstance(e, x.AnyPresentCharge) else ~pl.col(COMPLETE).eq_missing(True)
    yield "charges", record_open & ~pl.col(KNOWN)
    yield HISTORY, record_open & pl.col(KNOWN)


def _key(e: Any) -> str:
    return f"charge.{e.name}" if isinstance(e, x.ClassIs) else str(e.fact.key)


def merged(each: list[Asks]) -> Asks:
    """Several askings as one: a fact is asked for where any of them asks."""
    found: Asks = {}
    for asked in each:
        for fact, where in asked.items():
            found[fact] = found[fact] | where if fact in found else where
    return found
