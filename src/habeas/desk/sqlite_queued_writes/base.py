"""Django's SQLite store with one difference: who wants to write waits in a line.

SQLite's own waiting sleeps longer the longer somebody has waited, so that a clerk can be passed over again and again
while a roster is imported. Here the threads of a process stand in line, and only its first asks the file, often.
"""

import os
import threading
import time
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

_ASK_AGAIN = 0.001
"""Seconds between two questions of the first in line: other processes hold the file for milliseconds."""

_lines: dict[str, threading.Lock] = {}
os.register_at_fork(after_in_child=_lines.clear)  # a child must not wait for a thread it does not have


class DatabaseWrapper(base.DatabaseWrapper):
    """One thread's connection. Whoever waits longer than the store's `timeout` (seconds) is refused, as SQLite refuses."""

    _turn: "threading.Lock | None" = None  # in quotes: the name is a function until Python 3.13

    def _start_transaction_under_autocommit(self) -> None:
        if self.settings_dict["OPTIONS"].get("transaction_mode") != "IMMEDIATE":
            super()._start_transaction_under_autocommit()  # type: ignore[misc] # the stubs leave it out
            return
        until = time.monotonic() + float(self.settings_dict["OPTIONS"].get("timeout", 5))  # clock: how long to wait
        self._stand_in_line(until)
        try:
            self._begin(until)
        except BaseException:
            self._leave_line()
            raise

    def _stand_in_line(self, until: float) -> None:
        line = _lines.setdefault(str(self.settings_dict["NAME"]), threading.Lock())
        if not line.acquire(timeout=max(0.0, until - time.monotonic())):  # clock: how long to wait
            raise OperationalError("database is locked")
        self._turn = line

    def _begin(self, until: float) -> None:
        """Begin as soon as no other process writes; SQLite's own waiting is put aside meanwhile."""
        usual = self.connection.execute("PRAGMA busy_timeout").fetchone()[0]
        self.connection.execute("PRAGMA busy_timeout = 0")
        try:
            while not self._began(until):
                time.sleep(_ASK_AGAIN)
        finally:
            self.connection.execute(f"PRAGMA busy_timeout = {usual:d}")

    def _began(self, until: float) -> bool:
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc] # the stubs leave it out
        except OperationalError as fault:
            if "locked" not in str(fault) or time.monotonic() >= until:  # clock: how long to wait
                raise
            return False
        return True

    def _leave_line(self) -> None:
        if self._turn is not None:
            self._turn.release()
            self._turn = None

    def _commit(self) -> Any:
        done = super()._commit()  # type: ignore[misc] # the stubs leave it out
        self._leave_line()
        return done

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc] # the stubs leave it out
        finally:
            self._leave_line()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc] # the stubs leave it out
        finally:
            self._leave_line()
