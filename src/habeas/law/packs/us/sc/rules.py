"""South Carolina: the status check of 23-3-1100, whose words were not read; nothing found on holds."""

from habeas.law.model.expressions import request
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, DHS_PAPER, FEDERAL_AUTHORITY

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-sc.23-3-1100",
        sentence="A jail is said to have to find out within 72 hours, also through the federal support center, whether a prisoner "
        "is lawfully present, and to tell the federal authorities; the section was not read.",
        acts=(Act.ASK_STATUS, Act.QUERY_ICE),
        outcome=Outcome.UNRESOLVED,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2008-01-01"),
        layer=Layer.STATE,
        source=SOURCES["23-3-1100"],
    ),
    Provision(
        id="us-sc.hold",
        sentence="No South Carolina law was found that makes a jail keep anybody on a civil immigration paper or gives it power "
        "to.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("1997-04-01"),
        layer=Layer.STATE,
        source=SOURCES["hold"],
    ),
    Provision(
        id="us-sc.h-4764",
        sentence="A bill of 2026 would make jails seek agreements under 8 USC 1357(g); whether it is law was not found.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        source=SOURCES["h-4764"],
    ),
)

PACK = Pack(id="us-sc", title="South Carolina", provisions=RULES)
