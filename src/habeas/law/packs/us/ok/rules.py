"""Oklahoma: 22 O.S. 171.3. The jail fulfils what ICE's detainer asks; only proof of citizenship excuses it."""

from habeas.law.model.ends import PlusHours, at
from habeas.law.model.expressions import asked
from habeas.law.model.provision import Duty, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome, What
from habeas.law.packs.us.terms import CITIZENSHIP_SHOWN, ICE_DETAINER

SOURCES = sources_of(__name__)

RULES = (
    Provision(
        id="us-ok.171.3-hold",
        sentence="The jail holds the person as ICE's detainer asks, unless the person has given proof of United States "
        "citizenship; proof of lawful status alone does not excuse it.",
        acts=(Act.HOLD,),
        outcome=Outcome.MUST,
        when=ICE_DETAINER & asked,
        unless=CITIZENSHIP_SHOWN,
        until=PlusHours(at("custody.release_at"), 48),
        duties=(
            Duty(
                What.INFORM_OF_DETAINER,
                "the person",
                "Tell the person that they are held on an immigration detainer request of ICE.",
                on=Act.HOLD,
            ),
        ),
        effective=since("2021-11-01"),
        layer=Layer.STATE,
        source=SOURCES["171.3"],
    ),
    Provision(
        id="us-ok.171.3-requests",
        sentence="Whatever else the detainer asks, notice and hand-over among it, the jail does too, with the same excuse.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.MUST,
        when=ICE_DETAINER & asked,
        unless=CITIZENSHIP_SHOWN,
        effective=since("2021-11-01"),
        layer=Layer.STATE,
        source=SOURCES["171.3"],
    ),
)


PACK = Pack(id="us-ok", title="Oklahoma", provisions=RULES)
