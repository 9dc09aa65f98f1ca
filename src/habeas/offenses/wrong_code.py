"""A section under a code that does not have it: the jail may have written the wrong prefix, and nobody guesses which is meant."""

import re
from datetime import date

from habeas.offenses.codes import CALIFORNIA
from habeas.offenses.degrees import crime_of
from habeas.offenses.lists import offense_lists, punishments
from habeas.offenses.reading import Section, StatuteReading


def misplaced(reading: StatuteReading, on: date) -> str | None:
    """A question where the section is unknown in its code but known in another: a prefix may be wrong. None where all is well."""
    if len(reading.sections) != 1 or reading.sections[0].code not in CALIFORNIA:
        return None
    section = reading.sections[0]
    if is_known(section):
        return None
    whole = _without_letter(section)
    if whole is not None and is_known(whole):
        return f"Habeas knows no {section}, but it knows {whole}: which one is it?"
    others = [code for code in CALIFORNIA if code != section.code and punishments()[(code, section.number)]]
    other = ", ".join(str(Section(code, section.number, section.subdivisions)) for code in others)
    return f"Habeas knows no {section}, but it knows {other}: which one is it?" if others else None


def _without_letter(section: Section) -> Section | None:
    """`HS 11360(a)` for HS 11360a, as California's older record lines write a subdivision; None where no letter ends the number."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([a-z])", section.number)
    return Section(section.code, found[1], (found[2], *section.subdivisions)) if found else None


def is_known(section: Section) -> bool:
    """Whether any table of ours has the section: its punishment, a list that prints it, or whose degree or punishment it sets."""
    return (
        bool(punishments()[(section.code, section.number)])
        or (crime_of(section) or section) != section
        or any(each.find(section) or each.nearly(section) for each in offense_lists().values())
    )
