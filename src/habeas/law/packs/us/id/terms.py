"""What chapter 90 of title 18 of the Idaho Code speaks of."""

from habeas.law.model.expressions import asked, custody, person
from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import ICE_DETAINER, WITH_WARRANT

ASKED_IN_DETAINER = ICE_DETAINER & WITH_WARRANT & asked & ~person.flag("minor") & custody.flag("releasable")
"""18-9002(6)-(7), 18-9005(4): ICE's detainer, with its warrant, for an adult whose state confinement is served."""

TERMS = (
    Term(
        "ICE's detainer for an adult whose confinement by the State is served asks for it",
        ASKED_IN_DETAINER,
        "Idaho Code 18-9005(4)",
    ),
)
