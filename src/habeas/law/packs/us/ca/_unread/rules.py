""""""

from habeas.law.model.expressions import agency
from habeas.law.model.local_gate import asks_local_hold_law, asks_local_law
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.ca.local_gate import GATE, GATED, TRUST_GATE, TRUST_GATED
from habeas.law.packs.us.ca.terms import JUDICIAL
from habeas.law.packs.us.terms import IMMIGRATION

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-ca-county.gov-7282.5-local",
        sentence="7282.5 opens only where no local law and no local policy is violated: until somebody looks, what the "
        "county's own rules say is a question.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MUST_NOT,
        when=IMMIGRATION & ~JUDICIAL & agency.flag("policy.local_rule_forbids"),
        effective=since("2018-01-01"),
        layer=Layer.COUNTY,
        source=SOURCES["gov-7282.5-local"],
    ),
)


LOCAL = asks_local_law("us-ca-county", GATED, GATE, Act.INTERVIEW, Act.SHARE_CRIMINAL_HISTORY)

HOLDS = asks_local_hold_law("us-ca-county", TRUST_GATED, TRUST_GATE)

PACK = Pack(
    id="us-ca-county", title="A California county whose own rules nobody has read", provisions=(*RULES, LOCAL, HOLDS)
)
