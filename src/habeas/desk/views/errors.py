"""Pages for what went wrong: one plain sentence, and what to do next. Those for a store that is away ask the store nothing."""

import sys
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.defaults import bad_request

from habeas.desk.accounts.lock import TYPED_AGAIN, Pairs, typed
from habeas.desk.record.done import kept_acts
from habeas.desk.store_trouble import Trouble, trouble_of

SAYS: dict[Trouble, tuple[str, str]] = {
    Trouble.BUSY: ("The desk is busy", "Too many people are saving at once."),
    Trouble.FULL: ("The disk is full", "Nothing can be kept until there is room on the disk. Tell the administrator."),
    Trouble.READ_ONLY: (
        "Nothing can be kept at this moment",
        "The database can be read but not written. Tell the administrator.",
    ),
    Trouble.DOWN: (
        "The database cannot be reached",
        "Tell the administrator. The desk works again by itself as soon as the database does.",
    ),
}
"""The heading and the sentence of each."""

COME_AGAIN = {Trouble.BUSY: 10}
"""Seconds after which to try again; a minute where nothing is said."""


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A call that cannot be read, or a session that could not be kept because the store is away."""
    trouble = trouble_of(exception)
    return away(request, trouble) if trouble else bad_request(request, exception)


def refused(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Not allowed."""
    why = "You do not have access to this page, or the form expired. Go back and try again."
    return render(request, "desk/errors/refused.html", {"why": why}, status=403)


def missing(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """No such page."""
    return render(request, "desk/errors/missing.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """An error inside Habeas, or a store that is away: nothing was partly saved."""
    trouble = trouble_of(sys.exc_info()[1])  # Django calls this while the fault is being handled
    if trouble:
        return away(request, trouble)
    return HttpResponse(render_to_string("desk/errors/broken.html"), status=500)


def away(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """The store cannot be used now: why, whether anything was done, and what was typed, to be sent again."""
    sent = request.method == "POST"
    title, why = SAYS[trouble]
    pairs, again = _typed(request) if sent else ([], [])
    context = {
        "title": title,
        "why": why,
        "path": request.get_full_path(),
        "sent": sent,
        "done": bool(kept_acts()) and sent,
        "unknown": trouble is Trouble.DOWN and sent,
        "pairs": pairs,
        "again": again,
        "files": bool(pairs) and bool(request.FILES),
        "token": get_token(request) if pairs else "",
    }
    page = HttpResponse(render_to_string("desk/errors/away.html", context), status=503)
    page.headers["Retry-After"] = str(COME_AGAIN.get(trouble, 60))
    return page


def _typed(request: HttpRequest) -> tuple[Pairs, list[str]]:
    """What was typed, and the fields that are typed again; nothing of a form that was not checked to come from this desk."""
    if not getattr(request, "csrf_processing_done", False):
        return [], []
    return typed(request), [name for name in TYPED_AGAIN if name in request.POST]
