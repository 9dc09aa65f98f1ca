"""Ohio: its law was searched and none found on detainers, notice or agreements."""

from habeas.law.model.searched import NONE_FOUND, nothing_found
from habeas.law.model.sources import sources_of

SOURCES = sources_of(__name__)

PACK = nothing_found("us-oh", "Ohio", on="2026-11-30", source=SOURCES[NONE_FOUND], look_again="2027-03-01")
