"""What the Colorado sections speak of."""

from habeas.law.model.expressions import request
from habeas.law.model.terms import Term

CIVIL_DETAINER = request.kind.is_("detainer", "administrative_warrant", "transfer_request")
"""24-76.6-101(1): a request to keep somebody, a request for action, an arrest warrant of the immigration authorities, a removal warrant."""

TERMS = (Term("the paper is a civil immigration detainer of Colorado law", CIVIL_DETAINER, "C.R.S. 24-76.6-101(1)"),)
