"""What G.S. 162-62 speaks of."""

from habeas.law.model.expressions import any_present_charge, asked, charge, item, request
from habeas.law.packs.us.terms import ICE_DETAINER, WITH_WARRANT

BOTH_PAPERS = ICE_DETAINER & WITH_WARRANT & request.flag("identity_match") & asked
"""162-62(b1): the detainer and the administrative warrant, which reasonably appear to be for the person."""

NOT_CHARGED = item(
    "no_charge",
    "the jail holds the person on no criminal charge",
    ~any_present_charge(charge.disposition.is_("pending", "held_to_answer", "convicted")),
)
"""162-62(b1): "When any person charged with a criminal offense is confined". A record that does not say is asked."""
