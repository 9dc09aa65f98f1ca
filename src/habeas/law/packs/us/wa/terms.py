"""What RCW 10.93.160 and 43.17.420 speak of. By 10.93.160(15) subsections (3) to (6) reach local agencies alone (LOCAL)."""

from habeas.law.model.expressions import asked, request
from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import AGENTS, ANY_JUDGE_CAME

COURT_ORDER = request.kind.is_("judicial_warrant", "judicial_probable_cause", "court_order") & request.signer.is_(
    "federal_magistrate_judge", "federal_district_judge", "state_judge"
)
"""43.17.420(2): an order or warrant of a judge of a federal or of the state's own courts; an immigration judge is neither."""
ASKS_TO_KEEP = request.kind.is_("notification_request", "transfer_request") & AGENTS & asked & ~ANY_JUDGE_CAME
"""43.17.420(5) calls a hold request each request of the immigration authorities, without a court order, to maintain custody."""

TERMS = (
    Term(
        "the immigration authorities ask, without a court's order, to keep the person", ASKS_TO_KEEP, "RCW 43.17.420(5)"
    ),
)
