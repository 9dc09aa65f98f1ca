"""The chain: each event names the hash of the one before, so nothing can be changed, taken out or put in without a trace.

What a chain alone cannot show: that its tail was cut, or that all of it was written anew. For that see `habeas.audit.checkpoint`.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from habeas.audit.event import FORMAT, START, Event, EventBody, decode_event, make_event, unfit_detail
from habeas.common.errors import BadInputError
from habeas.common.infiles import lines_of, open_file

_sha256 = hashlib.sha256
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z").fullmatch


WAIT = timedelta(seconds=20)
"""How long an act may wait for its turn to write after its moment was taken: two servers' events stand that much out of order of time."""


class Head(msgspec.Struct, frozen=True):
    """Where a chain ends: its `site`, its `size` (how many events, and the next `seq`), and the `hash` of the last event."""

    site: str
    size: int = 0
    hash: str = START


@dataclass(frozen=True)
class ChainFault:
    """The first thing wrong with a chain: at which `seq` (the place, counted from 0), and what, in words."""

    seq: int
    what: str

    @property
    def sentence(self) -> str:
        """The fault as one sentence."""
        return f"Event {self.seq}: {self.what}."


class FaultyLogError(BadInputError):
    """A stored event cannot be read as one; `fault` says where and why."""

    def __init__(self, fault: ChainFault) -> None:
        super().__init__(fault.sentence)
        self.fault = fault


@dataclass(frozen=True)
class ChainReport:
    """What a walk over a chain found: `head` after the last good event, `fault` or None, and how often the wall clock ran backwards.

    A clock that was set back is no fault: the order is that of `seq`. `clock_back` counts steps back that no wait for the turn to write
    explains (`WAIT`), `first_back` is the first one's seq.
    """

    head: Head
    fault: ChainFault | None
    clock_back: int
    first_back: int | None


def link(head: Head, body: EventBody) -> Event:
    """Make `body` the next event after `head`. Store the event and `head_after(event)` in the transaction of the act itself."""
    return make_event(body, site=head.site, seq=head.size, prev=head.hash)


def head_after(event: Event) -> Head:
    """The head of a chain whose last event is `event`."""
    return Head(event.site, event.seq + 1, event.hash)


def verify_chain(events: Iterable[Event], start: Head | None = None) -> ChainFault | None:
    """Give the first fault of a chain, or None. `start` is the head before the first of `events`; the beginning where left out."""
    return check_chain(events, start).fault


def check_chain(events: Iterable[Event], start: Head | None = None) -> ChainReport:
    """Walk a chain once and report. A fault ends the walk; FaultyLogError of a reader is reported as a fault."""
    walk = Walk(start)
    try:
        fault = next(filter(None, map(walk.step, events)), None)
    except FaultyLogError as broken:
        fault = broken.fault
    return walk.report(fault)


class Walk:
    """A walk over a chain that is fed one event at a time; `head` is always that after the last good event."""

    def __init__(self, start: Head | None = None) -> None:
        self._site: str | None = start.site if start else None
        self._seq, self._prev = (start.size, start.hash) if start else (0, START)
        self._encode = msgspec.json.Encoder(order="sorted").encode
        self._at, self._back = "", 0
        self._first_back: int | None = None

    def step(self, event: Event) -> ChainFault | None:
        """Take the next event; give its fault, or None and move on."""
        if event.prev != self._prev or event.seq != self._seq or event.site != self._site or event.v != FORMAT:
            if self._site is None:
                self._site = event.site
            what = self._misplaced(event)
            if what:
                return ChainFault(self._seq, what)
        if not _TIME(event.at) or (event.detail and any(map(_unfit, event.detail.values()))):
            return ChainFault(self._seq, "it is written in a form this format does not have")
        if event.at < self._at and _set_back(event.at, self._at):
            self._back += 1
            self._first_back = event.seq if self._first_back is None else self._first_back
        self._at = event.at
        known = event.__dict__  # what a reader worked out already
        self._prev = known.get("hash") or _sha256(known.get("canonical") or self._encode(event)).hexdigest()
        self._seq += 1
        return None

    @property
    def entry(self) -> bytes:
        """The hash of the last good event as the 32 bytes that the Merkle tree takes."""
        return bytes.fromhex(self._prev)

    @property
    def head(self) -> Head:
        """The head after the last good event."""
        return Head(self._site or "", self._seq, self._prev)

    def report(self, fault: ChainFault | None) -> ChainReport:
        """What was found so far, with `fault`."""
        return ChainReport(self.head, fault, self._back, self._first_back)

    def _misplaced(self, event: Event) -> str | None:
        checks = (
            (event.v != FORMAT, "it is of a format this program does not know"),
            (event.site != self._site, "it belongs to another site"),
            (event.seq != self._seq, f"its number is {event.seq}: events are missing, doubled or out of order"),
            (event.prev != self._prev, "it does not follow from the event before: one of the two was changed"),
        )
        return next((words for wrong, words in checks if wrong), None)


def read_lines(lines: Iterable[bytes], first: int = 0) -> Iterator[Event]:
    """Read events from canonical lines, such as an open `events.jsonl`; FaultyLogError names the place of the first bad one."""
    for place, line in enumerate(lines, first):
        yield _event(line.removesuffix(b"\n"), place)


def _event(line: bytes, place: int) -> Event:
    try:
        return decode_event(line)
    except BadInputError as fault:
        raise FaultyLogError(ChainFault(place, _lower(str(fault)))) from None


def read_rows(rows: Iterable[tuple[str, str]], first: int = 0) -> Iterator[Event]:
    """Read events from stored rows `(hash, body)`, in order of seq; FaultyLogError where a stored hash is not that of its body."""
    for place, (digest, body) in enumerate(rows, first):
        if not isinstance(body, str):
            raise FaultyLogError(ChainFault(place, "its text is no text any more"))
        line = body.encode("utf-8", "surrogatepass")
        if _sha256(line).hexdigest() != digest:
            raise FaultyLogError(ChainFault(place, "the hash stored with it is not the hash of its text"))
        event = _event(line, place)
        event.__dict__["hash"] = digest  # found out just now
        yield event


def copies(event: Event) -> dict[str, Any]:
    """What a table may hold beside an event's text to search by, by column; `at` as a time, `request` from the detail."""
    return {
        "site": event.site, "seq": event.seq, "prev": event.prev, "hash": event.hash, "at": event.when, "actor": event.actor,
        "role": event.role, "act": event.act, "kind": event.object.kind, "object": event.object.id,
        "request": event.detail.get("request", ""),
    }  # fmt: skip


def read_records(records: Iterable[Mapping[str, Any]], first: int = 0) -> Iterator[Event]:
    """Read events from whole rows of a table: `hash`, `body`, and any columns of `copies`, each of which must say what the event says.

    The chain covers `body` alone: a column that was changed would show an inspector another actor or time than the event has.
    """
    for place, record in enumerate(records, first):
        (event,) = read_rows([(record["hash"], record["body"])], place)
        wrong = [name for name, value in copies(event).items() if name in record and record[name] != value]
        if wrong:
            raise FaultyLogError(ChainFault(place, f"its column {', '.join(wrong)} does not say what the event says"))
        yield event


def read_log(path: Path) -> Iterator[Event]:
    """Read the events of a log file, one a line; BadInputError where the file cannot be opened."""
    try:
        with open_file(path) as file:
            yield from read_lines(lines_of(file, path.name))
    except OSError as fault:
        raise BadInputError(f"{path.name} cannot be read: {(fault.strerror or 'no reason given').lower()}.") from None


def _set_back(at: str, before: str) -> bool:
    """Whether a moment lies so far before the one of the event ahead that no wait explains it; one that is no date does."""
    try:
        return datetime.fromisoformat(before) - datetime.fromisoformat(at) > WAIT
    except ValueError:
        return True


def _unfit(value: Any) -> bool:
    """Whether a value may not stand in a detail; the plain kinds first, for they are nearly all there is."""
    kind = value.__class__
    return kind is not str and kind is not bool and value is not None and unfit_detail(value) is not None


def _lower(sentence: str) -> str:
    return (sentence[:1].lower() + sentence[1:]).rstrip(".")
