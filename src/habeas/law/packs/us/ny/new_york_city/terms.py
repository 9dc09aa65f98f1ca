"""What sections 9-131, 9-205 and 14-154 of the Administrative Code speak of."""

from habeas.law.model.expressions import any_charge, ask_counsel, charge, charge_is, custody, person, request
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

PROBATION = custody.facility.is_("probation")
"""9-205: the Department of Probation."""
WITHOUT_WARRANT = person.flag("terrorist_screening_match") | ask_counsel(
    "Has the person illegally re-entered the country after a removal or return (14-154(b)(2)(A))?",
    when=any_charge(LISTED_CONVICTION),
)
"""14-154(b)(2): a possible match, or a listed conviction of whatever day and an illegal re-entry."""
OFFICE = request.fields.includes("dedicated_office_space")
OTHER_FEDERAL = request.issuer.is_("doj", "fbi", "usms")
"""Federal agencies whose officers' duties may include what Local Law 63 of 2026 names: entry, presence, registration, travel papers."""

TERMS = (
    Term(
        "the person was convicted of a violent or serious crime in time, or may match the terrorist screening database",
        ON_RECORD,
        "N.Y.C. Admin. Code 9-131(a)(2), (7)",
    ),
    Term("a federal judge's warrant was shown with the request", WARRANT_SHOWN, "N.Y.C. Admin. Code 9-131(a)(5)"),
)
