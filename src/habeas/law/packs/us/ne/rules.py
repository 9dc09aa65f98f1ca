"""Nebraska: its law was searched and none found on detainers, notice or agreements."""

from habeas.law.model.open_records import OF_A_MINOR, open_arrest_records
from habeas.law.model.searched import NONE_FOUND, nothing_found
from habeas.law.model.sources import sources_of

SOURCES = sources_of(__name__)

OPEN_RECORDS = open_arrest_records(
    "us-ne.29-3521",
    "Original records of entry such as blotters, and photographs taken at an arrest,",
    "1979-01-01",
    SOURCES["29-3521"],
    unless=OF_A_MINOR,
)

PACK = nothing_found(
    "us-ne", "Nebraska", on="2026-11-30", source=SOURCES[NONE_FOUND], look_again="2027-03-01", more=OPEN_RECORDS
)
