""""""

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
        id="us-ca-san-diego.policy-L-2",
        sentence="The Board asks for a judicial warrant; the elected Sheriff says the Board does not set her policy and "
        "follows state law. Which of them binds the jail is not settled.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & ~JUDICIAL,
        effective=since("2024-12-10"),
        layer=Layer.COUNTY,
        source=SOURCES["policy-L-2"],
    ),
    Provision(
        id="us-ca-san-diego.clear",
        sentence="The county's ordinance keeps federal agents out of non-public areas without a judicial warrant or a court's "
        "order; whether it binds the Sheriff's jails is for county counsel until its text is read.",
        acts=(Act.ACCESS_FACILITY,),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & ~JUDICIAL,
        effective=since("2026-02-27"),
        layer=Layer.COUNTY,
        source=SOURCES["clear"],
    ),
)


LOCAL = asks_local_law("us-ca-san-diego", GATED, GATE, Act.INTERVIEW, Act.SHARE_CRIMINAL_HISTORY)

HOLDS = asks_local_hold_law("us-ca-san-diego", TRUST_GATED, TRUST_GATE)

PACK = Pack(id="us-ca-san-diego", title="San Diego County", provisions=(*RULES, LOCAL, HOLDS))
