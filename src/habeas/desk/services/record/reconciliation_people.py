"""People and bookings, of which no row is held, against the event that ended the last roster, and against their own records."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from django.db.models import Prefetch

from habeas.desk.models import Booking, Person
from habeas.desk.services.custody.people_told import (
    are_as_told,
    numbers_are_as_told,
    stays_are_as_told,
    stopped_half_way,
)
from habeas.desk.services.record.cells import FAULTS, UNREADABLE
from habeas.desk.services.record.reconciliation_base import Findings, Heard, Part
from habeas.roster.records import Person as Record
from habeas.roster.tally import in_custody

AT_ONCE = 200
STAYS = ("scheduled_release_on", "release_reason", "facility", "housing")
HALF = "People and bookings were not held against the record: a roster is being applied or undone, or was stopped half way."


class PeopleTold(Part):
    """What events told of everybody at the end of each roster."""

    def __init__(self, found: Findings) -> None:
        super().__init__(found)
        self.seq, self.told, self.stays, self.numbers = -1, list[str](), list[str](), list[str]()
        self.rosters: set[str] = set()

    def hear(self, event: Heard) -> None:
        """Keep what the newest end of a roster says."""
        told, stays = _pair(event.detail.get("people")), _pair(event.detail.get("stays"))
        if event.act == "import" and told:
            self.seq, self.told, self.stays, self.numbers = event.seq, told, stays, _pair(event.detail.get("numbers"))
            self.rosters.add(event.object.id)

    def judge(self) -> None:
        """Name what differs."""
        if not self.told:
            return
        if stopped_half_way():
            self.found.notes.append(HALF)
            return
        if not are_as_told(self.told):
            self.found.say("person", "any", f"the people are not those that event {self.seq} left; import a new export")
        if self.stays and not stays_are_as_told(self.stays):
            said = f"the stays in custody, or the keys and rosters of people, are not those that event {self.seq} left; import a new export"
            self.found.say("booking", "any", said)
        if self.numbers and not numbers_are_as_told(self.numbers):
            said = (
                f"the numbers by which other tables point to stays and people are not those that event {self.seq} left"
            )
            self.found.say("booking", "any", said)
        for person in self._of_told_rosters():
            try:
                self._judge_one(person)
            except FAULTS:
                self.found.say("person", person.pk, UNREADABLE)

    def _of_told_rosters(self) -> Iterator[Person]:
        stays = Booking.objects.order_by("pk")
        rows = Person.objects.select_related("last_seen").prefetch_related(Prefetch("bookings", stays)).order_by("pk")
        columns = ("record", "in_custody", "last_seen__sha256", "last_seen__as_of")
        for person in rows.only(*columns).iterator(AT_ONCE):
            if person.last_seen.sha256[:24] in self.rosters:
                yield person

    def _judge_one(self, person: Person) -> None:
        record = msgspec.convert(person.record, Record)
        stays = {each.booking_id: each for each in record.bookings}
        rows = list(person.bookings.all())
        reported = any(each.release_reported_at is not None for each in rows)
        here = any(in_custody(each, person.last_seen.as_of.date()) for each in record.bookings)
        if here and person.in_custody is False and not reported:
            self.found.say("person", person.pk, "it says that they left, which neither a roster nor an event does")
        for row in rows:
            if row.release_reported_at is None and (stay := stays.get(row.booking_id)) and _differs(row, stay):
                self.found.say("booking", row.pk, "it is not what the record of its person says")


def _pair(told: Any) -> list[str]:
    """What an event tells of everybody, as the name of a key and a seal; nothing where it tells nothing."""
    return [str(each) for each in told] if isinstance(told, list) and len(told) == 2 else []


def _differs(row: Booking, stay: Any) -> bool:
    ended = (row.released_at is None) != (stay.released_at is None)
    return ended or any(_text(getattr(row, name)) != _text(getattr(stay, name))[:120] for name in STAYS)


def _text(value: str | date | None) -> str:
    return "" if value is None else str(value)
