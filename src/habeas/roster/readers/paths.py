"""Paths in a tree: `result.pages[].items[]`, `names[type=legal].last`, `people.*`, each step a key, what follows in brackets a choice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from habeas.roster.rows import SEVERAL

EVERY, KEY = "*", "@key"
"""A step over every value of an object, whose own key is then `@key`."""
_STEP = re.compile(r"([^\[\]]*)(?:\[([^\[\]]*)\])?")
_DOT = re.compile(r"\.(?![^\[]*\])")


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


class Walker:
    """Walks paths in one document, and remembers which of them the document has anywhere."""

    def __init__(self) -> None:
        """Nothing was met yet."""
        self.met: set[str] = set()

    def nodes(self, node: Any, path: str) -> list[Any]:
        """Everything at the end of a path, lists laid out."""
        found = _laid_out([node])
        for step in steps_of(path):
            found = [each for inner in found for each in self._step(inner, step, path)]
        if found:
            self.met.add(path)
        return found

    def _step(self, node: Any, step: Step, path: str) -> Iterator[Any]:
        if not isinstance(node, dict):
            return
        if step.key == EVERY:
            yield from ({KEY: key} | each for key, each in node.items() if isinstance(each, dict))
            return
        if step.key not in node and step.key:
            return
        value = node[step.key] if step.key else node
        if value is None or (isinstance(value, list | dict) and not value):
            self.met.add(path)  # the place is there, and nothing in it
            return
        chosen = [each for each in _laid_out([value]) if _is_wanted(each, step)]
        if step.wants is not None:
            self.met.add(path)
        yield from chosen[:1] if step.first else chosen

    def text(self, node: Any, path: str) -> str:
        """The text at the end of a path: several values with a mark between."""
        return SEVERAL.join(filter(None, (text_of(each) for each in self.nodes(node, path))))


def _laid_out(values: list[Any]) -> list[Any]:
    return [inner for each in values for inner in (_laid_out(each) if isinstance(each, list) else [each])]


def _is_wanted(node: Any, step: Step) -> bool:
    if step.wants is None:
        return node is not None
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
            yield from paths_in(value, f"{before}.{key}" if before and key != "#text" else before or key, deep + 1)
    elif text_of(node):
        yield before, text_of(node)
