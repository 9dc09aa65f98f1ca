"""Sections that set the degree or the punishment of a crime, or add to it: a charge under one is that crime, or a question."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeVar

from habeas.offenses.lists import section
from habeas.offenses.reading import Section


@dataclass(frozen=True, slots=True)
class DegreeAsked:
    """Why a section says nothing of a class by itself, and what to ask."""

    why: str
    question: str


def crime_of(wanted: Section) -> Section | None:
    """The section that defines the crime whose degree or punishment `wanted` sets; None where it sets none, or must be asked."""
    if asked_of(wanted) is not None:
        return None
    return _deepest({row: crime for row, crime in _crimes() if wanted.within(row)})


def punished_by(wanted: Section) -> Section | None:
    """The section that defines the crime `wanted` only grades or punishes, as an open list of kinds of crime counts it; None for none."""
    return crime_of(wanted) or _deepest({row: crime for row, crime in _crimes("punishes") if wanted.within(row)})


def asked_of(wanted: Section) -> DegreeAsked | None:
    """What must be asked of a section that says nothing without the crime beside it; None where nothing must."""
    return _deepest({row: asked for row, asked in _asked() if wanted.within(row)})


_Row = TypeVar("_Row")


def _deepest(rows: dict[Section, _Row]) -> _Row | None:
    return rows[max(rows, key=lambda row: len(row.subdivisions))] if rows else None


@cache
def _data() -> dict[str, list[dict[str, object]]]:
    return tomllib.loads((files("habeas.offenses") / "lists" / "degrees.toml").read_text(encoding="utf-8"))


@cache
def _crimes(table: str = "same") -> tuple[tuple[Section, Section], ...]:
    return tuple((section(text), section(str(row["crime"]))) for row in _data()[table] for text in _texts(row))


@cache
def _asked() -> tuple[tuple[Section, DegreeAsked], ...]:
    return tuple(
        (section(text), DegreeAsked(str(row["why"]), str(row["question"])))
        for row in _data()["ask"]
        for text in _texts(row)
    )


def _texts(row: dict[str, object]) -> list[str]:
    texts = row["sections"]
    return [str(text) for text in texts] if isinstance(texts, list) else []
