"""What changed in the law of a place between two days, in sentences: what began, ended, or took another's place and how it differs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.law.engine.jurisdictions import resolve
from habeas.law.model import expressions as x
from habeas.law.model.ends import says_until
from habeas.law.model.phrases import says
from habeas.law.model.provision import DutyRule, Pack, Provision

Rule = Provision | DutyRule


@dataclass(frozen=True, slots=True)
class LawChange:
    """One change: the day, what happened (`began`, `ended`, `replaced`), the rules, and how they differ."""

    on: date
    kind: str
    rule: Rule
    before: Rule | None = None
    differs: tuple[str, ...] = ()

    def sentence(self) -> str:
        """The change as one or more sentences."""
        cite, says_so = self.rule.source.citation, self.rule.sentence
        if self.kind == "ended":
            return f"{self.on.isoformat()}: {cite} ended. It said: {says_so}"
        if self.before is None:
            return f"{self.on.isoformat()}: {cite} began. {says_so}"
        how = "".join(f" {each}" for each in self.differs) or " Only its source changed."
        return f"{self.on.isoformat()}: {cite} took the place of {self.before.source.citation}. {says_so}{how}"

    def as_data(self) -> dict[str, Any]:
        """The change as JSON values."""
        return {
            "on": self.on.isoformat(),
            "what": self.kind,
            "rule": self.rule.id,
            "citation": self.rule.source.citation,
            "before": self.before.id if self.before else None,
            "sentence": self.sentence(),
        }


def changes(place: str, first: date, last: date) -> list[LawChange]:
    """Every change in the law of `place` after `first` and up to `last`, by day."""
    found = [change for pack in resolve(place).packs for change in _of_pack(pack, first, last)]
    return sorted(found, key=lambda change: (change.on, change.rule.id))


def _of_pack(pack: Pack, first: date, last: date) -> Iterator[LawChange]:
    began = [rule for rule in pack.rules if rule.effective.start and first < rule.effective.start <= last]
    ended = [rule for rule in pack.rules if rule.effective.end and first < rule.effective.end <= last]
    replaced: set[str] = set()
    for rule in began:
        before = _predecessor(rule, ended)
        if before is None:
            yield LawChange(rule.effective.start or first, "began", rule)
            continue
        replaced.add(before.id)
        yield LawChange(rule.effective.start or first, "replaced", rule, before, tuple(_differences(before, rule)))
    for rule in ended:
        if rule.id not in replaced:
            yield LawChange(rule.effective.end or last, "ended", rule)


def _predecessor(rule: Rule, ended: list[Rule]) -> Rule | None:
    """The rule on the same acts that ended on the very day this one began."""
    if not isinstance(rule, Provision):
        return None
    same = [
        other
        for other in ended
        if isinstance(other, Provision)
        and other.effective.end == rule.effective.start
        and set(other.acts) == set(rule.acts)
    ]
    return same[0] if same else None


def _differences(before: Rule, after: Rule) -> Iterator[str]:
    if says(before.when) != says(after.when):
        yield f"It applied when {says(before.when)}; it applies when {says(after.when)}."
    if not isinstance(before, Provision) or not isinstance(after, Provision):
        return
    if before.outcome is not after.outcome:
        yield f"It said {before.outcome.value.replace('_', ' ')}; it says {after.outcome.value.replace('_', ' ')}."
    if says(before.unless) != says(after.unless):
        yield f"{_exception(before)} {_exception(after, now=True)}"
    old, new = (says_until(rule.until) if rule.until else "no set time" for rule in (before, after))
    if old != new:
        yield f"It lasted until {old}; it lasts until {new}."


def _exception(rule: Provision, *, now: bool = False) -> str:
    if rule.unless == x.NEVER:
        return "There is no exception now." if now else "There was no exception."
    return f"The exception {'is' if now else 'was'}: {says(rule.unless)}."
