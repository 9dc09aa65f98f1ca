"""The pass-on sheet as it is read: whom each line is about, in the words of the desk, and what fits on one page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from habeas.desk.models import Booking, Clock, Comment, Contact, Dispute, Handover, Person, Request
from habeas.desk.services.outgoing.notice_labels import NOTICE_WORDS
from habeas.desk.workflow.table import table

ON_PAPER = 39
"""How many lines of the parts that are not about releases are printed; those about releases are printed whole, on as many pages."""
STREET = "do not release to the street"
UNSETTLED = "NOT SETTLED: call the watch commander and counsel now"
GONE = "REPORTED RELEASED while it stood: call the watch commander and counsel now"
Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line: when, about whom (with housing), which request, and what."""

    at: datetime | None
    who: str
    where: str
    request: str
    what: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One part of the sheet with its lines; `more` are left to the desk."""

    title: str
    lines: list[SheetLine]
    more: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    """Whom and what the keys of a sheet stand for, each read once."""

    requests: Mapping[str, Request]
    people: Mapping[str, tuple[Person, Booking | None]]
    notes: Mapping[str, str]
    calls: Mapping[str, Contact]

    def about(self, row: Body) -> tuple[str, str, str]:
        """The name, the housing and the request of a line; empty where nobody is known."""
        number = row.get("request", "")
        found = self.requests.get(number)
        person, stay = (found.person, found.booking) if found else self.people.get(row.get("key", ""), (None, None))
        return person.shown if person else "", f"{stay.facility} {stay.housing}".strip() if stay else "", number

    def person_of(self, row: Body) -> str:
        """The key of whom a line is about; empty where nobody is known."""
        found = self.requests.get(row.get("request", ""))
        person = found.person if found else self.people.get(row.get("key", ""), (None, None))[0]
        return person.key if person else ""

    def is_gone(self, row: Body) -> bool:
        """Whether the inmate of a line is not in custody any more."""
        found = self.requests.get(row.get("request", ""))
        return bool(found and found.person and found.person.in_custody is False)

    def ordered(self, rows: Iterable[Body]) -> Mapping[str, str]:
        """What stands against the street, in words, by the key of whom it is about."""
        return {
            self.person_of(row): f"{row['what'].upper()} {row['request']}: {STREET if row['settled'] else UNSETTLED}; "
            for row in rows
            if self.person_of(row)
        }


def sheet(handover: Handover) -> list[SheetPart]:
    """Every part of a pass-on report with its lines."""
    body = handover.body
    known = _known(body)
    more = {LEAVING: body.get("leaving_more", 0)}
    return [SheetPart(title, list(lines(body, known)), more.get(title, 0)) for title, lines in PARTS.items()]


def on_paper(parts: Iterable[SheetPart]) -> list[SheetPart]:
    """The parts as they are printed: those about releases whole; of the others each its share, the most urgent first, the rest counted."""
    found = list(parts)
    cut = [at for at, each in enumerate(found) if each.title not in WHOLE]
    left, share = ON_PAPER, {at: len(each.lines) for at, each in enumerate(found)} | dict.fromkeys(cut, 0)
    while left and any(share[at] < len(found[at].lines) for at in cut):
        for at in cut:
            if left and share[at] < len(found[at].lines):
                share[at], left = share[at] + 1, left - 1
    return [
        SheetPart(each.title, each.lines[: share[at]], each.more + len(each.lines) - share[at])
        for at, each in enumerate(found)
    ]


def _known(body: Body) -> _Known:
    lists = [rows for rows in body.values() if isinstance(rows, list)]
    numbers = {row["request"] for rows in lists for row in rows if row.get("request")}
    rows = Request.objects.filter(number__in=numbers).select_related("person", "booking")
    shown = rows.defer("source", "match", "person__record")
    return _Known(
        {each.number: each for each in shown},
        dict(_people(body)),
        dict(Comment.objects.filter(key__in=_keys(body, "assigned", "note")).values_list("key", "words")),
        {each.key: each for each in Contact.objects.filter(key__in=_keys(body, "promised") + _keys(body, "calls"))},
    )


def _people(body: Body) -> Iterator[tuple[str, tuple[Person, Booking | None]]]:
    """Whom the lines without a request are about: releases by their clock or booking, disputes by their key."""
    clocks = Clock.objects.filter(key__in=_keys(body, "clocks"), request=None)
    for clock in clocks.select_related("booking__person", "dispute__person"):
        if clock.booking is not None:
            yield clock.key, (clock.booking.person, clock.booking)
        elif clock.dispute is not None:
            yield clock.key, (clock.dispute.person, None)
    for booking in (
        Booking.objects.filter(key__in=_keys(body, "leaving")).select_related("person").defer("person__record")
    ):
        yield booking.key, (booking.person, booking)
    for dispute in Dispute.objects.filter(key__in=_keys(body, "disputes"), request=None).select_related("person"):
        yield dispute.key, (dispute.person, None)


def _keys(body: Body, part: str, name: str = "key") -> list[str]:
    return [row[name] for row in body.get(part, ()) if row.get(name)]


def _at(row: Body, name: str) -> datetime | None:
    return datetime.fromisoformat(row[name]) if row.get(name) else None


def _clocks(body: Body, known: _Known) -> Iterator[SheetLine]:
    for row in body.get("clocks", ()):
        words = f"{row['what']}{' (in custody)' if row['custody'] else ''}"
        yield SheetLine(_at(row, "ends_at"), *known.about(row), words, row["overdue"])


def _disputes(body: Body, known: _Known) -> Iterator[SheetLine]:
    for row in body.get("disputes", ()):
        yield SheetLine(_at(row, "since"), *known.about(row), f"“{row['what']}”: {row['stands']}")


def _drafts(body: Body, known: _Known) -> Iterator[SheetLine]:
    for row in body.get("drafts", ()):
        yield SheetLine(_at(row, "since"), *known.about(row), f"drafted by {row['by']}")


def _assigned(body: Body, known: _Known) -> Iterator[SheetLine]:
    for row in body.get("assigned", ()):
        state, note = table().states.get(row["state"]), known.notes.get(row["note"] or "", "")
        words = ": ".join(filter(None, (state.words if state else "", " ".join(note.split()))))
        yield SheetLine(None, *known.about(row), words)


def _promised(body: Body, known: _Known) -> Iterator[SheetLine]:
    for row in body.get("promised", ()):
        call = known.calls.get(row["key"])
        words = f"{call.promised} ({call.who}, {call.agency})" if call else ""
        yield SheetLine(_at(row, "for"), *known.about(row), words)


def _calls(body: Body, known: _Known) -> Iterator[SheetLine]:
    for row in body.get("calls", ()):
        call = known.calls.get(row["key"])
        yield SheetLine(_at(row, "since"), "", "", "", f"{call.who}, {call.agency}: {call.asked}" if call else "")


def _notices(body: Body, known: _Known) -> Iterator[SheetLine]:
    for row in body.get("notices", ()):
        words = ", ".join(NOTICE_WORDS.get(what, what.replace("_", " ")) for what in row["what"])
        yield SheetLine(_at(row, "due_at"), *known.about(row), words)


def _waiting(body: Body, known: _Known) -> Iterator[SheetLine]:
    for row in body.get("waiting", ()):
        asked = f"asked {row['how']}" if row["asked_at"] else "not asked yet"
        yield SheetLine(_at(row, "asked_at"), *known.about(row), f"{row['of']}: {asked}")


def _orders(body: Body, known: _Known) -> Iterator[SheetLine]:
    for row in body.get("orders", ()):
        gone = known.is_gone(row)
        words = GONE if gone else STREET if row["settled"] else UNSETTLED
        law = "; ".join(row.get("open_law", ()))
        can = f"; the law here ({law}) can require a hold: determine it NOW" if law and not gone else ""
        yield SheetLine(None, *known.about(row), f"{row['what']}: {words}{can}", gone or not row["settled"])


def _leaving(body: Body, known: _Known) -> Iterator[SheetLine]:
    stand = known.ordered(body.get("orders", ()))
    for row in body.get("leaving", ()):
        against = stand.get(known.person_of(row), "")
        words = "cleared for release" if row["ready"] else f"scheduled release {row['on']}"
        also = f"; open: {', '.join(row['open'])}" if row["open"] else ""
        yield SheetLine(
            _at(row, "ready"), *known.about(row), f"{against}{words}{also}", bool(against) and not row["ready"]
        )


LEAVING = "Releases today and tomorrow"
STREET_PART = "Before any release: court orders, required holds, and holds that nobody has determined"
WHOLE = frozenset({LEAVING, STREET_PART})
"""The parts that are printed whole."""
PARTS = {
    STREET_PART: _orders,
    LEAVING: _leaving,
    "Deadlines within 12 hours": _clocks,
    "Disputes": _disputes,
    "Assigned to the outgoing shift": _assigned,
    "Drafts awaiting approval": _drafts,
    "Follow-ups promised": _promised,
    "Calls not finished": _calls,
    "Notices not served": _notices,
    "Waiting for": _waiting,
}
"""The parts of a sheet in their order, each with how its lines are read."""
