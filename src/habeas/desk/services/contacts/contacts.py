"""The contact log: every word with federal authorities, with or without a request; what was told, field by field, and on what ground."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from habeas.desk.doing import Doing
from habeas.desk.models import Booking, Contact, ContactField, IdentityCheck, Request, Script
from habeas.desk.models.base import new_key
from habeas.desk.record.writing import EventEntry, acting
from habeas.desk.services.contacts.grounds_to_tell import Ground, basis_for, grounds, open_dispute
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed
from habeas.desk.workflow.second_acts import demand_shown, shown_of
from habeas.requests.vocabulary import FIELD_ACTS

Way = Contact.Way
LATE = timedelta(hours=1)
"""A contact written down longer than this after it ended is a late entry, and says so with both times."""


@dataclass(frozen=True, slots=True)
class Call:
    """What is known of one contact: who, when, what was asked, and which fields were told about which booking."""

    way: str
    who: str
    agency: str
    began_at: datetime
    asked: str = ""
    badge: str = ""
    number: str = ""
    ended_at: datetime | None = None
    note: str = ""
    request: Request | None = None
    told: tuple[str, ...] = ()
    about: Booking | None = None
    promised: str = ""
    promised_for: datetime | None = None


def log(call: Call, doing: Doing, *, finish: bool = True) -> Contact:
    """Write a contact down. `finish=False` saves it not finished later: nothing typed is lost, and it shows on the desk.

    A field that nothing allows to be told is recorded all the same: it shows to a commander. Raises RefusedError where a
    finished contact says too little, or its times cannot be.
    """
    check_right(needed("log_contact"), doing.role)
    _check(call, doing, finish)
    key = new_key()
    with acting(doing, "contact", "contact", key, call.request.number if call.request else "") as entry:
        made = Contact(key=key, by=doing.needed_account, recorded_at=doing.at)
        _fill(made, call, doing, entry, finish=finish)
    return made


def go_on(contact: Contact, call: Call, doing: Doing, *, finish: bool = True) -> Contact:
    """Go on with a contact that was saved not finished later. Raises RefusedError for one that is finished."""
    check_right(needed("log_contact"), doing.role)
    _check(call, doing, finish)
    with acting(doing, "contact", "contact", contact.key, call.request.number if call.request else "") as entry:
        fresh = Contact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
        if fresh.finished_at is not None:
            raise RefusedError("This contact is finished and cannot be changed; log a new one that corrects it.")
        _fill(fresh, call, doing, entry, finish=finish)
    return fresh


def _check(call: Call, doing: Doing, finish: bool) -> None:
    if call.way not in Way.values:
        raise RefusedError("Choose the method of contact.")
    if call.began_at > doing.at + timedelta(minutes=1):
        raise RefusedError("A contact cannot begin in the future.")
    if call.ended_at is not None and call.ended_at < call.began_at:
        raise RefusedError("It cannot end before it began.")
    unknown = sorted(set(call.told) - set(FIELD_ACTS))
    if unknown:
        raise RefusedError(f"{', '.join(unknown)[:80]} is not a field that can be disclosed.")
    if finish and not (call.who.strip() and call.agency.strip() and call.asked.strip()):
        raise RefusedError("Enter the name, the agency and the request; or save it to finish later.")
    if call.told and call.about is None:
        raise RefusedError("Enter the booking that was discussed.")


def _fill(contact: Contact, call: Call, doing: Doing, entry: EventEntry, *, finish: bool) -> None:
    """Write what the call says into the row, work out the grounds, and say in the event what happened (names beside)."""
    for name in ("way", "began_at", "ended_at", "asked", "request", "promised_for", "about"):
        setattr(contact, name, getattr(call, name))
    for name, most in _MOST.items():
        setattr(contact, name, getattr(call, name)[:most])
    contact.late_entry = contact.recorded_at - (call.ended_at or call.began_at) > LATE
    contact.finished_at = doing.at if finish else None
    contact.save()
    contact.told.all().delete()
    found = grounds(basis_for(call.about, call.request, call.began_at), call.told) if call.told else []
    ContactField.objects.bulk_create(_told(contact, call.about, each) for each in found)
    entry.detail |= {
        "way": call.way, "finished": finish, "late": contact.late_entry,
        "told": {each.field: each.word for each in found},
        "without_ground": [each.field for each in found if not each.allowed],
        "began_at": call.began_at.isoformat(), "person": call.about.person.key if call.about else "",
    }  # fmt: skip
    entry.sealed |= {
        "who": call.who, "agency": call.agency, "badge": call.badge, "number": call.number, "asked": call.asked,
        "note": call.note, "about": call.about.booking_id if call.about else None, "began_at": call.began_at.isoformat(),
    }  # fmt: skip


_MOST = {"who": 160, "agency": 120, "badge": 60, "number": 60, "note": 500, "promised": 200}
"""The longest text each column takes."""


def _told(contact: Contact, about: Booking | None, ground: Ground) -> ContactField:
    return ContactField(
        contact=contact, field=ground.field, about=about, ground=ground.word, script=ground.script,
        decision=ground.decision, allowed=ground.allowed, why=ground.why[:300],
    )  # fmt: skip


def look(contact: Contact, words: str, doing: Doing) -> None:
    """A commander looked into a contact in which unauthorized disclosure, and says what follows."""
    check_right(needed("look_at_contact"), doing.role)
    if not words.strip():
        raise RefusedError("Enter the action taken, in a few words.")
    with acting(doing, "contact", "contact", contact.key, _number(contact)) as entry:
        if contact.looked_at is not None:
            raise RefusedError("Another commander reviewed it already.")
        contact.looked_at, contact.looked_by, contact.looked_words = doing.at, doing.needed_account, words[:300]
        contact.save(update_fields=["looked_at", "looked_by", "looked_words"])
        entry.detail["step"] = "looked into"
        entry.sealed["words"] = words


def keep_promise(contact: Contact, doing: Doing) -> None:
    """What was promised in a contact is done."""
    check_right(needed("log_contact"), doing.role)
    with acting(doing, "contact", "contact", contact.key, _number(contact)) as entry:
        if not contact.promised or contact.promise_kept_at is not None:
            raise RefusedError("There is no follow-up open here.")
        contact.promise_kept_at = doing.at
        contact.save(update_fields=["promise_kept_at"])
        entry.detail["step"] = "promise kept"


def contacts() -> QuerySet[Contact]:
    """All contacts, the newest first, each with whether unauthorized disclosure."""
    bare = ContactField.objects.filter(contact=OuterRef("pk"), allowed=False)
    return Contact.objects.select_related("by", "request").annotate(exception=Exists(bare)).order_by("-began_at", "-id")


FILTERS: dict[str, tuple[str, Q]] = {
    "exception": ("Unauthorized disclosure", Q(exception=True)),
    "unseen": ("Unauthorized disclosure, not reviewed", Q(exception=True, looked_at=None)),
    "no_request": ("Without a request", Q(request=None)),
    "unfinished": ("Not finished", Q(finished_at=None)),
    "promised": ("Follow-up promised", Q(promise_kept_at=None) & ~Q(promised="")),
    "late": ("Late entries", Q(late_entry=True)),
}
"""What the list can be narrowed to."""


def narrowed(only: str, way: str) -> QuerySet[Contact]:
    """The log narrowed to one of FILTERS and to one way; by a word it does not know it is not narrowed."""
    rows = contacts().prefetch_related("told")
    if only in FILTERS:
        rows = rows.filter(FILTERS[only][1])
    return rows.filter(way=way) if way in Way.values else rows


def of_request(request: Request) -> QuerySet[Contact]:
    """The contacts about a request, the newest first."""
    return request.contacts.order_by("-began_at")


def contact_called(key: str) -> Contact | None:
    """One contact with its request."""
    return Contact.objects.select_related("request").filter(key=key).first()


def contact_shown(key: str) -> Contact | None:
    """One contact with all that its page shows of the row."""
    return contacts().select_related("looked_by", "about__person").filter(key=key).first()


def told_in(contact: Contact) -> list[ContactField]:
    """What was told in a contact, field by field, each with about whom and on what."""
    return list(contact.told.select_related("about__person", "decision__request", "script"))


def fields_told(contact: Contact) -> list[str]:
    """Which fields were told in a contact."""
    return list(contact.told.values_list("field", flat=True))


def request_spoken_of(number: str) -> Request | None:
    """The request with this number, with whether its person is disputed (`disputed`), its sender and the number last called back."""
    called = IdentityCheck.objects.filter(request=OuterRef("pk"), way="call_back").exclude(number="").order_by("-id")
    rows = Request.objects.select_related("person", "booking__person").defer("source", "match").filter(number=number)
    disputed, sender = Exists(open_dispute(OuterRef("person"))), F("source__from__agency")
    return rows.annotate(
        disputed=disputed, confirmed_sender=sender, called_back=Subquery(called.values("number")[:1])
    ).first()


def caller_of(spoken_of: Request) -> dict[str, str]:
    """Who is most likely on the line about a request: its sender's agency, and the number at which it was called back."""
    sender = getattr(spoken_of, "confirmed_sender", None) or spoken_of.sender_agency
    return {"agency": str(sender or "")[:120], "number": getattr(spoken_of, "called_back", None) or ""}


# ---- the standing script


def make_script(words: str, fields: Iterable[str], doing: Doing) -> Script:
    """Propose a standing script; it holds when another commander has confirmed it. Raises RefusedError for unknown fields."""
    check_right(needed("keep_scripts"), doing.role)
    named = sorted(set(fields))
    if not words.strip() or set(named) - set(FIELD_ACTS):
        raise RefusedError("Enter the script, and choose the fields from the list.")
    key = new_key()
    with acting(doing, "configure", "script", key) as entry:
        entry.detail |= {"step": "proposed", "fields": named}
        return Script.objects.create(key=key, words=words, fields=named, made_by=doing.needed_account, made_at=doing.at)


def shown_script(script: Script) -> str:
    """The hash of what whoever confirms a script is shown."""
    return shown_of("confirm_script", script)


def confirm_script(script: Script, seen: str, doing: Doing) -> None:
    """A commander who did not make it confirms a script; the one before it ends. `seen`: the hash of what the page showed."""
    check_right(needed("sign"), doing.role, "to_sign")
    with acting(doing, "configure", "script", script.key) as entry:
        script.refresh_from_db()
        if script.made_by_id == doing.needed_account.pk:
            raise RefusedError("The person who wrote the script cannot confirm it; ask another commander.")
        if script.confirmed_at is not None or script.ended_at is not None:
            raise RefusedError("This script is confirmed or ended already.")
        demand_shown(seen, shown_script(script), entry)
        Script.objects.filter(ended_at=None).exclude(confirmed_at=None).update(ended_at=doing.at)
        script.confirmed_by, script.confirmed_at = doing.needed_account, doing.at
        script.save(update_fields=["confirmed_by", "confirmed_at"])
        entry.detail["step"] = "confirmed"


def end_script(script: Script, doing: Doing) -> None:
    """End a script: from now on nothing rests on it. One person is enough to say less."""
    check_right(needed("keep_scripts"), doing.role)
    with acting(doing, "configure", "script", script.key) as entry:
        script.ended_at = doing.at
        script.save(update_fields=["ended_at"])
        entry.detail["step"] = "ended"


def newest_scripts(most: int = 30) -> list[Script]:
    """The newest scripts: the one that holds, those proposed, those that ended."""
    return list(Script.objects.select_related("made_by", "confirmed_by").order_by("-made_at")[:most])


def script_called(key: str) -> Script | None:
    """One script."""
    return Script.objects.filter(key=key).first()


def _number(contact: Contact) -> str:
    return contact.request.number if contact.request else ""
