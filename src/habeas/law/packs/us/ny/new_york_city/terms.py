"""What section 9-131 of the Administrative Code speaks of."""

from habeas.law.model.expressions import any_charge, ask_counsel, charge, charge_is, person, request
from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import DETAINER, FEDERAL_JUDGE, JUDGES_PAPER_CAME

LISTED_CONVICTION = charge.disposition.is_("convicted") & charge_is("nyc_violent_or_serious")
RECENT = charge.disposed_on.within(5)
CONVICTED_IN_TIME = any_charge(LISTED_CONVICTION & RECENT) | ask_counsel(
    "Was the judgment entered within five years before the arrest that brought the person in, the time served for such a "
    "crime left out (9-131(a)(2)(ii))?",
    when=any_charge(LISTED_CONVICTION & ~RECENT),
)
"""9-131(a)(2): the five years run back from the instant arrest, which is before the day asked about."""
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
