"""A line that names several sections, or can be read in several ways: each as a charge of its own, and what they come to together."""

from dataclasses import replace

from habeas.offenses.charge import UNREAD
from habeas.offenses.either import grade_or_subdivision, may_be_meant
from habeas.offenses.finding import COURT, ChargeFacts, ClassFinding, unknown
from habeas.offenses.reading import StatuteReading


def apart(charge: ChargeFacts) -> list[ChargeFacts]:
    """A charge for each section the line names: an attempt is of the first alone, and a grade below felony may be of another."""
    reading = charge.reading
    others = [replace(charge, reading=each) for each in reading.either if may_be_meant(reading, each)]
    if len(reading.sections) < 2:
        return [charge, *others]
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
