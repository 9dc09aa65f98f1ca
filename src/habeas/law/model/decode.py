"""A pack read back from its canonical form: the text that a decision rested on is law again, whatever the program's own says by now."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from habeas.common.errors import BadInputError
from habeas.deadlines import times
from habeas.deadlines.times import NamedTime
from habeas.law.model import expressions, provision
from habeas.law.model.facts import FACTS, Fact
from habeas.law.model.provision import Pack


def decode_pack(data: Mapping[str, Any]) -> Pack:
    """The pack whose `encode` gave `data`; every check that a new pack passes is made again.

    Raises BadInputError where this program has no such fact, class or node any more.
    """
    try:
        found = _value(data, Pack)
    except (LookupError, TypeError, ValueError, expressions.WrongRuleError) as fault:
        raise BadInputError(f"the kept text of a law is not one this program reads ({type(fault).__name__}).") from None
    if not isinstance(found, Pack):
        raise BadInputError("the kept text of a law is no pack.")
    return found


def decode_condition(data: Any) -> expressions.Expression | None:
    """The condition whose `encode` gave `data`; None where this program has no such fact, class or node."""
    found = _or_none(data)
    return found if isinstance(found, expressions.Expression) else None


def decode_time(data: Any) -> times.TimeExpression | None:
    """The time whose `encode` gave `data`; None where this program has none such."""
    found = _or_none(data)
    return found if isinstance(found, times.TimeExpression) else None


def _or_none(data: Any) -> Any:
    try:
        return _node(data)
    except (LookupError, TypeError, ValueError, expressions.WrongRuleError):
        return None


def _value(value: Any, hint: Any) -> Any:
    if value is None or hint is Any:
        return value
    if get_origin(hint) in {Union, UnionType}:
        return _value(value, next(each for each in get_args(hint) if each is not type(None)))
    if get_origin(hint) is tuple:
        return tuple(_value(each, get_args(hint)[0]) for each in value)
    if isinstance(value, dict):
        return _node(value)
    return _leaf(value, hint)


def _node(value: Mapping[str, Any]) -> Any:
    kind = _nodes()[value["node"]]
    hints = _hints(value["node"])
    unset = {each.name for each in fields(kind) if each.metadata.get("only_where_set", False)} - set(value)
    return kind(**{name: _value(value[name], hint) for name, hint in hints.items() if name not in unset})


def _leaf(value: Any, hint: Any) -> Any:
    if hint in (Fact, NamedTime):
        return FACTS[value]
    if hint is date:
        return date.fromisoformat(value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value) if issubclass(hint, StrEnum) else hint[value.upper()]
    return value


@cache
def _nodes() -> dict[str, type[Any]]:
    """Every kind of node by the name `encode` gives it."""
    kinds = [
        each
        for module in (expressions, provision, times)
        for each in vars(module).values()
        if isinstance(each, type) and is_dataclass(each) and each.__module__ == module.__name__
    ]
    return {each.__name__.rstrip("_").lower(): each for each in kinds}


@cache
def _hints(name: str) -> dict[str, Any]:
    kind = _nodes()[name]
    known = get_type_hints(kind)
    return {each.name: known[each.name] for each in fields(kind) if each.metadata.get("hashed", True)}
