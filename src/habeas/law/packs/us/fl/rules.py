"""Florida: chapter 908, the detainer as the chapter defines it, what nobody may restrict, and agreements every sheriff must make."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import asked, custody, on_record, person, request
from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.provision import Duty, DutyRule, Note, Pack, Periodic, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Every, Layer, Lower, Outcome, What
from habeas.law.packs.us.fl.terms import COMPLETE_DETAINER, FEDERAL_AGENCY, UNDER_DETAINER
from habeas.law.packs.us.terms import (
    A_LIST,
    AGENTS,
    COUNTY_JAIL,
    DETAINER,
    FEDERAL_AUTHORITY,
    ICE,
    IMMIGRATION,
    NO_CAUSE,
    WARRANT_CAME,
    WARRANT_FALLS,
)

SOURCES = sources_of(__name__)

CHAPTER_908 = (
    Provision(
        id="us-fl.908.104-1-list",
        sentence="No section speaks of lists; whether best efforts to support enforcement require an answer about a class is "
        "for counsel and the State Board.",
        acts=(Act.LIST, Act.NOTIFY),
        outcome=Outcome.UNRESOLVED,
        when=A_LIST & FEDERAL_AUTHORITY & IMMIGRATION,
        effective=since("2019-07-01", to="2025-02-13"),
        layer=Layer.STATE,
        source=SOURCES["908.104-1-list"],
    ),
    Provision(
        id="us-fl.908.104-6",
        sentence="Upon request of a federal immigration agency the sheriff or chief correctional officer of a county jail gives it "
        "a list of all inmates booked, with any information on each inmate's immigration status.",
        acts=(Act.LIST, Act.SHARE_STATUS),
        outcome=Outcome.MUST,
        when=COUNTY_JAIL & A_LIST & FEDERAL_AGENCY,
        unless=on_record(~person.flag("in_requested_class")),
        effective=since("2025-02-13"),
        layer=Layer.STATE,
        reaches_everyone="The subsection says all inmates booked.",
        source=SOURCES["908.104-6"],
    ),
    Provision(
        id="us-fl.908.104-7-list",
        sentence="Information on a victim or witness need not be given where that person is necessary to the case and cooperates, "
        "and of some the section does not speak at all: whether this person stays off the list is for counsel.",
        acts=(Act.LIST, Act.SHARE_STATUS),
        outcome=Outcome.UNRESOLVED,
        when=A_LIST & FEDERAL_AGENCY & on_record(person.flag("victim_or_witness")),
        effective=since("2025-02-13"),
        layer=Layer.STATE,
        source=SOURCES["908.104-7"],
    ),
    Provision(
        id="us-fl.908.104-6-other-federal",
        sentence="Whether a list for another part of the Department of Justice is one for a federal immigration agency is for "
        "counsel.",
        acts=(Act.LIST,),
        outcome=Outcome.UNRESOLVED,
        when=A_LIST & request.issuer.is_("fbi", "usms") & IMMIGRATION,
        effective=since("2025-02-13"),
        layer=Layer.STATE,
        source=SOURCES["908.102-1"],
    ),
    Provision(
        id="us-fl.908.104-6-release-dates",
        sentence="The list of inmates booked has no release dates in it; whether best efforts to support enforcement require them "
        "of a class is for counsel and the State Board.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.UNRESOLVED,
        when=A_LIST & FEDERAL_AUTHORITY & IMMIGRATION,
        effective=since("2025-02-13"),
        layer=Layer.STATE,
        source=SOURCES["908.104-6"],
    ),
    Provision(
        id="us-fl.908.102-6-notify",
        sentence="No policy may keep the jail from notifying a federal immigration agency of a release when it asks; whether best "
        "efforts require it without a detainer is for counsel.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MAY,
        when=request.kind.is_("notification_request") & FEDERAL_AGENCY,
        effective=since("2025-02-13"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of what no policy may impede, whoever the inmate is.",
        source=SOURCES["908.102-6"],
    ),
    Provision(
        id="us-fl.908.104-1-jail",
        sentence="No policy may keep immigration officers out of the jail; how far best efforts must give them access is for "
        "counsel.",
        acts=(Act.INTERVIEW, Act.ACCESS_FACILITY),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2019-07-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of access to the jail, not of any person's record.",
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
        id="us-fl.908.104-5",
        sentence="A county's jail or the Department of Corrections may transfer a person under a detainer to the federal agency: of "
        "somebody who serves a sentence no earlier than twelve days before release, and out of the state only with a judge's leave.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MAY,
        when=custody.facility.is_("county_jail", "state_prison") & UNDER_DETAINER,
        unless=WARRANT_FALLS,
        effective=since("2025-02-13"),
        layer=Layer.STATE,
        reaches_everyone="The subsection turns on the detainer to which the person is subject, and on nothing in the record.",
        source=SOURCES["908.104-5"],
    ),
    Provision(
        id="us-fl.908.104-5-before",
        sentence="What the chapter said before February 2025 of transporting a person under a detainer was not read in its words: "
        "whether the jail may, or shall, is for counsel.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=custody.facility.is_("county_jail", "state_prison") & UNDER_DETAINER,
        unless=WARRANT_FALLS,
        effective=since("2019-07-01", to="2025-02-13"),
        layer=Layer.STATE,
        source=SOURCES["908.104-5-before"],
    ),
    Provision(
        id="us-fl.908.105-hold",
        sentence="A detainer on the official form, showing probable cause and with its warrant, is complied with; the bail "
        "judge is told and the case file notes it.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=COMPLETE_DETAINER,
        unless=WARRANT_FALLS,
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
        id="us-fl.908.105-1-d",
        sentence="The state attorney is told as well that the person is subject to a detainer.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=COMPLETE_DETAINER,
        unless=WARRANT_FALLS,
        until=PlusHours(at("custody.release_at"), 48),
        duties=(
            Duty(
                What.NOTIFY_PROSECUTOR,
                "the state attorney",
                "Tell the state attorney that the person is subject to a detainer.",
            ),
        ),
        effective=since("2025-02-13"),
        layer=Layer.STATE,
        reaches_everyone="The chapter's duty turns on the papers, complete on their face, and on nothing about the person's record.",
        source=SOURCES["908.105-1-d"],
    ),
    Provision(
        id="us-fl.908.102-2-b",
        sentence="A form that does not show probable cause counts where an affidavit, an order or other official papers show it, with "
        "the warrant: whether this detainer is facially sufficient is for counsel.",
        acts=(Act.HOLD, Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER & FEDERAL_AGENCY & NO_CAUSE & WARRANT_CAME & asked,
        effective=since("2019-07-01"),
        layer=Layer.STATE,
        source=SOURCES["908.102-bare-detainer"],
    ),
    Provision(
        id="us-fl.908.102-bare-detainer",
        sentence="The chapter's detainer is supplied with a warrant; whether a jail may hold on one that came without is not settled.",
        acts=(Act.HOLD,),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER & FEDERAL_AGENCY & ~WARRANT_CAME & asked,
        effective=since("2019-07-01"),
        layer=Layer.STATE,
        source=SOURCES["908.102-bare-detainer"],
    ),
    Provision(
        id="us-fl.908.105-requests",
        sentence="What else such a detainer asks, notice and transfer among it, is done too.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MUST,
        when=COMPLETE_DETAINER,
        unless=WARRANT_FALLS,
        effective=since("2019-07-01"),
        layer=Layer.STATE,
        reaches_everyone="The chapter's duty turns on the papers, complete on their face, and on nothing about the person's record.",
        source=SOURCES["908.105"],
    ),
    Provision(
        id="us-fl.908.106",
        sentence="Each county correctional facility enters into an agreement with a federal immigration agency for temporarily "
        "housing people under detainers and for the payment of what that costs.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST,
        when=COUNTY_JAIL & AGENTS,
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
        effective=since("2022-06-17", to="2025-02-13"),
        layer=Layer.STATE,
        source=SOURCES["908.11-2022"],
    ),
    Provision(
        id="us-fl.908.11",
        sentence="Each sheriff or chief correctional officer who runs a county detention facility enters an agreement under 8 "
        "USC 1357(g); which model is theirs to choose.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST,
        when=COUNTY_JAIL & ICE,
        effective=since("2025-02-13"),
        layer=Layer.STATE,
        source=SOURCES["908.11"],
    ),
)

DUTIES = (
    DutyRule(
        id="us-fl.908.104-victims",
        sentence="Of a victim or witness who is necessary to a case and cooperates nothing need be told; where it is kept back, the "
        "cooperation is documented and the record kept ten years.",
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
        "from 1 April 2025, of its status.",
        effective=since("2025-02-13"),
        source=SOURCES["908.11-2"],
    ),
)

NOTES = (
    Note(
        sentence="With word from a federal agency that the person is in custody under a detainer, the jail may securely transport "
        "that person to federal custody, and may transfer somebody who serves a sentence no earlier than 12 days before release; "
        "out of the state only with a judge's authorization.",
        source=SOURCES["908.104-5"],
    ),
    Note(
        sentence="The judge who sentences a person subject to a detainer orders the confinement shortened by up to 12 days for the "
        "transfer; the agency that learns of the detainer later tells the judge.",
        source=SOURCES["908.104-4"],
    ),
    Note(
        sentence="A person in custody under an immigration detainer gives a DNA sample as soon as the agency has received it.",
        source=SOURCES["943.325-7-f"],
    ),
)

EARLIER = (not_read_before("us-fl", "Florida", "2019-07-01", SOURCES[NOT_READ]),)

OPEN_RECORDS = open_arrest_records(
    "us-fl.119-arrests",
    "Arrest and crime reports, less active criminal investigative information,",
    "2011-01-14",
    SOURCES["119-arrests"],
)

PACK = Pack(
    id="us-fl",
    title="Florida",
    provisions=(*OPEN_RECORDS, *EARLIER, *CHAPTER_908),
    duty_rules=DUTIES,
    notes=NOTES,
    periodic=REPORTS,
)
