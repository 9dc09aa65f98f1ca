""""""

from habeas.law.model.expressions import any_charge, on_record
from habeas.law.model.local_gate import asks_local_hold_law, asks_local_law
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.ca.doors import CONVICTED, SERIOUS_OR_VIOLENT
from habeas.law.packs.us.ca.local_gate import GATE, GATED, TRUST_GATE, TRUST_GATED
from habeas.law.packs.us.ca.terms import JUDICIAL
from habeas.law.packs.us.terms import IMMIGRATION

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-ca-sonoma.criteria-2025",
        sentence="The Sheriff's own criteria are said to be stricter than the state's: a conviction is asked for and most "
        "wobblers no longer count. What they leave besides serious and violent convictions is for county counsel "
        "until they are read.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & ~JUDICIAL & ~on_record(any_charge(CONVICTED & SERIOUS_OR_VIOLENT)),
        effective=since("2025-02-01"),
        layer=Layer.AGENCY,
        source=SOURCES["criteria-2025"],
    ),
)


LOCAL = asks_local_law("us-ca-sonoma", GATED, GATE, Act.INTERVIEW, Act.SHARE_CRIMINAL_HISTORY)

HOLDS = asks_local_hold_law("us-ca-sonoma", TRUST_GATED, TRUST_GATE)

PACK = Pack(id="us-ca-sonoma", title="Sonoma County", provisions=(*RULES, LOCAL, HOLDS))
