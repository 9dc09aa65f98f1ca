"""A PostgreSQL that is struck while sessions work: a backend killed, the server stopped at once, the postmaster killed."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from tests.postgres import set_up
from tools.soak.sessions import Crowd

START_SECONDS = 90.0


class Struck:
    """The server, which writes through to the disk as in production, and how often it was struck in which way."""

    def __init__(self) -> None:
        self._cluster = set_up(sync=True)
        self.url = self._cluster.url
        os.environ["PATH"] = f"{self._cluster.programs}{os.pathsep}{os.environ['PATH']}"  # backups run its pg_dump
        self.figures = {"backends": 0, "stops": 0, "postmasters": 0, "longest start s": 0.0}

    def start(self) -> None:
        """Start it; one whose killed processes still hold its memory refuses, and is asked again."""
        began = time.monotonic()
        while True:
            try:
                self._cluster.start()
                break
            except subprocess.SubprocessError:
                if time.monotonic() - began > START_SECONDS:
                    raise
                time.sleep(0.3)
        self.figures["longest start s"] = max(self.figures["longest start s"], round(time.monotonic() - began, 1))

    def strike(self, crowd: Crowd) -> None:
        """Strike it in one of three ways, the gentlest most often."""
        what = crowd.rng.choices((self._backend, self._stop, self._postmaster), (6, 2, 2))[0]
        what(crowd)

    def _backend(self, crowd: Crowd) -> None:
        """Kill a process that serves a session: the server ends all others and recovers by itself."""
        held = _children(self._cluster.postmaster(), b"127.0.0.1")
        if held:
            with suppress(ProcessLookupError):
                os.kill(crowd.rng.choice(held), signal.SIGKILL)
                self.figures["backends"] += 1

    def _stop(self, crowd: Crowd) -> None:
        """Stop it without a last checkpoint, let the sessions find nothing for a while, and start it."""
        self._cluster.stop()
        self.figures["stops"] += 1
        crowd.wait(0.2)
        self.start()

    def _postmaster(self, crowd: Crowd) -> None:
        """Kill the server's first process and start it again as soon as it lets itself be started."""
        os.kill(self._cluster.postmaster(), signal.SIGKILL)
        self.figures["postmasters"] += 1
        self.start()

    def end(self) -> None:
        """Stop it for good."""
        with suppress(subprocess.SubprocessError):
            self._cluster.stop()


def _children(parent: int, words: bytes) -> list[int]:
    """The processes that a process started, whose titles hold the words."""
    found = []
    for each in Path(f"/proc/{parent}/task/{parent}/children").read_text().split():
        with suppress(OSError):
            if words in Path(f"/proc/{each}/cmdline").read_bytes():
                found.append(int(each))
    return found
