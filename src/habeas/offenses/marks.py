"""A last letter in brackets behind a section: the grade (`PC 286 (F)`), a subdivision (`PC 647(f)`), or either of the two."""

import re
from dataclasses import dataclass

GRADES = {"f": "felony", "m": "misdemeanor", "i": "infraction"}
"""The first letter of a grade with the grade."""
_MARK = re.compile(r"(?P<blank>\s*)\((?P<mark>F|M|I|FEL|MISD|INF)\)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ChargeMark:
    """The brackets before the last one, the grade that the last one can be, and which of its readings stand."""

    before: str
    grade: str
    is_grade: bool
    """Whether it is read as the grade first; else as a subdivision."""
    either: bool
    """Whether the other reading is possible too."""


def mark_of(brackets: str, *, code_behind: bool) -> ChargeMark | None:
    """The mark that ends `brackets`, None where the last bracket can only be a subdivision.

    A blank, or a letter before it, makes it a grade: no subdivision of a lettered one is a capital letter. A lone letter before its code
    (`647 (F) PC`) stands where a subdivision stands.
    """
    found = _MARK.search(brackets)
    if not found:
        return None
    before, mark = brackets[: found.start()], found["mark"]
    grade = GRADES[mark[0].lower()]
    if len(mark) > 1:
        return ChargeMark(before, grade, True, False)
    if code_behind and not before:
        return None
    return _letter(before, mark, grade, blank=bool(found["blank"]))


def _letter(before: str, mark: str, grade: str, *, blank: bool) -> ChargeMark | None:
    behind_letter = bool(re.search(r"\([A-Z]\)$", before, re.IGNORECASE))
    if behind_letter and (blank or mark in "FM"):
        return ChargeMark(before, grade, True, False)
    if blank:
        return ChargeMark(before, grade, True, True)
    return ChargeMark(before, grade, False, True) if mark.isupper() and not behind_letter else None
