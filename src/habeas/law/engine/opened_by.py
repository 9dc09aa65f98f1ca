"""What opened an act: the charges or facts of the person on which a permission rests, each under the item of the law that names it.

Cal. Gov. Code 7284.6(c)(2) makes a jail report the offense that allowed each transfer; a decision that says *may* or *must* keeps it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from habeas.law.engine.combine import RuleStanding
from habeas.law.engine.evaluate import Evaluator
from habeas.law.model import expressions as x
from habeas.law.model.case import ChargeRecord
from habeas.law.model.facts import PERSON_ENTITIES, Fact
from habeas.law.model.phrases import says
from habeas.law.model.provision import Provision
from habeas.law.model.vocabulary import Outcome

OPENS = frozenset({Outcome.MUST, Outcome.MAY})
WHO_HAS_THE_PERSON = "custody.facility"
"""The one fact of custody that says whom the law binds, and nothing of the person."""


@dataclass(frozen=True, slots=True)
class Opening:
    """One thing that opened an act: the rule, the item of the law where it has a name, and the charge or the fact."""

    rule: str
    citation: str
    item: str | None
    charge: str | None
    fact: str | None

    def as_data(self) -> dict[str, Any]:
        """The opening as `habeas decide` prints it."""
        return {
            "item": self.item,
            "charge": self.charge,
            "fact": self.fact,
            "provision": self.rule,
            "citation": self.citation,
        }


def opened_by(standings: Iterable[RuleStanding], evaluator: Evaluator) -> tuple[Opening, ...]:
    """What of the person's record opens the act in the rules as they stand; empty where nothing of a record is needed."""
    found = [
        Opening(each.provision.id, each.provision.source.citation, *cause)
        for each in standings
        if (condition := _condition(each)) is not None
        for cause in _causes(condition, evaluator, None, None)
    ]
    return tuple(dict.fromkeys(found))


def _condition(standing: RuleStanding) -> x.Expression | None:
    """The condition that opens: an exception from a bar, or that of the rule itself."""
    rule: Provision = standing.provision
    if standing.applies is not True:
        return None
    if standing.excepted is True:
        return rule.unless if rule.otherwise in OPENS or rule.outcome is Outcome.MUST_NOT else None
    return rule.when if standing.excepted is False and rule.outcome in OPENS else None


Cause = tuple[str | None, str | None, str | None]


def _causes(e: x.Expression, ev: Evaluator, charge: ChargeRecord | None, item: str | None) -> Iterator[Cause]:
    """The item, the charge and the fact of every true part that speaks of the person."""
    if ev(e, charge) is not True:
        return
    if isinstance(e, x.AnyCharge | x.AnyPresentCharge):
        yield from ((item, each.label, None) for each in ev.case.charges if ev(e.condition, each) is True)
    elif isinstance(e, x.All | x.Any_ | x.Item | x.OnRecord):
        inside = e.name if isinstance(e, x.Item) else item
        for part in e.parts():
            yield from _causes(part, ev, charge, inside)
    elif (fact := getattr(e, "fact", None)) is not None and _of_the_person(fact):
        yield item, None, says(e)


def _of_the_person(fact: Fact) -> bool:
    return fact.entity in PERSON_ENTITIES and fact.key != WHO_HAS_THE_PERSON
