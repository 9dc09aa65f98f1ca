"""Which day a bare `Date` asks for: in a row with a place it is the day to come there, and never the day of issue."""

import re
from collections.abc import Sequence
from dataclasses import replace

from habeas.paper.fields.labeled import Label, Labeled
from habeas.paper.fields.lexicon import tokens
from habeas.paper.fields.value_patterns import FoundValue, find_date
from habeas.paper.pages.page import PageLine, Word

_BARE = re.compile(r"dates?")
_PLACE = re.compile(r"place|location|where|address|courtroom|room|building|dept|department|place of appearance")
_TIME = re.compile(r"time|hour|at")
_BORN = re.compile(r"\b(?:dob|d\s?\.\s?o\s?\.\s?b|born|birth ?(?:date|day)|date of birth|nacimiento)\b", re.IGNORECASE)
_CAPTION = re.compile(r"\s*[(\[]\s*dated?(?: (?:signed|issued|of issue|of issuance))?\s*[)\]]\W*", re.IGNORECASE)
_CLOSE = 26
"""Letters between a label of birth and its day."""


def without_hearings(labeled: Labeled, *, called: bool) -> set[Word]:
    """Turn a bare `Date` in a row with a place, or with an hour where another `Date` stands lower, into the day to come.

    `called` says that the form calls somebody to come: on any other a place beside a date is where it was made or goes.
    The words behind it are handed back: they are no other day's.
    """
    days = [each for each in labeled.labels if _BARE.fullmatch(_text(each)) and "issued_on" in each.asks]
    turned = [each for each in days if _to_come(each, days, labeled, called=called)]
    labeled.labels = [replace(each, asks=("comply_by",)) if each in turned else each for each in labeled.labels]
    return {word for each in turned for word in _behind(each, labeled)}


def _text(label: Label) -> str:
    return " ".join(token for each in label.words for token in tokens(each.text))


def _to_come(label: Label, days: Sequence[Label], labeled: Labeled, *, called: bool) -> bool:
    beside = [_text(each) for each in labeled.labels if each is not label and each.row == label.row]
    lower = any(each.row > label.row for each in days)
    timed = any(_TIME.fullmatch(each) for each in beside)
    placed = any(_PLACE.fullmatch(each) for each in beside)
    return (placed and (called or timed)) or (timed and (lower or _signed_lower(label, labeled)))


def _signed_lower(label: Label, labeled: Labeled) -> bool:
    """Whether a day with the caption `(Date)` behind it stands under the label."""
    lines = [each for each in labeled.sheet.page.lines if each.area[1] > label.area[3]]
    return captioned_day(lines) is not None


def _behind(label: Label, labeled: Labeled) -> list[Word]:
    """The words behind a label in its row, up to the next label."""
    row = labeled.sheet.rows[label.row]
    found: list[Word] = []
    for place in range(label.end, len(row)):
        if (label.row, place) in labeled.taken:
            break
        found.append(row[place])
    return found


def captioned_day(lines: Sequence[PageLine]) -> tuple[FoundValue, PageLine] | None:
    """The lowest day that stands right before its own caption in brackets: `November 20, 2026 (Date)`."""
    for line in reversed(lines):
        found = find_date(line.text)
        if found and found.value and _CAPTION.fullmatch(line.text[found.end :]):
            return found, line
    return None


def of_birth(before: str) -> bool:
    """Whether a day behind these words is one of birth: its label stands close before it, with no other day between."""
    hits = list(_BORN.finditer(before))
    return bool(hits) and len(before) - hits[-1].end() <= _CLOSE and find_date(before[hits[-1].end() :]) is None
