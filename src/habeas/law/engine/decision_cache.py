"""Deciding many people under one request: a decision is worked out once for each set of facts that it rests on.

What the request and the agency settle is folded away first; only the facts that remain tell two people apart.
The result is what `decide` gives, person by person (a property test holds the two together).
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from habeas.law.engine.decide import decide
from habeas.law.engine.decision import Decision
from habeas.law.engine.evaluate import evaluate
from habeas.law.engine.jurisdictions import resolve
from habeas.law.engine.warned import of_reduced
from habeas.law.model import expressions as x
from habeas.law.model.case import Case
from habeas.law.model.ends import facts_of_time
from habeas.law.model.facts import FACTS, PERSON_ENTITIES
from habeas.law.model.provision import Provision
from habeas.law.model.vocabulary import Act

Key = tuple[Any, ...]


class Memo:
    """Decides cases one after another, each set of facts once."""

    def __init__(self, acts: Iterable[Act] | None) -> None:
        """`acts` are those to decide; all where None."""
        self._acts = None if acts is None else frozenset(acts)
        self._shared: list[tuple[Key, _Shared]] = []

    def decide(self, case: Case) -> Decision:
        """Return the decision of `case`, worked out anew or found among those already made."""
        return replace(self._of(case).decide(case), id=case.id)

    def _of(self, case: Case) -> "_Shared":
        """What was already decided for this request, agency, place and day."""
        wanted = (case.jurisdiction, case.time_zone, case.as_of, case.request, case.agency)
        found = next((made for shared, made in self._shared if shared == wanted), None)
        if found is None:
            found = _Shared(case, self._acts)
            self._shared.append((wanted, found))
        return found


class _Shared:
    """The decisions made under one request, agency, place and day."""

    def __init__(self, sample: Case, acts: frozenset[Act] | None) -> None:
        self._acts = acts
        self._left = _left_over(sample, acts)
        self._made: dict[Key, Decision] = {}

    def decide(self, case: Case) -> Decision:
        key = self._key(case)
        if key not in self._made:
            self._made[key] = decide(case, self._acts)
        return self._made[key]

    def _key(self, case: Case) -> Key:
        facts, charges = self._left
        warned = (tuple(of_reduced(case)), case.said)
        own = (warned, *(case.value(entity, name) for entity, name in facts))
        if not charges:
            return own
        return (
            *own,
            case.record_complete,
            case.charges_known,
            *((each.label, *sorted(each.facts.items(), key=lambda item: item[0])) for each in case.charges),
        )


def _left_over(sample: Case, acts: frozenset[Act] | None) -> tuple[tuple[tuple[str, str], ...], bool]:
    """The person's facts that the rules still rest on, and whether they rest on the charges."""
    place = resolve(sample.jurisdiction)
    facts: set[tuple[str, str]] = set()
    charges = False
    for pack in place.packs:
        for rule in pack.provisions:
            if rule.effective.end is not None and rule.effective.end <= sample.as_of:
                continue
            for act in (act for act in rule.acts if acts is None or act in acts):
                for part in _open_parts(rule.when & ~rule.unless, sample, act):
                    charges |= isinstance(part, x.AnyCharge | x.AnyPresentCharge)
                    facts |= _fact_of(part)
                facts |= _times_of(rule)
        for duty in pack.duty_rules:
            for part in _open_parts(duty.when, sample, None):
                facts |= _fact_of(part)
                charges |= isinstance(part, x.AnyCharge | x.AnyPresentCharge)
    return tuple(sorted(facts)), charges


def _times_of(rule: Provision) -> set[tuple[str, str]]:
    """The person's facts from which the rule's end counts, and the moment before which it may not lie."""
    keys = (*facts_of_time(rule.until), "custody.release_at") if rule.until is not None else ()
    return {(FACTS[key].entity, FACTS[key].name) for key in keys if FACTS[key].entity in PERSON_ENTITIES}


def _fact_of(part: x.Expression) -> set[tuple[str, str]]:
    found = getattr(part, "fact", None)
    return {(found.entity, found.name)} if found is not None and found.entity in PERSON_ENTITIES else set()


def _open_parts(e: x.Expression, sample: Case, act: Act | None) -> list[x.Expression]:
    """The leaves and quantifiers that still matter once request and agency facts are put in; none where they settle it."""
    if not any(x.speaks_of_person(part) for part in e.walk()):
        return []
    if isinstance(e, x.All | x.Any_):
        settled = [
            evaluate(part, sample, act=act or "")
            for part in e.of
            if not any(x.speaks_of_person(p) for p in part.walk())
        ]
        if (isinstance(e, x.All) and False in settled) or (isinstance(e, x.Any_) and True in settled):
            return []
    if isinstance(e, x.AnyCharge | x.AnyPresentCharge):
        return [e]
    inner = [found for part in e.parts() for found in _open_parts(part, sample, act)]
    return inner or ([e] if x.speaks_of_person(e) else [])
