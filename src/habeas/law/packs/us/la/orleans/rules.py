"""Orleans Parish: the consent judgment in Cacho v. Gusman (E.D. La.) against Act 314 of 2024: which of them binds is not decided."""

from habeas.law.model.expressions import any_present_charge, charge, charge_is
from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, COURT_PAPER, DETAINER, NOT_COUNTY_JAIL

SOURCES = sources_of(__name__)

GRAVE_CHARGE = any_present_charge(
    charge.disposition.is_("pending", "held_to_answer") & charge_is("orleans_2013_excepted")
)
"""One of the charges on which the sheriff's policy of 2013 leaves a detainer to be answered."""

# The judgment is a federal court's and the question on it the State's supreme court's: above the statute, below the federal floors and the
# process of courts, which no consent judgment lifts.
CACHO = (
    Provision(
        id="us-la-orleans.policy-2013-hold",
        sentence="The sheriff declines every voluntary detainer, a request for 48 hours among them, unless the person is charged with "
        "first or second degree murder, aggravated rape, aggravated kidnapping, or armed robbery with a firearm.",
        acts=(Act.HOLD, Act.DELAY_RELEASE),
        outcome=Outcome.MUST_NOT,
        when=~NOT_COUNTY_JAIL & AGENTS & DETAINER,
        unless=GRAVE_CHARGE,
        otherwise=Outcome.UNRESOLVED,
        effective=since("2013-08-14", to="2024-05-28"),
        layer=Layer.STATE_CONSTITUTION,
        source=SOURCES["policy-2013"],
    ),
    Provision(
        id="us-la-orleans.policy-2013-ask",
        sentence="The sheriff's officials open no investigation into the immigration status of anybody in the jail's custody.",
        acts=(Act.ASK_STATUS,),
        outcome=Outcome.MUST_NOT,
        when=~NOT_COUNTY_JAIL & AGENTS,
        effective=since("2013-08-14", to="2024-05-28"),
        layer=Layer.STATE_CONSTITUTION,
        source=SOURCES["policy-2013-ask"],
    ),
    Provision(
        id="us-la-orleans.cacho-before-2024",
        sentence="Under the settlement the sheriff declines detainers and keeps status out of the jail's hands, save for listed "
        "serious charges: the judgment and its list were not read.",
        acts=(Act.NOTIFY, Act.TRANSFER, Act.INTERVIEW, Act.LIST, Act.SHARE_PERSONAL),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & ~COURT_PAPER,
        effective=since("2013-08-01", to="2024-05-28"),
        layer=Layer.STATE_CONSTITUTION,
        source=SOURCES["cacho-policy"],
    ),
    Provision(
        id="us-la-orleans.cacho-against-act-314",
        sentence="The consent judgment limits what Act 314 orders, and whether the Act ended it is before the courts: a hold may "
        "break the judgment, and a refusal the Act.",
        acts=(
            Act.HOLD,
            Act.DELAY_RELEASE,
            Act.NOTIFY,
            Act.TRANSFER,
            Act.INTERVIEW,
            Act.LIST,
            Act.SHARE_PERSONAL,
            Act.ASK_STATUS,
        ),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS & ~COURT_PAPER,
        effective=since("2024-05-28"),
        layer=Layer.STATE_CONSTITUTION,
        source=SOURCES["cacho-open"],
    ),
)

NOTES = (
    Note(
        sentence="The settlement's policy is to remain in effect absent a change in federal or state law.",
        source=SOURCES["cacho-change"],
    ),
)

PACK = Pack(id="us-la-orleans", title="Orleans Parish", provisions=CACHO, notes=NOTES)
