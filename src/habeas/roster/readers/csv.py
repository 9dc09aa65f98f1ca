"""Delimited text into rows: any delimiter, every row accounted for, a broken row never losing its neighbours."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from habeas.common.errors import BadInputError
from habeas.roster.limits import ReadLimits
from habeas.roster.readers.header import A_PERSON, LOOKED_AT, HeadedRecords, Record, Spelling, find_header
from habeas.roster.readers.text import decode, kept_as_text, without_formulas
from habeas.roster.records import Refusal, Repair
from habeas.roster.rows import DAMAGED, FileTotal, RosterRow, RosterTable, has_nul
from habeas.roster.somebody import is_label

DELIMITERS = ",;\t|"
HEAD = 200_000
"""Letters of the beginning that are looked at for the delimiter."""
MANY_LINES, SHORTEST_LINE = 200_000, 16
"""From how many lines on they must hold, on average, as many letters as the shortest row about somebody."""
_DIGIT = re.compile(r"\d")
_MARKUP = re.compile(r"\s*<[A-Za-z!?/]")
MOST_SAME = 200_000
"""How many different cells are kept to be used again."""
EMPTY_LINES_A_ROW = 5
"""How many empty lines are read past for each row that may be read; more than that is no roster."""


def read_csv(data: bytes, spelling: Spelling, limits: ReadLimits, name: str) -> RosterTable:
    """Read a delimited file. The delimiter is the one under which the header names most of the profile's columns.

    Raises BadInputError for a file that cannot be read as a table at all: no header, a column twice, a quote never closed,
    past a limit, or a markup language.
    """
    text, repaired = decode(data, name, spelling.layout.encoding if spelling.layout else "")
    refuse_crumbs(text.count("\n") - 2 * text.count("\n\n"), len(text), name)
    taken, rows = open_csv(io.StringIO(text, newline=""), text[:HEAD], spelling, limits, name)
    return taken.done(rows.table(repaired))


def open_csv(
    lines: Iterable[str], head: str, spelling: Spelling, limits: ReadLimits, name: str
) -> tuple["Taken", "RowsOfTable"]:
    """The records of the lines, and the rows below their header: read as they are asked for. `head`: the first letters of the text."""
    layout = spelling.layout
    if _MARKUP.match(head):
        raise BadInputError(f"{name} is XML: read it with a profile of format xml, such as niem_ojbc.")
    formulas = kept_as_text(head)
    if formulas:
        lines, head = map(without_formulas, lines), without_formulas(head)
    delimiter = (layout.separator if layout else "") or _delimiter(head, spelling, name)
    records = _records(lines, delimiter, limits, name, quotes=layout is None or layout.quotes)
    taken = Taken(records, spelling)
    headed = find_header(iter(taken), spelling, limits, name)
    rows = RowsOfTable(headed, limits, name, dropped=spelling.dropped)
    rows.said += (
        [Repair("whole file", 'cells are written ="...", as for a spreadsheet: read as their text')] if formulas else []
    )
    return taken, rows


def refuse_crumbs(lines: int, letters: int, name: str) -> None:
    """Raise BadInputError for a great many crumbs: no row about a person is so short, and each costs as much room as a long one.

    `lines`: how many line ends stand alone.
    """
    if lines > MANY_LINES and letters < lines * SHORTEST_LINE:
        raise BadInputError(f"{name} has {lines:,} lines of hardly any text each: no roster; export it again.")


def _delimiter(head: str, spelling: Spelling, name: str) -> str:
    """The delimiter that makes the best header; without one, the one that most often stands in the first line that has any."""
    lines = [line for line in head.split("\n")[:LOOKED_AT] if line.strip()]
    if not lines:
        raise BadInputError(f"{name} is empty: it needs a header line and at least one row.")
    counts = {each: max(spelling.found_in(cells) for cells in _rough(lines, each)) for each in DELIMITERS}
    best = max(DELIMITERS, key=counts.__getitem__)
    if counts[best] > 1:
        return best
    first = next((line for line in lines if any(each in line for each in DELIMITERS)), "")
    return max(DELIMITERS, key=first.count)


def _rough(lines: list[str], delimiter: str) -> Iterator[list[str]]:
    """Each of the first lines by itself, cut as a header would be."""
    return ([cell.strip('"') for cell in line[:HEAD].split(delimiter)] for line in lines)


class Taken:
    """Records without the lines that the profile says are nobody's: totals, which are kept, and heads and feet of pages."""

    def __init__(self, records: Iterator[Record], spelling: Spelling) -> None:
        """`records` as the file has them."""
        self._records, self._totals = records, spelling.totals
        self._skip = tuple(spelling.layout.skip) if spelling.layout else ()
        self._found: list[FileTotal] = []
        self._said: list[Repair] = []

    def __iter__(self) -> Iterator[Record]:
        """Yield each record that may be somebody's."""
        for number, cells in self._records:
            totals = self._totals.of_cells(cells, f"row {number}") if self._totals else []
            self._found += totals
            first = next((cell for cell in cells if cell.strip()), "").strip()
            if not totals and not self._skips(first, number, cells):
                yield number, cells

    def _skips(self, first: str, number: int, cells: list[str]) -> bool:
        """Whether a record is a head or foot of a page; one that is filled as somebody's is said."""
        text = next((each for each in self._skip if first.startswith(each)), None)
        filled = sum(bool(cell.strip()) for cell in cells)
        if text is not None and filled >= A_PERSON and filled * 2 > len(cells) and _DIGIT.search("".join(cells)):
            what = f'skip "{text}" leaves out a row as full as somebody\'s: who it may be is left unknown; write more of its words'
            self._said.append(Repair(f"row {number}", what))
        return text is not None

    def done(self, table: RosterTable) -> RosterTable:
        """The table with the totals that were met, and what was left out and may be somebody."""
        said = (*table.repaired, *self._said)
        return replace(table, totals=tuple(self._found), repaired=said) if self._found or self._said else table


class RowsOfTable:
    """The rows of numbered records, as they are asked for; one of the wrong width, or with a NUL, is refused with its number and why."""

    def __init__(
        self,
        headed: HeadedRecords,
        limits: ReadLimits,
        name: str,
        label: str = "row",
        dropped: frozenset[str] = frozenset(),
    ) -> None:
        """`dropped`: columns that must not be read."""
        self.columns, self.count = headed.columns, 0
        self.refused, self.said = list(headed.refused), list(headed.said)
        self._headed, self._limits, self._name, self._label = headed, limits, name, label
        kept = enumerate(headed.columns)
        self._kept = [(place, column) for place, column in kept if column and column not in dropped]
        self._same: dict[str, str] = {}

    def __iter__(self) -> Iterator[RosterRow]:
        """Yield each row that is whole. Raises BadInputError past the limit."""
        for number, cells in self._headed.records:
            where = f"{self._label} {number}"
            why = _fault(cells, self._headed)
            if why == "header":
                self.said.append(Repair(where, "repeats the header: left out"))
            elif why:
                self.refused.append(Refusal(where, why, nobody=_report_line(cells, self.columns)))
            else:
                self.count += 1
                yield self._row(where, cells)
            if self.count > self._limits.max_rows:
                raise BadInputError(f"{self._name} has more than {self._limits.max_rows:,} rows; split it.")

    def _row(self, where: str, cells: list[str]) -> RosterRow:
        """One row; a jail writes the same cells over and over: one text for all of them takes half the room."""
        same = self._same
        if len(same) > MOST_SAME:
            same.clear()
        return RosterRow(
            where, {column: same.setdefault(cell, cell) for place, column in self._kept if (cell := cells[place])}
        )

    def table(self, repaired: tuple[Repair, ...] = ()) -> RosterTable:
        """All of the rows. `repaired`: what was said of the file before."""
        rows = tuple(self)
        return replace(self.rest(), rows=rows, repaired=(*repaired, *self.said))

    def rest(self) -> RosterTable:
        """The table without its rows, once they were all read."""
        return RosterTable(self.columns, (), tuple(self.refused), tuple(self.said))


def gather(
    headed: HeadedRecords,
    limits: ReadLimits,
    name: str,
    repaired: tuple[Repair, ...] = (),
    label: str = "row",
    dropped: frozenset[str] = frozenset(),
) -> RosterTable:
    """All rows of numbered records as a table, with what was said of the file before."""
    return RowsOfTable(headed, limits, name, label, dropped).table(repaired)


def _report_line(cells: list[str], columns: tuple[str, ...]) -> bool:
    """Whether a record that is too short is a line of the report (`End of report`), and no torn row of somebody."""
    filled = [cell for cell in cells if cell.strip()]
    short = len(filled) < 3 <= len(columns) - len(filled)
    return short and (len(filled) == 1 or is_label(filled[0]))


def _fault(cells: list[str], headed: HeadedRecords) -> str:
    """What is wrong with a record: empty where nothing is."""
    columns = headed.columns
    extra = cells[len(columns) :]
    if len(cells) < len(columns) or any(cell.strip() for cell in extra):
        return f"has {len(cells)} cells where the header has {len(columns)}: a separator is missing or too many"
    if cells[0].strip().casefold() == headed.written[0] and _repeats(cells, headed):
        return "header"
    return DAMAGED if has_nul(cells) else ""


def _repeats(cells: list[str], headed: HeadedRecords) -> bool:
    return tuple(cell.strip().casefold() for cell in cells[: len(headed.columns)]) == headed.written


def _records(
    lines: Iterable[str], delimiter: str, limits: ReadLimits, name: str, quotes: bool = True
) -> Iterator[Record]:
    """Each record that is not blank with the line it begins on."""
    csv.field_size_limit(limits.max_cell)
    quoted: dict[str, Any] = {} if quotes else {"quoting": csv.QUOTE_NONE}
    reader = csv.reader(lines, delimiter=delimiter, strict=True, **quoted)
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
