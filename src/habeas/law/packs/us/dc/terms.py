"""What D.C. Code 24-211.07 speaks of."""

from habeas.law.model.expressions import (
    any_charge,
    any_present_charge,
    ask_counsel,
    charge,
    charge_is,
    on_record,
    request,
)
from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import ANY_JUDGE, FEDERAL_JUDGE, JUDGES_PAPER_CAME

JUDGES_OWN = request.kind.is_("judicial_warrant", "judicial_probable_cause", "court_order") & FEDERAL_JUDGE
CUSTODY_ORDER = JUDGES_OWN | JUDGES_PAPER_CAME
"""(a): a federal judge's warrant or order by which the agency takes the person into custody; an immigration judge's is none."""
INTERVIEW_ORDER = request.kind.is_("court_order") & ANY_JUDGE
FEDERAL_CASE = on_record(any_present_charge(charge.court.is_("federal")))
"""(a)(4): awaiting trial or sentencing on a federal charge, or serving a sentence for one."""
OLDER = charge.disposition.is_("convicted") & ~charge.disposed_on.within(10)
DANGEROUS_OR_VIOLENT = any_charge(
    charge.disposition.is_("convicted") & charge_is("dc_dangerous_or_violent") & charge.disposed_on.within(10)
) | ask_counsel(
    "Was an older conviction a homicide, or one for a dangerous crime or crime of violence whose sentence ended within five "
    "years of the request (24-211.07(b)(2)(B), (c) of 2012)?",
    when=any_charge(OLDER & charge_is("dc_dangerous_or_violent")),
)
"""(b)(2)(B) of 2012: a conviction within ten years; of an older one, and of a homicide, counsel says."""

TERMS = (
    Term(
        "a federal judge's warrant or order gives the person into the agency's custody", CUSTODY_ORDER, "24-211.07(a)"
    ),
    Term("a court's order allows the interview", INTERVIEW_ORDER, "24-211.07(a)(3)(A)"),
    Term("the person is held in a federal criminal case", FEDERAL_CASE, "24-211.07(a)(4)"),
)
