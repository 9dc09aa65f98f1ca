"""What R.S. 33:81 to 33:84 speak of."""

from habeas.law.model.expressions import request
from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import CAUSE_SHOWN, DETAINER, WITH_WARRANT

AGENCY_DETAINER = DETAINER & request.issuer.is_("ice", "cbp", "doj")
"""33:81: a federal immigration agency is the Department of Justice or of Homeland Security, or a division of either."""
SUFFICIENT = AGENCY_DETAINER & CAUSE_SHOWN & WITH_WARRANT
"""33:81: probable cause stated by the form, or by a document that supports an incomplete one, along with its warrant."""

TERMS = (
    Term("the request is a detainer of a federal immigration agency", AGENCY_DETAINER, "La. R.S. 33:81"),
    Term("the detainer is facially sufficient", SUFFICIENT, "La. R.S. 33:81"),
)
