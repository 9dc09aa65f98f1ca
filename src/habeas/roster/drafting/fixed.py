"""Lines of fixed columns without a separator: whether a file is one, and where its cells end although no blank stands between them."""

import re

from habeas.roster.drafting.charge_words import disposition_of, grade_of
from habeas.roster.drafting.grid import SEPARATORS, rows_of
from habeas.roster.drafting.spans import DATE
from habeas.roster.names import is_suffix

_LEADING = re.compile(r"[A-Z]{0,3}\d{6,}(?:[A-Z]\d{4,})?")
_CALENDAR = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d\d|0{8}|9{8}| {8}"
)
_OF_CENTURY = re.compile(r"[01]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|0{7}|9{7}| {7}")
"""A day with a digit for its century (1261125)."""
_SLASHED = re.compile(r"\d\d/\d\d/(?:19|20)\d\d| {10}")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d|2400|0000| {4}")
_RUN = 6
"""How many digits in a row are a number or a date, and no part of a section."""


def is_fixed(text: str) -> bool:
    """Whether most lines are as long as the others, hold a date, and no separator cuts them in three: a comma in each name cuts in two."""
    lines = [line for line in text[:200_000].split("\n") if line.strip()][:500]
    dated = [line for line in lines if DATE.search(line)]
    if len(dated) < max(3, 0.6 * len(lines)):
        return False
    for mark in SEPARATORS:
        cut = [len(row) for row in rows_of(lines, mark)]
        if sum(count > 2 for count in cut) >= 0.5 * len(lines):
            return False
    gaps = sum(len(re.findall(r"\S {2,}(?=\S)", line)) >= 2 for line in dated)
    return gaps >= 0.8 * len(dated)


def opening_of(word: str) -> str:
    """How a line begins whose first word runs on from a number into a name: the number's shape; empty where it does not."""
    found = _LEADING.match(word)
    if found is None or not re.match(r"[A-Z]['A-Z]", word[found.end() :]):
        return ""
    return re.sub(r"[A-Z]", "A", re.sub(r"\d", "9", found[0]))


def are_glued(lines: list[str]) -> bool:
    """Whether lines are records of fixed columns: one length, or nearly, a number that runs on into a name, and days in them."""
    lengths = {len(line) for line in lines}
    letters = sum(bool(re.search(r"[A-Z]{2,}", line)) for line in lines)
    days = sum(
        bool(re.search(r"[MFUX ]0?[01]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:19|20)\d\d[01]\d[0-3]\d", line))
        for line in lines
    )
    return max(lengths) - min(lengths) <= 60 and letters > 0.95 * len(lines) and days > 0.95 * len(lines)


def cut_apart(spans: list[tuple[int, int]], lines: list[str]) -> list[tuple[int, int]]:
    """Spans cut where long runs of digits begin or end in every line, and where days and moments stand glued within such a run."""
    made: list[tuple[int, int]] = []
    for first, last in spans:
        at, ends = first, [*sorted({*_edges(first, last, lines), *_dates_within(first, last, lines)}), last]
        for end in ends:
            made += [part for each in _days(at, end, lines) for part in _codes(*each, lines)]
            at = end
    return [part for each in made for one in _sexes(*each, lines) for part in _numbers(*one, lines)]


def _sexes(first: int, last: int, lines: list[str]) -> list[tuple[int, int]]:
    """A span of names cut before the letter of a sex that its last column is in every line; and behind an initial that stands alone."""
    letters = {line[last - 1 : last] for line in lines}
    if (
        last - first < 2
        or not {"M", "F"} <= letters
        or not letters <= {*"MFUX"}
        or not any(line[last : last + 1].isdigit() for line in lines)
    ):
        return [(first, last)]
    own = [line[first : last - 1] for line in lines]
    if last - first == 2 or not any(each[1:].strip() for each in own):
        return [(first, last - 1), (last - 1, last)]
    suffixes = all(is_suffix(each[1:].strip()) or not each[1:].strip() for each in own)
    parts = [(first, first + 1), (first + 1, last - 1)] if suffixes else [(first, last - 1)]
    return [*parts, (last - 1, last)]


def _numbers(first: int, last: int, lines: list[str]) -> list[tuple[int, int]]:
    """A long run of digits cut where two numbers stand glued: a digit that never differs opens the second, as first digits do."""
    cells = [line[first:last].strip() for line in lines]
    wide = len(cells[0]) if cells else 0
    if wide < 11 or len(lines) < 10 or not all(len(each) == wide and each.isdigit() for each in cells):
        return [(first, last)]
    kinds = [len({each[at] for each in cells}) for at in range(wide)]
    opens = [at for at in range(4, wide - 3) if kinds[at] == 1 and kinds[at - 1] > 3]
    return [(first, first + opens[0]), (first + opens[0], last)] if len(opens) == 1 else [(first, last)]


def _codes(first: int, last: int, lines: list[str]) -> list[tuple[int, int]]:
    """A span cut behind a letter that is a grade in every line, where what follows tells how a charge stands (`MPEND`, `FCONV`)."""
    cells = [line[first:last].strip() for line in lines]
    told = [each for each in cells if each]
    letters = all(each.isalpha() and 3 <= len(each) <= 8 for each in told)
    if not told or not letters or not all(grade_of(each[0]) for each in told):
        return [(first, last)]
    stands = sum(disposition_of(each[1:]) is not None and disposition_of(each) is None for each in told)
    return [(first, first + 1), (first + 1, last)] if stands >= 0.5 * len(told) else [(first, last)]


def _edges(first: int, last: int, lines: list[str]) -> list[int]:
    """Where a run of digits ends or begins in every line that has letters there."""
    found = []
    for at in range(first + 1, min(last, max(map(len, lines)))):
        sides = [
            (line[max(first, at - _RUN) : at], line[at : at + _RUN]) for line in lines if line[at - 1 : at + 1].strip()
        ]
        before = all(left[-_RUN:].isdigit() and len(left) >= _RUN and right[:1].isalpha() for left, right in sides)
        behind = all(left[-1:].isalpha() and right.isdigit() and len(right) == _RUN for left, right in sides)
        own = behind and _is_prefix(first, at, lines)
        if sides and len(sides) > 0.8 * len(lines) and (before or behind) and not own:
            found.append(at)
    return found


def _dates_within(first: int, last: int, lines: list[str]) -> list[int]:
    """Where days on the calendar begin behind other letters in every line (`III 19630924`)."""
    inside = range(first + 1, min(last, max(map(len, lines))) - 7)
    return [
        at for at in inside
        if _all(lines, at, 8, _CALENDAR) and not any(line[at - 1 : at].isdigit() for line in lines) and _some_day(lines, at)
    ]  # fmt: skip


def _some_day(lines: list[str], at: int, wide: int = 8) -> bool:
    return any(line[at : at + wide].strip("09 ") for line in lines)


def _is_prefix(first: int, at: int, lines: list[str]) -> bool:
    """Whether the letters before a run of digits are a number's own (P820000): three at most, and no date behind them."""
    letters = at - first <= 3 and all(line[first:at].isalpha() for line in lines if line[first:at].strip())
    return letters and not _all(lines, at, 8, _CALENDAR) and not _all(lines, at, 7, _OF_CENTURY)


def _days(first: int, last: int, lines: list[str]) -> list[tuple[int, int]]:
    """A span cut behind each day, or moment, that it begins with in every line."""
    made, at = [], first
    if last - at > 10 and _all(lines, at, 10, _SLASHED) and any(line[at + 10 : at + 11].isalpha() for line in lines):
        made, at = [(at, at + 10)], at + 10
    while last - at > 8 and _all(lines, at, 8, _CALENDAR):
        wide = 12 if _all(lines, at + 8, 4, _CLOCK) and not _all(lines, at + 8, 8, _CALENDAR) else 8
        if not any(line[at + wide : min(last, at + wide + 1)].strip() for line in lines):
            break
        made.append((at, at + wide))
        at += wide
    while last - at > 7 and _all(lines, at, 7, _OF_CENTURY) and _some_day(lines, at, 7):
        timed = _all(lines, at + 7, 4, _CLOCK) and not _all(lines, at + 7, 7, _OF_CENTURY)
        made.append((at, at + (11 if timed else 7)))
        at = made[-1][1]
    for end in range(at + 1, min(at + 5, last)) if made else ():
        # a count before a section, where some lines have a word in its place
        sides = [(line[at:end], line[end : end + 1]) for line in lines]
        if all(left.isdigit() for left, _ in sides) and len({right.isalpha() for _, right in sides}) == 2:
            return [*made, (at, end), (end, last)]
    return [*made, (at, last)]


def _all(lines: list[str], at: int, wide: int, pattern: re.Pattern[str]) -> bool:
    cells = [line[at : at + wide] for line in lines]
    told = [cell for cell in cells if cell.strip()]
    return len(told) > 0.5 * len(lines) and all(pattern.fullmatch(cell.ljust(wide)) for cell in cells)
