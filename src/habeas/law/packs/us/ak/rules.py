"""Alaska: its law was searched and none found on detainers, notice or agreements."""

from habeas.law.model.open_records import open_to_anyone
from habeas.law.model.searched import NONE_FOUND, nothing_found
from habeas.law.model.sources import sources_of
from habeas.law.model.vocabulary import Outcome

SOURCES = sources_of(__name__)

OPEN_RECORDS = (
    open_to_anyone(
        "us-ak.12.62.160-b-3",
        "Recent arrests and charges, as criminal justice agencies commonly report them,",
        "2023-03-17",
        SOURCES["12.62.160-b-3"],
        outcome=Outcome.MAY,
    ),
)

PACK = nothing_found(
    "us-ak", "Alaska", on="2026-11-30", source=SOURCES[NONE_FOUND], look_again="2027-03-01", more=OPEN_RECORDS
)
