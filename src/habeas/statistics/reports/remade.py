"""What of a report's folder beside its tables is not what the record and the program make: documents, sums, files more or missing."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from habeas import __version__
from habeas.answers.manifest import SUMS
from habeas.answers.tables import csv_bytes
from habeas.common.errors import BadInputError
from habeas.common.infiles import read_file
from habeas.common.jsonfiles import parse_json
from habeas.statistics.reports.build import Report
from habeas.statistics.reports.folder import MANIFEST, SIGNATURE, TRACE, manifest_of, report_files

MOST = 64 * 2**20
"""Bytes of one file of a report."""
SIGNED_BY = ("certified_by", "title", "certified_on")
"""What a person fills in on a certificate: the record does not know it."""
_CERTIFICATE, _CORRECTIONS = "certificate.json", "corrections.csv"
_GIVEN = ("agency", "jurisdiction", "time_zone", "files")
"""What the manifest says that nothing recomputes."""


def faults(folder: Path, manifest: dict[str, Any], report: Report) -> Iterator[str]:
    """Each file that is missing, more, or not what it should be, in a sentence; tables are told cell by cell elsewhere."""
    there = {each.relative_to(folder).as_posix() for each in folder.rglob("*") if not each.is_dir()}
    named = {*manifest["files"], MANIFEST, SUMS}
    yield from (f"{name} is not in the manifest." for name in sorted(there - named - {TRACE, SIGNATURE}))
    yield from (f"{name} is missing." for name in sorted(named - there - set(manifest["tables"])))
    held = {name: read_file(folder / name, max_bytes=MOST) for name in sorted(there & (named | {TRACE}))}
    yield from _against_sums(manifest, held)
    if not other_program(manifest):
        yield from _against_program(manifest, held, report)


def other_program(manifest: dict[str, Any]) -> bool:
    """Whether another version of the program wrote the report: its documents may read otherwise, and are not made again."""
    return bool(manifest.get("program") != {"name": "habeas", "version": __version__})


def unheld(manifest: dict[str, Any]) -> list[str]:
    """What of the folder nothing here is held against, in words."""
    found = ["the agency's name", "who certified it"]
    if manifest["version"] != 1:
        found.append("the corrections, which its earlier version tells (`habeas report diff`)")
    if other_program(manifest):
        found.append("the documents beside the tables, for another version of the program made them")
    return found


def _against_sums(manifest: dict[str, Any], held: dict[str, bytes]) -> Iterator[str]:
    """Files that are not those of the manifest, and lines of the sums that say something else than the files."""
    tables = set(manifest["tables"])
    for name, content in held.items():
        if name in manifest["files"] and name not in tables and _digest(content) != manifest["files"][name]:
            yield f"{name} is not the file that the manifest names."
    wanted = {f"{_digest(content)}  {name}" for name, content in held.items() if name not in {SUMS, TRACE}}
    lines = held.get(SUMS, b"").decode("utf-8", "replace").splitlines()
    wrong = {line.partition("  ")[2] for line in wanted.symmetric_difference(lines)} - tables
    yield from (f"{SUMS} does not say what {name or 'a line of it'} is." for name in sorted(wrong))


def _against_program(manifest: dict[str, Any], held: dict[str, bytes], report: Report) -> Iterator[str]:
    """Documents and lines of the manifest that the program makes otherwise of the same record."""
    made = manifest_of(report, manifest["version"], {})
    for name, value in made.items():
        if name not in _GIVEN and manifest.get(name) != value:
            yield f"{MANIFEST}: {name} is not what the record and the program say."
    again = report_files(report, manifest["version"], ())
    again[TRACE] = csv_bytes(("cell", "fact", "events"), report.trace)
    if manifest["version"] != 1:
        del again[_CORRECTIONS]
    for name, content in again.items():
        stands = held.get(name)
        if name in manifest["tables"] or stands is None or stands == content:
            continue
        if name != _CERTIFICATE or _certificate(stands) != _certificate(content):
            yield f"{name} is not what is made of the record: it was changed, or made with other fonts or libraries."
    yield from (
        f"{name} belongs to the report and is not in it."
        for name in sorted(set(again) - set(held) - {TRACE})
        if name not in manifest["tables"]
    )


def _certificate(content: bytes) -> Any:
    """A certificate without what a person fills in; what is none stands for itself."""
    try:
        found = parse_json(content.decode("utf-8"), name=_CERTIFICATE)
    except (BadInputError, UnicodeDecodeError):
        return content
    return {key: value for key, value in found.items() if key not in SIGNED_BY} if isinstance(found, dict) else found


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
