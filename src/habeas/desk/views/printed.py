"""The register of everything printed of this office's requests, by anyone: what the attack on public figures reads."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from habeas.desk.middleware import doing_of
from habeas.desk.services.publication import figures
from habeas.desk.services.record import printed as desk
from habeas.desk.views.common import saw, tried


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every release, every report that was let out, every number that others printed; and the form for one more."""
    rows, reports = desk.entries(), desk.reports()
    saw(request, "list", "printed_register", {"keys": [each.key for each in rows]})
    context = {"rows": rows, "reports": reports, "releases": [each.data for each in figures.releases()]}
    context["names"] = [(field, names.items()) for field, names in desk.NAMES.items()]
    context["tables"] = [series for series, _ in desk.TABLES.values()]
    return render(request, "desk/reports/printed.html", context)


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Enter a number that somebody printed, or strike an entry."""
    post, doing = request.POST, doing_of(request)

    def act() -> None:
        if post.get("strike"):
            desk.strike_printed(post["strike"], post.get("why", ""), doing)
        else:
            desk.enter_printed({name: post.get(name, "") for name in desk.FIELDS}, doing)

    return tried(request, act, "Struck." if post.get("strike") else "Entered in the register.", "printed")


@require_GET
def download(request: HttpRequest) -> HttpResponse:
    """The register as the file that an audit reads."""
    saw(request, "list", "printed_register", {"file": "register.csv"})
    answer = HttpResponse(desk.register_csv(), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="register.csv"'
    return answer
