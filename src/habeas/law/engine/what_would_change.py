"""What would change an open answer: each open fact is tried with the values it could have, and the answers are looked at.

Found by trying, not by hand: what is said to settle an act is what `decide` gives with that fact filled in.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from habeas.law.engine.decide import decide_outcome
from habeas.law.engine.decision import Decision
from habeas.law.engine.jurisdictions import resolve
from habeas.law.engine.trace import HISTORY, Ask
from habeas.law.model.case import Case, ChargeRecord
from habeas.law.model.expressions import CLASS_WORDS
from habeas.law.model.facts import FACTS, FactKind
from habeas.law.model.vocabulary import Act, Outcome
from habeas.offenses.finding import ClassFinding

OPEN = frozenset({Outcome.UNKNOWN, Outcome.UNRESOLVED})


@dataclass(frozen=True, slots=True)
class Settles:
    """One open fact: what each act would come to with each value, and how many of the open acts it settles whatever the value."""

    ask: Ask
    outcomes: dict[str, dict[str, str]]
    """Value -> act -> outcome."""
    settled: int
    firm: int
    """How many pairs of a value and an act come out firm."""

    def as_data(self) -> dict[str, Any]:
        """The fact as JSON values."""
        return {
            "fact": self.ask.fact,
            "ask": self.ask.ask,
            "of": self.ask.of,
            "if": self.outcomes,
            "settles": self.settled,
        }


def would_change(case: Case, decision: Decision) -> list[Settles]:
    """The open facts of the acts that were asked, the one that settles most first. Empty where nothing asked is open."""
    acts = [act for act, made in decision.acts.items() if made.asked and made.outcome in OPEN]
    if not acts:
        return []
    found = [settles for ask in decision.questions if (settles := _try(case, ask, acts)) is not None]
    return sorted(found, key=lambda each: (-each.settled, -each.firm))


def _try(case: Case, ask: Ask, acts: list[Act]) -> Settles | None:
    place = resolve(case.jurisdiction)
    outcomes = {
        name: {act.value: decide_outcome(tried, act, place).value for act in acts}
        for name, tried in _values(case, ask.fact)
    }
    if not outcomes:
        return None
    settled = sum(all(Outcome(each[act.value]) not in OPEN for each in outcomes.values()) for act in acts)
    firm = sum(Outcome(each[act.value]) not in OPEN for each in outcomes.values() for act in acts)
    return Settles(ask, outcomes, settled, firm) if firm else None


def _values(case: Case, fact: str) -> Iterator[tuple[str, Case]]:
    """The case with the open fact filled in, once for each value it could have."""
    if fact == HISTORY:
        yield "checked, and nothing more found", replace(case, record_complete=True)
        return
    entity, _, name = fact.partition(".")
    if entity == "charge" and name in CLASS_WORDS:
        yield from ((word, _with_class(case, name, value)) for word, value in (("yes", True), ("no", False)))
        return
    for word, value in _possible(fact):
        yield word, _with_fact(case, entity, name, value)


def _possible(fact: str) -> Iterator[tuple[str, Any]]:
    known = FACTS.get(fact)
    if known is None:
        return
    if known.kind is FactKind.FLAG:
        yield from (("yes", True), ("no", False))
    elif known.kind is FactKind.CODE:
        yield from ((value.replace("_", " "), value) for value in sorted(known.values))


def _with_fact(case: Case, entity: str, name: str, value: Any) -> Case:
    if entity == "charge":
        charges = tuple(
            each
            if each.facts.get(name) is not None
            else ChargeRecord({**each.facts, name: value}, each.classes, each.label)
            for each in case.charges
        )
        return replace(case, charges=charges)
    given: Any = {**getattr(case, entity), name: value}
    changed: dict[str, Any] = {entity: given}
    return replace(case, **changed)


def _with_class(case: Case, name: str, value: bool) -> Case:
    charges = []
    for each in case.charges:
        found = each.classes.get(name)
        is_open = found is None or found.value is None
        classes = {**each.classes, name: ClassFinding(value, "tried")} if is_open else each.classes
        charges.append(ChargeRecord(each.facts, classes, each.label))
    return replace(case, charges=tuple(charges))
