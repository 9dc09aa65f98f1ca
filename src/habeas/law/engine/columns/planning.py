"""Plans kept from one slice, part or place to the next: rules that are the same under the same facts are made into steps once."""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from typing import TypeVar

from habeas.law.engine.columns.emit import Side, Sides
from habeas.law.engine.columns.plan import Law, Plan
from habeas.law.model.case import Case

MOST_PLANS, MOST_SIDES = 1024, 64
Held = TypeVar("Held")
_SIDES: OrderedDict[Hashable, Sides] = OrderedDict()
_PLANS: OrderedDict[Hashable, Plan] = OrderedDict()


def plans_for(
    laws: Sequence[Law], people: frozenset[str], charges: frozenset[str], *, explain: bool, items: bool
) -> list[Plan]:
    """The plan of each law over these columns."""
    return [_plan(law, people, charges, explain=explain, items=items) for law in laws]


def _plan(law: Law, people: frozenset[str], charges: frozenset[str], *, explain: bool, items: bool) -> Plan:
    shared = (law.facts, people, charges)
    key = (shared, law.key, explain, items)
    found = _PLANS.pop(key, None)
    if found is None:
        found = Plan(law, _sides(shared, law.sample), explain=explain, items=items)
    _kept(_PLANS, key, found, MOST_PLANS)
    return found


def _sides(key: tuple[Hashable, frozenset[str], frozenset[str]], sample: Case) -> Sides:
    found = _SIDES.pop(key, None) or Sides(sample, Side(key[1]), Side(key[2]))
    _kept(_SIDES, key, found, MOST_SIDES)
    return found


def _kept(held: OrderedDict[Hashable, Held], key: Hashable, value: Held, most: int) -> None:
    held[key] = value
    if len(held) > most:
        held.popitem(last=False)


def forget() -> None:
    """Forget every plan, as a fresh process has none: what is measured is whole then."""
    _PLANS.clear()
    _SIDES.clear()
