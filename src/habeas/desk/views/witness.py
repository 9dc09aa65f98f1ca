"""Heads that go out and come back: the sheet, the mailed file, a witness's request and cosignature, the routes, checks of the record."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from habeas.common.errors import BadInputError
from habeas.common.numbers import whole_number
from habeas.desk.middleware import doing_of
from habeas.desk.services.record import witness_routes as routes
from habeas.desk.services.record.checkpoints import head_of
from habeas.desk.services.record.record_checks import KIND, ask_check, check_called
from habeas.desk.services.record.witness_age import outside_head
from habeas.desk.services.record.witness_cosigned import submission_of, take_in
from habeas.desk.services.record.witness_sheet import mail_file, sheet_pdf
from habeas.desk.services.upkeep import jobs
from habeas.desk.views.common import here_of, or_404, saw, tried
from habeas.desk.workflow.errors import RefusedError

MOST_UPLOAD = 1 << 16
PLAIN = "text/plain; charset=utf-8"


def sheet(request: HttpRequest, size: int) -> HttpResponse:
    """A signed head as a sheet to print and hand over."""
    here, head = here_of(request), or_404(head_of(size))
    made = sheet_pdf(here, head, request.moment)  # type: ignore[attr-defined]
    saw(request, "log", "head", {"size": size})
    return _file(made, f"head-{size}.pdf", "application/pdf")


def mail(request: HttpRequest, size: int) -> HttpResponse:
    """A signed head as a message that the office's mail program opens and sends."""
    here, head = here_of(request), or_404(head_of(size))
    made = mail_file(here, head, submission_of(head, 0), request.moment)  # type: ignore[attr-defined]
    saw(request, "log", "head", {"size": size})
    return _file(made, f"head-{size}.eml", "message/rfc822")


def request_file(request: HttpRequest, size: int) -> HttpResponse:
    """A head with the proof from an earlier one, as a witness asks for it. Without `old`, from the last one any witness cosigned."""
    head = or_404(head_of(size))
    given = request.GET.get("old", "")
    old = whole_number(given) if given else _last_cosigned(size)
    if old is None:
        raise RefusedError("Enter the size from which the proof starts, as a number.")
    try:
        made = submission_of(head, old).written
    except BadInputError as fault:
        raise RefusedError(str(fault)) from None
    saw(request, "log", "head", {"size": size})
    return _file(made.encode(), f"head-{size}-from-{old}.txt", PLAIN)


def _last_cosigned(size: int) -> int:
    """The smallest of the heads that the witnesses cosigned last: each of them is at it or beyond; 0 where one has none."""
    last = [routes.last_by(each) for each in routes.open_routes(routes.KINDS.WITNESS)]
    return min((min(each.size, size) if each else 0 for each in last), default=0)


@require_POST
def cosigned(request: HttpRequest) -> HttpResponse:
    """Take in what a witness gave back: pasted, or as a file."""
    here_of(request)
    upload = request.FILES.get("file")
    size = whole_number(request.POST.get("size", ""))

    def act() -> None:
        raw = upload.read(MOST_UPLOAD + 1) if upload else request.POST.get("text", "").encode()
        if len(raw) > MOST_UPLOAD:
            raise RefusedError("This is too long to be a cosigned checkpoint.")
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise RefusedError("This is not text, so it is not a cosigned checkpoint.") from None
        take_in(text, size, doing_of(request))

    return tried(request, act, "The cosignature is valid. Saved as a checkpoint filed outside.", "record")


def head_routes(request: HttpRequest) -> HttpResponse:
    """By which routes heads go out, and how old the last one may become."""
    here = here_of(request)
    given = request.POST
    if request.method == "POST" and "days" in given:
        return tried(
            request, lambda: routes.set_days(here, given["days"], doing_of(request)), "Saved.", "record_routes"
        )
    if request.method == "POST":
        kind, to, folder, line = (given.get(name, "") for name in ("kind", "to", "folder", "line"))
        return tried(
            request,
            lambda: routes.add_route(kind, to, folder, line, doing_of(request)),
            "Saved. Checkpoints are now filed this way.",
            "record_routes",
        )
    rows = routes.open_routes()
    saw(request, "list", "head-routes", {"routes": [each.key for each in rows]})
    context = {"routes": rows, "kinds": routes.KINDS.choices, "days": here.head_days, "most": routes.MOST_DAYS}
    return render(request, "desk/record/routes.html", context)


@require_POST
def route_end(request: HttpRequest, key: str) -> HttpResponse:
    """Use a route no longer."""
    found = or_404(routes.route_called(key))
    return tried(request, lambda: routes.end_route(found, doing_of(request)), "Ended.", "record_routes")


def start_check(request: HttpRequest) -> HttpResponse:
    """Ask for a check of the whole record, with the head that somebody outside holds where one was given; go to its page."""
    try:
        asked = ask_check(request.POST.get("held", ""), doing_of(request))
    except RefusedError as fault:
        messages.error(request, str(fault))
        return redirect("record")
    jobs.queue(KIND, asked.key, doing_of(request))
    return redirect("record_check", asked.key)


def check(request: HttpRequest, key: str) -> HttpResponse:
    """One check of the record: how far it is, or what it found, when and for whom."""
    here_of(request)
    found, job = or_404(check_called(key)), jobs.newest(KIND, key)
    saw(request, "log", "check", {"check": key})
    context = {"check": found, "job": job, "running": found.ended_at is None and jobs.goes_on(job),
               "outside": outside_head(request.moment)}  # type: ignore[attr-defined] # fmt: skip
    return render(request, "desk/record/check.html", context)


def check_progress(request: HttpRequest, key: str) -> HttpResponse:
    """How far a check is, for the page that waits; the page works without it."""
    job = jobs.newest(KIND, key)
    words = f"running {job.done} {job.of}" if job is not None and jobs.goes_on(job) else "ended"
    return HttpResponse(words, content_type="text/plain")


def _file(made: bytes, name: str, media: str) -> HttpResponse:
    answer = HttpResponse(made, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
