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
        id="us-ca-san-mateo.2.48.010-custody",
        sentence="No county resources go into a request of immigration authorities to hold, house, transfer or help arrest a "
        "person, unless a judicial warrant or the law requires it.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.TRANSFER, Act.ARREST, Act.HOUSE_FEDERAL_DETAINEES),
        outcome=Outcome.MUST_NOT,
        when=COUNTYS_OWN & IMMIGRATION & ~JUDICIAL,
        effective=since("2023-04-25"),
        layer=Layer.COUNTY,
        source=SOURCES["2.48.010"],
    ),
    Provision(
        id="us-ca-san-mateo.2.48.010-information",
        sentence="Immigration authorities are told no release time, date or place and no address or contact information.",
        acts=(Act.NOTIFY, Act.SHARE_PERSONAL),
        outcome=Outcome.MUST_NOT,
        when=COUNTYS_OWN & IMMIGRATION & ~JUDICIAL,
        effective=since("2023-04-25"),
        layer=Layer.COUNTY,
        source=SOURCES["2.48.010"],
    ),
)

NOTES = (
    Note(
        sentence="From November 2021 the Sheriff's own policy asked for a judicial warrant; its words and day were not read.",
        source=SOURCES["sheriff-2021"],
    ),
)

LOCAL = asks_local_law("us-ca-san-mateo", GATED, GATE, Act.INTERVIEW, Act.SHARE_CRIMINAL_HISTORY, Act.ACCESS_FACILITY)

HOLDS = asks_local_hold_law("us-ca-san-mateo", TRUST_GATED, TRUST_GATE)

PACK = Pack(id="us-ca-san-mateo", title="San Mateo County", provisions=(*RULES, LOCAL, HOLDS), notes=NOTES)
