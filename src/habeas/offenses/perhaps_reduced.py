"""California convictions that a court may since have reduced or dismissed: what the jail's own record may not show yet."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from habeas.offenses.reading import read_statute
from habeas.offenses.statute import Section

PROP47, PROP64 = date(2014, 11, 5), date(2016, 11, 9)
"""The first days of both (the Judicial Council's memorandum of October 24, 2014; selfhelp.courts.ca.gov on marijuana convictions)."""
CANNABIS = tuple(Section("HS", number) for number in ("11357", "11358", "11359", "11360"))
OF_PROP47 = (
    *(Section("HS", number) for number in ("11350", "11357", "11377")),
    *(Section("PC", number) for number in ("459", "473", "476", "476a", "484", "487", "490.2", "496", "666")),
)
BY_PROP64 = "the court may have redesignated or dismissed it since Proposition 64 (Health and Safety Code 11361.8), also unasked"
BY_PROP47 = "the court may have made it a misdemeanor since Proposition 47 (Penal Code 1170.18)"


def perhaps_reduced(label: str, facts: Mapping[str, Any]) -> str | None:
    """What to look at of a conviction from before Propositions 47 and 64; None where they say nothing of it or it is reduced."""
    on = facts.get("disposed_on")
    if facts.get("disposition") != "convicted" or on is None or on >= PROP64 or facts.get("reduced_on") is not None:
        return None
    if _is_of(facts, CANNABIS) and facts.get("grade") != "infraction":
        return _says(label, BY_PROP64)
    if _is_of(facts, OF_PROP47) and on < PROP47 and facts.get("grade") != "misdemeanor":
        return _says(label, BY_PROP47)
    return None


def _is_of(facts: Mapping[str, Any], listed: tuple[Section, ...]) -> bool:
    found = read_statute(str(facts.get("statute") or "")).sections
    return any(each.code == one.code and each.number == one.number for each in found for one in listed)


def _says(label: str, why: str) -> str:
    return (
        f"{label}: {why}. Look at the court's record before relying on its grade, and enter the day of the reduction."
    )
