"""A workbook into rows: checked as a zip before it is opened, nothing run, nothing followed, what is hidden said."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine

from habeas.common.errors import BadInputError
from habeas.roster.limits import ReadLimits
from habeas.roster.readers.csv import Taken, gather
from habeas.roster.readers.header import A_PERSON, LOOKED_AT, HeadedRecords, Spelling, find_header, letters_of
from habeas.roster.readers.text import refuse_other_kinds
from habeas.roster.readers.workbook import (
    column_number,
    errors_in,
    hidden_columns,
    hidden_rows,
    hidden_sheets,
    refuse_doctype,
    sheet_part,
    valueless,
)
from habeas.roster.records import Repair
from habeas.roster.rows import RosterTable
from habeas.roster.unknowns import NO_VALUE

MAX_MEMBERS = 5_000
MAX_CELLS = 60_000_000
MAX_ROWS, MAX_COLUMNS = 1_048_576, 16_384
MAX_RATIO, RATIO_FROM = 200, 64 * 2**20
"""A part of more than 64 MB that was packed more than 200 to one is no sheet of people: real sheets pack 5 to 50 to one."""
_CHUNK = 1 << 20
_ROW = re.compile(rb'<row\b[^>]*\br="(\d+)"[^>]*\bhidden="(?:1|true)"')
_NO_VALUE = re.compile(
    rb'<c\b[^>]*\br="([A-Z]+\d+)"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_ERROR = re.compile(
    rb'<c\b(?=[^>]*\bt="e")(?=[^>]*\br="([A-Z]{1,3})(\d+)")[^>]*>(?:(?!</c>).)*?<v>([^<]*)</v>', re.DOTALL
)
"""A cell whose formula failed: the library that opens the workbook reads it as empty."""
_HIDDEN_SHEET = re.compile(rb'<sheet\b(?=[^>]*\bstate="(?:very)?[hH]idden")[^>]*\bname="([^"]*)"')
_ROW = re.compile(rb'<row\b[^>]*?\br="(\d+)"')
_COLUMN = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})\d+"')


def read_xlsx(data: bytes, spelling: Spelling, limits: ReadLimits, name: str, sheet: str | None = None) -> RosterTable:
    """Read one sheet (the first, or the one named). BadInputError says what is wrong with the file in one sentence."""
    refuse_other_kinds(data, name)
    parts = _checked_members(data, limits, name)
    book = _opened(data, name)
    asked = spelling.layout.sheet if spelling.layout else ""
    chosen = _choose(book.sheet_names, sheet or (asked if asked != "first" else None) or None, name)
    cells, part = _cells(book, chosen, name), sheet_part(parts, chosen)
    lost = _put_lost(cells, part)
    if not any(_text(cell) for row in cells for cell in row):
        raise BadInputError(f'{name}, sheet "{chosen}" is empty: it needs a header row.{_other_names(book, chosen)}')
    taken = Taken(_records(_trimmed(cells), name, limits), spelling)
    headed = find_header(iter(taken), spelling, limits, name)
    if spelling.needed and not spelling.needed & set(headed.columns) and len(book.sheet_names) > 1:
        raise BadInputError(f'{name}, sheet "{chosen}" has no column of a booking number.{_other_names(book, chosen)}')
    hidden = hidden_questions(parts, part, headed.columns, spelling) if spelling.layout else _hidden(parts, part)
    known = {chosen, *spelling.sheets_joined, *spelling.sheets_dropped}
    others = () if sheet is not None or asked else _unread_sheets(book, known, headed)
    return taken.done(gather(headed, limits, name, (*hidden, *lost, *others), dropped=spelling.dropped))


@dataclass(frozen=True, slots=True)
class Looked:
    """A workbook looked into by somebody who does not know its layout: one sheet's records, the sheets, and what is hidden."""

    records: list[tuple[int, list[str]]]
    sheets: list[str]
    hidden_sheets: list[str]
    hidden_columns: list[tuple[int, int]]


def look_into(data: bytes, limits: ReadLimits, name: str, sheet: str | None = None) -> Looked:
    """Look into a workbook (the first sheet, or the one named). BadInputError says what is wrong with the file."""
    refuse_other_kinds(data, name)
    parts = _checked_members(data, limits, name)
    book = _opened(data, name)
    chosen = _choose(book.sheet_names, sheet, name)
    records = list(_records(_trimmed(_cells(book, chosen, name)), name, limits))
    return Looked(
        records, list(book.sheet_names), hidden_sheets(parts), list(hidden_columns(sheet_part(parts, chosen)))
    )


def _opened(data: bytes, name: str) -> python_calamine.CalamineWorkbook:
    try:
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except Exception as fault:
        raise _cannot_be_opened(fault, name) from None


def _cells(book: python_calamine.CalamineWorkbook, sheet: str, name: str) -> list[list[Any]]:
    try:
        return book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except Exception as fault:
        raise _cannot_be_opened(fault, name) from None


def _cannot_be_opened(fault: Exception, name: str) -> BadInputError:
    return BadInputError(f"{name} is no workbook that can be opened ({type(fault).__name__}): save it again as .xlsx.")


def _trimmed(cells: list[list[Any]]) -> list[list[Any]]:
    """The cells without the columns at the right that hold nothing in any row."""
    width = max((place for row in cells for place, cell in enumerate(row, start=1) if cell != ""), default=0)
    return [row[:width] + [""] * (width - len(row)) for row in cells]


def _other_names(book: python_calamine.CalamineWorkbook, chosen: str) -> str:
    others = [each for each in book.sheet_names if each != chosen]
    return f" It has other sheets, name one with --sheet: {', '.join(others[:10])}." if others else ""


def _unread_sheets(book: python_calamine.CalamineWorkbook, known: set[str], headed: HeadedRecords) -> Iterator[Repair]:
    """A word for each other sheet that may hold people: its rows are as wide as a person's, or its header names the same columns."""
    named = {letters_of(column) for column in headed.columns if column}
    for each in book.sheet_names:
        if each not in known and _may_hold_people(book, each, named):
            yield Repair(
                "whole file",
                f'the sheet "{each}" holds rows too, and they were not read: everyone in it is left unknown; name a sheet with --sheet',
            )


def may_hold_people(data: bytes, name: str, sheet: str, columns: Iterable[str]) -> bool:
    """Whether a sheet of a workbook that was looked into holds rows as wide as a person's, or names one of the columns."""
    return _may_hold_people(_opened(data, name), sheet, {letters_of(column) for column in columns if column})


def _may_hold_people(book: python_calamine.CalamineWorkbook, sheet: str, named: set[str]) -> bool:
    try:
        rows = book.get_sheet_by_name(sheet).iter_rows()
        return any(
            sum(cell != "" for cell in row) >= A_PERSON
            or (place < LOOKED_AT and any(isinstance(cell, str) and letters_of(cell[:200]) in named for cell in row))
            for place, row in enumerate(rows)
        )
    except Exception:  # a chart's sheet, or a damaged one, has no rows
        return False


def _checked_members(data: bytes, limits: ReadLimits, name: str) -> dict[str, bytes]:
    """Unpack every part with a limit that counts real bytes, so that no header can lie about a size."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        raise BadInputError(f"{name} is no workbook, or is cut off: save it again as .xlsx.") from None
    _check_names(infos, name)
    _check_claims(infos, limits, name)
    left, kept = limits.max_unpacked, {}
    for info in infos:
        part = _unpack(archive, info, left, name)
        left -= len(part)
        if info.filename.endswith((".xml", ".rels")):
            kept[info.filename] = part
    refuse_doctype(kept, name)
    if "xl/workbook.xml" not in kept:
        raise BadInputError(f"{name} is a zip file but no workbook.")
    for path, part in kept.items():
        if path.startswith("xl/worksheets/"):
            _check_extent(part, limits, name)
    return kept


def _check_extent(sheet: bytes, limits: ReadLimits, name: str) -> None:
    """Refuse a sheet whose far corner would make a table too large to hold, however few cells it has."""
    rows = max((int(number) for number in _ROW.findall(sheet)), default=0)
    letters = set(_COLUMN.findall(sheet))
    columns = max((column_number(found) for found in letters), default=1)
    if rows > limits.max_rows or rows * columns > MAX_CELLS:
        raise BadInputError(
            f"{name} reaches to row {rows:,} and column {columns:,}: delete the stray cells and save it again."
        )


def _check_names(infos: list[zipfile.ZipInfo], name: str) -> None:
    names = [info.filename for info in infos]
    faults = {
        "has too many parts": len(names) > MAX_MEMBERS,
        "has two parts of one name": len(set(names)) != len(names),
        "has a part that points outside it": any(
            ".." in each.split("/") or each.startswith(("/", "\\")) for each in names
        ),
        "is encrypted": any(info.flag_bits & 1 for info in infos),
        "carries macros": any(each.lower().endswith("vbaproject.bin") for each in names),
    }
    for fault, found in faults.items():
        if found:
            raise BadInputError(f"{name} {fault}: save it as a plain .xlsx without password or macros.")


def _check_claims(infos: list[zipfile.ZipInfo], limits: ReadLimits, name: str) -> None:
    """Refuse a bomb by what it says of itself, before a byte is unpacked; one that lies is stopped while it is."""
    bombs = (each.file_size > RATIO_FROM and each.file_size > MAX_RATIO * each.compress_size for each in infos)
    if sum(each.file_size for each in infos) > limits.max_unpacked or any(bombs):
        raise _bomb(name)


def _bomb(name: str) -> BadInputError:
    return BadInputError(f"{name} unpacks to more than Habeas reads: it is damaged or was made to do harm.")


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int, name: str) -> bytes:
    parts, size = [], 0
    try:
        with archive.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > left or (size > RATIO_FROM and size > MAX_RATIO * info.compress_size):
                    raise _bomb(name)
                parts.append(chunk)
    except BadInputError:
        raise
    except Exception as fault:
        raise BadInputError(f"{name} has a damaged part ({type(fault).__name__}): save it again as .xlsx.") from None
    return b"".join(parts)


def _choose(sheets: list[str], wanted: str | None, name: str) -> str:
    if not sheets:
        raise BadInputError(f"{name} has no sheet.")
    if wanted is None:
        return sheets[0]
    if wanted not in sheets:
        raise BadInputError(f'{name} has no sheet "{wanted}"; it has {", ".join(sheets)}.')
    return wanted


def _records(cells: list[list[Any]], name: str, limits: ReadLimits) -> Iterator[tuple[int, list[str]]]:
    width = max((len(row) for row in cells), default=0)
    if width > limits.max_columns and any(any(row[limits.max_columns :]) for row in cells):
        raise BadInputError(f"{name} has more than {limits.max_columns:,} columns.")
    for number, row in enumerate(cells, start=1):
        texts = [_text(cell) for cell in row[: limits.max_columns]]
        if any(texts):
            yield number, texts


def _text(cell: Any) -> str:
    """A cell as the text a person would read; whole numbers without a decimal point, dates in ISO form."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell).strip() if not isinstance(cell, timedelta) else str(cell)


def _put_lost(cells: list[list[Any]], sheet: bytes) -> list[Repair]:
    """Write what a cell shows in place of its value into it: an error (`#N/A`, `#REF!`), or our own word for a formula without a value.

    So what was lost is said where it stands, and never taken for empty.
    """
    for row, column, shown in errors_in(sheet):
        _put(cells, row, column, shown)
    found = list(valueless(sheet))
    for row, column, _ in found:
        _put(cells, row, column, NO_VALUE)
    return [Repair(f"cell {name}", "holds a formula without a stored value") for _, _, name in found]


def _put(cells: list[list[Any]], row: int, column: int, shown: str) -> None:
    """A cell at the end of a row or of the sheet that reads as empty may not be there at all."""
    if row > MAX_ROWS or column > MAX_COLUMNS:
        return
    cells.extend([] for _ in range(row - len(cells)))
    cells[row - 1].extend("" for _ in range(column - len(cells[row - 1])))
    cells[row - 1][column - 1] = shown


def hidden_questions(
    parts: dict[str, bytes], sheet: bytes, columns: tuple[str, ...], spelling: Spelling
) -> Iterator[Repair]:
    """What is hidden in the workbook: a column or sheet of which the profile says nothing is a question, another is known."""
    for each in hidden_sheets(parts):
        if each not in spelling.sheets_dropped and each != (spelling.layout.sheet if spelling.layout else ""):
            what = "is hidden in the workbook and the profile does not name it: what it holds is left unknown"
            yield Repair(f'sheet "{each}"', f"{what}; write it under [leave_out] sheets, or read it with sheet")
    for first, last in hidden_columns(sheet):
        for column in columns[first - 1 : last]:
            if column and column not in spelling.spoken_of:
                what = "is hidden in the workbook and the profile does not name it: what it holds is left unknown"
                yield Repair(f'column "{column}"', f"{what}; write it under [leave_out] columns, or under [columns]")
    for number in hidden_rows(sheet):
        yield Repair(f"row {number}", "is hidden in the workbook; it was read")


def _hidden(parts: dict[str, bytes], sheet: bytes) -> Iterator[Repair]:
    """What a reader of the paper would not see: hidden columns, rows and sheets, links out."""
    for hidden in hidden_sheets(parts):
        yield Repair(f'sheet "{hidden}"', "is hidden in the workbook")
    for first, last in hidden_columns(sheet):
        yield Repair(
            f"columns {first} to {last}", "are hidden in the workbook; what the profile names of them was read"
        )
    for number in hidden_rows(sheet):
        yield Repair(f"row {number}", "is hidden in the workbook; it was read")
    if any(path.startswith("xl/externalLinks/") for path in parts):
        yield Repair("whole file", "links to other files; they were not followed")
