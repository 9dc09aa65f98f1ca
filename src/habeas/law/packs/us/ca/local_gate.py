"""7284.6(b) opens what it names only where no local law and no policy of the agency is violated: on which papers, and where it stands."""

from habeas.law.model.sources import sources_of
from habeas.law.packs.us.ca.terms import JUDICIAL
from habeas.law.packs.us.terms import IMMIGRATION

SOURCES = sources_of(__name__)

GATED = IMMIGRATION & ~JUDICIAL
GATE = SOURCES["gov-7284.6-b-local"]
