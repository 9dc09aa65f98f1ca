"""Tennessee: the ban on sanctuary policies (7-68-101 to -105, as of 2019), the duty to communicate of 2024 and the acts of 2026."""

from habeas.law.model.expressions import agency, asked, custody, request
from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.terms import AGENTS, DHS_PAPER, FEDERAL_AUTHORITY, ICE_DETAINER, LOCAL_JAIL

SOURCES = sources_of(__name__)

CHAPTER_68 = (
    Provision(
        id="us-tn.7-68-102-hold",
        sentence="No policy may restrict compliance with a detainer or ask for a warrant or probable cause first, but the "
        "chapter makes no jail keep anybody, and whether its leave to cooperate is power enough to is not settled.",
        acts=(Act.HOLD,),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("2019-01-01"),
        layer=Layer.STATE,
        source=SOURCES["7-68-102"],
    ),
    Provision(
        id="us-tn.7-68-102-questions",
        sentence="No policy may stop an agency from asking about a person's citizenship or immigration status; the chapter "
        "makes no one ask.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2019-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The chapter speaks of the status of any person.",
        source=SOURCES["7-68-102-questions"],
    ),
    Provision(
        id="us-tn.7-68-105-cooperate",
        sentence="An agency may cooperate with the federal officials in the identification, apprehension, detention or removal "
        "of people not lawfully present, and no policy may limit that.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MAY,
        when=request.kind.is_("detainer", "notification_request", "transfer_request") & AGENTS & asked,
        effective=since("2019-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section turns on the request of the federal official and on nothing about the person's record.",
        source=SOURCES["7-68-105-a"],
    ),
    Provision(
        id="us-tn.7-68-105-status-2019",
        sentence="An agency may communicate with the federal officials about the immigration status of any person, and no "
        "policy may limit that.",
        acts=(Act.SHARE_STATUS, Act.QUERY_ICE),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2019-01-01", to="2024-07-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of the immigration status of any individual.",
        source=SOURCES["7-68-105-a"],
    ),
    Provision(
        id="us-tn.7-68-105-query",
        sentence="An agency may ask the federal officials about the immigration status of any person, and no policy may limit "
        "that.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2024-07-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of the immigration status of any individual.",
        source=SOURCES["7-68-105-2024"],
    ),
    Provision(
        id="us-tn.7-68-105-status",
        sentence="An agency communicates with the federal officials about the immigration status of whoever was arrested for a "
        "crime.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MUST,
        when=AGENTS & LOCAL_JAIL,
        unless=custody.flag("arrested_on_civil_immigration_only"),
        otherwise=Outcome.MAY,
        effective=since("2024-07-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of any individual arrested for a criminal offense: that is whom a jail holds.",
        source=SOURCES["7-68-105-2024"],
    ),
    Provision(
        id="us-tn.7-68-105-agreements",
        sentence="An agency may negotiate an agreement under 8 USC 1357(g); it has its officers trained, and enforces to the "
        "full extent federal law permits.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2019-01-01", to="2026-05-26"),
        layer=Layer.STATE,
        source=SOURCES["7-68-105-b"],
    ),
)

ACTS_OF_2026 = (
    Provision(
        id="us-tn.hb-2018",
        sentence="A sheriff with an agreement under 8 USC 1357(g) is said to have to accept and honor ICE's detainers for 48 "
        "hours and to tell of the release before it; the act and its first day were not read.",
        acts=(Act.HOLD, Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=ICE_DETAINER & agency.flag("agreement_287g"),
        effective=since("2026-05-20"),
        layer=Layer.STATE,
        source=SOURCES["hb-2018"],
    ),
    Provision(
        id="us-tn.ch-1015",
        sentence="Each county's sheriff enters into an agreement under an available 287(g) program; from which day was not "
        "read.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        effective=since("2026-05-26"),
        layer=Layer.STATE,
        source=SOURCES["ch-1015"],
    ),
)

NOTES = (
    Note(
        sentence="Notice of an agreement, and of its renewal, change or end, goes in writing to the governor, the lieutenant "
        "governor and the speaker of the house.",
        source=SOURCES["7-68-105-c"],
    ),
    Note(
        sentence="Since 2025 an official who votes for a sanctuary policy commits a felony.",
        source=SOURCES["sb-6002"],
    ),
)

EARLIER = (not_read_before("us-tn", "Tennessee", "2019-01-01", SOURCES[NOT_READ]),)

OPEN_RECORDS = open_arrest_records(
    "us-tn.10-7-503",
    "The county's own records of who is in its jail, to any citizen of Tennessee and unless a state law closes them,",
    "2022-11-28",
    SOURCES["10-7-503"],
)

PACK = Pack(
    id="us-tn", title="Tennessee", provisions=(*OPEN_RECORDS, *EARLIER, *CHAPTER_68, *ACTS_OF_2026), notes=NOTES
)
