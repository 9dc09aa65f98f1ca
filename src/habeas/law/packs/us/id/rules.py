"""Idaho: what no county may prohibit or discourage (19-6102), and the detainers that a custodial authority honors (18-9005, 2025)."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import asked, request
from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.provision import Duty, Note, Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.starting import begins_between
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome, What
from habeas.law.packs.us.id.terms import ASKED_IN_DETAINER
from habeas.law.packs.us.terms import AGENTS, FEDERAL_AUTHORITY, ICE, JAIL_OR_PRISON, LOCAL_JAIL, WARRANT_FALLS

SOURCES = sources_of(__name__)

SECTION_19_6102 = (
    Provision(
        id="us-id.19-6102-2-a",
        sentence="No county may stop a peace officer, a corrections officer or a booking clerk from asking about the "
        "immigration status of a person lawfully detained or under arrest.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MAY,
        when=LOCAL_JAIL,
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
        "and transfer may be given.",
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
        reaches_everyone="The section speaks of access to the jail, not of any person's record.",
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

SECTION_18_9005 = (
    *begins_between(
        Provision(
            id="us-id.18-9005-4-hold",
            sentence="Once the state's confinement is served, ICE's detainer is complied with, as far as reasonable and without undue "
            "burden, risk or expense; the person is told.",
            acts=(Act.HOLD,),
            outcome=Outcome.MUST,
            when=JAIL_OR_PRISON & ASKED_IN_DETAINER,
            unless=WARRANT_FALLS,
            until=PlusHours(at("custody.release_at"), 48),
            duties=(
                Duty(
                    What.INFORM_OF_DETAINER, "the person", "Tell the person of being held on an immigration detainer."
                ),
            ),
            effective=since("2025-07-01"),
            layer=Layer.STATE,
            lower=Lower.NO_STRICTER,
            source=SOURCES["18-9005-4"],
        ),
        "2025-01-01",
    ),
    *begins_between(
        Provision(
            id="us-id.18-9005-4-requests",
            sentence="What else ICE's detainer reasonably asks, notice and transfer among it, is done too once the state's confinement "
            "is served.",
            acts=(Act.NOTIFY, Act.TRANSFER),
            outcome=Outcome.MUST,
            when=JAIL_OR_PRISON & ASKED_IN_DETAINER,
            unless=WARRANT_FALLS,
            effective=since("2025-07-01"),
            layer=Layer.STATE,
            lower=Lower.NO_STRICTER,
            source=SOURCES["18-9005-4"],
        ),
        "2025-01-01",
    ),
    Provision(
        id="us-id.18-9005-4-other",
        sentence="The section speaks of ICE's detainer for an adult and of other federal warrants: whether a jail keeps or arrests "
        "anybody on another paper of the immigration authorities, or on a detainer without its warrant, is for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("detainer", "administrative_warrant"),
        unless=ASKED_IN_DETAINER & ~WARRANT_FALLS,
        effective=since("2025-01-01"),
        layer=Layer.STATE,
        source=SOURCES["18-9005-4-other"],
    ),
    Provision(
        id="us-id.18-9005-2",
        sentence="No law enforcement official may be kept from an agreement with the federal authorities under 8 USC 1357(g) or a "
        "similar program.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2025-07-01", to="2026-03-06"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        source=SOURCES["18-9005-2"],
    ),
)

NOTES = (
    Note(
        sentence="At booking the custodial authority determines whether a person may be a foreign national and tells DHS of the identity "
        "and the place of confinement of one who is, within 48 hours of confinement.",
        source=SOURCES["18-9008"],
    ),
    Note(
        sentence="After a judgment of conviction a person known to be an illegal alien is not released before the determinate sentence "
        "is served, and then early only to another authority or where DHS has confirmed in writing that it takes custody; the "
        "custodial authority may transport the person.",
        source=SOURCES["18-9009"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-id.74-124-3",
    "The name, sex, age and address of a person arrested, the time, date and place of the arrest and the crime charged",
    "2022-06-09",
    SOURCES["74-124-3"],
)

PACK = Pack(
    id="us-id",
    title="Idaho",
    provisions=(
        *OPEN_RECORDS,
        *SECTION_19_6102,
        custody_open("us-id", "Idaho", SOURCES[NONE_FOUND], until="2025-01-01"),
        *SECTION_18_9005,
    ),
    notes=NOTES,
)
