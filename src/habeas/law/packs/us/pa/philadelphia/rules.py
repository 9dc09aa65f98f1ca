"""Philadelphia: the mayor's executive order of 16 April 2014, and the orders after it, which were not read."""

from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, DHS_PAPER

SOURCES = sources_of(__name__)

ORDERS = (
    Provision(
        id="us-pa-philadelphia.orders-since",
        sentence="The city is said to take no detainer for valid without a judge's warrant; the executive order in force on this "
        "day, and what it says of notice and transfer, was not read.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.NOTIFY, Act.TRANSFER, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER & AGENTS,
        effective=since("2014-04-16"),
        layer=Layer.COUNTY,
        source=SOURCES["orders-since"],
    ),
)

NOTES = (
    Note(
        sentence="The order of 2014: nobody is kept on a detainer, nor notice given, unless they are released after conviction "
        "of a violent felony of the first or second degree and a judge's warrant supports the detainer.",
        source=SOURCES["order-of-2014"],
    ),
)

PACK = Pack(id="us-pa-philadelphia", title="Philadelphia", provisions=ORDERS, notes=NOTES)
