"""A section of another code than California's with what stands behind it: a grade, a degree, a second section, or words."""

import re
from dataclasses import replace

from habeas.offenses.elsewhere import Mention, more_of
from habeas.offenses.grade_words import grade_behind, grade_of
from habeas.offenses.statute import Section, StatuteReading, degree_in, noted, several

_LOWER = frozenset({"NY Penal", "NY VTL", "C.G.S.", "U.C.A."})
"""Codes that write the letters of their numbers small (`53a-59`, `265.01-b`)."""
_CAPITALS = frozenset({"ARS", "O.R.C.", "La. R.S."})
"""Codes whose first subdivisions are capital letters, so that an F or M close behind the number may be one."""
_LAST = re.compile(r"(?P<blank>\s*)\((?P<mark>[A-Z]{1,5}\d?)\)$", re.IGNORECASE)
_MORE = re.compile(r"^\s*(?:[/,;&+]|AND\b|WITH\b|W/)\s*§?\s*", re.IGNORECASE)
_MORE_SUBS = re.compile(r"^(?:\s*(?:[/,;&+-]|AND\b|OR\b|TO\b)?\s*\([A-Z0-9]{1,4}\))+", re.IGNORECASE)
_FURTHER = re.compile(
    r"(?:\bAND\b|\bWITH\b|W/|[;/&+]|(?<!\d),|,\s)\s*\d{3,6}(?:\.\d+)?(?=$|[\s,;/&+(-])", re.IGNORECASE
)
_OPEN = re.compile(r"^[A-Z0-9.(:]|^[-/]\d", re.IGNORECASE)


def read_mention(raw: str, found: Mention, rest: str) -> StatuteReading:
    """What a section of another code is read as with the words up to the next; a line that goes on as no section does is asked."""
    brackets, grade = _without_grade(found)
    section = Section(found.code, _as_written(found), lettered(brackets))
    more = None if found.behind else _MORE_SUBS.match(rest)
    if more:
        section = replace(section, subdivisions=_shared(section.subdivisions, more.group()))
        rest = rest[more.end() :]
    reading = noted(StatuteReading(raw, (section,), grade_hint=grade))
    return _behind(reading, found, rest)


def _behind(reading: StatuteReading, found: Mention, rest: str) -> StatuteReading:
    if not rest.strip(" -/,;&+()[]."):
        return reading
    separated = _MORE.match(rest)
    second = more_of(found.code, rest[separated.end() :]) if separated else None
    if separated and second:
        return _with_second(reading, found, second, rest[separated.end() + second.end() :])
    whole = grade_of(rest)
    if whole:
        return replace(reading, grade_hint=reading.grade_hint or whole)
    if (_OPEN.match(rest) and not found.behind) or _FURTHER.search(rest):
        return replace(reading, sections=(), question=_two_ways(reading))
    return _with_words(reading, rest)


def _with_words(reading: StatuteReading, words: str) -> StatuteReading:
    left_out = f'left out the words "{words.strip(" -")[:60]}"'
    return replace(
        reading,
        grade_hint=reading.grade_hint or grade_behind(words),
        degree_hint=degree_in(words),
        notes=(*reading.notes, left_out),
    )


def _two_ways(reading: StatuteReading) -> str:
    return f'"{reading.raw.strip()[:60]}" can be read in more than one way: which section is it?'


def _with_second(reading: StatuteReading, found: Mention, second: re.Match[str], rest: str) -> StatuteReading:
    other = read_mention(reading.raw, replace(found, number=second["number"], brackets=second["subs"] or ""), rest)
    if not other.sections:
        return replace(reading, sections=(), question=other.question)
    sections = tuple(dict.fromkeys(reading.sections + other.sections))
    both = replace(reading, sections=sections, grade_hint=other.grade_hint or reading.grade_hint)
    return several(both) if len(sections) > 1 else both


def lettered(brackets: str) -> tuple[str, ...]:
    """The subdivisions that brackets name, in small letters; letters and digits written in one are parted."""
    plain = re.sub(r"[\s().]+", " ", brackets).lower()
    return tuple(part for each in plain.split() for part in re.findall(r"[a-z]+|\d+", each))


def _as_written(found: Mention) -> str:
    return found.number.lower() if found.code in _LOWER else found.number.upper()


def _shared(first: tuple[str, ...], more: str) -> tuple[str, ...]:
    """The subdivisions before the one in which several are named: `(a) and (b)(2)` is neither alone."""
    depth = max(len(first) - 1, 0)
    return first[: depth if len(re.findall(r"\(", more)) == 1 else 0]


def _without_grade(found: Mention) -> tuple[str, str | None]:
    """The brackets without a grade in the last of them, and the grade; a letter that may be either is left out, and says no grade."""
    last = _LAST.search(found.brackets)
    grade = grade_of(last["mark"]) if last else None
    if last is None or grade is None:
        return found.brackets, None
    before, mark = found.brackets[: last.start()], last["mark"]
    if last["blank"] or len(mark) > 1:
        return before, grade
    if mark.islower() or mark == "I":
        return found.brackets, None
    return before, None if _may_be_a_part(found, before) else grade


def _may_be_a_part(found: Mention, before: str) -> bool:
    """Whether a capital F or M close behind the number may be a subdivision: behind a digit, or where the code's first are capitals."""
    if not before:
        return found.code in _CAPITALS
    return bool(re.search(r"\d\)$", before)) and not re.search(r"\([a-z]", before)
