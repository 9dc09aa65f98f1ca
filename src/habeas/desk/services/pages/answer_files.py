"""The files of an answer as its page shows them: the letter of the living decision, and each file by its number."""

from collections.abc import Iterable

from habeas.desk.models import PackageFile, Request
from habeas.desk.services.cases.related_rows import Row
from habeas.desk.services.decisions.leaving import OUT, SIGNED, leaving
from habeas.desk.services.pages.request_page import LIVING

__all__ = ["OUT", "SIGNED", "file_of", "files_leaving", "letter_of"]


def letter_of(request: Request) -> PackageFile | None:
    """The letter of the living decision, the signed one where it is signed, with the decision, in one query."""
    letters = [f"{SIGNED}letter.txt", f"{OUT}letter.txt"]
    rows = PackageFile.objects.filter(decision__request=request, decision__state__in=LIVING, path__in=letters)
    rows = rows.defer("decision__inputs", "decision__answer", "decision__would_change")
    return rows.select_related("decision__drafted_by").order_by("-decision__number", "-path").first()


def files_leaving(rows: Iterable[Row]) -> list[Row]:
    """Of the files of a package those that go out."""
    found = list(rows)
    out = leaving(row["path"] for row in found)
    return [row for row in found if row["path"] in out]


def file_of(request: Request, number: int) -> PackageFile | None:
    """One file of any decision of the request."""
    return PackageFile.objects.filter(decision__request=request, pk=number).first()
