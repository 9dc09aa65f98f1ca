"""What to look at beside an answer: an order of a judge that came with a request is answered by itself."""

from collections.abc import Iterator

from habeas.law.model.case import Case

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
