"""A table within a tree: the names of its columns in one list and each row in another becomes a list of objects."""

from typing import Any

_LEAST = 3
_DEEP = 6
_NAMED = ("name", "field", "title", "label", "data", "key", "id")


def tabled(node: Any, deep: int = 0) -> Any:
    """The document, with each list of rows under the names of its columns as objects: `{"columns": [...], "rows": [[...]]}`."""
    if deep > _DEEP:
        return node
    if isinstance(node, dict):
        names = [found for value in node.values() if (found := _names(value))]
        heads = names[0] if len(names) == 1 else []
        return {key: _objects(value, heads) or tabled(value, deep + 1) for key, value in node.items()}
    if isinstance(node, list) and len(node) > 1 and (heads := _names(node[0])) and isinstance(node[0], list):
        return _objects(node[1:], heads) or node
    return node


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
