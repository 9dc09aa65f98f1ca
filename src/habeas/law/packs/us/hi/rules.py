"""Hawaii: no law was found but a bill of 2026 whose last text was read and whose fate is not known."""

from habeas.law.model.open_records import OF_A_MINOR, open_to_anyone
from habeas.law.model.provision import Provision, since
from habeas.law.model.searched import NONE_FOUND, nothing_found
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import AGENTS, DHS_PAPER

SOURCES = sources_of(__name__)

BILL = (
    Provision(
        id="us-hi.sb-2057-requests",
        sentence="SB 2057 of 2026 would bar notice of release and transfer but in named circumstances; whether it became law, "
        "and from which day, was not found.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER,
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        source=SOURCES["sb-2057"],
    ),
    Provision(
        id="us-hi.sb-2057-agreements",
        sentence="SB 2057 of 2026 would bar agreements under 8 USC 1357(g); whether it became law, and from which day, was not "
        "found.",
        acts=(Act.AGREE_287G,),
        outcome=Outcome.UNRESOLVED,
        when=AGENTS,
        effective=since("2026-01-01"),
        layer=Layer.STATE,
        source=SOURCES["sb-2057"],
    ),
)

OPEN_RECORDS = (
    open_to_anyone(
        "us-hi.92F-12-a-4",
        "Directory information about a person's presence at a correctional facility",
        "2025-01-01",
        SOURCES["92F-12-a-4"],
        unless=OF_A_MINOR,
    ),
)

PACK = nothing_found(
    "us-hi", "Hawaii", on="2026-11-30", source=SOURCES[NONE_FOUND], look_again="2027-03-01", more=(*BILL, *OPEN_RECORDS)
)
