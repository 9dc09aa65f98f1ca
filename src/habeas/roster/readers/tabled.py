"""A table within a tree: the names of its columns in one list and each row in another becomes a list of objects."""

import re
from collections.abc import Iterator
from typing import Any

_LEAST = 3
_DEEP = 6
_NAMED = ("name", "field", "title", "label", "data", "key", "id")


def tabled(node: Any) -> Any:
    """The document, with each list of rows under the names of its columns as objects: `{"columns": [...], "rows": [[...]]}`.

    The names may stand elsewhere in the document (`meta.view.columns`), where one list of them alone is as long as the rows.
    """
    return _reachable(_tabled(node, 0, [*_every_names(node, 0)]))


def _reachable(node: Any) -> Any:
    """The document with keys that a path can name: a dot in one is `_` (`name.last`), square brackets are round."""
    if isinstance(node, list):
        return [_reachable(each) for each in node] if any(isinstance(each, dict | list) for each in node) else node
    if not isinstance(node, dict):
        return node
    plain = {key: _plain(key) for key in node}
    keys = plain if len({*plain.values()}) == len(plain) else {key: key for key in node}
    return {keys[key]: _reachable(value) for key, value in node.items()}


def _plain(key: str) -> str:
    """A key without what a path takes for its own marks; a number keeps its dots."""
    if not any(mark in key for mark in ".[]") or not any(map(str.isalpha, key)):
        return key
    return re.sub(r"\.+", "_", key.strip(". ")).replace("[", "(").replace("]", ")").replace("_ ", " ")


def _every_names(node: Any, deep: int) -> Iterator[list[str]]:
    """The names of columns anywhere in a document."""
    if deep > _DEEP or not isinstance(node, dict):
        return
    for value in node.values():
        if found := _names(value):
            yield found
        yield from _every_names(value, deep + 1)


def _tabled(node: Any, deep: int, every: list[list[str]]) -> Any:
    if deep > _DEEP:
        return node
    if isinstance(node, dict):
        names = [found for value in node.values() if (found := _names(value))]
        heads = names[0] if len(names) == 1 else []
        return {
            key: _objects(value, heads or _as_long(value, every)) or _tabled(value, deep + 1, every)
            for key, value in node.items()
        }
    if isinstance(node, list) and len(node) > 1 and (heads := _names(node[0])) and isinstance(node[0], list):
        return _objects(node[1:], heads) or node
    return node


def _as_long(value: Any, every: list[list[str]]) -> list[str]:
    """The names that are as many as the cells of the first row; none where no list of names is, or two are."""
    wide = len(value[0]) if isinstance(value, list) and value and isinstance(value[0], list) else 0
    fitting = [names for names in every if len(names) == wide]
    return fitting[0] if len(fitting) == 1 else []


def _names(value: Any) -> list[str]:
    """The names of columns that a list holds, as texts or as objects with a name; none where one is empty or stands twice."""
    if not isinstance(value, list) or len(value) < _LEAST:
        return []
    key = next((key for key in _NAMED if isinstance(value[0], dict) and isinstance(value[0].get(key), str)), "")
    names = [each.get(key) if key and isinstance(each, dict) else each for each in value]
    told = [each for each in names if isinstance(each, str) and each.strip() and any(map(str.isalpha, each))]
    return told if len(told) == len(value) == len({*told}) else []


def _objects(value: Any, heads: list[str]) -> list[dict[str, Any]]:
    """The rows as objects; none where they are no lists as long as the names."""
    rows = isinstance(value, list) and bool(value) and bool(heads)
    if not rows or not all(isinstance(each, list) and len(each) == len(heads) for each in value):
        return []
    return [dict(zip(heads, each, strict=True)) for each in value]
