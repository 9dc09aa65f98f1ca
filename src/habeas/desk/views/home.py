"""The first screen: what must be done now, by whom, until when."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.desk.middleware import doing_of
from habeas.desk.services.clocks import clocks
from habeas.desk.services.clocks.clock_rules import NOT_STARTED, RULES
from habeas.desk.services.pages.board import board_for
from habeas.desk.services.pages.board_view import SORTS, alarms, known_of_board
from habeas.desk.services.pages.saved_views import views_of
from habeas.desk.services.upkeep.setup_list import missing_of, steps_of
from habeas.desk.views.common import here_of, or_404, saw
from habeas.desk.views.refreshing import refreshed
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.kinds import KINDS_SAID


@refreshed
def home(request: HttpRequest) -> HttpResponse:
    """The desk of whoever looks."""
    here = here_of(request)
    asked = known_of_board(request.GET.dict())
    board = board_for(request.user, request.moment, here, asked, request.GET.get("page"))  # type: ignore[arg-type, attr-defined]
    lines = board.page.groups if board.page else []
    numbers = sorted({row.request.number for _, _, rows, _ in lines for row in rows if row.request})
    saw(request, "list", "desk", {"numbers": numbers, "clocks": board.running})
    missing = missing_of(steps_of(here, request.moment)) if request.user.role == "administrator" else 0  # type: ignore[attr-defined, union-attr]
    context = {
        "board": board,
        "asked_of_board": asked,
        "show": asked.get("show", "all"),
        "query": urlencode(asked),
        "sorts": SORTS.items(),
        "kinds": sorted(KINDS_SAID.items(), key=lambda pair: pair[1]),
        "views": views_of(request.user, "home") if board.page else [],  # type: ignore[arg-type]
        "setup_missing": missing,
        "alarm": alarms(board),
    }
    return render(request, "desk/home.html", context)


def clock(request: HttpRequest, key: str) -> HttpResponse:
    """How one time was worked out."""
    here_of(request)
    found = or_404(clocks.clock_called(key))
    number = found.request.number if found.request else ""
    saw(request, "clock", found.key, {"ends_at": found.ends_at.isoformat(), "arithmetic": found.arithmetic}, number)
    return render(request, "desk/clocks/show.html", {"clock": found, "rule": RULES[found.kind], "asked": found.request})


def clock_met(request: HttpRequest, key: str) -> HttpResponse:
    """Record how a clock was met."""
    found = or_404(clocks.clock_called(key))
    if request.method == "POST":
        try:
            clocks.meet(found, request.POST.get("how", ""), doing_of(request))
        except RefusedError as fault:
            messages.error(request, str(fault))
        else:
            messages.success(request, "Saved. The deadline is closed out.")
    return redirect("clock", key)


def clock_rules(request: HttpRequest) -> HttpResponse:
    """Every clock the desk knows: what starts it, how it is counted, whom it warns."""
    here_of(request)
    context = {"rules": RULES.values(), "not_started": NOT_STARTED.items()}
    return render(request, "desk/clocks/rules.html", context)
