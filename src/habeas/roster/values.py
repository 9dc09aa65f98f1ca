"""A cell's text into a value: unknown stays unknown, what reads in two ways is said and left unknown, nothing is guessed."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from habeas.roster.columns import UNKNOWN_WORDS, ColumnKind, RosterColumn
from habeas.roster.countries import country_code, two_readings
from habeas.roster.profile import Profile
from habeas.roster.unknowns import NULL_DATES, is_lost, is_no_date, is_no_number

ANY_OTHER = "*"
"""In a profile's codes: every code not written is known to mean nothing to us, and is unknown without a word."""

FLAGS = {
    "true": True,
    "t": True,
    "yes": True,
    "y": True,
    "1": True,
    "false": False,
    "f": False,
    "no": False,
    "n": False,
    "0": False,
}
YES_OR_NO = frozenset(FLAGS)
NO_ENTRY = frozenset({"NONE", "NO HOLD", "NO HOLDS"})
"""Words of a list column that say there is nothing in it: known, and empty."""
LOOK_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH"})
"""Alphabets with letters that the eye takes for one another's."""
EARLIEST, LATEST = date(1880, 1, 1), date(2200, 1, 1)
OUR_NUMBERS = frozenset({"booking_id", "person_id"})
NUMBERS = OUR_NUMBERS | {"state_id", "fbi_number", "a_number"}
"""Columns whose value tells one person from another."""
_SLASHED = re.compile(r"^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})$")
_BARE_SECTION = re.compile(r"\d[\d.:\-]*[A-Z]?(?:\([A-Z0-9]+\))*", re.IGNORECASE)
_MIDNIGHT_AFTER = re.compile(r"(?<!\d)24(:?)00((?::00)?)(?!\d)")
_EXCEL_DAMAGE = re.compile(r"^\d+(?:\.\d+)?[eE][+-]?\d+$")


@dataclass(frozen=True, slots=True)
class ReadValue:
    """What a cell was read as, and what a person must be told about it (empty where nothing)."""

    value: Any = None
    said: str = ""
    two_digits: bool = False
    """A date whose year was written in two digits: its century is a guess."""


def read_value(column: RosterColumn, text: str, profile: Profile) -> ReadValue:
    """Read one cell of a canonical column."""
    stripped = text.strip()
    if not stripped:
        return ReadValue()
    if stripped in profile.unknown.get(column.name, ()):
        return ReadValue(said=f'{column.name} is "{stripped[:40]}", which the profile names as unknown')
    if is_lost(stripped):
        return ReadValue(said=f'{column.name} is "{stripped}", an error of a spreadsheet: left unknown')
    coded = profile.codes.get(column.name)
    if coded is not None:
        return _coded(column, stripped, coded, profile)
    return _READERS[column.kind](column, text, profile)


def _coded(column: RosterColumn, text: str, codes: dict[str, str], profile: Profile) -> ReadValue:
    if ANY_OTHER in codes and text not in codes:
        return ReadValue()
    if text in codes:
        return _coded_as(column, codes[text], profile) if codes[text] else ReadValue()
    if text.upper() in UNKNOWN_WORDS:
        return ReadValue()
    return ReadValue(said=f'{column.name} is "{text[:40]}", a code the profile does not know: left unknown')


def _coded_as(column: RosterColumn, code: str, profile: Profile) -> ReadValue:
    """A code of the profile's own: its countries are written as ISO 3166 has them, whatever table the export uses."""
    if column.kind is ColumnKind.COUNTRY:
        return ReadValue(country_code(code, "iso"))
    return _READERS[column.kind](column, code, profile)


def _read_text(column: RosterColumn, text: str, profile: Profile) -> ReadValue:
    if column.name in NUMBERS and is_no_number(text):
        said = f'{column.name} is "{text.strip()[:40]}", which is no number: left unknown'
        return ReadValue(said=said if column.name in OUR_NUMBERS else "")
    if column.name in OUR_NUMBERS and _EXCEL_DAMAGE.match(text.strip()):
        return ReadValue(said=f'{column.name} is "{text.strip()}": a spreadsheet turned the number into a power of ten')
    if column.name == "statute" and profile.default_code and _BARE_SECTION.fullmatch(text.strip()):
        return ReadValue(f"{profile.default_code} {text.strip()}")
    return _plain(column, text)


def _plain(column: RosterColumn, text: str) -> ReadValue:
    """Text without the marks nobody sees; that they were there is said."""
    if text.isascii() and text.isprintable():
        return ReadValue(text.strip() or None)
    clean = "".join(letter for letter in text if unicodedata.category(letter) not in {"Cc", "Cf"} or letter in "\n\t")
    said = f"{column.name} held invisible characters: taken out" if clean != text else _alphabets(column, clean)
    return ReadValue(unicodedata.normalize("NFC", clean).strip() or None, said)


def _alphabets(column: RosterColumn, text: str) -> str:
    """What to say of a name or number that mixes alphabets whose letters look alike: it would match nobody. Empty where it does not."""
    found = {unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha()} & LOOK_ALIKE
    return (
        f"{column.name} mixes {' and '.join(sorted(each.title() for each in found))} letters: kept as written"
        if len(found) > 1
        else ""
    )


def _read_code(column: RosterColumn, text: str, profile: Profile) -> ReadValue:
    code = text.strip().lower().replace(" ", "_").replace("-", "_")
    if text.strip().upper() in UNKNOWN_WORDS:
        return ReadValue()
    if code in column.values:
        return ReadValue(code)
    return ReadValue(
        said=f'{column.name} is "{text.strip()[:40]}", none of {", ".join(sorted(column.values))}: left unknown'
    )


def _read_flag(column: RosterColumn, text: str, profile: Profile) -> ReadValue:
    word = text.strip().lower()
    if word.upper() in UNKNOWN_WORDS:
        return ReadValue()
    return (
        ReadValue(FLAGS[word])
        if word in FLAGS
        else ReadValue(said=f'{column.name} is "{text.strip()[:40]}", neither true nor false: left unknown')
    )


def _read_number(column: RosterColumn, text: str, profile: Profile) -> ReadValue:
    digits = re.fullmatch(r"(\d{1,6})(?:\.0+)?(?:\s*days?)?", text.strip(), re.IGNORECASE)
    return (
        ReadValue(int(digits[1]))
        if digits
        else ReadValue(said=f'{column.name} is "{text.strip()[:40]}", no whole number: left unknown')
    )


def _read_date(column: RosterColumn, text: str, profile: Profile) -> ReadValue:
    found = _moment(column, text, tuple(profile.dates))
    day = found.value.date() if isinstance(found.value, datetime) else found.value
    return ReadValue(day, found.said, found.two_digits)


def _read_time(column: RosterColumn, text: str, profile: Profile) -> ReadValue:
    found = _moment(column, text, tuple(profile.dates))
    if found.value is None:
        return found
    moment = found.value if isinstance(found.value, datetime) else datetime(*found.value.timetuple()[:3])  # noqa: DTZ001 - local, set below
    return _local(column, moment, profile.time_zone)


def _local(column: RosterColumn, moment: datetime, zone: str) -> ReadValue:
    """A time without an offset is local to the county; one that the clock skipped or struck twice is said."""
    if moment.tzinfo is not None or not zone:
        return ReadValue(moment)
    early, late = (moment.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return ReadValue(early)
    back = early.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    what = "struck twice" if back == moment else "never was"
    return ReadValue(
        said=f"{column.name} is {moment.isoformat()}, a time that {what} when the clocks changed: left unknown"
    )


@lru_cache(maxsize=65536)
def _moment(column: RosterColumn, text: str, forms: tuple[str, ...]) -> ReadValue:
    stripped = text.strip()
    if is_no_date(stripped):
        return ReadValue(said=f'{column.name} is "{stripped[:40]}", which is no date: left unknown')
    for form in forms:
        parsed = _strptime(stripped, form)
        if parsed is not None:
            return replace(_sane(column, parsed, stripped), two_digits="%y" in form)
    iso = _iso(stripped)
    if iso is not None:
        return _sane(column, iso, stripped)
    return ReadValue(said=f'{column.name} is "{stripped[:40]}", {_why_not(stripped)}: left unknown')


def _iso(text: str) -> date | datetime | None:
    for reader in (date.fromisoformat, _to_midnight(datetime.fromisoformat)):
        try:
            return reader(text)
        except (ValueError, OverflowError):
            continue
    return None


def _strptime(text: str, form: str) -> datetime | None:
    try:
        return _to_midnight(lambda each: datetime.strptime(each, form))(text)  # noqa: DTZ007 - the county's zone is set where the column is a time
    except (ValueError, OverflowError):
        return None


def _to_midnight(reader: Callable[[str], datetime]) -> Callable[[str], datetime]:
    """24:00 is the end of its day: the midnight after it."""

    def read(text: str) -> datetime:
        try:
            return reader(text)
        except ValueError:
            day, found = _MIDNIGHT_AFTER.subn(r"00\g<1>00\g<2>", text)
            if not found:
                raise
            return reader(day) + timedelta(days=1)

    return read


def _why_not(text: str) -> str:
    slashed = _SLASHED.match(text)
    if slashed and max(int(slashed[1]), int(slashed[2])) <= 12:
        return "which reads in two ways"
    return "no date there is" if re.match(r"^\d{4}-\d{2}-\d{2}$", text) or slashed else "no date Habeas reads"


def _sane(column: RosterColumn, found: date | datetime, text: str) -> ReadValue:
    day = found.date() if isinstance(found, datetime) else found
    if day in NULL_DATES:
        return ReadValue(said=f'{column.name} is "{text[:40]}", a usual mark for no date: left unknown')
    if not EARLIEST <= day < LATEST:
        return ReadValue(said=f'{column.name} is "{text[:40]}", a year that cannot be: left unknown')
    return ReadValue(found)


def _read_list(column: RosterColumn, text: str, profile: Profile) -> ReadValue:
    separator = profile.split.get(column.name, ";")
    parts = [part.strip() for part in text.split(separator) if part.strip()]
    known = tuple(part for part in parts if part.upper() not in UNKNOWN_WORDS)
    return ReadValue(tuple(part for part in known if part.upper() not in NO_ENTRY) if known else None)


def _read_country(column: RosterColumn, text: str, profile: Profile) -> ReadValue:
    if text.strip().upper() in UNKNOWN_WORDS:
        return ReadValue()
    stripped = text.strip()
    if stripped.lower() in YES_OR_NO:
        why = f'answers a question and names no country; write [codes.{column.name}], such as "N" = "not US"'
        return ReadValue(said=f'{column.name} is "{stripped}", which {why}: left unknown')
    code = country_code(stripped, profile.country_codes)
    if code:
        return ReadValue(code)
    twice = two_readings(stripped) if not profile.country_codes or len(stripped) > 2 else ""
    why = f"which reads in two ways ({twice})" if twice else "which names no country"
    return ReadValue(said=f'{column.name} is "{stripped[:40]}", {why}: left unknown')


_READERS: dict[ColumnKind, Callable[[RosterColumn, str, Profile], ReadValue]] = {
    ColumnKind.TEXT: _read_text,
    ColumnKind.NAME: lambda column, text, profile: _plain(column, text),
    ColumnKind.CODE: _read_code,
    ColumnKind.FLAG: _read_flag,
    ColumnKind.NUMBER: _read_number,
    ColumnKind.DATE: _read_date,
    ColumnKind.TIME: _read_time,
    ColumnKind.LIST: _read_list,
    ColumnKind.COUNTRY: _read_country,
}
