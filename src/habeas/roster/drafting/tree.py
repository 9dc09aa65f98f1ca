"""A tree nobody has described: where people, bookings and charges are, and the path of each text below them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from habeas.common.errors import BadInputError
from habeas.roster.layout import SHAPES
from habeas.roster.readers.paths import Walker, text_of
from habeas.roster.readers.tree import BOOKINGS, CHARGES
from habeas.roster.values import FLAGS

_CHARGE = re.compile(r"charge|offen[sc]e|count", re.IGNORECASE)
_BOOKING = re.compile(r"book|stay|custod|admission|incarcerat|commit|detention|episode", re.IGNORECASE)
_NAME = re.compile(r"name|last|first|surname|birth|dob", re.IGNORECASE)
_KINDS = re.compile(r"^@?(type|kind|use|category|nametype)$", re.IGNORECASE)
_LEGAL = ("legal", "primary", "current", "official", "true name", "booking", "main", "p", "l")
_ACTIVE = re.compile(r"^@?(is_?)?(active|current|open|inforce)$", re.IGNORECASE)
_STATUS = re.compile(r"^@?[a-z_]*(status|state)$", re.IGNORECASE)
_HOLDS = re.compile(r"hold|detain", re.IGNORECASE)
IN_FORCE = frozenset({"active", "open", "current", "in force"})
ENDED = frozenset(
    {
        "released",
        "inactive",
        "closed",
        "cancelled",
        "canceled",
        "cleared",
        "lifted",
        "expired",
        "dropped",
        "removed",
        "withdrawn",
    }
)
"""How a hold stands, in words that say so."""
_PAIRS = (("true", "false"), ("yes", "no"), ("y", "n"), ("t", "f"), ("1", "0"))
TREE = SHAPES[2]


@dataclass
class TreeShape:
    """Where everything stands: the three paths, and every text path with its cells, person by person."""

    people: str
    bookings: str
    charges: str
    cells: dict[str, list[str]]
    totals: list[tuple[str, int]]
    count: int


def shape_of(document: Any, name: str) -> TreeShape:
    """Find people, bookings and charges. BadInputError where the tree has no list of objects."""
    lists = _lists(document)
    people = _people(lists, document)
    if people is None:
        raise BadInputError(
            f"{name} has no list of objects in which anybody could stand; describe it in a profile by hand."
        )
    found = Walker().nodes(document, people)
    below = Counter[str]()
    for each in found[:200]:
        below.update(_lists(each))
    charges = _deepest(below, _CHARGE)
    bookings = next(
        (path for path in sorted(below, key=len) if _BOOKING.search(path.split(".")[-1]) and path != charges), ""
    )
    if bookings and charges and not charges.startswith(bookings + "."):
        bookings = ""
    inner = charges.removeprefix(bookings + ".") if bookings else charges
    cells = dict(_cells(found[:1000], bookings, inner))
    return TreeShape(people, bookings, inner, cells, list(_numbers(document, people)), len(found))


def whose(path: str, shape: TreeShape) -> str:
    """Whose a path is: `charge`, `hold` (of a list of holds), `person`; empty where the tree keeps no charges apart."""
    if path.startswith(CHARGES):
        return "charge"
    if _HOLDS.search(path.rpartition("]")[0]):
        return "hold"
    return "person" if shape.charges else ""


def _lists(node: Any, before: str = "") -> Counter[str]:
    """Every path to a list of objects, with how many objects it holds."""
    found: Counter[str] = Counter()
    if isinstance(node, list):
        path = f"{before}[]"
        objects = [each for each in node if isinstance(each, dict)]
        if objects:
            found[path] += len(objects)
        for each in objects[:300]:
            found.update(_lists(each, path))
    elif isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, dict | list):
                found.update(_lists(value, f"{before}.{key}" if before else key))
    return found


def _people(lists: Counter[str], document: Any) -> str | None:
    """The outermost list whose objects have names or births of their own; without one, the longest outermost list."""
    for path in sorted(lists, key=lambda each: (each.count("[]"), -lists[each])):
        nodes = [each for each in Walker().nodes(document, path)[:50] if isinstance(each, dict)]
        if any(_NAME.search(key) for node in nodes for key in _keys(node)):
            return path
    return next(iter(sorted(lists, key=lambda each: (each.count("[]"), -lists[each]))), None)


def _keys(node: dict[str, Any], deep: int = 0) -> Iterator[str]:
    for key, value in node.items():
        yield key
        if isinstance(value, dict) and deep < 2:
            yield from _keys(value, deep + 1)


def _deepest(below: Counter[str], wanted: re.Pattern[str]) -> str:
    found = [path for path in below if wanted.search(path.split(".")[-1])]
    return max(found, key=lambda path: (below[path], path.count("[]")), default="")


def _cells(people: list[Any], bookings: str, charges: str) -> Iterator[tuple[str, list[str]]]:
    """Every path with its texts: of a person, of a booking (`bookings.`), of a charge (`charges.`)."""
    walker = Walker()
    stays = [each for person in people for each in (walker.nodes(person, bookings) if bookings else [])]
    counted = [
        each for stay in (stays if bookings else people) for each in (walker.nodes(stay, charges) if charges else [])
    ]
    own = _of(people, "", {bookings, charges} if not bookings else {bookings})
    yield from own
    if bookings:
        yield from _of(stays, BOOKINGS, {charges})
    if charges:
        yield from _of(counted, CHARGES, set())


def _of(nodes: list[Any], before: str, without: set[str]) -> list[tuple[str, list[str]]]:
    paths: dict[str, None] = {}
    for node in nodes[:300]:
        paths.update(dict.fromkeys(_chosen(node, without - {""})))
    walker = Walker()
    return [(before + path, [walker.text(node, path) for node in nodes]) for path in paths]


def _chosen(node: Any, without: set[str], before: str = "") -> Iterator[str]:
    """The paths of a node's texts; of a list with kinds the legal one, of one with a flag the active ones."""
    if before in without or any(before.startswith(f"{each}.") for each in without):
        return
    if isinstance(node, list):
        objects = [each for each in node if isinstance(each, dict)]
        path = _filtered(before, objects) if objects else f"{before}[]"
        if f"{before}[]" in without:
            return
        for each in objects:
            yield from _chosen(each, without, path)
        if not objects and any(text_of(each) for each in node):
            yield path
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _chosen(value, without, f"{before}.{key}" if before else key)
    elif text_of(node) and before:
        yield before


def _filtered(before: str, objects: list[dict[str, Any]]) -> str:
    for key in objects[0]:
        values = {text_of(each.get(key)).lower() for each in objects}
        legal = next((each for each in _LEGAL if each in values), "")
        if _KINDS.match(key) and legal:
            return f"{before}[{key}={next(text_of(each[key]) for each in objects if text_of(each.get(key)).lower() == legal)}]"
        if _ACTIVE.match(key) and all(text_of(each.get(key)).lower() in FLAGS for each in objects):
            return f"{before}[{key}={_yes_of(objects[0][key])}]"
        if _STATUS.match(key) and _HOLDS.search(before) and len(values & IN_FORCE) == 1 and values <= IN_FORCE | ENDED:
            force = next(text_of(each.get(key)) for each in objects if text_of(each.get(key)).lower() in IN_FORCE)
            return f"{before}[{key}={force}]"
    return f"{before}[]"


def _yes_of(value: Any) -> str:
    """How a flag that is written as `value` says yes."""
    text = text_of(value).lower()
    return next(("true", "yes", "y", "t", "1")[place] for place, pair in enumerate(_PAIRS) if text in pair)


def _numbers(document: Any, people: str) -> Iterator[tuple[str, int]]:
    """Numbers that stand outside every list: the document's own counts."""

    def walk(node: Any, before: str) -> Iterator[tuple[str, int]]:
        if isinstance(node, dict):
            for key, value in node.items():
                yield from walk(value, f"{before}.{key}" if before else key)
        elif isinstance(node, int) and not isinstance(node, bool):
            yield before, node

    yield from walk(document, "")
