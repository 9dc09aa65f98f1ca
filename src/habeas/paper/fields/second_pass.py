"""A second look at the numbers of a scan that were not surely read: their place alone, larger, with only the characters they may have."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from habeas.paper.fields.extract import Gathered, SeenEntry
from habeas.paper.fields.value_patterns import find_alien_number, find_date, find_docket
from habeas.paper.pages.page import around

_UNSURE = 0.6
"""A number with a word that tesseract is less sure of than this is looked at again."""
_CASE = re.compile(
    r"\d{2,4}-?[A-Z]{1,3}-?\d{3,8}(?:-[A-Z0-9]{1,4})*|[A-Z]{2,4}(?:-[A-Z]{2,4})?-\d{4}-\d{3,6}"
    r"|[A-Z]{2,3} \d{2}-\d{2,6}(?:-\d{1,4})?(?: [A-Z]{2,4})*"
)


@dataclass(frozen=True, slots=True)
class _Look:
    """The characters a field may have, and the value of a text that has the field's shape (None where it has not)."""

    letters: str
    value: Callable[[str], Any]


def _whole(pattern: str) -> Callable[[str], str | None]:
    return lambda text: text if re.fullmatch(pattern, text) else None


def _alien(text: str) -> str | None:
    found = find_alien_number(text) if re.fullmatch(r"A?\s?\d{2,3}[ -]?\d{3}[ -]?\d{3}", text) else None
    return found.value if found else None


def _born(text: str) -> str | None:
    found = find_date(text) if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", text) else None
    return found.value if found else None


def _case(text: str) -> str | None:
    found = find_docket(text)
    federal = found is not None and not found.doubt and found.value == text
    return text if federal or _CASE.fullmatch(text) else None


_DIGITS = "0123456789"
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LOOKS: dict[str, _Look] = {
    "a_number": _Look("A- " + _DIGITS, _alien),
    "subject_id": _Look(_DIGITS, _whole(r"\d{6,12}")),
    "event_number": _Look(_CAPITALS + _DIGITS, _whole(r"[A-Z]{3}\d{10}")),
    "case_number": _Look(_CAPITALS + _DIGITS + "-: crmjv", _case),
    "date_of_birth": _Look(_DIGITS + "/", _born),
}


def look_again(gathered: Gathered) -> None:
    """Read the unsure numbers once more. Of two readings the one that alone has the field's shape is kept.

    Where they differ and the first is not the only one that fits, both are said in a doubt, which becomes a question.
    """
    for name, look in _LOOKS.items():
        seen = gathered.seen.get(name)
        if seen is not None and any(each.source == "ocr" for each in seen.words):
            _again(name, look, seen, gathered)


def _again(name: str, look: _Look, seen: SeenEntry, gathered: Gathered) -> None:
    first = " ".join(each.text for each in seen.words).strip(" .,|_")
    fits = look.value(first) is not None
    if fits and min(each.sure for each in seen.words) >= _UNSURE:
        return
    second = " ".join((seen.page.again(around(seen.words), look.letters) or "").split())
    value = look.value(second)
    if not second or _plain(first) == _plain(second) or (fits and value is None):
        return
    gathered.doubts = [each for each in gathered.doubts if each[0] != name]
    gathered.doubts.append((name, f"it was read “{first}” and, looked at again, “{second}”"))
    if value is not None and not fits:
        gathered.fields[name] = replace(gathered.fields[name], value=value, words=second, confirm=True)


def _plain(text: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", text.upper())
