"""Write docs/rights.md and docs/states.md from the table that the program itself obeys; a test fails where a page has drifted from it.

Run: python tools/write_rights.py
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habeas.desk.settings")

from habeas.desk.permissions.addresses import ADDRESSES, ALLAUTH, PUBLIC
from habeas.desk.workflow.table import Capability, table

DOCS = Path(__file__).parents[1] / "docs"
ROLES = ("clerk", "commander", "counsel", "notice_server", "inspector", "administrator", "program", "system")
SHORT = ("Clerk", "Commander", "Counsel", "Notice server", "Inspector", "Administrator", "Program", "Desk")


def rights() -> str:
    """The page of rights: each capability with its roles and states, and each address with its capability."""
    return "\n".join([*_rights_head(), *_matrix(), *_addresses_head(), *_addresses(), ""])


def states() -> str:
    """The page of states: the drawing, the states, and each move."""
    return "\n".join([*_states_head(), *_drawing(), *_states(), *_moves(), ""])


def _rights_head() -> Iterator[str]:
    yield "# Who may do what"
    yield ""
    yield "Written by `tools/write_rights.py` from `workflow/capabilities.toml` and `permissions/addresses.py`, which every page,"
    yield "button and API operation obeys; a test fails where this page says anything else. *Desk* is the program itself,"
    yield "*Program* the jail's own system with a key."
    yield ""
    yield f"| Capability | What it is | {' | '.join(SHORT)} | In these states | Leads to | In the record |"
    yield f"|---|---|{'---|' * len(SHORT)}---|---|---|"


def _matrix() -> Iterator[str]:
    for name, each in table().capabilities.items():
        marks = " | ".join("yes" if role in each.roles else "" for role in ROLES)
        yield f"| `{name}` | {each.says} | {marks} | {_where(each)} | {each.to or ''} | `{each.event}` |"


def _where(each: Capability) -> str:
    order = list(table().states)
    return ", ".join(sorted(each.from_states, key=order.index))


def _addresses_head() -> Iterator[str]:
    yield ""
    yield "Nobody both manages accounts and decides: an account has one role. An inspector may send a form only to look closer,"
    yield "for the own account, and to raise a dispute on somebody's word; every other form of theirs is refused."
    yield ""
    yield "## Addresses"
    yield "| Address | Capability |"
    yield "|---|---|"


def _addresses() -> Iterator[str]:
    for each in ADDRESSES:
        yield f"| `/{each.path}` | {_capability(each.capability)} |"
    for name, capability in ALLAUTH.items():
        yield f"| log-in library: `{name}` | {_capability(capability)} |"


def _capability(name: str) -> str:
    return "open to anyone" if name == PUBLIC else f"`{name}`"


def _states_head() -> Iterator[str]:
    yield "# The states of a request"
    yield ""
    yield "Written by `tools/write_rights.py` from `workflow/states.toml` and `workflow/capabilities.toml`. Overdue, blocked, stale"
    yield "and urgent are worked out, never states. No state delays a release. A dispute that two people end leads back to the"
    yield "state it came from, or to the end where it was upheld."
    yield ""


def _drawing() -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    for name, state in table().states.items():
        yield f"  {name}: {state.words}"
    yield "  [*] --> received"
    for each in table().transitions():
        for start in _where(each).split(", "):
            yield f"  {start} --> {each.to}: {each.name}"
    yield from (f"  {name} --> [*]" for name, state in table().states.items() if state.closed)
    yield "```"
    yield ""


def _states() -> Iterator[str]:
    yield "| State | In words | What comes next |"
    yield "|---|---|---|"
    for name, state in table().states.items():
        yield f"| `{name}` | {state.words} | {state.next} |"
    yield ""


def _moves() -> Iterator[str]:
    yield "## Moves"
    yield "| Move | From | To | Who | Must hold before | Must hold after |"
    yield "|---|---|---|---|---|---|"
    for each in table().transitions():
        who = ", ".join(short for role, short in zip(ROLES, SHORT, strict=True) if role in each.roles)
        yield f"| {each.says} (`{each.name}`) | {_where(each)} | {each.to} | {who} | {_plain(each.first)} | {_plain(each.guards)} |"


def _plain(names: tuple[str, ...]) -> str:
    return ", ".join(name.replace("_", " ") for name in names)


PAGES = {"rights.md": rights, "states.md": states}

if __name__ == "__main__":
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8")
    sys.exit(0)
