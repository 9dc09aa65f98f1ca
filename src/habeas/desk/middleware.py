"""What surrounds every page: the moment, the headers, and the gatekeeper that lets nobody in whom the table does not name."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.contrib import messages
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.common.jsonfiles import nests_too_deep
from habeas.desk.database import PAGE_SECONDS
from habeas.desk.doing import Doing, by
from habeas.desk.permissions.addresses import INSPECTOR_SENDS, PUBLIC, capability_of
from habeas.desk.record.done import forget
from habeas.desk.services.office.drafts import discard_draft
from habeas.desk.services.office.office import office_if_open
from habeas.desk.services.office.second_factors import lacks_factor
from habeas.desk.sqlite_queued_writes.base import wait_at_most
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from habeas.desk.workflow.machine import check_right, needed

TOO_LONG = "An entry is too long for its field. Nothing was saved; shorten it and submit it again."
READ_AS_JSON = "credential"
"""The one field of any form that is read as JSON, by us and by the log-in's library: what a security key answers."""
TOO_DEEP = "What came as the answer of a security key is none. Nothing was done; try again."
WITH_A_FIRST_PASSWORD = frozenset({"account_change_password", "account_logout", "me_sessions", "unlock"})
"""What an account opens whose password somebody else knows: it is changed before anything else."""
NO_FACTOR = (
    "Set up a second factor first: an authenticator app or a security key. "
    "Where that cannot be, an administrator excuses the account and says why."
)
Next = Callable[[HttpRequest], HttpResponse]


def moment(get_response: Next) -> Next:
    """Give the request its moment: the one place where the desk reads the clock."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.moment = datetime.now(UTC)  # type: ignore[attr-defined]  # clock: the edge; services are handed this
        return get_response(request)

    return middleware


def patience(get_response: Next) -> Next:
    """A page waits for its turn to write for PAGE_SECONDS at most, then says that the desk is busy; and it remembers what it has done.

    Stands around the session, which writes too.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        forget()
        wait_at_most(PAGE_SECONDS)
        try:
            return get_response(request)
        finally:
            wait_at_most(None)

    return middleware


def headers(get_response: Next) -> Next:
    """Nothing of a page is kept anywhere: no store, no index, no features of the browser."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        return response

    return middleware


def drafts(get_response: Next) -> Next:
    """What a form kept of its unsent words is forgotten once it was sent and taken: the answer leads on, and nothing was refused."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        form = request.POST.get("draft", "") if request.method == "POST" else ""
        if form and response.status_code == 302 and request.user.is_authenticated and not _refused(request):
            discard_draft(request.user, form)
        return response

    return middleware


def _refused(request: HttpRequest) -> bool:
    """Whether the page that follows says that something was refused."""
    return any(each.level >= messages.WARNING for each in getattr(request, "_messages", None)._queued_messages)  # type: ignore[union-attr]


class gatekeeper:  # noqa: N801 - named like the other middleware, which are functions
    """Refuse every address the table does not name, and every role it does not name for it."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Look the address up before its view runs."""
        match = request.resolver_match
        if match is not None and match.namespaces[:1] == ["api"]:
            return None  # programs show a key; the API holds its own operations to the same table
        capability = capability_of(match.view_name if match else "")
        if capability is None:
            return render(request, "desk/errors/missing.html", status=404)
        if has_nul(request):
            why = "An entry contains an invalid character (NUL). Type it again."
            return render(request, "desk/errors/refused.html", {"why": why}, status=400)
        if nests_too_deep(request.POST.get(READ_AS_JSON, "")):
            return render(request, "desk/errors/refused.html", {"why": TOO_DEEP}, status=400)
        if capability == PUBLIC:
            return None
        return _may(request, capability)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """A refusal by a service is a page with its sentence, never a traceback."""
        if isinstance(fault, RefusedError):
            return render(request, "desk/errors/refused.html", {"why": str(fault)}, status=fault.status)
        if isinstance(fault, DataError):
            return render(request, "desk/errors/refused.html", {"why": TOO_LONG}, status=400)
        return None


def _may(request: HttpRequest, capability: str) -> HttpResponse | None:
    """The log-in or a refusal, where this account may not see the page."""
    if not request.user.is_authenticated:
        return redirect(f"/account/login/?next={request.path}")
    match = request.resolver_match
    if request.user.first_password and (match is None or match.view_name not in WITH_A_FIRST_PASSWORD):
        return redirect("account_change_password")
    if capability != "use_account" and _lacks_factor(request):
        messages.error(request, NO_FACTOR)
        return redirect("me")
    try:
        check_right_of_page(capability, request)
        check_vouched(capability, request)
    except RefusedError as fault:
        return render(request, "desk/errors/refused.html", {"why": str(fault)}, status=403)
    return None


def _lacks_factor(request: HttpRequest) -> bool:
    request.here = office_if_open()  # type: ignore[attr-defined]  # the view and its page read it again
    return request.here is not None and lacks_factor(request.user, request.here, request.moment)  # type: ignore[attr-defined, arg-type]


def has_nul(request: HttpRequest) -> bool:
    """Whether a NUL stands in the address or in what was typed: SQLite would find everybody by it, and PostgreSQL nobody."""
    given = [
        value for kind in (request.GET, request.POST) for name, values in kind.lists() for value in (name, *values)
    ]
    return any("\0" in text for text in (request.path, *given))


def check_right_of_page(capability: str, request: HttpRequest) -> None:
    """Raise NotYoursError where the role may not see the page; the state is checked when something is done."""
    found = needed(capability)
    check_right(found, request.user.role, next(iter(found.from_states), None))  # type: ignore[union-attr]
    inspects = request.user.role == "inspector" and request.method not in {"GET", "HEAD"}  # type: ignore[union-attr]
    if inspects and capability not in INSPECTOR_SENDS:
        raise NotYoursError("An inspector can view, not change.")


def check_vouched(capability: str, request: HttpRequest) -> None:
    """Raise NotYoursError for an account that waits for a second person to vouch for it; its own pages stay open to it."""
    if request.user.unvouched_since and capability != "use_account":  # type: ignore[union-attr]
        raise NotYoursError(
            "An administrator created or reset this account. A commander or county counsel must verify it under "
            "“Verify accounts” before you can use it. Until then, set up your second factor."
        )


def doing_of(request: HttpRequest, factor: str = "session") -> Doing:
    """Who acts in this request, and when."""
    return by(request.user, request.moment, factor)  # type: ignore[arg-type, attr-defined]
