"""Reading CSV tables that strangers wrote: every fault of the reader is one sentence."""

import csv
import io
from collections.abc import Mapping, Sequence

from habeas.common.errors import BadInputError


def csv_rows(text: str, name: str) -> tuple[Sequence[str], list[Mapping[str, str | None]]]:
    """The columns and the rows of a CSV with a header; `name` is what the file is called in a sentence.

    Raises BadInputError with the line for a cell too long to be one, or what is no CSV.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    try:
        return rows.fieldnames or (), list(rows)
    except csv.Error as fault:
        raise BadInputError(f"{name}, line {rows.line_num}, cannot be read as CSV: {fault}.") from None


def csv_lines(text: str, name: str) -> list[list[str]]:
    """Every line of a CSV as its cells. Raises BadInputError as `csv_rows`."""
    lines = csv.reader(io.StringIO(text, newline=""))
    try:
        return list(lines)
    except csv.Error as fault:
        raise BadInputError(f"{name}, line {lines.line_num}, cannot be read as CSV: {fault}.") from None
