"""What the Virginia sections speak of."""

from habeas.law.model.expressions import any_present_charge, charge, custody
from habeas.law.model.terms import Term

FELONY_COMMITMENT = custody.facility.is_("county_jail", "city_lockup", "state_prison") & any_present_charge(
    charge.grade.is_("felony") & charge.disposition.is_("convicted")
)
"""53.1-218: committed to a correctional facility for the commission of a felony."""

TERMS = (Term("the person is committed for the commission of a felony", FELONY_COMMITMENT, "Va. Code 53.1-218"),)
