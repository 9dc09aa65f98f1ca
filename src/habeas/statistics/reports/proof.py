"""The proof of a report: every cell recomputed from the record alone, and each that differs named."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from habeas.audit.event import Event
from habeas.common.csvfiles import csv_lines
from habeas.common.errors import BadInputError
from habeas.common.infiles import open_file
from habeas.common.jsonfiles import load_json
from habeas.statistics.ledger.source import events_in, ledger_of
from habeas.statistics.reports.build import Report, build
from habeas.statistics.reports.folder import FORMAT
from habeas.statistics.reports.remade import faults, unheld


@dataclass(frozen=True, slots=True)
class Proof:
    """What was checked: how many cells were recomputed, each difference in a sentence, and what nothing was held against."""

    cells: int
    differences: tuple[str, ...]
    unheld: tuple[str, ...] = ()


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a report's folder. Raises BadInputError where there is none, or it is another thing's."""
    if not (folder / "manifest.json").is_file():
        raise BadInputError(f"{folder.name} holds no report: there is no manifest.json in it.")
    found = load_json(folder / "manifest.json")
    needed = {"report", "from", "to", "record", "files", "version", "tables"}
    if not isinstance(found, dict) or found.get("format") != FORMAT or needed - set(found):
        raise BadInputError(f"{folder.name} holds no report: its manifest.json is of something else.")
    return found


def rebuilt(manifest: dict[str, Any], record: Path | Iterable[Event], name: str) -> Report:
    """The report of a manifest, made again from an exported chain or a desk's events. BadInputError where it is not that record."""
    size, head = int(manifest["record"]["events"]), manifest["record"]["head"]
    place = {each: str(manifest.get(each, "")) for each in ("agency", "jurisdiction", "time_zone")}
    ledger = ledger_of(events_in(record) if isinstance(record, Path) else record, place, size)
    if ledger.head != head:
        raise BadInputError(
            f"{name} is another record, or was written anew: event {size - 1} is not the one that was counted from."
        )
    return build(manifest["report"], ledger, date.fromisoformat(manifest["from"]), date.fromisoformat(manifest["to"]))


def verify(folder: Path, record: Path | Iterable[Event], name: str = "") -> Proof:
    """Recompute every cell of the report in `folder` from a record alone, and hold every other file against what is made of it."""
    manifest = read_manifest(folder)
    report = rebuilt(manifest, record, name or getattr(record, "name", "the record"))
    found, cells = list(faults(folder, manifest, report)), 0
    for file, (header, rows) in report.tables.items():
        written = _read_csv(folder, file)
        wanted = _as_read(report.csv(file))
        cells += sum(map(len, rows))
        found += _different(file, header, wanted[1:], written)
    return Proof(cells, tuple(found), tuple(unheld(manifest)))


def _read_csv(folder: Path, name: str) -> list[list[str]] | None:
    path = folder / name
    if not path.is_file():
        return None
    with open_file(path) as file:
        return _as_read(file.read())


def _as_read(content: bytes) -> list[list[str]]:
    return csv_lines(content.decode("utf-8", "replace"), "the table")


def _different(
    name: str, header: Sequence[str], wanted: list[list[str]], written: list[list[str]] | None
) -> Iterator[str]:
    """Each cell that differs, by file, line and column, with what stands there and what the record gives."""
    if written is None:
        yield f"{name} is missing."
        return
    if not written or written[0] != list(header):
        yield f"{name}: the columns are not those of the report."
        return
    if len(written) - 1 != len(wanted):
        yield f"{name}: {len(written) - 1} rows stand there; the record gives {len(wanted)}."
    for number, (right, stands) in enumerate(zip(wanted, written[1:], strict=False), 2):
        for column, (value, found) in enumerate(zip(right, [*stands, *[""] * len(right)], strict=False)):
            if value != found:
                where = f"{name}, line {number} ({_row_name(right)}), {header[column]}"
                yield f'{where}: "{found[:60]}" stands there; the record gives "{value[:60]}".'


def _row_name(row: list[str]) -> str:
    return " / ".join(filter(None, row[:2]))[:60]


def differences(first: Path, second: Path) -> list[str]:
    """What changed between two versions of one report, cell by cell. Raises BadInputError where they are not versions of one."""
    old, new = read_manifest(first), read_manifest(second)
    if [old[name] for name in ("report", "from", "to")] != [new[name] for name in ("report", "from", "to")]:
        raise BadInputError(f"{first.name} and {second.name} are not versions of one report over one period.")
    found = []
    for name in sorted({*old["tables"], *new["tables"]}):
        before, now = (_by_name(_read_csv(folder, name) or []) for folder in (first, second))
        keys = [key for key in {**before, **now} if before.get(key) != now.get(key)]
        found += [f"{name}, {key}: {_told(before.get(key))} → {_told(now.get(key))}" for key in keys]
    return found


def _by_name(rows: list[list[str]]) -> dict[str, list[str]]:
    """The rows of a table by their first two columns; rows of one name are numbered."""
    found: dict[str, list[str]] = {}
    for row in rows[1:]:
        name, number = _row_name(row), 1
        while (key := name if number == 1 else f"{name} ({number})") in found:
            number += 1
        found[key] = row
    return found


def _told(row: list[str] | None) -> str:
    return ", ".join(filter(None, row[2:])) if row else "not there"
