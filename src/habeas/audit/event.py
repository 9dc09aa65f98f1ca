"""One event of the log: who did what to which record, when, on which law. Its canonical JSON is what is hashed and kept.

Nothing in an event names a person in custody: records go by opaque ids, names by the digests of `habeas.audit.sealed`.
"""

import hashlib
import re
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

import msgspec

from habeas.audit.acts import act_kind, said_of
from habeas.common.errors import BadInputError

FORMAT = 1
"""The version of the event format; it stands in each event as `v`."""

START = "0" * 64
"""The `prev` of the first event."""

_WIDEST = 2**53 - 1
_HEX = re.compile(r"[0-9a-f]{64}")
_TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


class Thing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The record an event is about: its `kind` (request, person, decision, roster …) and its opaque `id`, never a name."""

    id: str
    kind: str


class EventBasis(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What the act rests on: `packs` maps a law pack to its SHA-256, `provisions` are provision ids."""

    packs: dict[str, str] = {}
    provisions: list[str] = []


class Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One event. Fields are written in the order of the alphabet, which is the order of its canonical JSON.

    `at` is UTC, microseconds, `2026-11-25T22:33:01.000123Z`; `monotonic` nanoseconds of a clock that is never set back, comparable
    within one run of `program`; `prev` the hash of the event before; `seq` counts from 0 in a `site`; `shown` a salted or keyed digest of
    the fields shown, or nothing; `refs` maps a label to the digest of a sealed value; `detail` is free but without fractions.
    """

    act: str
    actor: str
    at: str
    basis: EventBasis
    detail: dict[str, Any]
    monotonic: int
    object: Thing
    prev: str
    program: str
    refs: dict[str, str]
    role: str
    seq: int
    shown: str
    site: str
    v: int

    @cached_property
    def canonical(self) -> bytes:
        """The bytes that are kept, exported and hashed: UTF-8 JSON, keys sorted, no blanks, no newline."""
        return _ENCODER.encode(self)

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the canonical bytes, 64 hexadecimal digits."""
        return hashlib.sha256(self.canonical).hexdigest()

    @property
    def when(self) -> datetime:
        """`at` as a time of day in UTC."""
        return datetime.strptime(self.at, _TIME).replace(tzinfo=UTC)

    @property
    def sentence(self) -> str:
        """The event as a person reads it: the time, who, in which role, did what to which record. The program's own steps are its own."""
        said = said_of(self.act, self.detail)
        who = f"Habeas, for {self.actor} ({self.role})," if said.by_program else f"{self.actor} ({self.role})"
        return f"{self.at[:10]} {self.at[11:19]} UTC: {who} {said.words} {self.object.kind} {self.object.id}."


class EventBody(msgspec.Struct, frozen=True, kw_only=True):
    """What is known before the event is linked: all of an event but its place. `at` must know its time zone; see `Event`."""

    act: str
    actor: str
    role: str
    at: datetime
    monotonic: int
    object: Thing
    program: str
    basis: EventBasis = EventBasis()
    shown: str = ""
    refs: dict[str, str] = {}
    detail: dict[str, Any] = {}


_ENCODER = msgspec.json.Encoder(order="sorted")
_DECODER = msgspec.json.Decoder(Event)


def decode_event(line: bytes) -> Event:
    """Read one event from its canonical bytes; BadInputError where they are no event or not in canonical form."""
    try:
        event = _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as fault:
        raise BadInputError(f"The line is no event: {_short(str(fault))}.") from None
    if _ENCODER.encode(event) != line:
        raise BadInputError("The line is not in the canonical form: blanks, the order of keys or the escapes differ.")
    event.__dict__["canonical"] = line  # found out just now; whoever walks the chain need not write it again
    return event


def make_event(body: EventBody, *, site: str, seq: int, prev: str) -> Event:
    """Give `body` its place. BadInputError for an unknown act, a time without zone, a bad digest, or a detail that cannot be hashed."""
    act_kind(body.act)
    fault = _unfit(body, site)
    if fault:
        raise BadInputError(f"The event cannot be written: {fault}.")
    event = Event(
        act=body.act, actor=body.actor, at=stamp(body.at), basis=body.basis, detail=body.detail, monotonic=body.monotonic,
        object=body.object, prev=prev, program=body.program, refs=body.refs, role=body.role, seq=seq, shown=body.shown,
        site=site, v=FORMAT,
    )  # fmt: skip
    return _DECODER.decode(_encoded(event))  # a list for a tuple, plain text for an enum: what will be read back


def stamp(at: datetime) -> str:
    """Write a time as an event does: UTC with six digits of a second; BadInputError where it has no time zone."""
    if at.tzinfo is None:
        raise BadInputError("The time of an event has no time zone; hand in a time that knows its zone.")
    return at.astimezone(UTC).strftime(_TIME).rjust(27, "0")


def unfit_detail(value: Any) -> str | None:
    """Why `value` may not stand in `detail`, or None: text, whole numbers below 2^53, true, false, null, lists and objects may."""
    if value is None or isinstance(value, str | bool):
        return None
    if isinstance(value, int):
        return None if -_WIDEST <= value <= _WIDEST else "detail holds a number beyond 2^53, write it as text"
    if isinstance(value, list | tuple):
        return next(filter(None, map(unfit_detail, value)), None)
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            return "detail has a key that is no text"
        return next(filter(None, map(unfit_detail, value.values())), None)
    return f"detail holds a {type(value).__name__}; write it as text or a whole number"


def _unfit(body: EventBody, site: str) -> str | None:
    """The first fault of a body, in words, or None."""
    digests = [*body.refs.values(), *body.basis.packs.values(), *filter(None, [body.shown])]
    empty = [name for name in ("actor", "role", "program") if not getattr(body, name)]
    checks = (
        (not site, "site is empty"),
        (bool(empty), f"{', '.join(empty)} is empty"),
        (not (body.object.kind and body.object.id), "object has no kind or no id"),
        (not all(map(_HEX.fullmatch, digests)), "a digest is not 64 hexadecimal digits"),
        (not 0 <= body.monotonic <= _WIDEST, "monotonic is not between 0 and 2^53"),
    )
    return next((words for wrong, words in checks if wrong), None) or unfit_detail(body.detail)


def _encoded(event: Event) -> bytes:
    try:
        return event.canonical
    except (UnicodeError, TypeError):
        raise BadInputError("The event cannot be written: it holds text that is no Unicode.") from None


def _short(text: str) -> str:
    """A parser's complaint without the values it quotes: they may be somebody's."""
    return re.sub(r"[`'\"“][^`'\"”]*[`'\"”]", "…", text)[:120].rstrip(".").lower()
