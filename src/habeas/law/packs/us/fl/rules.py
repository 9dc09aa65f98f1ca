"""Florida: chapter 908, the detainer as the chapter defines it, what nobody may restrict, and agreements every sheriff must make."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import asked, on_record, person, request
from habeas.law.model.provision import Duty, DutyRule, Note, Pack, Periodic, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Every, Layer, Lower, Outcome, What
from habeas.law.packs.us.fl.terms import COMPLETE_DETAINER, FEDERAL_AGENCY
from habeas.law.packs.us.terms import A_LIST, AGENTS, DETAINER, FEDERAL_AUTHORITY, ICE, IMMIGRATION, WITH_WARRANT

SOURCES = sources_of(__name__)

CHAPTER_908 = (
    Provision(
        id="us-fl.908.104-1-list",
        sentence="No section speaks of lists; whether best efforts to support enforcement require an answer about a class is "
        "for counsel and the State Board.",
        acts=(Act.LIST, Act.NOTIFY),
        outcome=Outcome.UNRESOLVED,
        when=A_LIST & FEDERAL_AUTHORITY & IMMIGRATION,
        effective=since("2019-07-01"),
        layer=Layer.STATE,
        source=SOURCES["908.104-1-list"],
    ),
    Provision(
        id="us-fl.908.104-1-jail",
        sentence="No policy may keep immigration officers out of the jail; how far best efforts must let them in is for "
        "counsel.",
        acts=(Act.INTERVIEW, Act.ACCESS_FACILITY),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2019-07-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of the jail's doors, not of any person's record.",
        source=SOURCES["908.104-1-jail"],
    ),
    Provision(
        id="us-fl.908.104-2",
        sentence="Nobody may stop the jail from sending, requesting or receiving what concerns a person's immigration status.",
        acts=(Act.SHARE_STATUS, Act.QUERY_ICE),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2019-07-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section protects the exchange of status information about any person.",
        source=SOURCES["908.104-2"],
    ),
    Provision(
        id="us-fl.908.105-hold",
        sentence="A detainer on the official form, showing probable cause and with its warrant, is complied with; the bail "
        "judge is told and the case file notes it.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=COMPLETE_DETAINER,
        until=PlusHours(at("custody.release_at"), 48),
        duties=(
            Duty(
                What.NOTIFY_BAIL_JUDGE,
                "the judge who may grant bail",
                "Tell the judge that the person is subject to a detainer.",
            ),
            Duty(What.RECORD_IN_FILE, "the person's case file", "Record the detainer in the case file."),
        ),
        effective=since("2019-07-01"),
        layer=Layer.STATE,
        reaches_everyone="The chapter's duty turns on the papers, complete on their face, and on nothing about the person's record.",
        source=SOURCES["908.105"],
    ),
    Provision(
        id="us-fl.908.102-bare-detainer",
        sentence="The chapter's detainer comes along with a warrant; whether a jail may hold on one that came without is not settled.",
        acts=(Act.HOLD,),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER & FEDERAL_AGENCY & ~WITH_WARRANT & asked,
        effective=since("2019-07-01"),
        layer=Layer.STATE,
        source=SOURCES["908.102-bare-detainer"],
    ),
    Provision(
        id="us-fl.908.105-requests",
        sentence="What else such a detainer asks, notice and hand-over among it, is done too.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MUST,
        when=COMPLETE_DETAINER,
        effective=since("2019-07-01"),
        layer=Layer.STATE,
        reaches_everyone="The chapter's duty turns on the papers, complete on their face, and on nothing about the person's record.",
        source=SOURCES["908.105"],
    ),
    Provision(
        id="us-fl.908.106",
        sentence="Each county correctional facility enters into an agreement with a federal immigration agency for the payment "
        "of what it costs to house and detain people under detainers.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST,
        when=AGENTS,
        effective=since("2019-07-01"),
        layer=Layer.STATE,
        source=SOURCES["908.106"],
    ),
    Provision(
        id="us-fl.908.11-2022",
        sentence="A duty to make an agreement under 8 USC 1357(g) stands in the chapter since 2022; its words before 2025 are "
        "for counsel.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=ICE,
        effective=since("2022-06-28", to="2025-02-13"),
        layer=Layer.STATE,
        source=SOURCES["908.11-2022"],
    ),
    Provision(
        id="us-fl.908.11",
        sentence="Each sheriff or chief correctional officer who runs a county detention facility enters an agreement under 8 "
        "USC 1357(g); which model is theirs to choose.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST,
        when=ICE,
        effective=since("2025-02-13"),
        layer=Layer.STATE,
        source=SOURCES["908.11"],
    ),
)

DUTIES = (
    DutyRule(
        id="us-fl.908.104-victims",
        sentence="Of a victim or witness who cooperates nothing need be told, and the cooperation is recorded.",
        when=on_record(person.flag("victim_or_witness"))
        & request.kind.is_("detainer", "notification_request", "transfer_request", "status_inquiry", "records_request"),
        duties=(
            Duty(What.RECORD_IN_FILE, "the person's case file", "Record that the person helps as a victim or witness."),
        ),
        effective=since("2019-07-01"),
        layer=Layer.STATE,
        source=SOURCES["908.104-victims"],
    ),
)

REPORTS = (
    Periodic(
        id="us-fl.908.11-2",
        every=Every.QUARTER,
        what="until the agreement is entered: how the written agreement stands, and any reason for not having it",
        to="State Board of Immigration Enforcement",
        due_months=1,
        due_day=1,
        by="the sheriff or chief correctional officer who runs a county detention facility",
        sentence="Until the agreement is entered the sheriff or chief correctional officer tells the State Board each quarter, "
        "from 1 April 2025, how it stands.",
        effective=since("2025-02-13"),
        source=SOURCES["908.11-2"],
    ),
)

NOTES = (
    Note(
        sentence="Before chapter 2025-1 a county facility that had word from a federal agency of a detainer could carry the "
        "person to a federal facility in the state or to another point of transfer; a bill of 2025 would have made that a "
        "duty, and whether the chapter did is not read.",
        source=SOURCES["908.104-4"],
    ),
    Note(
        sentence="The judge who sentences a person subject to a detainer orders the confinement shortened for the transfer.",
        source=SOURCES["908.104-3"],
    ),
)

PACK = Pack(id="us-fl", title="Florida", provisions=CHAPTER_908, duty_rules=DUTIES, notes=NOTES, periodic=REPORTS)
