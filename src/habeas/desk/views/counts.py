"""Entries for the count: what law has counted and no other page records."""

from datetime import datetime
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from habeas.common.errors import BadInputError
from habeas.desk.forms.intake import uploaded
from habeas.desk.forms.local_times import typed_moment
from habeas.desk.middleware import doing_of
from habeas.desk.services.publication import count_entries as desk
from habeas.desk.services.publication.senders_lists import load_list
from habeas.desk.views.common import here_of, saw, tried
from habeas.desk.workflow.errors import RefusedError

FIELDS = ("request", "what", "agencies", "dollars", "hours", "arrests", "immigration_arrests")


def index(request: HttpRequest) -> HttpResponse:
    """Every entry there ever was, and the form for a new one."""
    rows = desk.entries()
    saw(request, "list", "count_entries", {"keys": [each.key for each in rows]})
    shown = [(each, datetime.fromisoformat(each.at)) for each in rows]
    kinds = [(name, words) for name, (_, words) in desk.KINDS.items()]
    return render(request, "desk/counts/index.html", {"rows": shown, "kinds": kinds})


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Enter one, or correct one."""
    post = request.POST

    def act() -> None:
        at = typed_moment(request, "at", "Date and time", here_of(request))
        if at is None:
            raise RefusedError("Enter the date and time.")
        given = {name: post.get(name, "") for name in FIELDS}
        desk.enter(post.get("kind", ""), at, given, doing_of(request), post.get("corrects", ""))

    return tried(request, act, "Entered for the count.", "counts")


@require_POST
def load(request: HttpRequest) -> HttpResponse:
    """Load the sender's own list, and go to where each row without another side is named."""
    try:
        file = uploaded(request)
        if file is None:
            raise RefusedError("Choose the CSV file of the list first.")
        made = load_list(*file, request.POST.get("sender", ""), doing_of(request))
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        return redirect("counts")
    messages.success(request, f"Loaded: {made.rows} rows, {made.first} to {made.last}.")
    return redirect(
        f"{reverse('report_preview')}?{urlencode({'name': 'counter', 'from': made.first, 'to': made.last})}"
    )
