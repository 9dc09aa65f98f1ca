"""The words of a profile that say how a file is laid out: its shape, its rows and lines, what belongs together, what must agree."""

import re
from collections.abc import Iterable

import msgspec

SHAPES = ("table", "lines", "tree")
ROW_KINDS = ("hold", "charge", "person", "leave out")
LINE_KINDS = ("booking", "person", "charge", "hold", "row", "more of booking", "more of charge", "continued", "skip")
COUNTED = ("rows", "people", "bookings", "charges", "holds")
"""What a file's own total may count."""
NO_HEADER = "none"
PLACE = "{n}"
"""In the name of a column: a number, of columns that stand in the file once a charge (`Charge 1`, `Charge 2`)."""
_HOLE = re.compile(r"\{([^{}]+)\}")
"""In a column's source: a source column among other text, `{Code} {Section}`."""


class FileLayout(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[file]`: what the file looks like."""

    shape: str = "table"
    """`table` (CSV, XLSX), `lines` (a print report, fixed columns, a PDF with text), `tree` (JSON, XML)."""
    separator: str = ""
    """The one character between columns; found where not written."""
    quotes: bool = True
    """Whether a quotation mark opens a quoted cell; false where it is a mark like any other (6")."""
    encoding: str = ""
    """`utf-8`, `windows-1252`, `utf-16`, ...; found where not written."""
    sheet: str = ""
    """The workbook's sheet: its name, `first`, or `every` where each sheet is the same table."""
    name: str = ""
    """Of several files (a folder or a zip): the one that holds the bookings, such as `people*.csv`."""
    header: int | str | list[int] = 0
    """The row, or rows, that name the columns; several are joined (`Inmate / Name`); `none` where no row does."""
    columns: list[str] = []
    """The names of the columns where no row names them."""
    starts: list[int] = []
    """In a text or PDF without a separator: the letter at which each column begins, such as `[1, 12, 30]`, a head over them."""
    wraps: list[str] = []
    """With `starts`: the columns whose cell goes on in the next line, where that line's first cell is blank."""
    rows_from: int = 0
    """The first row that is somebody's."""
    repeats: str | list[str] = ""
    """`blank`: a blank cell of a person or booking repeats the row above; or the columns for which that is so."""
    skip: list[str] = []
    """How lines begin that are nobody's: heads and feet of pages."""
    people: str = ""
    bookings: str = ""
    charges: str = ""
    """In a tree, the paths to each person, from a person to each booking, and from a booking to each charge. In a table `charges` is
    the column whose cell holds them as JSON, or packed."""
    packed: list[str] = []
    """With `charges` in a table: the mark between charges and that between their parts, `["|", "~"]`; the parts are `charges.cell 1` ..."""

    def header_rows(self) -> tuple[int, ...]:
        """The numbers of the rows that name the columns; empty where they are to be found, or none does."""
        if isinstance(self.header, str):
            return ()
        rows = [self.header] if isinstance(self.header, int) else self.header
        return tuple(each for each in rows if each)


class RowRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"is_": "is"}):
    """`[[rows]]`: what a row is. The first rule that fits counts; without one a row is a charge."""

    is_: str
    when: dict[str, str | list[str]]
    """Source column to the cells that fit: as written, `""` for an empty one, `*` for any text or a part of one (`HOLD*`)."""
    hold: str = ""
    """The source column that says which hold it is."""


class LineRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"is_": "is"}):
    """`[[lines]]`: what a line of a report is, how it begins, and where its cells stand."""

    is_: str
    begins: str = ""
    """`9` a digit, `A` a letter, `.` any mark, a blank a blank; words as they are."""
    holds_text: str = ""
    """A text that must stand in the line as well."""
    when: dict[str, str | list[str]] = {}
    """Cells of the ruler that must be written so, in the letters of `begins` (`99-9999`): what else begins so is another line."""
    ruler: dict[str, str] = {}
    """Column to its place: `12-20` (first and last letter), `57`, `95-`; `cell 3` between wide gaps; `after Name:`."""


class TotalRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[totals]]`: the file's own count, which must agree with what was read."""

    line: str = ""
    """A line of the file with `{rows}`, `{people}`, `{bookings}`, `{charges}`, `{holds}` or `{anything}` in it."""
    path: str = ""
    counts: str = ""
    """In a tree, the path to a number and what it counts."""


class JoinRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[join]]`: another file or sheet whose rows belong to the rows of the first; its columns are called `name.Column`."""

    name: str
    on: str | dict[str, str]
    """The column both have, or `{ theirs = "here" }`: the column of the first file and what the other calls it."""
    file: str = ""
    sheet: str = ""


class LookupRule(JoinRule, frozen=True, forbid_unknown_fields=True):
    """`[[lookup]]`: a table of codes in a file or sheet of its own; what a code of a row means there is called `name.Column`."""


class SampleRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[[sample]]`: an invented row and what it must read as; tried at each import before a row of the file is."""

    reads: dict[str, str]
    cells: dict[str, str] = {}
    text: str = ""


class LeaveOut(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[leave_out]`: what must not be read."""

    columns: list[str] = []
    sheets: list[str] = []


def holes(source: str) -> tuple[str, ...]:
    """The source columns within a source: those in braces, or the source itself."""
    found = _HOLE.findall(source.replace(PLACE, "\0"))
    return tuple(each.replace("\0", PLACE) for each in found) or (source,)


def is_glued(source: str) -> bool:
    """Whether a source is glued from columns in braces."""
    return _HOLE.search(source.replace(PLACE, "\0")) is not None


def named_by(source: str, columns: Iterable[str]) -> list[str]:
    """The columns of a file that a source means: itself, or each `Charge 1`, `Charge 2` of a `Charge {n}`."""
    if PLACE not in source:
        return [source] if source in columns else []
    return [each for each in columns if _numbered(source).fullmatch(each)]


def numbers_in(source: str, columns: Iterable[str]) -> set[str]:
    """The numbers that stand in the place of `{n}` in the columns that a source means."""
    pattern = _numbered(source)
    return {found[1] for each in columns if (found := pattern.fullmatch(each))} if PLACE in source else set()


def _numbered(source: str) -> re.Pattern[str]:
    before, after = source.split(PLACE, 1) if PLACE in source else (source, "")
    number = r"(\d+)" if PLACE in source else ""
    return re.compile(re.escape(before) + number + re.escape(after).replace(re.escape(PLACE), r"\d+"))
