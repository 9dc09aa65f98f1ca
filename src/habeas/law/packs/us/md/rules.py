"""Maryland: 5-104 for the police, the ban of 2026 on agreements, and the Community Trust Act (Ch. 872 of 2026), unread."""

from habeas.law.model.agreements import agreement_on_record
from habeas.law.model.expressions import request
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.starting import begins_between
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import (
    A_LIST,
    AGENTS,
    CITY_LOCKUP,
    CIVIL_PAPER,
    CRIME,
    DETAINER,
    DHS_PAPER,
    FEDERAL_AUTHORITY,
    IMMIGRATION,
)

SOURCES = sources_of(__name__)

POLICE = begins_between(
    Provision(
        id="us-md.5-104-police",
        sentence="A police officer, who is no jail's or prison's, keeps nobody and transfers nobody for a civil immigration "
        "violation unless federal law requires the transfer.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER),
        outcome=Outcome.MUST_NOT,
        when=CITY_LOCKUP & CIVIL_PAPER & AGENTS,
        effective=since("2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["5-104-b-2"],
    ),
    "2021-01-26",
)

QUESTIONS = begins_between(
    Provision(
        id="us-md.5-104-police-ask",
        sentence="The police ask nobody about citizenship, immigration status or place of birth during a stop, a search or an arrest; "
        "booking, and what a criminal investigation needs, are for counsel.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=CITY_LOCKUP,
        unless=CRIME | request.kind.is_("intake"),
        otherwise=Outcome.UNRESOLVED,
        effective=since("2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["5-104-b-2-i"],
    ),
    "2021-01-26",
)

AGREEMENTS = (
    Provision(
        id="us-md.5-104.1",
        sentence="Neither the State, nor a county, nor a sheriff enters into an agreement to enforce civil immigration law.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2026-02-17"),
        layer=Layer.STATE,
        source=SOURCES["5-104.1"],
    ),
    agreement_on_record("us-md", "Maryland", "2026-02-17", SOURCES["5-104.1"]),
)

HOUSING = (
    Provision(
        id="us-md.hb-16-housing",
        sentence="No county makes or renews an agreement to hold people for immigration authorities; the agreements there were had "
        "to end by October 1, 2022.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2022-10-01"),
        layer=Layer.STATE,
        source=SOURCES["hb-16"],
    ),
)

JAILS = (
    Provision(
        id="us-md.hold-before-2026",
        sentence="Before June 2026 no Maryland statute was found that let a jail keep anybody on a detainer or forbade it.",
        acts=(Act.HOLD,),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER & ~CITY_LOCKUP,
        effective=since("1997-04-01", to="2026-06-01"),
        layer=Layer.STATE,
        source=SOURCES["hold-before-2026"],
    ),
    Provision(
        id="us-md.ch-872-custody",
        sentence="A jail is said to need a judge's warrant to hold or to transfer, save for a felony conviction, "
        "the sex offender registry or a sentence of five years; the act was not read and a suit is pending.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER & AGENTS & ~CITY_LOCKUP,
        effective=since("2026-06-01"),
        layer=Layer.STATE,
        source=SOURCES["ch-872"],
    ),
    Provision(
        id="us-md.ch-872-notice",
        sentence="Notice that a person is in custody or will be released is said to need a court's order or a judge's warrant, "
        "save for the same three kinds of people; the act was not read and a suit is pending.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER & AGENTS,
        effective=since("2026-06-01"),
        layer=Layer.STATE,
        source=SOURCES["ch-872"],
    ),
    Provision(
        id="us-md.ch-872-information",
        sentence="The act is said to forbid jails to ask about status or birthplace, to give the immigration authorities "
        "information, and to give them access to rooms closed to the public; its words were not read.",
        acts=(Act.INTERVIEW, Act.ACCESS_FACILITY, Act.SHARE_PERSONAL, Act.ASK_STATUS),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & IMMIGRATION,
        effective=since("2026-06-01"),
        layer=Layer.STATE,
        source=SOURCES["ch-872-information"],
    ),
    Provision(
        id="us-md.ch-872-questions",
        sentence="Whether a jail may still ask a person about citizenship or place of birth for reasons of its own was not "
        "read.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.UNRESOLVED,
        when=request.issuer.is_("other"),
        effective=since("2026-06-01"),
        layer=Layer.STATE,
        source=SOURCES["ch-872-information"],
    ),
    Provision(
        id="us-md.ch-872-list",
        sentence="Whether lists of people in custody may be given to federal authorities, as some counties gave arrest sheets, "
        "was not read.",
        acts=(Act.LIST, Act.NOTIFY, Act.SHARE_PERSONAL),
        outcome=Outcome.UNRESOLVED,
        when=A_LIST & FEDERAL_AUTHORITY & IMMIGRATION,
        effective=since("2026-06-01"),
        layer=Layer.STATE,
        source=SOURCES["ch-872-information"],
    ),
)

NOTES = (
    Note(
        sentence="The jail of Baltimore City is the State's: what the acts say of State correctional facilities is said of it.",
        source=SOURCES["baltimore-city"],
    ),
    Note(
        sentence="Since 2025 the Attorney General's guidance limits immigration enforcement at sensitive places such as "
        "courthouses; local policies were due by 1 October 2025.",
        source=SOURCES["hb-1222"],
    ),
)

PACK = Pack(id="us-md", title="Maryland", provisions=(*POLICE, *QUESTIONS, *AGREEMENTS, *HOUSING, *JAILS), notes=NOTES)
