"""Whoever attacks the spreadsheet of whoever opens a table: no CSV or workbook that Habeas writes for people holds a live formula."""

import re
from pathlib import Path

import pytest

import habeas
from habeas.answers.tables import DANGEROUS, csv_bytes
from habeas.common.csvfiles import csv_lines, csv_rows
from habeas.common.errors import BadInputError
from habeas.statistics.attack.reading import REGISTER_COLUMNS, register_claims
from habeas.statistics.collect.expected import COLUMNS, read_expected
from habeas.statistics.collect.state import _csv

SOURCES = Path(habeas.__file__).parent
ELSEWHERE = {
    "answers/tables.py": "the one writer",
    "matching/files.py": "what asked for it is written back letter by letter, numbers as text; what people wrote is inert",
    "roster/readers/sql.py": "read again by the program at once", "roster/readers/placed.py": "read again by the program at once",
    "roster/readers/drawn.py": "read again by the program at once", "roster/readers/html.py": "read again by the program at once",
    "roster/trial/drafted.py": "read again by the program at once", "demo/county.py": "a made-up jail's export",
    "bench/match.py": "made-up people", "cli/law.py": "rules of the law packs, which ship",
}  # fmt: skip
"""What writes CSV, and why none of it comes to somebody's spreadsheet by another way."""
WRITES = re.compile(r"csv\.writer\(|csv\.DictWriter\(|\.write_csv\(|xlsxwriter\.Workbook|openpyxl\.Workbook")
READS = re.compile(r"csv\.reader\(|csv\.DictReader\(")


def test_one_writer_writes_every_table_for_people():
    found = {path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.py") if WRITES.search(path.read_text())}
    assert found <= set(ELSEWHERE)


@pytest.mark.parametrize("first", DANGEROUS, ids=ascii)
def test_no_cell_of_a_states_table_runs(first):
    text = f"{first}HYPERLINK(1)"
    for content in (csv_bytes(["a", text], [[text, "b"]]), _csv(["a", text], [[text, 1], [None, text]])):
        cells = [cell for line in csv_lines(content.decode(), "x") for cell in line]
        assert not [cell for cell in cells if cell.startswith(DANGEROUS)]


LONG = "x" * 200_000


@pytest.mark.parametrize("read", [
    lambda: read_expected(f"{','.join(COLUMNS)}\n{LONG},b,2026-01-01\n", "expected.csv"),
    lambda: register_claims(f"{','.join(REGISTER_COLUMNS)}\n{LONG}\n", "register.csv"),
    lambda: read_expected(f"{LONG}\n", "expected.csv"), lambda: csv_rows(LONG, "table.csv"), lambda: csv_lines(LONG, "table.csv"),
])  # fmt: skip
def test_a_cell_longer_than_any_is_refused_in_a_sentence(read):
    with pytest.raises(BadInputError, match="cannot be read as CSV"):
        read()
