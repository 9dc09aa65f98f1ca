"""What the people of the rosters say as one keyed hash, for the event that ends an import or its undoing: no name stands in it."""

import hashlib
from collections.abc import Iterable
from itertools import chain

from habeas.common.canonical import canonical_json
from habeas.desk.models import Booking, Person, RosterBefore, RosterImport
from habeas.desk.models.held import key_name
from habeas.desk.sealed_bytes import opened
from habeas.desk.seals import fits, seal

COLUMNS = (
    "person_id", "family_name", "given_name", "middle_and_suffix", "sex", "date_of_birth", "language", "record_sha256",
)  # fmt: skip
"""What only a roster writes of a person. Whether somebody left is reported here as well, and has events of its own."""
KEY_COLUMNS = ("person_id", "key", "first_seen__sha256", "last_seen__sha256")
"""By which key the record speaks of a person, and of which rosters the person is."""
STAY_COLUMNS = (
    "person__person_id", "booking_id", "key", "booked_at", "scheduled_release_on", "facility", "housing",
)  # fmt: skip
"""What only a roster writes of a stay, and by which key the record speaks of it."""
AT_ONCE = 2_000


def people_told() -> list[str]:
    """The name of the key, and the seal on everybody as they stand."""
    return [key_name(), seal("people", _people_sha256())]


def stays_told() -> list[str]:
    """The same of every stay in custody, and of which key and rosters everybody is."""
    return [key_name(), seal("stays", _stays_sha256())]


def stays_are_as_told(told: list[str]) -> bool:
    """Whether every stay stands as then; under a key that is gone it counts as so."""
    return told[0] != key_name() or fits(told[1], "stays", _stays_sha256())


def numbers_told() -> list[str]:
    """The same of the number of each row, by which other tables point to a person and a stay, and of the rosters of each person."""
    return [key_name(), seal("numbers", _numbers_sha256())]


def numbers_are_as_told(told: list[str]) -> bool:
    """Whether every number is that of the same person or stay as then; under a key that is gone it counts as so."""
    return told[0] != key_name() or fits(told[1], "numbers", _numbers_sha256())


def are_as_told(told: list[str]) -> bool:
    """Whether everybody stands as then; under a key that is gone nobody can say, and it counts as so."""
    return told[0] != key_name() or fits(told[1], "people", _people_sha256())


def stopped_half_way() -> bool:
    """Whether a roster is being applied or undone, or was stopped in the middle of it: its event is still to come."""
    if RosterImport.objects.filter(state=RosterImport.State.APPLIED, undone_by__isnull=False).exists():
        return True
    begun = RosterBefore.objects.exclude(roster__state=RosterImport.State.APPLIED).select_related("roster")
    return any(opened(each.content, *said_before(each.roster, each.person_id)) is not None for each in begun.iterator())


def said_before(kept: RosterImport, person_id: str) -> tuple[object, ...]:
    """What the seal on a kept state is on: of which roster and which person it is the state before."""
    return ("before", kept.key, person_id)


def _people_sha256() -> str:
    return _sha256_of(Person.objects.order_by("person_id").values_list(*COLUMNS).iterator(AT_ONCE))


def _stays_sha256() -> str:
    people = Person.objects.order_by("person_id").values_list(*KEY_COLUMNS)
    stays = Booking.objects.order_by("person__person_id", "booking_id").values_list(*STAY_COLUMNS)
    return _sha256_of(chain(people.iterator(AT_ONCE), stays.iterator(AT_ONCE)))


def _numbers_sha256() -> str:
    people = Person.objects.order_by("person_id").values_list("pk", "key", "first_seen_id", "last_seen_id")
    stays = Booking.objects.order_by("person__person_id", "booking_id").values_list("pk", "key")
    return _sha256_of(chain(people.iterator(AT_ONCE), stays.iterator(AT_ONCE)))


def _sha256_of(rows: Iterable[tuple[object, ...]]) -> str:
    found = hashlib.sha256()
    for row in rows:
        found.update(canonical_json([None if each is None else str(each) for each in row]).encode() + b"\n")
    return found.hexdigest()
