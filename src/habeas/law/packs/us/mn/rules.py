"""Minnesota: the attorney general's opinions of 2025 and Esparza v. Nobles County: advice and an unpublished decision, so unresolved."""

from habeas.law.model.expressions import request
from habeas.law.model.open_records import OF_A_MINOR, open_arrest_records
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, DHS_PAPER

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-mn.esparza",
        sentence="The court of appeals, in an unpublished decision, kept a county from holding people on detainers; what binds "
        "another county is for counsel.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("detainer", "administrative_warrant"),
        effective=since("2019-09-23", to="2025-02-06"),
        layer=Layer.STATE,
        source=SOURCES["esparza"],
    ),
    Provision(
        id="us-mn.op-3-a-hold",
        sentence="The attorney general's opinion 3-a says that state law prohibits keeping a person on a detainer past release; "
        "it advises and does not bind, and leans to no.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=request.kind.is_("detainer", "administrative_warrant"),
        effective=since("2025-02-06"),
        layer=Layer.STATE,
        source=SOURCES["op-3-a"],
    ),
    Provision(
        id="us-mn.op-3-a-transfer",
        sentence="The attorney general's opinion 3-a speaks of arrests on civil papers; whether a person may be transferred "
        "at release without a minute more of custody is for counsel.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("2025-02-06"),
        layer=Layer.STATE,
        source=SOURCES["op-3-a"],
    ),
    Provision(
        id="us-mn.op-2025-12-agreements",
        sentence="The attorney general's opinion of 12 December 2025 says that the county board and not the sheriff may agree "
        "under 8 USC 1357(g), and that this gives no power to hold; it advises.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        effective=since("2025-12-12"),
        layer=Layer.STATE,
        source=SOURCES["op-2025-12"],
    ),
)

NOTES = (
    Note(
        sentence="An officer or county that holds a person on a detainer alone may be liable in damages, the attorney general "
        "says.",
        source=SOURCES["op-3-a"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-mn.13.82-2",
    "Arrest data of an adult (time, date and place, the charge, name, age, sex and last known address, whether and where "
    "held, transfer and release)",
    "2007-01-01",
    SOURCES["13.82-2"],
    unless=OF_A_MINOR,
)

PACK = Pack(
    id="us-mn",
    title="Minnesota",
    provisions=(*OPEN_RECORDS, *RULES, custody_open("us-mn", "Minnesota", SOURCES[NONE_FOUND], until="2019-09-23")),
    notes=NOTES,
)
