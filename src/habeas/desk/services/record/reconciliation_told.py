"""What events say in their own words, against the rows: it reaches back to rows that are older than the record's hold on rows."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from habeas.desk.models import Account, ApiKey, Booking, Decision, Dispatch, Paper, Request, Signature
from habeas.desk.services.record.reconciliation_base import Findings, Heard, Part

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

    def hear(self, event: Heard) -> None:
        """Keep what the event says; a later word takes the place of an earlier one."""
        for claim, of, value in _claims(event):
            row = (claim, of, json.dumps(value, sort_keys=True), event.seq)
            self.store.execute("INSERT OR REPLACE INTO said (claim, of, value, seq) VALUES (?, ?, ?, ?)", row)

    def judge(self) -> None:
        """Hold the rows against the words, and name each word whose row is gone."""
        for table, record, claim, of, value, what in _rows():
            self._hold(table, record, claim, of, value, what)
        gone = (
            "SELECT claim, of, seq FROM said WHERE met = 0 AND claim IN ('signature', 'decision', 'dispatch', 'scopes')"
        )
        for claim, of, seq in self.store.execute(gone):
            self.found.say(_TABLE_OF[claim], of, f"event {seq} made it, and it is not there")
        self.store.close()

    def _hold(self, table: str, record: int, claim: str, of: str, value: Any, what: str) -> None:
        said = self.store.execute("SELECT value, seq FROM said WHERE claim = ? AND of = ?", (claim, of)).fetchone()
        if said is None:
            if claim == "signature":
                self.found.say(table, record, "no event says that it was given")
            return
        self.store.execute("UPDATE said SET met = 1 WHERE claim = ? AND of = ?", (claim, of))
        if json.loads(said[0]) != json.loads(json.dumps(value)):
            self.found.say(table, record, f"{what} is not what event {said[1]} says")


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
    if kind == "booking" and detail.get("step") == "left":
        yield "left", event.object.id, True


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


def _rows() -> Iterator[tuple[str, int, str, str, Any, str]]:
    """Each row that an event speaks of: table, number, the claim and what it is about, the row's value, and what that is, in words."""
    for pk, key, state in _each(Request, "key", "state"):
        yield "request", pk, "state", key, state, "its state"
    signed = _each(Signature, "decision__key", "door", "by", "role", "seen_sha256")
    for pk, key, door, by, role, seen in signed:
        yield "signature", pk, "signature", f"{key} door {door}", [f"staff-{by}", role], "who gave it, and as what,"
        yield "signature", pk, "seen", f"{key} door {door}", seen, "the hash of what was shown"
    for pk, key, inputs in _each(Decision, "key", "inputs_sha256"):
        yield "decision", pk, "decision", key, inputs, "the hash of what it rests on"
    for pk, key, files, way in _each(Dispatch, "key", "files", "way"):
        yield "dispatch", pk, "dispatch", key, [files, way], "what was sent, and how,"
    for pk, role, active in _each(Account, "role", "is_active"):
        yield "account", pk, "role", f"staff-{pk}", role, "its role"
        yield "account", pk, "open", f"staff-{pk}", active, "whether it is open"
    for pk, key, scopes, revoked in _each(ApiKey, "key", "scopes", "revoked_at"):
        yield "apikey", pk, "scopes", key, scopes, "its scopes"
        yield "apikey", pk, "revoked", key, revoked is not None, "whether it was ended"
    for pk, key, sha256 in _each(Paper, "key", "sha256"):
        yield "paper", pk, "paper", key, sha256, "its hash"
    for pk, key, reported in _each(Booking, "key", "release_reported_at"):
        yield "booking", pk, "left", key, reported is not None, "whether somebody left"


def _each(model: Any, *columns: str) -> Iterator[tuple[Any, ...]]:
    yield from model.objects.order_by("pk").values_list("pk", *columns).iterator(chunk_size=1_000)
