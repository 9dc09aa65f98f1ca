"""The violent or serious crimes of New York City's detainer law, as the Council enacted the list in 2014."""

from habeas.offenses.finding import COUNSEL, COURT, ChargeFacts, ClassFinding, no, unknown, yes
from habeas.offenses.reading import Section

NEW_YORK = "NY Penal"
CITY_LIST = "N.Y.C. Admin. Code 9-131(a)(7) (Local Law 58 of 2014)"

_NUMBERS = """
120.01 120.02 120.03 120.04 120.05 120.06 120.07 120.08 120.09 120.10 120.11 120.12 120.13 120.18 120.25 120.55 120.60
120.70 121.12 121.13 125.10 125.11 125.12 125.13 125.14 125.15 125.20 125.21 125.22 125.25 125.26 125.27 125.40 125.45
130.25 130.30 130.35 130.40 130.45 130.50 130.53 130.65 130.65-a 130.66 130.67 130.70 130.75 130.80 130.85 130.90
130.95 130.96 135.10 135.20 135.25 135.35 135.50 140.17 140.25 140.30 145.12 150.05 150.10 150.15 150.20 160.05 160.10
160.15 195.07 195.08 195.17 215.11 215.12 215.13 215.15 215.16 215.17 215.51 215.52 220.18 220.21 220.28 220.41 220.43
220.44 220.48 220.77 230.05 230.06 230.19 230.30 230.32 230.33 230.34 235.22 240.06 240.55 240.60 240.61 240.62 240.63
240.75 241.05 255.26 255.27 260.25 260.32 260.34 263.05 263.10 263.11 263.15 263.16 263.30 265.01-a 265.01-b 265.03
265.04 265.08 265.09 265.10 265.11 265.12 265.13 265.14 265.16 265.17 265.19 270.30 270.35 405.18 460.22 470.21 470.22
470.23 470.24 490.10 490.15 490.20 490.25 490.30 490.35 490.37 490.40 490.45 490.47 490.50 490.55
"""
LISTED: frozenset[str] = frozenset(_NUMBERS.split())
"""Sections of the Penal Law of which every felony counts."""
IN_PART: dict[str, frozenset[tuple[str, ...]]] = {
    "120.04-a": frozenset({("4",)}),
    "135.65": frozenset({("2", "b")}),
    "230.25": frozenset({("2",)}),
    "265.02": frozenset((str(number),) for number in range(2, 9)),
    "265.35": frozenset({("2",)}),
    "405.16": frozenset({("1",)}),
}
"""Sections of which the subdivisions named here count."""
LETTERED = frozenset({"120.04", "265.01"})
"""Sections beside which one with a letter of its own is on the list (`265.01-a`): whether the letter was read must be asked."""
ASK = "Is it a violent or serious crime of Admin. Code 9-131(a)(7), or the equivalent of one?"


def city_violent_or_serious(facts: ChargeFacts, section: Section | None, felony: bool | None) -> ClassFinding:
    """Whether the charge is on the city's list: a felony, an attempt at one or a conspiracy to it, under a section that it names."""
    if felony is False:
        return no("only a felony counts", CITY_LIST, "verified")
    if section is None or section.code != NEW_YORK:
        return unknown("the section was not understood as one of the Penal Law", ASK, COUNSEL, CITY_LIST)
    return _under_section(facts, section, felony)


def _under_section(facts: ChargeFacts, section: Section, felony: bool | None) -> ClassFinding:
    found = _on_list(section)
    if found is None:
        return unknown(f"a part of {section.number} is on the list", "Which subdivision is it?", COURT, CITY_LIST)
    if not found and "hate_crime" not in facts.classes:
        return no(f"the list of 2014 does not name {section}", CITY_LIST, "secondary")
    if felony is None:
        return unknown("the grade is not written", "Was it a felony or a misdemeanor?", COURT, CITY_LIST)
    if not found:
        return yes("the record calls it a hate crime, and every felony that is one counts", CITY_LIST, "verified")
    return yes(f"the list names {section}", CITY_LIST, "verified")


def _on_list(section: Section) -> bool | None:
    if section.number in LETTERED and section.number not in LISTED:
        return None
    if section.number in LISTED:
        return True
    parts = IN_PART.get(section.number, frozenset())
    if any(section.subdivisions[: len(part)] == part for part in parts):
        return True
    return None if any(part[: len(section.subdivisions)] == section.subdivisions for part in parts) else False
