"""The operations. Each looks up its capability and scope, does its work through the desk's services, and answers in a fixed shape."""

import base64
import binascii
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from habeas.desk.api import shapes
from habeas.desk.api.keys import ProgramKey, doing_for
from habeas.desk.api.once import Answer, once
from habeas.desk.models import Booking, Decision, Request, RosterImport
from habeas.desk.record.writing import viewed
from habeas.desk.services import intake, release_watch
from habeas.desk.services.custody import apply_roster, receive_roster
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.table import table
from habeas.plain.errors import BadInputError

api = NinjaAPI(
    title="Habeas",
    version="1",
    urls_namespace="api",
    auth=ProgramKey(),
    docs_url=None,
    description="For the jail's own systems. An administrator makes the keys, each with scopes and an end. Nothing here decides or signs.",
)
REFUSALS = dict.fromkeys((400, 401, 403, 404, 409, 413, 422), shapes.Fault)


class MissingError(RefusedError):
    """Nothing is known by that name."""

    status = 404


@api.post("/rosters", response={201: shapes.RosterOut, **REFUSALS}, operation_id="push_roster")
def push_roster(request: HttpRequest, body: shapes.RosterIn) -> Answer:
    """Take in a roster and say what applying it would do. Nothing about anybody changes yet."""
    doing = doing_for(request, "push_roster")
    content = _bytes(body.content_base64, "content_base64")
    return once(request, lambda: (201, _roster(receive_roster(content, body.name, body.profile, body.as_of, doing))))


@api.post("/rosters/{key}/apply", response={200: shapes.RosterOut, **REFUSALS}, operation_id="apply_roster")
def apply(request: HttpRequest, key: str) -> Answer:
    """Apply a roster. It is applied in small steps while clerks work; applied again it changes nothing."""
    doing = doing_for(request, "apply_roster")
    return 200, _roster(apply_roster(_one(RosterImport, key=key), doing))


@api.post("/requests", response={201: shapes.RequestOut, **REFUSALS}, operation_id="file_request")
def file_request(request: HttpRequest, body: shapes.RequestIn) -> Answer:
    """File a request. What it says waits until a person at the desk confirms it."""
    doing = doing_for(request, "file_request")

    def file() -> Answer:
        paper = _bytes(body.paper_base64, "paper_base64") if body.paper_base64 else None
        made = intake.receive_paper(
            paper, body.paper_name, body.channel, body.received_at, body.touched_at, body.received_by, doing, read=False,
            sender_name=body.sender_name, sender_agency=body.sender_agency,
        )  # fmt: skip
        intake.register(made, body.request, doing)
        return 201, _request(made)

    return once(request, file)


@api.get("/requests/{number}", response={200: shapes.RequestOut, **REFUSALS}, operation_id="read_request")
def read_request(request: HttpRequest, number: str) -> Answer:
    """How far a request is."""
    doing = doing_for(request, "read_request")
    found = _one(Request, number=number)
    viewed(doing, "request", found.key, {"state": found.state}, found.number)
    return 200, _request(found)


@api.get("/requests/{number}/decision", response={200: shapes.DecisionOut, **REFUSALS}, operation_id="read_decision")
def read_decision(request: HttpRequest, number: str) -> Answer:
    """The decision in force; 404 while there is none."""
    doing = doing_for(request, "read_decision")
    found = _one(Request, number=number)
    made = found.decisions.filter(state=Decision.State.SETTLED).prefetch_related("choices").order_by("-number").first()
    if made is None:
        raise MissingError("No decision is in force on this request.")
    viewed(doing, "request", found.key, {"decision": made.key}, found.number)
    return 200, _decision(found, made)


@api.post("/releases", response={200: shapes.ReleaseOut, **REFUSALS}, operation_id="report_release")
def report_release(request: HttpRequest, body: shapes.ReleaseIn) -> Answer:
    """Report that somebody was released. Requests that watched for it end."""
    doing = doing_for(request, "report_release")

    def report() -> Answer:
        booking = _one(Booking, booking_id=body.booking_id)
        ended = release_watch.report_release(booking, body.released_at, body.how, doing)
        return 200, {"ended": [each.number for each in ended]}

    return once(request, report)


def _one(model: Any, **key: Any) -> Any:
    found = model.objects.filter(**key).first()
    if found is None:
        raise MissingError(f"No {model._meta.verbose_name} is known by that name.")
    return found


def _bytes(text: str, field: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise BadInputError(f"{field} is not base64; send the file's bytes in base64.") from None


def _roster(kept: RosterImport) -> dict[str, Any]:
    report = kept.report
    counts = {name: report.get(name, 0) for name in ("rows", "people", "new", "changed", "gone")}
    return {"key": kept.key, "state": str(kept.state), "refused": len(report.get("refused", ())), **counts}


def _request(found: Request) -> dict[str, Any]:
    return {
        "number": found.number,
        "kind": found.kind,
        "state": found.state,
        "state_words": table().states[found.state].words,
        "received_at": found.received_at.isoformat(),
        "reply_by": found.reply_by.isoformat() if found.reply_by else None,
        "same_as": found.duplicate_of.number if found.duplicate_of else None,
    }


def _decision(found: Request, made: Decision) -> dict[str, Any]:
    names = ("act", "outcome", "does", "until", "effective_at")
    acts = [{name: getattr(each, name) for name in names} for each in made.choices.all()]
    head = {"number": found.number, "decision": made.number, "state": str(made.state), "as_of": made.as_of}
    return {**head, "acts": acts, "law": made.law, "answer": made.answer}


@api.exception_handler(RefusedError)
def _refused(request: HttpRequest, fault: RefusedError) -> HttpResponse:
    return api.create_response(request, {"detail": str(fault)}, status=fault.status)


@api.exception_handler(BadInputError)
def _bad(request: HttpRequest, fault: BadInputError) -> HttpResponse:
    return api.create_response(request, {"detail": str(fault)}, status=422)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    first = fault.errors[0]
    where = ".".join(str(part) for part in first.get("loc", ())[2:]) or "the body"
    return api.create_response(request, {"detail": f"{where}: {first.get('msg', 'cannot be read')}."}, status=422)


@api.exception_handler(DatabaseError)
def _unkept(request: HttpRequest, fault: DatabaseError) -> HttpResponse:
    words = "The record could not be written, so nothing was done. Try again with the same Idempotency-Key."
    return api.create_response(request, {"detail": words}, status=503)
