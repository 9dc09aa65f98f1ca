"""The law of the place as Habeas applies it, from the conditions that decide."""

from datetime import date
from functools import lru_cache
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from habeas.desk.forms.local_times import typed_date
from habeas.desk.services.office.office import local_day, place_of
from habeas.desk.views.common import here_of
from habeas.desk.workflow.errors import RefusedError
from habeas.law.engine.jurisdictions import resolve
from habeas.law.pages.due import due
from habeas.law.pages.pages import place_page

KINDS = (
    ("watch", "The law may have changed"),
    ("finding", "Findings of county counsel to review"),
    ("unread", "Never read in the text itself"),
    ("old", "Read, and to be compared with the law in force"),
)
"""What is due, in groups, with the words of each."""


def law(request: HttpRequest) -> HttpResponse:
    """Every rule in force on a day (`on`, today where it is not given)."""
    day = _day_of(request)
    page = page_of(place_of(here_of(request)), day)
    return render(request, "desk/law.html", {"page": page, "day": day, "packs": list(reversed(page["packs"]))})


def to_read_again(request: HttpRequest) -> HttpResponse:
    """What of the office's law must be read again, and by when: what may have changed, counsel's findings, texts not read."""
    day = _day_of(request)
    found = resolve(place_of(here_of(request)))
    groups = [
        (words, [(each, each.late(day)) for each in due(found.packs, day) if each.kind == kind])
        for kind, words in KINDS
    ]
    return render(request, "desk/law_due.html", {"groups": groups, "day": day, "warnings": found.warnings})


def _day_of(request: HttpRequest) -> date:
    today = local_day(here_of(request), request.moment)  # type: ignore[attr-defined]
    try:
        return typed_date(request, "on", "Day", here_of(request)) or today
    except RefusedError as fault:
        messages.error(request, str(fault))
        return today


@lru_cache(maxsize=16)
def page_of(place: str, day: date) -> dict[str, Any]:
    """The law of a place on a day as data; kept, since reading it takes a moment."""
    return place_page(place, day)
