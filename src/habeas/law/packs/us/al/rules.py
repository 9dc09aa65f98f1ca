"""Alabama: chapter 13 of title 31 (2011), not read, and the bills of 2025 and 2026 that would make jails honor detainers."""

from habeas.law.model.expressions import request
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, DHS_PAPER, FEDERAL_AUTHORITY

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-al.31-13",
        sentence="Chapter 13 of title 31 is said to forbid policies that limit the exchange of status and to have jails check "
        "it; its sections were not read.",
        acts=(Act.ASK_STATUS, Act.QUERY_ICE),
        outcome=Outcome.UNRESOLVED,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2011-01-01"),
        layer=Layer.STATE,
        source=SOURCES["31-13"],
    ),
    Provision(
        id="us-al.hb-13",
        sentence="Bills of 2025 and 2026 would make jails honor detainers, release after 48 hours without a federal warrant and "
        "report each quarter; whether one is law was not found, nor any other power to keep anybody on a civil paper.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST, Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER & AGENTS,
        effective=since("2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["hb-13"],
    ),
    Provision(
        id="us-al.hold-before-2025",
        sentence="No Alabama law was found that made a jail keep anybody on a civil immigration paper or gave it power to.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("1997-04-01", to="2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["hold"],
    ),
)

PACK = Pack(id="us-al", title="Alabama", provisions=RULES)
