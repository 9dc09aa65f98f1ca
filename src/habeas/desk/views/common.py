"""What several pages share: finding a request by its number, recording a view, and doing an act with its refusal shown on the page."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from habeas.common.errors import BadInputError
from habeas.common.numbers import whole_number
from habeas.desk.accounts.lock import REFRESH
from habeas.desk.middleware import doing_of
from habeas.desk.record.writing import viewed
from habeas.desk.services.cases.related_rows import RelatedRows, beside
from habeas.desk.services.cases.requests import Request, request_called
from habeas.desk.services.office.office import Office, office
from habeas.desk.services.papers.beside import PaperBeside, paper_beside
from habeas.desk.workflow.errors import RefusedError

Row = TypeVar("Row")
PAPER_ROWS = frozenset({"read_field", "sheet"})
"""The kinds of rows that show a paper beside a step."""


def or_404(row: Row | None) -> Row:
    """What a service found. Raises Http404 where it found nothing."""
    if row is None:
        raise Http404
    return row


def request_of(number: str) -> Request:
    """The request called `number`, with what its page shows; 404 where there is none."""
    return or_404(request_called(number))


def here_of(request: HttpRequest) -> Office:
    """The office, read once for the view and its page."""
    found: Office = getattr(request, "here", None) or office()
    request.here = found  # type: ignore[attr-defined] # read by the context of the page
    return found


def paper_of(request: HttpRequest, asked: Request, rows: RelatedRows | None = None) -> PaperBeside:
    """The paper beside a step, as this account may see it; `rows` are those read already, with fields and sheets."""
    rows = rows or beside(asked, PAPER_ROWS)
    return paper_beside(asked, request.user.role, rows.of("read_field"), rows.of("sheet"))  # type: ignore[union-attr]


def saw(request: HttpRequest, kind: str, key: str, shown: Mapping[str, Any], number: str = "") -> None:
    """Record that this page showed these fields of this record. A view that cannot be recorded is not shown.

    Where an open page looked by itself, the fields say so: nobody need have sat there.
    """
    if REFRESH in request.headers:
        shown = {**shown, "refreshed": True}
    viewed(doing_of(request), kind, key, shown, number)


def take_query(request: HttpRequest, *names: str) -> str:
    """The part of an address that names these filters of a list, for its file and its print."""
    return urlencode({name: request.GET[name] for name in names if request.GET.get(name)})


def seen_version(request: HttpRequest) -> int | None:
    """The version of the request that the form was made from, None where it names none. Raises RefusedError for what is no number."""
    text = request.POST.get("version", "")
    number = whole_number(text)
    if text and number is None:
        raise RefusedError("The version that the form was made from cannot be read; open the page again.")
    return number


def tried(request: HttpRequest, act: Callable[[], Any], done: str, to: str, *args: Any) -> HttpResponse:
    """Do an act. Say `done`, or the sentence that refused it, and go to the page `to`."""
    try:
        act()
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, done)
    return redirect(to, *args)
