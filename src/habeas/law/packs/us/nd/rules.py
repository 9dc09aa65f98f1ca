"""North Dakota: its law was searched and none found on detainers, notice or agreements."""

from habeas.law.model.open_records import open_arrest_records
from habeas.law.model.searched import NONE_FOUND, nothing_found
from habeas.law.model.sources import sources_of

SOURCES = sources_of(__name__)

OPEN_RECORDS = open_arrest_records(
    "us-nd.44-04-18.7-2",
    "Jail booking information, an arrestee's description, the facts of the arrest and the disposition of warrants",
    "2017-04-12",
    SOURCES["44-04-18.7-2"],
)

PACK = nothing_found(
    "us-nd", "North Dakota", on="2026-11-30", source=SOURCES[NONE_FOUND], look_again="2027-03-01", more=OPEN_RECORDS
)
