"""What is wrong with a profile as written: each fault with the key it is about and what to write. Old words and new."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from habeas.roster.code_tables import ABSENT, ANY_OTHER, CLOSED, OTHER, CodeTable, written_twice
from habeas.roster.columns import COLUMNS, FULL_NAME, ColumnKind
from habeas.roster.countries import CODE_TABLES, country_code
from habeas.roster.layout import PLACE
from habeas.roster.profile_checks_new import new_faults
from habeas.roster.readers.xml import path_fault

if TYPE_CHECKING:
    from habeas.roster.profile import Profile

FORMATS = ("table", "xml", "banded")
CODE_OF_A_STATUTE, ONE_HOLD = "code", "hold"
"""Tables under `codes` that are no plain column: the code within a statute, and one of the holds of a list."""
UNKNOWN = "unknown"
"""In a table of lists: words of the file that mean nothing to us."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the table and key it is about (`rows` and a number for the second `[[rows]]`), and what to write."""

    table: str
    key: str
    what: str
    number: int = 0


def faults_of(profile: "Profile") -> Iterator[Fault]:
    """Yield what is wrong, the first thing to mend first."""
    yield from _shape(profile)
    yield from _names(profile)
    yield from _codes(profile)
    for check in (_dates, _lists, _layout, _paths, _zone, _tables):
        yield from check(profile)
    if profile.is_new:
        yield from (Fault(*each) for each in new_faults(profile))
    if not profile.sources("booking_id"):
        yield Fault("", "columns", "[columns] has no booking_id; nothing can be read without a booking number")


def _shape(profile: "Profile") -> Iterator[Fault]:
    if profile.is_new:
        if profile.format:
            yield Fault("", "format", "format and [file] are two ways to say one thing; take format out")
        return
    if not profile.format:
        yield Fault(
            "",
            "",
            'the profile does not say what the file looks like; write [file] and shape = "table", "lines" or "tree" below it',
        )
    elif profile.format not in FORMATS:
        yield Fault("", "format", f'format is "{profile.format}"; write one of {", ".join(FORMATS)}')
    elif profile.format != "table" and getattr(profile, profile.format) is None:
        yield Fault("", "format", f"a profile of format {profile.format} needs a [{profile.format}] table")


def _names(profile: "Profile") -> Iterator[Fault]:
    """Every plain column that is named is one."""
    more: dict[str, tuple[str, ...]] = {
        "columns": (FULL_NAME,),
        "forms": (FULL_NAME,),
        "codes": (CODE_OF_A_STATUTE, ONE_HOLD) if profile.is_new else (),
    }
    for table in ("columns", "codes", "split", "unknown", "forms", "constants"):
        for column in getattr(profile, table):
            if column not in COLUMNS and column not in more.get(table, ()):
                yield Fault(table, column, _no_column(column, table))
    for column in profile.columns if not profile.is_new else ():
        if any(PLACE in source for source in profile.sources(column)):
            what = f'{column} is of numbered columns ({PLACE}), which the older words do not read; write [file] and shape = "table"'
            yield Fault("columns", column, what)
    for column in profile.empty:
        if column not in profile.columns:
            yield Fault("", "empty", f'empty names "{column}", which [columns] does not; nothing is read for it')


def _no_column(column: str, table: str) -> str:
    parts = [each for each in COLUMNS if column in each.split("_")]
    close = parts if len(parts) == 1 else difflib.get_close_matches(column, [*COLUMNS, FULL_NAME], 1)
    hint = f"; did you mean {close[0]}?" if close else f"; the columns are {', '.join(COLUMNS)}"
    return f'[{table}] names "{column}", which is no column of the plain roster{hint}'


def _codes(profile: "Profile") -> Iterator[Fault]:
    for column, table in profile.codes.items():
        twice = written_twice(table)
        if twice:
            yield Fault(f"codes.{column}", twice, f'[codes.{column}] gives "{twice}" two meanings; keep one')
        if table.get(OTHER, CLOSED) != CLOSED:
            yield Fault(
                f"codes.{column}",
                OTHER,
                f'other is "{table[OTHER]}"; write other = "{CLOSED}" where every value not written is unknown, or leave it out',
            )
        if column in COLUMNS:
            for word, ours in _pairs(table):
                yield from _code(column, word, ours)
        if any(isinstance(words, list) and ABSENT in words for words in table.values()) and not column.startswith(
            "charge_"
        ):
            yield Fault(
                f"codes.{column}",
                ABSENT,
                f'{column} cannot be told from an empty cell; "{ABSENT}" is for columns of a charge',
            )


def _pairs(table: CodeTable) -> Iterator[tuple[str, str]]:
    """Each key as it is written and our word in it."""
    for key, told in table.items():
        if key in {OTHER, ANY_OTHER} and not isinstance(told, list):
            continue
        yield key, ("" if key == UNKNOWN else key) if isinstance(told, list) else told


def _code(column: str, word: str, ours: str) -> Iterator[Fault]:
    allowed, table = COLUMNS[column].values, f"codes.{column}"
    if COLUMNS[column].kind is ColumnKind.COUNTRY and ours and country_code(ours, "iso") is None:
        yield Fault(
            table, word, f'"{ours}" is no country; write its name or ISO 3166 code, "US", "not US", or "" for unknown'
        )
    if allowed and ours and ours not in allowed:
        yield Fault(
            table, word, f'{column} is never "{ours}"; write one of {", ".join(sorted(allowed))}, or "" for unknown'
        )


def _dates(profile: "Profile") -> Iterator[Fault]:
    """A date form of the old words that is none: each tells a day, a month and a year."""
    probe = datetime(2001, 2, 3, 4, 5, 6)  # noqa: DTZ001 - a day to try the form on
    for form in profile.dates:
        try:
            back = datetime.strptime(probe.strftime(form), form)  # noqa: DTZ007 - only the day is compared
        except ValueError:
            back = None
        if back is None or back.date() != probe.date():
            yield Fault(
                "", form, f'dates names "{form}", which is no form of a day, month and year, such as "%m/%d/%Y"'
            )


def _lists(profile: "Profile") -> Iterator[Fault]:
    for column, separator in profile.split.items():
        if COLUMNS[column].kind is not ColumnKind.LIST and not (profile.is_new and COLUMNS[column].entity == "charge"):
            yield Fault("split", column, f"[split] names {column}, which is no list; lists are aliases and holds")
        if not separator:
            yield Fault("split", column, f"[split] gives {column} an empty separator")


def _layout(profile: "Profile") -> Iterator[Fault]:
    """A banded report's delimiter, and that each column comes from a name the layout gives."""
    if profile.banded is not None and (len(profile.banded.delimiter) != 1 or profile.banded.delimiter in '\r\n"'):
        yield Fault(
            "banded", "delimiter", "delimiter must be one character; a report in columns of fixed width has none"
        )
    given = _given(profile)
    for column in profile.columns if given else ():
        for source in profile.sources(column):
            if source not in given:
                yield Fault("columns", column, f'{column} comes from "{source}", which the layout does not name')


def _paths(profile: "Profile") -> Iterator[Fault]:
    """A path of an XML layout that no message could be read by."""
    layout = profile.xml
    if layout is None:
        return
    asked = [("xml", key, getattr(layout, key), key != "errors") for key in ("record", "charge", "errors")]
    for part in ("booking", "charges"):
        for column, paths in getattr(layout, part).items():
            asked += [(f"xml.{part}", column, path, False) for path in ([paths] if isinstance(paths, str) else paths)]
    for table, key, path, of_elements in asked:
        what = path_fault(path, of_elements=of_elements) if path or key != "errors" else ""
        if what:
            yield Fault(table, key, f"{key} cannot be read: {what}")


def _zone(profile: "Profile") -> Iterator[Fault]:
    if profile.time_zone and not _is_zone(profile.time_zone):
        yield Fault("", "time_zone", f'time_zone is "{profile.time_zone[:60]}"; write a name such as "America/Chicago"')


def _is_zone(name: str) -> bool:
    try:
        return bool(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _given(profile: "Profile") -> set[str]:
    if profile.xml is not None:
        return {*profile.xml.booking, *profile.xml.charges}
    return {*profile.banded.booking, *profile.banded.charge} if profile.banded is not None else set()


def _tables(profile: "Profile") -> Iterator[Fault]:
    if profile.country_codes and profile.country_codes not in CODE_TABLES:
        yield Fault(
            "", "country_codes", f'country_codes is "{profile.country_codes}"; write {" or ".join(CODE_TABLES)}'
        )
    names = set(profile.columns) & {"family_name", "given_name", "middle_name", "suffix"}
    if FULL_NAME in profile.columns and names:
        yield Fault("columns", FULL_NAME, f"full_name gives every part of the name; take {min(names)} out of [columns]")
