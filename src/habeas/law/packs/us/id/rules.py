"""Idaho: what no county may prohibit or discourage (19-6102), and the questions it leaves."""

from habeas.law.model.expressions import asked, custody, request
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.terms import AGENTS, FEDERAL_AUTHORITY, ICE

SOURCES = sources_of(__name__)

SECTION_19_6102 = (
    Provision(
        id="us-id.19-6102-2-a",
        sentence="No county may stop a peace officer, a corrections officer or a booking clerk from asking about the "
        "immigration status of a person lawfully detained or under arrest.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MAY,
        when=custody.facility.is_("county_jail", "city_lockup"),
        effective=since("2024-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of any person under a lawful detention or under arrest.",
        source=SOURCES["19-6102-2-a"],
    ),
    Provision(
        id="us-id.19-6102-2-b",
        sentence="No county may stop the jail from sending, requesting, keeping or exchanging what concerns a person's "
        "immigration status.",
        acts=(Act.SHARE_STATUS, Act.QUERY_ICE),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2024-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section protects the exchange about any person under a lawful detention or under arrest.",
        source=SOURCES["19-6102-2-b"],
    ),
    Provision(
        id="us-id.19-6102-2-c",
        sentence="No county may stop its officers from helping a federal immigration officer as reasonable or necessary: notice "
        "and hand-over may be given; nothing orders them.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MAY,
        when=AGENTS & request.kind.is_("detainer", "notification_request", "transfer_request") & asked,
        effective=since("2024-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of the officer who is helped and not of any person's record.",
        source=SOURCES["19-6102-2-c"],
    ),
    Provision(
        id="us-id.19-6102-2-d",
        sentence="No county may stop its officers from letting a federal immigration officer enter the jail and do enforcement "
        "work there.",
        acts=(Act.INTERVIEW, Act.ACCESS_FACILITY),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2024-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of the jail's doors, not of any person's record.",
        source=SOURCES["19-6102-2-d"],
    ),
    Provision(
        id="us-id.hb-659",
        sentence="HB 659 of 2026, by which every sheriff applies for an agreement under 8 USC 1357(g), passed the House on 6 "
        "March 2026; whether it became law was not found.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=ICE,
        effective=since("2026-03-06"),
        layer=Layer.STATE,
        source=SOURCES["hb-659"],
    ),
)

PACK = Pack(
    id="us-id",
    title="Idaho",
    provisions=(*SECTION_19_6102, custody_open("us-id", "Idaho", SOURCES[NONE_FOUND])),
)
