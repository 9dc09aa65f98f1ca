""""""

from habeas.law.model.local_gate import asks_local_hold_law, asks_local_law
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.ca.local_gate import GATE, GATED, TRUST_GATE, TRUST_GATED
from habeas.law.packs.us.ca.terms import JUDICIAL
from habeas.law.packs.us.terms import COUNTYS_OWN, IMMIGRATION

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-ca-santa-clara.policy-3.54",
        sentence="The county honors no civil detainer and gives no notice of release without a judicial warrant.",
        acts=(Act.NOTIFY, Act.HOLD),
        outcome=Outcome.MUST_NOT,
        when=COUNTYS_OWN & IMMIGRATION,
        unless=JUDICIAL,
        effective=since("2019-06-04"),
        layer=Layer.COUNTY,
        source=SOURCES["policy-3.54"],
    ),
    Provision(
        id="us-ca-santa-clara.policy-3.54-access",
        sentence="The Sheriff does not help with civil enforcement; whether the policy bars a transfer or an interview on "
        "the state's grounds is for county counsel until its text is read.",
        acts=(Act.TRANSFER, Act.INTERVIEW, Act.ACCESS_FACILITY),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & ~JUDICIAL,
        effective=since("2019-06-04"),
        layer=Layer.COUNTY,
        source=SOURCES["policy-3.54-access"],
    ),
)

NOTES = (
    Note(
        sentence="The county keeps a public inmate locator and answers agents at the desk as it answers anyone.",
        source=SOURCES["los-gatan"],
    ),
)

LOCAL = asks_local_law("us-ca-santa-clara", GATED, GATE, Act.SHARE_CRIMINAL_HISTORY)

HOLDS = asks_local_hold_law("us-ca-santa-clara", TRUST_GATED, TRUST_GATE)

PACK = Pack(id="us-ca-santa-clara", title="Santa Clara County", provisions=(*RULES, LOCAL, HOLDS), notes=NOTES)
