"""Paths in a tree: `result.pages[].items[]`, `names[type=legal].last`, `people.*`, each step a key, what follows in brackets a choice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from habeas.roster.rows import SEVERAL

EVERY, KEY, TEXT = "*", "@key", "#text"
"""A step over every value of an object, whose own key is then `@key`."""
_MOST_KEYS = 60
_STEP = re.compile(r"([^\[\]]*)(?:\[([^\[\]]*)\])?")
_DOT = re.compile(r"\.(?![^\[]*\])")
_IN_FORCE = frozenset(
    {"true", "t", "yes", "y", "1", "active", "open", "current", "lodged", "placed", "in force", "valid"}
)
_OVER = frozenset(
    {"false", "f", "no", "n", "0", "inactive", "closed", "cleared", "lifted", "released", "canceled", "cancelled", "expired",
     "removed", "withdrawn", "dropped", "recalled", "rescinded", "void", "voided", "quashed", "terminated"}
)  # fmt: skip
STATES = ((_IN_FORCE, _OVER), (_OVER, _IN_FORCE))
"""Words by which a choice takes what is in force, or what is over, with their opposites."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the key (empty for the thing itself), and which of a list: all, those whose `key` is `value`, or the first."""

    key: str
    wants: tuple[str, str] | None = None
    first: bool = False


@lru_cache(maxsize=4096)
def steps_of(path: str) -> tuple[Step, ...]:
    """The steps of a path; ValueError for one that is none."""
    made = []
    for part in _DOT.split(path) if path else []:
        found = _STEP.fullmatch(part)
        if found is None or not part:
            raise ValueError(path)
        inside = found[2] or ""
        key, equals, value = inside.partition("=")
        if inside and not equals and inside != "first":
            raise ValueError(path)
        made.append(Step(found[1], (key.strip(), value.strip()) if equals else None, inside == "first"))
    return tuple(made)


@dataclass(slots=True)
class _Seen:
    """What one step of a path, or its choice, met: how many places had the key, the keys of those that had it not, how many were chosen."""

    had: int = 0
    keys: dict[str, None] = field(default_factory=dict)
    chosen: int = 0
    left: dict[str, None] = field(default_factory=dict)
    """What stood where a choice left something out; empty for nothing."""


class Walker:
    """Walks paths in one document, and remembers of each step whether the document has it anywhere, chosen or not."""

    def __init__(self) -> None:
        """Nothing was met yet."""
        self._paths: dict[str, str] = {}
        self._seen: dict[tuple[str, int, str], _Seen] = {}

    def nodes(self, node: Any, path: str, source: str = "") -> list[Any]:
        """Everything at the end of a path, lists laid out. `source`: the profile's own words for the path, where they are others."""
        told = source or path
        self._paths[told] = path
        found = [(each, True) for each in _laid_out([node])]
        for place, step in enumerate(steps_of(path)):
            found = [each for inner, wanted in found for each in self._step(inner, wanted, step, (told, place))]
        return [each for each, wanted in found if wanted]

    def mark(self, source: str) -> None:
        """The thing at `source` is a text itself: it is there."""
        self._paths[source] = ""

    def _step(self, node: Any, wanted: bool, step: Step, at: tuple[str, int]) -> Iterator[tuple[Any, bool]]:
        """The step from one node, with what the choice leaves aside marked so: its keys tell what the document has."""
        if not isinstance(node, dict):
            own = step.key == TEXT and bool(text_of(node))
            self._note(node, step.key, at, there=own)
            yield from [(node, wanted)] if own else []
            return
        if step.key == EVERY:
            self._note(node, "", at, there=True)
            yield from (({KEY: key} | each, wanted) for key, each in node.items() if isinstance(each, dict))
            return
        self._note(node, step.key, at, there=not step.key or step.key in node)
        value = node.get(step.key) if step.key else node
        each = [one for one in _laid_out([value]) if one is not None]
        chosen = [one for one in each if wanted and self._chosen(one, step, at)]
        taken = chosen[:1] if step.first else chosen
        yield from ((one, any(one is kept for kept in taken)) for one in each)

    def _chosen(self, node: Any, step: Step, at: tuple[str, int]) -> bool:
        if step.wants is None:
            return True
        there = isinstance(node, dict) and step.wants[0] in node
        self._note(node, step.wants[0], (at[0], ~at[1]), there=there)
        wanted = _is_wanted(node, step)
        seen = self._seen.setdefault((at[0], ~at[1], step.wants[0]), _Seen())
        seen.chosen += wanted
        if not wanted and isinstance(node, dict) and len(seen.left) < _MOST_KEYS:
            seen.left[text_of(node.get(step.wants[0]))] = None
        return wanted

    def _note(self, node: Any, key: str, at: tuple[str, int], *, there: bool) -> None:
        """Remember whether a thing has a key; one that is empty tells nothing."""
        if not node and not isinstance(node, bool | int):
            return
        seen = self._seen.setdefault((*at, key), _Seen())
        seen.had += there
        if not there and len(seen.keys) < _MOST_KEYS:
            seen.keys.update(dict.fromkeys(str(each) for each in node) if isinstance(node, dict) else {})

    def has(self, source: str) -> bool:
        """Whether the document has the path anywhere: each of its steps and choices, as far as there was anything to look in."""
        return self.lacks(source) is None

    def lacks(self, source: str) -> tuple[str, list[str]] | None:
        """The first key of the path that the document has nowhere, with the keys it has in its place; None where it has all."""
        if source not in self._paths:
            return source, []
        for place, step in enumerate(steps_of(self._paths[source])):
            asked = [(place, "" if step.key == EVERY else step.key)]
            # a choice of what has no such key ([@lifted=]) is met by what lacks it
            asked += [(~place, step.wants[0])] if step.wants and step.wants[1] else []
            for number, key in asked:
                seen = self._seen.get((source, number, key))
                if seen is not None and not seen.had:
                    return key, list(seen.keys)
                if seen is None and not place and number == place:
                    return key, []
        return None

    def never_chosen(self) -> Iterator[tuple[str, Step]]:
        """Yield each path with a choice that nothing in the document meets, or whose key nothing has, where there was a choice."""
        for source, path in self._paths.items():
            for place, step in enumerate(steps_of(path)):
                seen = self._seen.get((source, ~place, step.wants[0])) if step.wants else None
                if seen is not None and not (seen.chosen and seen.had):
                    yield source, step

    def left_out(self) -> Iterator[tuple[str, Step, list[str]]]:
        """Yield each path with a choice by a state (`[active=true]`), and the states it left out that nobody knows for its opposite."""
        steps = [(source, *each) for source, path in self._paths.items() for each in enumerate(steps_of(path))]
        asked = {(step.wants[0], step.wants[1].casefold()) for _, _, step in steps if step.wants}
        for source, place, step in steps:
            seen = self._seen.get((source, ~place, step.wants[0])) if step.wants else None
            other = next((far for near, far in STATES if step.wants and step.wants[1].casefold() in near), None)
            if seen is not None and other is not None and step.wants is not None:
                key = step.wants[0]
                left = [
                    each for each in seen.left if each.casefold() not in other and (key, each.casefold()) not in asked
                ]
                yield source, step, left

    def text(self, node: Any, path: str, source: str = "") -> str:
        """The text at the end of a path: several values with a mark between."""
        return SEVERAL.join(filter(None, (text_of(each) for each in self.nodes(node, path, source))))


def _laid_out(values: list[Any]) -> list[Any]:
    return [inner for each in values for inner in (_laid_out(each) if isinstance(each, list) else [each])]


def _is_wanted(node: Any, step: Step) -> bool:
    assert step.wants is not None  # noqa: S101 - asked for only where there is a choice
    key, value = step.wants
    return isinstance(node, dict) and text_of(node.get(key)).casefold() == value.casefold()


def text_of(value: Any) -> str:
    """A value as the text a person would read; an object has none, but for the text of an element."""
    if isinstance(value, dict):
        return text_of(value.get("#text"))
    if value is None or isinstance(value, list):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return (
        str(int(value)) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else str(value).strip()
    )


def paths_in(node: Any, before: str = "", deep: int = 0) -> Iterator[tuple[str, str]]:
    """Yield each place of a document that holds a text, as a path, with the text."""
    if isinstance(node, list):
        for each in node:
            yield from paths_in(each, f"{before}[]" if not before.endswith("[]") else before, deep + 1)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from paths_in(value, f"{before}.{key}" if before and key != TEXT else before or key, deep + 1)
    elif text_of(node):
        yield before, text_of(node)
