"""What is wrong with the newer words of a profile (`[file]`, `[forms]`, `[[rows]]`, ...): the key it is about, and what to write."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.roster.columns import COLUMNS, FULL_NAME, ColumnKind
from habeas.roster.date_words import EXAMPLE, NAMED, date_form
from habeas.roster.layout import (
    COUNTED,
    LINE_KINDS,
    NO_HEADER,
    PLACE,
    ROW_KINDS,
    SHAPES,
    FileLayout,
    LineRule,
    SampleRule,
    TotalRule,
)
from habeas.roster.name_forms import name_fault
from habeas.roster.ruler import ruler_fault
from habeas.roster.statute_forms import statute_fault

if TYPE_CHECKING:
    from habeas.roster.profile import Profile

Found = tuple[str, str, str, int]
CONSTANT = ("facility", "housing", "court", "citizenship_source", "release_reason")
"""Plain columns that one word may fill for everyone: none that says who somebody is, or what they are charged with."""
_LIST = re.compile(r"list (\S.*|\s)")
_HOLE = re.compile(r"\{[^{}]+\}")
_DIGITS = re.compile(r"\d{1,2} digits")


def new_faults(profile: "Profile") -> Iterator[Found]:
    """Yield each fault as its table, its key, what to write, and which table of that name."""
    assert profile.file is not None  # noqa: S101 - asked for only where there is one
    yield from _file(profile.file)
    yield from _of_shape(profile, profile.file)
    yield from _braces(profile)
    yield from _places(profile)
    yield from _forms(profile)
    yield from _rows(profile)
    yield from _lines(profile)
    for number, total in enumerate(profile.totals):
        yield from _total(total, profile.file, number)
    yield from _constants(profile)
    yield from _others(profile)


def _file(layout: FileLayout) -> Iterator[Found]:
    if layout.shape not in SHAPES:
        yield "file", "shape", f'shape is "{layout.shape}"; write one of {", ".join(SHAPES)}', 0
    if layout.separator and (len(layout.separator) != 1 or layout.separator in '\r\n"'):
        yield (
            "file",
            "separator",
            'separator must be one character, such as "|" or "\\t"; fixed columns have none: shape = "lines"',
            0,
        )
    if isinstance(layout.header, str) and layout.header != NO_HEADER:
        yield (
            "file",
            "header",
            'header is the number of the row that names the columns, such as 4 or [4, 5], or "none"',
            0,
        )
    rows = layout.header_rows()
    if any(each < 1 for each in rows) or list(rows) != sorted(set(rows)):
        yield "file", "header", "header counts rows from 1, from the top down", 0
    if rows and 0 < layout.rows_from <= rows[-1]:
        yield (
            "file",
            "rows_from",
            f"rows_from is {layout.rows_from}, which is not below the header in row {rows[-1]}",
            0,
        )
    if isinstance(layout.repeats, str) and layout.repeats not in {"", "blank"}:
        yield (
            "file",
            "repeats",
            'repeats is "blank", or a list of the columns whose blank cells repeat the row above',
            0,
        )
    if layout.starts and (
        layout.starts != sorted({*layout.starts}) or layout.starts[0] != 1 or layout.shape != "table"
    ):
        yield (
            "file",
            "starts",
            "starts is the letter at which each column of a table begins, the first 1, from left to right, such as [1, 12, 30]",
            0,
        )
    if layout.packed and (len(layout.packed) != 2 or not all(layout.packed) or not layout.charges):
        yield (
            "file",
            "packed",
            'packed is the mark between charges and the one between their parts, ["|", "~"], beside charges',
            0,
        )
    if layout.wraps and not layout.starts:
        yield "file", "wraps", "wraps names columns that stand at places of the line: write starts too", 0
    if layout.encoding and not _is_encoding(layout.encoding):
        yield (
            "file",
            "encoding",
            f'encoding is "{layout.encoding}"; write utf-8, windows-1252 or utf-16, or leave it out',
            0,
        )


def _is_encoding(name: str) -> bool:
    try:
        return bool("".encode(name) is not None)
    except (LookupError, ValueError):
        return False


def _of_shape(profile: "Profile", layout: FileLayout) -> Iterator[Found]:
    if layout.shape == "lines" and not profile.lines:
        yield (
            "file",
            "shape",
            'a report in lines needs [[lines]]: is = "booking", begins and ruler, then is = "charge"',
            0,
        )
    if layout.shape != "lines" and profile.lines:
        yield "file", "shape", f'[[lines]] are for shape = "lines", and shape is "{layout.shape}"', 0
    if layout.shape == "tree" and not layout.people:
        yield (
            "file",
            "shape",
            'a tree needs people = the path to each person, such as "people[]" or "result.items[]"',
            0,
        )
    if layout.shape != "tree" and (layout.people or layout.bookings):
        yield "file", "shape", 'people and bookings are paths in a tree; write shape = "tree"', 0


def _braces(profile: "Profile") -> Iterator[Found]:
    """A glued source has each brace that opens closed again before the next one opens."""
    for column in profile.columns:
        for source in profile.sources_in_turn(column):
            if set("{}") & set(_HOLE.sub("", source.replace(PLACE, "n"))):
                what = f'{column} = "{source}" has a brace left open or empty; write such as "{{Code}} {{Section}}"'
                yield "columns", column, what, 0


def _places(profile: "Profile") -> Iterator[Found]:
    """`{n}` stands for numbers under [columns], [flags] and ignored; where it would be read as a name, it would be read as nothing."""
    repeats = profile.file.repeats if profile.file and isinstance(profile.file.repeats, list) else []
    named = [("leave_out", each, 0) for each in profile.left_out] + [("file", each, 0) for each in repeats]
    for number, rule in enumerate(profile.rows):
        named += [("rows", each, number) for each in (*rule.when, rule.hold)]
    for table, source, number in named:
        if PLACE in source:
            what = f'"{source}" stands for numbered columns, and [{table}] names one column each; write each of them'
            yield table, source, what, number


def _forms(profile: "Profile") -> Iterator[Found]:
    for column in profile.forms:
        for form in profile.forms_of(column):
            what = _form(column, form)
            if what:
                yield "forms", column, what, 0
        if not profile.forms_of(column):
            yield "forms", column, f"[forms] gives {column} no form; write one, or take the line out", 0


def _form(column: str, form: str) -> str:
    """Why a written form is none for its column: empty where it is one."""
    if column == FULL_NAME:
        return name_fault(form)
    if column == "statute":
        return statute_fault(form)
    kind = COLUMNS[column].kind
    if kind in {ColumnKind.DATE, ColumnKind.TIME}:
        return (
            ""
            if date_form(form)
            else f'"{form}" tells no day, month and year; write such as {EXAMPLE}, or {", ".join(NAMED)}'
        )
    if kind is ColumnKind.LIST:
        return "" if _LIST.fullmatch(form) else f'"{form}" is no form of a list; write such as "list /" for A / B'
    if kind is ColumnKind.TEXT:
        return (
            ""
            if _DIGITS.fullmatch(form)
            else f'"{form}" is no form of {column}; write such as "7 digits" where zeros in front were lost'
        )
    return f"{column} has no written forms; write its values under [codes.{column}]"


def _rows(profile: "Profile") -> Iterator[Found]:
    for number, rule in enumerate(profile.rows):
        if rule.is_ not in ROW_KINDS:
            yield "rows", "is", f'a row is never "{rule.is_}"; write one of {", ".join(ROW_KINDS)}', number
        if not rule.when:
            yield "rows", "is", 'a rule for rows needs when = { Column = ["VALUE"] }', number
        if rule.hold and rule.is_ != "hold":
            yield (
                "rows",
                "hold",
                f'hold names the column with the words of a hold, and this row is "{rule.is_}"',
                number,
            )


def _lines(profile: "Profile") -> Iterator[Found]:
    for number, rule in enumerate(profile.lines):
        if rule.is_ not in LINE_KINDS:
            yield "lines", "is", f'a line is never "{rule.is_}"; write one of {", ".join(LINE_KINDS)}', number
        if not rule.begins and not rule.holds_text and rule.is_ != "row":
            yield (
                "lines",
                "is",
                'a line is known by how it begins: write begins = " 99999999 " (9 a digit, A a letter), or holds_text',
                number,
            )
        yield from _ruler(rule, profile, number)
    on_rulers = {column for rule in profile.lines for column in rule.ruler}
    for source in sorted(_beside_columns(profile) - on_rulers) if profile.lines else ():
        yield "", source, f'"{source}" stands on no ruler of [[lines]]; give its place in the lines that have it', 0
    starts = {"booking", "row", "person"}
    if profile.lines and not any(each.is_ in starts for each in profile.lines):
        yield "lines", "is", 'no line begins a booking; write [[lines]] with is = "booking"', 0


def _ruler(rule: LineRule, profile: "Profile", number: int) -> Iterator[Found]:
    if not rule.ruler and rule.is_ not in {"continued", "skip"}:
        yield "lines", "is", f'a line of a {rule.is_} needs a ruler = {{ column = "12-20" }}', number
    used = (
        {source for column in profile.columns for source in profile.sources(column)}
        | _beside_columns(profile)
        | {*profile.ignored}
    )
    if rule.is_ == "person" and "statute" in rule.ruler:
        what = 'a line of a person holds no charge; write is = "booking" or "row" where one stands on it'
        yield "lines", "statute", what, number
    for column in rule.when.keys() - rule.ruler.keys():
        yield "lines", "when", f'when names "{column}", which the ruler of this line has no place for', number
    for column, place in rule.ruler.items():
        what = ruler_fault(place)
        if what:
            yield "lines", column, f"{column} = {what}", number
        if column not in used:
            yield (
                "lines",
                column,
                f'the ruler names "{column}", which is no plain column and under no [columns]',
                number,
            )


def _beside_columns(profile: "Profile") -> set[str]:
    """The source columns that [flags] and [[rows]] name."""
    return {*profile.flags, *(each for rule in profile.rows for each in (*rule.when, rule.hold) if each)}


def _total(total: TotalRule, layout: FileLayout, number: int) -> Iterator[Found]:
    counted = ", ".join("{" + each + "}" for each in COUNTED)
    if layout.shape == "tree" and (not total.path or total.counts not in COUNTED):
        yield (
            "totals",
            "path",
            f'a total of a tree is path = "meta.total" and counts = one of {", ".join(COUNTED)}',
            number,
        )
    elif layout.shape != "tree" and not any("{" + each + "}" in total.line for each in COUNTED):
        yield "totals", "line", f"a line of totals has one of {counted} where its number stands", number


def _constants(profile: "Profile") -> Iterator[Found]:
    for column in profile.constants:
        if column in profile.columns:
            yield "constants", column, f"[constants] and [columns] both give {column}; keep one", 0
        elif column in COLUMNS and column not in CONSTANT:
            yield (
                "constants",
                column,
                f"{column} is not the same for everyone; constants are for {', '.join(CONSTANT)}",
                0,
            )


def _others(profile: "Profile") -> Iterator[Found]:
    if profile.dates:
        yield (
            "",
            "dates",
            'dates is of the older words; write each column under [forms], such as date_of_birth = "mm/dd/yyyy"',
            0,
        )
    for number, sample in enumerate(profile.sample):
        yield from _sample(sample, profile, number)
    for number, join in enumerate([*profile.join, *profile.lookup]):
        if bool(join.file) == bool(join.sheet) or not join.name.isidentifier():
            yield (
                "join",
                "name",
                'a joined file has a name of one word, file = "charges*.csv" (or sheet = "Charges"), and on = "Booking No"',
                number,
            )


def _sample(sample: SampleRule, profile: "Profile", number: int) -> Iterator[Found]:
    lines = profile.file is not None and profile.file.shape == "lines"
    if bool(sample.text) != lines or bool(sample.cells) == lines or not sample.reads:
        given = 'text = """its lines"""' if lines else 'cells = { "Last Name" = "DOE" }'
        yield (
            "sample",
            "reads",
            f'a sample of this shape has {given} and what it reads as: reads = {{ family_name = "DOE" }}',
            number,
        )
    for column in sample.reads:
        if column not in COLUMNS:
            yield "sample", column, f'a sample reads "{column}", which is no column of the plain roster', number
