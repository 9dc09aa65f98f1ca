"""Tables that leave or stay: CSV and XLSX without live formulas, and the data package that describes what leaves."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

import xlsxwriter

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First letters that a spreadsheet takes for a formula."""

MAX_CELL = 32_767
"""The longest text a spreadsheet cell holds."""


def inert(text: str) -> str:
    """Return the text so that no spreadsheet runs it: an apostrophe goes before a first letter that starts a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(DANGEROUS) else text


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a UTF-8 CSV with CRLF line ends; no cell can run as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([inert(cell) for cell in header])
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def xlsx_bytes(sheet: str, header: Sequence[str], rows: Iterable[Sequence[str]], as_of: date) -> bytes:
    """Write a workbook of text cells only: no formulas, no links, the same bytes for the same input."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC).replace(tzinfo=None)})
    page = book.add_worksheet(sheet)
    bold = book.add_format({"bold": True})
    for column, title in enumerate(header):
        page.write_string(0, column, title, bold)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            page.write_string(number, column, inert(cell)[:MAX_CELL])
    page.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def data_package(
    name: str, title: str, files: dict[str, tuple[str, int]], columns: Sequence[tuple[str, str, str]]
) -> dict:  # type: ignore[type-arg] # JSON
    """Describe the disclosed tables as a Tabular Data Package (Frictionless v1). `files` maps path to (SHA-256, bytes)."""
    schema = {
        "fields": [{"name": column, "type": kind, "description": says} for column, says, kind in columns],
        "missingValues": [""],
    }
    media = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
    resources = [
        {
            "name": path.replace(".", "-"),
            "path": path,
            "format": path.rsplit(".", 1)[1],
            "mediatype": media[path.rsplit(".", 1)[1]],
            "encoding": "utf-8",
            "bytes": size,
            "hash": f"sha256:{digest}",
            "schema": schema,
        }
        for path, (digest, size) in files.items()
    ]
    return {"profile": "tabular-data-package", "name": name, "title": title, "resources": resources}
