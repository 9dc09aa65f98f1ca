"""Which offices a state expects to report: a CSV with the name, the public key and the due day of each."""

from dataclasses import dataclass
from datetime import date

from habeas.audit.notes import VerifierKey, read_key
from habeas.common.csvfiles import csv_rows
from habeas.common.errors import BadInputError

COLUMNS = ("agency", "key", "due")


@dataclass(frozen=True, slots=True)
class Expected:
    """One office that is to report: its name as it stands in its returns, its key, and until when."""

    agency: str
    key: VerifierKey
    due: date


def read_expected(text: str, name: str) -> dict[str, Expected]:
    """Every office by its name. Raises BadInputError with the line for one that cannot be read or stands there twice."""
    columns, rows = csv_rows(text, name)
    lacking = [each for each in COLUMNS if each not in columns]
    if lacking:
        raise BadInputError(f"{name} lacks the column {lacking[0]}; it needs {', '.join(COLUMNS)}.")
    found: dict[str, Expected] = {}
    for number, row in enumerate(rows, 2):
        each = _expected({key: (row.get(key) or "").strip() for key in COLUMNS}, f"{name}, line {number}")
        if each.agency in found:
            raise BadInputError(f"{name}, line {number}: {each.agency} stands there twice.")
        found[each.agency] = each
    if not found:
        raise BadInputError(f"{name} names no office.")
    return found


def _expected(row: dict[str, str], where: str) -> Expected:
    if not row["agency"]:
        raise BadInputError(f"{where} names no office.")
    try:
        return Expected(row["agency"], read_key(row["key"]), date.fromisoformat(row["due"]))
    except ValueError:
        raise BadInputError(f'{where}: "{row["due"][:30]}" is no date like 2026-03-01.') from None
