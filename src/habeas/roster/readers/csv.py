"""Delimited text into rows: any delimiter, every row accounted for, a broken row never losing its neighbours."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from habeas.common.errors import BadInputError
from habeas.roster.limits import ReadLimits
from habeas.roster.readers.text import decode
from habeas.roster.records import Refusal, Repair
from habeas.roster.rows import RosterRow, RosterTable
from habeas.roster.somebody import is_label

DELIMITERS = ",;\t|"


EMPTY_LINES_A_ROW = 5
"""How many empty lines are read past for each row that may be read; more than that is no roster."""


def read_csv(data: bytes, limits: ReadLimits, name: str) -> RosterTable:
    """Read a delimited file. The delimiter is the one that most often stands in the header.

    Raises BadInputError for a file that cannot be read as a table at all: no header, a column twice, a quote never closed,
    past a limit.
    """
    text, repaired = decode(data, name)
    header_line = next((line for line in text.split("\n", 50)[:50] if line.strip()), "")
    if not header_line:
        raise BadInputError(f"{name} is empty: it needs a header line and at least one row.")
    delimiter = max(DELIMITERS, key=header_line.count)
    records = _records(text, delimiter, limits, name)
    _, header = next(records)
    columns = check_header(header, limits, name)
    return gather(columns, records, limits, name, repaired)


def check_header(header: list[str], limits: ReadLimits, name: str) -> tuple[str, ...]:
    """Return the column names; BadInputError where there are too many, or one stands twice."""
    if len(header) > limits.max_columns:
        raise BadInputError(f"{name} has {len(header):,} columns; the most Habeas reads is {limits.max_columns:,}.")
    columns = tuple(cell.strip().lstrip("\ufeff") for cell in header)
    twice = [column for column, count in Counter(column for column in columns if column).items() if count > 1]
    if twice:
        raise BadInputError(f'{name} has the column "{twice[0]}" twice in its header; rename or drop one.')
    return columns


def gather(
    columns: tuple[str, ...],
    records: Iterator[tuple[int, list[str]]],
    limits: ReadLimits,
    name: str,
    repaired: tuple[Repair, ...] = (),
    label: str = "row",
) -> RosterTable:
    """Turn numbered records into rows; one of the wrong width, or with a NUL, is refused with its number and why."""
    rows: list[RosterRow] = []
    refused: list[Refusal] = []
    said = list(repaired)
    for number, cells in records:
        where = f"{label} {number}"
        why = _fault(cells, columns)
        if why == "header":
            said.append(Repair(where, "repeats the header: left out"))
        elif why:
            refused.append(Refusal(where, why, nobody=_report_line(cells, columns)))
        else:
            rows.append(
                RosterRow(where, {column: cell for column, cell in zip(columns, cells, strict=False) if column})
            )
        if len(rows) > limits.max_rows:
            raise BadInputError(f"{name} has more than {limits.max_rows:,} rows; split it.")
    return RosterTable(columns, tuple(rows), tuple(refused), tuple(said))


def _report_line(cells: list[str], columns: tuple[str, ...]) -> bool:
    """Whether a record that is too short is a line of the report (`End of report`), and no torn row of somebody."""
    filled = [cell for cell in cells if cell.strip()]
    short = len(filled) < 3 <= len(columns) - len(filled)
    return short and (len(filled) == 1 or is_label(filled[0]))


def _fault(cells: list[str], columns: tuple[str, ...]) -> str:
    """What is wrong with a record: empty where nothing is."""
    extra = cells[len(columns) :]
    if len(cells) < len(columns) or any(cell.strip() for cell in extra):
        return f"has {len(cells)} cells where the header has {len(columns)}: a separator is missing or too many"
    if tuple(cell.strip() for cell in cells[: len(columns)]) == columns:
        return "header"
    if any("\x00" in cell for cell in cells):
        return "holds a NUL character: the export is damaged here"
    return ""


def _records(text: str, delimiter: str, limits: ReadLimits, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not blank with the line it begins on."""
    csv.field_size_limit(limits.max_cell)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    blank, most = 0, EMPTY_LINES_A_ROW * limits.max_rows
    while True:
        begins = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            raise BadInputError(_said(str(fault), begins, limits, name)) from None
        if any(cell.strip() for cell in cells):
            yield begins, cells
            continue
        blank += 1
        if blank > most:
            raise BadInputError(f"{name} has more than {most:,} empty lines: export it again.")


def _said(fault: str, line: int, limits: ReadLimits, name: str) -> str:
    if "unexpected end" in fault:
        return f"{name}, line {line}: a quotation mark opens here and is never closed."
    if "field limit" in fault:
        return f"{name}, line {line}: a cell is longer than {limits.max_cell:,} letters, or a quotation mark is never closed."
    return f"{name}, line {line}: {fault.lower()}."
