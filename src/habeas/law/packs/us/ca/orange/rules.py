"""Orange County: the jail stands on state law alone; what was found of its practice is noted."""

from habeas.law.model.local_gate import asks_local_hold_law, asks_local_law
from habeas.law.model.provision import Note, Pack
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act
from habeas.law.packs.us.ca.local_gate import GATE, GATED, TRUST_GATE, TRUST_GATED

SOURCES = sources_of(__name__)

NOTES = (
    Note(
        sentence="The Sheriff notifies and transfers custody where 7282.5 leaves the choice, and has published everyone's release "
        "date and time since 26 March 2018: put that into the public information schedule.",
        source=SOURCES["practice-2018"],
    ),
)

LOCAL = asks_local_law("us-ca-orange", GATED, GATE, Act.INTERVIEW, Act.SHARE_CRIMINAL_HISTORY)

HOLDS = asks_local_hold_law("us-ca-orange", TRUST_GATED, TRUST_GATE)

PACK = Pack(id="us-ca-orange", title="Orange County", provisions=(LOCAL, HOLDS), notes=NOTES)
