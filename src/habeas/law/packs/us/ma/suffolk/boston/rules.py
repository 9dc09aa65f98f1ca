"""Boston: the Trust Act as amended in December 2019 (City Code 11-1.9). No hold and no transfer by the police without a judge."""

from habeas.law.model.provision import Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.starting import begins_between
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, ANY_JUDGE_CAME, CITY_LOCKUP, DHS_PAPER

SOURCES = sources_of(__name__)


HOLD = begins_between(
    Provision(
        id="us-ma-suffolk-boston.11-1.9-hold",
        sentence="No officer of the city keeps a person who may go on a detainer or an administrative warrant alone, without a criminal "
        "warrant of a judicial officer.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & DHS_PAPER & CITY_LOCKUP,
        unless=ANY_JUDGE_CAME,
        effective=since("2020-01-01"),
        layer=Layer.CITY,
        source=SOURCES["11-1.9-hold"],
    ),
    "2019-12-01",
)

TRANSFER = begins_between(
    Provision(
        id="us-ma-suffolk-boston.11-1.9-transfer",
        sentence="No officer of the city transfers a person to immigration authorities unless a judicial warrant or another order of a "
        "judge authorizes it.",
        acts=(Act.TRANSFER,),
        outcome=Outcome.MUST_NOT,
        when=AGENTS & DHS_PAPER & CITY_LOCKUP,
        unless=ANY_JUDGE_CAME,
        effective=since("2020-01-01"),
        layer=Layer.CITY,
        answers=("us-ma.lunn-transfer",),
        source=SOURCES["11-1.9-transfer"],
    ),
    "2019-12-01",
)

PACK = Pack(id="us-ma-suffolk-boston", title="Boston", provisions=(*HOLD, *TRANSFER))
