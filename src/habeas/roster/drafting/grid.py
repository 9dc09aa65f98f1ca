"""A table nobody has described: its separator, its header rows, what stands below it, whether blank cells repeat the row above."""

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field

from habeas.common.errors import BadInputError
from habeas.roster.drafting.cells import dates_of
from habeas.roster.limits import ReadLimits
from habeas.roster.readers.header import joined_header, numbered
from habeas.roster.readers.packed import plain_list
from habeas.roster.readers.text import decode, kept_as_text, without_formulas
from habeas.roster.readers.xlsx import Looked, look_into

SEPARATORS = "|\t;,^~*\x1f\x1e\x01¦§"
LOOKED_AT = 60
_WIDE_ROW = 6
"""From how many filled cells on a row with one or two is a line between rows (`POD E`), and nobody's."""
WIDE = 0.6
"""The share of the table's width that a header fills."""
_DATA = re.compile(r"[\W_]*\d[\d\W]*")
Record = tuple[int, list[str]]


@dataclass
class Grid:
    """The table: its header rows by number, the names of its columns, its rows, and the lines that are none."""

    separator: str
    header: tuple[int, ...]
    names: list[str]
    rows: list[Record]
    other: list[Record] = field(default_factory=list)
    """Records below the header that are no rows of the table: totals, feet."""
    titles: list[Record] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)
    hidden_sheets: list[str] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    quotes: bool = True
    records: list[Record] = field(default_factory=list)
    """Every record that is not empty, in its order."""
    sheet: str = ""
    """The sheet that the table was found in, where it is not the first."""

    def cells(self, place: int, most: int = 5000) -> list[str]:
        """The cells of one column, of as many rows as are looked at."""
        return [plain_list(cells[place].strip()) if place < len(cells) else "" for _, cells in self.rows[:most]]


def grid_of(data: bytes, name: str, sheet: str | None) -> Grid:
    """Find a table in a file of text or a workbook. BadInputError where there is none."""
    if data[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        return _of_workbook(data, name, sheet)
    text, _ = decode(data, name)
    text = without_formulas(text) if kept_as_text(text[:20_000]) else text
    separator = separator_of(text)
    if not separator:
        raise BadInputError(f"{name} is no table: no character stands between columns in most of its lines.")
    return grid_of_text(text, separator, name)


def grid_of_text(text: str, separator: str, name: str) -> Grid:
    """Find a table in a text whose separator is known. BadInputError where it is empty."""
    quotes = _quotes(text, separator)
    grid = _found(_records(text, separator, quotes), separator, name)
    grid.quotes = quotes
    return grid


def _of_workbook(data: bytes, name: str, sheet: str | None) -> Grid:
    """The table of the sheet that is named, or of the first; where that one holds none, of the sheet with the most rows that does."""
    looked = look_into(data, ReadLimits(), name, sheet)
    others = [each for each in looked.sheets[1:] if each not in looked.hidden_sheets] if sheet is None else []
    if looked.records and not others:
        return _of_sheet(looked, name)
    first = _of_sheet(looked, name) if looked.records else None
    if first is not None and is_table(first):
        return first
    found = []
    for other in others:
        there = look_into(data, ReadLimits(), name, other)
        grid = _of_sheet(there, name) if there.records else None
        if grid is not None and is_table(grid):
            grid.sheet = other
            found.append(grid)
    best = max(found, key=lambda each: len(each.rows), default=first)
    return best if best is not None else _of_sheet(looked, name)


def _of_sheet(looked: Looked, name: str) -> Grid:
    grid = _found(looked.records, "", name)
    _hidden(grid, looked)
    return grid


def is_table(grid: Grid) -> bool:
    """Whether a sheet holds a table of people: three columns and two rows at the least, which a cover page has not."""
    return len([each for each in grid.names if each]) >= 3 and len(grid.rows) >= 2


def _hidden(grid: Grid, looked: Looked) -> None:
    grid.sheets, grid.hidden_sheets = looked.sheets, looked.hidden_sheets
    grid.hidden_columns = [
        grid.names[place - 1]
        for first, last in looked.hidden_columns
        for place in range(first, min(last, len(grid.names)) + 1)
        if grid.names[place - 1]
    ]


def separator_of(text: str) -> str:
    """The character under which most lines have one and the same number of columns, three or more; empty where none has."""
    lines = [line for line in text[:400_000].split("\n") if line.strip()][:2000]
    best = _of_lines(lines)
    return best or _of_lines_joined(text[:400_000])


def _of_lines_joined(text: str) -> str:
    """The separator of a file whose quoted cells hold several lines; empty where it has none."""
    for each in SEPARATORS:
        try:
            rows = [row for row in csv.reader(io.StringIO(text), delimiter=each) if row]
        except csv.Error:
            continue
        width, count = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
        if width > 3 and count >= 0.9 * len(rows) and any("\n" in cell for row in rows for cell in row):
            return each
    return ""


def _of_lines(lines: list[str]) -> str:
    """The separator by the lines alone."""
    best, most = "", 0.0
    for each in SEPARATORS:
        widths = Counter(len(row) for row in rows_of(lines, each) if len(row) > 1)
        if not widths:
            continue
        width, count = widths.most_common(1)[0]
        told = count / len(lines) * min(width, 12)
        if count >= 0.5 * len(lines) and told > most and (width > 2 or count >= 0.95 * len(lines)):
            best, most = each, told
    return best


def rows_of(lines: list[str], separator: str) -> list[list[str]]:
    """The lines cut at a separator, quoted cells whole."""
    try:
        return list(csv.reader(lines, delimiter=separator))
    except csv.Error:
        return [line.split(separator) for line in lines]


def _quotes(text: str, separator: str) -> bool:
    """Whether quotation marks quote cells: not where one stands within a cell and is never closed."""
    try:
        list(csv.reader(io.StringIO(text), delimiter=separator, strict=True))
    except csv.Error:
        return False
    return True


def _records(text: str, separator: str, quotes: bool) -> list[Record]:
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=separator, quoting=csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE
    )
    made, begins = [], 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            made.append((begins, cells))
        begins = reader.line_num + 1
    return made


def _found(records: list[Record], separator: str, name: str) -> Grid:
    if not records:
        raise BadInputError(f"{name} is empty: it needs a header line and at least one row.")
    place = _header_place(records)
    if place is None:
        names = [str(number) for number in range(1, max(len(cells) for _, cells in records[:LOOKED_AT]) + 1)]
        return _with_rows(Grid(separator, (), names, [], records=records), records)
    above = _above(records, place)
    header = [*([records[place - 1]] if above else []), records[place]]
    grid = Grid(
        separator, tuple(number for number, _ in header), numbered(joined_header([cells for _, cells in header])), []
    )
    grid.titles, grid.records = records[: place - above], records
    return _with_rows(grid, records[place + 1 :])


def _with_rows(grid: Grid, records: list[Record]) -> Grid:
    """The records below, without those that are no rows: much narrower than the table, at its end or a few times."""
    usual = Counter(_filled(cells) for _, cells in records).most_common(1)[0][0] if records else 0
    widths = Counter(len(cells) for _, cells in records)
    width = widths.most_common(1)[0][0] if widths else 0
    head = [each.strip().casefold() for each in grid.names]
    for number, cells in records:
        if [each.strip().casefold() for each in cells] == head:
            continue  # the head of the next page
        first = next((cell for cell in cells if cell.strip()), "")
        few = _filled(cells) <= min(3, max(1, usual - 2)) and len(grid.names) > 4
        short = len(cells) < width and bool(grid.separator)
        band = usual >= _WIDE_ROW and _filled(cells) <= 2 and not _is_data(first)
        foot = few and (
            short
            or band
            or bool(
                re.match(
                    r"\W*(?:[A-Za-z ]*\b(?:totals?|trailer|count|end of|page|printed|records?)\b)", first, re.IGNORECASE
                )
            )
        )
        (grid.other if foot or short else grid.rows).append((number, cells))
    return grid


def _filled(cells: list[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)


def _header_place(records: list[Record]) -> int | None:
    """The first record that is as wide as the table and of words, over records that hold numbers or dates; None where there is none."""
    first = records[:LOOKED_AT]
    width = max(_filled(cells) for _, cells in first)
    for place, (_, cells) in enumerate(first):
        filled = [cell.strip() for cell in cells if cell.strip()]
        wide = len(filled) >= max(WIDE * width, 1) if width > 2 else bool(filled)
        if (
            wide
            and not any(_is_data(cell) for cell in filled)
            and len({each.casefold() for each in filled}) >= 0.7 * len(filled)
        ):
            below = [cell for _, other in first[place + 1 :] for cell in other if cell.strip()]
            if not below or any(_is_data(cell) for cell in below) or place == 0:
                return place
    return None


def _is_data(cell: str) -> bool:
    return bool(_DATA.fullmatch(cell)) or dates_of([cell]) is not None


def _above(records: list[Record], place: int) -> bool:
    """Whether the record above the header is a part of it: several words, each over the columns below it, fewer than they."""
    if place == 0 or records[place - 1][0] != records[place][0] - 1:
        return False
    above, header = records[place - 1][1], records[place][1]
    filled = [cell for cell in above if cell.strip()]
    apart = any(len(above) > at + 1 and above[at].strip() and not above[at + 1].strip() for at in range(len(above)))
    return (
        len(above) == len(header)
        and (apart or len(filled) == _filled(header))
        and 2 <= len(filled) <= _filled(header)
        and not any(_is_data(cell) for cell in filled)
    )


def repeats(grid: Grid, booking: str, person_columns: list[str]) -> bool:
    """Whether blank cells repeat the row above: the booking's number is blank in many rows, and so are the person's cells there."""
    if booking not in grid.names:
        return False
    number = grid.cells(grid.names.index(booking))
    blank = [place for place, cell in enumerate(number) if not cell]
    others = [grid.cells(grid.names.index(each)) for each in person_columns if each in grid.names]
    return (
        len(blank) > 0.05 * len(number)
        and bool(number[0])
        and all(not cells[place] for cells in others for place in blank[:200])
    )
