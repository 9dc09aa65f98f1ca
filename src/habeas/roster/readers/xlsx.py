"""A workbook into rows: checked as a zip before it is opened, nothing run, nothing followed, what is hidden said."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine

from habeas.common.errors import BadInputError
from habeas.roster.limits import ReadLimits
from habeas.roster.readers.csv import check_header, gather
from habeas.roster.readers.text import refuse_other_kinds
from habeas.roster.records import Repair
from habeas.roster.rows import RosterTable

MAX_MEMBERS = 5_000
MAX_CELLS = 60_000_000
MAX_RATIO, RATIO_FROM = 200, 64 * 2**20
"""A part of more than 64 MB that was packed more than 200 to one is no sheet of people: real sheets pack 5 to 50 to one."""
_CHUNK = 1 << 20
_HIDDEN_ROW = re.compile(rb'<row\b[^>]*\br="(\d+)"[^>]*\bhidden="(?:1|true)"')
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
_COL = re.compile(rb"<col\b[^>]*>")
_DTD = re.compile(rb"<!DOCTYPE", re.IGNORECASE)


def read_xlsx(data: bytes, limits: ReadLimits, name: str, sheet: str | None = None) -> RosterTable:
    """Read one sheet (the first, or the one named). BadInputError says what is wrong with the file in one sentence."""
    refuse_other_kinds(data, name)
    members = _checked_members(data, limits, name)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        chosen = _choose(book.sheet_names, sheet, name)
        cells = book.get_sheet_by_name(chosen).to_python(skip_empty_area=False)
    except BadInputError:
        raise
    except Exception as fault:
        raise BadInputError(
            f"{name} is no workbook that can be opened ({type(fault).__name__}): save it again as .xlsx."
        ) from None
    position = book.sheet_names.index(chosen)
    _put_errors(cells, _sheet(members, position))
    records = _records(cells, name, limits)
    first = next(records, None)
    if first is None:
        raise BadInputError(f'{name}, sheet "{chosen}" is empty: it needs a header row.')
    header = list(first[1])
    while header and not header[-1]:
        header.pop()
    said = tuple(_said(members, position))
    return gather(check_header(header, limits, name), records, limits, name, said)


def _checked_members(data: bytes, limits: ReadLimits, name: str) -> dict[str, bytes]:
    """Unpack every part with a limit that counts real bytes, so that no header can lie about a size."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        raise BadInputError(f"{name} is no workbook, or is cut off: save it again as .xlsx.") from None
    _check_names(infos, name)
    left, kept = limits.max_unpacked, {}
    for info in infos:
        part = _unpack(archive, info, left, name)
        left -= len(part)
        if info.filename.endswith(".xml"):
            kept[info.filename] = part
    if any(_DTD.search(part[:4096]) for part in kept.values()):
        raise BadInputError(f"{name} declares a document type inside, which no workbook needs: save it again as .xlsx.")
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
    columns = max((_column_number(found) for found in letters), default=1)
    if rows > limits.max_rows or rows * columns > MAX_CELLS:
        raise BadInputError(
            f"{name} reaches to row {rows:,} and column {columns:,}: delete the stray cells and save it again."
        )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


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


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int, name: str) -> bytes:
    parts, size = [], 0
    try:
        with archive.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > left or (size > RATIO_FROM and size > MAX_RATIO * info.compress_size):
                    raise BadInputError(
                        f"{name} unpacks to more than Habeas reads: it is damaged or was made to do harm."
                    )
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


def _hidden_columns(sheet: bytes) -> Iterator[tuple[int, int]]:
    """First and last number of each run of hidden columns."""
    for found in _COL.findall(sheet):
        run = dict(re.findall(rb'(\w+)="([^"]*)"', found))
        if run.get(b"hidden") in {b"1", b"true"} and run.get(b"min", b"").isdigit() and run.get(b"max", b"").isdigit():
            yield int(run[b"min"]), int(run[b"max"])


def _sheet(members: dict[str, bytes], position: int) -> bytes:
    """The part of the workbook that holds the sheet at a position; empty where there is none."""
    sheets = [part for path, part in sorted(members.items()) if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", path)]
    return sheets[position] if position < len(sheets) else b""


def _put_errors(cells: list[list[Any]], sheet: bytes) -> None:
    """Write the error a cell shows (`#N/A`, `#REF!`) back into it, so that what was lost is said and not taken for empty."""
    for letters, number, shown in _ERROR.findall(sheet):
        row, column = int(number) - 1, _column_number(letters) - 1
        if row < len(cells) and column < len(cells[row]):
            cells[row][column] = shown.decode(errors="replace")


def _said(members: dict[str, bytes], position: int) -> Iterator[Repair]:
    """What a reader of the paper would not see: hidden rows and sheets, formulas without a value, links out."""
    for hidden in _HIDDEN_SHEET.findall(members["xl/workbook.xml"]):
        yield Repair(f'sheet "{hidden.decode(errors="replace")}"', "is hidden in the workbook")
    sheet = _sheet(members, position)
    for first, last in _hidden_columns(sheet):
        yield Repair(
            f"columns {first} to {last}", "are hidden in the workbook; what the profile names of them was read"
        )
    for number in _HIDDEN_ROW.findall(sheet):
        yield Repair(f"row {int(number)}", "is hidden in the workbook; it was read")
    for cell in _NO_VALUE.findall(sheet):
        yield Repair(f"cell {cell.decode()}", "holds a formula without a stored value; read as empty")
    if any(path.startswith("xl/externalLinks/") for path in members):
        yield Repair("whole file", "links to other files; they were not followed")
