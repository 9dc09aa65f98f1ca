"""How the lines of the board are shown: filtered, ordered and cut into pages; the groups by how soon stay as they are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from habeas.common.numbers import whole_number
from habeas.desk.workflow.kinds import KINDS_SAID

PAGE_SIZE = 40
SHOWS: dict[str, str] = {"all": "All tasks", "mine": "My tasks", "shift": "Due this shift"}
"""Which lines the board may show, in words."""
SORTS: dict[str, str] = {"due": "Due", "inmate": "Inmate", "request": "Request number"}
"""In which order the lines of a group may stand, in words."""
Groups = list[tuple[str, str, list[Any]]]
Cut = tuple[str, str, list[Any], int]
"""A group on a page: its name, its words, its lines there, and how many it has in all."""


@dataclass(frozen=True, slots=True)
class BoardPage:
    """One page of the board's lines: the groups as cut, and which page this is of how many."""

    groups: list[Cut]
    number: int
    pages: int


def known_of_board(asked: Mapping[str, str]) -> dict[str, str]:
    """What of an address the board knows: which lines, of which kind of request, in which order."""
    known: dict[str, Mapping[str, str]] = {"show": SHOWS, "kind": KINDS_SAID, "sort": SORTS}
    return {name: asked[name] for name, words in known.items() if asked.get(name) in words}


def chosen_rows(rows: Iterable[Any], chosen: Mapping[str, str]) -> list[Any]:
    """The lines of the kind that was chosen, in the order that was chosen; without either as they came."""
    kept = [row for row in rows if "kind" not in chosen or (row.request and row.request.kind == chosen["kind"])]
    key = _KEYS.get(chosen.get("sort", ""))
    return sorted(kept, key=key) if key else kept


def paged(groups: Groups, number: str | None) -> BoardPage:
    """Cut the lines into pages; what is only monitored comes last and is counted with them."""
    count = sum(len(rows) for _, _, rows in groups)
    pages = max(1, -(-count // PAGE_SIZE))
    page = min(max(whole_number(number or "1") or 1, 1), pages)
    return BoardPage(list(_cut(groups, (page - 1) * PAGE_SIZE)), page, pages)


def _cut(groups: Groups, start: int) -> Iterable[Cut]:
    """Of each group the lines that stand on the page that begins at `start`."""
    before = 0
    for name, words, rows in groups:
        first = max(0, start - before)
        last = max(0, start + PAGE_SIZE - before)
        yield name, words, rows[first:last], len(rows)
        before += len(rows)


def alarms(board: Any) -> str:
    """What a sound tells of, as opaque words: each deadline within the hour, and each request that waits for a signature."""
    due = [row.key for row in board.next_hour if row.key]
    return " ".join([*due, *(f"sign-{each.number}" for each in board.to_sign)])


def together(rows: Iterable[Any]) -> Iterable[Any]:
    """The rows, with all notices to one person as one row: one visit can serve them."""
    notices: dict[tuple[str, int], list[Any]] = {}
    for row in rows:
        if row.kind == "notice" and row.request is not None:
            whose = ("person", row.person.pk) if row.person else ("request", row.request.pk)
            notices.setdefault(whose, []).append(row)
        else:
            yield row
    yield from (_one(sorted(same, key=lambda row: row.first)) for same in notices.values())


def _one(same: list[Any]) -> Any:
    """One line for the notices of one person: as soon as the first is due, what they say word for word beside."""
    words = " ".join(dict.fromkeys(row.what for row in same))
    what = "Serve 1 notice" if len(same) == 1 else f"Serve {len(same)} notices"
    others = tuple(dict.fromkeys(row.request.number for row in same if row.request.number != same[0].request.number))
    blocking = next((row.blocking for row in same if row.blocking), "")
    return replace(same[0], what=what, more=words, blocking=blocking, others=others)


def _name(row: Any) -> tuple[bool, str]:
    return row.person is None, row.person.shown.casefold() if row.person else ""


def _number(row: Any) -> tuple[bool, str]:
    return row.request is None, row.request.number if row.request else ""


_KEYS: Mapping[str, Callable[[Any], Any]] = {"inmate": _name, "request": _number}
