"""The table of states and capabilities, read and checked at load: a table that contradicts itself is refused by name and reason."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.audit.acts import ACTS
from habeas.common.errors import HabeasError

ROLES = frozenset({"clerk", "commander", "counsel", "notice_server", "inspector", "administrator", "system", "program"})
"""Staff roles, the desk itself (`system`), and programs with a key (`program`)."""


class TableError(HabeasError):
    """The table of states and capabilities contradicts itself; the sentence names the entry and what to mend."""


@dataclass(frozen=True, slots=True)
class WorkflowState:
    """One state of a request: its name, the words a page shows, what comes next, whether it is the end."""

    name: str
    words: str
    next: str
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Capability:
    """What somebody may do: on a button, in an address, in the API, in the state machine."""

    name: str
    says: str
    roles: frozenset[str]
    from_states: frozenset[str] = frozenset()
    to: str | None = None
    first: tuple[str, ...] = ()
    """Guards that must hold before it is done."""
    guards: tuple[str, ...] = ()
    """Guards that must hold of the outcome, else all is undone."""
    event: str = ""

    def open_to(self, role: str, state: str | None = None) -> bool:
        """Whether `role` may, and (where the capability needs one) the request is in a state that allows it."""
        return role in self.roles and (not self.from_states or state in self.from_states)


@dataclass(frozen=True, slots=True)
class WorkflowTable:
    """All states and capabilities."""

    states: Mapping[str, WorkflowState]
    capabilities: Mapping[str, Capability]

    def transitions(self) -> list[Capability]:
        """The capabilities that move a request, in the order of the file."""
        return [each for each in self.capabilities.values() if each.to]


@cache
def table() -> WorkflowTable:
    """The shipped table."""
    folder = files("habeas.desk.workflow")
    texts = [(folder / name).read_text(encoding="utf-8") for name in ("states.toml", "capabilities.toml")]
    return read_table(*(tomllib.loads(text) for text in texts))


def read_table(states: Mapping[str, Any], capabilities: Mapping[str, Any]) -> WorkflowTable:
    """Read and check a table. Raises TableError that names the first entry that is wrong."""
    made = WorkflowTable(
        {name: WorkflowState(name, **row) for name, row in states.items()},
        {name: _capability(name, row) for name, row in capabilities.items()},
    )
    for fault in (*_unknown_words(made), *_unreachable(made)):
        raise TableError(fault)
    return made


def _capability(name: str, row: Mapping[str, Any]) -> Capability:
    strange = set(row) - {"says", "roles", "from", "to", "first", "guards", "event"}
    if strange or not {"says", "roles"} <= set(row):
        raise TableError(f"capability {name}: it needs says and roles, and knows no {', '.join(sorted(strange))}.")
    return Capability(
        name,
        row["says"],
        frozenset(row["roles"]),
        frozenset(row.get("from", ())),
        row.get("to"),
        tuple(row.get("first", ())),
        tuple(row.get("guards", ())),
        row.get("event", "view"),
    )


def _unknown_words(made: WorkflowTable) -> list[str]:
    found = []
    for each in made.capabilities.values():
        strange = sorted(each.roles - ROLES) + sorted({*each.from_states, each.to or "closed"} - set(made.states))
        if strange or not each.roles:
            found.append(f"capability {each.name}: {', '.join(map(str, strange)) or 'no role'} is not in the table.")
        if each.event not in ACTS:
            found.append(f"capability {each.name}: {each.event} is no kind of event.")
        if each.to and not each.from_states:
            found.append(f"capability {each.name}: it leads somewhere but starts nowhere; write from.")
    return found


def _unreachable(made: WorkflowTable) -> list[str]:
    reached, left = {"received"}, True
    while left:
        more = {each.to for each in made.transitions() if each.from_states & reached and each.to} - reached
        reached |= more
        left = bool(more)
    lost = sorted(set(made.states) - reached)
    stuck = sorted(
        name
        for name, state in made.states.items()
        if not state.closed
        and not any(name in each.from_states for each in made.transitions())
        and name != "disputed"  # left by the dispute itself, back to where it was
    )
    return [f"state {name}: nothing leads to it." for name in lost] + [
        f"state {name}: nothing leads out." for name in stuck
    ]
