"""The hand-over of a shift, on the page and on paper; and deadlines for a calendar program."""

from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from habeas.answers.pdf import render_pdf
from habeas.desk.middleware import doing_of
from habeas.desk.record.writing import acting
from habeas.desk.services.clocks import calendar
from habeas.desk.services.pages import shift_sheet, shifts
from habeas.desk.views.common import here_of, or_404, saw, tried


def index(request: HttpRequest) -> HttpResponse:
    """Hand-overs, the newest first."""
    here = here_of(request)
    rows = list(shifts.handovers()[:50])
    saw(request, "list", "handovers", {"keys": [each.key for each in rows]})
    ends = shifts.next_change(here.shift_starts, request.moment.astimezone(ZoneInfo(here.time_zone)))  # type: ignore[attr-defined]
    return render(request, "desk/shifts/index.html", {"handovers": rows, "ends": ends})


def new(request: HttpRequest) -> HttpResponse:
    """Generate the hand-over of the watch that ends."""
    if request.method != "POST":
        return redirect("shifts")
    return redirect("shift", shifts.prepare(doing_of(request)).key)


def show(request: HttpRequest, key: str) -> HttpResponse:
    """One hand-over."""
    here_of(request)
    found = or_404(shifts.handover_called(key))
    saw(request, "handover", found.key, {"body": sorted(found.body)})
    return render(request, "desk/shifts/show.html", _context(found, request.user.pk))


def take(request: HttpRequest, key: str) -> HttpResponse:
    """The next watch accepts it."""
    found = or_404(shifts.handover_called(key))
    if request.method != "POST":
        return redirect("shift", key)
    return tried(
        request,
        lambda: shifts.take(found, request.POST.get("seen", ""), doing_of(request)),
        "Shift accepted.",
        "shift",
        key,
    )


def paper(request: HttpRequest, key: str) -> HttpResponse:
    """The same as a PDF to print and initial by hand."""
    here = here_of(request)
    found = or_404(shifts.handover_called(key))
    with acting(doing_of(request), "print", "handover", found.key):
        html = render_to_string("desk/shifts/paper.html", _context(found, None, paper=True) | {"office": here})
        made = render_pdf(html)
    response = HttpResponse(made, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="hand-over-{found.made_at:%Y%m%d-%H%M}.pdf"'
    return response


def _context(found: shifts.Handover, reader: int | None, *, paper: bool = False) -> dict[str, Any]:
    parts = shift_sheet.sheet(found)
    later, mine = found.body.get("later", 0), found.outgoing_id == reader
    return {"handover": found, "parts": shift_sheet.on_paper(parts) if paper else parts, "later": later, "mine": mine}


def calendar_page(request: HttpRequest) -> HttpResponse:
    """Make or revoke the secret of one's own calendar."""
    here_of(request)
    doing, secret = doing_of(request), ""
    if request.method == "POST" and "revoke" in request.POST:
        calendar.revoke_keys(doing)
        messages.success(request, "Revoked. The calendar no longer receives deadlines.")
        return redirect("calendar")
    if request.method == "POST":
        secret = calendar.make_key(doing)
    context = {"secret": secret, "has_key": calendar.has_key(doing.needed_account, doing.at)}
    return render(request, "desk/calendar/page.html", context)


def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The deadlines without names, to whoever holds a secret that stands."""
    if calendar.owner_of(secret, request.moment) is None:  # type: ignore[attr-defined]
        raise Http404
    return HttpResponse(calendar.feed(request.moment), content_type="text/calendar; charset=utf-8")  # type: ignore[attr-defined]
