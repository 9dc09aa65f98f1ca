"""New Mexico: the Immigrant Safety Act, by which no public body agrees to detain for or to act as the immigration authorities."""

from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-nm.hb-9-agreements",
        sentence="No public body makes, renews or extends an agreement under 8 USC 1357(g).",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2026-05-20"),
        layer=Layer.STATE,
        source=SOURCES["hb-9"],
    ),
    Provision(
        id="us-nm.hb-9-detention",
        sentence="No public body makes, renews or extends an agreement to detain people for federal civil immigration "
        "violations.",
        acts=(Act.HOUSE_FEDERAL_DETAINEES,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS,
        effective=since("2026-05-20"),
        layer=Layer.STATE,
        source=SOURCES["hb-9"],
    ),
)

NOTES = (
    Note(
        sentence="An agreement that stood before the Act is ended at the first day on which it can be.",
        source=SOURCES["hb-9-existing"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-nm.29-10-7",
    "Records of entry such as police blotters, kept by date and made public by law or long custom,",
    "1993-06-18",
    SOURCES["29-10-7"],
)

PACK = Pack(
    id="us-nm",
    title="New Mexico",
    provisions=(*OPEN_RECORDS, *RULES, custody_open("us-nm", "New Mexico", SOURCES[NONE_FOUND])),
    notes=NOTES,
)
