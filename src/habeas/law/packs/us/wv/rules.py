"""West Virginia: article 16 of chapter 15 (2023): what no policy may restrict, the duties on a detainer, the housing agreement."""

from habeas.law.model.expressions import ask_counsel, custody, request
from habeas.law.model.provision import Duty, DutyRule, Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.starting import begins_between
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome, What
from habeas.law.packs.us.terms import (
    AGENTS,
    AN_AGENCY,
    CAUSE_SHOWN,
    CITY_LOCKUP,
    DETAINER,
    FEDERAL_AUTHORITY,
    WARRANT_CAME,
)

SOURCES = sources_of(__name__)

JAILS_AND_THE_DIVISION = custody.facility.is_("county_jail", "state_prison") | ask_counsel(
    "Is the lockup of a city a jail as article 16 means it?", when=CITY_LOCKUP
)
"""15-16-4(a) names each jail and the Division of Corrections and Rehabilitation."""

DETAINERS = (
    Provision(
        id="us-wv.15-16-3-comply",
        sentence="The agency that first took custody complies with a facially sufficient detainer to the extent required by law: "
        "which law requires how much of it is not settled.",
        acts=(Act.HOLD, Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DETAINER & request.issuer.is_("ice", "cbp", "doj"),
        effective=since("2023-01-12"),
        layer=Layer.STATE,
        source=SOURCES["15-16-3"],
    ),
    Provision(
        id="us-wv.15-16-2-status",
        sentence="No policy may restrict asking for, sending, receiving, keeping or exchanging information on a person's "
        "immigration status; the section makes no one do it.",
        acts=(Act.SHARE_STATUS, Act.QUERY_ICE, Act.ASK_STATUS),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2024-01-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of the immigration status of any person.",
        source=SOURCES["15-16-2"],
    ),
    Provision(
        id="us-wv.15-16-2-requests",
        sentence="No policy may materially restrict help with the enforcement of immigration law; how far the section opens "
        "notice, transfer and interviews beside a detainer was read in part only.",
        acts=(Act.HOLD, Act.NOTIFY, Act.TRANSFER, Act.INTERVIEW, Act.ACCESS_FACILITY),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_(
            "administrative_warrant", "notification_request", "transfer_request", "interview_request", "facility_access"
        )
        & AGENTS,
        effective=since("2023-01-12"),
        layer=Layer.STATE,
        source=SOURCES["15-16-2-requests"],
    ),
)

HOUSING_AGREEMENT = begins_between(
    Provision(
        id="us-wv.15-16-4",
        sentence="Each jail, and the Division of Corrections and Rehabilitation, enters into an agreement with a federal "
        "immigration agency to house people under detainers for a time.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST,
        when=JAILS_AND_THE_DIVISION & AGENTS,
        effective=since("2024-01-01"),
        layer=Layer.STATE,
        source=SOURCES["15-16-4"],
    ),
    "2023-01-12",
)

DUTIES = (
    DutyRule(
        id="us-wv.15-16-3-duties",
        sentence="The agency that first took custody of a person under a detainer tells the bail court and marks the case file.",
        when=AN_AGENCY
        & DETAINER
        & request.issuer.is_("ice", "cbp", "doj")
        & CAUSE_SHOWN
        & WARRANT_CAME
        & custody.flag("initial_custody"),
        duties=(
            Duty(
                What.NOTIFY_BAIL_JUDGE,
                "the court that may grant or deny bail",
                "Tell the court that the person is subject to an immigration detainer.",
            ),
            Duty(
                What.RECORD_IN_FILE,
                "the case file",
                "Write into the case file that the person is subject to an immigration detainer.",
            ),
        ),
        effective=since("2024-01-01"),
        layer=Layer.STATE,
        source=SOURCES["15-16-3-duties"],
    ),
)

NOTES = (
    Note(
        sentence="An agreement authorized by 8 USC 1357 counts as the agreement that a jail must have.",
        source=SOURCES["15-16-4-b"],
    ),
)

EARLIER = (not_read_before("us-wv", "West Virginia", "2023-01-12", SOURCES[NOT_READ]),)

PACK = Pack(
    id="us-wv",
    title="West Virginia",
    provisions=(*EARLIER, *DETAINERS, *HOUSING_AGREEMENT),
    duty_rules=DUTIES,
    notes=NOTES,
)
