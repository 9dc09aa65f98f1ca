""""""

from habeas.law.model.local_gate import asks_local_hold_law
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.ca.local_gate import TRUST_GATE, TRUST_GATED
from habeas.law.packs.us.ca.terms import CIVIL_WARRANT, JUDICIAL
from habeas.law.packs.us.terms import COUNTYS_OWN, IMMIGRATION

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-ca-humboldt.912.1-5-a",
        sentence="No county officer assists a detention or arrest on alleged violations of civil immigration law: nobody is "
        "kept, arrested or transferred for one.",
        acts=(Act.HOLD, Act.ARREST, Act.TRANSFER),
        outcome=Outcome.MUST_NOT,
        when=COUNTYS_OWN & IMMIGRATION & CIVIL_WARRANT,
        effective=since("2018-11-06"),
        layer=Layer.COUNTY,
        source=SOURCES["912.1-5-a"],
    ),
    Provision(
        id="us-ca-humboldt.912.1-5-interview",
        sentence="Whether lending the jail to an interview or to agents, or giving a criminal history, in a civil immigration "
        "matter is cooperating with an investigation is for county counsel.",
        acts=(Act.INTERVIEW, Act.ACCESS_FACILITY, Act.SHARE_CRIMINAL_HISTORY),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & CIVIL_WARRANT,
        effective=since("2018-11-06"),
        layer=Layer.COUNTY,
        source=SOURCES["912.1-5-a"],
    ),
    Provision(
        id="us-ca-humboldt.912.1-5-c",
        sentence="No county resources go into gathering or giving release status or personal information for immigration "
        "enforcement, except as the chapter permits or a statute or a court requires.",
        acts=(Act.NOTIFY, Act.LIST, Act.SHARE_PERSONAL),
        outcome=Outcome.MUST_NOT,
        when=COUNTYS_OWN & IMMIGRATION & ~JUDICIAL,
        effective=since("2018-11-06"),
        layer=Layer.COUNTY,
        source=SOURCES["912.1-5-c"],
    ),
)


HOLDS = asks_local_hold_law("us-ca-humboldt", TRUST_GATED, TRUST_GATE)

PACK = Pack(id="us-ca-humboldt", title="Humboldt County", provisions=(*RULES, HOLDS))
