"""Situations a policy or a finding is tried in: aimed at where each rule above it stands, and drawn from every fact that law names."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from habeas.law.engine.jurisdictions import resolve
from habeas.law.model import expressions as x
from habeas.law.model.case import Case, ChargeRecord
from habeas.law.model.facts import Fact, FactKind
from habeas.law.model.provision import Provision
from habeas.law.model.vocabulary import Act
from habeas.offenses.finding import ClassFinding

TRIES = 1500
"""Situations drawn at random for each rule of a policy, when it is loaded."""
AIMED = 12
"""Situations aimed at each rule of the law above, in which that rule and the policy's own both speak."""


@dataclass(slots=True)
class _Facts:
    """What one situation says, by entity, and of its one charge with its classes."""

    entities: dict[str, dict[str, Any]]
    classes: dict[str, ClassFinding] = field(default_factory=dict)

    def put(self, fact: Fact, value: Any) -> None:
        """Set a fact."""
        self.entities.setdefault(fact.entity, {})[fact.name] = value

    def get(self, fact: Fact) -> Any:
        """A fact as it is set; None where it is not."""
        return self.entities.get(fact.entity, {}).get(fact.name)


def situations(provision: Provision, act: Act, place: str, seed: int) -> Iterator[Case]:
    """Situations on a day on which `provision` is in force; the same seed gives the same ones."""
    day = max(provision.effective.start or date.min, date(2000, 1, 1))
    rules = resolve(place).rules_on(act, day)
    draw = random.Random(seed)  # noqa: S311 - a repeatable search, not a secret
    base = Case("situation", place, day, charges_known=True, record_complete=True)
    for rule in rules:
        for _ in range(AIMED):
            yield _made(base, _aimed_at(rule, provision, act, day, draw))
    conditions = [provision.when, *(c for rule in rules for c in (rule.when, rule.unless))]
    parts = [part for condition in conditions for part in condition.walk()]
    for _ in range(TRIES):
        yield _made(base, _drawn(parts, act, day, draw))


def _empty(act: Act) -> _Facts:
    return _Facts({"request": {"asks": frozenset({act.value})}, "person": {}, "custody": {}, "agency": {}})


def _made(base: Case, facts: _Facts) -> Case:
    charge = facts.entities.pop("charge", {})
    charges = (ChargeRecord(charge, facts.classes, "a charge"),) if charge or facts.classes else ()
    changed: dict[str, Any] = {**facts.entities, "charges": charges}
    return replace(base, **changed)


def _aimed_at(rule: Provision, provision: Provision, act: Act, day: date, draw: random.Random) -> _Facts:
    """Facts in which the rule above stands and the policy's speaks; what neither names stays unknown."""
    facts = _empty(act)
    for condition, wanted in ((rule.unless, False), (rule.when, True), (provision.when, True)):
        _aim(condition, wanted, facts, day, draw)
    return facts


def _aim(part: x.Expression, wanted: bool, facts: _Facts, day: date, draw: random.Random) -> None:
    """Set facts so that a condition comes out as wanted, where one part does not contradict another."""
    if isinstance(part, x.ClassIs):
        facts.classes[part.name] = ClassFinding(wanted, "aimed")
    elif isinstance(part, x.All | x.Any_):
        every = isinstance(part, x.All) is wanted
        for each in part.of if every else (draw.choice(part.of),):
            _aim(each, wanted, facts, day, draw)
    elif isinstance(part, x.Not):
        _aim(part.part, not wanted, facts, day, draw)
    elif part.parts():
        for each in part.parts():
            _aim(each, wanted, facts, day, draw)
    elif isinstance(fact := getattr(part, "fact", None), Fact) and fact.key != "request.asks":
        _set(fact, part, wanted, facts, day, draw)


def _set(fact: Fact, part: x.Expression, wanted: bool, facts: _Facts, day: date, draw: random.Random) -> None:
    values, now = tuple(getattr(part, "values", ())), facts.get(fact)
    if fact.kind is FactKind.FLAG:
        facts.put(fact, wanted)
    elif fact.kind is FactKind.CODES:
        held = now or frozenset()
        facts.put(fact, held | {draw.choice(values)} if wanted and values else held - frozenset(values))
    elif fact.kind is FactKind.CODE and (now is None or (now in values) is not wanted):
        open_to = values if wanted else tuple(sorted(set(fact.values) - set(values)))
        facts.put(fact, draw.choice(open_to) if open_to else None)
    elif fact.kind is FactKind.DATE and wanted:
        facts.put(fact, day)
    elif fact.kind is FactKind.NUMBER and isinstance(part, x.AtLeast):
        facts.put(fact, part.least if wanted else part.least - 1)


def _drawn(parts: list[x.Expression], act: Act, day: date, draw: random.Random) -> _Facts:
    facts = _empty(act)
    for part in parts:
        if isinstance(part, x.ClassIs):
            facts.classes[part.name] = ClassFinding(draw.random() < 0.5, "drawn")
            continue
        fact = getattr(part, "fact", None)
        if isinstance(fact, Fact) and fact.key != "request.asks":
            facts.put(fact, _value(fact, part, day, draw))
    return facts


def _value(fact: Fact, part: x.Expression, day: date, draw: random.Random) -> Any:
    if fact.kind is FactKind.FLAG:
        return draw.random() < 0.5
    if fact.kind is FactKind.DATE:
        return day
    values = list(getattr(part, "values", ())) + sorted(fact.values)
    if fact.kind is FactKind.CODES:
        return frozenset({draw.choice(values)}) if values and draw.random() < 0.7 else frozenset()
    return draw.choice(values) if values else None
