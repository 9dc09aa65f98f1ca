"""Ohio: no law was found on detainers or agreements; section 9.63 on requests for assistance was read in a bill that would amend it."""

from habeas.law.model.expressions import asked
from habeas.law.model.open_records import OF_A_MINOR, open_arrest_records
from habeas.law.model.provision import Provision, since
from habeas.law.model.searched import NONE_FOUND, nothing_found
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs.us.terms import DHS_PAPER

SOURCES = sources_of(__name__)

SECTION_9_63 = (
    Provision(
        id="us-oh.9.63-a",
        sentence="No local employee unreasonably fails to comply with a lawful request for assistance in a federal immigration "
        "investigation; whether notice or a transfer is such assistance is for counsel.",
        acts=(Act.NOTIFY, Act.TRANSFER),
        outcome=Outcome.UNRESOLVED,
        when=DHS_PAPER & asked,
        effective=since("2025-01-28"),
        layer=Layer.STATE,
        source=SOURCES["9.63-a"],
    ),
)

OPEN_RECORDS = open_arrest_records(
    "us-oh.jail-log",
    "The jail's log of arrests (number, name, charge, date, time, disposition)",
    "1976-02-11",
    SOURCES["jail-log"],
    unless=OF_A_MINOR,
)

PACK = nothing_found(
    "us-oh",
    "Ohio",
    on="2026-11-30",
    source=SOURCES[NONE_FOUND],
    look_again="2027-03-01",
    more=(*SECTION_9_63, *OPEN_RECORDS),
)
