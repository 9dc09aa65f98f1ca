"""Plans kept from one slice, part or place to the next: rules that are the same under the same facts are made into steps once."""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from habeas.law.engine.columns.emit import Side, Sides
from habeas.law.engine.columns.plan import Law, Plan
from habeas.law.engine.columns.traits import traits
from habeas.law.engine.evaluate import evaluate
from habeas.law.model import expressions as x
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
    shared = (facts_of(law), people, charges)
    key = (shared, law_key(law), explain, items)
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


def law_key(law: Law) -> Hashable:
    """What tells a law from another: its rules by what they are, and the states whose law is missing."""
    return tuple((act, tuple(map(id, rules))) for act, rules in law.rules.items()), law.states_missing


def facts_of(law: Law) -> Hashable:
    """What conditions that no row changes rest on: the facts and the zone, and what the day makes of those that look at it."""
    plain = replace(law.sample, id="", jurisdiction="us", as_of=date.min, time_zone=law.sample.zone)
    return repr(plain), tuple(evaluate(each, law.sample) for each in of_the_day(law))


def of_the_day(law: Law) -> list[x.Expression]:
    """The conditions on facts of the request or the agency that look at the day."""
    return [part for each in law.rules.values() for rule in each for part in traits(rule).of_the_day]
