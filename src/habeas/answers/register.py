"""The publication register: which field the jail shows to anyone, since when, where, with what evidence.

A TOML file of `[[field]]` tables: `name`, `since`, `until` (optional), `where`, `evidence`. What is public is a dated practice.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from habeas.common.canonical import sha256_of
from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import read_text
from habeas.common.tomlfiles import parse_toml
from habeas.requests.vocabulary import FIELD_ACTS

_KEYS = {"name", "since", "until", "where", "evidence"}


@dataclass(frozen=True, slots=True)
class PublishedField:
    """One field shown to anyone, from `since` to `until` (the last day it was shown; None is still)."""

    field: str
    since: date
    where: str
    evidence: str
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the field is shown on `day`."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Register:
    """A county's publication register."""

    publications: tuple[PublishedField, ...]
    sha256: str

    def shown(self, field: str, day: date) -> bool:
        """Whether anyone can see `field` on `day`. A kept register speaks for every field: one not in it is not shown."""
        return any(each.field == field and each.holds_on(day) for each in self.publications)

    def on(self, day: date) -> tuple[PublishedField, ...]:
        """What is shown on `day`, in the order of the file."""
        return tuple(each for each in self.publications if each.holds_on(day))


def load_register(path: Path) -> Register:
    """Read a register. Raises BadInputError naming the entry and what to mend."""
    return read_register(read_text(path, max_bytes=2**20), path.name)


def read_register(text: str, name: str) -> Register:
    """Read a register's text; `name` is what the file is called in a fault's sentence."""
    data = parse_toml(text, name=name)
    strange = sorted(set(data) - {"field", "county", "note"})
    if strange or not isinstance(data.get("field"), list):
        raise BadInputError(f"{name} must hold [[field]] tables only{': ' + ', '.join(strange) if strange else ''}.")
    entries = tuple(_entry(row, number, name, text) for number, row in enumerate(data["field"], start=1))
    return Register(entries, sha256_of([[e.field, str(e.since), str(e.until), e.where, e.evidence] for e in entries]))


def _entry(row: Any, number: int, name: str, text: str) -> PublishedField:
    place = f"{name}, line {_line(text, number)}"
    if not isinstance(row, dict) or set(row) - _KEYS or not {"name", "since", "where", "evidence"} <= set(row):
        raise BadInputError(
            f"{place}: a field needs name, since, where and evidence (until if it ended), and nothing else."
        )
    if row["name"] not in FIELD_ACTS:
        raise BadInputError(
            f'{place}: "{row["name"]}" is no field Habeas knows; write one of {", ".join(sorted(FIELD_ACTS))}.'
        )
    since, until = (_day(row.get(key), key, place) for key in ("since", "until"))
    if since is None or (until and until < since):
        raise BadInputError(f"{place}: it must say since when, and end no sooner than it began.")
    return PublishedField(row["name"], since, str(row["where"]), str(row["evidence"]), until)


def _day(value: Any, key: str, place: str) -> date | None:
    if value is None or (isinstance(value, date) and type(value) is date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise BadInputError(f'{place}: "{key}" is "{str(value)[:30]}", which is no date like 2018-03-26.') from None


def _line(text: str, number: int) -> int:
    """The line on which the `number`-th [[field]] stands."""
    starts = [text.count("\n", 0, found.start()) + 1 for found in re.finditer(r"^\s*\[\[field\]\]", text, re.MULTILINE)]
    return starts[number - 1] if number <= len(starts) else 1
