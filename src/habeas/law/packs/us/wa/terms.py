"""What RCW 10.93.160 and 43.17.420 speak of. By 10.93.160(15) subsections (3) to (6) reach local agencies alone (LOCAL)."""

from habeas.law.model.expressions import request

COURT_ORDER = request.kind.is_("judicial_warrant", "judicial_probable_cause", "court_order") & request.signer.is_(
    "federal_magistrate_judge", "federal_district_judge", "state_judge"
)
"""43.17.420(2): an order or warrant of a judge of a federal or of the state's own courts; an immigration judge is neither."""
