"""A small CSV that somebody made: its header however it is spelled, its rows, and what is wrong with each."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from habeas.common.errors import BadInputError
from habeas.common.infiles import read_file

MOST_BYTES = 256 * 2**20
LONGEST_FIELD = 131_072
_BETWEEN = re.compile(r"[\W_]+")
_DAMAGE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Characters that no keyboard writes into a cell: the file is damaged where one stands."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number (the header is 1), its cells by column without marks of damage, and what is wrong with it."""

    number: int
    cells: dict[str, str]
    misfits: bool
    """It has another number of cells than the header, or something under no name."""
    damaged: tuple[str, ...] = ()
    """Columns whose cell held a NUL or another mark of damage."""


def read_text(path: Path) -> str:
    """The text of a file in UTF-8. BadInputError where it cannot be read as that."""
    try:
        return read_file(path, max_bytes=MOST_BYTES, advice="split it").decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInputError(f"{path.name} is not UTF-8 text; save it as CSV UTF-8.") from None


def read_rows(path: Path) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The columns of a CSV file, as `query_id` however spelled, and its rows. BadInputError where it is no CSV or names a column twice."""
    records = _records(path)
    columns = tuple(_plain(cell) for cell in next(records, []))
    twice = next((name for place, name in enumerate(columns) if name and name in columns[:place]), None)
    if twice:
        raise BadInputError(f"{path.name} has the column {twice} twice in its first row; rename or drop one.")
    return columns, (_row(number, columns, cells) for number, cells in enumerate(filter(None, records), 2))


def _plain(cell: str) -> str:
    return _BETWEEN.sub("_", cell.strip().lower()).strip("_")


def _records(path: Path) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(io.StringIO(read_text(path), newline=""))
    try:
        yield from reader
    except csv.Error:
        raise BadInputError(
            f"{path.name}, row {reader.line_num + 1}: this is no row of a CSV file; correct it."
        ) from None


def _row(number: int, columns: Sequence[str], cells: Sequence[str]) -> Row:
    named = {name: cell for name, cell in zip(columns, cells, strict=False) if name}
    unnamed = any(cell.strip() for cell, name in zip_longest(cells, columns, fillvalue="") if not name)
    return Row(
        number,
        {name: _DAMAGE.sub("", cell).strip() for name, cell in named.items()},
        unnamed or len(cells) < len(columns),
        tuple(name for name, cell in named.items() if _DAMAGE.search(cell)),
    )
