"""A fair line of all who want to write to one SQLite file: the threads of a process, and those of every process that serves it.

Whoever comes locks one byte of a file beside the store; the byte's number is the moment it came, by the machine's own count since
it started. It is next when no byte before its own is locked. The kernel lets go of what a killed process held, so nobody waits for
the dead; the file stays empty, so a full disk changes nothing. Two that come in the same moment may both see nobody before them (one has
its number and not yet its byte): SQLite's own lock decides between writers, and whoever has no such lock asks `alone` as well.
"""

import errno
import fcntl
import os
import struct
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

OWNER_ONLY = 0o600

ASK_AGAIN = 0.001
"""Seconds between two questions of the first of a process: writers hold the store for milliseconds."""

_FLOCK = struct.Struct("hhqqi0q")
"""The kernel's `struct flock`: kind, whence, start, length, owner (0: this open file)."""

_BETWEEN_PROCESSES = sys.platform == "linux"
"""Locks of an open file, which threads of one process hold apart, are Linux's; elsewhere the line is within a process."""

_ALONE = 2**62
"""A byte behind every number that a moment can have: only one holds it."""

_open: set[int] = set()


def _forget() -> None:
    """In a child: let go of the copies of its parent's open files, or a place would outlive the parent that holds it."""
    for each in _open:
        os.close(each)
    _open.clear()


os.register_at_fork(after_in_child=_forget)


class Place:
    """Where one writer stands in the line, from when it came until it leaves."""

    def __init__(self, path: Path) -> None:
        """Come to the end of the line that the file at `path` is. Raises OSError where it cannot be opened."""
        self._free = threading.Event()
        self._file = _opened(path)
        self._ticket = self._take()

    def is_next(self) -> bool:
        """Whether nobody of any process came before and still stands in the line."""
        if not _BETWEEN_PROCESSES:
            return True
        asked = _FLOCK.pack(fcntl.F_WRLCK, os.SEEK_SET, 0, self._ticket, 0)
        return bool(_FLOCK.unpack(fcntl.fcntl(self._file, fcntl.F_OFD_GETLK, asked))[0] == fcntl.F_UNLCK)

    def holds_alone(self) -> bool:
        """Whether nobody else holds the place of the one whose turn it is; from then on this one does, until it leaves."""
        return not _BETWEEN_PROCESSES or self._locked(_ALONE)

    def wait(self, until: float) -> bool:
        """Wait until called or until the moment `until` (of `time.monotonic`); whether it was called."""
        return self._free.wait(max(0.0, until - time.monotonic()))  # clock: how long to wait

    def call(self) -> None:
        """Tell the writer that it is the first of its process."""
        self._free.set()

    def leave(self) -> None:
        """Leave the line: the next may write."""
        _open.discard(self._file)
        os.close(self._file)

    def _take(self) -> int:
        while True:
            ticket = time.monotonic_ns()  # clock: who came first
            if not _BETWEEN_PROCESSES or self._locked(ticket):
                return ticket

    def _locked(self, ticket: int) -> bool:
        try:
            fcntl.fcntl(self._file, fcntl.F_OFD_SETLK, _FLOCK.pack(fcntl.F_WRLCK, os.SEEK_SET, ticket, 1, 0))
        except OSError as fault:
            if fault.errno in {errno.EAGAIN, errno.EACCES}:
                return False  # two came in one nanosecond, or another's turn is not over
            self.leave()
            raise
        return True


def _opened(path: Path) -> int:
    """The file of a line, made for its owner alone where it is missing: the owner of the folder, where root makes it."""
    try:
        file = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        file = os.open(path, os.O_RDWR | os.O_CREAT, OWNER_ONLY)
        if os.geteuid() == 0:  # or who serves the desk could not write after root looked at it
            os.fchown(file, (folder := path.parent.stat()).st_uid, folder.st_gid)
    _open.add(file)
    return file


class Line:
    """The writers of one process, in the order they came; only the first of them asks whether it is the first of all."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._waiting: deque[Place] = deque()
        self._door = threading.Lock()

    def stand(self, until: float) -> Place | None:
        """Stand in the line until it is one's turn; None where that takes longer than until `until` (of `time.monotonic`)."""
        with self._door:  # held, so that who has the earlier number also stands before
            place = Place(self._path)
            self._waiting.append(place)
            if self._waiting[0] is place:
                place.call()
        if place.wait(until) and self._asked(place.is_next, until):
            return place
        self.leave(place)
        return None

    def alone(self, until: float) -> Place | None:
        """As `stand`, and nobody else has a turn meanwhile, not even one that came in the same moment."""
        place = self.stand(until)
        if place is None or self._asked(place.holds_alone, until):
            return place
        self.leave(place)
        return None

    def leave(self, place: Place) -> None:
        """Leave the line, before or after one's turn."""
        with self._door:
            if place not in self._waiting:
                return  # a copy that a child has of its parent's place
            self._waiting.remove(place)
            place.leave()
            if self._waiting:
                self._waiting[0].call()

    @staticmethod
    def _asked(question: Callable[[], bool], until: float) -> bool:
        """Ask until it is so; whether it was before `until`."""
        while not question():
            if time.monotonic() >= until:  # clock: how long to wait
                return False
            time.sleep(ASK_AGAIN)
        return True
