"""Sessions in processes forked from one that has Django loaded, so that one can be killed and another begin in milliseconds."""

import ctypes
import gc
import json
import os
import random
import signal
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from tools.soak import acts
from tools.soak import journal as said
from tools.soak.acts import STEADY, Hands
from tools.soak.desk import Desk
from tools.soak.journal import Acknowledged, Journal
from tools.soak.way import work

USUAL: Mapping[Callable[..., None], float] = {
    acts.paper: 12, acts.api: 10, acts.contact: 8, acts.fact: 8, acts.look: 5, work: 50, acts.roster: 1, acts.backup: 0.15, acts.head: 1,
}  # fmt: skip
"""What sessions do, and how often beside the rest."""
MUCH_BESIDE = {**USUAL, acts.backup: 3, acts.head: 6}
"""The same with many signed heads and backups, where few acts must show much."""
AGAIN: Mapping[str, Callable[..., None]] = {"paper": acts.paper, "api": acts.api, "roster": acts.roster}
"""What a sender does again where no answer came."""
WORKED = 3
"""Acts begun between two kills, at least: a session that is killed before it worked proves nothing."""
STILL_SECONDS = 90.0
"""After so long without a word from any session, they stand still: that is a finding."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a crowd of sessions works."""

    sessions: int = 8
    threads: int = 1
    """Sessions a process: a kill takes all of a process's."""
    mix: Mapping[Callable[..., None], float] = field(default_factory=lambda: USUAL)
    clock: Callable[[random.Random], timedelta] = lambda rng: STEADY
    plant: str = ""
    drawn: float = 0.02
    """How many sessions draw real letters; the others keep a small file in their place."""


class Crowd:
    """The sessions that work now. Only the process that forks them, and which has no thread and no connection, may hold one."""

    def __init__(self, desk: Desk, plan: Plan, seed: int) -> None:
        self.desk, self.plan, self.rng = desk, plan, random.Random(seed)
        self.alive: list[int] = []
        self.killed = 0
        self.fell: list[str] = []
        self.said = Acknowledged()
        self._open: dict[str, int] = {}
        self._file = open(desk.journal, encoding="utf-8")
        self._rest, self._heard = "", time.monotonic()

    def fill(self) -> None:
        """Start sessions until there are as many as planned."""
        while len(self.alive) < max(1, self.plan.sessions // self.plan.threads):
            self._start()

    def kill(self, everybody: bool = False) -> None:
        """Kill one of the processes, or all."""
        struck = list(self.alive) if everybody else [self.rng.choice(self.alive)]
        for pid in struck:
            os.kill(pid, signal.SIGKILL)
        for pid in struck:
            _, status = os.waitpid(pid, 0)
            self.alive.remove(pid)
            self.killed += os.WIFSIGNALED(status)
            if not os.WIFSIGNALED(status):
                self.fell.append(f"a session ended by itself with status {os.waitstatus_to_exitcode(status)}")

    def wait(self, mean: float) -> None:
        """Let sessions work: a random while, and on a busy machine until something was begun at all."""
        time.sleep(self.rng.expovariate(1 / mean))
        begun, limit = self.said.counts.get(said.BEGUN, 0), time.monotonic() + 3
        self.listen()
        while self.said.counts.get(said.BEGUN, 0) < begun + WORKED and time.monotonic() < limit:
            time.sleep(0.005)
            self.listen()

    def listen(self) -> None:
        """Take in what was said since."""
        text = self._rest + self._file.read()
        *lines, self._rest = text.split("\n")
        for line in lines:
            self._take(line)
        if lines:
            self._heard = time.monotonic()
        elif self.alive and time.monotonic() - self._heard > STILL_SECONDS:
            self.fell.append(f"nobody said anything for {STILL_SECONDS:.0f} seconds")
            self._heard = time.monotonic()

    def _take(self, line: str) -> None:
        row = json.loads(line)
        self.said.take(row)
        if row["what"] == said.BEGUN and row["token"].partition("-")[0] in AGAIN:
            self._open[row["token"]] = row["pid"]
        elif row["what"] in {said.DONE, said.REFUSED, said.BROKEN}:
            self._open.pop(row["token"], None)
        elif row["what"] == said.UNREACHED and row["token"] in self._open:
            self._open[row["token"]] = 0

    def _unanswered(self) -> list[str]:
        """What nobody alive waits for an answer to: up to three, to be sent again."""
        found = [token for token, pid in self._open.items() if pid not in self.alive][:3]
        for token in found:
            del self._open[token]
        return found

    def _start(self) -> None:
        self.listen()
        again, seed = self._unanswered(), self.rng.getrandbits(60)
        pid = os.fork()
        if pid == 0:
            try:
                _die_with(os.getppid())
                _sessions(self.desk, self.plan, seed, again)
            finally:
                os._exit(3)
        self.alive.append(pid)

    def close(self) -> None:
        """End every session and hear what was said last."""
        if self.alive:
            self.kill(everybody=True)
        self.listen()


def _die_with(parent: int) -> None:
    """Be killed when the process that forked us ends, however it ends."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:
        os._exit(0)


def _sessions(desk: Desk, plan: Plan, seed: int, again: list[str]) -> None:
    """The life of one process: as many sessions as planned, until it is killed."""
    rng = random.Random(seed)
    if rng.random() < plan.drawn:
        _with_drawing()
    for number in range(plan.threads - 1):
        threading.Thread(target=_session, args=(desk, plan, seed + 1 + number, []), daemon=True).start()
    _session(desk, plan, seed, again)


def _session(desk: Desk, plan: Plan, seed: int, again: list[str]) -> None:
    rng = random.Random(seed)
    hands = _hands(desk, plan, rng)
    for token in again:
        AGAIN[token.partition("-")[0]](hands, token)
    while True:
        (act,) = rng.choices(list(plan.mix), list(plan.mix.values()))
        act(hands)


def _hands(desk: Desk, plan: Plan, rng: random.Random) -> Hands:
    """The hands of a session; where the store does not answer yet they are made again."""
    from django.db import DatabaseError, connection

    journal = Journal(desk.journal)
    while True:
        try:
            return Hands(desk, rng, journal, lambda: plan.clock(rng), plan.plant)
        except (DatabaseError, OSError):
            connection.close()
            time.sleep(0.2)


def warm(desk: Desk, seed: int) -> None:
    """Work a little in this process, so that what is forked from it has templates, law and addresses at hand; no connection stays."""
    from django.db import connections

    _without_drawing()
    hands = _hands(desk, Plan(), random.Random(seed))
    for act in (*(acts.paper, acts.api, acts.contact, acts.look) * 2, *(work,) * 40, acts.fact):
        act(hands)
    connections.close_all()
    gc.collect()
    gc.freeze()  # else each child copies every page at its first collection


def forked(work: Callable[[], list[str]]) -> list[str]:
    """Do work that needs a connection in a child of its own, and give its sentences; a child that falls over says so."""
    reads, writes = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reads)
        try:
            said = work()
        except BaseException as fault:
            said = [f"{type(fault).__name__}: {fault}"]
        os.write(writes, json.dumps(said).encode()[:60_000])
        os._exit(0)
    os.close(writes)
    with os.fdopen(reads, "rb") as pipe:
        text = pipe.read()
    os.waitpid(pid, 0)
    return list(json.loads(text)) if text else ["a child said nothing"]


def _without_drawing() -> None:
    """Let a decision keep one small file instead of drawing letters: what is tried is the store, not the paper."""
    from habeas.desk.services.decisions import deciding

    def small(*given: Any) -> dict[str, bytes]:
        return {"outgoing/letter.txt": b"not drawn here"}

    deciding.package_of = small


def _with_drawing() -> None:
    from habeas.desk.services.decisions import deciding, package_drawing

    deciding.package_of = package_drawing.package_of


def preload(*, drawing: bool = True) -> None:
    """Import what sessions use before the first is forked; `drawing` letters as well."""
    if drawing:
        import weasyprint  # noqa: F401
    from django.template import TemplateDoesNotExist
    from django.template.loader import get_template
    from django.test import Client  # noqa: F401
    from django.urls import get_resolver

    import habeas.desk.urls  # noqa: F401
    from habeas.demo import county, stories  # noqa: F401
    from habeas.desk.services.decisions import closing, deciding, signing  # noqa: F401
    from habeas.desk.services.upkeep import backup  # noqa: F401

    get_resolver().reverse_dict  # noqa: B018 - worked out once, here, for every session
    for name in ("desk/intake/new.html", "desk/intake/again.html", "desk/requests/show.html"):
        with suppress(TemplateDoesNotExist):
            get_template(name)
