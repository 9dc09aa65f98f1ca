"""What chapter 27A of the Iowa Code speaks of."""

from habeas.law.model.expressions import asked, request
from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import ICE_DETAINER, WITH_WARRANT

DETAINER_REQUEST = ICE_DETAINER & request.flag("in_writing") & WITH_WARRANT
"""27A.1(1), 27A.2: ICE's request in writing with a form I-200 or I-205."""
ASKED_IN_IT = DETAINER_REQUEST & asked

TERMS = (
    Term("the paper is a detainer request as Iowa defines it", DETAINER_REQUEST, "Iowa Code 27A.1(1)"),
    Term("a detainer request as Iowa defines it asks for it", ASKED_IN_IT, "Iowa Code 27A.1(1), 27A.2"),
)
