"""Louisiana: R.S. 33:81 to 33:84 (Act 314 of 2024). A facially sufficient detainer is obeyed, the bail judge told, the file marked."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import request
from habeas.law.model.open_records import OF_A_MINOR, open_arrest_records
from habeas.law.model.provision import Duty, DutyRule, Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome, What
from habeas.law.packs.us.la.terms import AGENCY_DETAINER, SUFFICIENT
from habeas.law.packs.us.terms import (
    AGENTS,
    AN_AGENCY,
    COUNTY_JAIL,
    DETAINER,
    FEDERAL_AUTHORITY,
    IMMIGRATION,
    WARRANT_FALLS,
)

SOURCES = sources_of(__name__)

BEFORE = (
    Provision(
        id="us-la.hold-before-2024",
        sentence="Before Act 314 of 2024 no Louisiana statute was found that let a jail keep anybody on a detainer or forbade it.",
        acts=(Act.HOLD,),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER,
        effective=since("1997-04-01", to="2024-05-28"),
        layer=Layer.STATE,
        source=SOURCES["hold-before-2024"],
    ),
)

COOPERATION = (
    Provision(
        id="us-la.33-81-insufficient",
        sentence="A form that is incomplete or came without its warrant counts where other official documents show probable "
        "cause: whether this one is facially sufficient is for counsel.",
        acts=(Act.HOLD, Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=AGENCY_DETAINER & (~SUFFICIENT | WARRANT_FALLS),
        effective=since("2024-05-28"),
        layer=Layer.STATE,
        source=SOURCES["33-81"],
    ),
    Provision(
        id="us-la.33-83-best-efforts",
        sentence="A law enforcement agency uses best efforts to support the enforcement of federal immigration law: how far "
        "that makes it answer requests other than a detainer is not settled.",
        acts=(Act.HOLD, Act.NOTIFY, Act.TRANSFER, Act.INTERVIEW, Act.ACCESS_FACILITY, Act.LIST, Act.SHARE_PERSONAL),
        outcome=Outcome.UNRESOLVED,
        when=FEDERAL_AUTHORITY
        & IMMIGRATION
        & request.kind.is_(
            "administrative_warrant",
            "notification_request",
            "transfer_request",
            "interview_request",
            "facility_access",
            "list_request",
            "records_request",
        ),
        effective=since("2024-05-28"),
        layer=Layer.STATE,
        source=SOURCES["33-83-a"],
    ),
    Provision(
        id="us-la.33-83-status",
        sentence="Nobody may stop an agency from sending, asking for, receiving, keeping or exchanging information on a "
        "person's immigration status; the section does not make it send it.",
        acts=(Act.SHARE_STATUS, Act.QUERY_ICE),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2024-05-28"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section protects information regarding an alien's immigration status, whoever it is about.",
        source=SOURCES["33-83-b"],
    ),
    Provision(
        id="us-la.33-84-hold",
        sentence="An agency with custody of a person under a facially sufficient detainer does what the detainer asks: it "
        "keeps the person up to 48 hours past release.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=AN_AGENCY & SUFFICIENT & request.asks.includes("hold"),
        unless=WARRANT_FALLS,
        until=PlusHours(at("custody.release_at"), 48),
        effective=since("2024-05-28"),
        layer=Layer.STATE,
        reaches_everyone="The section turns on the detainer and its warrant and on nothing about the person's record.",
        source=SOURCES["33-84-a-2"],
    ),
    Provision(
        id="us-la.33-84-notify",
        sentence="An agency with custody of a person under a facially sufficient detainer does what the detainer asks: it "
        "tells of the release.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST,
        when=AN_AGENCY & SUFFICIENT & request.asks.includes("notify"),
        unless=WARRANT_FALLS,
        effective=since("2024-05-28"),
        layer=Layer.STATE,
        reaches_everyone="The section turns on the detainer and its warrant and on nothing about the person's record.",
        source=SOURCES["33-84-a-2"],
    ),
    Provision(
        id="us-la.33-84-transfer",
        sentence="An agency with custody of a person under a facially sufficient detainer does what the detainer asks: it "
        "transfers the person.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MUST,
        when=AN_AGENCY & SUFFICIENT & request.asks.includes("transfer"),
        unless=WARRANT_FALLS,
        effective=since("2024-05-28"),
        layer=Layer.STATE,
        reaches_everyone="The section turns on the detainer and its warrant and on nothing about the person's record.",
        source=SOURCES["33-84-a-2"],
    ),
    Provision(
        id="us-la.33-84-housing",
        sentence="Each parish jail enters into an agreement with a federal immigration agency to house people under detainers "
        "for a time and to be paid for it.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST,
        when=COUNTY_JAIL & AGENTS,
        effective=since("2024-05-28"),
        layer=Layer.STATE,
        source=SOURCES["33-84-d"],
    ),
    Provision(
        id="us-la.33-84-agreements",
        sentence="An agreement authorized by 8 USC 1357 counts as the agreement that a parish jail must have.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2024-05-28"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        source=SOURCES["33-84-d-1357"],
    ),
)

DUTIES = (
    DutyRule(
        id="us-la.33-84-duties",
        sentence="The judge who may grant bail is told of the detainer, and the case file says that there is one.",
        when=AN_AGENCY & SUFFICIENT & ~WARRANT_FALLS,
        duties=(
            Duty(
                What.NOTIFY_BAIL_JUDGE,
                "the judge who may grant or deny bail",
                "Tell the judge that the person is subject to an immigration detainer, unless the agency that transferred the person "
                "had told the judge before.",
                on=Act.HOLD,
            ),
            Duty(
                What.RECORD_IN_FILE,
                "the case file",
                "Write into the case file that the person is subject to an immigration detainer, unless the agency that transferred "
                "the person had done so before.",
                on=Act.HOLD,
            ),
        ),
        effective=since("2024-05-28"),
        layer=Layer.STATE,
        source=SOURCES["33-84-a-1"],
    ),
)

NOTES = (
    Note(
        sentence="At sentence a judge orders the jail to shorten the confinement of a person under a detainer by the days that "
        "a transfer into federal custody takes.",
        source=SOURCES["33-83-d"],
    ),
    Note(
        sentence="Since 1 August 2025 an official who knowingly thwarts federal immigration enforcement may commit obstruction "
        "of justice or malfeasance in office.",
        source=SOURCES["act-399"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-la.ccrp-228",
    "The jail's book (name, address, property, date and time of booking) and its summaries of booking information",
    "1993-01-01",
    SOURCES["ccrp-228"],
    unless=OF_A_MINOR,
)

PACK = Pack(
    id="us-la", title="Louisiana", provisions=(*OPEN_RECORDS, *BEFORE, *COOPERATION), duty_rules=DUTIES, notes=NOTES
)
