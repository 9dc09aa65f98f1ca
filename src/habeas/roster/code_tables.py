"""A profile's code tables: `"F" = "felony"` closes a column, `felony = ["F", "FEL"]` leaves the other values as they are."""

from collections.abc import Mapping
from dataclasses import dataclass

ABSENT = "absent"
"""In a list of values: the cell is empty, or the object is not there."""
OTHER, ANY_OTHER, CLOSED = "other", "*", "unknown"
CodeTable = Mapping[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class Codes:
    """A table as read: the file's word to ours, whether other words may stand, and whether an empty cell has a meaning."""

    ours: dict[str, str]
    closed: bool
    silent: bool
    """Whether a word that is not written is unknown without a word."""
    absent: str = ""

    def of(self, text: str) -> str | None:
        """Our word for the file's, in any capitals where the table tells no others; None where the table has none."""
        found = self.ours.get(text)
        return self.ours.get(text.upper()) if found is None and not self.closed else found


def read_codes(table: CodeTable, newer: bool) -> Codes:
    """Read one table; lists and single words may stand together. `newer`: of a profile in the newer words, where a table is open."""
    lists = {ours: words for ours, words in table.items() if isinstance(words, list)}
    single = {word: ours for word, ours in table.items() if isinstance(ours, str) and word not in {OTHER, ANY_OTHER}}
    silent = table.get(OTHER) == CLOSED or ANY_OTHER in table
    turned = {word: "" if ours == CLOSED else ours for ours, words in lists.items() for word in words if word != ABSENT}
    absent = next((ours for ours, words in lists.items() if ABSENT in words), "")
    both = {**single, **turned}
    if newer or lists or OTHER in table:
        both = {**{word.upper(): ours for word, ours in both.items()}, **both}
    return Codes(both, not (newer or lists or OTHER in table), silent, absent)


def written_twice(table: CodeTable) -> str:
    """A word of the file that a table gives two meanings; empty where there is none."""
    seen: dict[str, str] = {}
    for ours, words in table.items():
        for word in words if isinstance(words, list) else ():
            if seen.setdefault(word, ours) != ours:
                return word
    return ""
