"""Tellings of the third kind: fingerprints that reach federal systems by themselves, and queries sent by hand. Kept apart from `notify`."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from habeas.desk.doing import Doing
from habeas.desk.models import Booking, Person, Telling
from habeas.desk.models.base import new_key
from habeas.desk.record.writing import acting
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed

Kind = Telling.Kind


@dataclass(frozen=True, slots=True)
class Sent:
    """What left: to whom, when, under which number; for a query by hand its agency number, purpose code and reason."""

    kind: str
    sent_at: datetime
    to: str
    transaction: str = ""
    ori: str = ""
    purpose: str = ""
    reason: str = ""
    answer: str = ""
    answered_at: datetime | None = None


def record(booking: Booking, sent: Sent, doing: Doing) -> Telling:
    """Record a telling about one booking. Raises RefusedError where it says too little, or lies in the future."""
    check_right(needed("record_telling"), doing.role)
    _check(sent, doing)
    key = new_key()
    with acting(doing, "telling", "booking", booking.key) as entry:
        entry.detail |= {"kind": sent.kind, "to": sent.to, "sent_at": sent.sent_at.isoformat(), "key": key}
        entry.detail |= {"person": booking.person.key, "answered": bool(sent.answer.strip() or sent.answered_at)}
        entry.sealed |= {
            "booking": booking.booking_id, "transaction": sent.transaction, "reason": sent.reason, "answer": sent.answer,
        }  # fmt: skip
        return Telling.objects.create(
            key=key, booking=booking, kind=sent.kind, sent_at=sent.sent_at, to=sent.to[:120],
            transaction=sent.transaction[:80], ori=sent.ori[:20], purpose=sent.purpose[:120], reason=sent.reason[:200],
            answer=sent.answer[:300], answered_at=sent.answered_at, by=doing.account, recorded_at=doing.at,
        )  # fmt: skip


def _check(sent: Sent, doing: Doing) -> None:
    if sent.kind not in Kind.values:
        raise RefusedError("Choose the type: fingerprints, or a manual query.")
    if not sent.to.strip():
        raise RefusedError("Enter the system or office it went to.")
    if sent.sent_at > doing.at:
        raise RefusedError("It cannot have been sent in the future.")
    if sent.kind == Kind.HAND_QUERY and not (sent.purpose.strip() and sent.reason.strip()):
        raise RefusedError("A manual query needs its purpose code and the reason.")


def of_person(person: Person) -> QuerySet[Telling]:
    """Every telling about a person's bookings, the newest first; pages show them with `desk/parts/tellings.html`."""
    return Telling.objects.filter(booking__person=person).select_related("booking", "by").order_by("-sent_at", "-id")
