"""Undoing an applied roster: whoever it touched stands again as before, and what people reported since stays reported."""

import zlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import F, ProtectedError

from habeas.desk.doing import Doing
from habeas.desk.models import Booking, NeverThese, Person, RosterBefore, RosterFile, RosterImport
from habeas.desk.record.writing import acting
from habeas.desk.sealed_bytes import opened, with_seal
from habeas.desk.services.custody.people_told import numbers_told, people_told, said_before, stays_told
from habeas.desk.services.custody.roster_turn import turn
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed

PERSON = (
    "family_name", "given_name", "middle_and_suffix", "sex", "date_of_birth", "language",
    "record", "record_sha256", "first_seen_id", "last_seen_id", "in_custody", "absent_since",
)  # fmt: skip
BOOKING = (
    "booking_id", "booked_at", "released_at", "scheduled_release_on", "release_reason", "facility", "housing",
)  # fmt: skip
"""What a roster writes of a booking; when somebody may go, or was reported to have left, is the desk's own."""
STEP = 100


def keep_before(kept: RosterImport, touched: Iterable[str], held: Mapping[str, Person]) -> None:
    """Keep the people a roster is about to touch as they stand; whoever was kept already (a step begun again) stays as kept."""
    stays: dict[int, list[dict[str, Any]]] = {}
    pks = [each.pk for each in held.values()]
    for row in Booking.objects.filter(person__in=pks).order_by("id").values("person_id", *BOOKING):
        stays.setdefault(row.pop("person_id"), []).append(row)
    packed = {name: _packed(held[name], stays) if name in held else b"" for name in touched}
    rows = [
        RosterBefore(roster=kept, person_id=name, content=with_seal(content, *said_before(kept, name)))
        for name, content in packed.items()
    ]
    RosterBefore.objects.bulk_create(rows, ignore_conflicts=True)


def _packed(person: Person, stays: Mapping[int, list[dict[str, Any]]]) -> bytes:
    row = {name: getattr(person, name) for name in PERSON}
    return zlib.compress(msgspec.json.encode({"person": row, "bookings": stays.get(person.pk, [])}), 1)


def ask_undo(kept: RosterImport, why: str, doing: Doing) -> None:
    """Say that an applied roster shall be undone, and why. Raises RefusedError where it is not the newest, or cannot be undone."""
    check_right(needed("import_roster"), doing.role)
    if not why.strip():
        raise RefusedError("Enter why this roster is undone.")
    refuse_undo(kept)
    with acting(doing, "import", "roster", kept.sha256[:24]) as entry:
        entry.detail |= {"step": "asked to undo", "sha256": kept.sha256}
        entry.sealed["why"] = why.strip()[:300]
        kept.undone_by, kept.undone_why = doing.account, why.strip()[:300]
        kept.save(update_fields=["undone_by", "undone_why"])


def refuse_undo(kept: RosterImport) -> None:
    """Raise RefusedError where a roster cannot be undone now, with what to do instead."""
    if kept.state != RosterImport.State.APPLIED:
        raise RefusedError("Only a roster that was applied can be undone.")
    if not kept.keeps_before:
        raise RefusedError("This roster was applied before undoing was kept; import a right export instead.")
    applied = RosterImport.objects.filter(state=RosterImport.State.APPLIED).order_by(F("applied_at").desc(), "-id")
    if applied.values_list("pk", flat=True).first() != kept.pk:
        raise RefusedError("A later roster is applied; undo that one first.")


def undo(kept: RosterImport, doing: Doing, beat: Callable[[int, int], None] = lambda done, of: None) -> RosterImport:
    """Put everybody back as they stood before the roster, step by step; stopped halfway it is taken up again where it stopped."""
    with turn():
        kept.refresh_from_db()
        return _undo(kept, doing, beat)


def _undo(kept: RosterImport, doing: Doing, beat: Callable[[int, int], None]) -> RosterImport:
    if kept.state == RosterImport.State.UNDONE:
        return kept
    refuse_undo(kept)
    _demand_ours(kept)
    total = RosterBefore.objects.filter(roster=kept).count()
    while rows := list(RosterBefore.objects.filter(roster=kept).order_by("id")[:STEP]):
        with transaction.atomic():
            for row in rows:
                _put_back(row, kept, doing)
            RosterBefore.objects.filter(pk__in=[row.pk for row in rows]).delete()
        beat(total - RosterBefore.objects.filter(roster=kept).count(), total)
    return _finish(kept, doing)


def _demand_ours(kept: RosterImport) -> None:
    """Raise RefusedError, before anybody is put back, where this desk did not keep every state that would be put back."""
    if any(_opened(row, kept) is None for row in RosterBefore.objects.filter(roster=kept).iterator(STEP)):
        raise RefusedError(
            "What stood before this roster was not kept by this desk as it stands, or by an earlier version; "
            "import a right export instead."
        )


def _opened(row: RosterBefore, kept: RosterImport) -> bytes | None:
    return opened(row.content, *said_before(kept, row.person_id))


def _put_back(row: RosterBefore, kept: RosterImport, doing: Doing) -> None:
    person, content = Person.objects.select_for_update().filter(person_id=row.person_id).first(), _opened(row, kept)
    if person is None or content is None:
        return
    if not content:
        _take_out(person, doing)
        return
    before = msgspec.json.decode(zlib.decompress(content))
    _restore_bookings(person, before["bookings"])
    stays = person.bookings.filter(release_reported_at__isnull=False)
    left = stays.exists() and not person.bookings.filter(released_at=None).exists()
    values = before["person"] | ({"in_custody": False} if left else {})
    Person.objects.filter(pk=person.pk).update(**values)


def _take_out(person: Person, doing: Doing) -> None:
    """Somebody the roster brought: gone again, unless something at the desk is about them; then it is not known whether they are here."""
    try:
        with transaction.atomic():
            if not NeverThese.objects.filter(person=person).exists():
                person.delete()
                return
    except ProtectedError:
        pass
    Person.objects.filter(pk=person.pk).update(in_custody=None, absent_since=doing.at)


def _restore_bookings(person: Person, before: list[dict[str, Any]]) -> None:
    held = {each.booking_id: each for each in person.bookings.all()}
    for row in before:
        now = held.pop(row["booking_id"], None)
        reported = now is not None and now.release_reported_at is not None
        kept = {"released_at", "release_reason"} if reported else set()
        values = {name: value for name, value in row.items() if name not in kept}
        Booking.objects.filter(person=person, booking_id=row["booking_id"]).update(**values)
    for each in held.values():
        _delete_unless_needed(each)


def _delete_unless_needed(booking: Booking) -> None:
    try:
        with transaction.atomic():
            booking.delete()
    except ProtectedError:
        pass  # a request, a clock or a call is about this stay: it stays, and the person's record no longer names it


def _finish(kept: RosterImport, doing: Doing) -> RosterImport:
    told = {"people": people_told(), "stays": stays_told(), "numbers": numbers_told()}
    with acting(doing, "import", "roster", kept.sha256[:24]) as entry:
        entry.detail |= {"step": "undone", "sha256": kept.sha256, **told}
        kept.state, kept.undone_at, kept.keeps_before = RosterImport.State.UNDONE, doing.at, False
        kept.undone_by = kept.undone_by or doing.account
        kept.save(update_fields=["state", "undone_at", "undone_by", "keeps_before"])
    return kept


def touched(kept: RosterImport) -> list[str]:
    """The person numbers that a roster changed, brought or lacked."""
    detail = RosterFile.objects.only("detail").get(roster=kept).detail
    return [row[0] for name in ("new", "changed", "gone") for row in detail.get(name, ())]
