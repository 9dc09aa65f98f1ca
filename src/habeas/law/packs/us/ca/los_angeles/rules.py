"""Los Angeles County: the Board's motion of 1 September 2020 and the Sheriff's word of 17 July 2025.

Neither was read in its own words; both are known from reports, and every provision says so.
"""

from habeas.law.model.expressions import ask_counsel
from habeas.law.model.local_gate import asks_local_hold_law, asks_local_law
from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.ca.local_gate import GATE, GATED, TRUST_GATE, TRUST_GATED
from habeas.law.packs.us.ca.terms import JUDICIAL
from habeas.law.packs.us.terms import AGENTS, ATTACHED_WARRANT, ATTACHMENT_STANDS, COUNTYS_OWN, IMMIGRATION

SOURCES = sources_of(__name__)

BY_A_JUDGE = JUDICIAL | ask_counsel(
    "A judge's warrant came with a civil request: does the Board's exception for a judicial warrant reach it, whatever crime is its "
    "basis?",
    when=ATTACHED_WARRANT & ATTACHMENT_STANDS,
)
"""The motion as quoted excepts a judicial warrant, and does not say for which crime."""

MOTION = (
    Provision(
        id="us-ca-los-angeles.motion-2020-hold",
        sentence="Without a federal judge's warrant or finding the county honors no request to hold, detain, house or help "
        "arrest a person for immigration authorities.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.ARREST, Act.HOUSE_FEDERAL_DETAINEES),
        outcome=Outcome.MUST_NOT,
        when=COUNTYS_OWN & IMMIGRATION & ~JUDICIAL,
        effective=since("2020-09-01"),
        layer=Layer.COUNTY,
        source=SOURCES["motion-2020"],
    ),
    Provision(
        id="us-ca-los-angeles.motion-2020-notify",
        sentence="The county tells immigration authorities no release dates or times without a federal judge's warrant or "
        "finding of probable cause.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.MUST_NOT,
        when=COUNTYS_OWN & IMMIGRATION,
        unless=BY_A_JUDGE,
        otherwise=Outcome.MAY,
        effective=since("2020-09-01"),
        layer=Layer.COUNTY,
        reaches_everyone="A federal judge's own finding stands in place of the record.",
        source=SOURCES["motion-2020-reported"],
    ),
    Provision(
        id="us-ca-los-angeles.motion-2020-status",
        sentence="The county tells immigration authorities nothing of a person's status; this part meets 8 USC 1373.",
        acts=(Act.SHARE_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=COUNTYS_OWN & IMMIGRATION & ~JUDICIAL,
        effective=since("2020-09-01"),
        layer=Layer.COUNTY,
        source=SOURCES["motion-2020-reported"],
    ),
    Provision(
        id="us-ca-los-angeles.motion-2020-transfer",
        sentence="The county hands nobody over to immigration authorities without a federal judge's warrant or finding of "
        "probable cause.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MUST_NOT,
        when=COUNTYS_OWN & IMMIGRATION,
        unless=BY_A_JUDGE,
        otherwise=Outcome.MAY,
        effective=since("2020-09-01"),
        layer=Layer.COUNTY,
        reaches_everyone="A federal judge's own finding stands in place of the record.",
        source=SOURCES["motion-2020"],
    ),
)

SHERIFF = (
    Provision(
        id="us-ca-los-angeles.sheriff-2025-agents",
        sentence="The Sheriff does not allow immigration officials to work inside the jails.",
        acts=(Act.INTERVIEW, Act.ACCESS_FACILITY),
        outcome=Outcome.MUST_NOT,
        when=COUNTYS_OWN & AGENTS & IMMIGRATION,
        effective=since("2025-07-17"),
        layer=Layer.AGENCY,
        source=SOURCES["sheriff-2025"],
    ),
)


LOCAL = asks_local_law("us-ca-los-angeles", GATED, GATE, Act.INTERVIEW, Act.SHARE_CRIMINAL_HISTORY)

HOLDS = asks_local_hold_law("us-ca-los-angeles", TRUST_GATED, TRUST_GATE)

PACK = Pack(id="us-ca-los-angeles", title="Los Angeles County", provisions=(*MOTION, *SHERIFF, LOCAL, HOLDS))
