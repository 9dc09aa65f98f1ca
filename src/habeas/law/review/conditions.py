"""Conditions of record as a county writes them in its policy or finding: one sentence a condition, in the words of the facts.

| written | means |
|---|---|
| `custody.releasable` / `not custody.releasable` | the true-or-false fact is true / false |
| `request.signer is judge, magistrate_judge` | the coded fact is one of these |
| `request.attachments includes I-200, I-205` | the list holds one of these |
| `disposed_on within 15 years` | the day is no more than so many years back, its anniversary included |
| `offense_on on or after 2020-01-01` | the day is that one or later |
| `age at least 18` | the number is not under it |
| `serious` / `not prop47_misdemeanor` | (of a charge) it belongs to the statutory class |

In `where` a fact is written with its entity (`person.minor`), and all must hold. In `any_charge` every line is of one and the same charge
of the whole record, and a fact is written without an entity (`disposition is convicted`). docs/words.md lists the facts.
"""

import re
from collections.abc import Callable, Iterable
from functools import reduce

from habeas.common.errors import BadInputError
from habeas.law.model import expressions as x
from habeas.law.model.facts import FACTS, Fact, FactKind

ENTITIES = ("request", "person", "custody", "agency")
"""What a line of `where` may speak of."""


def read_conditions(where: Iterable[str], any_charge: Iterable[str], place: str) -> x.Expression | None:
    """The lines as one condition, None where there are none; `place` is where they stand. Raises BadInputError that names the line."""
    parts = [_line(line, place, "") for line in where]
    charges = [_line(line, place, "charge.") for line in any_charge]
    if charges:
        parts.append(x.any_charge(reduce(lambda a, b: a & b, charges)))
    return reduce(lambda a, b: a & b, parts) if parts else None


def _line(line: str, place: str, prefix: str) -> x.Expression:
    words = " ".join(line.split())
    negated = words.startswith("not ")
    try:
        made = _condition(words.removeprefix("not "), prefix)
    except (ValueError, x.WrongRuleError) as fault:
        raise BadInputError(f'{place}: "{line[:80]}" is no condition: {fault}.') from None
    return ~made if negated else made


def _condition(words: str, prefix: str) -> x.Expression:
    if prefix and words in x.CLASS_WORDS:
        return x.charge_is(words)
    for pattern, make in _FORMS:
        found = re.fullmatch(pattern, words)
        if found:
            return make(_fact(found[1], prefix), *found.groups()[1:])
    fact = _fact(words, prefix)
    if fact.kind is not FactKind.FLAG:
        raise ValueError(f"{words} is {_an(fact.kind)}; write `{words} {_HOW[fact.kind]}`")
    return x.Flag(fact)


def _fact(name: str, prefix: str) -> Fact:
    key = f"{prefix}{name}"
    if key not in FACTS or (not prefix and key.partition(".")[0] not in ENTITIES):
        what = "fact or class of a charge" if prefix else f"fact of {', '.join(ENTITIES)}"
        raise ValueError(f'"{name}" is no {what} (docs/words.md lists them)')
    return FACTS[key]


def _listed(fact: Fact, words: str) -> tuple[str, ...]:
    values = tuple(each.strip() for each in words.split(","))
    strange = [each for each in values if fact.values and each not in fact.values]
    if strange:
        raise ValueError(f'"{strange[0]}" is no value of {fact.key}; they are {", ".join(sorted(fact.values))}')
    return values


_FORMS: tuple[tuple[str, Callable[..., x.Expression]], ...] = (
    (r"(\S+) is (.+)", lambda fact, words: x.OneOf(fact, _listed(fact, words))),
    (r"(\S+) includes (.+)", lambda fact, words: x.Includes(fact, _listed(fact, words))),
    (r"(\S+) within (\d{1,2}) years?", lambda fact, years: x.Within(fact, int(years))),
    (r"(\S+) on or after (\d{4}-\d\d-\d\d)", lambda fact, day: x.FactWords(fact).on_or_after(day)),
    (r"(\S+) at least (\d{1,6})", lambda fact, least: x.AtLeast(fact, float(least))),
)
_HOW = {
    FactKind.CODE: "is VALUE, VALUE",
    FactKind.CODES: "includes VALUE, VALUE",
    FactKind.DATE: "within N years",
    FactKind.NUMBER: "at least N",
    FactKind.TEXT: "`: a free text cannot be a condition",
    FactKind.TIME: "`: an hour cannot be a condition",
}


def _an(kind: FactKind) -> str:
    return {FactKind.CODE: "a coded fact", FactKind.CODES: "a list", FactKind.DATE: "a date"}.get(
        kind, f"a {kind.value}"
    )
