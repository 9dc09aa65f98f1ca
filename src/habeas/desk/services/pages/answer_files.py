"""The files of an answer as its page shows them: the letter of the living decision, and each file by its number."""

from habeas.desk.models import PackageFile, Request
from habeas.desk.services.pages.request_page import LIVING


def letter_of(request: Request) -> PackageFile | None:
    """The letter of the living decision, with the decision, in one query."""
    rows = PackageFile.objects.filter(decision__request=request, decision__state__in=LIVING, path="outgoing/letter.txt")
    rows = rows.defer("decision__inputs", "decision__answer", "decision__would_change")
    return rows.select_related("decision__drafted_by").order_by("-decision__number").first()


def file_of(request: Request, number: int) -> PackageFile | None:
    """One file of any decision of the request."""
    return PackageFile.objects.filter(decision__request=request, pk=number).first()
