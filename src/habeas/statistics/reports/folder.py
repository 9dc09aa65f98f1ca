"""A report as a folder: tables, PDF, definitions, reconciliation, corrections, certificate, and a manifest that says from which record."""

import hashlib
from pathlib import Path
from typing import Any

from habeas import __version__
from habeas.answers.manifest import SUMS, sums
from habeas.answers.tables import csv_bytes, data_package
from habeas.common.canonical import readable_json
from habeas.common.whole_folder import whole_folder, write_files
from habeas.law.engine.jurisdictions import resolve
from habeas.statistics.measures.table import measure_called
from habeas.statistics.measures.words import sentences
from habeas.statistics.reports.build import TABLE, Report
from habeas.statistics.reports.certificate import certificate
from habeas.statistics.reports.changes import CORRECTIONS, Change
from habeas.statistics.reports.forum import forum_files
from habeas.statistics.reports.render import definitions_html, pdf, reconcile_html

FORMAT = "habeas-report/1"
MANIFEST = "manifest.json"
SIGNATURE = "return.sig"
"""The signature of a return (`habeas report sign`), which is in no sum and no manifest."""
TRACE = "internal/trace.csv"
"""Which facts and events stand behind each cell: it stays in the office and is in no sum and no manifest."""


def write_report(report: Report, target: Path, version: int = 1, changes: tuple[Change, ...] = ()) -> dict[str, Any]:
    """Write the report to the new or empty folder `target`, whole or not at all; its manifest."""
    files = report_files(report, version, changes)
    manifest = manifest_of(report, version, files)
    files[MANIFEST] = readable_json(manifest).encode()
    files[SUMS] = sums(files)
    trace = csv_bytes(("cell", "fact", "events"), report.trace)
    with whole_folder(target) as folder:
        write_files(folder, files | {TRACE: trace})
    return manifest


def report_files(report: Report, version: int, changes: tuple[Change, ...]) -> dict[str, bytes]:
    """Every file that may leave, but the manifest and the sums."""
    tables = {name: report.csv(name) for name in report.tables}
    files = tables | {
        "report.pdf": pdf(report, version),
        "definitions.json": readable_json(definitions(report)).encode(),
        "definitions.html": definitions_html(report, version).encode(),
        "reconcile.html": reconcile_html(report, version).encode(),
        "corrections.csv": csv_bytes(CORRECTIONS, [change.row for change in changes]),
        "certificate.json": readable_json(certificate(report)).encode(),
    }
    if report.kind.name == "us-ca-truth-forum":
        files |= forum_files(report)
    return files | {"datapackage.json": readable_json(_package(report, tables)).encode()}


def definitions(report: Report) -> dict[str, Any]:
    """Each measure that the report uses, as data and in sentences."""
    used = dict.fromkeys(cell.measure for cell in report.cells if cell.measure)
    found = {}
    for name in used:
        each = measure_called(name)
        found[name] = {
            "noun": each.noun, "unit": each.unit.value, "day": each.day, "where": {key: list(value) for key, value in each.where.items()},
            "of": each.of, "includes": list(each.includes), "excludes": list(each.excludes), "law": each.law,
            "set_by": each.set_by, "since": each.since.isoformat(), "sentences": sentences(each),
        }  # fmt: skip
    return found


def manifest_of(report: Report, version: int, files: dict[str, bytes]) -> dict[str, Any]:
    """From which record, under which law, by which program; and the hash of each file."""
    ledger = report.ledger
    place = ledger.place.jurisdiction
    return {
        "format": FORMAT, "report": report.kind.name, "version": version, "from": report.first.isoformat(), "to": report.last.isoformat(),
        "agency": ledger.place.agency, "jurisdiction": place, "time_zone": ledger.place.zone.key,
        "record": {"events": ledger.size, "head": ledger.head, "begins": ledger.begins.isoformat(), "ends": ledger.ends.isoformat()},
        "law": dict(resolve(place).hashes) if place else {}, "program": {"name": "habeas", "version": __version__},
        "tables": sorted(report.tables), "files": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())},
    }  # fmt: skip


def _package(report: Report, tables: dict[str, bytes]) -> dict[str, Any]:
    """The tables as a Frictionless data package; each file with its own columns."""
    resources = []
    for name, content in tables.items():
        header = report.tables[name][0]
        columns = [(each, each.replace("_", " "), "string") for each in header]
        size = {name: (hashlib.sha256(content).hexdigest(), len(content))}
        resources += data_package(report.kind.name, report.kind.title, size, columns)["resources"]
    return {
        "profile": "tabular-data-package", "name": report.kind.name, "title": report.kind.title, "resources": resources,
    }  # fmt: skip


def table_rows(report: Report) -> tuple[tuple[str, ...], ...]:
    """The rows of the main table."""
    return report.tables[TABLE][1]
