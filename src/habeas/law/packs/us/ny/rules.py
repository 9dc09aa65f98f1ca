"""New York: no civil immigration arrest under state law (Wells v. DeMarco, 2018); the Local cops, local crimes act of 2026."""

from habeas.law.model.expressions import agency, on_record
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.starting import begins_between
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.ny.terms import CIVIL_MATTER
from habeas.law.packs.us.terms import AGENTS, DHS_PAPER, FEDERAL_AUTHORITY, JUDGES_PAPER_CAME

SOURCES = sources_of(__name__)

WELLS = (
    Provision(
        id="us-ny.wells-v-demarco",
        sentence="New York law gives its officers no power to arrest for a civil immigration matter, and to keep somebody past "
        "release on a detainer or a warrant of immigration officers is such an arrest.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST),
        outcome=Outcome.MUST_NOT,
        when=CIVIL_MATTER,
        unless=JUDGES_PAPER_CAME | on_record(agency.flag("agreement_287g")),
        otherwise=Outcome.UNRESOLVED,
        effective=since("2018-11-14"),
        layer=Layer.STATE,
        source=SOURCES["wells-v-demarco"],
    ),
    Provision(
        id="us-ny.wells-v-demarco-transfer",
        sentence="The decision is about keeping people: whether a person may be transferred at release, without a minute "
        "more of custody, is for counsel.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        unless=JUDGES_PAPER_CAME,
        effective=since("2018-11-14"),
        layer=Layer.STATE,
        source=SOURCES["wells-v-demarco"],
    ),
)

EXECUTIVE_LAW = (
    *begins_between(
        Provision(
            id="us-ny.exc-170-k-287g",
            sentence="No law enforcement agency makes or keeps an agreement under 8 USC 1357(g).",
            acts=(Act.AGREE_287G,),
            outcome=Outcome.MUST_NOT,
            when=AGENTS,
            effective=since("2026-08-25"),
            layer=Layer.STATE,
            source=SOURCES["exc-170-k-287g"],
        ),
        "2026-05-21",
    ),
    Provision(
        id="us-ny.exc-170-k-detention",
        sentence="The section defines an immigration detention facility and what it forbids of one was not read: whether a "
        "local correctional facility may house people for a civil immigration matter is for counsel.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.UNRESOLVED,
        when=FEDERAL_AUTHORITY,
        effective=since("2026-05-21"),
        layer=Layer.STATE,
        source=SOURCES["exc-170-k"],
    ),
    Provision(
        id="us-ny.exc-170-k-assistance",
        sentence="The act limits the use of local officers and resources in civil immigration enforcement, and its subdivisions "
        "after the first were not read: what it leaves of notice, transfer, interviews, access and information is for counsel.",
        acts=(
            Act.NOTIFY,
            Act.TRANSFER,
            Act.INTERVIEW,
            Act.LIST,
            Act.SHARE_PERSONAL,
            Act.SHARE_CRIMINAL_HISTORY,
            Act.ACCESS_FACILITY,
            Act.USE_AS_INTERPRETER,
            Act.ASK_STATUS,
        ),
        outcome=Outcome.UNRESOLVED,
        when=FEDERAL_AUTHORITY & CIVIL_MATTER,
        effective=since("2026-05-21"),
        layer=Layer.STATE,
        source=SOURCES["exc-170-k"],
    ),
)

NOTES = (
    Note(
        sentence="The decision is one of the Appellate Division for the Second Department; whether another department follows "
        "it was not looked for.",
        source=SOURCES["wells-v-demarco-reach"],
    ),
    Note(
        sentence="The Attorney General's guidance says that a local agency may tell immigration authorities of a release date "
        "in narrow circumstances, without keeping anybody longer; it advises and binds nobody.",
        source=SOURCES["ag-guidance"],
    ),
)

EARLIER = (not_read_before("us-ny", "New York", "2018-11-14", SOURCES[NOT_READ]),)

PACK = Pack(id="us-ny", title="New York", provisions=(*EARLIER, *WELLS, *EXECUTIVE_LAW), notes=NOTES)
