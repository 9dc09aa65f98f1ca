"""What Oregon's sections on immigration enforcement speak of. It takes in criminal prosecution for immigration status (181A.822(3))."""

from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import AGENTS, CIVIL_PAPER, FEDERAL_AUTHORITY

FEDERAL_REQUEST = FEDERAL_AUTHORITY & CIVIL_PAPER
"""181A.826(2)(b), (3): any federal agency's."""
IMMIGRATION_AGENCY = AGENTS & CIVIL_PAPER
"""181A.826(2)(a): of a federal immigration agency."""

TERMS = (
    Term("the request serves immigration enforcement and is on no paper of a court", CIVIL_PAPER, "ORS 181A.822(3)"),
    Term("a federal agency's request serves immigration enforcement", FEDERAL_REQUEST, "ORS 181A.826(3)"),
    Term("an immigration agency's request serves immigration enforcement", IMMIGRATION_AGENCY, "ORS 181A.822(2)"),
)
