"""Kansas: what no municipality may restrict (12-16,140), and the act of 2026 on detainers, of which no text was read."""

from habeas.law.model.expressions import request
from habeas.law.model.open_records import OF_A_MINOR, open_arrest_records
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.terms import FEDERAL_AUTHORITY, ICE

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-ks.12-16-140",
        sentence="No municipality may stop the jail from sending, receiving, keeping or exchanging what concerns a person's "
        "citizenship or immigration status.",
        acts=(Act.SHARE_STATUS, Act.QUERY_ICE),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2023-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of the citizenship or immigration status of an individual, whoever it is.",
        source=SOURCES["12-16-140"],
    ),
    Provision(
        id="us-ks.hb-2372-detainers",
        sentence="An act of 2026, passed over the governor's veto, has sheriffs honor ICE's detainers; which papers, how long "
        "and from which day was not read.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST, Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("detainer", "administrative_warrant"),
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        source=SOURCES["hb-2372"],
    ),
    Provision(
        id="us-ks.hb-2372-agreements",
        sentence="An act of 2026, passed over the governor's veto, lets a sheriff sign an agreement under 8 USC 1357(g) without "
        "the county commission; its text and first day were not read.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=ICE,
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        source=SOURCES["hb-2372"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-ks.45-217-c",
    "The roster of a jail's inmates and the entries of the blotter",
    "2011-01-01",
    SOURCES["45-217-c"],
    unless=OF_A_MINOR,
)

PACK = Pack(
    id="us-ks",
    title="Kansas",
    provisions=(*OPEN_RECORDS, *RULES, custody_open("us-ks", "Kansas", SOURCES[NONE_FOUND], until="2026-01-01")),
)
