"""The pages for a request whose body is not there: what became of it, and what to do."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from habeas.desk.server.threads import NOT_WHOLE

SAYS: dict[HTTPStatus, tuple[str, str]] = {
    HTTPStatus.REQUEST_TIMEOUT: (
        "It did not arrive in time",
        "What you sent came too slowly, or stopped on its way. Try again; if it happens again, tell the administrator.",
    ),
    HTTPStatus.LENGTH_REQUIRED: ("Its length is missing", "Send the body with its Content-Length, not in chunks."),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ("It is too large", "What you sent is larger than anything the desk takes."),
    HTTPStatus.SERVICE_UNAVAILABLE: (
        "The desk is busy",
        "Too much is being sent to it at once, and what you sent came slowest. Try again.",
    ),
    HTTPStatus.INSUFFICIENT_STORAGE: (
        "The disk is full",
        "Nothing can be received until there is room on the disk. Tell the administrator.",
    ),
}
"""The heading and the sentence of each."""


def not_whole(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: nothing of a request whose body is not there is done; the page says so."""

    def middleware(request: HttpRequest) -> HttpResponse:
        status = request.META.get(NOT_WHOLE)
        if status is None:
            return get_response(request)
        title, why = SAYS[status]
        page = render_to_string("desk/errors/away.html", {"title": title, "why": why, "sent": True})
        return HttpResponse(page, status=status, headers={"Retry-After": "10"} if status == 503 else {})

    return middleware
