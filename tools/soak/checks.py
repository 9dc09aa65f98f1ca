"""What must hold in a store whatever happened to those who wrote it. Plain SQL, so that an image without its server is checked as well."""

import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools.soak.journal import Acknowledged

from habeas.audit.chain import check_chain, read_rows

Ask = Callable[[str], list[tuple[Any, ...]]]
RECOVERS_SECONDS = 120.0
"""How long a server may recover before it counts as lost."""

TOKENS = {
    "paper": "SELECT received_by FROM desk_request WHERE received_by LIKE 'paper-%'",
    "api": "SELECT received_by FROM desk_request WHERE received_by LIKE 'api-%'",
    "fact": "SELECT source FROM desk_factrecord WHERE source LIKE 'fact-%'",
    "contact": "SELECT asked FROM desk_contact WHERE asked LIKE 'contact-%'",
    "send": "SELECT proof FROM desk_dispatch WHERE proof LIKE 'send-%'",
    "roster": "SELECT name FROM desk_rosterimport WHERE state = 'applied' AND name LIKE 'roster-%'",
    "backup": "SELECT 'backup-' || object FROM desk_event WHERE act = 'backup'",
}
"""Where the token of each kind of act stands in the store."""


@dataclass(slots=True)
class Findings:
    """What is wrong with a store, by kind."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    chain: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    events: int = 0

    @property
    def faults(self) -> dict[str, list[str]]:
        """The kinds that were found."""
        every = {
            "lost": self.lost,
            "doubled": self.doubled,
            "half": self.half,
            "chain": self.chain,
            "damaged": self.damaged,
        }
        return {kind: rows for kind, rows in every.items() if rows}


def check(ask: Ask, said: Acknowledged, *, files: bool = False) -> Findings:
    """Hold a store against what was acknowledged and against itself; `files` reads each kept file against its hash too."""
    found = Findings()
    try:
        rows = ask("SELECT hash, body FROM desk_event ORDER BY seq")
        _check_chain(ask, rows, found)
        bodies = [json.loads(body) for _, body in rows]
        _check_tokens(ask, said, found)
        _check_versions(ask, said, bodies, found)
        _check_halves(ask, bodies, found)
        if files:
            _check_files(ask, found)
    except Exception as fault:  # whatever it is: a store that cannot be read holds nothing that was acknowledged
        found.damaged.append(f"{type(fault).__name__}: {fault}")
    return found


def _check_chain(ask: Ask, rows: list[tuple[Any, ...]], found: Findings) -> None:
    report = check_chain(read_rows(rows))
    found.events = len(rows)
    if report.fault:
        found.chain.append(report.fault.sentence)
    heads = ask("SELECT seq, hash FROM desk_chainhead")
    if heads != [(report.head.size, report.head.hash)]:
        found.chain.append(f"the head's row says {heads}, the last event {report.head.size}")


def _check_tokens(ask: Ask, said: Acknowledged, found: Findings) -> None:
    for kind, query in TOKENS.items():
        held = Counter(row[0] for row in ask(query))
        found.lost += [token for token in said.done.get(kind, ()) if not held[token]]
        found.doubled += [token for token, times in held.items() if times > 1]


def _check_versions(ask: Ask, said: Acknowledged, bodies: Iterable[Any], found: Findings) -> None:
    """A request has come as far as was acknowledged, and each step of its way is an event."""
    moves = Counter(
        body["object"]["id"] for body in bodies if body["object"]["kind"] == "request" and "to" in body["detail"]
    )
    held = {number: (key, version) for number, key, version in ask("SELECT number, key, version FROM desk_request")}
    found.lost += [
        f"{number} at version {version}"
        for number, version in said.versions.items()
        if held.get(number, ("", -1))[1] < version
    ]
    found.half += [
        f"{number}: version {version}, {moves[key]} steps"
        for number, (key, version) in held.items()
        if version != moves[key]
    ]


def _check_halves(ask: Ask, bodies: list[Any], found: Findings) -> None:
    """Each row has its event and each event its row; and nobody is absent, for every export of the sessions names everybody."""
    found.half += [
        f"{row[0]} is flagged absent" for row in ask("SELECT key FROM desk_person WHERE absent_since IS NOT NULL")
    ]
    for name, query, wanted in _PAIRS:
        rows, events = {row[0] for row in ask(query)}, {key for body in bodies for key in wanted(body)}
        found.half += [f"{name} without its event: {key}" for key in rows - events]
        found.half += [f"event without its {name}: {key}" for key in events - rows]


def _detail(act: str, key: str) -> Callable[[Any], list[Any]]:
    return lambda body: [body["detail"][key]] if body["act"] == act and key in body["detail"] else []


def _object(kind: str, *acts: str) -> Callable[[Any], list[Any]]:
    return lambda body: [body["object"]["id"]] if body["act"] in acts and body["object"]["kind"] == kind else []


_PAIRS: tuple[tuple[str, str, Callable[[Any], list[Any]]], ...] = (
    ("request", "SELECT key FROM desk_request", _object("request", "receive")),
    ("fact", "SELECT key FROM desk_factrecord", _detail("record_fact", "key")),
    ("contact", "SELECT key FROM desk_contact", _object("contact", "contact")),
    ("decision", "SELECT key FROM desk_decision", lambda body: [body["detail"]["decision"]] if "inputs" in body["detail"] else []),
    ("sending", "SELECT key FROM desk_dispatch", _detail("dispatch", "dispatch")),
    ("name beside", "SELECT digest FROM desk_beside", lambda body: list(body["refs"].values())),
    ("signed head", "SELECT size FROM desk_checkpoint", _detail("checkpoint", "size")),
    ("paper", "SELECT sha256 FROM desk_paper", lambda body: [body["detail"]["sha256"]] if body["act"] == "receive" and body["detail"].get("sha256") else []),
)  # fmt: skip


def _check_files(ask: Ask, found: Findings) -> None:
    """Every kept file is the one its hash names."""
    for table in ("desk_paper", "desk_packagefile"):
        for digest, content in ask(f"SELECT sha256, content FROM {table}"):
            if hashlib.sha256(content).hexdigest() != digest:
                found.damaged.append(f"{table}: a file is not the one of {digest[:12]}")


def ask_sqlite(path: Path) -> tuple[Ask, Callable[[], None]]:
    """Questions to one SQLite file, opened as the desk opens it; and how it is closed."""
    import sqlite3

    store = sqlite3.connect(path, timeout=20, isolation_level=None)
    return lambda query: store.execute(query).fetchall(), store.close


def ask_postgres(url: str) -> tuple[Ask, Callable[[], None]]:
    """Questions to a PostgreSQL; and how the connection is closed."""
    import psycopg

    until = time.monotonic() + RECOVERS_SECONDS
    while True:
        try:
            store = psycopg.connect(url, autocommit=True)
            break
        except psycopg.OperationalError:  # it recovers
            if time.monotonic() > until:
                raise
            time.sleep(0.3)
    return lambda query: store.execute(query).fetchall(), store.close


def check_store(data: Path, url: str, said: Acknowledged, *, files: bool = False) -> Findings:
    """Check the store of a desk: the file in `data`, or the server at `url`."""
    ask, close = ask_postgres(url) if url else ask_sqlite(data / "habeas.sqlite3")
    try:
        found = check(ask, said, files=files)
        if not url:
            found.damaged += [row[0] for row in ask("PRAGMA integrity_check") if row[0] != "ok"]
            found.damaged += [str(row) for row in ask("PRAGMA foreign_key_check")]
    finally:
        close()
    return found


def verify_whole() -> list[str]:
    """The desk's own check of the whole record and of all beside it, then its head signed and the same again; Django stands already."""
    from datetime import UTC, datetime

    from habeas.desk.doing import by_system
    from habeas.desk.services.record import audit_log
    from habeas.desk.services.record.checkpoints import sign_head

    before = audit_log.verify()
    if not before.holds:
        return before.sentences
    sign_head(by_system(datetime.now(UTC)))
    after = audit_log.verify()
    return [] if after.holds else after.sentences
