"""What the comparison of tables and chain is made of: findings, events as far as they matter, and a part that hears and judges."""

from dataclasses import dataclass, field
from typing import Any

import msgspec

from habeas.desk.models.held import EXEMPT, OF_LIBRARIES, OTHERWISE
from habeas.desk.services.record.cells import short

NEVER_HELD = (*sorted(set(EXEMPT) - OTHERWISE), *OF_LIBRARIES)
"""What of the tables nobody would see changed by their rows alone."""
MOST = 500
"""Findings kept; that there are more is said."""
OLDER_EVENTS = "Events from before this desk sealed them, or under an earlier secret.key: {:,}; signed checkpoints alone hold them."


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in the tables that the chain does not say: the table, the record's number in it, and what differs. No name."""

    table: str
    record: str
    what: str

    @property
    def sentence(self) -> str:
        """The finding as one sentence."""
        return f"Table {self.table}, record {self.record}: {self.what}."


@dataclass(slots=True)
class Findings:
    """What was found, the first `MOST`; how many rows are held, and how many older ones by table the record does not hold."""

    rows: list[Finding] = field(default_factory=list)
    more: int = 0
    held: int = 0
    older: dict[str, int] = field(default_factory=dict)
    unsealed: int = 0
    """Events from before events were sealed, or under a key that is no longer here."""
    notes: list[str] = field(default_factory=list)
    """What else could not be held, in sentences."""

    def unread(self, table: str, fault: Exception) -> None:
        """Add that a whole table was held against nothing."""
        self.say(table, "any", f"the table was not held against the record: {short(fault)}")

    def say(self, table: str, record: object, what: str) -> None:
        """Add a finding, once."""
        finding = Finding(table, str(record), what)
        if finding in self.rows:
            return
        if len(self.rows) < MOST:
            self.rows.append(finding)
        else:
            self.more += 1

    @property
    def sentences(self) -> list[str]:
        """What was found, in sentences; how many rows agree; what the record does not hold."""
        more = [f"{self.more:,} more rows of the desk's tables differ from the record."] if self.more else []
        good = f"{self.held:,} rows of the desk's tables say what the record says."
        older = ", ".join(f"{table} {count:,}" for table, count in sorted(self.older.items()))
        not_held = [f"Not held by the record, for they are older than its hold on rows: {older}."] if older else []
        not_held += self.notes
        not_held += [OLDER_EVENTS.format(self.unsealed)] if self.unsealed else []
        not_held += [f"Not held by the record, each for a reason that docs/audit.md gives: {', '.join(NEVER_HELD)}."]
        return [*(each.sentence for each in self.rows), *more, *([] if self.rows else [good]), *not_held]


class Heard(msgspec.Struct, frozen=True, gc=False):
    """An event as far as the tables are held against it."""

    class Thing(msgspec.Struct, frozen=True, gc=False):
        """What it is about."""

        id: str
        kind: str

    seq: int
    act: str
    actor: str
    role: str
    object: Thing
    detail: dict[str, Any]


class Part:
    """One part of the comparison: it hears every event in order, then says what of the tables differs."""

    def __init__(self, found: Findings) -> None:
        self.found = found

    def hear(self, event: Heard) -> None:
        """Take in what an event says."""
        raise NotImplementedError

    def judge(self) -> None:
        """Hold the tables against all that was heard."""
        raise NotImplementedError
