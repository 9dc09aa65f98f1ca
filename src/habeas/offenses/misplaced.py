"""A section under a code that does not have it: the jail may have written the wrong prefix, and nobody guesses which is meant."""

from datetime import date

from habeas.offenses.codes import CALIFORNIA
from habeas.offenses.lists import offense_lists, punishments
from habeas.offenses.reading import Section, StatuteReading


def misplaced(reading: StatuteReading, on: date) -> str | None:
    """A question where the section is unknown in its code but known in another: a prefix may be wrong. None where all is well."""
    if len(reading.sections) != 1 or reading.sections[0].code not in CALIFORNIA:
        return None
    section = reading.sections[0]
    if _known(section):
        return None
    others = [code for code in CALIFORNIA if code != section.code and punishments()[(code, section.number)]]
    other = ", ".join(str(Section(code, section.number, section.subdivisions)) for code in others)
    return f"Habeas knows no {section}, but it knows {other}: which is meant?" if others else None


def _known(section: Section) -> bool:
    return bool(punishments()[(section.code, section.number)]) or any(
        each.find(section) or each.nearly(section) for each in offense_lists().values()
    )
