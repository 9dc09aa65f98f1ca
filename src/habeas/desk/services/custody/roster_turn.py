"""One roster at a time is applied or undone, whichever process does it: two at once would each flag the other's people as absent."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.db import connection

from habeas.desk.sqlite_queued_writes.line import Line
from habeas.desk.workflow.errors import RefusedError

WAIT_SECONDS = 900.0
"""How long a roster waits for the one before it: longer than a large one takes."""
ASK_AGAIN = 0.2
_NUMBER = 4_803_271
"""What the lock is called on PostgreSQL: any number that nothing else of the desk uses."""


@contextmanager
def turn() -> Iterator[None]:
    """Wait until no other roster is being applied or undone, and keep the next waiting. A killed process keeps nobody waiting.

    Inside a transaction nothing is waited for: what one waits for may need this very transaction to end. Raises RefusedError.
    """
    wait = 0.0 if connection.in_atomic_block else WAIT_SECONDS
    with (_turn_here if connection.vendor == "sqlite" else _turn_there)(
        time.monotonic() + wait
    ):  # clock: how long to wait
        yield


def _refused() -> RefusedError:
    return RefusedError("Another roster is being applied or undone; try again when it is done.")


@contextmanager
def _turn_here(until: float) -> Iterator[None]:
    """SQLite serves one machine: its processes stand in a line of its own at a file beside the store."""
    line = _line(str(connection.settings_dict["NAME"]))
    place = line.alone(until)
    if place is None:
        raise _refused()
    try:
        yield
    finally:
        line.leave(place)


@cache
def _line(name: str) -> Line:
    return Line(Path(f"{name}-rosters"))


os.register_at_fork(after_in_child=_line.cache_clear)  # a child must not wait for a thread it does not have


@contextmanager
def _turn_there(until: float) -> Iterator[None]:
    """PostgreSQL keeps the lock for this transaction, or else for this connection, and lets go of it when that ends."""
    kind = "pg_try_advisory_xact_lock" if connection.in_atomic_block else "pg_try_advisory_lock"
    while not _answer(f"SELECT {kind}(%s)"):
        if time.monotonic() >= until:  # clock: how long to wait
            raise _refused()
        time.sleep(ASK_AGAIN)
    try:
        yield
    finally:
        if kind == "pg_try_advisory_lock" and connection.is_usable():  # one that broke has let go
            _answer("SELECT pg_advisory_unlock(%s)")


def _answer(query: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(query, [_NUMBER])
        return bool(cursor.fetchone()[0])
