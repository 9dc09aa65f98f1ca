"""What of an export may not go unread in silence: headers and cells that speak of holds, of citizenship, of births and stays."""

import re
from collections.abc import Iterable, Iterator, Mapping

from habeas.roster.hold_lines import HoldLine, text_is

_HOLD_HEADER = re.compile(
    r"\b(\w*(?<!house)(?<!thres)(?<!strong)(?<!free)(?<!share)(?<!with)holds?|hlds?|hold(ing|er)s?|held|detain\w*|detnr|dtnr|det|detentions?|ice|imm|immi\w*|inmigra\w*|migra\w*|ins|dhs|cbp|usms?|marshals?|fed|federal"
    r"|retenci\w*|i ?247\w*|interests?|outside agency|other agency|extradit\w*)\b",
    re.IGNORECASE,
)
_NO_HOLD_HEADER = re.compile(
    r"\b(dates?|dts?|dttm|time|tm|no|num|number|nbr|id|key|pk|guid|seq|count|by|officer|days|facility|center|unit|bond|bail|cash|on|at|clothing|mail|phone|fbi|tax)\b",
    re.IGNORECASE,
)
"""Words beside it with which a header says no more than when, where or by whom."""
_CITIZEN_HEADER = re.compile(
    r"citiz\w*|citz\w*|\bcit\b(?! ?(?:no|num|number|#))|\bctz\w*|nationali\w*|\balien\w*|ciudadan\w*|nacionalidad",
    re.IGNORECASE,
)
_MAY_HOLD = re.compile(
    r"hold|hld|detain|detnr|dtnr|\bdet\b|\bice\b|i\.c\.e|immig|inmig|migra|\bimm\b|marshal|alguacil|\busms?\b|\bins\b|\bdhs\b|\bcbp\b"
    r"|customs|border patrol"
    r"|i-?247|deport|retenci",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(
    r"\b(no|none|without|household|stronghold|threshold|shareholder|holding cell|hold ?ing|freehold)\b", re.IGNORECASE
)


_GRADE = re.compile(r"\b(felony|misdemeanor|misd|infraction)\b", re.IGNORECASE)
_LOOKED_AT = 200
"""Rows in which words of a grade are looked for: a column of grades has them in the first."""


def header_words(source: str) -> str:
    """A header as words with blanks between, each part of `camelCase` one."""
    apart = re.sub(r"([a-z])([A-Z])", r"\1 \2", source)
    return " ".join(re.sub(r"[\W_]+|\{n\}", " ", apart).split())


def header_speaks(source: str) -> str:
    """What a header speaks of that may not go unread: `a hold`, `citizenship`; empty where it speaks of neither."""
    words = header_words(source)
    if _HOLD_HEADER.search(words) and not _NO_HOLD_HEADER.search(words):
        return "a hold"
    return "citizenship" if _CITIZEN_HEADER.search(words) else ""


def may_hold(text: str) -> bool:
    """Whether a text has a word of a hold or of an authority that holds for others (`LAKE COUNTY/USMS`)."""
    return _MAY_HOLD.search(text) is not None


def value_speaks(text: str) -> bool:
    """Whether a cell holds words of a hold: an authority that holds, a detainer."""
    if not _MAY_HOLD.search(text) or len(text) > 4000:
        return False
    return text_is(text[:300]) is not HoldLine.CHARGE and not _NOT_HELD.fullmatch(text.strip())


class Unheard:
    """Notes, of columns that nothing reads, the first cell that speaks of a hold, and which columns hold anything at all."""

    def __init__(self, columns: Iterable[str], *, grades: bool = False) -> None:
        """`columns`: those of the file that the profile says nothing of. `grades`: whether the profile reads grades."""
        self.filled: set[str] = set()
        self.spoken: dict[str, str] = {}
        self.graded: dict[str, str] = {}
        self._open = [*columns]
        self._left = 0 if grades else _LOOKED_AT

    def look(self, values: Mapping[str, str]) -> None:
        """Look at one row."""
        for column in self._open:
            text = values.get(column)
            if text and not text.isspace():
                self.filled.add(column)
                if column not in self.spoken and value_speaks(text):
                    self.spoken[column] = text.strip()
                if self._left and column not in self.graded and _GRADE.search(text):
                    self.graded[column] = text.strip()
        self._left -= self._left > 0

    def said(self) -> Iterator[str]:
        """Yield what to say of each column that may not go unread."""
        for column in self._open:
            what = header_speaks(column) if column in self.filled else ""
            if column in self.spoken:
                yield (
                    f'"{column}" holds words of a hold ("{self.spoken[column][:40]}") and is not read: whether it is one is left unknown; '
                    "read it, or name it under ignored"
                )
            elif column in self.graded:
                yield (
                    f'"{column}" holds words of a grade ("{self.graded[column][:40]}") and is not read: '
                    "what it grades is left unknown; read it as charge_grade, or name it under ignored"
                )
            elif what:
                yield f'"{column}" speaks of {what} and is not read: what it says is left unknown; read it, or name it under ignored'
