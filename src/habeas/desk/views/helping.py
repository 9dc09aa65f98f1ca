"""Help of every page, keys and words; and the list of what a new office still lacks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from habeas.desk.permissions.addresses import capability_of
from habeas.desk.services.upkeep.setup_list import missing_of, steps_of
from habeas.desk.views.common import here_of
from habeas.desk.workflow.help import help_table
from habeas.desk.workflow.table import table


def show(request: HttpRequest) -> HttpResponse:
    """The help of the page that is named in the address (a page, never a record), then keys, words and every other topic."""
    here_of(request)
    found = help_table()
    context = {"topic": found.of_page(request.GET.get("page", "")), "topics": found.topics}
    return render(request, "desk/help.html", context | {"key_words": found.keys.items(), "words": found.words.items()})


def start(request: HttpRequest) -> HttpResponse:
    """Setting up the office: each step done or not, why it matters, and where it is done by those who may."""
    here = here_of(request)
    steps = steps_of(here, request.moment)  # type: ignore[attr-defined]
    role = request.user.role  # type: ignore[union-attr]
    rights = table().capabilities
    shown = [(each, role in rights[capability_of(each.page) or "see_desk"].roles) for each in steps]
    return render(request, "desk/start.html", {"steps": shown, "missing": missing_of(steps)})
