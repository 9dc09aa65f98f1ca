"""The record itself: is it whole, which heads are signed and where they went, the proof of one event, the export, and orders to erase."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from habeas.common.canonical import readable_json
from habeas.common.errors import BadInputError
from habeas.common.numbers import whole_number
from habeas.desk.forms.local_times import typed_moment
from habeas.desk.middleware import doing_of
from habeas.desk.services.custody.people import person_called
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record import checkpoints
from habeas.desk.services.record.expunging import REMAINS, expunge, reach_of
from habeas.desk.services.record.record_checks import newest_check
from habeas.desk.services.record.record_export import export_all
from habeas.desk.services.record.witness_age import outside_head, warnings
from habeas.desk.services.record.witness_routes import open_routes
from habeas.desk.services.upkeep.backup_findings import of_last_backup
from habeas.desk.views.common import here_of, or_404, saw, tried
from habeas.desk.views.witness import start_check
from habeas.desk.workflow.errors import RefusedError


def record(request: HttpRequest) -> HttpResponse:
    """The head of the record, its signed heads and where they went. Whether it is whole is asked for here and looked at by a worker."""
    here = here_of(request)
    if request.method == "POST":
        return start_check(request)
    head, at = checkpoints.chain_head(), request.moment  # type: ignore[attr-defined]
    context = {
        "outside": outside_head(at),
        "warnings": [*warnings(at), *of_last_backup()],
        "check": newest_check(),
        "routes": open_routes(),
        "head": head,
        "heads": checkpoints.newest_heads(),
        "anchors": checkpoints.newest_anchors(),
        "ways": checkpoints.WAYS,
        "key": next(iter(ledger.known_keys(here.site)), None),
    }
    saw(request, "log", "record", {"size": head.seq if head else 0})
    return render(request, "desk/record/index.html", context)


@require_POST
def hand_out(request: HttpRequest) -> HttpResponse:
    """Write down that a head left the building."""
    here = here_of(request)
    size = or_404(whole_number(request.POST.get("size", "")))
    head = or_404(checkpoints.head_of(size))

    def act() -> None:
        at = typed_moment(request, "at", "When it went out", here) or request.moment  # type: ignore[attr-defined]
        checkpoints.hand_out(
            head,
            request.POST.get("to", ""),
            request.POST.get("way", ""),
            request.POST.get("receipt", ""),
            at,
            doing_of(request),
        )

    return tried(request, act, "Saved.", "record")


def note(request: HttpRequest, size: int) -> HttpResponse:
    """A signed head as a file to hand out."""
    head = or_404(checkpoints.head_of(size))
    saw(request, "log", "head", {"size": size})
    return HttpResponse(head.note, content_type="text/plain; charset=utf-8")


def proof(request: HttpRequest, seq: int) -> HttpResponse:
    """The proof that one event stands in the signed record, as JSON."""
    try:
        made = checkpoints.prove(seq)
    except BadInputError as fault:
        raise RefusedError(str(fault)) from None
    saw(request, "log", "proof", {"seq": seq})
    return HttpResponse(readable_json(made.as_data()), content_type="application/json")


@require_POST
def export(request: HttpRequest) -> FileResponse:
    """All of the record as one zip that opens without us."""
    here_of(request)
    try:
        packed = export_all(doing_of(request), names=request.POST.get("names") == "yes")
    except BadInputError as fault:
        raise RefusedError(str(fault)) from None
    name = f"record-{slugify(ledger.site())}-{request.moment:%Y-%m-%d}.zip"  # type: ignore[attr-defined]
    return FileResponse(packed, as_attachment=True, filename=name, content_type="application/zip")


def erase(request: HttpRequest, key: str) -> HttpResponse:
    """An order to erase: what it reaches, what it does not, and the order's number."""
    here_of(request)
    person = or_404(person_called(key))
    if request.method == "POST":
        try:
            gone = expunge(person, request.POST.get("order", ""), doing_of(request))
        except RefusedError as fault:
            messages.error(request, str(fault))
        else:
            return render(request, "desk/record/erased.html", {"gone": gone, "remains": REMAINS, "person": person})
        return redirect("expunge", key)
    reach = reach_of(person)
    saw(request, "person", person.key, {"beside": len(reach.rows)})
    context = {"person": person, "labels": reach.by_label().items(), "total": len(reach.rows), "remains": REMAINS}
    return render(request, "desk/record/erase.html", context)
