"""Rosters at the desk: an export is previewed, then applied in small steps while clerks work; nobody absent is ever taken for released."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from django.db import transaction
from django.db.models import F

from habeas.common.canonical import canonical_json, sha256_of
from habeas.common.errors import BadInputError
from habeas.desk.doing import Doing
from habeas.desk.models import Booking, Person, RosterFile, RosterImport
from habeas.desk.models.custody import name_on_record
from habeas.desk.record.writing import acting
from habeas.desk.services.custody.booked_days import booked_days
from habeas.desk.services.custody.people_told import numbers_told, people_told, stays_told
from habeas.desk.services.custody.profiles import demand_offered, text_of
from habeas.desk.services.custody.roster_confirming import demand_confirmed, unconfirmed
from habeas.desk.services.custody.roster_doubts import doubts
from habeas.desk.services.custody.roster_turn import turn
from habeas.desk.services.custody.roster_undo import keep_before
from habeas.desk.services.office.office import office, zone
from habeas.desk.workflow.errors import RefusedError
from habeas.roster.check import check
from habeas.roster.child import read_apart
from habeas.roster.records import Person as Record
from habeas.roster.records import Roster
from habeas.roster.tally import in_custody

STEP = 100
"""People written in one transaction: a clerk's decision waits for one step at most."""
PERSON_COLUMNS = [
    "family_name", "given_name", "middle_and_suffix", "sex", "date_of_birth", "language",
    "record", "record_sha256", "last_seen", "in_custody", "absent_since",
]  # fmt: skip
AHEAD = timedelta(minutes=5)
"""How far the clock of the jail's system may run ahead of ours."""
SMALL = 2**20
"""Bytes up to which an export's records stay in memory between preview and apply."""
GIVEN_UP = frozenset({RosterImport.State.DROPPED, RosterImport.State.UNDONE})
BREATH_SECONDS = 0.002
"""A pause between steps, so that a waiting clerk comes first."""


@dataclass(frozen=True, slots=True)
class RosterPreview:
    """What applying an export would do: people new, changed, the same, and absent from it though in custody before."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: int
    gone: tuple[str, ...]


def receive_roster(content: bytes, name: str, profile: str, as_of: datetime, doing: Doing) -> RosterImport:
    """Take in an export: keep it whole, read it, and say what applying it would do. Nothing about anybody changes yet.

    Raises BadInputError where it cannot be read, and nothing is kept. The same file of the same time gives the row that is there; of
    another time it is another roster, for the jail may have changed back.
    """
    digest = hashlib.sha256(content).hexdigest()
    known = RosterImport.objects.filter(sha256=digest, as_of=as_of).first()
    if known and known.state not in GIVEN_UP and known.report:
        return known
    roster = read_content(content, name, profile, as_of, office().time_zone)
    return write_preview(known or keep_roster(content, name, profile, as_of, doing), roster, doing)


def keep_roster(content: bytes, name: str, profile: str, as_of: datetime, doing: Doing) -> RosterImport:
    """Keep an export whole, not read yet. The same file of the same time is the same row; one that was given up is taken up again."""
    if not content:
        raise BadInputError("The export is empty; export it again.")
    if as_of > doing.at + AHEAD:
        raise RefusedError("The export time cannot be in the future; check the date and time.")
    demand_offered(profile)
    digest = hashlib.sha256(content).hexdigest()
    with acting(doing, "import", "roster", digest[:24]) as entry:
        made, new = RosterImport.objects.get_or_create(
            sha256=digest,
            as_of=as_of,
            defaults={
                "name": Path(name).name[:120] or "export", "profile": profile, "received_at": doing.at,
                "by": doing.account,
            },
        )  # fmt: skip
        if new:
            RosterFile.objects.create(roster=made, content=content)
        if made.state in GIVEN_UP:
            made.state, made.report, made.profile = RosterImport.State.PREVIEW, {}, profile
            made.save(update_fields=["state", "report", "profile"])
            RosterFile.objects.filter(roster=made).update(detail={})
        entry.detail |= {"step": "kept" if new else "the same again", "sha256": digest, "as_of": as_of.isoformat()}
        entry.detail["profile"] = made.profile
    return made


def write_preview(kept: RosterImport, roster: Roster, doing: Doing) -> RosterImport:
    """Store what applying an export would do: counts in `report`, person by person in the `detail` of its file."""
    seen = preview(roster)
    with acting(doing, "import", "roster", kept.sha256[:24]) as entry:
        kept.report = _report(roster, seen, kept.as_of) | {"doubts": doubts(roster, kept.as_of), "against": _in_force()}
        kept.state = RosterImport.State.PREVIEW
        unconfirmed(kept)
        kept.save()
        kept.file.detail = _detail(roster, seen)
        kept.file.save(update_fields=["detail"])
        entry.detail |= {"step": "previewed", "sha256": kept.sha256, "rows": roster.rows}
        entry.detail["doubts"] = len(kept.report["doubts"])
    return kept


def _in_force() -> str:
    """The key of the roster applied last: what a preview was compared with."""
    applied = RosterImport.objects.filter(state=RosterImport.State.APPLIED).order_by("-applied_at", "-id")
    return str(applied.values_list("key", flat=True).first() or "")


def read_content(content: bytes, name: str, profile: str, as_of: datetime, time_zone: str) -> Roster:
    """Read an export's bytes through a profile, in the limited child process; a small one just read is not read again."""
    text = text_of(profile)
    day = as_of.astimezone(ZoneInfo(time_zone)).date()
    if len(content) <= SMALL:
        return _read_small(content, name, profile, day, time_zone, text)
    return read_apart(content, name, profile, time_zone=time_zone, export_day=day, text=text)


@lru_cache(maxsize=4)
def _read_small(content: bytes, name: str, profile: str, day: date, time_zone: str, text: str) -> Roster:
    return read_apart(content, name, profile, time_zone=time_zone, export_day=day, text=text)


def read_import(kept: RosterImport) -> Roster:
    """Read a kept export again."""
    return read_content(bytes(kept.file.content), kept.name, kept.profile, kept.as_of, office().time_zone)


def preview(roster: Roster) -> RosterPreview:
    """Compare an export with what the desk holds."""
    held = dict(Person.objects.values_list("person_id", "record_sha256"))
    present = set(Person.objects.exclude(in_custody=False).values_list("person_id", flat=True))
    digests = {each.person_id: record_sha256(record_data(each)) for each in roster.people}
    return RosterPreview(
        tuple(sorted(set(digests) - set(held))),
        tuple(sorted(name for name, digest in digests.items() if name in held and held[name] != digest)),
        sum(held.get(name) == digest for name, digest in digests.items()),
        tuple(sorted(present - set(digests))),
    )


def apply_roster(
    kept: RosterImport, doing: Doing, beat: Callable[[int, int], None] = lambda done, of: None
) -> RosterImport:
    """Apply a previewed export, step by step. Stopped halfway it is taken up again where it stopped; applied twice it changes nothing.

    People absent from it are flagged absent: never a release. What it touches is kept as it stood, so that it can be undone. `beat` is
    told after each step how many people of how many are in. Raises RefusedError for a doubtful roster that two people did not confirm,
    compared again where another was applied since its preview.
    """
    with turn():
        kept.refresh_from_db()
        return _apply(kept, doing, beat)


def _apply(kept: RosterImport, doing: Doing, beat: Callable[[int, int], None]) -> RosterImport:
    if kept.state in GIVEN_UP:
        raise RefusedError("This export was discarded or undone; import it again.")
    if kept.state == RosterImport.State.APPLIED:
        return kept
    roster = read_import(kept)
    if kept.report.get("against") != _in_force():
        write_preview(kept, roster, doing)
    demand_confirmed(kept)
    for number, people in enumerate(_steps(roster)):
        _apply_step(people, kept, doing)
        beat(number * STEP + len(people), len(roster.people))
        time.sleep(BREATH_SECONDS)
    return _finish(kept, roster, doing)


def _steps(roster: Roster) -> Iterator[list[Record]]:
    people = iter(roster.people)
    while step := list(islice(people, STEP)):
        yield step


def _apply_step(people: list[Record], kept: RosterImport, doing: Doing) -> None:
    data = {each.person_id: record_data(each) for each in people}
    here = zone(office())
    with transaction.atomic():
        held = {each.person_id: each for each in Person.objects.filter(person_id__in=data).select_for_update()}
        keep_before(kept, data, held)
        left = _reported_since(kept, data)
        rows = [_row(each, data[each.person_id], held.get(each.person_id), kept, left) for each in people]
        Person.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["person_id"], update_fields=PERSON_COLUMNS
        )
        stored = {each.person_id: each for each in Person.objects.filter(person_id__in=data).only("id", "person_id")}
        bookings = [
            _booking(stored[each.person_id], booking, here)
            for each in people
            for booking in each.bookings
            if (each.person_id, booking.booking_id) not in left
        ]
        Booking.objects.bulk_create(
            bookings, update_conflicts=True, unique_fields=["person", "booking_id"],
            update_fields=["booked_at", "released_at", "scheduled_release_on", "release_reason", "facility", "housing"],
        )  # fmt: skip


def _reported_since(kept: RosterImport, people: Iterable[str]) -> set[tuple[str, str]]:
    """Bookings whose release was reported after the export was drawn: the export cannot know of it and does not undo it."""
    rows = Booking.objects.filter(
        person__person_id__in=list(people), release_reported_at__isnull=False, released_at__gt=kept.as_of
    )
    return set(rows.values_list("person__person_id", "booking_id"))


def _row(
    person: Record, data: dict[str, Any], held: Person | None, kept: RosterImport, left: set[tuple[str, str]]
) -> Person:
    keeping = [
        in_custody(each, kept.as_of.date())
        for each in person.bookings
        if (person.person_id, each.booking_id) not in left or each.released_at is not None
    ]
    return Person(
        person_id=person.person_id,
        family_name=person.family_name or "",
        given_name=person.given_name or "",
        middle_and_suffix=" ".join(filter(None, (person.middle_name, person.suffix)))[:200],
        sex=(person.sex or "")[:20],
        date_of_birth=person.date_of_birth,
        language=person.language or "",
        record=data,
        record_sha256=record_sha256(data),
        first_seen=held.first_seen if held else kept,
        last_seen=kept,
        in_custody=True if True in keeping else None if None in keeping else False,
        absent_since=None,
    )


def _booking(person: Person, booking: Any, here: ZoneInfo) -> Booking:
    return Booking(
        person=person,
        booking_id=booking.booking_id,
        booked_at=_moment(booking.booked_at, here),
        released_at=_moment(booking.released_at, here),
        scheduled_release_on=booking.scheduled_release_on,
        release_reason=(booking.release_reason or "")[:120],
        facility=(booking.facility or "")[:120],
        housing=(booking.housing or "")[:120],
    )


def _moment(value: datetime | None, here: ZoneInfo) -> datetime | None:
    """A time without an offset is local to the county."""
    return value.replace(tzinfo=here) if value is not None and value.tzinfo is None else value


def _finish(kept: RosterImport, roster: Roster, doing: Doing) -> RosterImport:
    # before anybody waits: only a roster changes what they tell of, and this one has its turn
    told = {"people": people_told(), "stays": stays_told(), "numbers": numbers_told()}
    with acting(doing, "import", "roster", kept.sha256[:24]) as entry:
        absent = Person.objects.filter(absent_since=None).exclude(last_seen=kept).exclude(in_custody=False)
        rows = {each.person_id: each for each in absent}
        keep_before(kept, rows, rows)
        entry.detail |= {"step": "applied", "sha256": kept.sha256, "absent": absent.update(absent_since=doing.at)}
        entry.detail |= told
        entry.detail |= {
            "booked": booked_days(kept.as_of),
            "in_custody": Person.objects.filter(in_custody=True).count(),
        }
        kept.state, kept.applied_at, kept.keeps_before = RosterImport.State.APPLIED, doing.at, True
        kept.save(update_fields=["state", "applied_at", "keeps_before"])
    return kept


def drop_roster(kept: RosterImport, doing: Doing, failed: str = "") -> None:
    """Discard a previewed export that should not be applied, or that `failed` to be read: why, in a sentence."""
    with acting(doing, "import", "roster", kept.sha256[:24]) as entry:
        if kept.state != RosterImport.State.PREVIEW:
            raise RefusedError("Only an export that was not applied can be discarded.")
        entry.detail |= {"step": "dropped"}
        report = {"failed": failed} if failed else kept.report
        RosterImport.objects.filter(pk=kept.pk).update(state=RosterImport.State.DROPPED, report=report)


def record_data(person: Record) -> dict[str, Any]:
    """The roster's person as JSON values, just as the database gives them back; `msgspec.convert` reads them to the same record."""
    return dict(msgspec.json.decode(msgspec.json.encode(person)))


def record_sha256(data: dict[str, Any]) -> str:
    """The hash of a record without the rows it was read from: the same person in another order of rows has not changed."""
    return sha256_of(_without_rows(data))


def _without_rows(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_rows(each) for key, each in value.items() if key != "row"}
    if not isinstance(value, list):
        return value
    inside = [_without_rows(each) for each in value]
    return sorted(inside, key=canonical_json) if inside and isinstance(inside[0], dict) else inside


def _report(roster: Roster, seen: RosterPreview, as_of: datetime) -> dict[str, Any]:
    found = check(roster, as_of.date())
    return found | {"new": len(seen.new), "changed": len(seen.changed), "same": seen.same, "gone": len(seen.gone)}


def _detail(roster: Roster, seen: RosterPreview) -> dict[str, Any]:
    """Person by person: `[number, name]` for new and gone, and in what for changed; `[row, record]` of rows that were refused."""
    people = {each.person_id: each for each in roster.people}
    held = Person.objects.in_bulk([*seen.changed, *seen.gone], field_name="person_id")
    return {
        "new": [[name, _named(people[name])] for name in seen.new],
        "changed": [[name, _named(people[name]), changes(held[name].record, people[name])] for name in seen.changed],
        "gone": [[name, held[name].shown] for name in seen.gone],
        "unread": [
            [each.row, record_data(each.person) if each.person else None] for each in roster.refused if not each.nobody
        ],
    }


def _named(person: Record) -> str:
    rest = " ".join(filter(None, (person.middle_name, person.suffix)))
    return name_on_record(person.family_name or "", person.given_name or "", rest)


def changes(held: dict[str, Any], person: Record) -> list[str]:
    """In what a person's record would change, in the columns' names; a booking's columns once, with `booking`."""
    now = record_data(person)
    found = [key for key in now if key not in {"bookings", "raw"} and now[key] != held.get(key)]
    before = {each["booking_id"]: each for each in held.get("bookings", ())}
    after = {each["booking_id"]: each for each in now["bookings"]}
    found += ["a new booking"] * bool(set(after) - set(before)) + ["a booking gone"] * bool(set(before) - set(after))
    inside = [
        key
        for name in before.keys() & after.keys()
        for key in after[name]
        if key not in {"row", "raw"} and _without_rows(after[name][key]) != _without_rows(before[name].get(key))
    ]
    return list(dict.fromkeys(each.replace("_", " ") for each in (*found, *inside))) or ["the text as written"]


def newest_first() -> Any:
    """The imports, newest first, each with who took it in."""
    return RosterImport.objects.select_related("by").order_by(F("applied_at").desc(nulls_first=True), "-id")


def import_called(key: str) -> RosterImport | None:
    """One import."""
    return RosterImport.objects.filter(key=key).first()


def import_shown(key: str) -> RosterImport | None:
    """One import with what its page shows: who did what to it, and the lists of its preview, but not the export's bytes."""
    rows = RosterImport.objects.select_related("by", "asked_by", "confirmed_by", "undone_by", "file")
    return rows.defer("file__content").filter(key=key).first()


def was_previewed(kept: RosterImport) -> bool:
    """Whether an import was read and previewed, and nothing has been done with it since."""
    return kept.state == RosterImport.State.PREVIEW and bool(kept.report) and "failed" not in kept.report


def waits_to_be_applied(kept: RosterImport) -> bool:
    """Whether nothing was done with an import yet: it is being read, or was previewed."""
    return kept.state == RosterImport.State.PREVIEW
