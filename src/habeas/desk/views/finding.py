"""The one search box of every page: by POST alone, so that no address, log or history holds what was typed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from habeas.desk.middleware import doing_of
from habeas.desk.services.pages.finding import Finding, find_everything, recent
from habeas.desk.views.common import here_of
from habeas.desk.workflow.errors import RefusedError

PART = "X-Part"
"""The header by which the page's script asks for the list alone, as one types."""


def find(request: HttpRequest) -> HttpResponse:
    """What the box found, or what this account opened last where nothing was typed; the list alone for the page's script."""
    here_of(request)
    typed = request.POST.get("find", "").strip()
    found: Finding | None = None
    fault = ""
    try:
        found = find_everything(typed, doing_of(request)) if typed else recent(doing_of(request))
    except RefusedError as refused:
        fault = str(refused)
    page = "desk/find/list.html" if PART in request.headers else "desk/find/page.html"
    return render(request, page, {"finding": found, "typed": typed, "fault": fault})
