"""A profile's own test: invented rows and what they must read as, tried at each import."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

import msgspec

from habeas.common.errors import BadInputError
from habeas.roster.columns import COLUMNS
from habeas.roster.layout import SampleRule
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile
from habeas.roster.readers.lines import read_lines
from habeas.roster.records import Booking, Charge, Person, Roster
from habeas.roster.rows import RosterRow, RosterTable

Build = Callable[[Iterable[RosterTable], Profile, str, date | None], Roster]
UNKNOWN = "unknown"


def check_samples(profile: Profile, export_day: date | None, build: Build) -> None:
    """Raise BadInputError where an invented row no longer reads as the profile says: nothing of the file is taken in then."""
    bare = msgspec.structs.replace(profile, sample=[], totals=[], expects=[])
    for number, sample in enumerate(profile.sample, start=1):
        found = read_of(build([_table(sample, bare, number)], bare, "", export_day))
        for column, wanted in sample.reads.items():
            told = found.get(column, UNKNOWN)
            if not _agrees(told, wanted, column):
                raise BadInputError(
                    f'Sample {number} of the profile {profile.name} reads {column} as "{told}", and "{wanted}" is written: '
                    "correct the profile, or the sample; nothing was read."
                )


def _table(sample: SampleRule, profile: Profile, number: int) -> RosterTable:
    if sample.text:
        return read_lines(sample.text.encode(), profile, ReadLimits(), f"sample {number}")
    known = [source for column in profile.columns for source in profile.sources(column)]
    return RosterTable(
        tuple(dict.fromkeys([*known, *sample.cells])), (RosterRow(f"sample {number}", dict(sample.cells)),)
    )


def read_of(roster: Roster) -> dict[str, str]:
    """The plain columns of the first person, booking and charge as texts; what is unknown is not there."""
    person = roster.people[0] if roster.people else None
    booking = person.bookings[0] if person else None
    charge = booking.charges[0] if booking and booking.charges else None
    return {column: text for record in (person, booking, charge) if record for column, text in _told(record)}


def _told(record: Person | Booking | Charge) -> Iterable[tuple[str, str]]:
    entity = type(record).__name__.lower()
    for column in COLUMNS.values():
        if column.entity == entity:
            value = getattr(record, column.attribute)
            if value is not None and value != ():
                yield column.name, text_of(value)


def text_of(value: Any) -> str:
    """A value as it is written in a sample: days and times in ISO form, lists with `; ` between."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _agrees(told: str, wanted: str, column: str) -> bool:
    """Whether a value is the one that is written; of a time the beginning is enough (2026-03-01T10:30)."""
    if wanted in {"", UNKNOWN}:
        return told == UNKNOWN
    return told == wanted or (column in {"booked_at", "released_at"} and told.startswith(wanted.replace(" ", "T")))
