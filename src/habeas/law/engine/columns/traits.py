"""What a rule's conditions speak of, looked up once a rule: rules are many to walk and slow to hash, so they are known by identity."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from habeas.law.model import expressions as x
from habeas.law.model.provision import Provision


@dataclass(frozen=True, slots=True)
class Traits:
    """The classes of charges, the years back, the conditions that look at the day without a row, those on charges of one rule, and
    whether it looks at the act that is decided."""

    rule: Provision
    classes: tuple[str, ...]
    years: tuple[int, ...]
    of_the_day: tuple[x.Expression, ...]
    on_charges: tuple[x.Expression, ...]
    of_the_act: bool


_TRAITS: dict[int, Traits] = {}
"""By the identity of the rule, which each entry keeps alive."""


def traits(rule: Provision) -> Traits:
    """What a rule speaks of."""
    found = _TRAITS.get(id(rule))
    if found is None:
        found = _TRAITS[id(rule)] = _traits(rule)
    return found


def each_once(rules: Iterable[Provision]) -> Iterator[Provision]:
    """The rules, each once by identity."""
    yield from {id(rule): rule for rule in rules}.values()


def _traits(rule: Provision) -> Traits:
    parts = [*rule.when.walk(), *rule.unless.walk()]
    days = [part for part in parts if isinstance(part, x.Within | x.DaysAway) and not x.speaks_of_person(part)]
    on_charges = [part.condition for part in parts if isinstance(part, x.AnyCharge | x.AnyPresentCharge)]
    return Traits(
        rule,
        tuple(part.name for part in parts if isinstance(part, x.ClassIs)),
        tuple(part.years for part in parts if isinstance(part, x.Within)),
        tuple(days),
        tuple(on_charges),
        any(isinstance(part, x.Asked) for part in parts),
    )
