"""The law of the place as Habeas applies it, from the conditions that decide."""

from datetime import date
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from habeas.desk.services.office.office import local_day, place_of
from habeas.desk.views.common import here_of
from habeas.law.pages.pages import place_page


def law(request: HttpRequest) -> HttpResponse:
    """Every rule in force on a day (`on`, today where it is not given)."""
    here = here_of(request)
    text = request.GET.get("on", "")
    try:
        day = date.fromisoformat(text) if text else local_day(here, request.moment)  # type: ignore[attr-defined]
    except ValueError:
        day = local_day(here, request.moment)  # type: ignore[attr-defined]
    page = page_of(place_of(here), day)
    return render(request, "desk/law.html", {"page": page, "day": day, "packs": list(reversed(page["packs"]))})


@lru_cache(maxsize=16)
def page_of(place: str, day: date) -> dict[str, Any]:
    """The law of a place on a day as data; kept, since reading it takes a moment."""
    return place_page(place, day)
