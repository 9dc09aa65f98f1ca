"""Going out: what goes to whom by which checked way, with which proof. The program sends nothing itself."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from habeas.desk.middleware import doing_of
from habeas.desk.models import ActChoice, Dispatch, Request
from habeas.desk.services.beside import beside
from habeas.desk.services.outgoing import LATE, VERIFIED, WAYS, Proof, dispatch, package_zip
from habeas.desk.services.showing import living_of
from habeas.desk.views.common import here_of, request_of, saw, seen_version, tried
from habeas.desk.workflow.guards import Shown
from habeas.desk.workflow.machine import what_hinders


def send(request: HttpRequest, number: str) -> HttpResponse:
    """The files that go, and the form that records to whom, how, and the proof."""
    if request.method == "POST":
        return _record(request, number)
    asked, here_ = request_of(number), here_of(request)
    decision = living_of(asked)
    rows = beside(asked, {"file", "choice", "dispatch", "account", "dispute"}, decision)
    choices = [ActChoice(act=row["act"], does=row["does"]) for row in rows.of("choice")]
    asked.shown = Shown(decision, choices, any(row["resolved_at"] is None for row in rows.of("dispute")))  # type: ignore[attr-defined]
    name = "dispatch" if asked.state not in {"answered", "watching"} else "send_again"
    saw(request, "request", asked.key, {"files": [row["sha256"] for row in rows.of("file")]}, asked.number)
    context = {
        "asked": asked,
        "office": here_,
        "files": [row for row in rows.of("file") if row["path"].startswith("outgoing/")],
        "sent": rows.of("dispatch"),
        "rows": rows,
        "ways": WAYS,
        "verified": VERIFIED,
        "late": LATE if asked.reply_by and request.moment > asked.reply_by and name == "dispatch" else {},  # type: ignore[attr-defined]
        "why": what_hinders(asked, name, doing_of(request)),
        "again": name == "send_again",
    }
    return render(request, "desk/outgoing/send.html", context)


def _record(request: HttpRequest, number: str) -> HttpResponse:
    asked, given = request_of(number), request.POST

    def act() -> Dispatch:
        return dispatch(
            asked,
            doing_of(request),
            given.get("to", ""),
            given.get("way", ""),
            given.get("address", ""),
            Proof(
                given.get("proof", ""),
                given.get("verified", ""),
                given.get("taken_by", ""),
                request.FILES.get("receipt"),
                given.get("late", ""),
            ),
            seen_version(request),
        )

    before = asked.dispatches.count()
    answer = tried(request, act, "Recorded that it was sent, with its proof.", "request", number)
    return answer if asked.dispatches.count() > before else redirect("send", number)


def receipt(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """The receipt of one sending, as it was kept: always a file to save, never shown inside the desk's own pages."""
    found = get_object_or_404(Dispatch.objects.select_related("proof_file"), request__number=number, key=key)
    if found.proof_file is None:
        raise Http404
    saw(request, "dispatch", found.key, {"receipt": found.proof_file.sha256}, number)
    response = HttpResponse(bytes(found.proof_file.content), content_type=found.proof_file.media_type)
    ending = "pdf" if found.proof_file.media_type == "application/pdf" else "bin"
    response.headers["Content-Disposition"] = f'attachment; filename="{number}-receipt.{ending}"'
    return response


def package(request: HttpRequest, number: str) -> HttpResponse:
    """Everything that goes out, as one ZIP with its sums; the same bytes every time."""
    asked: Request = request_of(number)
    response = HttpResponse(package_zip(asked, doing_of(request)), content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{asked.number}.zip"'
    return response
