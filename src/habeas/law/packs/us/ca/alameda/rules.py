""""""

from habeas.law.model.local_gate import asks_local_hold_law, asks_local_law
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.ca.local_gate import GATE, GATED, TRUST_GATE, TRUST_GATED
from habeas.law.packs.us.ca.terms import JUDICIAL
from habeas.law.packs.us.terms import IMMIGRATION

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-ca-alameda.ice-free-2026",
        sentence="The Board lets no county property be used for ICE's work, and the Sheriff is said to have no contact with "
        "it: what binds the jail is for county counsel until both texts are read.",
        acts=(Act.NOTIFY, Act.TRANSFER, Act.INTERVIEW, Act.ACCESS_FACILITY),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & ~JUDICIAL,
        effective=since("2026-01-27"),
        layer=Layer.COUNTY,
        source=SOURCES["ice-free-2026"],
    ),
)

NOTES = (
    Note(
        sentence="The present Sheriff is reported to have no contact with ICE and to act on no administrative warrant; under "
        "the former Sheriff 44 notices were given in 2019.",
        source=SOURCES["sheriff-practice"],
    ),
)

LOCAL = asks_local_law("us-ca-alameda", GATED, GATE, Act.SHARE_CRIMINAL_HISTORY)

HOLDS = asks_local_hold_law("us-ca-alameda", TRUST_GATED, TRUST_GATE)

PACK = Pack(id="us-ca-alameda", title="Alameda County", provisions=(*RULES, LOCAL, HOLDS), notes=NOTES)
