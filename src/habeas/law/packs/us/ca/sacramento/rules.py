"""Sacramento County: the jail stands on state law alone; a settlement of 2022 is noted."""

from habeas.law.model.local_gate import asks_local_hold_law, asks_local_law
from habeas.law.model.provision import Note, Pack
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act
from habeas.law.packs.us.ca.local_gate import GATE, GATED, TRUST_GATE, TRUST_GATED

SOURCES = sources_of(__name__)

NOTES = (
    Note(
        sentence="A settlement of 2022 asks the Sheriff for strict verification, for written notice of interviews, and "
        "forbids putting off a release while a record is checked.",
        source=SOURCES["settlement-2022"],
    ),
)

LOCAL = asks_local_law("us-ca-sacramento", GATED, GATE, Act.INTERVIEW, Act.SHARE_CRIMINAL_HISTORY)

HOLDS = asks_local_hold_law("us-ca-sacramento", TRUST_GATED, TRUST_GATE)

PACK = Pack(id="us-ca-sacramento", title="Sacramento County", provisions=(LOCAL, HOLDS), notes=NOTES)
