"""What New York's decision and act speak of."""

from habeas.law.model.expressions import on_record, request
from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import ATTACHMENT_STANDS, CIVIL, COURT_PAPER, DHS_PAPER, FEDERAL, IMMIGRATION

CIVIL_MATTER = DHS_PAPER | (IMMIGRATION & CIVIL & ~COURT_PAPER)
"""A paper of the immigration authorities, or another request for the enforcement of civil immigration law no court stands behind."""
JUDGES_PAPER_CAME = on_record(request.attached_signer.is_(*FEDERAL)) & ATTACHMENT_STANDS
"""A federal judge's paper came with the request: the decision leaves a judge's warrant alone."""

TERMS = (
    Term("the request serves the enforcement of civil immigration law and no court stands behind it", CIVIL_MATTER),
    Term("a federal judge's paper came with the request", JUDGES_PAPER_CAME),
)
