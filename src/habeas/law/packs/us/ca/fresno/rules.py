"""Fresno County: the jail stands on state law alone; its policy is noted."""

from habeas.law.model.local_gate import asks_local_hold_law, asks_local_law
from habeas.law.model.provision import Note, Pack
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act
from habeas.law.packs.us.ca.local_gate import GATE, GATED, TRUST_GATE, TRUST_GATED

SOURCES = sources_of(__name__)

NOTES = (
    Note(
        sentence="Policy C-185 cooperates only as the law allows and treats what is said to ICE as public record.",
        source=SOURCES["policy-C-185"],
    ),
)

LOCAL = asks_local_law("us-ca-fresno", GATED, GATE, Act.INTERVIEW, Act.SHARE_CRIMINAL_HISTORY)

HOLDS = asks_local_hold_law("us-ca-fresno", TRUST_GATED, TRUST_GATE)

PACK = Pack(id="us-ca-fresno", title="Fresno County", provisions=(LOCAL, HOLDS), notes=NOTES)
