"""The facts of one case as the evaluator sees them: five entities, each a mapping from fact to value, None for unknown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from habeas.offenses.classify import ClassFinding
from habeas.places.table import place_of

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ChargeRecord:
    """One charge: its recorded facts, and what the offenses room finds of it (class -> Finding)."""

    facts: Facts
    classes: Mapping[str, ClassFinding] = field(default_factory=dict)
    label: str = ""
    """How a person would call it: `PC 211 (pending)`."""


@dataclass(frozen=True, slots=True)
class Case:
    """One request about one person (or about none) on one day in one place."""

    id: str
    jurisdiction: str
    as_of: date
    request: Facts = field(default_factory=dict)
    person: Facts = field(default_factory=dict)
    custody: Facts = field(default_factory=dict)
    agency: Facts = field(default_factory=dict)
    charges: tuple[ChargeRecord, ...] = ()
    charges_known: bool = False
    """Whether the jail's own list of charges was given at all (an empty list is a list)."""
    record_complete: bool | None = None
    """True where `charges` is the whole criminal record; otherwise "no such charge" is never concluded from it."""
    time_zone: str | None = None
    """The zone of the jail, where it was given; else its place's own counts."""
    said: tuple[str, ...] = ()
    """What in the request was not understood, in sentences."""

    @property
    def zone(self) -> str | None:
        """The zone in which ends are told: the one given, else that of the place; None where neither says."""
        return self.time_zone or place_of(self.jurisdiction.partition("@")[0]).zone

    def value(self, entity: str, name: str, charge: ChargeRecord | None = None) -> Any:
        """Return the value of a fact, or None where it is unknown."""
        if entity == "charge":
            return charge.facts.get(name) if charge else None
        facts: Facts = getattr(self, entity)
        return facts.get(name)
