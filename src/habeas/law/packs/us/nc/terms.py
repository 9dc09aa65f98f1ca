"""What G.S. 162-62 speaks of."""

from habeas.law.model.expressions import asked, request
from habeas.law.packs.us.terms import ICE_DETAINER, WITH_WARRANT

BOTH_PAPERS = ICE_DETAINER & WITH_WARRANT & request.flag("identity_match") & asked
"""162-62(b1): the detainer and the administrative warrant, which reasonably appear to be for the person."""
