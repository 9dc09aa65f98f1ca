"""The cells of a pushed roster that could not be read: where, what stands there, and what to write instead."""

import re
from collections.abc import Mapping
from typing import Any

from habeas.roster.columns import COLUMNS, ColumnKind

MOST = 100
"""How many cells one answer lists; `unreadable_count` counts them all."""
_CELL = re.compile(r'(?P<column>[a-z_]+) is "(?P<text>.*?)"(?:, | \().*left unknown', re.DOTALL)
_WRITE: dict[ColumnKind, str] = {
    ColumnKind.DATE: "a date such as 1980-05-06, or nothing",
    ColumnKind.TIME: "a time with its offset such as 2026-03-01T13:00:00-08:00, or nothing",
    ColumnKind.FLAG: "true or false, or nothing",
    ColumnKind.NUMBER: "a whole number, or nothing",
    ColumnKind.COUNTRY: "the country's name in words, or nothing",
}


def unreadable_of(report: Mapping[str, Any]) -> dict[str, Any]:
    """The first `MOST` cells that were left unknown though written, and how many there are. `report`: as the import keeps it."""
    found = [cell for each in report.get("repaired", ()) if (cell := _cell(each["row"], each["what"]))]
    return {"unreadable": found[:MOST], "unreadable_count": len(found)}


def _cell(row: str, said: str) -> dict[str, str] | None:
    told = _CELL.match(said)
    column = COLUMNS.get(told["column"]) if told else None
    if told is None or column is None:
        return None
    values = f"one of {', '.join(sorted(column.values))}, or nothing" if column.values else "what the profile reads"
    write = _WRITE.get(column.kind, values)
    return {"row": row, "column": column.name, "text": told["text"], "why": said, "write": write}
