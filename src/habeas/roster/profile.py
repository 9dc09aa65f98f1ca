"""A profile: how one jail's export becomes the plain roster. A TOML file, checked when loaded, each fault with its line."""

import difflib
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from habeas.common.canonical import sha256_of
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import read_text
from habeas.common.tomlfiles import parse_toml
from habeas.roster.code_tables import CodeTable
from habeas.roster.columns import COLUMNS, FULL_NAME
from habeas.roster.layout import (
    FileLayout,
    JoinRule,
    LeaveOut,
    LineRule,
    LookupRule,
    RowRule,
    SampleRule,
    TotalRule,
    holes,
)
from habeas.roster.profile_checks import faults_of
from habeas.roster.readers.banded import BandedLayout
from habeas.roster.readers.xml import XmlLayout

_SAFE_NAME = re.compile(r"[a-z0-9_]+")


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One layout. `docs/profiles.md` explains every key with an example."""

    name: str
    title: str = ""
    format: str = ""
    """`table`, `xml` or `banded`: a layout in the older words. The newer words are under `[file]`."""
    file: FileLayout | None = None
    columns: dict[str, str | list[str]] = {}
    """Canonical column to source column; of several the first that is not empty speaks."""
    codes: dict[str, CodeTable] = {}
    """Per canonical column: the export's code to ours, or ours to the export's several. `code` and `hold` are tables for the code within a
    statute and for one hold of a list."""
    dates: list[str] = []
    """Date and time forms besides ISO, as strptime writes them."""
    forms: dict[str, str | list[str]] = {}
    """Per canonical column how it is written, in the file's own words: dates, names, charges, numbers, lists."""
    rows: list[RowRule] = []
    lines: list[LineRule] = []
    totals: list[TotalRule] = []
    join: list[JoinRule] = []
    lookup: list[LookupRule] = []
    sample: list[SampleRule] = []
    make_sure: list[str] = []
    """What a draft guessed: asked about at each import until a person takes it out."""
    constants: dict[str, str] = {}
    """Canonical columns that are the same for everyone in the export."""
    flags: dict[str, dict[str, str]] = {}
    """Source columns that say by a mark that there is a hold: the mark, and the hold it says."""
    expects: list[str] = []
    """The header as it was when the profile was made: another one stops the import."""
    split: dict[str, str] = {}
    """Per list column its separator; `;` where not written."""
    unknown: dict[str, list[str]] = {}
    """Per canonical column the words that this export writes for unknown; each is said, and needs nobody."""
    held_for_all: list[str] = []
    """Holds that everybody of this jail has, as a person confirmed: not asked about."""
    empty: list[str] = []
    """Canonical columns that this export never fills: said of each file, and needs nobody."""
    optional: list[str] = []
    """Source columns that an export may lack; `*` for every one. Any other column that is named and not there is a fault."""
    ignored: list[str] = []
    """Source columns that are known and mean nothing to the plain roster: reported as known, never kept."""
    leave_out: list[str] | LeaveOut = []
    """Source columns, and sheets, that must not be read: dropped with the row, in no record and no message."""
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

    @property
    def is_new(self) -> bool:
        """Whether the layout is written in the newer words, under `[file]`."""
        return self.file is not None

    @property
    def left_out(self) -> tuple[str, ...]:
        """The source columns that must not be read."""
        return tuple(self.leave_out.columns if isinstance(self.leave_out, LeaveOut) else self.leave_out)

    @property
    def sheets_left_out(self) -> tuple[str, ...]:
        """The sheets that must not be read."""
        return tuple(self.leave_out.sheets) if isinstance(self.leave_out, LeaveOut) else ()

    def sources_in_turn(self, column: str) -> tuple[str, ...]:
        """The sources of a canonical column in the order they are asked, each as written (`{Code} {Section}`)."""
        found = self.columns.get(column, ())
        return (found,) if isinstance(found, str) else tuple(found)

    def sources(self, column: str) -> tuple[str, ...]:
        """The source columns of a canonical one."""
        found = self.sources_in_turn(column)
        return tuple(hole for each in found for hole in holes(each)) if self.is_new else found

    def forms_of(self, column: str) -> tuple[str, ...]:
        """The written forms of a canonical column; empty where none is written."""
        found = self.forms.get(column, ())
        return (found,) if isinstance(found, str) else tuple(found)


def shipped_profiles() -> tuple[str, ...]:
    """The names of the profiles that come with Habeas."""
    found = (files("habeas.roster") / "profiles").iterdir()
    return tuple(sorted(each.name.removesuffix(".toml") for each in found if each.name.endswith(".toml")))


def profile_text(name: str) -> str:
    """The text of a shipped profile. BadInputError where none is called so, with those there are."""
    if not _SAFE_NAME.fullmatch(name) or name not in shipped_profiles():
        raise BadInputError(f'No profile is called "{name}". Shipped: {", ".join(shipped_profiles())}.')
    return (files("habeas.roster") / "profiles" / f"{name}.toml").read_text(encoding="utf-8")


def load_profile(name: str) -> Profile:
    """Load a shipped profile by name, or a profile file by path. BadInputError names the file, the line and what to mend."""
    if _SAFE_NAME.fullmatch(name) and name in shipped_profiles():
        return read_profile(profile_text(name), f"{name}.toml")
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
    profile = _with_ruler(profile)
    fault_found = next(faults_of(profile), None)
    if fault_found:
        at = line_of(text, fault_found.key, fault_found.table, fault_found.number)
        raise BadInputError(f"{name}, line {at}: {fault_found.what}{'' if fault_found.what.endswith('?') else '.'}")
    return profile


def _with_ruler(profile: Profile) -> Profile:
    """A report's ruler names plain columns itself: each is its own source, and `hold` is one of the holds."""
    named = dict.fromkeys(cell for line in profile.lines for cell in line.ruler)
    plain = {**dict.fromkeys(COLUMNS), FULL_NAME: None, "hold": None}
    own: dict[str, str | list[str]] = {cell: cell for cell in named if cell in plain and cell not in {"hold", "holds"}}
    held = [cell for cell in named if cell in {"hold", "holds"}]
    own |= {"holds": held if len(held) > 1 else held[0]} if held else {}
    return msgspec.structs.replace(profile, columns={**own, **profile.columns}) if own else profile


def profile_hash(profile: Profile) -> str:
    """The SHA-256 of the profile as read. A profile in the older words has the hash it always had."""
    told = msgspec.to_builtins(profile)
    return sha256_of(
        {key: value for key, value in told.items() if key not in NEWER or getattr(profile, key) != _UNUSED[key]}
    )


NEWER = (
    "file",
    "forms",
    "rows",
    "lines",
    "totals",
    "join",
    "sample",
    "constants",
    "flags",
    "expects",
    "make_sure",
    "held_for_all",
    "lookup",
)
_UNUSED = {
    each.name: each.default if each.default is not msgspec.NODEFAULT else each.default_factory()
    for each in msgspec.structs.fields(Profile)
    if each.name in NEWER
}


def _check_columns(columns: Any, text: str, name: str) -> None:
    """A column maps to one header or a list of headers; anything else is named with its line."""
    for column, source in columns.items() if isinstance(columns, dict) else ():
        if not (
            isinstance(source, str) or (isinstance(source, list) and all(isinstance(each, str) for each in source))
        ):
            raise BadInputError(
                f"{name}, line {line_of(text, column)}: {column} must be a header in quotes, or a list of headers."
            )


def _said(fault: str, text: str, name: str) -> str:
    """msgspec's words with the line of the key they are about, and the keys there are where one is unknown."""
    path = re.search(r"`\$\.?([^`]*)`", fault)
    steps = re.sub(r"\[[^\]]*\]", "", path[1]).split(".") if path and path[1] else []
    unknown = re.search(r"unknown field `([^`]+)`", fault)
    if unknown:
        known = _keys(steps[0] if steps else "")
        table = f"[{steps[0]}]" if steps else "a profile"
        close = difflib.get_close_matches(unknown[1], known, 1)
        hint = f"did you mean {close[0]}?" if close else f"its keys are {', '.join(known)}."
        return f'{name}, line {line_of(text, unknown[1], steps[0] if steps else "")}: {table} has no key "{unknown[1]}"; {hint}'
    at = steps[-1] if steps else ""
    where = line_of(text, at, ".".join(steps[:-1]))
    within = path is not None and path[1].endswith("]")
    return f"{name}, line {where}: {_in_words(fault.split(' - at ', maxsplit=1)[0], at, within=within)}."


_KINDS = {
    "array": ("a list", 'a list, such as ["X"]'),
    "object": ("a table", 'a table, such as { Column = "X" }'),
    "str": ("a text", "a text in quotes"),
    "int": ("a number", "a number without quotes"),
    "float": ("a number", "a number without quotes"),
    "bool": ("true or false", "true or false without quotes"),
}
"""msgspec's kinds: what one is called, and what to write."""
_SEVERAL_TABLES = ("rows", "lines", "totals", "join", "lookup", "sample")
_EXAMPLES = {
    "name": 'name = "alder"', "is": 'is = "charge"', "when": 'when = { Column = ["VALUE"] }', "on": 'on = "Booking No"',
    "reads": 'reads = { family_name = "DOE" }',
}  # fmt: skip


def _in_words(problem: str, at: str, *, within: bool) -> str:
    """What msgspec found at a key, or `within` its table or list, as what to write there."""
    lacking = re.search(r"missing required field `([^`]+)`", problem)
    if lacking:
        example = _EXAMPLES.get(lacking[1], f"{lacking[1]} = ...")
        return f"{f'[[{at}]]' if at in _SEVERAL_TABLES else f'[{at}]' if at else 'a profile'} needs {lacking[1]}; write {example}"
    kinds = re.search(r"[Ee]xpected `([^`]+)`, got `([^`]+)`", problem)
    if not kinds:
        return f"{problem[:1].lower()}{problem[1:]}{f' ({at})' if at else ''}"
    if at in _SEVERAL_TABLES and kinds[2] == "object":
        return f"[{at}] may stand several times; write [[{at}]], with two brackets"
    wanted = " or ".join(dict.fromkeys(_KINDS.get(each, (each, each))[1] for each in kinds[1].split(" | ")))
    what = f"a value under {at}" if within else at or "this"
    return f"{what} is {_KINDS.get(kinds[2], (kinds[2],))[0]}; write {wanted}"


_TABLES: dict[str, Any] = {
    "": Profile, "file": FileLayout, "rows": RowRule, "lines": LineRule, "totals": TotalRule, "join": JoinRule, "lookup": LookupRule,
    "sample": SampleRule,
    "leave_out": LeaveOut, "banded": BandedLayout, "xml": XmlLayout,
}  # fmt: skip


def _keys(table: str) -> list[str]:
    return [each.encode_name for each in msgspec.structs.fields(_TABLES.get(table, Profile))]


def line_of(text: str, key: str, table: str = "", number: int = 0) -> int:
    """The line that writes `key`, within `[table]` (of several `[[table]]` the one of that number) where it stands there; else 1."""
    lines = text.splitlines()
    wanted = (
        re.compile(rf'^\s*\[*"?{re.escape(key)}"?\s*[=\]]|["\']{re.escape(key)}["\']|[{{,]\s*{re.escape(key)}\s*=')
        if key
        else None
    )
    heads = (
        [place for place, line in enumerate(lines) if re.match(rf"\s*\[+\s*{re.escape(table)}\s*\]+", line)]
        if table
        else []
    )
    head = heads[min(number, len(heads) - 1)] if heads else 0
    below = [*range(head, len(lines)), *range(head)]
    found = next((place for place in below if wanted and wanted.search(lines[place])), head)
    return found + 1
