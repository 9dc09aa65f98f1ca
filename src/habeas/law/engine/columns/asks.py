"""Which facts are open in a condition, row by row: what the trace of one case asks, over columns."""

from collections.abc import Callable, Iterator
from typing import Any

from habeas.law.engine.columns.emit import COMPLETE, KNOWN, Column, Emitter, Side, brought_up, whole
from habeas.law.engine.columns.truths import Value
from habeas.law.engine.trace import HISTORY
from habeas.law.model import expressions as x

Asks = dict[str, Value]
"""Fact -> where it is asked for."""


def asks(em: Emitter, e: x.Expression) -> Asks:
    """The facts that `e` asks for, each with a value that is true in the rows that ask."""
    return _asks(em, e, em, em.sides.people)


def charge_asks(em: Emitter, e: x.Expression) -> Asks:
    """The facts a condition on a charge asks for, charge by charge."""
    key = ("asks", em.act, id(e))
    found = em.sides.kept.get(key)
    if found is None:
        found = em.sides.kept[key] = _asks(em, e, em.on_charges, em.sides.charges)
    return found


def _asks(em: Emitter, e: x.Expression, emit: Callable[[x.Expression], Column], side: Side) -> Asks:
    open_now = emit(e).value.is_null()
    if open_now is side.program.constant(False):
        return {}
    if not em.speaks_of_rows(e):
        return {ask.fact: open_now for ask in em.asked(e)}
    if isinstance(e, x.AnyCharge | x.AnyPresentCharge):
        return merged([{fact: open_now & where} for fact, where in _of_charges(em, e, side)])
    if isinstance(e, x.AskCounsel):
        inner = _asks(em, e.when, emit, side)
        return merged([{"law": emit(e.when).value.holds()}, inner])
    if not e.parts():
        return {_key(e): open_now}
    inside = merged([_asks(em, part, emit, side) for part in e.parts()])
    return {fact: open_now & where for fact, where in inside.items()}


def _of_charges(em: Emitter, e: Any, side: Side) -> Iterator[tuple[str, Value]]:
    name = em.name_of(e.condition)
    for fact in charge_asks(em, e.condition):
        yield fact, brought_up(side, name, f"asks {fact}")
    no_open_charge = ~(brought_up(side, name, "null") & ~brought_up(side, name, "true"))
    record_open = no_open_charge if isinstance(e, x.AnyPresentCharge) else ~whole(side, COMPLETE)
    yield "charges", record_open & ~whole(side, KNOWN)
    yield HISTORY, record_open & whole(side, KNOWN)


def _key(e: Any) -> str:
    return f"charge.{e.name}" if isinstance(e, x.ClassIs) else str(e.fact.key)


def merged(each: list[Asks]) -> Asks:
    """Several askings as one: a fact is asked for where any of them asks."""
    found: Asks = {}
    for asked in each:
        for fact, where in asked.items():
            found[fact] = found[fact] | where if fact in found else where
    return found
