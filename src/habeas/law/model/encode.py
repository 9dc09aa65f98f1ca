"""The canonical form of a condition, a time or a provision: plain JSON values, the same every time, for hashing and export."""

from dataclasses import Field, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from habeas.law.model.facts import Fact

NOT_HASHED = {"hashed": False}
"""The metadata of a field that is not of the law's text: left out of the canonical form, so that the hash does not move with it."""

ONLY_WHERE_SET = {"only_where_set": True}
"""The metadata of a field that came later: left out where it is empty, so that the hash of what never had it stays."""


def encode(value: Any) -> Any:
    """Turn a tree of our frozen dataclasses into JSON values; a fact becomes its key, a node a dict with its `node` name."""
    if isinstance(value, Fact):
        return value.key
    if isinstance(value, Enum):
        return value.name.lower() if not isinstance(value.value, str) else value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        inside = {
            field.name: encode(getattr(value, field.name)) for field in fields(value) if _is_of_the_text(field, value)
        }
        return {"node": type(value).__name__.rstrip("_").lower()} | inside
    if isinstance(value, tuple | list):
        return [encode(each) for each in value]
    return sorted(value) if isinstance(value, frozenset) else value


def _is_of_the_text(field: Field[Any], value: Any) -> bool:
    if field.metadata.get("only_where_set", False) and not getattr(value, field.name):
        return False
    return bool(field.metadata.get("hashed", True))
