"""What to look at beside an answer: a judge's order that came with a request, and a conviction that a court may since have reduced."""

from collections.abc import Iterator

from habeas.law.model.case import Case
from habeas.offenses.perhaps_reduced import perhaps_reduced

CIVIL_KINDS = frozenset({"detainer", "notification_request", "transfer_request", "administrative_warrant"})
JUDGES = frozenset({"federal_magistrate_judge", "federal_district_judge", "state_judge"})
JUDGES_WARRANT = "AO 442"
ORDER_OF_ITS_OWN = (
    "A judge's warrant or order came with this paper. It is an order of its own: enter it as a request of its own and answer it by "
    "itself. What is answered here about the paper that it came with does not answer the judge."
)
WHO_SIGNED = (
    "A form AO 442, a judge's warrant, came with this paper, and it is not known who signed it: read its signature. If a judge signed "
    "it, it is an order of its own: enter it as a request of its own and answer it by itself."
)


def of_judges_paper(case: Case) -> Iterator[str]:
    """That a judge's paper came with a paper of the immigration authorities; nothing where it is known that it was recalled."""
    request = case.request
    if request.get("kind") not in CIVIL_KINDS or request.get("attached_cancelled") is True:
        return
    signer = request.get("attached_signer")
    if signer in JUDGES:
        yield ORDER_OF_ITS_OWN
    elif signer is None and JUDGES_WARRANT in (request.get("attachments") or ()):
        yield WHO_SIGNED


def of_reduced(case: Case) -> Iterator[str]:
    """The convictions of a case in California that a court may have reduced or dismissed since."""
    if case.jurisdiction.partition("@")[0].startswith("us-ca"):
        found = (perhaps_reduced(each.label or "A charge", each.facts) for each in case.charges)
        yield from dict.fromkeys(each for each in found if each is not None)
