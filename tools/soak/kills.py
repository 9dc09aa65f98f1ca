"""Kills at random moments: of one session, or of all at once; after each round the store is held against what was acknowledged."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tools.soak.checks import Findings, check_store, verify_whole
from tools.soak.desk import Desk
from tools.soak.journal import Journal
from tools.soak.restores import restored
from tools.soak.sessions import Crowd, Plan, forked, warm

ROUND = 250
"""Kills between two checks."""
STRIKES = 0.025
"""How often the database's own processes are struck beside a session."""
EVERY_SECONDS = 0.09
"""Between two kills, in the mean."""


@dataclass(slots=True)
class Tally:
    """What a fault at length came to: its figures, and every fault that was found, by kind."""

    name: str
    figures: dict[str, Any] = field(default_factory=dict)
    faults: dict[str, list[str]] = field(default_factory=dict)

    def add(self, found: Findings) -> None:
        """Add what a check found."""
        for kind, rows in found.faults.items():
            self.fault(kind, rows)
        self.figures["events"] = found.events

    def fault(self, kind: str, rows: list[str]) -> None:
        """Add faults of one kind."""
        if rows:
            self.faults[kind] = list(dict.fromkeys([*self.faults.get(kind, ()), *rows]))

    def hear(self, crowd: Crowd) -> None:
        """Add what a crowd said and how it fared."""
        said = crowd.said
        self.figures |= {
            "acknowledged": said.counts.get("done", 0), "begun": said.counts.get("begun", 0),
            "refused": said.counts.get("refused", 0), "unreached": said.counts.get("unreached", 0),
        }  # fmt: skip
        self.fault("broken", said.broken)
        self.fault("broken", crowd.fell)


def kills(
    name: str,
    desk: Desk,
    plan: Plan,
    wanted: int,
    until: float,
    seed: int,
    strike: Callable[[Crowd], None] | None = None,
) -> Tally:
    """Kill `wanted` times (or until the moment `until` of the monotonic clock), and check after each round.

    `strike` does more than kill sessions: it is called now and then, and hits the database's own processes.
    """
    warm(desk, seed)
    tally, crowd, checks = Tally(name), Crowd(desk, plan, seed), 0
    while crowd.killed < wanted and time.monotonic() < until:
        _round(crowd, min(wanted, crowd.killed + ROUND), until, strike)
        crowd.close()
        tally.add(check_store(desk.data, desk.url, crowd.said, files=False))
        tally.fault("chain", forked(verify_whole))
        checks += 1
    tally.add(check_store(desk.data, desk.url, crowd.said, files=True))
    tally.hear(crowd)
    made, faults = restored(desk, Journal(desk.journal).lines())
    tally.fault("backup", faults)
    tally.figures["backups restored"] = made
    tally.figures = {"kills": crowd.killed, "checks": checks + 1, **tally.figures}
    return tally


def _round(crowd: Crowd, upto: int, until: float, strike: Callable[[Crowd], None] | None) -> None:
    while crowd.killed < upto and time.monotonic() < until:
        crowd.fill()
        crowd.wait(EVERY_SECONDS)
        if strike and crowd.rng.random() < STRIKES:
            strike(crowd)
        crowd.kill(everybody=crowd.rng.random() < 0.04)
