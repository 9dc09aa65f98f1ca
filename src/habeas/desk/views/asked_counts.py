"""Questions of one's own over the record: the form, its answer with the reconciliation of what is unknown, and the same as a CSV."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from habeas.answers.tables import csv_bytes
from habeas.common.canonical import sha256_of
from habeas.common.errors import BadInputError
from habeas.desk.services.record import asked_counts as desk
from habeas.desk.views.common import here_of, saw
from habeas.desk.workflow.errors import RefusedError
from habeas.statistics.ledger.rows import Ledger
from habeas.statistics.measures.asking import EXACT, Answer
from habeas.statistics.measures.remainders import asked_of

SHOWN = 500
"""Lines of an answer on the page; the file has all of them."""


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """What can be asked; where something is chosen its facts; where a period is given the answer, which is a view in the record."""
    here_of(request)
    context: dict[str, Any] = {"asked": request.GET, "what": request.GET.get("what", ""), "exact": EXACT}
    try:
        _fill(request, context)
    except (RefusedError, BadInputError) as fault:
        saw(request, "list", "record_count", {"refused": str(fault)[:200]})
        messages.error(request, str(fault))
    return render(request, "desk/record/count.html", context)


def _fill(request: HttpRequest, context: dict[str, Any]) -> None:
    """Put into the context what can be asked, and the answer where a period is given. Raises RefusedError, BadInputError."""
    ledger, what = desk.ledger_now(), context["what"]
    context |= {"things": desk.things(ledger), "defined": desk.defined(ledger)}
    if what:
        context |= {"choices": desk.choices(what, ledger), "wheres": _lines(request, "where", desk.CONDITIONS)}
        context["bys"] = _lines(request, "by", desk.SPLITS)
    if not what or not request.GET.get("from"):
        saw(request, "list", "record_count", {"choices": what})
        return
    made = _answered(request, ledger, "page")
    context |= {"answer": made, "rows": desk.said(made.header, made.rows[:SHOWN]), "more": len(made.rows) > SHOWN}
    context["query"] = request.GET.urlencode()


@require_GET
def as_csv(request: HttpRequest) -> HttpResponse:
    """The same answer as a file in which nothing runs as a formula; taking it is a view in the record too."""
    here = here_of(request)
    try:
        made = _answered(request, desk.ledger_now(), "csv")
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        return redirect("record_count")
    response = HttpResponse(csv_bytes(made.header, made.rows), content_type="text/csv; charset=utf-8")
    practice = "PRACTICE-" if here.demonstration else ""
    response["Content-Disposition"] = f'attachment; filename="{practice}count.csv"'
    return response


def _answered(request: HttpRequest, ledger: Ledger, way: str) -> Answer:
    """The answer to the question of the form; the view says what was asked, of how many events, and the hash of what was shown."""
    given = request.GET
    question = desk.question_of(given.get("what", ""), given.dict(), given.getlist("where"), given.getlist("by"))
    made = asked_of(question, ledger, rows=given.get("rows") == "yes")
    shown = {way: sha256_of([list(row) for row in made.rows]), "counted": made.says, "events": ledger.size}
    shown |= {"from": str(question.first), "to": str(question.last), "by": list(question.by), "lines": len(made.rows)}
    saw(request, "list", "record_count", shown)
    return made


def _lines(request: HttpRequest, name: str, count: int) -> list[str]:
    """What was chosen in the lists of one name, with an empty line for each that is left."""
    chosen = [each for each in request.GET.getlist(name) if each][:count]
    return chosen + [""] * (count - len(chosen))
