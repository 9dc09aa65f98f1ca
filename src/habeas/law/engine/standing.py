"""How the rules of a place stand in one case, act after act: each stands, and is explained, once.

What a rule says hangs on the act only by whether the request asks for it (`Asked`), and on the day only by its look-backs and windows:
one decision of a whole jurisdiction puts 219 rules to a case, and 75 of them are different ones.
"""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from habeas.law.engine.combine import RuleStanding
from habeas.law.engine.decision import Reason
from habeas.law.engine.evaluate import Evaluator
from habeas.law.engine.jurisdictions import Jurisdiction, resolve
from habeas.law.engine.trace import trace_with
from habeas.law.model import expressions as x
from habeas.law.model.case import Case
from habeas.law.model.kleene import Truth
from habeas.law.model.provision import Provision
from habeas.law.model.vocabulary import Act

Key = tuple[int, Truth, date | None]
"""A rule by its identity (a place's packs hold it); whether the act is asked for, and the day, where they are part of the rule."""


class StandingRules:
    """The rules of one case as they stand, and why."""

    __slots__ = ("_asks", "_case", "_reasons", "_standings")

    def __init__(self, case: Case) -> None:
        self._case, self._asks = case, case.value("request", "asks")
        self._standings: dict[Key, RuleStanding | None] = {}
        self._reasons: dict[tuple[int, bool], tuple[RuleStanding, Reason]] = {}

    def evaluator(self, act: Act, day: date | None = None) -> Evaluator:
        """The values of conditions for `act` in this case, on another `day` where one is given."""
        return Evaluator(replace(self._case, as_of=day) if day else self._case, act.value)

    def on(self, evaluator: Evaluator, place: Jurisdiction) -> list[RuleStanding]:
        """The rules on the evaluator's act whose condition holds or could hold: of the others, which are most, nothing follows."""
        kept, found = self._standings, []
        asked = None if self._asks is None else evaluator.act in self._asks
        for rule, key in _rules(place.path, evaluator.act, evaluator.case.as_of, asked):
            if key not in kept:
                kept[key] = stand(rule, evaluator)
            if (standing := kept[key]) is not None:
                found.append(standing)
        return found

    def reason(self, standing: RuleStanding, controls: bool, evaluator: Evaluator) -> Reason:
        """The rule with what it says and, where it controls, why; a standing that acts share is explained once."""
        key = id(standing), controls
        if key not in self._reasons:
            self._reasons[key] = standing, reason_of(standing, controls, evaluator)
        return self._reasons[key][1]


def stand(rule: Provision, evaluator: Evaluator) -> RuleStanding | None:
    """How `rule` stands; None where its condition does not hold."""
    applies = evaluator(rule.when)
    return None if applies is False else RuleStanding(rule, applies, evaluator(rule.unless))


def reason_of(standing: RuleStanding, controls: bool, evaluator: Evaluator) -> Reason:
    """The rule with what it says and, where it controls, why, worked out now."""
    rule = standing.provision
    when = trace_with(rule.when, evaluator) if controls else None
    unless = trace_with(rule.unless, evaluator) if controls and rule.unless != x.NEVER else None
    return Reason(rule, standing.applies, standing.excepted, standing.says, controls, when, unless)


@lru_cache(maxsize=8192)
def _rules(path: str, act: str, day: date, asked: Truth) -> tuple[tuple[Provision, Key], ...]:
    """The rules on the act in force on the day, each with the key it stands under."""
    rules = resolve(path).rules_on(Act(act), day)
    return tuple(
        (rule, (id(rule), asked if _has(rule, x.Asked) else None, day if _has(rule, x.Within, x.DaysAway) else None))
        for rule in rules
    )


def _has(rule: Provision, *kinds: type) -> bool:
    return any(isinstance(part, kinds) for condition in (rule.when, rule.unless) for part in condition.walk())
