"""The operations. Each looks up its capability and scope, does its work through the desk's services, and answers in a fixed shape."""

import base64
import binascii
from http import HTTPStatus
from typing import Annotated, Any

import structlog
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import re_path
from ninja import NinjaAPI, Path, Query, Status
from ninja.errors import AuthenticationError, ValidationError

from habeas.common.errors import BadInputError
from habeas.desk.api import shapes
from habeas.desk.api.bodies import CheckedParser
from habeas.desk.api.keys import ProgramKey, doing_for
from habeas.desk.api.once import Answer, once
from habeas.desk.api.unreadable import unreadable_of
from habeas.desk.record.writing import acting, viewed
from habeas.desk.services.cases.requests import Request, request_called, requests_before
from habeas.desk.services.custody.custody import GIVEN_UP, RosterImport, import_called, keep_roster, waits_to_be_applied
from habeas.desk.services.custody.people import Booking, bookings_numbered
from habeas.desk.services.custody.roster_confirming import demand_confirmed, held
from habeas.desk.services.custody.roster_doubts import doubts_of
from habeas.desk.services.decisions.signing import Decision, in_force
from habeas.desk.services.intake import intake
from habeas.desk.services.releases import release_watch
from habeas.desk.services.upkeep import jobs
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.table import table

api = NinjaAPI(
    title="Habeas",
    version="1",
    urls_namespace="api",
    servers=[{"url": "/", "description": "The desk that gave this document."}],
    auth=ProgramKey(),
    parser=CheckedParser(),
    docs_url=None,
    openapi_url=None,
    description="For the jail's own systems. An administrator makes the keys, each with scopes and an end. Nothing here decides or signs.",
)
REFUSALS = dict.fromkeys((400, 401, 403, 404, 405, 409, 411, 413, 415, 422, 429, 503), shapes.Fault)
Key = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{1,16}$")]
Number = Annotated[str, Path(pattern=r"^[A-Z0-9-]{1,30}$")]
Before = Annotated[str | None, Query(pattern=r"^[A-Z0-9-]{1,30}$", description="`next` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=200)]
_log = structlog.get_logger("habeas.api")


ONCE: dict[str, Any] = {
    "parameters": [
        {
            "name": "Idempotency-Key",
            "in": "header",
            "required": True,
            "schema": {"type": "string", "minLength": 8, "maxLength": 80},
            "description": "A new one for each thing to do: the same call made twice acts once.",
        }
    ]
}
"""What the schema says of a call that acts once (`once`)."""


class MissingError(RefusedError):
    """Nothing is known by that name."""

    status = 404


@api.get("/openapi.json", include_in_schema=False)
def openapi(request: HttpRequest) -> dict[str, Any]:
    """What the API takes and gives, as OpenAPI 3.1; shown to whoever has a key."""
    return dict(api.get_openapi_schema())


@api.post("/rosters", response={202: shapes.RosterOut, **REFUSALS}, operation_id="push_roster", openapi_extra=ONCE)
def push_roster(request: HttpRequest, body: shapes.RosterIn) -> Status[Any]:
    """Take in a roster. It is read beside the desk's work; ask how far it is, then apply it. Nothing about anybody changes yet."""
    doing = doing_for(request, "push_roster")

    def push() -> Answer:
        content = _bytes(body.content_base64, "content_base64")
        kept = keep_roster(content, body.name, body.profile, body.as_of, doing)
        if waits_to_be_applied(kept) and not kept.report:
            jobs.queue("preview_roster", kept.key, doing)
        return 202, _roster(_roster_called(kept.key))

    return Status(*once(request, push))


@api.get("/rosters/{key}", response={200: shapes.RosterOut, **REFUSALS}, operation_id="read_roster")
def read_roster(request: HttpRequest, key: Key) -> Status[Any]:
    """How far a roster is: read or not, and what applying it would do or did."""
    doing_for(request, "read_roster")
    return Status(200, _roster(_roster_called(key)))


@api.post("/rosters/{key}/apply", response={202: shapes.RosterOut, **REFUSALS}, operation_id="apply_roster")
def apply(request: HttpRequest, key: Key) -> Status[Any]:
    """Apply a roster that was read. It is applied in small steps while clerks work; asked for again it changes nothing.

    One that cannot be right (`held` says why) is refused: it waits until two people at the desk confirm it, or discard it.
    """
    doing = doing_for(request, "apply_roster")
    kept = _roster_called(key)
    if kept.state in GIVEN_UP:
        raise RefusedError("This roster was discarded, undone or could not be read; push it again.")
    if not kept.report:
        raise RefusedError("This roster is still being read; ask how far it is, and apply it then.")
    demand_confirmed(kept)
    if waits_to_be_applied(kept):
        with acting(doing, "import", "roster", kept.sha256[:24]) as entry:
            entry.detail |= {"step": "asked to apply", "sha256": kept.sha256}
        jobs.queue("apply_roster", kept.key, doing)
    return Status(202, _roster(_roster_called(key)))


@api.post("/requests", response={201: shapes.RequestOut, **REFUSALS}, operation_id="file_request", openapi_extra=ONCE)
def file_request(request: HttpRequest, body: shapes.RequestIn) -> Status[Any]:
    """File a request. What it says waits until a person at the desk confirms it."""
    doing = doing_for(request, "file_request")

    def file() -> Answer:
        paper = _bytes(body.paper_base64, "paper_base64") if body.paper_base64 else None
        made = intake.receive_paper(
            paper, body.paper_name, body.channel, body.received_at, body.touched_at, body.received_by, doing, read=False,
            sender_name=body.sender_name, sender_agency=body.sender_agency,
        )  # fmt: skip
        intake.register(made, body.request.model_dump(exclude_unset=True, mode="json"), doing)
        if made.paper is not None:
            jobs.queue("read_paper", made.key, doing)
        return 201, _request(made)

    return Status(*once(request, file))


@api.get("/requests", response={200: shapes.RequestListOut, **REFUSALS}, operation_id="list_requests")
def list_requests(request: HttpRequest, before: Before = None, limit: Limit = 50) -> Status[Any]:
    """The requests, the newest first, a page at a time."""
    doing = doing_for(request, "list_requests")
    rows, after = requests_before(before, limit)
    if rows is None:
        raise MissingError("No request is known by the number in `before`.")
    viewed(doing, "list", "requests", {"keys": [each.key for each in rows]})
    return Status(200, {"requests": [_request(each) for each in rows], "next": after})


@api.get("/requests/{number}", response={200: shapes.RequestOut, **REFUSALS}, operation_id="read_request")
def read_request(request: HttpRequest, number: Number) -> Status[Any]:
    """How far a request is."""
    doing = doing_for(request, "read_request")
    found = _request_called(number)
    viewed(doing, "request", found.key, {"state": found.state}, found.number)
    return Status(200, _request(found))


@api.get("/requests/{number}/decision", response={200: shapes.DecisionOut, **REFUSALS}, operation_id="read_decision")
def read_decision(request: HttpRequest, number: Number) -> Status[Any]:
    """The decision in force; 404 while there is none."""
    doing = doing_for(request, "read_decision")
    found = _request_called(number)
    made = in_force(found)
    if made is None:
        raise MissingError("No decision is in force on this request.")
    viewed(doing, "request", found.key, {"decision": made.key}, found.number)
    return Status(200, _decision(found, made))


@api.post("/releases", response={200: shapes.ReleaseOut, **REFUSALS}, operation_id="report_release", openapi_extra=ONCE)
def report_release(request: HttpRequest, body: shapes.ReleaseIn) -> Status[Any]:
    """Report that somebody was released. Requests that watched for it end."""
    doing = doing_for(request, "report_release")

    def report() -> Answer:
        booking = _booking(body)
        ended = release_watch.report_release(booking, body.released_at, body.how, doing)
        return 200, {"ended": [each.number for each in ended]}

    return Status(*once(request, report))


def _request_called(number: str) -> Request:
    found = request_called(number)
    if found is None:
        raise MissingError("No request is known by that number.")
    return found


def _booking(body: shapes.ReleaseIn) -> Booking:
    """The one booking that is meant; where two people have that number the program must say whose, and nobody is guessed."""
    rows = bookings_numbered(body.booking_id, body.person_id)
    if not rows:
        raise MissingError("No booking is known by that number.")
    if len(rows) > 1:
        raise RefusedError("Two people have a booking of that number; send person_id as well.")
    return rows[0]


def _bytes(text: str, field: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise BadInputError(f"{field} is not base64; send the file's bytes in base64.") from None


def _roster_called(key: str) -> RosterImport:
    found = import_called(key)
    if found is None:
        raise MissingError("No roster is known by that key.")
    return found


def _roster(kept: RosterImport) -> dict[str, Any]:
    report = kept.report
    counts = {name: report.get(name, 0) for name in ("rows", "people", "new", "changed", "gone")}
    counts["held"] = doubts_of(kept) if held(kept) else []
    state, said = _how_far(kept)
    return {
        "key": kept.key,
        "state": state,
        "said": said,
        "refused": _count(report.get("refused", 0)),
        **counts,
        **unreadable_of(report),
    }


def _how_far(kept: RosterImport) -> tuple[str, str]:
    """The state of a roster, and why it could not be read or applied."""
    if "failed" in kept.report:
        return "failed", str(kept.report["failed"])
    last = jobs.last_on_roster(kept.key)
    if last and jobs.goes_on(last):
        return ("working" if jobs.is_done_now(last) else "waiting"), ""
    if last and jobs.has_failed(last):
        return "failed", last.said
    if waits_to_be_applied(kept):
        return ("previewed" if kept.report else "waiting"), ""
    return str(kept.state), ""


def _count(refused: Any) -> int:
    return refused if isinstance(refused, int) else len(refused)


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


def _says(request: HttpRequest, words: str, status: int) -> HttpResponse:
    made: HttpResponse = api.create_response(request, {"detail": words}, status=status)
    if status == HTTPStatus.UNAUTHORIZED:
        made.headers["WWW-Authenticate"] = "Bearer"
    if status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}:
        made.headers["Retry-After"] = "300" if status == HTTPStatus.TOO_MANY_REQUESTS else "30"
    return made


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, fault: AuthenticationError) -> HttpResponse:
    return _says(
        request,
        "Send a known, approved and unexpired key: Authorization: Bearer hab_…",
        401,
    )


@api.exception_handler(RefusedError)
def _refused(request: HttpRequest, fault: RefusedError) -> HttpResponse:
    return _says(request, str(fault), fault.status)


@api.exception_handler(BadInputError)
def _bad(request: HttpRequest, fault: BadInputError) -> HttpResponse:
    return _says(request, str(fault), 422)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    first = fault.errors[0]
    where = ".".join(str(part) for part in first.get("loc", ())[2:])[:80] or "the call"
    return _says(request, f"{where}: {first.get('msg', 'cannot be read')}.", 422)


@api.exception_handler(DatabaseError)
def _unkept(request: HttpRequest, fault: DatabaseError) -> HttpResponse:
    _log.error("a call could not be recorded", fault=type(fault).__name__)
    words = "The record could not be written, so nothing was done. Try again with the same Idempotency-Key."
    return _says(request, words, 503)


@api.exception_handler(Exception)
def _broken(request: HttpRequest, fault: Exception) -> HttpResponse:
    _log.error("a call failed", fault=type(fault).__name__)
    return _says(
        request, "Something went wrong inside Habeas; nothing was done. Try again with the same Idempotency-Key.", 500
    )


def nothing_here(request: HttpRequest) -> HttpResponse:
    """Whatever the API does not have, for any caller."""
    return _says(
        request, "There is nothing at this address of the API; GET /api/openapi.json lists what there is.", 404
    )


def addresses() -> tuple[list[Any], str]:
    """The addresses under /api/ for Django, and the name of their space; what is none of them is answered in JSON too."""
    patterns, _, space = api.urls
    return [*patterns, re_path(r"", nothing_here, name="nothing")], space
