"""How a file writes its dates and times, in its own words: `mm/dd/yy hhmm`, `yyyymmdd`, `milliseconds since 1970 UTC`."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

DATE_CELL = "date cell"
DAY_OF_TEXT = "day of the text"
MILLISECONDS, SECONDS = "milliseconds since 1970 UTC", "seconds since 1970 UTC"
SPREADSHEET = "spreadsheet number"
CENTURY = "cyymmdd"
"""The day of AS/400 and its kin: 0 for the years from 1900, 1 for those from 2000, then two digits each; a time may stand behind."""
NO_DAY = {"year of birth": "the year of birth alone", "age": "an age"}
"""What an export has in place of a birth date: the day is unknown, and that is known."""
DAY_UNKNOWN = ": the day is not known"
JULIAN = "yyyyddd"
"""The year and the day of the year (2026327 is 23 November 2026); a time may stand behind."""
NAMED = (JULIAN, DATE_CELL, DAY_OF_TEXT, MILLISECONDS, SECONDS, SPREADSHEET, CENTURY, *NO_DAY)
EXAMPLE = "mm/dd/yyyy, mm/dd/yy hhmm, dd-MON-yyyy hh:mm, yyyymmdd"

_TOKENS = re.compile(
    r"yyyy|yy|month|mon|weekday|ddd|mm|m(?![a-z])|dd|d(?![a-z])|hh|h(?![a-z])|ss|am/pm|am|pm|z(?![a-z])|t(?=hh)|[a-z]+",
    re.I,
)
_PLAIN = {
    "yyyy": "%Y",
    "yy": "%y",
    "month": "%B",
    "mon": "%b",
    "weekday": "%A",
    "ddd": "%a",
    "dd": "%d",
    "d": "%d",
    "ss": "%S",
}
BETWEEN = ("at", "on")
"""Words that may stand between a day and its time."""
_HALVES = {"am/pm", "am", "pm"}
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d+)?")
_CENTURY = re.compile(r"([01])(\d{6})(?: ?(\d{2}):?(\d{2})(?::?\d{2})?)?")
_DAY_OF_YEAR = re.compile(r"((?:19|20)\d{5})(?: ?(\d{2}):?(\d{2}))?")
_WRAPPED = re.compile(r"\\?/?Date\((-?\d+)(?:[+-]\d{4})?\)\\?/?")
_FIRST_SERIAL = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's zero has no zone


@dataclass(frozen=True, slots=True)
class DateForm:
    """One written form: by its name, or as strptime writes it."""

    words: str
    strptime: str = ""
    day_alone: str = ""
    """The form without its time of day: a cell may lack it."""

    def fits(self, text: str) -> bool:
        """Whether the digits stand as the form has them: between marks one or two, beside other digits each in full (hhmm is four)."""
        return _shape(self.strptime).fullmatch(text) is not None or bool(
            self.day_alone and _shape(self.day_alone).fullmatch(text)
        )

    def strptime_of(self, text: str) -> str:
        """The form by which a text that fits is read: without a time of day where it has none."""
        whole = _shape(self.strptime).fullmatch(text) is not None or not self.day_alone
        return self.strptime if whole else self.day_alone

    @property
    def two_digits(self) -> bool:
        """Whether the year is written in two digits."""
        return "%y" in self.strptime


_MONTHS = {
    each: english
    for english, names in (
        ("january", "ene enero"), ("february", "febrero"), ("march", "marzo"), ("april", "abr abril"), ("may", "mayo"), ("june", "junio"),
        ("july", "julio"), ("august", "ago agosto"), ("september", "set sept septiembre setiembre"),
        ("october", "octubre"), ("november", "noviembre"),
        ("december", "dic diciembre"),
    )
    for each in names.split()
}  # fmt: skip
"""Spanish months, in full and in short, to the English ones."""
_WORD = re.compile(r"[^\W\d_]{3,10}")


def in_english(text: str, form: str) -> str:
    """A date with its Spanish month in English (`19-ago-2026`), in full or short as the form wants it; any other text as it is."""
    short = None if "%B" in form else 3
    return _WORD.sub(
        lambda found: _MONTHS.get(found[0].lower(), found[0])[:short] if found[0].lower() in _MONTHS else found[0], text
    )


@lru_cache(maxsize=512)
def date_form(words: str) -> DateForm | None:
    """The form that the words tell; None where they tell no day, month and year."""
    if words in NAMED:
        return DateForm(words)
    made = _strptime(words)
    if made is None:
        return None
    return DateForm(words, made, _day_of(made)) if _tells_a_day(made) else None


def _day_of(made: str) -> str:
    """A form without its time of day, which stands after the day or before it; empty where it has none."""
    between = rf"(?:[\s,]+(?:{'|'.join(BETWEEN)}))?[\s,T@-]*"
    time = r"%[HI]:?%M(?::?%S)?(?:\s?%p)?"
    day = re.split(rf"{between}%[HI]", made, maxsplit=1, flags=re.IGNORECASE)[0]
    day = day or re.sub(rf"^{time}{between}", "", made, flags=re.IGNORECASE)
    return day if day != made and _tells_a_day(day) else ""


@lru_cache(maxsize=512)
def _shape(made: str) -> re.Pattern[str]:
    """A form as a pattern of digits and letters."""
    pieces = re.findall(r"%.|[^%]", made)
    pattern = []
    for place, piece in enumerate(pieces):
        beside = [pieces[at] for at in (place - 1, place + 1) if 0 <= at < len(pieces)]
        if piece in _WIDTHS:
            width = _WIDTHS[piece]
            exact = piece == "%Y" or any(each in _WIDTHS for each in beside)
            pattern.append(rf"\d{{{width}}}" if exact else rf"\d{{1,{width}}}")
        else:
            pattern.append(
                r"[^\W\d_.]+\.?"
                if piece in {"%b", "%B", "%a", "%A", "%p"}
                else r"\S+"
                if piece == "%z"
                else re.escape(piece)
            )
    return re.compile("".join(pattern).replace(r"\ ", r"\s+"), re.IGNORECASE)


_WIDTHS = {"%Y": 4, "%y": 2, "%m": 2, "%d": 2, "%H": 2, "%I": 2, "%M": 2, "%S": 2}
"""Numbers of a form, and how many digits they have."""


def _tells_a_day(form: str) -> bool:
    months = any(each in form for each in ("%m", "%b", "%B"))
    return "%d" in form and months and any(each in form for each in ("%y", "%Y"))


def _strptime(words: str) -> str | None:
    """The words as strptime writes them: `mm` after an hour is minutes. None where a word is unknown."""
    made, end, hours = [], 0, False
    half = any(each in words.lower() for each in _HALVES)
    for found in _TOKENS.finditer(words):
        token = found[0].lower()
        made.append(words[end : found.start()].replace("%", "%%"))
        end = found.end()
        if token in _PLAIN:
            made.append(_PLAIN[token])
        elif token in {"mm", "m"}:
            made, hours = [*made, "%M" if hours else "%m"], False  # minutes stand once: `hh:mm mm/dd/yyyy`
        elif token in {"hh", "h"}:
            made, hours = [*made, "%I" if half else "%H"], True
        elif token in _HALVES:
            made.append("%p")
        elif token in {"z", "t", *BETWEEN}:
            made.append({"z": "%z"}.get(token, found[0]))
        else:
            return None
    return "".join([*made, words[end:].replace("%", "%%")])


def by_name(form: DateForm, text: str) -> date | datetime | None:
    """Read a cell of a form that has a name; None where it is none such."""
    if form.words == DAY_OF_TEXT:
        return _iso_day(text[:10])
    if form.words == JULIAN:
        return _of_the_year(text)
    if form.words in {MILLISECONDS, SECONDS}:
        return _since_1970(text, 1000 if form.words == MILLISECONDS else 1)
    if form.words == SPREADSHEET and _NUMBER.fullmatch(text) and 0 < float(text) < 200_000:
        return _FIRST_SERIAL + timedelta(seconds=round(float(text) * 86_400))
    return _of_century(text) if form.words == CENTURY else None


def _of_century(text: str) -> date | datetime | None:
    found = _CENTURY.fullmatch(text)
    if found is None:
        return None
    whole = f"{19 + int(found[1])}{found[2]}{found[3] or '00'}{found[4] or '00'}"
    try:
        moment = datetime.strptime(whole, "%Y%m%d%H%M")  # noqa: DTZ007 - local to the file, whose zone is told elsewhere
    except ValueError:
        return None
    return moment if found[3] else moment.date()


def _of_the_year(text: str) -> date | datetime | None:
    found = _DAY_OF_YEAR.fullmatch(text)
    try:
        moment = datetime.strptime(f"{found[1]}{found[2] or '00'}{found[3] or '00'}", "%Y%j%H%M") if found else None  # noqa: DTZ007 - local to the file
    except ValueError:
        return None
    return moment if moment is None or (found and found[2]) else moment.date()


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
    except ValueError:
        return None


def _since_1970(text: str, parts: int) -> datetime | None:
    wrapped = _WRAPPED.fullmatch(text)
    number = wrapped[1] if wrapped else text if _NUMBER.fullmatch(text) else ""
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=float(number) / parts) if number else None
    except OverflowError:
        return None
