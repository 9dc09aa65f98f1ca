"""A JSON list of flat objects into rows."""

from collections import Counter
from typing import Any

from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import half_of_a_pair, parse_json
from habeas.roster.limits import ReadLimits
from habeas.roster.readers.header import Spelling
from habeas.roster.readers.text import decode
from habeas.roster.records import Refusal, Repair
from habeas.roster.rows import DAMAGED, RosterRow, RosterTable, has_nul


def read_json(data: bytes, spelling: Spelling, limits: ReadLimits, name: str) -> RosterTable:
    """Read a list of flat objects; an object that is not flat is refused with its number and why."""
    text, repaired = decode(data, name)
    found = parse_json(text, name=name, halves=True, most=limits.max_rows + 100)
    if not isinstance(found, list):
        raise BadInputError(f"{name} must hold a list of flat objects, one a charge.")
    if len(found) > limits.max_rows:
        raise BadInputError(f"{name} has more than {limits.max_rows:,} rows; split it.")
    rows, refused = [], []
    meant: dict[str, str] = {}
    for number, each in enumerate(found, start=1):
        why = _fault(each, meant, spelling, limits.max_cell)
        if why:
            refused.append(Refusal(f"row {number}", why))
        else:
            rows.append(
                RosterRow(f"row {number}", {meant[key]: text for key, value in each.items() if (text := _text(value))})
            )
    said = [
        Repair("whole file", f'the key "{key[:60]}" is read as {there}') for key, there in meant.items() if key != there
    ]
    return RosterTable(tuple(dict.fromkeys(meant.values())), tuple(rows), tuple(refused), (*repaired, *said))


def _fault(each: Any, meant: dict[str, str], spelling: Spelling, longest: int) -> str:
    """What is wrong with an object: empty where nothing is. What its keys mean is put into `meant`."""
    if not isinstance(each, dict):
        return "is no object"
    if half := half_of_a_pair(each):
        return f"holds half of a letter ({half}): the export is damaged here"
    if has_nul(value for value in each.values() if isinstance(value, str)):
        return DAMAGED
    nested = [key for key, value in each.items() if isinstance(value, dict | list)]
    if nested:
        return f'is not flat: "{nested[0]}" holds an object or a list'
    if any(isinstance(value, str) and len(value) > longest for value in each.values()):
        return f"holds a text of more than {longest:,} letters"
    for key in each:
        meant[key] = meant.get(key) or spelling.meant(key)
    twice = [key for key, count in Counter(meant[key] for key in each).items() if count > 1]
    return f'has the key "{twice[0]}" twice, in two spellings' if twice else ""


def _text(value: Any) -> str:
    if value is None:
        return ""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)
