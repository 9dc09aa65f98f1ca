"""Sections of codes other than California's, found in a line by the code's spelling and the shape of its numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from habeas.offenses.at_home import HOMES, SHORT_ALONE, codes_read_in, is_at_home
from habeas.offenses.state_codes import STATE_CODES, StateCode

_BETWEEN = r"[\s.,:#§-]*"
_SUBS = r"(?P<subs>(?:\s?\([A-Z0-9]{1,5}\))*(?:(?<=\))\d{1,2}(?:\.?[A-Z])?(?![\w(]))?)"
"""Subdivisions in brackets; behind them Florida writes a number without (`784.03(1)(a)1`)."""
_GLUED = r"(?:\.?(?P<glued>[A-Z](?:\.?\d{1,2})?(?:\.?[A-Z](?![A-Z]))?))?"
_POINTED = r"(?:\.(?P<glued>\d{1,2}(?:\.?[A-Z](?![A-Z]))?))?"
"""A subdivision behind a point, where no section number of the code goes on so (`609.2242.1`, `46.20.342.1C`)."""
_PLACES_OF = {each: place.removeprefix("us-").upper() for each, place in HOMES.items() if each not in SHORT_ALONE}
"""The state's two letters before a number of the shape of its code (`FL 784.03`)."""
_SECTION_WORD = r"(?:(?:CH|CHAPTER|C|SECT?|SECTION|S)\b[\s.,:]*)?"
_LEFT, _RIGHT = r"(?<![A-Z&\d./:-])", r"(?![A-Z\d])(?!(?<!\))[.:/-]\d)"
_TITLE = r"(?:TIT(?:LE)?\s*|\bT)?(?P<title>\d{1,3}(?:-?[A-Z])?)"
_COURTS = r"(?P<title>8|18|21|26|31|42)"
"""Titles that federal courts write before a colon (`18:922(g)(1)`); of other titles it could be a state's section."""
_CHAPTER = r"(?P<title>\d{1,3}[A-Z]?)"


@dataclass(frozen=True, slots=True)
class Mention:
    """A section where it stands in a line: its code, its number, the brackets behind it as written."""

    start: int
    end: int
    code: str
    number: str
    brackets: str
    behind: bool
    """Whether the code stands behind the number."""
    at_home: bool = False
    """Whether it is a code of the state where the charge is made."""


def mentions(text: str, state: str | None = None) -> list[Mention]:
    """Every section of another code than California's that `text` names, in order.

    Where two codes fit the same place of the line, that of `state` (`us-pa`, where the charge is made) is read, and without one neither.
    A line without any code that begins with a number as the state's one code has them is of that code.
    """
    return _with_codes(text, state) or list(_bare(text, state))


def _with_codes(text: str, state: str | None) -> list[Mention]:
    found = sorted((each for code in codes_read_in(state) for each in _of_code(code, text, state)), key=_first_taken)
    kept: list[Mention] = []
    for each in [one for one in found if not _of_another_number(one, found)]:
        if not any(one.start < each.end and each.start < one.end for one in kept):
            kept.append(each)
    doubted = {one for one in kept for other in found if _doubts(one, other)}
    return sorted((each for each in kept if each not in doubted), key=lambda each: each.start)


def _bare(text: str, state: str | None) -> Iterator[Mention]:
    """The section that a line begins with in the code of a state that has one code for all; a city's or another's is not read."""
    own = [each for each in STATE_CODES if state is not None and HOMES.get(each.name) == state]
    names = {each.name for each in own}
    if len(names) != 1 or "{}" in own[0].name or own[0].name in SHORT_ALONE or _OF_ANOTHER.search(text):
        return
    code = own[0]
    glued = _GLUED if code.letters else _POINTED if code.points else ""
    found = re.match(rf"\s*§?\s*(?P<number>{code.shape}){glued}{_SUBS}{_RIGHT}(?!\s*-?\s*\d)", text, re.IGNORECASE)
    if found is not None:
        parts = found.groupdict()
        brackets = (f"({parts['glued']})" if parts.get("glued") else "") + (parts["subs"] or "")
        yield Mention(found.start("number"), found.end(), code.name, parts["number"], brackets, False, True)


_OF_ANOTHER = re.compile(
    r"\b(?:CITY|TOWN|VILLAGE|COUNTY|MUNI\w*|ORD(?:INANCE)?S?|CODE|LOCAL|FED(?:ERAL)?|U\s?S\s?C?|MILITARY|TRIBAL|UCMJ|CFR"
    r"|FUGITIVE|EXTRADIT\w*|OUT OF STATE|OTHER STATE)\b",
    re.IGNORECASE,
)
"""Words beside a number by which it may be of a city's, another state's or the federal law."""


def more_of(code: str, text: str) -> re.Match[str] | None:
    """A number of the same code at the beginning of `text`, written without the code once more; None where none stands there."""
    shape = next((each.shape for each in STATE_CODES if _named(each, code)), None)
    return re.match(rf"(?P<number>{shape}){_SUBS}{_RIGHT}", text, re.IGNORECASE) if shape else None


def _named(code: StateCode, name: str) -> bool:
    return re.fullmatch(re.escape(code.name).replace(r"\{\}", r"\w+(?:-\w)?"), name) is not None


def _of_another_number(each: Mention, found: list[Mention]) -> bool:
    """Whether the code beside a number is another number's, and this one has its own on the other side (`G.S. 14-33, G.S. 14-72`)."""
    others = [one for one in found if one.code == each.code and one.behind is not each.behind]
    own = any(one.number == each.number and one.start < each.end and each.start < one.end for one in others)
    taken = any(one.number != each.number and one.start < each.end and each.start < one.end for one in others)
    return own and taken


def _first_taken(each: Mention) -> tuple[int, bool, int]:
    """The longest first, and of two alike that of the place."""
    return (each.start - each.end, not each.at_home, each.start)


def _doubts(one: Mention, other: Mention) -> bool:
    same = other.code != one.code and (other.start, other.end) == (one.start, one.end)
    return same and (other.at_home or not one.at_home)


def _of_code(code: StateCode, text: str, state: str | None) -> Iterator[Mention]:
    at_home = is_at_home(code, state)
    for pattern, behind in _patterns(code):
        for found in pattern.finditer(text):
            parts = found.groupdict()
            title = (parts.get("title") or "").upper()
            glued = f"({parts['glued']})" if parts.get("glued") else ""
            name = code.name.format(title.lstrip("0")) if "{}" in code.name else code.name
            yield Mention(
                found.start(), found.end(), name, parts["number"], glued + (parts["subs"] or ""), behind, at_home
            )


@cache
def _patterns(code: StateCode) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The ways the code writes a section, each with whether the code stands behind the number."""
    glued = _GLUED if code.letters else _POINTED if code.points else ""
    number = rf"(?P<number>{code.shape}){glued}{_SUBS}"
    spelled = rf"(?:{code.spelled})(?![A-Z&])"
    if code.name.startswith("M.G.L."):
        ways = _massachusetts(spelled, number)
    elif "{}" in code.name:
        ways = [(rf"{_LEFT}{_TITLE}\s*{spelled}{_BETWEEN}{_SECTION_WORD}{number}{_RIGHT}", False)]
        ways += [(rf"{_LEFT}{spelled}\s*{_TITLE}[\s§,:]*[§,:]\s*{number}{_RIGHT}", False)]
        ways += [(rf"{_LEFT}{_COURTS}:{number}{_RIGHT}", False)] if code.name == "{} USC" else []
    else:
        ways = [
            (rf"{_LEFT}{_with_letters(code)}(?:\s+(?:CODE|STAT))*{_BETWEEN}{_SECTION_WORD}{number}{_RIGHT}", False),
            (rf"{_LEFT}{number}(?:\s*[,-]?\s*\(?){spelled}\)?", True),
        ]
    ways += [(rf"{_LEFT}(?P<number>{code.alone}){glued}{_SUBS}{_RIGHT}", False)] if code.alone else []
    return tuple((re.compile(way, re.IGNORECASE), behind) for way, behind in ways)


def _with_letters(code: StateCode) -> str:
    """The code's spellings before a number, and its state's two letters."""
    letters = _PLACES_OF.get(code.name) if not code.only_in else None
    return rf"(?:{code.spelled}{f'|{letters}' if letters else ''})(?![A-Z&])"


def _massachusetts(spelled: str, number: str) -> list[tuple[str, bool]]:
    """Chapter and section: `M.G.L. c. 265, s. 13A`, `265/13A MGL`, `c265 s13A`."""
    parting = r"[\s,]*(?:/|§|S(?:ECT?(?:ION)?)?\b[\s.]*|S(?=\d)|\s)\s*"
    return [
        (rf"{_LEFT}{spelled}{_BETWEEN}(?:CH?(?:APTER)?[\s.]*)?{_CHAPTER}{parting}{number}{_RIGHT}", False),
        (rf"{_LEFT}{_CHAPTER}{parting}{number}[\s,-]*{spelled}", True),
        (
            rf"{_LEFT}CH?(?:APTER)?[\s.]*{_CHAPTER}[\s,]*(?:/|§|S(?:ECT?(?:ION)?)?\b[\s.]*|S(?=\d))\s*{number}{_RIGHT}",
            False,
        ),
        (rf"{_LEFT}(?P<title>26[5-9]|27[0-7]|94C|209A)/{number}{_RIGHT}", False),
    ]
