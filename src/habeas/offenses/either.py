"""A line whose last letter in brackets is a grade or a subdivision: which of the two our tables leave open, and what to ask."""

from habeas.offenses.lists import punishments
from habeas.offenses.reading import StatuteReading

MISDEMEANOR_KINDS = frozenset({"straight_misdemeanor", "misdemeanor_or_infraction", "infraction"})
"""Punishments that no felony has."""


def may_be_meant(first: StatuteReading, other: StatuteReading) -> bool:
    """Whether `other`, in which a last letter in brackets is read the other way, may be what the line says.

    Behind a blank the letter is a grade, unless our tables have it as a subdivision. Close behind the number it may be either, unless
    the tables have it as a subdivision that is only ever a misdemeanor, which no F marks as a felony.
    """
    deeper = max((first, other), key=lambda each: len(each.sections[-1].subdivisions)).sections[-1]
    rows = [row for row in punishments()[(deeper.code, deeper.number)] if row.section == deeper]
    if other.sections[-1] == deeper:
        return bool(rows)
    return not (rows and other.grade_hint == "felony" and {row.kind for row in rows} <= MISDEMEANOR_KINDS)


def grade_or_subdivision(reading: StatuteReading) -> str | None:
    """The question of a line whose last letter in brackets is a grade or a subdivision; None where only one is possible."""
    ways = [each for each in reading.either if may_be_meant(reading, each)]
    if not ways:
        return None
    names = " or ".join(
        f"{each.canonical}{f', {each.grade_hint}' if each.grade_hint else ''}" for each in (reading, *ways)
    )
    return f'"{reading.raw.strip()[:60]}" can mean {names}: is the last letter the grade or the subdivision?'
