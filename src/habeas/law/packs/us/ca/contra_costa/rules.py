"""Contra Costa County: the jail stands on state law alone; what was found of its practice is noted."""

from habeas.law.model.local_gate import asks_local_hold_law, asks_local_law
from habeas.law.model.provision import Note, Pack
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act
from habeas.law.packs.us.ca.local_gate import GATE, GATED, TRUST_GATE, TRUST_GATED

SOURCES = sources_of(__name__)

NOTES = (
    Note(
        sentence="The county houses nobody for ICE since July 2018 and holds its yearly forum; a list of 2021 counts it among "
        "the counties that ended transfers, but its forum of July 2025 reported 132 notices about 96 people in 2024.",
        source=SOURCES["forum-papers"],
    ),
)

LOCAL = asks_local_law("us-ca-contra-costa", GATED, GATE, Act.INTERVIEW, Act.SHARE_CRIMINAL_HISTORY)

HOLDS = asks_local_hold_law("us-ca-contra-costa", TRUST_GATED, TRUST_GATE)

PACK = Pack(id="us-ca-contra-costa", title="Contra Costa County", provisions=(LOCAL, HOLDS), notes=NOTES)
