"""A condition in plain words: one sentence part for each node, used by the trace, the rule page and the questions."""

from collections.abc import Callable
from typing import Any

from habeas.law.model import expressions as x

VALUE_WORDS = {
    **{each: each.upper() for each in ("ice", "cbp", "doj", "fbi", "usms")},
    "criminal_other": "other criminal",
    "criminal_immigration": "criminal immigration",
    "us_citizen": "U.S. citizen",
}
"""Fixed values that are no plain words once their underscores are gone."""

_MOST_SAID = 20_000
_SAID: dict[int, tuple[x.Expression, str]] = {}


def says(expression: x.Expression) -> str:
    """Return the condition in words, without a full stop."""
    found = _SAID.get(id(expression))
    if found is None:
        if len(_SAID) > _MOST_SAID:
            _SAID.clear()
        # The condition is kept beside its words, so that its id stays its own.
        found = _SAID[id(expression)] = (expression, _WORDS[type(expression)](expression))
    return found[1]


def _listed(values: tuple[str, ...]) -> str:
    return " or ".join(value_says(value) for value in values)


def value_says(value: str) -> str:
    """A fixed value in words: `criminal_other` as "other criminal", `ice` as "ICE", others without their underscores."""
    return VALUE_WORDS.get(value, value.replace("_", " "))


def _joined(parts: tuple[x.Expression, ...], word: str) -> str:
    return f" {word} ".join(f"({says(part)})" if isinstance(part, x.All | x.Any_) else says(part) for part in parts)


def _not(e: x.Not) -> str:
    return f"not: {says(e.part)}" if not isinstance(e.part, x.All | x.Any_) else f"not ({says(e.part)})"


_WORDS: dict[type, Callable[[Any], str]] = {
    x.Constant: lambda e: e.why,
    x.Flag: lambda e: e.fact.says,
    x.OneOf: lambda e: f"{e.fact.says} is {_listed(e.values)}",
    x.Includes: lambda e: f"{e.fact.says}: {_listed(e.values)} among them",
    x.Within: lambda e: f"{e.fact.says} is at most {e.years} years ago",
    x.OnOrAfter: lambda e: f"{e.fact.says} is {e.day.isoformat()} or later",
    x.DaysAway: lambda e: f"{e.fact.says} is at most {e.days} days away",
    x.AtLeast: lambda e: f"{e.fact.says} is at least {e.least:g}",
    x.ClassIs: lambda e: f"the charge is {x.CLASS_WORDS[e.name]}",
    x.Asked: lambda e: "the request asks for this act",
    x.AskCounsel: lambda e: f"counsel's question arises ({e.question}) where {says(e.when)}",
    x.All: lambda e: _joined(e.of, "and"),
    x.Any_: lambda e: _joined(e.of, "or"),
    x.Not: _not,
    x.OnRecord: lambda e: f"it is on record that {says(e.part)}",
    x.Item: lambda e: f"{e.name}, {e.words}",
    x.AnyCharge: lambda e: f"a charge on the whole record: {says(e.condition)}",
    x.AnyPresentCharge: lambda e: f"a charge the jail holds the person on: {says(e.condition)}",
}
