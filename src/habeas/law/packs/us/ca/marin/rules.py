""""""

from habeas.law.model.expressions import any_charge, charge, on_record
from habeas.law.model.local_gate import asks_local_hold_law, asks_local_law
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.ca.doors import CONVICTED, SERIOUS_OR_VIOLENT
from habeas.law.packs.us.ca.local_gate import GATE, GATED, TRUST_GATE, TRUST_GATED
from habeas.law.packs.us.ca.terms import JUDICIAL
from habeas.law.packs.us.terms import IMMIGRATION

SOURCES = sources_of(__name__)

NAMED = (CONVICTED | charge.disposition.is_("held_to_answer")) & SERIOUS_OR_VIOLENT

RULES = (
    Provision(
        id="us-ca-marin.practice-2020-handover",
        sentence="The Sheriff is said to hand nobody over and to let no agents into the secure part of the jail; what binds the "
        "jail is for county counsel until the policy is read.",
        acts=(Act.TRANSFER, Act.ACCESS_FACILITY),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & ~JUDICIAL,
        effective=since("2020-08-15"),
        layer=Layer.AGENCY,
        source=SOURCES["practice-2020"],
    ),
    Provision(
        id="us-ca-marin.practice-notify",
        sentence="Notice of a release is said to be given only of people convicted of, or charged with, a serious or violent "
        "felony; whether the policy bars it of others whom the state's law names is for county counsel until it is read.",
        acts=(Act.NOTIFY,),
        outcome=Outcome.UNRESOLVED,
        when=IMMIGRATION & ~JUDICIAL & ~on_record(any_charge(NAMED)),
        effective=since("2018-11-30"),
        layer=Layer.AGENCY,
        source=SOURCES["practice-notify"],
    ),
)

NOTES = (
    Note(
        sentence="Supervisors have asked the Sheriff at the yearly forums to give no notice of people who are not convicted.",
        source=SOURCES["practice-notify"],
    ),
)

LOCAL = asks_local_law("us-ca-marin", GATED, GATE, Act.INTERVIEW, Act.SHARE_CRIMINAL_HISTORY)

HOLDS = asks_local_hold_law("us-ca-marin", TRUST_GATED, TRUST_GATE)

PACK = Pack(id="us-ca-marin", title="Marin County", provisions=(*RULES, LOCAL, HOLDS), notes=NOTES)
