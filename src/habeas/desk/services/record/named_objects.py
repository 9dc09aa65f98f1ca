"""Whom an event is about, named as every other page names them: an inspector never has to read a bare key."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, Model, QuerySet, Value

from habeas.desk.models import Booking, Contact, Dispute, Event, Notice, Person, Request
from habeas.desk.models.custody import name_on_record

PEOPLE: dict[str, tuple[type[Model], str]] = {
    "person": (Person, ""),
    "booking": (Booking, "person__"),
    "notice": (Notice, "person__"),
    "dispute": (Dispute, "person__"),
    "contact": (Contact, "about__person__"),
}
"""Kinds of objects behind which somebody stands, and by which path."""
PARTS = ("key", "family_name", "given_name", "middle_and_suffix")
THINGS: dict[str, str] = {
    "person": "inmate", "booking": "booking", "notice": "notice", "dispute": "claim", "contact": "contact", "list": "list",
    "roster": "roster", "account": "account", "request": "request", "paper": "document", "decision": "determination", "file": "file",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """Whom an event is about: the inmate's key and name, as the pages show it."""

    key: str
    shown: str


def named_objects(events: Iterable[Event]) -> dict[str, Named]:
    """By object the inmate whom an event is about, in one query; those about nobody are not in it."""
    wanted: dict[str, set[str]] = {kind: set() for kind in PEOPLE}
    for each in events:
        if each.kind in wanted and each.object:
            wanted[each.kind].add(each.object)
    asked = [_rows(kind, keys) for kind, keys in wanted.items() if keys]
    rows = asked[0].union(*asked[1:], all=True) if asked else ()
    return {
        of: Named(key, name_on_record(family or "", given or "", more or ""))
        for of, key, family, given, more in rows
        if key
    }


def _rows(kind: str, keys: set[str]) -> QuerySet[Any, Any]:
    model, path = PEOPLE[kind]
    columns = {f"its_{name}": F(f"{path}{name}") for name in PARTS}
    rows = model._default_manager.filter(key__in=keys).order_by()
    return rows.annotate(of=F("key"), **columns).values_list("of", *columns)


def thing_words(kind: str) -> str:
    """What kind of thing an event is about, in words."""
    return THINGS.get(kind, kind.replace("_", " "))


def events_about(person: Person, most: int) -> list[Event]:
    """What was done about one inmate, newest first: requests, stays, notices, claims, contacts; views stand in the access log."""
    numbers = Request.objects.filter(person=person).values("number")
    found = Event.objects.filter(request__in=numbers).exclude(act="view").order_by("-seq")[:most]
    beside = Event.objects.filter(object__in=_keys(person), request="").exclude(act="view").order_by("-seq")[:most]
    rows = {each.seq: each for each in (*found, *beside)}
    return [rows[seq] for seq in sorted(rows, reverse=True)][:most]


def _keys(person: Person) -> list[str]:
    """The keys of everything that is this inmate's own."""
    parts: list[QuerySet[Any, Any]] = [
        Booking.objects.filter(person=person), Notice.objects.filter(person=person), Dispute.objects.filter(person=person),
        Contact.objects.filter(about__person=person),
    ]  # fmt: skip
    asked = [
        each.order_by().annotate(of=F("key"), kept=Value("", CharField())).values_list("of", flat=True)
        for each in parts
    ]
    return [person.key, *asked[0].union(*asked[1:], all=True)]
