"""Where the desk keeps its record: one SQLite file, or a PostgreSQL named by a URL."""

from pathlib import Path
from typing import Any

import dj_database_url

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"  # NORMAL loses acknowledged decisions in a power cut
    "PRAGMA foreign_keys=ON;"
    "PRAGMA cell_size_check=ON;"
)
WAIT_SECONDS = 20


def database(url: str, data: Path) -> dict[str, Any]:
    """Django's settings for the store: PostgreSQL where `url` names one, else `habeas.sqlite3` in the folder `data`.

    SQLite begins each transaction IMMEDIATE: with the default, most of eight clerks' writes are refused. Writers wait in a line.
    """
    if url.startswith(("postgres://", "postgresql://")):
        return {**dj_database_url.parse(url, conn_max_age=60), "CONN_HEALTH_CHECKS": True}
    return {
        "ENGINE": "habeas.desk.sqlite_queued_writes",
        "NAME": data / "habeas.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": WAIT_SECONDS, "init_command": SQLITE_PRAGMAS},
        "TEST": {"NAME": data / "test.sqlite3"},
    }
