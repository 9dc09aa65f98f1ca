"""Write docs/rights.md, docs/states.md and its drawing from the table that the program itself obeys; a test fails where one has drifted.

Run: python tools/write_rights.py (the drawing is laid out by `dot`, of Debian's graphviz)
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
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
    line = ", ".join(state.words.lower() for name, state in table().states.items() if name not in ASIDE)
    yield f"![The states in their order: {line}; beside them set aside and disputed. Each step stands in the tables below.](images/states.svg)"
    yield ""
    yield "An unbroken arrow leads on, a broken one back; a thick one starts from any state of the box that it leaves. The words on an"
    yield "arrow are the names of its moves, as below."
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

ASIDE = ("set_aside", "disputed")
MANY = 4
"""A move from so many states is drawn once, from a box around them."""
APART = {"set_aside": "received"}
"""Moves of which one start is drawn by itself, so that the boxes lie one in the other."""
STYLE = """
  graph [rankdir=TB compound=true bgcolor=white nodesep=0.7 ranksep=0.5]
  node [shape=box style="rounded,filled" fillcolor="#e7f0f7" color="#162e51" fontcolor="#1b1b1b" fontname="Liberation Sans" fontsize=13]
  node [margin="0.16,0.08"]
  edge [fontname="Liberation Sans" fontsize=11 color="#3d4551" fontcolor="#1b1b1b" arrowsize=0.7]
  start [shape=circle label="" width=0.18 fixedsize=true fillcolor="#1b1b1b"]
"""
AWAY = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"
"""Keeps words off their arrow; a plain space at the beginning of a line is not drawn."""
FONT = 'font-family="Liberation Sans, Arial, Helvetica, sans-serif"'


@dataclass(frozen=True)
class Arrow:
    """One arrow: the states it starts from (more than one: the box around them), where it ends, the names of its moves."""

    starts: tuple[str, ...]
    to: str
    moves: tuple[str, ...]

    def title(self) -> str:
        """What the drawing says of it, and a test reads."""
        return f"{', '.join(self.starts)} → {self.to}" + (f": {', '.join(self.moves)}" if self.moves else "")


def drawing() -> str:
    """The drawing as SVG, laid out by dot: each arrow's title says its states and moves; nothing is loaded from elsewhere."""
    arrows = list(_arrows())
    dot = shutil.which("dot") or sys.exit("The drawing needs dot: apt-get install graphviz")
    run = subprocess.run([dot, "-Tsvg"], input=_dot(arrows), capture_output=True, text=True, check=True)
    svg = re.sub(r"<!--.*?-->\n?|<!DOCTYPE.*?>\n?", "", run.stdout, flags=re.DOTALL)
    for number, arrow in enumerate(arrows):
        svg = re.sub(rf'(<g id="arrow{number}" class="edge">\s*<title>)[^<]*', rf"\g<1>{arrow.title()}", svg)
    return svg.replace('font-family="Liberation Sans"', FONT)


def _arrows() -> Iterator[Arrow]:
    """Every arrow: moves between the same two states share one."""
    yield Arrow(("start",), next(iter(table().states)), ())
    pairs: dict[tuple[str, str], list[str]] = {}
    for each in table().transitions():
        starts = tuple(_where(each).split(", "))
        if len(starts) >= MANY:
            alone = APART.get(each.name)
            yield Arrow(tuple(start for start in starts if start != alone), each.to, (each.name,))
            starts = (alone,) if alone else ()
        for start in starts:
            pairs.setdefault((start, each.to), []).append(each.name)
    yield from (Arrow((start,), to, tuple(moves)) for (start, to), moves in pairs.items())


def _dot(arrows: list[Arrow]) -> str:
    boxes = sorted({each.starts for each in arrows if len(each.starts) > 1}, key=len, reverse=True)
    if any(not set(inner) <= set(outer) for outer, inner in pairwise(boxes)):
        sys.exit(
            "Two moves start from boxes that overlap: draw one of them from each state (MANY in tools/write_rights.py)."
        )
    lines = (*_boxes(boxes), *(_arrow(number, each, boxes) for number, each in enumerate(arrows)))
    return "\n".join(['digraph "The states of a request" {', STYLE, *lines, "}"])


def _boxes(boxes: list[tuple[str, ...]]) -> Iterator[str]:
    """The boxes, each inside the one before, with the states that are in no smaller one; then the states in none."""
    for depth, (box, smaller) in enumerate(zip(boxes, [*boxes[1:], ()], strict=True)):
        yield f'subgraph cluster_{depth} {{ style="rounded,filled" color="#a9aeb1" fillcolor="{"#f3f5f7" if depth % 2 else "#fafafa"}" margin=14'
        yield from (_state(name) for name in box if name not in smaller)
    yield "}" * len(boxes)
    yield from (_state(name) for name in table().states if not boxes or name not in boxes[0])


def _state(name: str) -> str:
    state = table().states[name]
    return f'{name} [label="{state.words}"{" peripheries=2" if state.closed else ""}]'


def _arrow(number: int, arrow: Arrow, boxes: list[tuple[str, ...]]) -> str:
    label = "".join(f"{AWAY}{name.replace('_', ' ')}\\l" for name in arrow.moves)
    how = f'id="arrow{number}"'
    if len(arrow.starts) > 1:
        label = AWAY + r"from anywhere in the box:\l" + label
        how += f" ltail=cluster_{boxes.index(arrow.starts)} penwidth=1.8"
    return f'{arrow.starts[-1]} -> {arrow.to} [label="{label}" {how}{_way(arrow, boxes)}]'


def _way(arrow: Arrow, boxes: list[tuple[str, ...]]) -> str:
    """Back is broken and moves no state; the next state stands straight below."""
    place = ["start", *table().states].index
    steps = place(arrow.to) - place(arrow.starts[-1])
    if steps <= 0 and any(arrow.to in box for box in boxes):
        return " style=dashed constraint=false"
    return " weight=8" if steps == 1 and len(arrow.starts) == 1 else ""


if __name__ == "__main__":
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8")
    (DOCS / "images" / "states.svg").write_text(drawing(), encoding="utf-8")
    sys.exit(0)
