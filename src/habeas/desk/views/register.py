"""The publication register: what anybody can see of each field today, and how that came to be."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from habeas.desk.forms.intake import uploaded
from habeas.desk.forms.local_times import typed_date
from habeas.desk.middleware import doing_of
from habeas.desk.services.office.office import local_day
from habeas.desk.services.publication import register as desk
from habeas.desk.views.common import here_of, or_404, saw, tried
from habeas.desk.workflow.errors import RefusedError
from habeas.requests.vocabulary import FIELD_ACTS


def index(request: HttpRequest) -> HttpResponse:
    """Every field today, and every entry there ever was."""
    here = here_of(request)
    day = local_day(here, request.moment)  # type: ignore[attr-defined]
    rows = desk.entries()
    saw(request, "list", "register", {"keys": [each.key for each in rows]})
    context = {"shown": desk.today(day), "rows": rows, "fields": sorted(FIELD_ACTS), "today": day.isoformat()}
    return render(request, "desk/register/index.html", context)


def _day(request: HttpRequest, name: str, words: str) -> date:
    found = typed_date(request, name, words, here_of(request))
    if found is None:
        raise RefusedError(f"{words}: enter the date as month/day/year, such as 03/26/2018.")
    return found


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """A field is shown to anyone."""
    post = request.POST

    def act() -> None:
        since = _day(request, "since", "Since")
        desk.add(post.get("field", ""), since, post.get("where", ""), post.get("evidence", ""), doing_of(request))

    return tried(request, act, "Entered.", "register")


@require_POST
def end(request: HttpRequest, key: str) -> HttpResponse:
    """A field is no longer shown."""
    entry = or_404(desk.entry(key))
    done = "Saved: no longer shown. The entry is kept."
    return tried(
        request,
        lambda: desk.end(entry, _day(request, "until", "Last day"), doing_of(request)),
        done,
        "register",
    )


@require_POST
def load(request: HttpRequest) -> HttpResponse:
    """Load a register file."""

    def act() -> None:
        file = uploaded(request)
        if file is None:
            raise RefusedError("Choose the schedule file first.")
        try:
            text = file[0].decode("utf-8-sig")
        except UnicodeDecodeError:
            raise RefusedError("The register file is not UTF-8 text; save it as UTF-8.") from None
        desk.load(text, "register.toml", doing_of(request))

    return tried(request, act, "Loaded: new entries were added.", "register")
