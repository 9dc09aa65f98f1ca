"""What stands in each report (`tables.toml`): its lines, and its lists of rows. Read once and checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.common.errors import BadInputError
from habeas.statistics.ledger.rows import NOUNS
from habeas.statistics.measures.table import measure_called

VALUES = ("fact:", "day:", "time:", "week:", "amount:")
"""From what a column of a list takes its value; `key` is the number, anything else is written as it stands."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a measure (none: the record holds nothing of it), narrowed, split by a fact or by month; `unread`: its statute was."""

    item: str
    says: str
    measure: str = ""
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by: str = ""
    on: str = ""
    law: str = ""
    unread: bool = False


@dataclass(frozen=True, slots=True)
class RowList:
    """A file of rows: which facts, by which day, with which columns (`title=source`); `settled`: only those long over."""

    file: str
    says: str
    noun: str
    day: str
    columns: tuple[tuple[str, str], ...]
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unread: bool = False
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines and lists of one report."""

    lines: tuple[Line, ...]
    lists: tuple[RowList, ...]


@cache
def layouts() -> dict[str, Layout]:
    """The layout of every report by its name. Raises BadInputError for a table that cannot be."""
    rows = tomllib.loads(files(__package__).joinpath("tables.toml").read_text(encoding="utf-8"))
    return {name: _layout(row) for name, row in rows.items()}


def _layout(row: Mapping[str, Any]) -> Layout:
    lines = tuple(Line(**each | {"where": _where(each)}) for each in row.get("lines", ()))
    for each in lines:
        if each.measure:
            measure_called(each.measure)
    return Layout(lines, tuple(_list(each) for each in row.get("lists", ())))


def _list(row: Mapping[str, Any]) -> RowList:
    if row["noun"] not in NOUNS:
        raise BadInputError(f"{row['file']} lists {row['noun']}, which is no noun of the ledger.")
    columns = tuple(tuple(each.split("=", 1)) for each in row["columns"])
    return RowList(**dict(row) | {"where": _where(row), "columns": columns})


def _where(row: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(value) for key, value in row.get("where", {}).items()}
