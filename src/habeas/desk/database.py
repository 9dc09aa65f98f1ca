"""Where the desk keeps its record: one SQLite file, or a PostgreSQL named by a URL."""

from pathlib import Path
from typing import Any

import dj_database_url

from habeas.desk.read_only import sqlite_to_read

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"  # NORMAL loses acknowledged decisions in a power cut
    "PRAGMA foreign_keys=ON;"
    "PRAGMA cell_size_check=ON;"
)
WAIT_SECONDS = 20
"""How long whoever writes waits for others, and for a lock of PostgreSQL."""

PAGE_SECONDS = 8
"""How long a page waits: under 16 people and two servers the longest measured was 2.3 s, so whatever is longer does not pass by itself."""

POSTGRES = {
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "options": f"-c lock_timeout={WAIT_SECONDS}s",
}
"""A server that is gone is noticed within seconds, and a lock that somebody keeps is not waited for without end."""


def database(url: str, data: Path, *, read_only: bool = False) -> dict[str, Any]:
    """Django's settings for the store: PostgreSQL where `url` names one, else `habeas.sqlite3` in the folder `data`.

    SQLite begins each transaction IMMEDIATE: with the default, most of eight clerks' writes are refused. Writers wait in a line.
    With `read_only` the store refuses every change, and nothing is written beside it either.
    """
    if url.startswith(("postgres://", "postgresql://")) and read_only:
        return {**dj_database_url.parse(url), "OPTIONS": {"options": "-c default_transaction_read_only=on"}}
    if read_only:
        return sqlite_to_read(data / "habeas.sqlite3")
    if url.startswith(("postgres://", "postgresql://")):
        given: dict[str, Any] = {**dj_database_url.parse(url, conn_max_age=60), "CONN_HEALTH_CHECKS": True}
        return {**given, "OPTIONS": POSTGRES | given.get("OPTIONS", {})}
    return {
        "ENGINE": "habeas.desk.sqlite_queued_writes",
        "NAME": data / "habeas.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": WAIT_SECONDS, "init_command": SQLITE_PRAGMAS},
        "TEST": {"NAME": data / "test.sqlite3"},
    }
