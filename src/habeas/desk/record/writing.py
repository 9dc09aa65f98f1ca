"""Each act and each view becomes one event, written in the same transaction: where the event cannot be written, the act is undone."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db import models, transaction
from django.utils.crypto import salted_hmac

from habeas import __version__
from habeas.audit.chain import Head
from habeas.audit.event import EventBasis, EventBody, Thing
from habeas.audit.sealed import seal
from habeas.common.canonical import canonical_json
from habeas.common.errors import BadInputError
from habeas.desk.built_once import BuiltOnce
from habeas.desk.doing import Doing
from habeas.desk.models import Account, Beside, ChainHead, Event, Office
from habeas.desk.models.access import staff_number
from habeas.desk.models.held import key_name, take_touched
from habeas.desk.record.done import note
from habeas.desk.record.event_seals import sealed_event


@dataclass(slots=True)
class EventEntry:
    """What an event will say. Services fill in `detail` (never a name), `sealed` (names, kept beside) and `basis` while they work."""

    kind: str
    object: str
    request: str = ""
    detail: dict[str, Any] = field(default_factory=dict)
    sealed: dict[str, Any] = field(default_factory=dict)
    packs: dict[str, str] = field(default_factory=dict)
    provisions: list[str] = field(default_factory=list)
    shown: str = ""


@contextmanager
def acting(doing: Doing, act: str, kind: str, object_key: str, request: str = "") -> Iterator[EventEntry]:
    """Do something and record it, both or neither. Raise inside, and nothing has happened."""
    with transaction.atomic():
        entry = EventEntry(kind, object_key, request)
        yield entry
        write(doing, act, entry)


def write(doing: Doing, act: str, entry: EventEntry) -> Event:
    """Append one event to the chain. Must run inside a transaction; locks the head of the chain until it ends."""
    head = _end_of_chain()
    refs = {label: _beside(label, value) for label, value in sorted(entry.sealed.items())}
    body = EventBody(
        act=act,
        actor=doing.actor,
        role=doing.role,
        at=doing.at,
        monotonic=time.monotonic_ns(),
        object=Thing(id=entry.object, kind=entry.kind),
        program=f"habeas {__version__}",
        basis=EventBasis(packs=entry.packs, provisions=entry.provisions),
        shown=entry.shown,
        refs=refs,
        detail=entry.detail | ({"request": entry.request} if entry.request else {}) | access_of(act, entry) | _rows(),
    )
    event = sealed_event(Head(head.site, head.seq, head.hash), body)
    made = Event.objects.create(
        site=event.site,
        seq=event.seq,
        prev=event.prev,
        hash=event.hash,
        at=doing.at,
        actor=doing.actor,
        act=act,
        kind=entry.kind,
        object=entry.object,
        request=entry.request,
        body=event.canonical.decode(),
    )
    ChainHead.objects.filter(pk=head.pk).update(
        seq=event.seq + 1, hash=event.hash
    )  # its guard asks for the event first
    transaction.on_commit(partial(note, act))
    return made


def _end_of_chain() -> ChainHead:
    """The one row that says where the chain ends, locked. BadInputError where it is not one row."""
    ends: list[ChainHead] = _ENDS()
    if len(ends) != 1:
        raise BadInputError(
            "The row that marks the end of the audit record is missing or doubled: nothing can be logged, so nothing is done."
        )
    return ends[0]


_ENDS = BuiltOnce(lambda: ChainHead.objects.select_for_update().order_by("pk"))


def viewed(doing: Doing, kind: str, object_key: str, shown: Mapping[str, Any], request: str = "") -> None:
    """Record that somebody looked: what was shown is kept as a keyed hash: provable here, and silent to anybody else."""
    with acting(doing, "view", kind, object_key, request) as entry:
        entry.shown = salted_hmac("habeas.shown", canonical_json(shown), algorithm="sha256").hexdigest()
        entry.detail["fields"] = sorted(shown)


def _rows() -> dict[str, Any]:
    """What the event says of the rows its act changed: each by a keyed hash before and after, and by which key."""
    rows = take_touched()
    return {"rows": rows, "rows_key": key_name()} if rows else {}


def access_of(act: str, entry: EventEntry) -> dict[str, Any]:
    """What each event of a change to an account says besides: the number of its password, and how often its sessions were ended.

    A password or a session from before is known by a lower number, though whoever owns the database put it back.
    """
    number = staff_number(entry.object) if act == "account" and entry.kind == "account" else None
    found = Account.objects.filter(pk=number).values_list("password_turn", "sessions_ended") if number else ()
    return {"access": list(found[0])} if found else {}


def _beside(label: str, value: Any) -> str:
    sealed = seal(value)
    Beside.objects.create(digest=sealed.digest, salt=sealed.salt, value=canonical_json(value), kind=label)
    return sealed.digest


def events_of(kind: str, object_key: str) -> models.QuerySet[Event]:
    """The events about one object, oldest first."""
    return Event.objects.filter(kind=kind, object=object_key).order_by("seq")


def open_chain(office: Office) -> None:
    """Give a new office the head of its chain."""
    empty = Head(office.site)
    ChainHead.objects.get_or_create(site=office.site, defaults={"seq": empty.size, "hash": empty.hash})
