"""Addresses of other systems that are told of events: register, approve, end."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from habeas.desk.middleware import doing_of
from habeas.desk.services.webhooks import hooks, rounds
from habeas.desk.views.common import here_of, or_404, saw, tried
from habeas.desk.workflow.errors import RefusedError


def index(request: HttpRequest) -> HttpResponse:
    """The addresses; register one. Its secret is shown this once."""
    here_of(request)
    given, once = request.POST, None
    if request.method == "POST":
        try:
            once = hooks.make_hook(
                given.get("name", ""), given.get("address", ""), given.getlist("event"), doing_of(request)
            )
        except RefusedError as fault:
            messages.error(request, str(fault))
    rows = hooks.newest_first()
    waiting, given_up, why = rounds.troubled()
    saw(request, "list", "webhooks", {"webhooks": [each.key for each in rows]})
    context: dict[str, Any] = {"rows": rows, "once": once, "events": hooks.EVENTS, "typed": {} if once else given}
    context |= {"chosen": [] if once else given.getlist("event"), "waiting": waiting, "given_up": given_up, "why": why}
    return render(request, "desk/manage/webhooks.html", context)


@require_POST
def end(request: HttpRequest, key: str) -> HttpResponse:
    """Tell an address nothing more."""
    found = or_404(hooks.hook_called(key))
    return tried(request, lambda: hooks.end_hook(found, doing_of(request)), "Ended.", "manage_webhooks")


@require_POST
def approve(request: HttpRequest) -> HttpResponse:
    """The second person approves where events go."""
    found, seen = or_404(hooks.hook_called(request.POST.get("webhook", ""))), request.POST.get("seen", "")
    return tried(request, lambda: hooks.approve_hook(found, seen, doing_of(request)), "Approved.", "vouch")
