"""What Indiana's act of 2026 speaks of, as far as it is known."""

from habeas.law.model.expressions import asked, request
from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import ICE_DETAINER, WITH_WARRANT

WHOLE_DETAINER = ICE_DETAINER & request.flag("probable_cause_box") & WITH_WARRANT & asked
"""The act's own definition was not read: ICE's whole form with its warrant is one under any."""

TERMS = (Term("the paper is ICE's whole detainer with its warrant, and asks for it", WHOLE_DETAINER),)
