"""Connecticut: the Trust Act (54-192h) as of 2014, 2019 and October 2025. A conviction, a judge's warrant or a screening match."""

from habeas.law.model.agreements import agreement_on_record
from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import request
from habeas.law.model.open_records import OF_A_MINOR, open_to_anyone
from habeas.law.model.provision import Duty, DutyRule, Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome, What
from habeas.law.packs.us.ct.terms import (
    ADDED_CONVICTION,
    GROUND_2014,
    HOLD_PAPER,
    JUDICIAL_OFFICER,
    ORDER_CAME,
    ORDER_TO_APPEAR,
    RECORD_2019,
    RECORD_2025,
)
from habeas.law.packs.us.terms import AGENTS, CIVIL_PAPER, DETAINER

SOURCES = sources_of(__name__)

OF_2014 = (
    Provision(
        id="us-ct.54-192h-2014",
        sentence="Nobody is detained on a detainer unless the officer finds one of seven grounds (a felony conviction, a final "
        "order and five others), nor over 48 hours, weekends and federal holidays left out; the form asks for 48 plain hours, which "
        "end first.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=DETAINER,
        unless=GROUND_2014,
        otherwise=Outcome.MAY,
        until=PlusHours(at("custody.release_at"), 48),
        effective=since("2014-01-01", to="2019-10-01"),
        layer=Layer.STATE,
        reaches_everyone="Each ground is one about the person, which the officer finds or the paper states.",
        source=SOURCES["54-192h-2014"],
    ),
)

TRUST_ACT = (
    Provision(
        id="us-ct.54-192h-b-1-A-2019",
        sentence="Nobody is arrested or detained on a detainer unless a judicial officer's warrant comes with it or the person was "
        "convicted of a class A or B felony or may match the Terrorist Screening Database.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=HOLD_PAPER,
        unless=JUDICIAL_OFFICER | RECORD_2019,
        otherwise=Outcome.MAY,
        until=PlusHours(at("custody.release_at"), 48),
        effective=since("2019-10-01", to="2025-10-01"),
        layer=Layer.STATE,
        reaches_everyone="A judicial officer's warrant names the person.",
        lower=Lower.NO_LAXER,
        source=SOURCES["54-192h-b-1-A"],
    ),
    Provision(
        id="us-ct.54-192h-b-1-A",
        sentence="Nobody is arrested or detained on a detainer unless a judicial officer's warrant comes with it or the person was "
        "convicted of a class A or B felony or a crime added in 2025, or may match the Terrorist Screening Database.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=HOLD_PAPER,
        unless=JUDICIAL_OFFICER | RECORD_2025,
        otherwise=Outcome.MAY,
        until=PlusHours(at("custody.release_at"), 48),
        effective=since("2025-10-01"),
        layer=Layer.STATE,
        reaches_everyone="A judicial officer's warrant names the person.",
        lower=Lower.NO_LAXER,
        source=SOURCES["pa-25-29"],
    ),
    Provision(
        id="us-ct.54-192h-b-1-B-2019",
        sentence="No time or resources go into notifying an immigration authority of the custody or release of a person whom a "
        "detainer targets, but as an agency that complies with the detainer, on one of its grounds, tells of it under (e).",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & CIVIL_PAPER,
        unless=JUDICIAL_OFFICER | RECORD_2019,
        otherwise=Outcome.MAY,
        duties=(
            Duty(
                What.AGENCY_HEAD_FIRST,
                "the head of the agency",
                "Send the request to the head of the agency for review before anything is told.",
                deadline="before the notice",
                blocks=Act.NOTIFY,
                on=Act.NOTIFY,
            ),
        ),
        effective=since("2019-10-01", to="2025-10-01"),
        layer=Layer.STATE,
        reaches_everyone="A judicial officer's warrant names the person.",
        lower=Lower.NO_LAXER,
        source=SOURCES["54-192h-b-1-B"],
    ),
    Provision(
        id="us-ct.54-192h-b-1-B",
        sentence="No time or resources go into notifying an immigration authority of a person's custody or release, unless a ground "
        "for detaining on a detainer is there, one of October 2025 included.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & CIVIL_PAPER,
        unless=JUDICIAL_OFFICER | RECORD_2025,
        otherwise=Outcome.MAY,
        duties=(
            Duty(
                What.AGENCY_HEAD_FIRST,
                "the head of the agency",
                "Send the request to the head of the agency for review before anything is told.",
                deadline="before the notice",
                blocks=Act.NOTIFY,
                on=Act.NOTIFY,
            ),
        ),
        effective=since("2025-10-01"),
        layer=Layer.STATE,
        reaches_everyone="A judicial officer's warrant names the person.",
        lower=Lower.NO_LAXER,
        source=SOURCES["54-192h-b-1-B-2025"],
    ),
    Provision(
        id="us-ct.54-192h-b-1-C",
        sentence="Nobody is arrested or detained on an administrative warrant.",
        acts=(Act.ARREST, Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=request.kind.is_("administrative_warrant"),
        effective=since("2019-10-01"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["54-192h-b-1-C"],
    ),
    Provision(
        id="us-ct.54-192h-transfer",
        sentence="A detainer is a request to help a transfer too; whether a person for whom there is no basis may be transferred "
        "at release, without a minute more of custody, is for counsel.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("detainer", "transfer_request", "administrative_warrant"),
        unless=JUDICIAL_OFFICER | RECORD_2019,
        effective=since("2019-10-01"),
        layer=Layer.STATE,
        source=SOURCES["54-192h-a-2"],
    ),
    Provision(
        id="us-ct.54-192h-b-1-D",
        sentence="No immigration authority is granted access to interview a person, unless the person was convicted of a class A or B "
        "felony or may match the Terrorist Screening Database, or a court ordered it.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & CIVIL_PAPER & ~ORDER_CAME,
        unless=RECORD_2019,
        otherwise=Outcome.MAY,
        effective=since("2019-10-01"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["54-192h-b-1-D"],
    ),
    Provision(
        id="us-ct.54-192h-b-1-D-order",
        sentence="A federal judge's paper came with the request: whether it orders the interview is for counsel.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & CIVIL_PAPER & ORDER_CAME,
        effective=since("2019-10-01"),
        layer=Layer.STATE,
        source=SOURCES["54-192h-b-1-D"],
    ),
    Provision(
        id="us-ct.54-192h-b-1-D-2025",
        sentence="Whether a conviction for a crime added in 2025 opens an interview too was not read and is for counsel.",
        acts=(Act.INTERVIEW,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & CIVIL_PAPER & ADDED_CONVICTION,
        unless=RECORD_2019 | ORDER_TO_APPEAR,
        effective=since("2025-10-01"),
        layer=Layer.STATE,
        source=SOURCES["pa-25-29"],
    ),
    Provision(
        id="us-ct.54-192h-d",
        sentence="Confidential information is told only with written authorization, where a criminal investigation of terrorism "
        "needs it or as law requires; what that leaves of personal data and lists for an immigration authority is for counsel.",
        acts=(Act.SHARE_PERSONAL, Act.LIST),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & CIVIL_PAPER,
        effective=since("2019-10-01"),
        layer=Layer.STATE,
        source=SOURCES["54-192h-d"],
    ),
    Provision(
        id="us-ct.54-192h-b-1-E",
        sentence="No officer performs a function of an immigration authority, under 8 USC 1357(g) or otherwise: no agreement to do "
        "so is made or kept.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2019-10-01"),
        layer=Layer.STATE,
        lower=Lower.NO_LAXER,
        source=SOURCES["54-192h-b-1-E"],
    ),
    agreement_on_record("us-ct", "Connecticut", "2019-10-01", SOURCES["54-192h-b-1-E"]),
)

DUTIES = (
    DutyRule(
        id="us-ct.54-192h-copy",
        sentence="Whoever a detainer is about, a request for notice or for a transfer among them, gets a copy of it and is told "
        "whether the agency intends to comply.",
        when=DETAINER | (AGENTS & request.kind.is_("notification_request", "transfer_request")),
        duties=(
            Duty(What.GIVE_COPY, "the person", "Give the person a copy of the detainer."),
            Duty(What.STATE_INTENT, "the person", "Tell the person whether the agency intends to comply with it."),
        ),
        effective=since("2019-10-01"),
        layer=Layer.STATE,
        source=SOURCES["54-192h-copy"],
    ),
    DutyRule(
        id="us-ct.54-192h-attorney",
        sentence="Where an immigration authority is told of a release, the person and the attorney or one designee get a copy and "
        "the reason in writing.",
        when=AGENTS & request.asks.includes("notify"),
        duties=(
            Duty(
                What.NOTIFY_ATTORNEY,
                "the person, and the attorney or one designee",
                "Give a copy of what was told, and the reason in writing.",
                deadline="promptly after the notice",
                on=Act.NOTIFY,
            ),
        ),
        effective=since("2019-10-01"),
        layer=Layer.STATE,
        source=SOURCES["54-192h-attorney"],
    ),
)

NOTES = (
    Note(
        sentence="Records that an agency keeps of the access it gave to ICE are public records.",
        source=SOURCES["54-192h-records"],
    ),
    Note(
        sentence="A municipality whose agency gave ICE access reports its number, dates and kinds to the Office of Policy and "
        "Management every six months.",
        source=SOURCES["54-192h-opm"],
    ),
    Note(
        sentence="Since 1 October 2025 a municipality may be sued to stop or declare unlawful what breaks the section, without "
        "damages.",
        source=SOURCES["pa-25-29"],
    ),
    Note(
        sentence="From 2014 to September 2019 an officer who decided on a detainer told ICE at once whether the person was held.",
        source=SOURCES["54-192h-2014-notice"],
    ),
)

EARLIER = (not_read_before("us-ct", "Connecticut", "2014-01-01", SOURCES[NOT_READ]),)

OPEN_RECORDS = (
    open_to_anyone(
        "us-ct.1-215",
        "The record of an adult's arrest (name, race, address, date, time and place, offense) that no law has erased",
        "2025-01-01",
        SOURCES["1-215"],
        unless=OF_A_MINOR,
    ),
)

PACK = Pack(
    id="us-ct",
    title="Connecticut",
    provisions=(*OPEN_RECORDS, *EARLIER, *OF_2014, *TRUST_ACT),
    duty_rules=DUTIES,
    notes=NOTES,
)
