"""The words and dates that exports write where they know nothing: each is unknown and said, and none is ever a date."""

import re
from datetime import date

from habeas.roster.columns import UNKNOWN_WORDS

NULL_WORDS: frozenset[str] = UNKNOWN_WORDS | frozenset(
    {
        "NA", "N.A.", "NONE", "NULL", "NIL", "NAN", "NAT", "#N/A", "TBD", "TBA", "TO BE DETERMINED", "IN CUSTODY",
        "STILL IN CUSTODY", "CUSTODY", "ACTIVE", "CURRENT", "PENDING", "OPEN", "NOT RELEASED", "UNSENTENCED",
    }
)  # fmt: skip
"""Words that stand in a date column for no date."""

NULL_DATES: frozenset[date] = frozenset(
    {date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(9999, 12, 31), date(9999, 12, 30)}
)
"""Days that databases and spreadsheets write for no date: the zero of Excel and SQL Server, the last day there is."""

NO_NUMBER_WORDS: frozenset[str] = UNKNOWN_WORDS | frozenset(
    {
        "NA", "N.A.", "NONE", "NULL", "NIL", "NAN", "TBD", "TBA", "TO BE DETERMINED", "TO BE ASSIGNED", "PENDING", "UNASSIGNED",
        "NOT ASSIGNED", "NOT YET ASSIGNED", "NEW", "TEMP", "NO NUMBER", "MISSING", "BLANK",
    }
)  # fmt: skip
"""Words that stand in a column of numbers for no number."""

NO_VALUE = "#FORMULA"
"""What we write for a formula that has no stored value: what it would show is not in the file."""
ERROR_CELLS: frozenset[str] = frozenset(
    {
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!",
        "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#EXTERNAL!", "#PYTHON!", NO_VALUE,
    }
)  # fmt: skip
"""What a spreadsheet prints where a formula failed: there was a value, and it is lost."""

_ONLY_MARKS_OR_ZEROS = re.compile(r"[\W_]*|[\W_]*(?:0[\W_]*)+|[\W_]*(?:X[\W_]*){2,}", re.IGNORECASE)
_ONLY_ZEROS_OR_MARKS = re.compile(r"[\W_]+|[\W_]*(?:0[\W_]*)+|[\W_]*(?:9[\W_]*){8,}")


_NULL = re.compile(r"[<(\[{]?(?:NULL|NIL)[>)\]}]?|\\\\?N", re.IGNORECASE)
_NO_NAME = re.compile(
    r"[\W_]+|N/A|NONE|UNK|UNKNOWN|NOT (?:GIVEN|KNOWN|STATED|PROVIDED)|NO (?:MIDDLE )?(?:NAME|INITIAL)|[(\[]?NM[NI][)\]]?",
    re.IGNORECASE,
)


def is_null(text: str) -> bool:
    """Whether a cell is how a database prints an empty one: `NULL`, `(null)`, `nil`, `\\N`."""
    return len(text) < 7 and _NULL.fullmatch(text) is not None


def is_blank(text: str) -> bool:
    """Whether a cell is a database's word for nothing or a dash alone."""
    return len(text) < 7 and (_NULL.fullmatch(text) is not None or text in {"-", "--", "---", "–", "—", "?", ".", "()"})


def is_no_name(text: str) -> bool:
    """Whether a middle name or suffix says that there is none or that nobody knows it: `NULL`, `-`, `N/A`, `NMN`, `?`."""
    return is_null(text) or _NO_NAME.fullmatch(text) is not None


def is_lost(text: str) -> bool:
    """Whether a cell shows that there was a value and it is lost: an error of a spreadsheet, or a column printed too narrow."""
    return text[:1] == "#" and (text.upper() in ERROR_CELLS or (len(text) > 2 and not text.strip("#")))


def is_no_date(text: str) -> bool:
    """Whether a date cell says in a usual way that there is no date: a word, a dash, zeros or nines."""
    return text.upper() in NULL_WORDS or is_null(text) or _ONLY_ZEROS_OR_MARKS.fullmatch(text) is not None


def is_no_number(text: str) -> bool:
    """Whether a cell of numbers says in a usual way that there is none (`N/A`, `PENDING`, `0`, `-`): many people share such a one."""
    return (
        text.strip().upper() in NO_NUMBER_WORDS
        or is_lost(text.strip())
        or _ONLY_MARKS_OR_ZEROS.fullmatch(text.strip()) is not None
    )
