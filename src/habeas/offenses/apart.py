"""A line that names several sections, or can be read in several ways: each as a charge of its own, and what they come to together."""

from dataclasses import replace

from habeas.offenses.charge import UNREAD
from habeas.offenses.either import grade_or_subdivision, may_be_meant
from habeas.offenses.finding import COURT, ChargeFacts, ClassFinding, unknown
from habeas.offenses.reading import StatuteReading
from habeas.offenses.statute import graded_by

OF_ITS_GRADE = frozenset(
    {
        "grade_felony",
        "grade_misdemeanor",
        "wobbler",
        "straight_misdemeanor",
        "state_prison_felony",
        "county_jail_1170h_felony",
    }
)
"""What the section that grades a crime says alone; on the lists of crimes both sections must agree."""


def found_of(name: str, found: list[ClassFinding], charge: ChargeFacts) -> ClassFinding:
    """What the line comes to in the class `name`, of what each section is found to be."""
    grades = graded_by(charge.reading) if name in OF_ITS_GRADE else None
    return found[charge.reading.sections.index(grades)] if grades else agreed(found, charge)


def apart(charge: ChargeFacts) -> list[ChargeFacts]:
    """A charge for each section the line names: an attempt is of the first alone, and a grade below felony may be of another."""
    reading = charge.reading
    others = [replace(charge, reading=each) for each in reading.either if may_be_meant(reading, each)]
    if len(reading.sections) < 2:
        return [charge, *others]
    if graded_by(reading) is not None:
        return [replace(charge, reading=replace(reading, sections=(each,))) for each in reading.sections]
    first = replace(reading, sections=reading.sections[:1], question=None, grade_hint=None, degree_hint=None)
    rest = StatuteReading(reading.raw)
    grade = charge.grade if charge.grade == "felony" else None
    parts = [first, *(replace(rest, sections=(section,)) for section in reading.sections[1:])]
    return [replace(charge, reading=each, grade=grade, degree=None, description=None) for each in parts] + others


def agreed(found: list[ClassFinding], charge: ChargeFacts) -> ClassFinding:
    """What every section of the line is found to be; where they differ, which is the charge must be asked."""
    if all(each.value is found[0].value for each in found):
        return found[0]
    ask = charge.reading.question or grade_or_subdivision(charge.reading)
    names = "; ".join(str(each) for way in (charge.reading, *charge.reading.either) for each in way.sections)
    return unknown(f"the line can mean {names}, and they differ", ask or UNREAD, COURT)
