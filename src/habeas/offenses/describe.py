"""A charge in full: the section, the grade, every class on a day with its source; what is not known is said."""

from datetime import date
from typing import Any

from habeas.offenses.classify import ChargeFacts, ClassFinding, classify
from habeas.offenses.either import grade_or_subdivision
from habeas.offenses.lists import punishment_of
from habeas.offenses.new_york import NEW_YORK
from habeas.offenses.other_states import NEW_JERSEY, NORTH_CAROLINA
from habeas.offenses.reading import StatuteReading, read_statute
from habeas.offenses.wrong_code import misplaced

CLASS_TITLES: dict[str, str] = {
    "grade_felony": "felony",
    "grade_misdemeanor": "misdemeanor",
    "wobbler": "wobbler (punishable either way)",
    "straight_misdemeanor": "only ever a misdemeanor",
    "serious": "serious felony",
    "violent": "violent felony",
    "state_prison_felony": "felony punished in state prison",
    "county_jail_1170h_felony": "felony served in county jail, 1170(h)",
    "listed_7282_5_a3": "listed in Gov. Code 7282.5(a)(3)",
    "prop47_misdemeanor": "misdemeanor made by Proposition 47",
    "registrable": "requires registration, Pen. Code 290",
    "aggravated_felony_a_to_p": "federal crime that is an aggravated felony, 8 USC 1101(a)(43)(A)-(P)",
    "dui": "driving under the influence",
    "controlled_substance": "controlled substance",
    "federal_immigration_crime": "federal immigration crime",
    "nc_162_62_2010": "a felony or an impaired driving offense under N.C.G.S. 162-62(a) until 30 November 2024",
    "nc_162_62_2024": "listed in N.C.G.S. 162-62(a) until 30 September 2025",
    "nc_162_62_2025": "listed in N.C.G.S. 162-62(a) since 1 October 2025",
    "nj_violent_or_serious": "violent or serious offense, N.J. Directive 2018-6",
    "ct_class_a_or_b_felony": "class A or B felony, Conn. Gen. Stat. 54-192h",
    "ct_added_in_2025": "one of the thirteen crimes of P.A. 25-29, Connecticut",
    "nyc_violent_or_serious": "violent or serious crime, N.Y.C. Admin. Code 9-131",
    "orleans_2013_excepted": "charge that the Orleans sheriff's detainer policy of 2013 excepts",
}
"""Each class in the words of the page."""

HOMES: dict[str, str] = {
    "nc_162_62_2010": NORTH_CAROLINA,
    "nc_162_62_2024": NORTH_CAROLINA,
    "nc_162_62_2025": NORTH_CAROLINA,
    "nj_violent_or_serious": NEW_JERSEY,
    "ct_class_a_or_b_felony": "C.G.S.",
    "ct_added_in_2025": "C.G.S.",
    "nyc_violent_or_serious": NEW_YORK,
    "orleans_2013_excepted": "La. R.S.",
}
"""The code a class is at home in; of a charge under another code it is not told."""


def describe(
    text: str, on: date, *, grade: str | None = None, degree: str | None = None, place: str | None = None
) -> dict[str, Any]:
    """Return what is known of the charge `text`, made in `place`, on `on` as JSON values."""
    reading = read_statute(text, place=place)
    question = reading.question or misplaced(reading, on) or grade_or_subdivision(reading)
    found = classify(ChargeFacts(reading, grade=grade, degree=degree), on)
    kinds = punishment_of(reading.sections[0], on) if len(reading.sections) == 1 else ()
    return {
        "text": text,
        "section": reading.canonical or None,
        "on": on.isoformat(),
        "grade": grade or reading.grade_hint,
        "punished": [f"{row.section}: {row.says}" for row in kinds],
        "notes": list(reading.notes),
        "question": question,
        "classes": {name: _finding(found[name]) for name in found if _at_home(name, reading)},
    }


def _at_home(name: str, reading: StatuteReading) -> bool:
    return name not in HOMES or HOMES[name] in {section.code for section in reading.sections}


def words(found: dict[str, Any]) -> str:
    """Say what was found in lines for the terminal."""
    lines = [
        f"{found['text']}  ->  {found['section'] or 'not understood'}{', ' + found['grade'] if found['grade'] else ''} (on {found['on']})"
    ]
    lines += [f"  punished: {each}" for each in found["punished"]]
    lines += [f"  note: {each}" for each in found["notes"]]
    lines += [f"  question: {found['question']}"] if found["question"] else []
    for state in ("yes", "no", "unknown"):
        lines += [_line(name, each) for name, each in found["classes"].items() if each["is"] == state and state != "no"]
    nos = [CLASS_TITLES[name] for name, each in found["classes"].items() if each["is"] == "no"]
    return "\n".join([*lines, *([f"  no: {'; '.join(nos)}"] if nos else [])])


def _line(name: str, each: dict[str, Any]) -> str:
    detail = f" ({each['detail']})" if each["detail"] else ""
    source = f" [{each['citation']}, {each['sureness']}]" if each["citation"] else ""
    tail = f" Ask {each['of']}: {each['ask']}" if each["ask"] else ""
    return f"  {each['is']}: {CLASS_TITLES.get(name, name)}{detail}: {each['why']}{source}.{tail}"


def _finding(finding: ClassFinding) -> dict[str, Any]:
    state = {True: "yes", False: "no", None: "unknown"}[finding.value]
    return {
        "is": state,
        "why": finding.why,
        "citation": finding.citation,
        "sureness": finding.sureness,
        "detail": finding.detail,
        "ask": finding.ask,
        "of": finding.of,
    }
