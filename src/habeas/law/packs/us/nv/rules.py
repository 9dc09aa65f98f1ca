"""Nevada: the Keep Nevada Working Act of 2021 and its model policies; no rule of its own on a hold was found."""

from habeas.law.model.open_records import OF_A_MINOR, open_to_anyone
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.searched import NONE_FOUND, custody_open
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-nv.ab-376-agreements",
        sentence="Whether an agreement under 8 USC 1357(g) may stand beside the Keep Nevada Working Act is before the courts, "
        "which had not been seen to decide it.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        effective=since("2022-01-01"),
        layer=Layer.STATE,
        source=SOURCES["ab-376-agreements"],
    ),
)

NOTES = (
    Note(
        sentence="Each law enforcement agency adopts policies that are consistent with the attorney general's model policies, or "
        "tells the attorney general in writing why not, with a copy of its own.",
        source=SOURCES["ab-376-policies"],
    ),
)

OPEN_RECORDS = (
    open_to_anyone(
        "us-nv.179A.100-1",
        "Records of an incident for which the person is now within the system of criminal justice",
        "2023-01-01",
        SOURCES["179A.100-1"],
        unless=OF_A_MINOR,
        outcome=Outcome.MAY,
    ),
)

PACK = Pack(
    id="us-nv",
    title="Nevada",
    provisions=(*OPEN_RECORDS, *RULES, custody_open("us-nv", "Nevada", SOURCES[NONE_FOUND])),
    notes=NOTES,
)
