"""Several papers in one go: printed as one PDF, and served to one person or several with a confirmation for each."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.answers.languages import LANGUAGES
from habeas.common.errors import BadInputError
from habeas.desk.middleware import doing_of
from habeas.desk.services.office.office import for_field
from habeas.desk.services.outgoing import notices, together
from habeas.desk.views.common import here_of, saw
from habeas.desk.views.forms_given import any_moment, moment_given
from habeas.desk.workflow.errors import RefusedError

RESULTS = [each for each in notices.Result.choices if each[0] != notices.Result.FAILED]
"""Together only what was given or refused: who could not be reached has an own next attempt, on the notice's page."""


def print_all(request: HttpRequest) -> HttpResponse:
    """Choose letters and notices, and have them as one PDF."""
    if request.method != "POST":
        return _to_choose(request)
    numbers, keys = request.POST.getlist("request"), request.POST.getlist("notice")
    try:
        content = together.print_together(numbers, keys, doing_of(request))
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        return redirect("print_together")
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="papers.pdf"'
    return response


def _to_choose(request: HttpRequest) -> HttpResponse:
    here_of(request)
    letters, owed = together.letters_to_print(), list(notices.due()[:200])
    shown = {"requests": [each.number for each in letters], "notices": [each.key for each in owed]}
    saw(request, "list", "print_together", shown)
    context = {"letters": letters, "notices": owed, "most": together.MOST}
    return render(request, "desk/outgoing/print_together.html", context)


def serve_all(request: HttpRequest) -> HttpResponse:
    """Serve the chosen notices, or all of one person, by person: each confirmed, each its own event."""
    if request.method == "POST":
        return _served(request)
    here = here_of(request)
    found = together.visits(request.GET.getlist("notice"), request.GET.get("person", ""))
    saw(request, "list", "serve_together", {"notices": [each.key for visit in found for each in visit.notices]})
    context = {
        "visits": found,
        "languages": LANGUAGES,
        "results": RESULTS,
        "answers": notices.CONSULAR_ANSWERS,
        "local_now": for_field(request.moment, here),  # type: ignore[attr-defined]
    }
    return render(request, "desk/notices/together.html", context)


def _served(request: HttpRequest) -> HttpResponse:
    here_of(request)
    keys = request.POST.getlist("notice")
    try:
        told = notices.Told(
            moment_given(request, "at"), request.POST.get("interpreter", ""), request.POST.get("place", ""),
            next_try_at=any_moment(request, "next_try_at"), served_by=request.POST.get("served_by", ""),
        )  # fmt: skip
        found = together.visits(keys)
        confirmed = together.chosen_visits(found, {"people": _said(request), "told": told})
        if not confirmed:
            raise RefusedError("Nothing was recorded: confirm for each inmate what was served.")
    except RefusedError as fault:
        messages.error(request, str(fault))
        return redirect(f"{request.path}?{_again(keys)}")
    for visit in confirmed:
        _one(request, visit)
    _left_out(request, found, confirmed)
    return redirect("notices")


def _again(keys: list[str]) -> str:
    return "&".join(f"notice={key}" for key in keys if key.replace("-", "").replace("_", "").isalnum())


def _said(request: HttpRequest) -> dict[str, dict[str, Any]]:
    """What was confirmed, by person: nobody without the tick that the papers were handed over."""
    given = request.POST
    return {
        key: {
            "handed": frozenset(given.getlist("notice")),
            "language": given.get(f"language-{key}", ""),
            "result": given.get(f"result-{key}", ""),
            "answer": given.get(f"answer-{key}", ""),
        }
        for key in given.getlist("confirmed")
    }


def _one(request: HttpRequest, visit: together.Visit) -> None:
    """Record one visit, and say how it went."""
    try:
        count = together.serve_visit(visit, doing_of(request))
    except (RefusedError, BadInputError) as fault:
        messages.error(request, f"{visit.person.shown}: nothing was recorded. {fault}")
    else:
        messages.success(request, f"{visit.person.shown}: {count} notice{'' if count == 1 else 's'} recorded.")


def _left_out(request: HttpRequest, found: list[together.Visit], confirmed: list[together.Visit]) -> None:
    """Say for whom nothing was recorded because nobody confirmed it."""
    served = {each.person.pk for each in confirmed}
    for each in found:
        if each.person.pk not in served:
            messages.warning(request, f"{each.person.shown}: not confirmed, so nothing was recorded.")
