"""Iowa: chapter 27A, the detainer request in writing with its warrant, complied with in full, and what no county may discourage."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import on_record, person, request
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs.us.ia.terms import ASKED_IN_IT
from habeas.law.packs.us.terms import AGENTS, FEDERAL_AUTHORITY, LOCAL_JAIL, WARRANT_FALLS

SOURCES = sources_of(__name__)

CHAPTER_27A = (
    Provision(
        id="us-ia.27a.1-other",
        sentence="A detainer that is not ICE's, not in writing or without a form I-200 or I-205 is no detainer request in "
        "Iowa; whether a jail may keep or arrest anyone on it is for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("detainer", "administrative_warrant"),
        unless=ASKED_IN_IT & ~WARRANT_FALLS,
        effective=since("2018-07-01"),
        layer=Layer.STATE,
        source=SOURCES["27a.1"],
    ),
    Provision(
        id="us-ia.27a.2-hold",
        sentence="ICE's detainer request, in writing and with its warrant, is complied with in full: the person is kept as it "
        "instructs.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL & ASKED_IN_IT,
        unless=WARRANT_FALLS,
        until=PlusHours(at("custody.release_at"), 48),
        effective=since("2018-07-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section turns on the request and on the warrant that comes with it, and on nothing about the person.",
        source=SOURCES["27a.2"],
    ),
    Provision(
        id="us-ia.27a.2-requests",
        sentence="What else the detainer request instructs, notice and transfer among it, is done too.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MUST,
        when=LOCAL_JAIL & ASKED_IN_IT,
        unless=WARRANT_FALLS,
        effective=since("2018-07-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section turns on the request and on the warrant that comes with it, and on nothing about the person.",
        source=SOURCES["27a.2"],
    ),
    Provision(
        id="us-ia.27a.4-jail",
        sentence="No county may discourage the enforcement of immigration laws: interviews and access may be given; how far "
        "they must be is for counsel.",
        acts=(Act.INTERVIEW, Act.ACCESS_FACILITY),
        outcome=Outcome.MAY,
        when=AGENTS,
        effective=since("2018-07-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of what the county may discourage, not of any person's record.",
        source=SOURCES["27a.4"],
    ),
    Provision(
        id="us-ia.27a.4-status",
        sentence="No county may stop its officers from sending, requesting, keeping or exchanging what concerns the immigration "
        "status of a person detained or under arrest.",
        acts=(Act.SHARE_STATUS, Act.QUERY_ICE),
        outcome=Outcome.MAY,
        when=FEDERAL_AUTHORITY | request.issuer.is_("other"),
        effective=since("2018-07-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section protects the exchange about any person under a lawful detention or under arrest.",
        source=SOURCES["27a.4-2-b"],
    ),
    Provision(
        id="us-ia.27a.4-ask",
        sentence="No county may stop its officers from asking about the immigration status of a person detained or under arrest; of "
        "a victim or witness nothing is asked that the case does not need.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MAY,
        when=LOCAL_JAIL,
        unless=on_record(person.flag("victim_or_witness")),
        otherwise=Outcome.UNRESOLVED,
        effective=since("2018-07-01"),
        layer=Layer.STATE,
        lower=Lower.NO_STRICTER,
        reaches_everyone="The section speaks of any person under a lawful detention or under arrest.",
        source=SOURCES["27a.4-2-a"],
    ),
)

NOTES = (
    Note(
        sentence="The court that sentences a person subject to a detainer request to confinement orders up to the last seven "
        "days of the sentence to be served in federal custody, where that helps the transfer.",
        source=SOURCES["27a.3"],
    ),
)

PACK = Pack(
    id="us-ia",
    title="Iowa",
    provisions=(custody_open("us-ia", "Iowa", SOURCES[NONE_FOUND], until="2018-07-01"), *CHAPTER_27A),
    notes=NOTES,
)
