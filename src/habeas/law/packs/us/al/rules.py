"""Alabama: chapter 13 of title 31 (2011, 2012), and the bills of 2025 and 2026 that would make jails honor detainers."""

from habeas.law.model.expressions import any_present_charge, ask_counsel, charge, custody, person, request
from habeas.law.model.open_records import OF_A_MINOR, open_arrest_records
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.terms import AGENTS, DHS_PAPER, FEDERAL_AUTHORITY, LOCAL_JAIL, NOT_COUNTY_JAIL

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-al.31-13",
        sentence="Chapter 13 of title 31 came in 2011 and was amended in 2012; from which day its sections on the exchange and the "
        "check of status held, and what the courts stopped of it, was not read.",
        acts=(Act.ASK_STATUS, Act.QUERY_ICE),
        outcome=Outcome.UNRESOLVED,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2011-01-01", to="2013-01-01"),
        layer=Layer.STATE,
        source=SOURCES["31-13"],
    ),
    Provision(
        id="us-al.31-13-5-c",
        sentence="Nobody may be kept from sending, receiving, keeping or exchanging information on a person's immigration status as "
        "8 USC 1373 and 1644 have it.",
        acts=(Act.SHARE_STATUS, Act.QUERY_ICE),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2013-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of the immigration status of any individual.",
        source=SOURCES["31-13-5-c"],
    ),
    Provision(
        id="us-al.31-13-12-b",
        sentence="The immigration status of an alien arrested and booked is verified with the federal government within 24 hours of "
        "the arrest; nobody is kept past release for want of the answer.",
        acts=(Act.QUERY_ICE,),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL & person.flag("foreign_national"),
        effective=since("2013-01-01"),
        layer=Layer.STATE,
        source=SOURCES["31-13-12-b"],
    ),
    Provision(
        id="us-al.31-13-12-c",
        sentence="Status is learned from the federal government, and no officer makes a final determination alone: whether a person "
        "is asked besides is for counsel.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.UNRESOLVED,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2013-01-01"),
        layer=Layer.STATE,
        source=SOURCES["31-13-12-c"],
    ),
    Provision(
        id="us-al.31-13-12-e",
        sentence="Whom the federal government found unlawfully present the jail helps to transfer on request, tells ICE of and "
        "keeps until prosecution or transfer: whether it so found, and how long that lets it keep anybody, is for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST, Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER & AGENTS,
        effective=since("2013-01-01"),
        layer=Layer.STATE,
        source=SOURCES["31-13-12-e"],
    ),
    Provision(
        id="us-al.31-13-19",
        sentence="Of an alien unlawfully present who is convicted and within 30 days of release the agency tells ICE and the State's "
        "Department of Homeland Security: whether the federal government so found is for counsel.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST,
        when=any_present_charge(charge.disposition.is_("convicted"))
        & custody.release_at.days_away(30)
        & ask_counsel(
            "Has the federal government found the person unlawfully present (8 USC 1373(c))? Then ICE and the Alabama Department of "
            "Homeland Security are told within the last 30 days before the release.",
            when=AGENTS,
        ),
        effective=since("2013-01-01"),
        layer=Layer.STATE,
        source=SOURCES["31-13-19"],
    ),
    Provision(
        id="us-al.hb-13",
        sentence="Bills of 2025 and 2026 would make jails honor detainers, release after 48 hours without a federal warrant and "
        "report each quarter; whether one is law was not found.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST, Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER & AGENTS,
        effective=since("2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["hb-13"],
    ),
    Provision(
        id="us-al.hold-before-2025",
        sentence="Before chapter 13 of title 31, as amended in 2012, no Alabama law was found that made a jail keep anybody on a civil "
        "immigration paper or gave it power to.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("1997-04-01", to="2013-01-01"),
        layer=Layer.STATE,
        source=SOURCES["hold"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-al.36-22-8",
    "The sheriff's book of prisoners received (name, age, sex, marks, the charge, the order and date of commitment and of release)",
    "2001-01-01",
    SOURCES["36-22-8"],
    unless=OF_A_MINOR,
    not_of=NOT_COUNTY_JAIL,
)

PACK = Pack(id="us-al", title="Alabama", provisions=(*OPEN_RECORDS, *RULES))
