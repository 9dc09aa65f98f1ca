"""What New Jersey calls an indictable crime: an offense of one of the four degrees, and no disorderly persons offense."""

import re

from habeas.offenses.finding import COURT, ChargeFacts, ClassFinding, no, unknown, yes
from habeas.offenses.other_states import NEW_JERSEY, disorderly
from habeas.offenses.reading import Section

CLASSES_OF_OFFENSES = "N.J.S.A. 2C:1-4"
"""Read on 30 November 2026 in a copy of 2018 (https://www.simonattorneys.com/nj-criminal-statutes): (a) over six months is a crime, of the
first to the fourth degree; (b) disorderly and petty disorderly persons offenses are no crimes, and nobody is indicted for them."""
_DEGREE = re.compile(
    r"\b(?:(first|second|third|fourth)|([1234])(?:st|nd|rd|th)?)(?:[ -]degree|[ -]deg\b)?", re.IGNORECASE
)
INTOXICATED = frozenset({"39:4-50"})
"""Driving while intoxicated, a motor vehicle offense: a first offense carries 30 days at most (read on 1 December 2026 as of 2017,
https://dwidrugarrest.blogspot.com/2017/05/nj-dwi-statute-2017.html), a third 180 days as a table of its penalties has it."""
_IN_WORDS = re.compile(r"\b(?:first|second|third|fourth|1st|2nd|3rd|4th)[ -]deg(?:ree)?\b", re.IGNORECASE)


def indictable(facts: ChargeFacts, section: Section | None, felony: bool | None) -> ClassFinding:
    """Whether the charge is an indictable crime by the degree or the kind that its record gives; what the record does not say is asked."""
    crime = _of_a_degree(facts) or felony is True
    if section is not None and section.code == NEW_JERSEY and section.number in INTOXICATED and not crime:
        return no("a motor vehicle offense of six months at most", CLASSES_OF_OFFENSES, "secondary")
    petty = disorderly(facts)
    if section is None or section.code != NEW_JERSEY or crime == petty:
        return unknown(
            "the record does not say of which degree it is",
            "Was it a crime of the first to the fourth degree (indictable), or a disorderly persons or motor vehicle offense?",
            COURT,
            CLASSES_OF_OFFENSES,
        )
    if crime:
        return yes("a crime of a degree", CLASSES_OF_OFFENSES, "verified", "(a)")
    return no("a disorderly persons offense", CLASSES_OF_OFFENSES, "verified")


def _of_a_degree(facts: ChargeFacts) -> bool:
    given = facts.degree is not None and _DEGREE.fullmatch(facts.degree.strip()) is not None
    return given or facts.reading.degree_hint is not None or _IN_WORDS.search(facts.description or "") is not None
