"""Why a roster cannot be right, in plain words: such a one is held for two people before anything of it counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from habeas.desk.models import Person, RosterImport
from habeas.roster.records import Person as Record
from habeas.roster.records import Roster
from habeas.roster.tally import in_custody

TENTH = 0.1
"""More than this part of those in custody gone at once is no ordinary day."""
QUARTER = 0.25
FEW = 5
"""Charges and holds may fall by fewer than this without a word."""
COLUMNS: Mapping[str, str] = {
    "family_name": "family name", "given_name": "given name", "date_of_birth": "date of birth", "sex": "sex",
}  # fmt: skip
"""Columns without which nobody can be told from another, as pages name them."""


@dataclass(slots=True)
class Tally:
    """Counts over people: how many, how many have each column, their charges and holds."""

    people: int = 0
    known: dict[str, int] = field(default_factory=dict)
    written: dict[str, int] = field(default_factory=dict)
    charges: int = 0
    holds: int = 0

    def add(self, person: Record) -> None:
        """Count a person in."""
        self.people += 1
        for name in COLUMNS:
            self.known[name] = self.known.get(name, 0) + bool(getattr(person, name))
            self.written[name] = self.written.get(name, 0) + bool(person.raw.get(name))
        self.charges += sum(bool(each.statute or each.description) for stay in person.bookings for each in stay.charges)
        self.holds += sum(len(each.holds or ()) for each in person.bookings)


def doubts(roster: Roster, as_of: datetime) -> list[str]:
    """What speaks against an export beside what the desk holds, each in one sentence; nothing where it is plausible."""
    here, before = _in_custody_then(roster, as_of), Tally()
    gone = 0
    for row, was in _held():
        before.add(row)
        after = here.get(row.person_id, False)
        gone += after is False or (after is None and was is True)
    now = Tally()
    for person in roster.people:
        if here[person.person_id] is not False:
            now.add(person)
    found = [*_nobody(roster, now), *_older(as_of)]
    return found + ([] if now.people == 0 else [*_gone(gone, before), *_columns(now, before), *_fallen(now, before)])


def _in_custody_then(roster: Roster, as_of: datetime) -> dict[str, bool | None]:
    """Each person of the export: in custody by it, released, or not to be told."""
    found: dict[str, bool | None] = {}
    for person in roster.people:
        stays = [in_custody(each, as_of.date()) for each in person.bookings]
        found[person.person_id] = True if True in stays else None if None in stays else False
    return found


def _held() -> Iterable[tuple[Record, bool | None]]:
    """Everybody whom the desk holds to be in custody and no roster lacked."""
    rows = Person.objects.exclude(in_custody=False).filter(absent_since=None).values_list("record", "in_custody")
    return ((msgspec.convert(row, Record), was) for row, was in rows.iterator(2_000))


def _nobody(roster: Roster, now: Tally) -> list[str]:
    if not roster.people and roster.refused:
        return [f"No inmate could be read: all {roster.rows:,} rows were refused. This is probably the wrong layout."]
    if not roster.people:
        return ["The export has no inmates."]
    return [] if now.people else [f"None of its {len(roster.people):,} people is in custody."]


def _older(as_of: datetime) -> list[str]:
    """An export drawn before the one in force would put the jail back to an earlier hour."""
    newest = RosterImport.objects.filter(state=RosterImport.State.APPLIED, as_of__gt=as_of)
    return ["It was exported before a roster that is already applied."] * newest.exists()


def _gone(gone: int, before: Tally) -> list[str]:
    if not before.people or gone <= TENTH * before.people:
        return []
    return [
        f"{gone:,} of {before.people:,} inmates ({gone / before.people:.0%}) would be gone: missing, released or unknown."
    ]


def _columns(now: Tally, before: Tally) -> list[str]:
    """A column that was read for most people before, or that is written now, and is unknown for everybody."""
    lost = [
        words
        for name, words in COLUMNS.items()
        if not now.known[name] and (now.written[name] or before.known.get(name, 0) * 2 > before.people)
    ]
    if not now.known["family_name"] and not now.known["given_name"]:
        lost = list(dict.fromkeys(["family name", "given name", *lost]))
    return [f"The {words} is unknown for all {now.people:,} people." for words in lost]


def _fallen(now: Tally, before: Tally) -> list[str]:
    pairs = (("charges", now.charges, before.charges), ("holds", now.holds, before.holds))
    return [
        f"The number of {words} would fall from {old:,} to {new:,}."
        for words, new, old in pairs
        if old - new >= FEW and old - new > QUARTER * old
    ]


def doubts_of(kept: RosterImport) -> list[str]:
    """What spoke against a roster when it was last compared."""
    found: list[Any] = kept.report.get("doubts", [])
    return [str(each) for each in found]
