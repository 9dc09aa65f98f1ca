"""A service of notice, a transmittal or a custody action that was logged wrongly: corrected, or undone, with its reason."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.answers.languages import LANGUAGES
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.requests import Request
from habeas.desk.services.office.office import for_field
from habeas.desk.services.outgoing.correcting_logs import CHECKED, LINES, LogCorrection, correct_log, standing_entry
from habeas.desk.services.outgoing.notices import CONSULAR, CONSULAR_ANSWERS, OTHER_LANGUAGE, Result
from habeas.desk.services.outgoing.outgoing import WAYS
from habeas.desk.views.common import here_of, request_of, saw, tried
from habeas.desk.views.forms_given import any_moment, moment_given


def service(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """A logged service of notice."""
    return _correct(request, number, "service", key)


def dispatch(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """A logged transmittal."""
    return _correct(request, number, "dispatch", key)


def execution(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """A logged custody action: a hold lodged, or a transfer of custody."""
    return _correct(request, number, "execution", key)


def _correct(request: HttpRequest, number: str, kind: str, key: str) -> HttpResponse:
    asked, here = request_of(number), here_of(request)
    if request.method == "POST":
        return _corrected(request, asked, kind, key)
    found = standing_entry(asked, kind, key)
    if found is None:
        messages.error(request, "This entry was corrected already.")
        return redirect("request", number)
    saw(request, "request", asked.key, {kind: found.key}, number)
    context = {"asked": asked, "each": found, "kind": kind, "at": for_field(found.at, here), **_choices(found, here)}
    return render(request, "desk/outgoing/correct.html", context)


def _choices(found: Any, here: Any) -> dict[str, Any]:
    """What the boxes of a service and a transmittal offer."""
    tried_at = getattr(found, "next_try_at", None)
    offer = hasattr(found, "notice") and found.notice.what == CONSULAR
    return {
        "results": Result.choices, "languages": (*LANGUAGES, OTHER_LANGUAGE), "answers": CONSULAR_ANSWERS.items() if offer else (),
        "ways": WAYS.items(), "verified": CHECKED, "next_try_at": for_field(tried_at, here) if tried_at else "",
    }  # fmt: skip


def _corrected(request: HttpRequest, asked: Request, kind: str, key: str) -> HttpResponse:
    undone, why = request.POST.get("undo") == "yes", request.POST.get("why", "")

    def act() -> None:
        lines = {} if undone else _lines(request, kind)
        correct_log(asked, kind, key, LogCorrection(why, lines, undone), doing_of(request))

    done = "Undone: it no longer counts." if undone else "Corrected. Both entries stay in the record."
    return tried(request, act, done, "request", asked.number)


def _lines(request: HttpRequest, kind: str) -> dict[str, Any]:
    """The lines as the form gives them, cut to what their columns hold; the times on the jail's clock."""
    words = {name: request.POST[name].strip() for name in LINES[kind] if name in request.POST}
    found: dict[str, Any] = words | ({"at": moment_given(request, "at")} if words.get("at") else {})
    if not words.get("at"):
        found.pop("at", None)
    return found | ({"next_try_at": any_moment(request, "next_try_at")} if kind == "service" else {})
