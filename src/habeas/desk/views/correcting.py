"""A fact that was recorded wrongly: corrected, or undone, with its reason."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.requests import Request
from habeas.desk.services.decisions.correcting import SENT, Correction, correct_fact, standing_fact
from habeas.desk.services.office.office import for_field
from habeas.desk.services.pages.request_page import answering
from habeas.desk.views.common import here_of, request_of, saw, tried
from habeas.desk.views.forms_given import moment_given
from habeas.desk.views.requests import value_given


def correct(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """The entry as it stands, and the form that puts another in its place."""
    asked, here = request_of(number), here_of(request)
    if request.method == "POST":
        return _corrected(request, asked, key)
    found = standing_fact(asked, key)
    if found is None:
        messages.error(request, "This entry was corrected already.")
        return redirect("request", number)
    saw(request, "request", asked.key, {"fact": found.key}, number)
    context = {
        "asked": asked, "each": found, "said_at": for_field(found.said_at, here), "sent": asked.state in SENT, **answering(found.fact),
    }  # fmt: skip
    return render(request, "desk/requests/correct.html", context)


def _corrected(request: HttpRequest, asked: Request, key: str) -> HttpResponse:
    undone, why = request.POST.get("undo") == "yes", request.POST.get("why", "")

    def act() -> None:
        given = Correction(why, undone=True) if undone else _given(request, why)
        correct_fact(asked, key, given, doing_of(request))

    done = "Undone: it no longer counts." if undone else "Corrected. Both entries stay in the record."
    return tried(request, act, done, "request", asked.number)


def _given(request: HttpRequest, why: str) -> Correction:
    return Correction(why, value_given(request), request.POST.get("source", ""), moment_given(request, "said_at"))
