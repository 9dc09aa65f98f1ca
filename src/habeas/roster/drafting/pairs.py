"""Fields of a tree that are written as names beside values: `<Field name="LastName" value="DOE"/>`, `{"key": "dob", "value": "..."}`."""

import re
from collections.abc import Iterator
from typing import Any

_NAMES = (
    "name",
    "key",
    "field",
    "fieldname",
    "label",
    "column",
    "attribute",
    "tag",
    "caption",
    "title",
    "prompt",
    "question",
    "type",
    "kind",
)
_VALUES = ("value", "val", "text", "#text", "data", "content", "fieldvalue", "answer")
_PATH = re.compile(r"\[@?(\w+)=([^\]]+)\]\.@?(#?\w+)$")
_BREAKS = re.compile(r"[\[\]=]")


def pair_keys(nodes: list[Any]) -> tuple[str, str] | None:
    """Which key of the objects holds the name and which the value; None where they are no pairs or a name stands twice."""
    objects = [each for each in nodes if isinstance(each, dict)]
    keys = {key for each in objects for key in each}
    name = _one_of(keys, _NAMES)
    value = _one_of(keys - {name}, _VALUES)
    if len(objects) < 2 or len(objects) != len(nodes) or not name or not value or len(keys) > 3:
        return None
    names = [each.get(name) for each in objects]
    told = all(isinstance(each, str) and each.strip() and not _BREAKS.search(each) for each in names)
    return (name, value) if told and len({*names}) == len(names) else None


def _one_of(keys: set[str], words: tuple[str, ...]) -> str:
    """The key that is one of the words, or ends or begins with one (`labelText`, `offenderValue`); empty where none is."""
    told = [each for each in sorted(keys) if _plain(each) in words]
    parts = [
        each
        for each in sorted(keys)
        if {*re.findall(r"[a-z]+|#text", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", each).lower())} & {*words}
    ]
    return next(iter([*told, *parts]), "")


def names_in(nodes: list[Any]) -> list[str]:
    """The names that pairs hold; empty where the nodes are none."""
    keys = pair_keys(nodes)
    return [each[keys[0]] for each in nodes] if keys else []


def paths_of_pairs(before: str, nodes: list[Any]) -> Iterator[str]:
    """Yield the path of each pair's value, chosen by its name."""
    keys = pair_keys(nodes)
    for each in nodes if keys else []:
        if keys and each.get(keys[1]) not in (None, ""):
            yield f"{before}[{keys[0]}={each[keys[0]]}].{keys[1]}"


def name_of_pair(path: str) -> str:
    """The name by which a path chooses a value; empty where it chooses none."""
    found = _PATH.search(path)
    return found[2] if found and _one_of({found[1]}, _NAMES) and _one_of({found[3]}, _VALUES) else ""


def _plain(key: str) -> str:
    return key.removeprefix("@").lower()
