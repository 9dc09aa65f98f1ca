"""What a program may send: its size is known before it is read, one large body at a time is in memory, and JSON is bounded in depth."""

import threading
from collections.abc import Callable
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja.parser import Parser

from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import parse_json
from habeas.common.numbers import whole_number
from habeas.desk.workflow.errors import RefusedError
from habeas.paper.files.limits import MAX_FILE

KB, MB = 2**10, 2**20
LIMITS: tuple[tuple[str, int], ...] = (
    ("/api/rosters", 64 * MB),
    ("/api/requests", MAX_FILE * 4 // 3 + MB),
    ("/api/", 64 * KB),
)
"""Bytes of a body by the beginning of its address; the first that fits counts. Base64 makes a file larger by a third."""

LARGE = MB
DEEPEST = 24
WAIT_SECONDS = 30.0
_one_at_a_time = threading.BoundedSemaphore(1)
SAYS: dict[int, str] = {
    400: "The call could not be read.",
    404: "There is nothing at this address of the API; GET /api/openapi.json lists what there is.",
    405: "This address does not take that method; GET /api/openapi.json lists what it takes.",
    408: "The body did not arrive in time. Send it again with the same Idempotency-Key.",
    411: "Send the body with its Content-Length, not in chunks.",
    413: "The body is too large.",
    507: "The disk of the desk is full; nothing was done.",
    503: "The record cannot be reached or written at this moment. Try again with the same Idempotency-Key.",
    500: "Something went wrong inside Habeas; nothing was done. Try again with the same Idempotency-Key.",
}
"""What is said where Django itself answers."""


class UnreadableError(RefusedError):
    """The body is no JSON that Habeas reads."""

    status = 400


class NoLengthError(RefusedError):
    """The body does not say how long it is."""

    status = 411


class TooLargeError(RefusedError):
    """The body is longer than the operation takes."""

    status = 413


class NotJsonError(RefusedError):
    """The body says that it is something else than JSON."""

    status = 415


class BusyError(RefusedError):
    """Another large body is being read."""

    status = 503


def take(request: HttpRequest) -> None:
    """Read the body of a call whose key is known: within its limit, and as JSON of bounded depth.

    Raises TooLargeError, NoLengthError, NotJsonError, UnreadableError or BusyError, each one sentence.
    """
    length = _length(request)
    if length > LARGE and not _one_at_a_time.acquire(timeout=WAIT_SECONDS):
        raise BusyError("Another large file is being received; try again in a minute.")
    request.holds_large = length > LARGE  # type: ignore[attr-defined]
    # Django reads at most DATA_UPLOAD_MAX_MEMORY_SIZE into `body`; the limit of this operation was checked just now
    request._body = request.read(length) if length else b""
    request.sent = _decoded(request) if length else None  # type: ignore[attr-defined]


def _length(request: HttpRequest) -> int:
    given = request.headers.get("Content-Length") or ""
    length = whole_number(given)
    if length is None:
        if given:
            raise NoLengthError("Content-Length is no number of bytes.")
        if request.headers.get("Transfer-Encoding"):
            raise NoLengthError("Send the body with its Content-Length, not in chunks.")
        return 0
    most = next(limit for start, limit in LIMITS if request.path.startswith(start))
    if length > most:
        raise TooLargeError(f"The body is too large: this address takes {_size(most)} at most.")
    return length


def _size(count: int) -> str:
    return f"{count // MB} MB" if count >= MB else f"{count // KB} KB"


def _decoded(request: HttpRequest) -> Any:
    if request.content_type != "application/json":
        raise NotJsonError("Send the body as application/json.")
    try:
        msgspec.json.decode(request.body, type=msgspec.Raw)  # its sentence for what is no JSON at all
        found = parse_json(request.body.decode(), name="The body")
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        raise UnreadableError("The body is no JSON; check its quotes, commas and brackets.") from None
    except BadInputError as fault:
        raise UnreadableError(str(fault)) from None
    _check(found)
    return found


def _check(found: Any) -> None:
    """Refuse what nests deeper than any request does, and text that a database cannot keep."""
    level, depth = [found], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise UnreadableError(f"The body nests deeper than {DEEPEST} levels; nothing Habeas reads does.")
        _check_texts(level)
        level = [part for each in level if isinstance(each, dict | list) for part in _parts(each)]


def _parts(each: dict[str, Any] | list[Any]) -> list[Any]:
    return [*each, *each.values()] if isinstance(each, dict) else each


def _check_texts(level: list[Any]) -> None:
    if any(isinstance(each, str) and "\0" in each for each in level):
        raise UnreadableError("The body holds a character of number zero, which is no text.")


class CheckedParser(Parser):
    """Hands on what `take` has read and checked."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The decoded body."""
        return request.sent  # type: ignore[attr-defined]


def edge(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: whatever goes wrong under /api/ is answered as `{"detail": sentence}`; a large body makes room for the next."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/api/"):
            return get_response(request)
        try:
            response = get_response(request)
        finally:
            if getattr(request, "holds_large", False):
                _one_at_a_time.release()
        return _as_json(response)

    return middleware


def _as_json(response: HttpResponse) -> HttpResponse:
    if response.status_code < 400 or response.headers.get("Content-Type", "").startswith("application/json"):
        return response
    says = SAYS.get(response.status_code, SAYS[400 if response.status_code < 500 else 500])
    kept = {name: response.headers[name] for name in ("Allow", "Retry-After") if name in response.headers}
    return JsonResponse({"detail": says}, status=response.status_code, headers=kept)
