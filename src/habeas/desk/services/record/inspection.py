"""What an inspector does: search across, draw a sample that anyone can draw again, rebuild a timeline. It changes nothing."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.db.models import Q

from habeas.answers.tables import csv_bytes
from habeas.audit.acts import said_of
from habeas.common.canonical import sha256_of
from habeas.desk.doing import Doing, staff_number
from habeas.desk.models import STANDS, Booking, Contact, Event, Person, Request, Service
from habeas.desk.record.writing import acting
from habeas.desk.services.cases.related_rows import RelatedRows, Row, rows_of
from habeas.desk.services.custody.roster_index import names
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.table import table
from habeas.matching.names import tokens
from habeas.requests.vocabulary import EXECUTED

MOST = 100
"""How many lines a page shows at most; it says so where there are more."""


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """What a search found, at most `MOST` of each."""

    requests: list[Request]
    contacts: list[Contact]
    events: list[Event]
    people: list[Person]


def search(words: str, act: str, actor: str, doing: Doing) -> FoundRecord:
    """Search requests, contacts and events. What was searched for is sealed. Raises RefusedError where nothing is asked."""
    words = words.strip()
    if not (words or act or actor):
        raise RefusedError("Enter a number, a name or an agency, or choose an action or a staff member.")
    found = FoundRecord(_requests(words), _contacts(words), _events(words, act, actor), _people(words))
    with acting(doing, "search", "list", "inspection") as entry:
        entry.sealed["words"] = words
        entry.detail |= {"act": act, "actor": actor, "found": len(found.requests) + len(found.contacts)}
    return found


def _requests(words: str) -> list[Request]:
    if not words:
        return []
    parts, about = Q(), _people_with_requests()
    for word in words.split()[:6]:
        parts &= (
            Q(number__icontains=word)
            | Q(kind__icontains=word)
            | Q(sender_name__icontains=word)
            | Q(sender_agency__icontains=word)
            | Q(person__person_id__in=about & names().holding(word))
            | Q(pk__in=_folded(Request, ("sender_name", "sender_agency", *_OF_PAPER), word))
            | Q(person__person_id__iexact=word)
            | Q(booking__booking_id__iexact=word)
        )
    return list(Request.objects.filter(parts).select_related("person", "booking").order_by("-received_at")[:MOST])


def _people(words: str) -> list[Person]:
    """Inmates in whose names every word stands, accents and case aside, or with this number."""
    if not words:
        return []
    asked = Q(person_id__in=names().holding(words)) | Q(person_id__iexact=words) | Q(bookings__booking_id__iexact=words)
    rows = Person.objects.filter(asked).distinct().order_by("family_name", "given_name", "id")
    return list(rows.defer("record")[:MOST])


_OF_PAPER = ("source__from__name", "source__from__agency")
"""Who sent it, as the document's own reading says."""
_READ = 20_000
"""The newest rows whose names are read letter by letter: no database of ours folds accents."""


def _people_with_requests() -> set[str]:
    """The numbers of everybody about whom a request came."""
    return set(Request.objects.exclude(person=None).values_list("person__person_id", flat=True).distinct())


def _folded(model: type[Request] | type[Contact], columns: tuple[str, ...], word: str) -> list[int]:
    """The rows in whose columns the words stand, folded as the matcher folds names: accents and case count for nothing."""
    asked = tokens(word)
    rows = model.objects.order_by("-pk").values_list("pk", *columns)[:_READ] if asked else ()
    return [row[0] for row in rows if _holds(tokens(" ".join(str(each) for each in row[1:] if each)), asked)]


def _holds(said: Sequence[str], asked: Sequence[str]) -> bool:
    return all(any(word in each for each in said) for word in asked)


def _contacts(words: str) -> list[Contact]:
    if not words:
        return []
    asked = (
        Q(pk__in=_folded(Contact, ("who", "agency"), words))
        | Q(who__icontains=words)
        | Q(agency__icontains=words)
        | Q(badge__iexact=words)
        | Q(number__icontains=words)
        | Q(request__number__iexact=words)
        | Q(about__booking_id__iexact=words)
        | Q(about__person__person_id__iexact=words)
    )
    meant = names().holding(words)
    if meant:
        asked |= Q(about__person__person_id__in=meant) | Q(request__person__person_id__in=meant)
    return list(
        Contact.objects.filter(asked).select_related("request", "by", "about__person").order_by("-began_at")[:MOST]
    )


def _events(words: str, act: str, actor: str) -> list[Event]:
    asked = Q(act=act) if act else Q()
    asked &= Q(actor=actor) if actor else Q()
    asked &= (
        Q(request=words.upper()) | Q(object=words) if words else Q()
    )  # the number's own case: an index is by letters
    return list(Event.objects.filter(asked).order_by("-seq")[:MOST])


STRATA: dict[str, tuple[str, Callable[[Request], str]]] = {
    "none": ("all together", lambda request: "all"),
    "kind": ("by kind of request", lambda request: request.kind or "kind not said"),
    "state": ("by state", lambda request: table().states[request.state].words),
    "month": ("by month of receipt", lambda request: f"{request.received_at:%Y-%m}"),
    "sender": ("by sending agency", lambda request: request.sender_agency or "not said"),
}
"""How a sample may be divided: so many from each part."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample: the seed and the frame it was drawn from, and the requests by part. The same seed and frame give the same sample."""

    seed: str
    stratum: str
    size: int
    frame: int
    frame_sha256: str
    parts: list[tuple[str, int, list[Request]]]


def draw(seed: str, stratum: str, size: int, since: datetime | None, before: datetime | None, doing: Doing) -> Sample:
    """Draw `size` requests from each part of those received in the period. That it was drawn is an event with seed and frame.

    In each part the requests are put in the order of SHA-256 of `seed`, a newline and the number, and the first are taken:
    whoever has the numbers can draw the same sample with any tool.
    """
    if not seed.strip() or stratum not in STRATA or not 1 <= size <= 1_000:
        raise RefusedError("Give a seed, a division from the list, and a size from 1 to 1,000.")
    asked = Q()
    asked &= Q(received_at__gte=since) if since else Q()
    asked &= Q(received_at__lt=before) if before else Q()
    frame = list(Request.objects.filter(asked).select_related("person").order_by("number"))
    if not frame:
        raise RefusedError("No request was received in that period.")
    parts = _parts(seed.strip(), STRATA[stratum][1], size, frame)
    made = Sample(seed.strip(), stratum, size, len(frame), sha256_of([each.number for each in frame]), parts)
    with acting(doing, "sample", "list", "requests") as entry:
        entry.detail |= {"seed": made.seed, "stratum": stratum, "size": size, "frame": made.frame}
        entry.detail |= {"frame_sha256": made.frame_sha256, "drawn": sum(len(rows) for _, _, rows in parts)}
    return made


def sample_csv(made: Sample) -> bytes:
    """A sample as CSV: a request a line with its part; seed and frame stand in each line, so that anybody can draw it again."""
    header = ("part", "number", "kind", "state", "received_at", "seed", "frame", "frame_sha256")
    frame = (made.seed, str(made.frame), made.frame_sha256)
    return csv_bytes(
        header,
        (
            (part, each.number, each.kind, each.state, each.received_at.isoformat(), *frame)
            for part, _, requests in made.parts
            for each in requests
        ),
    )


def _parts(
    seed: str, part_of: Callable[[Request], str], size: int, frame: list[Request]
) -> list[tuple[str, int, list[Request]]]:
    found: dict[str, list[Request]] = {}
    for each in frame:
        found.setdefault(part_of(each), []).append(each)
    return [
        (part, len(rows), sorted(rows, key=lambda row: rank(seed, row.number))[:size])
        for part, rows in sorted(found.items())
    ]


def rank(seed: str, number: str) -> str:
    """Where a request stands in the order of a seed."""
    return hashlib.sha256(f"{seed}\n{number}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Point:
    """One of the nine times: its words, when (None where it has not come, or is not recorded), and where that stands."""

    name: str
    words: str
    at: datetime | None
    source: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The nine times of a request, the minutes from release-ready to out, every event about it, and who saw it."""

    points: list[Point]
    door_minutes: int | None
    events: list[tuple[Row, str, str]]
    saw: list[tuple[str, int, datetime, datetime]]
    rows: RelatedRows
    """What stands beside it: the custody actions with officer, badge, place and authority among it."""


def timeline(request: Request) -> Timeline:
    """Rebuild what happened to a request, from its rows and the record. One query beside the request itself."""
    rows = RelatedRows(
        rows_of(
            {
                "event": Q(request=request.number),
                "signature": Q(decision__request=request),
                "service": Q(notice__request=request, **STANDS),
                "dispatch": Q(request=request, **STANDS),
                "execution": Q(request=request),
                "fact": Q(request=request) | Q(person=request.person_id, request=None),
                "account": Q(),
            }
        )
    )
    points = nine_times(request, rows)
    at = {each.name: each.at for each in points}
    ready, out = at["release_ready"], at["out"]
    minutes = int((out - ready).total_seconds() // 60) if ready and out else None
    events = [row for row in rows.of("event") if row["act"] != "view"]
    facts = {row["key"]: row for row in rows.of("fact")}
    return Timeline(
        points, minutes, [(row, _doer(row, rows), _told(row, facts)) for row in events], _viewers(rows), rows
    )


def nine_times(request: Request, rows: RelatedRows) -> list[Point]:
    """Received, touched, registered, decided, signed, person told, sent, release-ready, out."""
    first, second = ([row for row in rows.of("signature") if row["door"] == door] for door in (1, 2))
    told = [row for row in rows.of("service") if row["result"] != Service.Result.FAILED]
    registered = [row for row in rows.of("event") if row["act"] == "register"]
    booking = request.booking
    return [
        Point("received", "Received", request.received_at, "as entered at intake"),
        Point("touched", "First handled", request.touched_at, "as entered at intake"),
        Point("registered", "Registered", _first(registered), "the record"),
        Point("decided", "Decided", _first(first), "the first signature"),
        Point("signed", "Approved (second signature)", _first(second), "the second signature, where one was needed"),
        Point("told", "Inmate notified", _first(told), "the log of service"),
        Point("sent", "Response sent", _first(rows.of("dispatch")), _sent_source(request)),
        Point(
            "release_ready", "Ready for release", booking.release_ready_at if booking else None, "as the jail reported"
        ),
        Point("out", _left_words(booking), booking.released_at if booking else None, "as the jail reported"),
    ]


def _left_words(booking: Booking | None) -> str:
    return "Transferred" if booking and booking.release_reason.startswith("Transferred") else "Physically released"


def _sent_source(request: Request) -> str:
    """Where it stands that a response was sent; nothing is sent to a court that commands."""
    return "the transmittal log" + ("; none is owed to a court on its warrant" if request.kind in EXECUTED else "")


def _first(rows: Iterable[Row]) -> datetime | None:
    return min((row["at"] for row in rows if row["at"]), default=None)


def _viewers(rows: RelatedRows) -> list[tuple[str, int, datetime, datetime]]:
    """Who looked at it: name, how often, first and last."""
    found: dict[str, list[datetime]] = {}
    for row in rows.of("event"):
        if row["act"] == "view":
            found.setdefault(row["actor"], []).append(row["at"])
    return [(who(actor, rows), len(times), min(times), max(times)) for actor, times in sorted(found.items())]


def doer(event: Event, rows: RelatedRows) -> str:
    """Who did what an event tells, as a timeline says it."""
    return _doer({"act": event.act, "actor": event.actor, "body": event.body}, rows)


def detail(event: Event) -> str:
    """What an event tells beside, in words."""
    return _detail({"body": event.body})


def _doer(row: Row, rows: RelatedRows) -> str:
    """Who did it; a step of the program is the program's, whoever's page it ran for."""
    if said_of(row["act"], json.loads(row["body"])["detail"]).by_program:
        return f"Habeas, for {who(row['actor'], rows)}"
    return who(row["actor"], rows)


def who(actor: str, rows: RelatedRows) -> str:
    """The name of an actor; a program, the desk, or somebody who proved nothing are said so."""
    number = staff_number(actor)
    if number is not None:
        return rows.name(number)
    return {"system": "System", "nobody": "Not logged in"}.get(actor, "A program of the jail")


UNTOLD = frozenset({"request", "rows", "rows_key", "seal"})
"""What of an event's detail is no word for a reader: said elsewhere on the page, or held by the check of the record."""


def _detail(row: Row) -> str:
    detail = json.loads(row["body"])["detail"]
    told = [f"{key.replace('_', ' ')}: {_plain(value)}" for key, value in detail.items() if key not in UNTOLD]
    return "; ".join(each for each in told if not each.endswith(": "))[:400]


def _told(row: Row, facts: Mapping[str, Row]) -> str:
    """The detail of an event; of a recorded fact also its value, on whose word, and why it was corrected."""
    fact = facts.get(str(json.loads(row["body"])["detail"].get("key")))
    if fact is None:
        return _detail(row)
    words = {"value": _value(fact["value"]), "source": fact["source"], "why": fact["why"]}
    return "; ".join([_detail(row), *(f"{name}: {_plain(value)}" for name, value in words.items() if value != "")])


def _value(value: object) -> object:
    return (
        {True: "yes", False: "no"}.get(value, value)
        if isinstance(value, bool)
        else "not known"
        if value is None
        else value
    )


def _plain(value: object) -> str:
    """A value of an event's detail in words; nothing for nothing."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {_plain(each)}" for key, each in value.items())
    if isinstance(value, list):
        return "; ".join(map(_plain, value))
    return "" if value is None else str(value).replace("_", " ")


LOOKED = ("view", "search", "print", "export")
"""The acts by which somebody saw something."""


def view_log(actor: str, number: str, before: int | None) -> list[Event]:
    """Who looked at, searched, printed or exported what: newest first, a page at a time (`before` is the last number shown)."""
    asked = Q(actor=actor) if actor else Q()
    asked &= Q(request=number) if number else Q()
    asked &= Q(seq__lt=before) if before is not None else Q()
    newest = Event.objects.order_by("-seq").filter(asked)
    # one act at a time: each is read off its index from the newest on, and none sorts all that anybody ever looked at
    return sorted(chain(*(newest.filter(act=act)[:MOST] for act in LOOKED)), key=lambda each: -each.seq)[:MOST]
