"""What the Illinois Acts speak of. Their federal criminal warrant (15(g)(1)) is WARRANT: a paper signed by an immigration judge is none."""

from habeas.law.model.expressions import asked, request
from habeas.law.model.terms import Term
from habeas.law.packs.us.terms import AGENTS, ANY_JUDGE_CAME

DETAINER_OR_CIVIL_WARRANT = request.kind.is_("detainer", "administrative_warrant")
ASKS_FOR_NOTICE_OR_CUSTODY = (
    request.kind.is_("notification_request", "transfer_request") & AGENTS & asked & ~ANY_JUDGE_CAME
)
"""805/10 calls a detainer each document of an immigration agent, not ordered by a judge, that requests notice of release or custody."""

TERMS = (
    Term(
        "the immigration authorities' request, which no judge ordered, asks for this",
        ASKS_FOR_NOTICE_OR_CUSTODY,
        "5 ILCS 805/10",
    ),
)
