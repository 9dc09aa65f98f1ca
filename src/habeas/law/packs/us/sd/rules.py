"""South Dakota: what no policy may limit (23-3-74); no law on detainers, notice or agreements was found."""

from habeas.law.model.expressions import request
from habeas.law.model.provision import Provision, since
from habeas.law.model.searched import NONE_FOUND, nothing_found
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.terms import FEDERAL_AUTHORITY

SOURCES = sources_of(__name__)

NO_LIMIT = (
    Provision(
        id="us-sd.23-3-74",
        sentence="No policy of a county may keep anybody from communicating or cooperating with a federal agency to verify or report "
        "a person's immigration status; nothing orders it.",
        acts=(Act.SHARE_STATUS, Act.QUERY_ICE),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of the immigration status of any individual.",
        source=SOURCES["23-3-74"],
    ),
)

PACK = nothing_found(
    "us-sd", "South Dakota", on="2026-11-30", source=SOURCES[NONE_FOUND], look_again="2027-03-01", more=NO_LIMIT
)
