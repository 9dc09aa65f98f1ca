"""A tree nobody has described: where people, bookings and charges are, and the path of each text below them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from habeas.common.errors import BadInputError
from habeas.roster.drafting.cells import OF_A_STATE, WITH_WORDS, Judge
from habeas.roster.drafting.headers import header_of, meant, words_of
from habeas.roster.drafting.joined import ENDED, IN_FORCE
from habeas.roster.drafting.pairs import name_of_pair, names_in, pair_keys, paths_of_pairs
from habeas.roster.drafting.vocabulary import spelled_out
from habeas.roster.layout import SHAPES
from habeas.roster.readers.paths import EVERY, KEY, Walker, text_of
from habeas.roster.readers.tree import BOOKINGS, CHARGES
from habeas.roster.values import FLAGS

_CHARGE = re.compile(r"charge|offen[sc]e|count|^ch[ra]?gs?(?![a-z])|cargos?|delito|crime|violation", re.IGNORECASE)
_BOOKING = re.compile(r"book|stay|custod|admission|incarcerat|commit|detention|episode", re.IGNORECASE)
_NUMBERED = re.compile(r"(?=.*\d)[A-Za-z]{0,4}[\d\-/]+[A-Za-z]?")
"""A key that is a number of somebody, and no name of a field."""
_OVER = re.compile(
    r"^@?(is_?)?(cleared|lifted|removed|released|ended|cancel+ed|expired|withdrawn|dropped)$", re.IGNORECASE
)
_A_SECTION = re.compile(
    rf"{OF_A_STATE.pattern}|\d{{1,4}}[A-Z]?[-.:]\d{{3,5}}[A-Z]?(?:\.\d+)*(?:\(\w+\))*"
    r"|\d{3,4}[A-Z]?\.\d{1,3}(?:\.\d+)*(?:\(\w+\))*",
    re.IGNORECASE,
)
"""A section of a state's laws without its code, in a list that no name calls charges."""
_ENDED_ON = re.compile(
    r"^@?[a-z_]*?(released|lifted|cleared|removed|cancel+ed|ended|end|expired|dropped|withdrawn|closed|satisfied)_?(on|at|date|dt|time)?$",
    re.IGNORECASE,
)
"""The key of the day on which a hold ended; nothing where it is in force."""
_NAME = re.compile(r"name|last|first|surname|birth|dob", re.IGNORECASE)
_KINDS = re.compile(r"^@?(type|kind|use|category|nametype)$", re.IGNORECASE)
_LEGAL = ("legal", "primary", "current", "official", "true name", "booking", "main", "p", "l")
_ACTIVE = re.compile(r"^@?(is_?)?(active|current|open|inforce)$", re.IGNORECASE)
_STATUS = re.compile(r"^@?[a-z_]*(status|state)$", re.IGNORECASE)
_HOLDS = re.compile(r"hold|detain|retain|retenc", re.IGNORECASE)
_PAIRS = (("true", "false"), ("yes", "no"), ("y", "n"), ("t", "f"), ("1", "0"))
TREE = SHAPES[2]


@dataclass
class TreeShape:
    """Where everything stands: the three paths, and every text path with its cells, person by person."""

    people: str
    bookings: str
    charges: str
    left: dict[str, int]
    """Lists of what looks like people too, and is not read, with how many each holds."""
    cells: dict[str, list[str]]
    totals: list[tuple[str, int]]
    count: int
    by_case: bool = False
    """Whether what stands in the place of bookings are the cases of one booking: what they tell is their charges'."""


def shape_of(document: Any, name: str, judge: Judge) -> TreeShape:
    """Find people, bookings and charges. `judge`: whether a text is a statute. BadInputError where the tree has no list of objects."""
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
    charges = _deepest(below, _CHARGE) or _by_sections(below, found[:100], judge)
    bookings = next(
        (path for path in sorted(below, key=len) if _BOOKING.search(path.split(".")[-1]) and path != charges), ""
    )
    if bookings and charges and not charges.startswith(bookings + "."):
        bookings = ""
    by_case = not bookings and _tells_of_charges(found[:200], charges)
    bookings = charges.rpartition(".")[0] if by_case else bookings
    inner = charges.removeprefix(bookings + ".") if bookings else charges
    cells = dict(_cells(found[:1000], bookings, inner))
    return TreeShape(
        people,
        bookings,
        inner,
        _alike(lists, document, people),
        cells,
        list(_numbers(document, people)),
        len(found),
        by_case,
    )


def _tells_of_charges(people: list[Any], charges: str) -> bool:
    """Whether the list that holds the lists of charges tells something of them besides: a case's number, its court."""
    outer = charges.rpartition(".")[0]
    nodes = [each for person in people for each in Walker().nodes(person, outer)] if outer.endswith("[]") else []
    keys = {key for each in nodes if isinstance(each, dict) for key, value in each.items() if text_of(value)}
    return any(meant(words_of(each), spelled_out(each))[:1] in (["case_number"], ["court"]) for each in keys)


def whose(path: str, shape: TreeShape) -> str:
    """Whose a path is: `charge`, `hold` (of a list of holds), `person`; empty where the tree keeps no charges apart."""
    if shape.by_case and path.startswith(BOOKINGS):
        return "charge"
    if path == "id" and any(each.startswith("attributes.") for each in shape.cells):
        return "other"  # a key of the database, beside what the jail calls somebody
    if path.startswith(CHARGES):
        return "other" if path == f"{CHARGES}{KEY}" else "charge"
    if _HOLDS.search(path.rpartition("]")[0]):
        return "hold"
    if _KINDS.match(path.rpartition(".")[2]) and "[" in path:
        return "other"
    return "person" if shape.charges else ""


def head_of(path: str, shape: TreeShape) -> str:
    """The words that head a path; the key of a keyed person is the booking's number where nothing else is called so."""
    if path != KEY:
        return name_of_pair(path) or _of_people(path, shape) or _part_of_name(path, shape) or header_of(path)
    called = any(
        meant(words_of(header_of(each)), spelled_out(header_of(each)))[:1] == ["booking_id"] for each in shape.cells
    )
    return KEY if called else "booking number"


_PARTS = {"l": "last name", "f": "first name", "m": "middle name", "s": "suffix"}


def _part_of_name(path: str, shape: TreeShape) -> str:
    """The words of a single letter beside others (`n.l`, `n.f`): a part of a name, where both L and F stand there; else empty."""
    before, _, last = path.rpartition(".")
    beside = {each.rpartition(".")[2].lower().strip("@") for each in shape.cells if each.rpartition(".")[0] == before}
    return _PARTS.get(last.lower().strip("@"), "") if {"l", "f"} <= beside else ""


def _of_people(path: str, shape: TreeShape) -> str:
    """The words of a text of the person's own that only the name of the people tells (`@number` of a `prisoner`); else empty."""
    whose_ = re.sub(r"\[\]|\.\*$", "", shape.people).rpartition(".")[2]
    if "." in path or not whose_ or words_of(path.removeprefix("@")) not in {"number", "no", "num", "nbr"}:
        return ""
    return f"{re.sub('s$', '', whose_)} {path.removeprefix('@')}"


def _lists(node: Any, before: str = "") -> Counter[str]:
    """Every path to a list of objects, or to an object whose keys are numbers of somebody, with how many objects it holds."""
    found: Counter[str] = Counter()
    if isinstance(node, list):
        path = f"{before}[]"
        objects = [each for each in node if isinstance(each, dict) and not pair_keys(node)]
        if objects:
            found[path] += len(objects)
        for each in objects[:300]:
            found.update(_lists(each, path))
    elif is_keyed(node):
        path = f"{before}.{EVERY}" if before else EVERY
        found[path] += len(node)
        for each in list(node.values())[:300]:
            found.update(_lists(each, path))
    elif in_parts(node):
        for value in node.values():
            found.update(_lists(value, f"{before}.{EVERY}" if before else EVERY))
    elif isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, dict | list):
                found.update(_lists(value, f"{before}.{key}" if before else key))
    return found


def is_keyed(node: Any) -> bool:
    """Whether an object is a list whose places are its keys: numbers, each with an object (`{"2026001": {...}}`)."""
    return (
        isinstance(node, dict)
        and bool(node)
        and all(isinstance(each, dict) for each in node.values())
        and all(_NUMBERED.fullmatch(key) for key in node)
    )


def _alike(lists: Counter[str], document: Any, people: str) -> dict[str, int]:
    """The other lists whose objects have the keys of the people: whoever stands there would be lost in silence."""
    keys = _own_keys(document, people)
    others = [each for each in lists if not (each + ".").startswith(people + ".") and not people.startswith(each)]
    return {
        each: lists[each]
        for each in others
        if (own := _own_keys(document, each)) and len(own & keys) > len(own | keys) / 2
    }


def _own_keys(document: Any, path: str) -> set[str]:
    """The keys of the first objects at the end of a path."""
    return {key for node in Walker().nodes(document, path)[:20] if isinstance(node, dict) for key in node}


def in_parts(node: Any) -> bool:
    """Whether an object holds the same people in parts, such as a facility each: all keyed by numbers, and alike within."""
    if not isinstance(node, dict) or len(node) < 2 or not all(map(is_keyed, node.values())):
        return False
    keys = [{*next(iter(each.values()))} for each in node.values()]
    return all(len(each & keys[0]) > len(each | keys[0]) / 2 for each in keys)


def _by_sections(below: Counter[str], people: list[Any], judge: Judge) -> str:
    """The list whose objects hold sections of statutes; empty where none does."""
    walker, best, most = Walker(), "", 0
    for path in below:
        nodes = [each for person in people for each in walker.nodes(person, path) if isinstance(each, dict)]
        told = [
            any(_A_SECTION.fullmatch(text) or WITH_WORDS.search(text) or judge(text) for text in _texts(each))
            for each in nodes
        ]
        if sum(told) > max(most, 0.6 * len(nodes)):
            best, most = path, sum(told)
    return best


def _texts(node: dict[str, Any]) -> Iterator[str]:
    """The texts of an object, those of an object within it, and the values of its pairs."""
    for value in node.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from (each for each in value.values() if isinstance(each, str))
        elif isinstance(value, list) and (keys := pair_keys(value)):
            yield from (each[keys[1]] for each in value if isinstance(each.get(keys[1]), str))


def _people(lists: Counter[str], document: Any) -> str | None:
    """The outermost list whose objects have names or births of their own; without one, the longest outermost list."""
    for path in sorted(lists, key=lambda each: (_depth(each), -lists[each])):
        if _say_who(document, path):
            return path
    for path in sorted(lists, key=lambda each: (_depth(each), -lists[each])):
        nodes = [each for each in Walker().nodes(document, path)[:50] if isinstance(each, dict)]
        if any(_NAME.search(key) for node in nodes for key in _keys(node)):
            return path
    return next(iter(sorted(lists, key=lambda each: (_depth(each), -lists[each]))), None)


_WHO = frozenset({"booking_id", "person_id", "full_name", "family_name", "given_name", "date_of_birth"})


def _say_who(document: Any, path: str) -> bool:
    """Whether the objects of a list say who somebody is by two things at least, a name or a birth among them: a jail has a name too."""
    nodes = [each for each in Walker().nodes(document, path)[:20] if isinstance(each, dict)]
    keys = {key.removeprefix("@") for node in nodes for key in _keys(node)}
    told = {name for key in keys for name in meant(words_of(key), spelled_out(key))[:1]} & _WHO
    return len(told) > 1 and bool(told - {"booking_id", "person_id"})


def _depth(path: str) -> int:
    """How many lists a path goes through."""
    return path.count("[]") + path.split(".").count(EVERY)


def _keys(node: dict[str, Any], deep: int = 0) -> Iterator[str]:
    for key, value in node.items():
        yield key
        if isinstance(value, dict) and deep < 2:
            yield from _keys(value, deep + 1)
        elif isinstance(value, list):
            yield from names_in(value)


def _deepest(below: Counter[str], wanted: re.Pattern[str]) -> str:
    found = [path for path in below if wanted.search(path.removesuffix(f".{EVERY}").split(".")[-1])]
    return max(found, key=lambda path: (below[path], _depth(path)), default="")


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
    chosen = {path.partition("[")[0] for path in paths if "=" in path}
    paths = {path: None for path in paths if "=" in path or path.partition("[]")[0] not in chosen}
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
        if pair_keys(node):
            yield from paths_of_pairs(before, node)
            return
        for each in objects:
            yield from _chosen(each, without, path)
        if not objects and any(text_of(each) for each in node):
            yield path
    elif is_keyed(node):
        for each in node.values():
            yield from _chosen({KEY: "1"} | each, without, f"{before}.{EVERY}")
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
        if _OVER.match(key) and all(text_of(each.get(key)).lower() in FLAGS for each in objects):
            return f"{before}[{key}={_no_of(objects[0][key])}]"
        if _ENDED_ON.match(key) and _HOLDS.search(before) and "" in values and len(values) > 1:
            return f"{before}[{key}=]"
        if _STATUS.match(key) and _HOLDS.search(before) and len(values & IN_FORCE) == 1 and values <= IN_FORCE | ENDED:
            force = next(text_of(each.get(key)) for each in objects if text_of(each.get(key)).lower() in IN_FORCE)
            return f"{before}[{key}={force}]"
    return f"{before}[]"


def _yes_of(value: Any) -> str:
    """How a flag that is written as `value` says yes."""
    text = text_of(value).lower()
    return next(("true", "yes", "y", "t", "1")[place] for place, pair in enumerate(_PAIRS) if text in pair)


def _no_of(value: Any) -> str:
    """How a flag that is written as `value` says no."""
    text = text_of(value).lower()
    return next(("false", "no", "n", "f", "0")[place] for place, pair in enumerate(_PAIRS) if text in pair)


def _numbers(document: Any, people: str) -> Iterator[tuple[str, int]]:
    """Numbers that stand outside every list: the document's own counts."""

    def walk(node: Any, before: str) -> Iterator[tuple[str, int]]:
        if isinstance(node, dict):
            for key, value in node.items():
                if "." not in key and "[" not in key:  # no path leads to another
                    yield from walk(value, f"{before}.{key}" if before else key)
        elif isinstance(node, int) and not isinstance(node, bool):
            yield before, node

    yield from walk(document, "")
