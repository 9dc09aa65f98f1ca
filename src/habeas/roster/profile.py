"""A profile: how one jail's export becomes the plain roster. A TOML file, checked when loaded, each fault with its line."""

import difflib
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from habeas.plain.canonical import sha256_of
from habeas.plain.errors import BadInputError
from habeas.plain.jsonfiles import read_text
from habeas.plain.tomlfiles import parse_toml
from habeas.roster.columns import COLUMNS
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
    ignored: list[str] = []
    """Source columns that are known and kept raw, but mean nothing to the plain roster."""
    federal_interest: list[str] = []
    """Statute or description cells that are a federal hold printed as a charge."""
    person_id_from: str = ""
    """Where the export has no person number: the canonical column that stands in for it."""
    time_zone: str = ""
    """IANA name; a time without an offset is local to it."""
    default_code: str = ""
    """The code a bare section number belongs to."""
    xml: XmlLayout | None = None
    banded: BandedLayout | None = None

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
    for table in ("columns", "codes", "split"):
        for column in data.get(table, {}):
            if column not in COLUMNS:
                raise BadInputError(_no_column(column, text, name, table))
    for column, codes in profile.codes.items():
        _check_codes(column, codes, text, name)
    if "booking_id" not in profile.columns:
        raise BadInputError(f"{name}: [columns] has no booking_id; nothing can be read without a booking number.")


def _check_codes(column: str, codes: dict[str, str], text: str, name: str) -> None:
    allowed = COLUMNS[column].values
    for raw, code in codes.items():
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
