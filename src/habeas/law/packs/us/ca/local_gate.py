"""7284.6(b) opens what it names only where no local law and no policy of the agency is violated: on which papers, and where it stands."""

from habeas.law.model.sources import sources_of
from habeas.law.packs.us.ca.terms import JUDICIAL
from habeas.law.packs.us.terms import DETAINER, IMMIGRATION, LOCAL

SOURCES = sources_of(__name__)

GATED = IMMIGRATION & ~JUDICIAL
GATE = SOURCES["gov-7284.6-b-local"]
TRUST_GATED = LOCAL & DETAINER
TRUST_GATE = SOURCES["gov-7282.5-trust"]
"""The TRUST Act's hold, from 2014 to 2017, stood under the same condition."""
