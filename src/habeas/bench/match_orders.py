"""The path the product takes: a paper, a page and the API give a whole name in one box, in its own order or with a comma."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from habeas.matching import Index, Query
from habeas.roster.records import Person

SUFFIXES = frozenset({"JR", "SR", "II", "III", "IV"})
ASKED_WITH_ANOTHER = 1_500
"""People asked with another middle name than their own."""


def natural(query: Query) -> Query:
    """The query with its name in one box as one says it: given, middle, family, generation."""
    family, given, middle, suffix = _parts(query)
    return _in_one_box(query, f"{given} {middle} {family} {suffix}")


def comma(query: Query) -> Query:
    """The query with its name in one box as a list has it: family, comma, given, middle."""
    family, given, middle, suffix = _parts(query)
    return _in_one_box(query, f"{family}, {given} {middle} {suffix}") if family else natural(query)


def columns(query: Query) -> Query:
    """The query as the task has it: nine in ten with a box for each part of the name."""
    return query


ORDERS: dict[str, Callable[[Query], Query]] = {
    "full_name in natural order": natural,
    "full_name with a comma": comma,
    "a column for each part": columns,
}
"""Every way a name is given, the product's own first."""


def _parts(query: Query) -> tuple[str, str, str, str]:
    if not query.full_name:
        return query.family_name, query.given_name, query.middle_name, query.suffix
    family, _, rest = query.full_name.partition(",")
    words = rest.split()
    suffix = words.pop() if words and words[-1] in SUFFIXES else ""
    return family.strip(), " ".join(words[:1]), " ".join(words[1:]), suffix


def _in_one_box(query: Query, name: str) -> Query:
    return replace(query, full_name=" ".join(name.split()), family_name="", given_name="", middle_name="", suffix="")


def other_middle(index: Index, people: Iterable[Person], order: Callable[[Query], Query], seed: int) -> dict[str, Any]:
    """How many of those in custody are answered `one` when asked with their name and birth date and another middle name."""
    chance = random.Random(seed)  # noqa: S311 - a measurement that can be repeated, no secret
    held = [each for each in people if len(each.middle_name or "") > 1 and each.date_of_birth]
    names = [each.middle_name or "" for each in held]
    asked = [_with_another(each, names, chance) for each in chance.sample(held, min(ASKED_WITH_ANOTHER, len(held)))]
    ones = sum(index.match(order(query)).verdict.value == "one" for query in asked)
    return {"asked_with_another_middle_name": len(asked), "called_one": ones}


def _with_another(person: Person, names: list[str], chance: random.Random) -> Query:
    own = set((person.middle_name or "").split())
    other = next(name for name in iter(lambda: chance.choice(names), None) if not own & set(name.split()))
    return Query(
        family_name=person.family_name or "",
        given_name=person.given_name or "",
        middle_name=other,
        date_of_birth=person.date_of_birth,
    )
