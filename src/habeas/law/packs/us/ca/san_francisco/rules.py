"""San Francisco: Administrative Code chapters 12H and 12I, narrower than the state's exceptions."""

from habeas.law.model.local_gate import asks_local_hold_law
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.ca.local_gate import TRUST_GATE, TRUST_GATED
from habeas.law.packs.us.ca.san_francisco.terms import HELD_TO_ANSWER, RECENT_RECORD
from habeas.law.packs.us.ca.terms import CIVIL_WARRANT, JUDICIAL
from habeas.law.packs.us.terms import IMMIGRATION, LOCAL

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-ca-san-francisco.12H.2",
        sentence="No city funds or staff go into gathering or giving release status or personal information for immigration "
        "enforcement, unless federal or state law or a court requires it.",
        acts=(Act.LIST, Act.SHARE_PERSONAL),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION & ~JUDICIAL,
        effective=since("2018-01-01"),
        layer=Layer.COUNTY,
        source=SOURCES["12H.2"],
    ),
    Provision(
        id="us-ca-san-francisco.12H.2-hold",
        sentence="No city officer assists a detention or arrest on alleged violations of civil immigration law: nobody is "
        "kept, arrested or transferred for one.",
        acts=(Act.HOLD, Act.ARREST, Act.TRANSFER),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION & CIVIL_WARRANT,
        effective=since("2018-01-01"),
        layer=Layer.COUNTY,
        source=SOURCES["12H.2-a"],
    ),
    Provision(
        id="us-ca-san-francisco.12H.2-interview",
        sentence="Whether lending the jail to an interview or to agents, or giving a criminal history, in a civil immigration "
        "matter is cooperating with an investigation is for the City Attorney.",
        acts=(Act.INTERVIEW, Act.ACCESS_FACILITY, Act.SHARE_CRIMINAL_HISTORY),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & CIVIL_WARRANT,
        effective=since("2018-01-01"),
        layer=Layer.COUNTY,
        source=SOURCES["12H.2-a"],
    ),
    Provision(
        id="us-ca-san-francisco.12I.3-notify",
        sentence="Notice of a release is given only of a person held to answer on a felony now who was convicted of a violent "
        "felony within seven years, a serious one within five, or three within five; even then the sheriff need not.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & IMMIGRATION,
        unless=(RECENT_RECORD & HELD_TO_ANSWER) | JUDICIAL,
        effective=since("2018-01-01"),
        layer=Layer.COUNTY,
        source=SOURCES["12I.3"],
    ),
)


HOLDS = asks_local_hold_law("us-ca-san-francisco", TRUST_GATED, TRUST_GATE)

PACK = Pack(id="us-ca-san-francisco", title="San Francisco", provisions=(*RULES, HOLDS))
