"""A state's view of its offices' returns: who reported, late, nothing or not at all; what was refused; what stands in two of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from habeas.answers.tables import csv_bytes
from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.statistics.collect.expected import Expected
from habeas.statistics.collect.returns import Return, folders_of, handed_over, read_return, rows_of


@dataclass(frozen=True, slots=True)
class StateView:
    """What was collected: the newest version of each return, older ones, and what a person must look at."""

    counted: tuple[Return, ...]
    older: tuple[Return, ...]
    refused: tuple[str, ...]
    missing: tuple[str, ...]
    doubles: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    """Each hand-over that stands in the returns of several offices: when and to whom, and whose returns."""

    @property
    def needs_person(self) -> bool:
        """Whether anything is missing, refused, double, or a zero that nobody certified."""
        silent = any(each.zero == "silent" for each in self.counted)
        return bool(self.refused or self.missing or self.doubles or silent)

    def sentences(self) -> list[str]:
        """What was found, a line each."""
        newest = {each.key: each.version for each in self.counted}
        lines = [f"Refused: {each}" for each in self.refused]
        lines += [f"No return: {each}." for each in self.missing]
        lines += [f"Late: {each.agency}, signed {each.signed}." for each in self.counted if each.late]
        lines += [f"Certifies none: {each.agency}." for each in self.counted if each.zero == "none"]
        lines += [f"All zero, and nothing certified: {each.agency}." for each in self.counted if each.zero == "silent"]
        lines += [f"{each.agency}: version {newest[each.key]} replaces version {each.version}." for each in self.older]
        lines += [f"May be one transfer, {key[0]} to {key[1]}: {' and '.join(who)}." for key, who in self.doubles]
        counts = f"{len(self.counted)} returns counted, {len(self.older)} older versions"
        return [*lines, f"{counts}, {len(self.refused)} refused, {len(self.missing)} missing."]


def collect(returns: Path, expected: Mapping[str, Expected]) -> StateView:
    """Check every return under a folder and put them together. Raises BadInputError where the folder holds none."""
    held, refused = [], []
    for folder in folders_of(returns):
        try:
            held.append(read_return(folder, expected))
        except BadInputError as fault:
            refused.append(str(fault))
    newest, older, clashing = _versions(held)
    missing = tuple(sorted(set(expected) - {each.agency for each in newest}))
    return StateView(newest, older, (*refused, *clashing), missing, tuple(_doubles(newest)))


def _versions(held: Iterable[Return]) -> tuple[tuple[Return, ...], tuple[Return, ...], list[str]]:
    """The newest version of each return, the older ones, and those that give one version twice and differ."""
    groups: dict[tuple[str, str, tuple[str, str]], dict[int, Return]] = defaultdict(dict)
    clashing: list[str] = []
    for each in held:
        before = groups[each.key].setdefault(each.version, each)
        if before is not each and _manifest(before) != _manifest(each):
            clashing.append(f"{each.agency}: two different returns are both version {each.version}.")
    newest = tuple(found[max(found)] for found in groups.values())
    older = tuple(found[number] for found in groups.values() for number in sorted(found)[:-1])
    return newest, older, clashing


def _manifest(each: Return) -> bytes:
    return (each.folder / "manifest.json").read_bytes()


def _doubles(counted: Iterable[Return]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for each in counted:
        for key in set(handed_over(each)):
            found[key].append(each.agency)
    return [(key, tuple(sorted(who))) for key, who in sorted(found.items()) if len(set(who)) > 1]


def state_files(view: StateView, expected: Mapping[str, Expected]) -> dict[str, bytes]:
    """The state's folder: every office with what it did, every table put together, the versions, the doubles, and all of it as JSON."""
    by_agency = {each.agency: each for each in view.counted}
    offices = [_office_row(name, by_agency.get(name), view) for name in sorted(expected)]
    kept = sorted([*view.counted, *view.older], key=lambda each: (each.agency, each.report, each.version))
    versions = [
        (each.agency, each.report, *each.period, each.version, each.signed, each in view.counted) for each in kept
    ]
    found = {"sentences": view.sentences(), "refused": list(view.refused), "missing": list(view.missing)}
    files = {
        "agencies.csv": _csv(("agency", "status", "signed_on", "late"), offices),
        "versions.csv": _csv(("agency", "report", "from", "to", "version", "signed_on", "counted"), versions),
        "doubles.csv": _csv(("when", "to", "what", "agencies"), [(*key, "; ".join(who)) for key, who in view.doubles]),
        "findings.json": readable_json(found).encode(),
    }
    return files | _together(view.counted)


def _office_row(name: str, found: Return | None, view: StateView) -> tuple[object, ...]:
    if found is None:
        refused = any(each.startswith(f"{name} (") for each in view.refused)
        return name, "refused" if refused else "no return", "", ""
    return (
        name,
        {"none": "certifies none", "silent": "zero, not certified"}.get(found.zero, "reported"),
        found.signed,
        found.late,
    )


def _together(counted: Iterable[Return]) -> dict[str, bytes]:
    """The main table of every counted return, one file a report, with the office before each row."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for each in sorted(counted, key=lambda one: one.agency):
        found[each.report] += [{"agency": each.agency, **row} for row in rows_of(each.folder, "table.csv")]
    return {f"{report}.csv": _table(rows) for report, rows in found.items()}


def _table(rows: Sequence[Mapping[str, str]]) -> bytes:
    """Rows whose columns may differ, under every column that any of them has."""
    head = tuple(dict.fromkeys(key for row in rows for key in row))
    return _csv(head, [[row.get(key, "") for key in head] for row in rows])


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A table for a spreadsheet: what an office wrote runs nowhere."""
    return csv_bytes(header, [["" if cell is None else str(cell) for cell in row] for row in rows])
