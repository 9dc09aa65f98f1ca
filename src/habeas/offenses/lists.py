"""The dated offense lists and the punishment table, loaded once from the package's TOML files and checked."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.offenses.reading import Section, read_statute

UNLISTED = "unlisted"
"""The kind of a subdivision that the punishment table does not have: it may be anything."""


@dataclass(frozen=True, slots=True)
class ListedOffense:
    """One section of a list: its item or letter, and what the section alone does not tell."""

    section: Section
    item: str
    needs: str = ""


@dataclass(frozen=True, slots=True)
class OffenseList:
    """One dated list of sections that make up a class."""

    name: str
    title: str
    citation: str
    address: str
    sureness: str
    start: date
    entries: tuple[ListedOffense, ...]
    open: bool = False
    partial: bool = False
    """The law's list is closed, and ours was not read whole: a section that is not in it is a question."""
    felony_only: bool = False
    misdemeanor_only: bool = False
    attempts: str = ""
    attempts_of: tuple[str, ...] = ()
    conspiracies: str = ""
    """The item by which a conspiracy to commit an offense of the list counts; empty where the list prints none."""
    letters: tuple[tuple[str, str], ...] = ()
    """The letters or items of the list in their order, each with the kind of offense it names; some print no section."""

    def find(self, section: Section) -> tuple[ListedOffense, ...]:
        """The entries that cover `section`; an entry is covered by its own subdivisions."""
        return tuple(
            entry for entry in _by_number(self)[(section.code, section.number)] if section.within(entry.section)
        )

    def nearly(self, section: Section) -> tuple[ListedOffense, ...]:
        """The entries that cover only some subdivisions of `section`, which the record does not tell."""
        return tuple(
            entry
            for entry in _by_number(self)[(section.code, section.number)]
            if entry.section.within(section) and entry.section != section
        )


@dataclass(frozen=True, slots=True)
class Punishment:
    """How a section is punished, from `start` to `end`."""

    section: Section
    kind: str
    says: str
    start: date | None
    end: date | None
    sureness: str = "unverified"
    address: str = ""
    read_from: date | None = None
    """The first day on which the words that were read certainly stood."""

    def sure_on(self, day: date) -> str:
        """How sure the row is of a day: of one before the words were known to stand it is no more than secondary."""
        early = self.read_from is not None and day < self.read_from
        return "secondary" if early and self.sureness == "verified" else self.sureness

    def holds_on(self, day: date) -> bool:
        """Whether this is the punishment on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


class _Missing(dict):  # type: ignore[type-arg] # a table of tuples that is empty where nothing stands
    def __missing__(self, key: Any) -> tuple[Any, ...]:
        return ()


@cache
def offense_lists() -> dict[str, OffenseList]:
    """Every list by the class it makes up."""
    data = _load("offense_lists.toml")
    return {row["class"]: _read_list(row) for row in data["list"]}


@cache
def punishments() -> dict[tuple[str, str], tuple[Punishment, ...]]:
    """The punishments of each section, by code and number."""
    table: dict[tuple[str, str], tuple[Punishment, ...]] = _Missing()
    data = _load("punishments.toml")
    read = date.fromisoformat(data["read_from"])
    for row in data["kind"]:
        start, end = (date.fromisoformat(row[key]) if key in row else None for key in ("from", "to"))
        sureness, address = (row.get(key, data[key]) for key in ("sureness", "address"))
        for text in row["sections"]:
            found = Punishment(section(text), row["name"], row["says"], start, end, sureness, address, read)
            table[(found.section.code, found.section.number)] = (
                *table[(found.section.code, found.section.number)],
                found,
            )
    return table


@cache
def change_days() -> tuple[date, ...]:
    """Every day on which some list or punishment begins or ends, in order: between two of them nothing changes."""
    rows = [row for found in punishments().values() for row in found]
    days = {day for row in rows for day in (row.start, row.end)} | {each.start for each in offense_lists().values()}
    return tuple(sorted(day for day in days if day is not None))


def punishment_of(wanted: Section, day: date) -> tuple[Punishment, ...]:
    """The punishments that could apply to `wanted` on `day`: one where the table is sure, several where the record leaves
    the subdivision out (UNLISTED among them unless the table says it has every subdivision), none where it has none."""
    rows = [row for row in punishments()[(wanted.code, wanted.number)] if row.holds_on(day)]
    covering = [row for row in rows if wanted.within(row.section)]
    if covering:
        deepest = max(len(row.section.subdivisions) for row in covering)
        return tuple(row for row in covering if len(row.section.subdivisions) == deepest)
    parts = tuple(row for row in rows if row.section.within(wanted))
    return parts if not parts or wanted in whole_sections() else (*parts, _unlisted(wanted))


@cache
def whole_sections() -> frozenset[Section]:
    """The sections of which the table has every subdivision."""
    return frozenset(section(text) for text in _load("punishments.toml")["whole"])


def _unlisted(wanted: Section) -> Punishment:
    return Punishment(wanted, UNLISTED, "a subdivision that the table does not have", None, None)


def section(text: str) -> Section:
    """Read a section of our own tables; ValueError where it is not written as one."""
    reading = read_statute(text)
    if len(reading.sections) != 1:
        raise ValueError(f"{text} is not one section")
    return reading.sections[0]


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((files("habeas.offenses") / "lists" / name).read_text(encoding="utf-8"))


def _read_list(row: dict[str, Any]) -> OffenseList:
    return OffenseList(
        row["class"],
        row["title"],
        row["citation"],
        row["address"],
        row["sureness"],
        date.fromisoformat(row["from"]),
        tuple(_entries(row)),
        row.get("open", False),
        row.get("partial", False),
        row.get("felony_only", False),
        row.get("misdemeanor_only", False),
        row.get("attempts", ""),
        tuple(row.get("attempts_of", ())),
        row.get("conspiracies", ""),
        tuple((letter, words) for letter, words in row.get("letters", ())),
    )


def _entries(row: dict[str, Any]) -> Iterator[ListedOffense]:
    for entry in row.get("entries", ()):
        yield ListedOffense(section(entry[0]), entry[1], entry[2] if len(entry) > 2 else "")
    for letter, code, numbers in row.get("by_letter", ()):
        for number in numbers.split():
            yield ListedOffense(section(f"{code} {number}"), letter)


@cache
def _index(name: str) -> dict[tuple[str, str], tuple[ListedOffense, ...]]:
    table: dict[tuple[str, str], tuple[ListedOffense, ...]] = _Missing()
    for entry in offense_lists()[name].entries:
        key = (entry.section.code, entry.section.number)
        table[key] = (*table[key], entry)
    return table


def _by_number(of: OffenseList) -> dict[tuple[str, str], tuple[ListedOffense, ...]]:
    return _index(of.name)
