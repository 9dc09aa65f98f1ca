"""What section 9-131 of the Administrative Code speaks of."""

from habeas.law.model.expressions import any_charge, charge, charge_is, person, request
from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import DETAINER, FEDERAL_JUDGE, JUDGES_PAPER_CAME

LISTED_CONVICTION = charge.disposition.is_("convicted") & charge_is("nyc_violent_or_serious")
IN_TIME = charge.disposed_on.within(5) | ~charge.years_before_arrest.at_least(5)
CONVICTED_IN_TIME = any_charge(LISTED_CONVICTION & IN_TIME)
"""9-131(a)(2): the five years run back from the instant arrest, which is before the day asked about, and leave out time served."""
ON_RECORD = CONVICTED_IN_TIME | person.flag("terrorist_screening_match")
JUDGES_WARRANT = request.kind.is_("judicial_warrant") & FEDERAL_JUDGE
"""9-131(a)(5): a judge under article III, or a federal magistrate judge."""
WARRANT_SHOWN = JUDGES_WARRANT | JUDGES_PAPER_CAME
TO_HOLD = DETAINER | JUDGES_WARRANT

TERMS = (
    Term(
        "the person was convicted of a violent or serious crime in time, or may match the terrorist screening database",
        ON_RECORD,
        "N.Y.C. Admin. Code 9-131(a)(2), (7)",
    ),
    Term("a federal judge's warrant was shown with the request", WARRANT_SHOWN, "N.Y.C. Admin. Code 9-131(a)(5)"),
)
