"""Builds a desk whose record is long: a wanted number of chained events, put straight into the store under no guard but their chain."""

import hashlib
import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from habeas.audit.chain import Head, head_after
from habeas.audit.event import Event, EventBody, Thing
from habeas.desk.configure import bring_up_to_date, configure
from habeas.desk.record.event_seals import sealed_event

ACTS = (*["view"] * 14, "search", "read", "clock", "record_fact", "contact", "print")
"""What the events are, in turn: most of a record is views."""
OF_ONE = 20
"""How many events the request and the person that are looked at have, however long the record is."""
AT_ONCE = 5_000
YEAR = timedelta(days=360)
ROLES = ("clerk", "commander", "inspector")


def stage(people: int, events: int, now: datetime) -> dict[str, Any]:
    """Build it; returns the cookie of each role and the pages to ask for."""
    configure()
    bring_up_to_date()
    from habeas.bench.desk_stage import cookie_of, open_bench  # noqa: PLC0415 - only after Django is set up
    from habeas.desk.models import Account, Person  # noqa: PLC0415

    clerk, _ = open_bench(people, now, 60)
    for role in ROLES[1:]:
        Account.objects.create_user(role, role=role, last_name=role.title(), excused_until=date.max)
    person = Person.objects.order_by("id")[25]
    fill(events, now, [f"staff-{each}" for each in Account.objects.values_list("pk", flat=True)], person.key)
    cookies = {each.username: cookie_of(each, now) for each in Account.objects.filter(username__in=ROLES)}
    return {"cookies": cookies, "pages": list(_pages(person, f"staff-{clerk.pk}"))}


def _pages(person: Any, clerk: str) -> Iterator[dict[str, Any]]:
    search = {"name": person.family_name, "number": "", "born": ""}
    for what, role, path, form in (
        ("the desk", "clerk", "/", {}),
        ("the list of requests", "clerk", "/requests/", {}),
        ("one request", "clerk", "/requests/B-00026/", {}),
        ("one person", "clerk", f"/people/{person.key}/", {}),
        ("search for a person", "clerk", "/people/", search),
        ("who looked at a person", "commander", f"/people/{person.key}/views/", {}),
        ("the record", "commander", "/record/", {}),
        ("the inspector's beginning", "inspector", "/inspect/", {}),
        ("search by number", "inspector", "/inspect/", {"words": "B-00026"}),
        ("search by key", "inspector", "/inspect/", {"words": person.key}),
        ("search by a rare act", "inspector", "/inspect/", {"act": "import"}),
        ("search by act and person", "inspector", "/inspect/", {"act": "sign", "actor": clerk}),
        ("search by person", "inspector", "/inspect/", {"actor": clerk}),
        ("who looked at what", "inspector", "/inspect/views/", {}),
        ("what one person looked at", "inspector", f"/inspect/views/?actor={clerk}", {}),
        ("who looked at a request", "inspector", "/inspect/views/?request=B-00026", {}),
        ("times of a request", "inspector", "/inspect/requests/B-00026/", {}),
        ("review of access", "inspector", "/inspect/access/", {}),
    ):
        yield {"what": what, "role": role, "path": path, "form": form}


def fill(count: int, now: datetime, actors: list[str], person: str) -> None:
    """Add events until the record has `count`, chained as the desk chains them, and move its head."""
    from django.db import connection, transaction  # noqa: PLC0415

    from habeas.audit.sql import guard_events, lift_guards  # noqa: PLC0415
    from habeas.desk.models import ChainHead  # noqa: PLC0415

    kept = ChainHead.objects.get()
    head = Head(kept.site, kept.seq, kept.hash)
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in lift_guards(connection.vendor, "desk_event"):
            cursor.execute(statement)
        made = _events(head, now, max(0, count - kept.seq), actors, person)
        while rows := list(islice(made, AT_ONCE)):
            cursor.executemany(_INSERT, [_columns(each) for each in rows])
            head = head_after(rows[-1])
        for statement in guard_events(connection.vendor, "desk_event"):
            cursor.execute(statement)
        ChainHead.objects.filter(pk=kept.pk).update(seq=head.size, hash=head.hash)


_INSERT = (
    "INSERT INTO desk_event (site, seq, prev, hash, at, actor, act, kind, object, request, body) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)


def _columns(event: Event) -> tuple[Any, ...]:
    from django.db import connection  # noqa: PLC0415 - only after Django is set up

    at, request = connection.ops.adapt_datetimefield_value(event.when), event.detail.get("request", "")
    told = (event.actor, event.act, event.object.kind, event.object.id, request, event.canonical.decode())
    return (event.site, event.seq, event.prev, event.hash, at, *told)


def _events(head: Head, now: datetime, count: int, actors: list[str], person: str) -> Iterator[Event]:
    """Events spread over the last year: first those of the one request and person, then of objects that are only in the record."""
    for place in range(count):
        event = sealed_event(head, _body(place, now - YEAR + YEAR * (place / count), actors, person))
        yield event
        head = head_after(event)


def _body(place: int, at: datetime, actors: list[str], person: str) -> EventBody:
    mark = hashlib.sha256(str(place).encode()).hexdigest()
    one, odd = place < 2 * OF_ONE, place % 2
    key = (person if one else mark[:16]) if odd else mark[:14]
    number = "" if odd else ("B-00026" if one else f"B-9{place % 20_000:05d}")
    return EventBody(
        act=ACTS[place % len(ACTS)], actor=actors[int(mark[:6], 16) % len(actors)], role="clerk",
        at=at, monotonic=place, program="habeas bench",
        object=Thing(id=key, kind="person" if odd else "request"), shown=mark, detail={"request": number} if number else {},
    )  # fmt: skip


if __name__ == "__main__":
    told = stage(int(sys.argv[1]), int(sys.argv[2]), datetime.now(UTC))  # clock: the edge of a measurement
    sys.stdout.write(json.dumps(told) + "\n")
