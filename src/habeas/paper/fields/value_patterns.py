"""The shapes of values: dates, A-numbers, dockets, telephones. A value that fits two shapes, or none, is not guessed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from typing import Any

from habeas.paper.pages.labels import key

_MONTHS = {
    name: count
    for count, names in enumerate(
        (
            "jan january enero",
            "feb february febrero",
            "mar march marzo",
            "apr april abril",
            "may mayo",
            "jun june junio",
            "jul july julio",
            "aug august agosto",
            "sep sept september septiembre",
            "oct october octubre",
            "nov november noviembre",
            "dec december diciembre",
        ),
        1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/](\d\d)[-/](\d\d)(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)")
_ERA = r"(?:\s*,?\s*(?:A\.?\s?D\.?|in the year(?: of our lord)?|de|of),?)?"
"""What stands between a month and its year."""
_WORDED = re.compile(
    rf"\b([A-Za-z]{{3,10}})\.?\s+(?:the\s+)?([\dIl|]{{1,2}})(?:\s?(?:st|nd|rd|th))?[,.]?{_ERA}\s+(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"(?<!\d)(\d{1,2})(?:\s?(?:st|nd|rd|th))?[\s,./-]*(?:(?:day\s+of|de)\s+)?([A-Za-z]{3,10})\.?"
    rf"{_ERA}[\s,./-]*(\d{{4}}|\d{{2}})(?!\d)",
    re.IGNORECASE,
)
_UNITS = {
    name: count
    for count, names in enumerate(
        (
            "one first",
            "two second",
            "three third",
            "four fourth",
            "five fifth",
            "six sixth",
            "seven seventh",
            "eight eighth",
            "nine ninth",
            "ten tenth",
            "eleven eleventh",
            "twelve twelfth",
            "thirteen thirteenth",
            "fourteen fourteenth",
            "fifteen fifteenth",
            "sixteen sixteenth",
            "seventeen seventeenth",
            "eighteen eighteenth",
            "nineteen nineteenth",
        ),
        1,
    )
    for name in names.split()
} | {"twentieth": 20, "thirtieth": 30}
_TENS = {
    name: 10 * count
    for count, name in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2)
}
_SPELLED = re.compile(
    r"\b((?:(?:twenty|thirty)[\s-]+)?(?:[a-z]+|\d{1,2}\s?)(?:st|nd|rd|th))\s+day\s+of\s+([a-z]{3,10})"
    rf"{_ERA}\s*,?\s*(\d{{4}}|two\s+thousand(?:\s+and)?(?:[\s-]+[a-z]+){{1,2}})",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?<![\d/])(\d{1,2})/(\d{4})(?![\d/])")
_ALIEN = re.compile(r"(?<![A-Za-z0-9])(?:A\s*[#-]?\s*)?(\d{2,3}[\s-]?\d{3}[\s-]?\d{3})(?!\d)", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<!\d)(?<!\d-)(?:\+?1[\s.-]{1,2})?\(?\d{3}\)?[\s.'’-]{0,2}\d{3}[\s.-]{1,2}\d{4}(?:\s*(?:x|ext\.?)\s*\d{1,6})?"
)
_KIND = r"(?:cr|mj|cv|mc|m|po|sw|gj|mag|pt)"
_JUDGE_MARK = r"(?:\s?-\s?(?:[A-Z]{1,5}|\d{1,2})(?![A-Za-z\d])){0,4}(?:\s+\(?[A-Z]{2,4}\)?(?![A-Za-z])){0,2}"
"""What follows a docket number: the initials of its judges, the division."""
_DOCKET = re.compile(
    rf"(?<![A-Za-z\d])(?:(?:\d{{1,2}}\s?:\s?)|(?-i:[A-Z]{{1,3}}\s?-\s?))?\d{{2,4}}\s?-\s?{_KIND}\s?-\s?\d{{1,6}}(?:\s?-\s?\d{{1,3}})?"
    rf"(?-i:{_JUDGE_MARK})"
    rf"|\b(?:CR|MJ|MAG|CV|GJ|SW)\.?\s?-?\s?(?:No\.\s?)?\d{{2}}-\d{{2,6}}(?:-\d{{1,3}})?(?-i:{_JUDGE_MARK})"
    rf"|\b(?:\d{{1,2}}:)?\d{{2}}\s?(?:CR|MJ|MAG|GJ)\.?\s?-?\s?\d{{2,6}}(?:-\d{{1,3}}(?!\d))?(?:\s?\((?-i:[A-Z]{{2,4}})\)|(?-i:{_JUDGE_MARK}))"
    r"|(?<![\w-])\d{2}-\d{2,5}\s?\((?-i:[A-Z]{2,4}(?:/[A-Z]{2,4})?)\)",
    re.IGNORECASE,
)

NO_FEDERAL = "it is no docket number of a federal court"
"""The doubt about a case number of another shape; of a state court it is none."""


@dataclass(frozen=True, slots=True)
class FoundValue:
    """A value, the part of the text it was read from, and a doubt about it in words (empty where there is none)."""

    value: Any
    start: int
    end: int
    doubt: str = ""


def find_date(text: str) -> FoundValue | None:
    """The first date as ISO, American order; a date no calendar has gives no value and a doubt; two-digit years a doubt."""
    hits = [(pattern.search(text), read) for pattern, read in _DATES]
    found = [(hit.start(), hit, read) for hit, read in hits if hit]
    for _, hit, read in sorted(found, key=lambda each: (each[0], -len(each[1][0]))):
        value, doubt = read(hit)
        if value or doubt:
            return FoundValue(value, hit.start(), hit.end(), doubt)
    return None


def find_month(text: str) -> FoundValue | None:
    """A date, or a month of a year (`06/2009` is `2009-06`)."""
    hit = _MONTH.search(text)
    if hit and 1 <= int(hit[1]) <= 12:
        return FoundValue(f"{hit[2]}-{int(hit[1]):02d}", hit.start(), hit.end())
    return find_date(text)


def _iso(hit: re.Match[str]) -> tuple[str | None, str]:
    return _day(int(hit[1]), int(hit[2]), int(hit[3]))


def _slashed(hit: re.Match[str]) -> tuple[str | None, str]:
    if len(hit[3]) == 2:
        return None, f'the date "{hit[0]}" has a year of two digits'
    return _day(int(hit[3]), int(hit[1]), int(hit[2]))


def _worded(hit: re.Match[str]) -> tuple[str | None, str]:
    month = _MONTHS.get(hit[1].lower())
    number = re.sub(r"[Il|]", "1", hit[2])
    return _day(int(hit[3]), month, int(number)) if month else (None, "")


def _turned(hit: re.Match[str]) -> tuple[str | None, str]:
    month = _MONTHS.get(hit[2].lower())
    if month and len(hit[3]) == 2:
        return None, f'the date "{hit[0]}" has a year of two digits'
    return _day(int(hit[3]), month, int(hit[1])) if month else (None, "")


def _spelled(hit: re.Match[str]) -> tuple[str | None, str]:
    day, month, year = _ordinal(hit[1]), _MONTHS.get(hit[2].lower()), _year(hit[3])
    return _day(year, month, day) if day and month and year else (None, "")


def _ordinal(text: str) -> int | None:
    """A day in words: `twenty-third` is 23."""
    if digits := re.match(r"\d{1,2}", text):
        return int(digits[0])
    parts = re.split(r"[\s-]+", text.lower())
    tens = _TENS.get(parts[0], 0) if len(parts) == 2 else 0
    unit = _UNITS.get(parts[-1])
    return tens + unit if unit and (not tens or unit < 10) else None


def _year(text: str) -> int | None:
    """A year in digits or in words: `two thousand twenty-six` is 2026."""
    if text.isdigit():
        return int(text)
    parts = [each for each in re.split(r"[\s-]+", text.lower()) if each != "and"][2:]
    values = [_TENS.get(each) or _UNITS.get(each) for each in parts]
    return None if None in values else 2000 + sum(each for each in values if each)


_FIRST_YEAR, _LAST_YEAR = 1850, 2199
_DATES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str | None, str]]], ...] = (
    (_ISO, _iso),
    (_SLASHED, _slashed),
    (_WORDED, _worded),
    (_TURNED, _turned),
    (_SPELLED, _spelled),
)


def _day(year: int, month: int, day: int) -> tuple[str | None, str]:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:  # a number of a case, which looks like a date: `1-26-5794`
        return None, ""
    try:
        return date(year, month, day).isoformat(), ""
    except ValueError:
        return None, f'the date "{month}/{day}/{year}" is in no calendar'


def find_alien_number(text: str) -> FoundValue | None:
    """An A-number of eight or nine digits, as written."""
    hit = _ALIEN.search(text)
    return FoundValue(hit[0].strip(), hit.start(), hit.end()) if hit else _hard_to_read(text)


_LOOKS = str.maketrans(
    {
        "O": "0",
        "Q": "0",
        "D": "0",
        "o": "0",
        "I": "1",
        "l": "1",
        "i": "1",
        "|": "1",
        "S": "5",
        "B": "8",
        "Z": "2",
        "/": "1",
    }
)


def _hard_to_read(text: str) -> FoundValue | None:
    """An A-number in which OCR read letters: a digit that looks like the letter, or a streak. Either way it is a doubt."""
    body = re.sub(r"^\W*[A4]?\s*[#-]?\s*", "", text)
    ways = {re.sub(r"[^\d\s-]", "", body), body.translate(_LOOKS)}
    fit = {
        re.sub(r"\s+", " ", way).strip(" -")
        for way in ways
        if re.fullmatch(r"\s*\d{2,3}[\s-]?\d{3}[\s-]?\d{3}\s*", way)
    }
    if not fit:
        return None
    if len(fit) > 1:
        return FoundValue(None, 0, len(text), f'the number can be read in two ways ("{text.strip()}")')
    return FoundValue(f"A {fit.pop()}", 0, len(text), f'the number is hard to read ("{text.strip()}")')


def find_phone(text: str) -> FoundValue | None:
    """An American telephone number, as written."""
    hit = _PHONE.search(text)
    return FoundValue(hit[0].strip(), hit.start(), hit.end()) if hit else None


def find_docket(text: str) -> FoundValue | None:
    """A federal docket number, as written; any other number of a case stands as it is, with a doubt."""
    hit = _DOCKET.search(text)
    if hit:
        return FoundValue(hit[0].strip(" .,-"), hit.start(), hit.end())
    stripped = text.strip(" .,|_)")
    if re.search(r"\d", stripped) and len(stripped) <= 40:
        return FoundValue(
            stripped,
            text.find(stripped),
            text.find(stripped) + len(stripped),
            NO_FEDERAL,
        )
    return None


def state_docket(text: str) -> bool:
    """Whether a text has the shape of a state court's case number: letters, signs and at least four digits, three of them together.

    The courts of a state number as they like; what has fewer digits is more likely a scan's noise than a number.
    """
    digits = re.findall(r"\d", text)
    return len(digits) >= 4 and bool(re.search(r"\d{3}", text)) and re.fullmatch(r"[\w ./:()-]+", text) is not None


def find_any_docket(text: str) -> FoundValue | None:
    """A number of a case or a grand jury, whatever its shape."""
    found = find_docket(text)
    return FoundValue(found.value, found.start, found.end) if found else None


def find_number(text: str) -> FoundValue | None:
    """A number of an office: letters, digits and dashes with at least one digit."""
    hit = re.search(r"[A-Za-z0-9][A-Za-z0-9./-]*\d[A-Za-z0-9./-]*(?:\s(?=[\d]{2,})[\dA-Za-z-]+)*", text)
    return FoundValue(hit[0], hit.start(), hit.end()) if hit else None


def find_digits(text: str) -> FoundValue | None:
    """A run of digits that may be broken by blanks."""
    hit = re.search(r"\d[\d ]{4,}\d", text)
    return FoundValue(hit[0].replace(" ", ""), hit.start(), hit.end()) if hit else None


def find_money(text: str) -> FoundValue | None:
    """An amount in dollars, without its commas and without cents that are none."""
    hit = re.search(r"\d[\d,]*(?:\.\d\d)?", text)
    return FoundValue(hit[0].replace(",", "").removesuffix(".00"), hit.start(), hit.end()) if hit else None


def find_sex(text: str) -> FoundValue | None:
    """`M` or `F`."""
    hit = re.search(r"\b(male|female|m|f)\b", text, re.IGNORECASE)
    return FoundValue(hit[1][0].upper(), hit.start(), hit.end()) if hit else None


def find_text(text: str) -> FoundValue | None:
    """The text itself, without the dashes, bars and blanks that stand around it."""
    stripped = (
        text.strip(" _|,;:.[]{}~\\=—–-'‘’\"“”«»*°") if not text.strip().endswith(".") else text.strip(" _|,;:[]{}~")
    )
    hit = re.search(r"[A-Za-z0-9]", stripped)
    if not hit or len(key(stripped)) < 2:
        return None
    start = text.find(stripped)
    return FoundValue(stripped, start, start + len(stripped))


_PARTICLES = frozenset({"van", "von", "der", "den", "del", "dos", "das", "las", "los"})


def mended_name(text: str) -> str:
    """A name read by OCR with two of its habits undone: `lvanov` for `Ivanov`, `N guyen` for `Nguyen`."""
    text = re.sub(r"\bl(?=[b-df-hj-np-tv-z][a-z]{2,})", "I", text)
    return re.sub(r"\b([A-Z]) ([a-z]{3,})\b", lambda hit: hit[0] if hit[2] in _PARTICLES else hit[1] + hit[2], text)


def find_name(text: str) -> FoundValue | None:
    """A person's name as written: letters, blanks, apostrophes, hyphens, commas, full stops."""
    stripped = re.sub(r"[^\w\s,.'’-]|[\d_]", " ", text)
    stripped = re.sub(r"\s+", " ", stripped).strip(" ,.-'’")
    stripped = re.sub(r"^(?:[a-z]\s+)+|(?:\s+[a-z])+$", "", stripped)
    if len(key(stripped)) < 3 or not re.search(r"[^\W\d_]{2}", stripped):
        return None
    tail = "." if re.search(r"\b(?:Jr|Sr)$", stripped) else ""
    return FoundValue(stripped + tail, 0, len(text))


_PART = re.compile(r"[A-Za-z\d./:()-]*\d[A-Za-z\d./:()-]*")


def find_case_number(text: str) -> FoundValue | None:
    """A case number of a state's court: groups with digits and the letters before or between them; a doubt where it has no such shape."""
    words = text.split()
    kept: list[str] = []
    for word, after in zip_longest(words, words[1:], fillvalue=""):
        if not (
            _PART.fullmatch(word.strip(","))
            or (re.fullmatch(r"(?!DEPT|DIV|PART|ROOM)[A-Z-]{1,4}", word) and _PART.fullmatch(after))
        ):
            break
        kept.append(word)
    number = " ".join(kept).strip(" .,:()") if kept else ""
    alone = number.isdigit() and len(number) < 5  # as a court's code is, in a form that prints a number in cells
    if state_docket(number) and not alone:
        return FoundValue(number, text.find(number), text.find(number) + len(number))
    found = find_docket(text)
    return replace(found, doubt="it has not the shape of a court's case number") if found and found.doubt else found


def find_place(text: str) -> FoundValue | None:
    """A place, without a date that stands before or after it."""
    when = find_date(text)
    return find_text(text[: when.start] + " " * (when.end - when.start) + text[when.end :]) if when else find_text(text)


def find_attorney(text: str) -> FoundValue | None:
    """A lawyer's name: what stands before the first comma or title."""
    name = re.split(r",|\bAssistant United States|\bAttorney\b|\bEsq", text, maxsplit=1)[0]
    return find_name(name)


SHAPES: dict[str, Callable[[str], FoundValue | None]] = {
    "text": find_text,
    "name": find_name,
    "date": find_date,
    "month": find_month,
    "a_number": find_alien_number,
    "phone": find_phone,
    "docket": find_docket,
    "case_number": find_case_number,
    "any_docket": find_any_docket,
    "number": find_number,
    "digits": find_digits,
    "money": find_money,
    "sex": find_sex,
    "place": find_place,
    "attorney": find_attorney,
}
"""Each shape with what reads it."""
