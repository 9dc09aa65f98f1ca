"""Deciding about thousands: a worker works the list out, the page shows how far it is, and the response is made once."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from habeas.desk.doing import Doing
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.decision_inputs import InputSources
from habeas.desk.services.cases.requests import Request, request_called
from habeas.desk.services.decisions import list_work
from habeas.desk.services.decisions.list_work import ListWork, WorkedOut
from habeas.desk.services.upkeep import jobs
from habeas.desk.services.upkeep.jobs import Job
from habeas.desk.views.choices_given import choices_given, done_words
from habeas.desk.views.common import or_404, saw, seen_version
from habeas.requests.vocabulary import ACTS

WORK = "list_determination"
Shown = Callable[..., HttpResponse]


def deciding_list(request: HttpRequest, asked: Request, sources: InputSources, shown: Shown) -> HttpResponse:
    """The page of deciding a list: asked for where nobody has asked yet, how far it is, or what came of it."""
    doing = doing_of(request)
    if asked.state != "deciding":
        messages.info(request, "A determination is made while the request is in determination.")
        return redirect("request", asked.number)
    text = list_work.now_on(asked, doing.at, sources)
    row = list_work.latest(asked, text, doing)
    if row is None or request.method == "POST":
        row = _asked(request, asked, text, row, doing)
    return _standing(request, asked, row, shown, doing)


def _asked(request: HttpRequest, asked: Request, text: str, last: ListWork | None, doing: Doing) -> ListWork:
    """Ask a worker for what the form asks; for the list as the law has it where nobody has chosen anything."""
    post = request.POST
    choices, added = choices_given(post, sorted(ACTS)), post.get("added", "")
    result = list_work.result_of(last) if last else None
    if post.get("do") == "make" and last and _as_shown(last, result, post, choices, added):
        row = list_work.ask(
            asked, ListWork.Step.MAKE, choices, added, doing, text, post["shown"], seen_version(request)
        )
    else:
        if post.get("do") == "make":
            messages.warning(request, "Your choices change the response: review it below, then generate it.")
        row = list_work.ask(asked, ListWork.Step.SHOW, choices, added, doing, text)
    jobs.queue(WORK, row.key, doing)
    return or_404(list_work.asking(row.key))


def _as_shown(last: ListWork, result: WorkedOut | None, post: Any, choices: Any, added: str) -> bool:
    """Whether the form asks for what the page showed, word for word."""
    same = (list_work.choices_of(last), last.added) == (choices, added)
    return result is not None and not result.why and same and post.get("shown") == result.shown


def _standing(request: HttpRequest, asked: Request, row: ListWork, shown: Shown, doing: Doing) -> HttpResponse:
    """Where the asking stands, as a page. A form that was sent is answered by an address that can be loaded again."""
    result = list_work.result_of(row)
    if row.decision is not None:
        messages.success(request, done_words(row.decision))
        return redirect("answer", asked.number)
    if result is not None:
        return shown(result, _chosen(row))
    if request.method == "POST":
        return redirect("deciding", asked.number)
    saw(request, "request", asked.key, {"state": asked.state, "list": row.step}, asked.number)
    context = {"asked": asked, "row": row, "job": jobs.newest(WORK, row.key), "making": row.step == ListWork.Step.MAKE}
    return render(request, "desk/deciding/list.html", context | {"chosen": _chosen(row)})


def _chosen(row: ListWork) -> dict[str, str]:
    """The choices of an asking as the form had them."""
    found = {"added": row.added}
    for each in list_work.choices_of(row):
        does = "complies" if each.complies else "refuses"
        found |= {f"do-{each.act}": does, f"ground-{each.act}": each.ground, f"words-{each.act}": each.words}
    return found


def list_job(asked: Request) -> Job | None:
    """The work on a list that goes on or failed, for the request's own page; None where there is none."""
    job = jobs.newest_of(WORK, list_work.keys_of(asked))
    return job if jobs.goes_on(job) or (job and jobs.has_failed(job)) else None


@require_safe
def progress(request: HttpRequest, number: str) -> HttpResponse:
    """How far the list is, for the page that waits; the page works without it."""
    job = jobs.newest_of(WORK, list_work.keys_of(or_404(request_called(number))))
    words = f"running {job.done} {job.of}" if job and jobs.goes_on(job) else "ended"
    return HttpResponse(words, content_type="text/plain")
