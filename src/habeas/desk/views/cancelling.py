"""A cancellation: which earlier request it ends, or what was done where none is found; and who is told."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.requests import Request, request_and_person
from habeas.desk.services.identity.cancelling import TOLD, earlier_of, end_hold, end_without, holds_on_record
from habeas.desk.views.common import here_of, or_404, request_of, saw, seen_version, tried
from habeas.desk.workflow.machine import what_hinders


def cancels(request: HttpRequest, number: str) -> HttpResponse:
    """The open requests that the cancellation may end; the form ends one, or says what was done where there is none."""
    asked, doing = request_of(number), doing_of(request)
    if request.method == "POST":
        return _end(request, asked)
    here_of(request)
    found = earlier_of(asked)
    saw(request, "request", asked.key, {"earlier": [each.request.number for each in found]}, asked.number)
    context = {
        "asked": asked,
        "earlier": found,
        "holds": holds_on_record(asked),
        "told": TOLD,
        "why": what_hinders(asked, "end_hold", doing),
    }
    return render(request, "desk/requests/cancels.html", context)


def _end(request: HttpRequest, asked: Request) -> HttpResponse:
    chosen, doing, seen = request.POST.get("earlier", ""), doing_of(request), seen_version(request)
    if not chosen:
        words = request.POST.get("words", "")
        answer = tried(
            request, lambda: end_without(asked, words, doing, seen), "Cancellation recorded.", "request", asked.number
        )
        return answer if asked.state == "ended" else redirect("cancels", asked.number)
    earlier = or_404(request_and_person(chosen))
    done = f"The hold of {earlier.number} has ended. Notify those listed."
    return tried(request, lambda: end_hold(asked, earlier, doing, seen), done, "request", asked.number)
