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

_ONLY_ZEROS_OR_MARKS = re.compile(r"[\W_]+|[\W_]*(?:0[\W_]*)+|[\W_]*(?:9[\W_]*){8,}")


def is_no_date(text: str) -> bool:
    """Whether a date cell says in a usual way that there is no date: a word, a dash, zeros or nines."""
    return text.upper() in NULL_WORDS or _ONLY_ZEROS_OR_MARKS.fullmatch(text) is not None
