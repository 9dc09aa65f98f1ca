"""Where the cells of a report's lines stand: columns of letters between blank ones, a code with its section, a day with its time."""

import re

from habeas.roster.drafting.cells import CODES
from habeas.roster.drafting.charge_words import grade_of
from habeas.roster.drafting.headers import meant, words_of
from habeas.roster.drafting.vocabulary import spelled_out

DATE = re.compile(
    r"(?<![\d-])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d)|(?<![\d-])\d{1,2}-\d{1,2}-(?:19|20)\d{2}(?!\d)|(?<![\d-])\d\d-\d\d-\d\d(?![\d(.-])"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}-[A-Z]{3}-\d{2,4}"
    r"|(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[0-2]\d[0-5]\d)?(?!\d)"
    r"|(?<!\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d\d(?:[0-2]\d[0-5]\d)?(?!\d)"
    r"|\b(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.? \d{1,2}, (?:19|20)\d\d",
    re.IGNORECASE,
)
_AMOUNTS = {"BOND", "BAIL", "BND", "AMT", "AMOUNT"}
TIME = re.compile(r"\d{4}|\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?", re.IGNORECASE)


_HOUR = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")
_OF_TITLE = re.compile(
    r"ILCS|U\.? ?S\.? ?C|Pa\.? ?C\.? ?S|O\.? ?S\.?\b|M\.? ?R\.? ?S|V\.? ?S\.? ?A|Del\.? ?C", re.IGNORECASE
)
"""Codes that stand behind the number of a title or chapter."""
_TITLED = re.compile(rf"\d{{1,3}} (?:{_OF_TITLE.pattern})[A-Za-z. ]*", re.IGNORECASE)
"""The number of a title with its code, before the section."""


def apart(spans: list[tuple[int, int]], head: str, lines: list[str]) -> list[tuple[int, int]]:
    """Spans with one blank between are one cell: unless a word of the head begins there, or one is the first, of dates, or of a letter."""
    starts = {found.start() for found in re.finditer(r"\S+", head)}
    made: list[tuple[int, int]] = []
    for first, last in spans:
        own = any(abs(at - first) < 3 for at in starts)
        gap = all(line[first - 2 : first].strip() == "" for line in lines) or _is_ragged(first, last, lines)
        coded = bool(made) and _is_code_before(made[-1], (first, last), lines, apart=gap)
        if made and (
            coded or (len(made) > 1 and not own and not gap and not _is_apart(made[-1], (first, last), lines))
        ):
            made[-1] = (made[-1][0], last)
        else:
            made.append((first, last))
    return made


def _is_ragged(first: int, last: int, lines: list[str]) -> bool:
    """Whether cells of any length stand left of a column in which every cell begins at the same place: so no two words of one cell do."""
    begin = [line[first : first + 1].strip() for line in lines if line[first:last].strip()]
    short = any(line[first : first + 1].strip() and not line[first - 2 : first].strip() for line in lines)
    return short and all(begin) and len(begin) > 0.9 * len(lines)


def _is_code_before(left: tuple[int, int], right: tuple[int, int], lines: list[str], *, apart: bool) -> bool:
    """Whether the letters on the left are the code of the sections on the right: one cell; with a gap between only a code that is known."""
    cells = [[line[first:last].strip() for line in lines] for first, last in (left, right)]
    if apart and not all(each.upper() in CODES for each in cells[0]):
        return False
    if all(each.isdigit() for each in cells[0]) and all(_OF_TITLE.match(each) for each in cells[1]):
        return True  # a title or chapter before its code: 720 ILCS 5/12-3.2
    if all(_TITLED.fullmatch(each) for each in cells[0]) and all(each[:1].isdigit() for each in cells[1]):
        return True
    if len({*cells[0]}) == 1 and _says(cells[0][0]):
        return False  # a word that says what the number is
    codes = all(0 < len(each) < 7 and each[0].isalpha() for each in cells[0]) and any(
        len(each) > 1 for each in cells[0]
    )
    return codes and not all(map(grade_of, cells[0])) and all(each[:1].isdigit() for each in cells[1])


def _is_apart(left: tuple[int, int], right: tuple[int, int], lines: list[str]) -> bool:
    cells = [[line[first:last].strip() for line in lines] for first, last in (left, right)]
    if any(all(DATE.fullmatch(each) or not each for each in side) and any(side) for side in cells):
        return True
    halves = {each.upper().replace(".", "") for each in cells[1]} <= {"AM", "PM", ""}
    if all(map(_HOUR.fullmatch, cells[0])) and not halves:
        return True  # a time of day before words
    if all(each.isdigit() and len(each) > 3 for each in cells[0]) and all(
        not each or each[0].isalpha() or (each.isdigit() and len(each) > 3) for each in cells[1]
    ):
        return True  # a number of somebody before another, or before a name
    if _are_grades(cells[1]) and sum(len(each) > 3 for each in cells[0]) > 0.8 * len(lines):
        return True
    return all(len(each) < 2 for each in cells[0])


def _are_grades(cells: list[str]) -> bool:
    """Whether cells are letters and digits of a grade (`M1`, `F`), several of them, or empty."""
    told = {each for each in cells if each}
    return len(told) > 1 and all(len(each) < 4 and grade_of(each) for each in told)


def with_times(spans: list[tuple[int, int]], lines: list[str]) -> list[tuple[int, int]]:
    """A day and the time right of it are one cell."""
    made = list(spans)
    for place in range(len(made) - 1, 0, -1):
        (first, before), (begins, last) = made[place - 1], made[place]
        times, days = [line[begins:last].strip() for line in lines], [line[first:before].strip() for line in lines]
        if all(map(TIME.fullmatch, days)) and all(map(DATE.fullmatch, times)) and _time_first(made, place, lines):
            made[place - 1 : place + 1] = [(first, last)]
            continue
        timed = any(times) and _most(TIME, times) and _most(DATE, days)
        if timed and sum(map(bool, times)) <= sum(map(bool, days)):
            made[place - 1 : place + 1] = [(first, last)]
    return made


def _most(pattern: re.Pattern[str], cells: list[str]) -> bool:
    """Whether nearly every cell that is filled fits; a line whose cells were pushed to the right may not."""
    told = [each for each in cells if each]
    return sum(bool(pattern.fullmatch(each)) for each in told) >= 0.97 * len(told)


def _time_first(spans: list[tuple[int, int]], place: int, lines: list[str]) -> bool:
    """Whether the time left of a day is that day's: one blank between them, and more to the left of it."""
    first, before = spans[place - 1]
    beside = all(len(line[first:before].rstrip()) == before - first for line in lines)
    return beside and (place < 2 or all(line[first - 2 : first] == "  " for line in lines))


def without_strays(spans: list[tuple[int, int]], labels: list[str], lines: list[str]) -> list[tuple[int, int]]:
    """Spans under heads, without those that no head stands over and few lines fill: longer cells of the span on their left reach there."""
    if not any(labels):
        return spans
    made: list[tuple[int, int]] = []
    for (first, last), label in zip(spans, labels, strict=True):
        few = sum(bool(line[first:last].strip()) for line in lines) < 0.3 * len(lines)
        if made and not label and (few or _goes_on(made[-1], (first, last), lines)):
            made[-1] = (made[-1][0], last)
        else:
            made.append((first, last))
    return made


def _goes_on(left: tuple[int, int], span: tuple[int, int], lines: list[str]) -> bool:
    """Whether a span holds more words of the one on its left: only where that one is filled, not always, and never an amount or a date."""
    cells = [(line[slice(*left)].strip(), line[slice(*span)].strip()) for line in lines]
    words = all(not any(map(str.isdigit, more)) for _, more in cells)
    return words and all(own or not more for own, more in cells) and any(not own for own, _ in cells)


def behind_words(spans: list[tuple[int, int]], lines: list[str]) -> tuple[list[tuple[int, int]], list[str]]:
    """Spans without a word that every cell of one begins with and that says what it is (`BOND 500`, `DOB 05/06/1980`), and that word.

    A span of one word throughout says it of the next one (`BKG  26-0123`). Empty where there is none.
    """
    made, said = [], []
    before = ""
    for first, last in spans:
        cells = [line[first:last] for line in lines if line[first:last].strip()]
        word = cells[0].split()[0] if cells else ""
        every = (
            bool(word) and _says(word) and all(each.startswith(f"{word} ") or each.strip() == word for each in cells)
        )
        alone = every and len(cells) == len(lines) and all(each.strip() == word for each in cells)
        own = every and not alone and all(each[len(word) :].strip() for each in cells)
        made.append((first + len(word) + 1, last) if own else (first, last))
        said.append((word if own else before).rstrip(":"))
        before = word if alone else ""
    return made, said


def _says(word: str) -> bool:
    """Whether a word says what stands behind it: an amount, a header of some plain column, or a label with its colon."""
    if re.fullmatch(r"[A-Za-z#./]{2,}:", word):
        return True
    names = meant(words_of(word), spelled_out(word)) if word.isalpha() else []
    return word.upper() in _AMOUNTS or (bool(names) and names[0] != "statute")


def labels_over(spans: list[tuple[int, int]], head: str) -> list[str]:
    """The words of the head over each span."""
    labels = [""] * len(spans)
    for found in re.finditer(r"\S+", head):
        over = [place for place, (first, _) in enumerate(spans) if first == found.start()]
        over = over or [place for place, (first, _) in enumerate(spans) if first - 3 <= found.start()]
        if over:
            labels[over[-1]] = f"{labels[over[-1]]} {found[0]}".strip()
    return labels


def spans_of(lines: list[str]) -> list[tuple[int, int]]:
    """The columns of letters between columns that are blank in every line, or nearly."""
    width = max(map(len, lines))
    filled = [sum(len(line) > at and line[at] != " " for line in lines) for at in range(width)]
    least = 0.004 * len(lines)
    spans, begins = [], -1
    for at, count in enumerate([*filled, 0]):
        if count > least and begins < 0:
            begins = at
        elif count <= least and begins >= 0:
            spans.append((begins, at))
            begins = -1
    return [
        (first, spans[place + 1][0] - 1 if place + 1 < len(spans) else width + 40)
        for place, (first, _) in enumerate(spans)
    ]
