"""Django's SQLite store with one difference: who wants to write waits in a line, whatever thread or process it is.

SQLite's own waiting sleeps longer the longer somebody has waited, so that a clerk can be passed over again and again while a roster
is imported, and by another process for ever. Here all of them stand in one line (`line`), and only its first asks the file, often.
"""

import contextlib
import os
import sqlite3
import stat
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

from habeas.desk.sqlite_queued_writes.line import ASK_AGAIN, OWNER_ONLY, Line, Place

LINE = "-line"
"""What the file of the line is called, after the store's own name."""


class _Patience(threading.local):
    seconds: float | None = None


_patience = _Patience()


def wait_at_most(seconds: float | None) -> None:
    """Let this thread wait so many seconds at most for its turn, until it has kept something; None: the store's `timeout`."""
    _patience.seconds = seconds


_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
_lines: dict[str, Line] = {}
os.register_at_fork(after_in_child=_lines.clear)  # a child must not wait for a thread it does not have


class StoreBusyError(OperationalError):
    """Others wrote for longer than the caller may wait; nothing was written."""


class QueuedCursor(base.SQLiteCursorWrapper):
    """A cursor whose single statements stand in the line too: what changes something outside a transaction is one of its own."""

    turn: Callable[[Callable[[], Any]], Any]

    def execute(self, query: Any, params: Any = None) -> Any:
        """Do one statement."""
        if self.connection.in_transaction or not _writes(query):
            return super().execute(query, params)
        return self.turn(lambda: base.SQLiteCursorWrapper.execute(self, query, params))


def _writes(query: Any) -> bool:
    return str(query)[:20].lstrip().upper().startswith(_WRITES)


def keep_private(store: Path) -> None:
    """Make the file of a store where it is missing, and close it and those beside it to others. One that is another user's is left.

    A file that is there is never opened: closing it would take away the locks that SQLite holds on it in this process.
    """
    with contextlib.suppress(
        OSError
    ):  # what is wrong with the folder SQLite says, and `doctor` names rights that are too wide
        os.close(os.open(store, os.O_RDWR | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
    for path in (store, *(Path(f"{store}{end}") for end in ("-wal", "-shm"))):
        with contextlib.suppress(OSError):
            if stat.S_IMODE(path.stat().st_mode) & ~OWNER_ONLY:
                path.chmod(OWNER_ONLY)


class DatabaseWrapper(base.DatabaseWrapper):
    """One thread's connection. Whoever waits longer than the store's `timeout` (seconds) is refused with StoreBusyError."""

    _turn: "Place | None" = None

    def get_new_connection(self, conn_params: Any) -> Any:
        """A connection to a file that only its owner reads, whatever the umask; SQLite gives its own files beside it the same rights."""
        if not self.is_in_memory_db():
            keep_private(Path(str(self.settings_dict["NAME"])))
        return super().get_new_connection(conn_params)

    def create_cursor(self, name: Any = None) -> Any:
        """A cursor that stands in the line where it writes."""
        made = self.connection.cursor(factory=QueuedCursor)
        made.turn = self._in_turn
        return made

    def _start_transaction_under_autocommit(self) -> None:
        begin = super()._start_transaction_under_autocommit  # type: ignore[misc] # the stubs leave it out
        if not self._queues():
            begin()
            return
        until = self._until()
        self._stand_in_line(until)
        try:
            self._ask_often(begin, until)
        except BaseException:
            self._leave_line()
            raise

    def _in_turn(self, act: Callable[[], Any]) -> Any:
        """Do one writing statement that is a transaction of its own."""
        if not self._queues() or self._turn is not None:
            return act()
        until = self._until()
        self._stand_in_line(until)
        try:
            return self._ask_often(act, until)
        finally:
            self._leave_line()

    def _queues(self) -> bool:
        return self.settings_dict["OPTIONS"].get("transaction_mode") == "IMMEDIATE" and not self.is_in_memory_db()

    def _until(self) -> float:
        most = float(self.settings_dict["OPTIONS"].get("timeout", 5))
        return time.monotonic() + min(most, _patience.seconds or most)  # clock: how long to wait

    def _line(self) -> Line:
        store = str(self.settings_dict["NAME"])
        return _lines.setdefault(store, Line(Path(store + LINE)))

    def _stand_in_line(self, until: float) -> None:
        try:
            place = self._line().stand(until)
        except OSError as fault:
            raise OperationalError(f"no place in the line of writers: {fault.strerror or fault}") from fault
        if place is None:
            raise StoreBusyError("database is locked")
        self._turn = place

    def _ask_often(self, act: Callable[[], Any], until: float) -> Any:
        """Do it as soon as no program that stands in no line writes; SQLite's own waiting is put aside meanwhile."""
        usual = self.connection.execute("PRAGMA busy_timeout").fetchone()[0]
        self.connection.execute("PRAGMA busy_timeout = 0")
        try:
            return self._asked(act, until)
        finally:
            self.connection.execute(f"PRAGMA busy_timeout = {usual:d}")

    @staticmethod
    def _asked(act: Callable[[], Any], until: float) -> Any:
        while True:
            try:
                return act()
            except (OperationalError, sqlite3.OperationalError) as fault:
                if "locked" not in str(fault):
                    raise
                if time.monotonic() >= until:  # clock: how long to wait
                    raise StoreBusyError(str(fault)) from fault
            time.sleep(ASK_AGAIN)

    def _leave_line(self) -> None:
        if self._turn is not None:
            place, self._turn = self._turn, None
            self._line().leave(place)

    def _commit(self) -> Any:
        done = super()._commit()  # type: ignore[misc] # the stubs leave it out
        wait_at_most(None)  # what follows belongs to what was kept just now
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
