"""What New York's decision and act speak of."""

from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import CIVIL, COURT_PAPER, DHS_PAPER, IMMIGRATION

CIVIL_MATTER = DHS_PAPER | (IMMIGRATION & CIVIL & ~COURT_PAPER)
"""A paper of the immigration authorities, or another request for the enforcement of civil immigration law no court stands behind."""

TERMS = (
    Term("the request serves the enforcement of civil immigration law and no court stands behind it", CIVIL_MATTER),
)
