"""Philadelphia: the mayor's order of 2016 on detainers and notice, the one of 2014 before it, and the ordinances of 2026, not read."""

from habeas.law.model.provision import Note, Pack, Provision, since
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, DHS_PAPER, JUDGES_PAPER_CAME, LOCAL

SOURCES = sources_of(__name__)

ORDERS = (
    Provision(
        id="us-pa-philadelphia.orders-since",
        sentence="The city is said to take no detainer for valid without a judge's warrant; the executive order in force on this "
        "day, and what it says of notice and transfer, was not read.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.NOTIFY, Act.TRANSFER, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER & AGENTS,
        effective=since("2014-04-16", to="2016-02-01"),
        layer=Layer.COUNTY,
        source=SOURCES["orders-since"],
    ),
    Provision(
        id="us-pa-philadelphia.order-5-16",
        sentence="Nobody in the city's custody is kept on a detainer, nor is notice of a release given, unless a judge's warrant "
        "supports it and the person is released after conviction of a violent felony of the first or second degree.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.NOTIFY),
        outcome=Outcome.MUST_NOT,
        when=LOCAL & DHS_PAPER & AGENTS,
        unless=JUDGES_PAPER_CAME,
        otherwise=Outcome.UNRESOLVED,
        effective=since("2016-02-01", to="2026-05-07"),
        layer=Layer.COUNTY,
        source=SOURCES["order-5-16"],
    ),
    Provision(
        id="us-pa-philadelphia.order-5-16-others",
        sentence="The order of 2016 speaks of detainers and of notice: what else the city let its jail do was not read.",
        acts=(Act.TRANSFER, Act.ARREST),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER & AGENTS,
        effective=since("2016-02-01", to="2026-05-07"),
        layer=Layer.COUNTY,
        source=SOURCES["order-5-16"],
    ),
    Provision(
        id="us-pa-philadelphia.ordinances-2026",
        sentence="On May 7, 2026 the mayor signed six ordinances that are said to put the city's orders into law and to bar "
        "agreements: their text and first day were not read.",
        acts=(Act.HOLD, Act.DELAY_RELEASE, Act.NOTIFY, Act.TRANSFER, Act.ARREST, Act.AGREE_287G),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        effective=since("2026-05-07"),
        layer=Layer.COUNTY,
        source=SOURCES["ordinances-2026"],
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
