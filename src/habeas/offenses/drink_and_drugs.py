"""Two kinds of crime that no list prints as such: driving under the influence, and crimes of controlled substances."""

from habeas.offenses import other_states as elsewhere
from habeas.offenses.charge import ChargeOnDay
from habeas.offenses.finding import COUNSEL, COURT, ClassFinding, no, unknown, yes
from habeas.offenses.reading import Section


def whole_number(section: Section) -> int:
    """The section's number without what stands behind a point; 0 where it has letters."""
    digits = section.number.split(".")[0]
    return int(digits) if digits.isdigit() else 0


def dui(charge: ChargeOnDay) -> ClassFinding:
    """Whether the charge is driving under the influence."""
    section = charge.section
    if section is not None and section.code == "VEH" and not charge.indirect:
        if section.number in {"23152", "23153", "23550", "23550.5"}:
            return yes(f"{charge.name} is driving under the influence", charge.name, "unverified")
        if charge.is_known:
            return no(f"{charge.name} is not driving under the influence", charge.name, "unverified")
    if section is not None and charge.is_known and section.code != "VEH":
        return no(f"{charge.name} is not in the Vehicle Code")
    if section is not None and section.code == elsewhere.NORTH_CAROLINA and section.number in elsewhere.DUI:
        return yes(f"{charge.name} is impaired driving", charge.name, "unverified")
    return _not_ours(charge, "Is it driving under the influence of alcohol or drugs?")


def _not_ours(charge: ChargeOnDay, ask: str) -> ClassFinding:
    """A kind of crime asked of a section that was not understood, or of another code's, which Habeas does not know by kind."""
    if charge.section is None:
        return unknown("the section was not understood", charge.question, COURT)
    if charge.section.code == "8 USC":
        return no(f"{charge.name} is immigration law")
    if charge.californian and not charge.indirect:
        return unknown(f"Habeas does not know {charge.name}", ask, COUNSEL)
    what = "is not the crime itself" if charge.indirect else "is not a California section"
    return unknown(f"{charge.name} {what}", ask, COUNSEL)


def drugs(charge: ChargeOnDay) -> ClassFinding:
    """Whether the charge is a crime of controlled substances."""
    section = charge.section
    if section is None or not charge.californian or charge.indirect:
        return _not_ours(charge, "Is it a crime of controlled substances?")
    if section.code == "HS" and 11350 <= whole_number(section) <= 11401:
        return yes(f"{charge.name} is a controlled-substance offense", charge.name, "unverified")
    if not charge.is_known:
        return _not_ours(charge, "Is it a crime of controlled substances?")
    return no(
        f"{charge.name} is not among the controlled-substance sections", "Health & Saf. Code 11350-11401", "unverified"
    )
