"""A profile's tables as TOML text: what a page's answers become, read back by the same reader as every other profile."""

import json
import re
from collections.abc import Mapping
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml_text(tables: Mapping[str, Any]) -> str:
    """The text of a document: single values first, then tables, then lists of tables; keys in their order."""
    lines = [f"{_key(name)} = {_value(value)}" for name, value in tables.items() if not _is_table(value)]
    for name, value in tables.items():
        if isinstance(value, Mapping):
            lines += _table(name, value)
        elif _is_table(value):
            for each in value:
                lines += ["", f"[[{_key(name)}]]", *(f"{_key(key)} = {_value(cell)}" for key, cell in each.items())]
    return "\n".join(lines) + "\n"


def _table(name: str, table: Mapping[str, Any]) -> list[str]:
    """A table; one that holds tables (`codes`) is written as `[codes.column]`."""
    own = [f"{_key(key)} = {_value(value)}" for key, value in table.items() if not isinstance(value, Mapping)]
    lines = ["", f"[{_key(name)}]", *own] if own or not table else []
    for key, value in table.items():
        if isinstance(value, Mapping):
            lines += [
                "",
                f"[{_key(name)}.{_key(key)}]",
                *(f"{_key(word)} = {_value(each)}" for word, each in value.items()),
            ]
    return lines


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping) or (isinstance(value, list) and bool(value) and isinstance(value[0], Mapping))


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _text(value: str) -> str:
    """A basic string: JSON escapes what TOML does, but for the one control character above the letters."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items()) + " }"
    return str(value) if isinstance(value, int) else _text(str(value))
