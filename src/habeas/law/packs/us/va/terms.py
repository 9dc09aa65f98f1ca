"""What the Virginia sections speak of."""

from habeas.law.model.expressions import any_present_charge, charge
from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import JAIL_OR_PRISON, LOCAL_JAIL

FELONY_COMMITMENT = JAIL_OR_PRISON & any_present_charge(
    charge.grade.is_("felony") & charge.disposition.is_("convicted")
)
"""53.1-218: committed to a correctional facility for the commission of a felony."""

FELONY_ARREST = LOCAL_JAIL & any_present_charge(
    charge.grade.is_("felony") & charge.disposition.is_("pending", "held_to_answer")
)
"""19.2-83.2: taken into custody at a jail for a felony offense."""

TERMS = (
    Term("the person is committed for the commission of a felony", FELONY_COMMITMENT, "Va. Code 53.1-218"),
    Term("the person is in custody at a jail on a felony charge", FELONY_ARREST, "Va. Code 19.2-83.2"),
)
