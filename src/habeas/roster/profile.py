"""A profile: how one jail's export becomes the plain roster. A TOML file, checked when loaded, each fault with its line."""

import difflib
import re
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from habeas.common.canonical import sha256_of
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import read_text
from habeas.common.tomlfiles import parse_toml
from habeas.roster.columns import COLUMNS, FULL_NAME, ColumnKind
from habeas.roster.countries import CODE_TABLES, country_code
from habeas.roster.readers.banded import BandedLayout
from habeas.roster.readers.xml import XmlLayout

FORMATS = ("table", "xml", "banded")
_SAFE_NAME = re.compile(r"[a-z0-9_]+")


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One layout. `docs/profiles.md` explains every key with an example."""

    name: str
    title: str
    format: str
    columns: dict[str, str | list[str]] = {}
    """Canonical column to source column; of several the first that is not empty speaks."""
    codes: dict[str, dict[str, str]] = {}
    """Per canonical column: the export's code to ours. A code not written here is unknown, and reported."""
    dates: list[str] = []
    """Date and time forms besides ISO, as strptime writes them."""
    split: dict[str, str] = {}
    """Per list column its separator; `;` where not written."""
    unknown: dict[str, list[str]] = {}
    """Per canonical column the words that this export writes for unknown; each is said, and needs nobody."""
    empty: list[str] = []
    """Canonical columns that this export never fills: said of each file, and needs nobody."""
    optional: list[str] = []
    """Source columns that an export may lack; `*` for every one. Any other column that is named and not there is a fault."""
    ignored: list[str] = []
    """Source columns that are known and mean nothing to the plain roster: reported as known, never kept."""
    leave_out: list[str] = []
    """Source columns that must not be read: dropped with the row, in no record and no message."""
    country_codes: str = ""
    """How two-letter codes of citizenship read: `iso` or `ncic`. Without it they are unknown, and said."""
    federal_interest: list[str] = []
    """Statute or description cells that are a federal hold printed as a charge."""
    person_id_from: str = ""
    """Where the export has no person number: the canonical column that stands in for it."""
    time_zone: str = ""
    """IANA name; a time without an offset is local to it. Empty where the layout serves many places: the place's own counts."""
    default_code: str = ""
    """The code a bare section number belongs to."""
    xml: XmlLayout | None = None
    banded: BandedLayout | None = None

    def in_zone(self, time_zone: str | None) -> "Profile":
        """The profile as it reads in a place that keeps `time_zone`; its own stands where it states one, None leaves times local."""
        return self if self.time_zone or not time_zone else msgspec.structs.replace(self, time_zone=time_zone)

    def sources(self, column: str) -> tuple[str, ...]:
        """The source columns of a canonical one, in the order they are asked."""
        found = self.columns.get(column, ())
        return (found,) if isinstance(found, str) else tuple(found)


def shipped_profiles() -> tuple[str, ...]:
    """The names of the profiles that come with Habeas."""
    found = (files("habeas.roster") / "profiles").iterdir()
    return tuple(sorted(each.name.removesuffix(".toml") for each in found if each.name.endswith(".toml")))


def load_profile(name: str) -> Profile:
    """Load a shipped profile by name, or a profile file by path. BadInputError names the file, the line and what to mend."""
    if _SAFE_NAME.fullmatch(name) and name in shipped_profiles():
        text = (files("habeas.roster") / "profiles" / f"{name}.toml").read_text(encoding="utf-8")
        return read_profile(text, f"{name}.toml")
    path = Path(name)
    if not path.is_file():
        close = difflib.get_close_matches(name, shipped_profiles(), 1)
        hint = f"; did you mean {close[0]}" if close else ""
        raise BadInputError(
            f'No profile is called "{name}"{hint}? Shipped: {", ".join(shipped_profiles())}; or give a TOML file.'
        )
    return read_profile(read_text(path, max_bytes=2**20), path.name)


def read_profile(text: str, name: str) -> Profile:
    """Read and check a profile's text; `name` is the file's name in a fault's sentence."""
    data = parse_toml(text, name=name)
    _check_columns(data.get("columns"), text, name)
    try:
        profile = msgspec.convert(data, Profile)
    except msgspec.ValidationError as fault:
        raise BadInputError(_said(str(fault), text, name)) from None
    _check(profile, data, text, name)
    return profile


def profile_hash(profile: Profile) -> str:
    """The SHA-256 of the profile as read."""
    return sha256_of(msgspec.to_builtins(profile))


def _check_columns(columns: Any, text: str, name: str) -> None:
    """A column maps to one header or a list of headers; anything else is named with its line."""
    for column, source in columns.items() if isinstance(columns, dict) else ():
        if not (
            isinstance(source, str) or (isinstance(source, list) and all(isinstance(each, str) for each in source))
        ):
            raise BadInputError(
                f"{name}, line {_line(text, column)}: {column} must be a header in quotes, or a list of headers."
            )


def _check(profile: Profile, data: dict[str, Any], text: str, name: str) -> None:
    if profile.format not in FORMATS:
        raise BadInputError(
            f'{name}, line {_line(text, "format")}: format is "{profile.format}"; write one of {", ".join(FORMATS)}.'
        )
    if profile.format != "table" and getattr(profile, profile.format) is None:
        raise BadInputError(f"{name}: a profile of format {profile.format} needs a [{profile.format}] table.")
    for table in ("columns", "codes", "split", "unknown"):
        for column in data.get(table, {}):
            if column not in COLUMNS and not (table == "columns" and column == FULL_NAME):
                raise BadInputError(_no_column(column, text, name, table))
    for column in profile.empty:
        if column not in profile.columns:
            raise BadInputError(
                f'{name}, line {_line(text, "empty")}: empty names "{column}", which [columns] does not; nothing is read for it.'
            )
    for column, codes in profile.codes.items():
        _check_codes(column, codes, text, name)
    for check in (_check_dates, _check_lists, _check_layout, _check_tables):
        fault = check(profile)
        if fault:
            raise BadInputError(f"{name}, line {_line(text, fault[0])}: {fault[1]}.")
    if not profile.sources("booking_id"):
        raise BadInputError(f"{name}: [columns] has no booking_id; nothing can be read without a booking number.")


def _check_dates(profile: Profile) -> tuple[str, str] | None:
    """The date form that is none, and why; None where each tells a day, a month and a year."""
    probe = datetime(2001, 2, 3, 4, 5, 6)  # noqa: DTZ001 - a day to try the form on
    for form in profile.dates:
        try:
            back = datetime.strptime(probe.strftime(form), form)  # noqa: DTZ007 - only the day is compared
        except ValueError:
            back = None
        if back is None or back.date() != probe.date():
            return form, f'dates names "{form}", which is no form of a day, month and year, such as "%m/%d/%Y"'
    return None


def _check_lists(profile: Profile) -> tuple[str, str] | None:
    for column, separator in profile.split.items():
        if COLUMNS[column].kind is not ColumnKind.LIST:
            return column, f"[split] names {column}, which is no list; lists are aliases and holds"
        if not separator:
            return column, f"[split] gives {column} an empty separator"
    return None


def _check_layout(profile: Profile) -> tuple[str, str] | None:
    """A banded report's delimiter, and that each column comes from a name the layout gives."""
    if profile.banded is not None and (len(profile.banded.delimiter) != 1 or profile.banded.delimiter in '\r\n"'):
        return "delimiter", "delimiter must be one character; a report in columns of fixed width has none"
    given = _given(profile)
    for column in profile.columns if given else ():
        for source in profile.sources(column):
            if source not in given:
                return column, f'{column} comes from "{source}", which the layout does not name'
    return None


def _given(profile: Profile) -> set[str]:
    if profile.xml is not None:
        return {*profile.xml.booking, *profile.xml.charges}
    return {*profile.banded.booking, *profile.banded.charge} if profile.banded is not None else set()


def _check_tables(profile: Profile) -> tuple[str, str] | None:
    if profile.country_codes and profile.country_codes not in CODE_TABLES:
        return "country_codes", f'country_codes is "{profile.country_codes}"; write {" or ".join(CODE_TABLES)}'
    names = set(profile.columns) & {"family_name", "given_name", "middle_name", "suffix"}
    if FULL_NAME in profile.columns and names:
        return FULL_NAME, f"full_name gives every part of the name; take {min(names)} out of [columns]"
    return None


def _check_codes(column: str, codes: dict[str, str], text: str, name: str) -> None:
    allowed = COLUMNS[column].values
    for raw, code in codes.items():
        if COLUMNS[column].kind is ColumnKind.COUNTRY and code and country_code(code, "iso") is None:
            raise BadInputError(
                f'{name}, line {_line(text, raw)}: "{code}" is no country; write its name or ISO 3166 code, "US", '
                '"not US", or "" for unknown.'
            )
        if allowed and code and code not in allowed:
            raise BadInputError(
                f'{name}, line {_line(text, raw)}: {column} is never "{code}"; write one of '
                f'{", ".join(sorted(allowed))}, or "" for unknown.'
            )


def _no_column(column: str, text: str, name: str, table: str) -> str:
    close = difflib.get_close_matches(column, COLUMNS, 1)
    hint = f"; did you mean {close[0]}?" if close else f"; the columns are {', '.join(COLUMNS)}."
    return (
        f'{name}, line {_line(text, column)}: [{table}] names "{column}", which is no column of the plain roster{hint}'
    )


def _said(fault: str, text: str, name: str) -> str:
    """msgspec's words with the line of the key they are about."""
    key = re.search(r"`\$\.?([^`]*)`", fault)
    unknown = re.search(r"unknown field `([^`]+)`", fault)
    at = unknown[1] if unknown else (key[1].split(".")[-1].split("[")[0] if key else "")
    problem = fault.split(" - at ", maxsplit=1)[0]
    return f"{name}, line {_line(text, at)}: {problem[:1].lower()}{problem[1:]}{f' ({at})' if at else ''}."


def _line(text: str, key: str) -> int:
    """The first line that writes `key`; 1 where none does."""
    wanted = re.compile(rf'^\s*\[*"?{re.escape(key)}"?\s*[=\]]|["\']{re.escape(key)}["\']') if key else None
    lines = enumerate(text.splitlines(), start=1)
    return next((number for number, line in lines if wanted and wanted.search(line)), 1)
