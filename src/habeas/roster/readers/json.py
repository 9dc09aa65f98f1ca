"""A JSON list of flat objects into rows."""

from typing import Any

from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import half_of_a_pair, parse_json
from habeas.roster.limits import ReadLimits
from habeas.roster.readers.text import decode
from habeas.roster.records import Refusal
from habeas.roster.rows import RosterRow, RosterTable


def read_json(data: bytes, limits: ReadLimits, name: str) -> RosterTable:
    """Read a list of flat objects; an object that is not flat is refused with its number and why."""
    text, repaired = decode(data, name)
    found = parse_json(text, name=name, halves=True)
    if not isinstance(found, list):
        raise BadInputError(f"{name} must hold a list of flat objects, one a charge.")
    if len(found) > limits.max_rows:
        raise BadInputError(f"{name} has more than {limits.max_rows:,} rows; split it.")
    rows, refused = [], []
    columns: dict[str, None] = {}
    for number, each in enumerate(found, start=1):
        why = _fault(each)
        if why:
            refused.append(Refusal(f"row {number}", why))
        else:
            columns.update(dict.fromkeys(each))
            rows.append(RosterRow(f"row {number}", {key: _text(value) for key, value in each.items()}))
    return RosterTable(tuple(columns), tuple(rows), tuple(refused), repaired)


def _fault(each: Any) -> str:
    if not isinstance(each, dict):
        return "is no object"
    if half := half_of_a_pair(each):
        return f"holds half of a letter ({half}): the export is damaged here"
    nested = [key for key, value in each.items() if isinstance(value, dict | list)]
    return f'is not flat: "{nested[0]}" holds an object or a list' if nested else ""


def _text(value: Any) -> str:
    if value is None:
        return ""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)
