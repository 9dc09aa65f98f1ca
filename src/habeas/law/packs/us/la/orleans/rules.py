"""Orleans Parish: the consent judgment in Cacho v. Gusman (E.D. La.) against Act 314 of 2024: which of them binds is not decided."""

from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, COURT_PAPER

SOURCES = sources_of(__name__)

# The judgment is a federal court's and the question on it the State's supreme court's: above the statute, below the federal floors and the
# process of courts, which no consent judgment lifts.
CACHO = (
    Provision(
        id="us-la-orleans.cacho-before-2024",
        sentence="Under the settlement the sheriff declines detainers and keeps status out of the jail's hands, save for listed "
        "serious charges: the judgment and its list were not read.",
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
