"""One return: a report's folder as an office handed it in, checked file by file; and what it says of zero."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from habeas.common.csvfiles import csv_rows
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import load_json, read_text
from habeas.statistics.collect.expected import Expected
from habeas.statistics.collect.signing import signed_on

NOT_RECORDED = "not recorded"
DOUBLES = {
    "detainers_and_warrants.csv": ("at", "to_agency", "released_or_transferred"),
    "transfers.csv": ("on", "agency", "offense"),
}
"""Lists in which one hand-over can stand in two returns, and the columns by which it would be the same."""


@dataclass(frozen=True, slots=True)
class Return:
    """One return that holds: whose it is, for which period, which version, signed when."""

    folder: Path
    agency: str
    report: str
    period: tuple[str, str]
    version: int
    signed: date
    late: bool
    zero: str
    """`none` where it certifies that there was none, `silent` where every count is zero and nothing is certified; else empty."""

    @property
    def key(self) -> tuple[str, str, tuple[str, str]]:
        """What its versions share."""
        return self.agency, self.report, self.period


def folders_of(returns: Path) -> list[Path]:
    """Every folder with a manifest under `returns`. Raises BadInputError where there is none."""
    found = sorted(path.parent for path in returns.rglob("manifest.json"))
    if not found:
        raise BadInputError(f"{returns.name} holds no return: there is no manifest.json anywhere in it.")
    return found


def agency_of(folder: Path) -> str:
    """Whose return a folder says it is; empty where it does not say so."""
    try:
        held = load_json(folder / "manifest.json")
    except BadInputError:
        return ""
    return str(held.get("agency", "")) if isinstance(held, dict) else ""


def read_return(folder: Path, expected: Mapping[str, Expected]) -> Return:
    """A return that holds. Raises BadInputError, one sentence, for one that does not."""
    agency = agency_of(folder)
    if agency not in expected:
        raise BadInputError(f'{folder.name}: "{agency}" is no office that is expected.')
    try:
        signed = signed_on(folder, expected[agency].key)
        manifest = load_json(folder / "manifest.json")
        _check_files(folder, manifest)
        period = (str(manifest["from"]), str(manifest["to"]))
        late = signed > expected[agency].due
        return Return(
            folder, agency, str(manifest["report"]), period, manifest["version"], signed, late, zero_of(folder)
        )
    except BadInputError as fault:
        raise BadInputError(f"{agency} ({folder.name}): the return {fault}.") from None
    except (KeyError, TypeError, AttributeError):
        raise BadInputError(f"{agency} ({folder.name}): the return has a manifest that cannot be read.") from None


def _check_files(folder: Path, manifest: Mapping[str, Any]) -> None:
    for name, wanted in manifest["files"].items():
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()):
            raise BadInputError(f"names a file outside its folder, {name}")
        if not path.is_file():
            raise BadInputError(f"lacks its file {name}")
        if hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
            raise BadInputError(f"was changed after it was signed: {name} is another one")


def zero_of(folder: Path) -> str:
    """Whether every count of a return is zero, and whether the office certifies that there was none."""
    rows = rows_of(folder, "table.csv")
    if any("value" not in each for each in rows):
        raise BadInputError("has a table.csv without the column value")
    if any(each["value"] not in {"0", "", NOT_RECORDED} for each in rows):
        return ""
    held = load_json(folder / "certificate.json")
    return "none" if held["none"] and not held["unknown"] and not held["not_recorded"] else "silent"


def rows_of(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one table of a return; none where it has no such table."""
    path = folder / name
    if not path.is_file():
        return []
    return [{key: value or "" for key, value in row.items() if key} for row in csv_rows(read_text(path), name)[1]]


def handed_over(each: Return) -> Iterator[tuple[str, ...]]:
    """What would be the same in another office's return, for each hand-over that says when and to whom."""
    for name, columns in DOUBLES.items():
        for row in rows_of(each.folder, name):
            found = tuple(row.get(column, "") for column in columns)
            if found[0] and found[1]:
                yield found
