"""The classes of felony that Connecticut's Trust Act turns on: only the record says them, and the list of 2025 was not read."""

from habeas.offenses.finding import COUNSEL, COURT, ChargeFacts, ClassFinding, no, unknown, yes
from habeas.offenses.reading import Section

TRUST_ACT = "Conn. Gen. Stat. 54-192h(b)(1)(A)(ii)"
ADDED = "P.A. 25-29 (2025)"
A_OR_B = frozenset({"class_a_felony", "class_b_felony"})
LESSER = frozenset({"class_c_felony", "class_d_felony", "class_e_felony", "unclassified_felony"})
ON_THE_LIST = "listed"


def class_a_or_b(facts: ChargeFacts, section: Section | None, felony: bool | None) -> ClassFinding:
    """Whether the charge is a class A or B felony; the record names its class, or says that it is no felony."""
    named = A_OR_B & set(facts.classes)
    lesser = felony is False or LESSER & set(facts.classes)
    if named and lesser:
        return unknown("the record is at odds with itself", "Which class of felony is it?", COURT, TRUST_ACT)
    if named:
        return yes(f"the record calls it a {min(named).replace('_', ' ')}", TRUST_ACT)
    if lesser:
        return no("the record says that it is no class A or B felony", TRUST_ACT)
    what = str(section) if section else "the charge"
    return unknown(f"no class is written of {what}", "Which class of felony is it?", COURT, TRUST_ACT)


def added_in_2025(facts: ChargeFacts, section: Section | None, felony: bool | None) -> ClassFinding:
    """Whether the charge is one of the thirteen crimes of 2025: nothing but the record's word settles it."""
    if ON_THE_LIST in facts.classes:
        return yes("the record says that it is on the list", ADDED, "secondary")
    return unknown(
        "Habeas has not the list of the thirteen crimes",
        "Is it one of the thirteen crimes that P.A. 25-29 added?",
        COUNSEL,
        ADDED,
    )
