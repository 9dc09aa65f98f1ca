"""What events say in their own words, against the rows: it reaches back to rows that are older than the record's hold on rows."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from django.db import DatabaseError

from habeas.desk.models import Account, ApiKey, Booking, Decision, Dispatch, Paper, Request, Signature
from habeas.desk.models.held import table_of
from habeas.desk.services.record.cells import FAULTS, UNREADABLE, rows_of
from habeas.desk.services.record.reconciliation_base import Findings, Heard, Part

_Said = tuple[str, str, Any, str]
_TABLE = """
CREATE TABLE said (claim TEXT, of TEXT, value TEXT, seq INTEGER, met INTEGER DEFAULT 0, PRIMARY KEY (claim, of)) WITHOUT ROWID;
"""
DOORS = {"send_to_sign": 1, "send_to_counsel": 1, "settle": 1, "sign": 2, "sign_off": 3}
"""The door of the signature that each step gives."""
_CLOSED = {"closed": False, "opened again": True, "password set by an administrator": True}


class WordsOfEvents(Part):
    """The newest word of the chain about each thing, kept in a scratch store on the disk."""

    def __init__(self, found: Findings) -> None:
        super().__init__(found)
        self.store = sqlite3.connect("")
        self.store.executescript(_TABLE)
        self.raised = False  # whether a release was raised by an event of an earlier version, which names no stay

    def hear(self, event: Heard) -> None:
        """Keep what the event says; a later word takes the place of an earlier one."""
        self.raised = self.raised or ("ready" not in event.detail and event.detail.get("release_raised") is True)
        for claim, of, value in _claims(event):
            row = (claim, of, json.dumps(value, sort_keys=True), event.seq)
            self.store.execute("INSERT OR REPLACE INTO said (claim, of, value, seq) VALUES (?, ?, ?, ?)", row)

    def judge(self) -> None:
        """Hold the rows against the words, and name each word whose row is gone."""
        for model, columns, claims in ROWS:
            try:
                self._judge_table(model, columns, claims)
            except DatabaseError as fault:
                self.found.unread(table_of(model), fault)
        gone = (
            "SELECT claim, of, seq FROM said WHERE met = 0 AND claim IN ('signature', 'decision', 'dispatch', 'scopes')"
        )
        for claim, of, seq in self.store.execute(gone):
            self.found.say(_TABLE_OF[claim], of, f"event {seq} made it, and it is not there")
        self.store.close()

    def _judge_table(self, model: Any, columns: tuple[str, ...], claims: Callable[..., Iterator[_Said]]) -> None:
        for record, row in rows_of(model.objects, columns):
            try:
                if row is None:
                    raise TypeError
                for claim, of, value, what in claims(record, *(row[each] for each in columns)):
                    self._hold(table_of(model), record, claim, of, value, what)
            except FAULTS:
                self.found.say(table_of(model), record, UNREADABLE)

    def _hold(self, table: str, record: int, claim: str, of: str, value: Any, what: str) -> None:
        said = self.store.execute("SELECT value, seq FROM said WHERE claim = ? AND of = ?", (claim, of)).fetchone()
        if said is None:
            if claim == "signature" or (value and (claim == "left" or (claim == "ready" and not self.raised))):
                self.found.say(table, record, _NOBODY_SAID[claim])
            return
        self.store.execute("UPDATE said SET met = 1 WHERE claim = ? AND of = ?", (claim, of))
        if json.loads(said[0]) != json.loads(json.dumps(value)):
            self.found.say(table, record, f"{what} is not what event {said[1]} says")


_NOBODY_SAID = {
    "signature": "no event says that it was given",
    "left": "no event says that they left",
    "ready": "no event says that they were cleared for release",
}
_TABLE_OF = {"signature": "signature", "decision": "decision", "dispatch": "dispatch", "scopes": "apikey"}


def _claims(event: Heard) -> Iterator[tuple[str, str, Any]]:
    """What one event says, as claims: of what kind, about what, and the value."""
    detail, kind = event.detail, event.object.kind
    if kind == "request" and "to" in detail and "from" in detail:
        yield "state", event.object.id, detail["to"]
    if kind == "request" and isinstance(detail.get("decision"), str):
        yield from _of_decision(event, detail["decision"])
    if kind == "account" and event.act == "account":
        yield from _of_account(event)
    if kind == "key" and event.act == "account" and isinstance(detail.get("scopes"), list):
        yield "scopes", event.object.id, detail["scopes"]
    if kind == "key" and detail.get("step") == "revoked":
        yield "revoked", event.object.id, True
    if kind == "paper" and isinstance(detail.get("sha256"), str):
        yield "paper", event.object.id, detail["sha256"]
    yield from _of_ready(event)
    if kind == "booking" and detail.get("step") in {"left", "not left"}:
        yield "left", event.object.id, detail["step"] == "left"


def _of_ready(event: Heard) -> Iterator[tuple[str, str, Any]]:
    """When the jail, or a commander who upheld a claim, said that somebody may go."""
    detail, ready = event.detail, event.detail.get("ready")
    if event.object.kind == "booking" and detail.get("step") == "ready" and isinstance(detail.get("ready_at"), str):
        yield "ready", event.object.id, _moment(detail["ready_at"])
    elif isinstance(ready, list) and len(ready) == 2 and all(isinstance(each, str) for each in ready):
        yield "ready", ready[0], _moment(ready[1])


def _moment(text: str) -> str:
    """A moment in the one form in which two are compared; as it is where it is none."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        return text


def _of_decision(event: Heard, key: str) -> Iterator[tuple[str, str, Any]]:
    door = DOORS.get(str(event.detail.get("capability")))
    if door:
        yield "signature", f"{key} door {door}", [event.actor, event.role]
    if door in {2, 3}:
        yield "seen", f"{key} door {door}", event.detail.get("seen")
    if "inputs" in event.detail:
        yield "decision", key, event.detail["inputs"]
    if "dispatch" in event.detail:
        yield "dispatch", event.detail["dispatch"], [event.detail.get("files"), event.detail.get("way")]


def _of_account(event: Heard) -> Iterator[tuple[str, str, Any]]:
    step, who = event.detail.get("step"), event.object.id
    if step == "role changed":
        yield "role", who, event.detail.get("to")
    elif step in {"made", "vouched for"}:
        yield "role", who, event.detail.get("role")
    if step in _CLOSED:
        yield "open", who, _CLOSED[step]
    if "access" in event.detail:
        yield "access", who, event.detail["access"]


def _of_request(_: int, key: str, state: str) -> Iterator[_Said]:
    yield "state", key, state, "its state"


def _of_signature(_: int, key: str, door: int, by: int, role: str, seen: str) -> Iterator[_Said]:
    yield "signature", f"{key} door {door}", [f"staff-{by}", role], "who gave it, and as what,"
    yield "seen", f"{key} door {door}", seen, "the hash of what was shown"


def _of_decided(_: int, key: str, inputs: str) -> Iterator[_Said]:
    yield "decision", key, inputs, "the hash of what it rests on"


def _of_dispatch(_: int, key: str, files: Any, way: str) -> Iterator[_Said]:
    yield "dispatch", key, [files, way], "what was sent, and how,"


def _of_account_row(pk: int, role: str, active: bool, turn: int, ended: int) -> Iterator[_Said]:
    yield "access", f"staff-{pk}", [turn, ended], "which of its passwords it is, or how often its sessions were ended,"
    yield "role", f"staff-{pk}", role, "its role"
    yield "open", f"staff-{pk}", active, "whether it is open"


def _of_key(_: int, key: str, scopes: Any, revoked: Any) -> Iterator[_Said]:
    yield "scopes", key, scopes, "its scopes"
    yield "revoked", key, revoked is not None, "whether it was ended"


def _of_paper(_: int, key: str, sha256: str) -> Iterator[_Said]:
    yield "paper", key, sha256, "its hash"


def _of_booking(_: int, key: str, reported: Any, ready: Any) -> Iterator[_Said]:
    yield "ready", key, ready.astimezone(UTC).isoformat() if ready else None, "when they were cleared for release"
    yield "left", key, reported is not None, "whether somebody left"


ROWS: tuple[tuple[Any, tuple[str, ...], Callable[..., Iterator[_Said]]], ...] = (
    (Request, ("key", "state"), _of_request),
    (Signature, ("decision__key", "door", "by", "role", "seen_sha256"), _of_signature),
    (Decision, ("key", "inputs_sha256"), _of_decided),
    (Dispatch, ("key", "files", "way"), _of_dispatch),
    (Account, ("role", "is_active", "password_turn", "sessions_ended"), _of_account_row),
    (ApiKey, ("key", "scopes", "revoked_at"), _of_key),
    (Paper, ("key", "sha256"), _of_paper),
    (Booking, ("key", "release_reported_at", "release_ready_at"), _of_booking),
)
"""Each table that events speak of: its columns, and from a row each claim, what it is about, the value, and what that is, in words."""
