"""A cell's text into a value: unknown stays unknown, what reads in two ways is said and left unknown, nothing is guessed."""

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from habeas.roster.code_tables import Codes, read_codes
from habeas.roster.columns import UNKNOWN_WORDS, ColumnKind, RosterColumn
from habeas.roster.countries import country_code, two_readings
from habeas.roster.date_words import (
    DATE_CELL,
    DAY_UNKNOWN,
    MILLISECONDS,
    NO_DAY,
    SECONDS,
    SPREADSHEET,
    DateForm,
    by_name,
    date_form,
    in_english,
)
from habeas.roster.entries import Entry, hold_entry, name_entry
from habeas.roster.profile import Profile
from habeas.roster.rows import SEVERAL
from habeas.roster.unknowns import NULL_DATES, is_lost, is_no_date, is_no_name, is_no_number, is_null

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
LOOK_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH"})
"""Alphabets with letters that the eye takes for one another's."""
EARLIEST, LATEST = date(1880, 1, 1), date(2200, 1, 1)
OUR_NUMBERS = frozenset({"booking_id", "person_id"})
NUMBERS = OUR_NUMBERS | {"state_id", "fbi_number", "a_number"}
"""Columns whose value tells one person from another."""
_SLASHED = re.compile(r"^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})$")
_BARE_SECTION = re.compile(
    r"(?!\d{1,2}/\d{1,2}/\d{2,4}$|\d{1,2}-\d{1,2}-\d{4}$)\d[\dA-Z]{0,5}(?:[.:/-]\d[\dA-Z]{0,5})*(?:\s?\([A-Z0-9]+\))*(?:(?<=\))\d[A-Z]?)?"
    r"(?:/\d[\dA-Z.]*(?:\([A-Z0-9]+\))*)?",
    re.IGNORECASE,
)
"""A section without its code, in any state's form: 211, 664/187(a), 9A.36.021, 784.03(1)(a)1, 16-8-14.
A date with slashes or a year of four digits is none."""
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
    if SEVERAL in stripped and column.kind is not ColumnKind.LIST:
        several = tuple(dict.fromkeys(each.strip() for each in stripped.split(SEVERAL) if each.strip()))
        return read_value(column, several[0], profile) if len(several) == 1 else _several(column, several)
    return _read_one(column, text, stripped, profile)


def _read_one(column: RosterColumn, text: str, stripped: str, profile: Profile) -> ReadValue:
    """Read one cell that holds one text."""
    if stripped in profile.unknown.get(column.name, ()):
        return ReadValue(said=f'{column.name} is "{stripped[:40]}", which the profile names as unknown')
    if is_lost(stripped):
        return ReadValue(said=f'{column.name} is "{stripped}", an error of a spreadsheet: left unknown')
    if is_null(stripped) and column.kind in _EMPTY_AS_NULL:
        return ReadValue()
    coded = profile.codes.get(column.name)
    if coded is not None and not (profile.is_new and column.kind is ColumnKind.LIST):
        return _coded(column, text, read_codes(coded, profile.is_new), profile)
    return _READERS[column.kind](column, text, profile)


_EMPTY_AS_NULL = frozenset({ColumnKind.CODE, ColumnKind.FLAG, ColumnKind.NUMBER, ColumnKind.COUNTRY, ColumnKind.LIST})
"""Kinds of cells in which a database's word for nothing is nothing, as an empty cell is."""


def _coded(column: RosterColumn, text: str, codes: Codes, profile: Profile) -> ReadValue:
    stripped = text.strip()
    ours = codes.of(stripped)
    if ours is not None:
        return _coded_as(column, ours, profile) if ours else ReadValue()
    if codes.silent or stripped.upper() in UNKNOWN_WORDS:
        return ReadValue()
    if not codes.closed:
        return _READERS[column.kind](column, text, profile)
    return ReadValue(said=f'{column.name} is "{stripped[:40]}", a code the profile does not know: left unknown')


def _coded_as(column: RosterColumn, code: str, profile: Profile) -> ReadValue:
    """A code of the profile's own: its countries are written as ISO 3166 has them, whatever table the export uses."""
    if column.kind is ColumnKind.COUNTRY:
        return ReadValue(country_code(code, "iso"))
    return _READERS[column.kind](column, code, profile)


def _read_name(column: RosterColumn, text: str, profile: Profile) -> ReadValue:
    """A part of a name: a word for none is none, and of the two that everybody has it is said."""
    stripped = text.strip()
    if column.name in _NEEDLESS:
        return ReadValue() if is_no_name(stripped) else _plain(column, text)
    if is_null(stripped) or not any(map(str.isalpha, stripped)):
        return ReadValue(said=f'{column.name} is "{stripped[:40]}", which is no name: left unknown')
    return _plain(column, text)


_OF_A_CHARGE = frozenset({"statute", "charge_description"})
_SEVERAL_CHARGES = re.compile(r"<br ?/?>|[;|\n]\s*(?:[A-Z][A-Z.&]{0,5} ?)?\d{1,4}[A-Z]?[.:-]\d+", re.IGNORECASE)
"""Another section behind a mark that stands between charges."""
_NEEDLESS = frozenset({"middle_name", "suffix"})
"""Parts of a name that many people do not have."""


def _read_text(column: RosterColumn, text: str, profile: Profile) -> ReadValue:
    if column.name not in NUMBERS and (is_null(text.strip()) or not any(map(str.isalnum, text))):
        return ReadValue()
    if column.name in NUMBERS and is_no_number(text):
        said = f'{column.name} is "{text.strip()[:40]}", which is no number: left unknown'
        return ReadValue(said=said if column.name in OUR_NUMBERS else "")
    if column.name in OUR_NUMBERS and _EXCEL_DAMAGE.match(text.strip()):
        return ReadValue(said=f'{column.name} is "{text.strip()}": a spreadsheet turned the number into a power of ten')
    if column.name in _OF_A_CHARGE and _SEVERAL_CHARGES.search(text):
        told = f'{column.name} is "{text.strip()[:60]}", which seems to hold several charges and is read as one'
        return replace(_plain(column, text), said=f"{told}: which they are is left unknown; cut it under [split]")
    if column.name == "statute" and profile.default_code and _BARE_SECTION.fullmatch(text.strip()):
        return ReadValue(f"{profile.default_code} {text.strip()}")
    return _plain(column, text)


def _several(column: RosterColumn, several: tuple[str, ...]) -> ReadValue:
    """A place in a tree that holds several values, where one is wanted: nobody says which."""
    told = f'{column.name} has {len(several)} values ("{several[0][:30]}", "{several[1][:30]}")'
    return ReadValue(said=f"{told}: left unknown; choose one in its path, such as [type=legal]")


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
    found = _told(column, text, profile)
    day = _day(found.value, profile.time_zone) if isinstance(found.value, datetime) and profile.is_new else found.value
    day = day.date() if isinstance(day, datetime) else day
    if day is None and found.value is not None:
        return ReadValue(
            said=f'{column.name} is "{text.strip()[:40]}", a moment that is two days in two time zones: left unknown'
        )
    return ReadValue(day, found.said, found.two_digits)


def _day(moment: datetime, zone: str) -> date | None:
    """The day of a moment that is written in UTC: a midnight there or here is that day; another one is a day here, and no birth's."""
    if moment.tzinfo is not UTC:
        return moment.date()
    here = moment.astimezone(ZoneInfo(zone)) if zone else moment
    if (moment.hour, moment.minute) == (0, 0):
        return moment.date()
    return here.date() if (here.hour, here.minute) == (0, 0) or here.date() == moment.date() else None


def _told(column: RosterColumn, text: str, profile: Profile) -> ReadValue:
    """The moment of a cell, by the column's own forms, or by those of the older words."""
    if column.name in profile.forms:
        return _by_forms(column, text, profile.forms_of(column.name))
    return _moment(column, text, tuple(profile.dates))


def _read_time(column: RosterColumn, text: str, profile: Profile) -> ReadValue:
    found = _told(column, text, profile)
    if found.value is None:
        return found
    moment = found.value if isinstance(found.value, datetime) else datetime(*found.value.timetuple()[:3])  # noqa: DTZ001 - local, set below
    since_1970 = {MILLISECONDS, SECONDS} & set(profile.forms_of(column.name))
    if since_1970 and moment.tzinfo is UTC and profile.time_zone:
        return ReadValue(moment.astimezone(ZoneInfo(profile.time_zone)))
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
def _by_forms(column: RosterColumn, text: str, written: tuple[str, ...]) -> ReadValue:
    """A cell by the forms a profile writes for its column; ISO beside them, where no form begins with the year."""
    stripped = " ".join(text.split())
    if is_no_date(stripped):
        return ReadValue(said=f'{column.name} is "{stripped[:40]}", which is no date: left unknown')
    forms = [form for each in written if (form := date_form(each))]
    for form in forms:
        if form.words in NO_DAY:
            return ReadValue(said=f'{column.name} is "{stripped[:40]}", {NO_DAY[form.words]}{DAY_UNKNOWN}')
        found = _by_form(stripped, form)
        if found is not None:
            return replace(_sane(column, found, stripped), two_digits=form.two_digits)
    iso = _iso(stripped) if not any(form.strptime.startswith("%Y-") for form in forms) else None
    if iso is not None and not (stripped.isdigit() or any(form.words == SPREADSHEET for form in forms)):
        return _sane(column, iso, stripped)
    return ReadValue(
        said=f'{column.name} is "{stripped[:40]}", which is not written {" or ".join(written)}: left unknown'
    )


def _by_form(text: str, form: DateForm) -> date | datetime | None:
    if form.words == DATE_CELL:
        return _iso(text)
    if not form.strptime:
        return by_name(form, text)
    if not form.fits(text):
        return None
    if "%b" in form.strptime.lower():
        text = in_english(text, form.strptime)
    found = _strptime(text, form.strptime) if form.strptime_of(text) == form.strptime else None
    if found is None and form.day_alone:
        day = _strptime(text, form.day_alone)
        return day.date() if day is not None else None
    return found


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
    separator = _separator(column.name, profile)
    laid_out = [_json_list(each) or [each] for each in text.split(SEVERAL)]
    if any(None in each for each in laid_out):
        return ReadValue(said=f'{column.name} is "{text.strip()[:40]}", JSON that is no list of texts: left unknown')
    wholes = [each or "" for whole in laid_out for each in whole]
    entry = hold_entry if column.name == "holds" else name_entry
    # N/A and NO HOLDS/WARRANTS are one word each, whatever stands between entries
    cut = ([each] if entry(each) in {Entry.UNKNOWN, Entry.NONE} else split_list(each, separator) for each in wholes)
    parts = [part.strip() for each in cut for part in each if part.strip()]
    codes = profile.codes.get(column.name) or (profile.codes.get("hold") if column.name == "holds" else None)
    if profile.is_new and codes is not None:
        parts = _coded_parts(parts, read_codes(codes, True))
    return _entries(column, parts)


def split_list(text: str, separator: str) -> list[str]:
    """The parts of a list between its marks; a word between them (`and`) stands alone between blanks, in any capitals."""
    return re.split(rf"\s+{separator}\s+", text, flags=re.IGNORECASE) if separator.isalpha() else text.split(separator)


def _entries(column: RosterColumn, parts: list[str]) -> ReadValue:
    """The entries of a list: words for none are none of them, and one that tells that something is there and not what leaves it open."""
    kinds = [(hold_entry if column.name == "holds" else name_entry)(part) for part in parts]
    named = tuple(part for part, kind in zip(parts, kinds, strict=True) if kind is Entry.NAMED)
    untold = next((part for part, kind in zip(parts, kinds, strict=True) if kind is Entry.UNTOLD), "")
    what = f'{column.name} is "{untold[:40]}", which names no hold: what it says is left unknown'
    said = f"{what}; write what it means under [codes.hold], or under [flags] for a column of marks" if untold else ""
    return ReadValue(named if named or (Entry.NONE in kinds and not untold) else None, said)


def _json_list(text: str) -> list[str | None] | None:
    """The texts of a JSON list in a cell (`["ICE", "USMS"]`; of an empty one, the word for none); None within for what is no text."""
    stripped = text.strip()
    if not (stripped.startswith(("[", "{")) and stripped.endswith(("]", "}"))):
        return None
    try:
        found = json.loads(stripped)
    except (ValueError, RecursionError):
        return [None] if '"' in stripped else None
    if not isinstance(found, list):
        return [None]
    return [each if isinstance(each, str) else None for each in found] or ["NONE"]


def _separator(column: str, profile: Profile) -> str:
    """What stands between the values of a list: `forms` say `list /`, `split` says `/`."""
    form = next(iter(profile.forms_of(column)), "")
    return form.removeprefix("list ") if form else profile.split.get(column, ";")


def _coded_parts(parts: list[str], codes: Codes) -> list[str]:
    """Each value of a list by the code table; another stays as it is, unless the table is closed."""
    told = [codes.of(part) for part in parts]
    return [
        ours if ours is not None else part
        for ours, part in zip(told, parts, strict=True)
        if ours or (ours is None and not codes.silent)
    ]


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
    ColumnKind.NAME: _read_name,
    ColumnKind.CODE: _read_code,
    ColumnKind.FLAG: _read_flag,
    ColumnKind.NUMBER: _read_number,
    ColumnKind.DATE: _read_date,
    ColumnKind.TIME: _read_time,
    ColumnKind.LIST: _read_list,
    ColumnKind.COUNTRY: _read_country,
}
