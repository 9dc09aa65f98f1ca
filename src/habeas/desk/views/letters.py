"""Templates of letters: counsel writes one, sees it with a real request, proposes it; a second person approves it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from habeas.answers.added import differences
from habeas.answers.letter_template import BLOCKS, BUILT_IN, INLINE
from habeas.common.errors import BadInputError
from habeas.desk.accounts.factors import check_factor
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.requests import Request
from habeas.desk.services.decisions.deciding import template_preview
from habeas.desk.services.office import letter_templates as service
from habeas.desk.views.common import here_of, or_404, request_of, saw, tried
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.kinds import KINDS_SAID


def index(request: HttpRequest) -> HttpResponse:
    """The templates in use and those that wait, each beside the one it would replace; for counsel a form for another."""
    return _page(request, {"text": BUILT_IN, "kind": ""})


@require_POST
def propose(request: HttpRequest) -> HttpResponse:
    """Show the letter of a real request in the frame that was typed, or propose the frame."""
    kind, text, number = (request.POST.get(name, "") for name in ("kind", "text", "number"))
    given: dict[str, Any] = {"kind": kind, "text": text, "number": number}
    try:
        if request.POST.get("do") != "propose":
            asked = _named(number.strip())
            given["letter"] = template_preview(asked, text, doing_of(request))
            saw(request, "request", asked.key, {"letter": asked.kind}, asked.number)
            return _page(request, given)
        service.propose(kind, text, doing_of(request))
    except (RefusedError, BadInputError) as fault:
        return _page(request, given | {"refusal": str(fault)})
    messages.success(request, "Proposed. Letters stay as they are until a second person approves it.")
    return redirect("letters")


def _named(number: str) -> Request:
    try:
        return request_of(number)
    except Http404:
        raise RefusedError("There is no request with this number.") from None


@require_POST
def decide(request: HttpRequest, key: str) -> HttpResponse:
    """Approve a template that waits, or reject it with a reason."""
    here_of(request)
    found, post = or_404(service.template_called(key)), request.POST
    accept = post.get("answer") == "accept"

    def act() -> None:
        doing = doing_of(request, check_factor(request))
        if accept:
            service.approve(found, post.get("seen", ""), doing)
        else:
            service.turn_down(found, post.get("seen", ""), post.get("why", ""), doing)

    return tried(request, act, "Approved. New letters use it." if accept else "Rejected.", "letters")


def _page(request: HttpRequest, given: dict[str, Any]) -> HttpResponse:
    here_of(request)
    rows = service.templates()
    used = {each.kind: each.text for each in rows if each.state == service.State.IN_USE}
    waiting = [
        (each, _kind(each.kind), differences(used.get(each.kind, BUILT_IN), each.text))
        for each in rows
        if each.state == service.State.PROPOSED
    ]
    saw(request, "list", "letter_templates", {"templates": [each.key for each in rows]})
    context = {
        "waiting": waiting,
        "used": [(each, _kind(each.kind)) for each in rows if each.state == service.State.IN_USE],
        "kinds": [("", _kind("")), *((kind, _kind(kind)) for kind in sorted(KINDS_SAID))],
        "blocks": BLOCKS,
        "me": request.user.pk,
        "inline": INLINE,
    }
    return render(request, "desk/manage/letters.html", context | given)


def _kind(kind: str) -> str:
    return KINDS_SAID[kind].capitalize() if kind else "Every kind without a template of its own"
