"""The idle lock: after a pause any request shows a page that asks for the password, and what was typed comes back after it.

When somebody was last active stands in a signed cookie that is bound to the session, so that no page writes to the database for it:
it can be thrown away (then the time of the log-in counts) but not set forward. What was typed travels in the page, never on the server.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from habeas.common.numbers import whole_number
from habeas.desk.permissions.addresses import PUBLIC, capability_of

_LAST_SECOND = 253_402_300_799  # of the year 9999: later ones are no moment
COOKIE = "seen"
BEGAN = "began"
"""When the session began, in seconds, as the session itself keeps it."""
OPEN = frozenset({"unlock", "account_logout"})
"""Addresses that answer while it is locked."""
LOCKED = 423
REFRESH = "X-Refresh"
"""What an open page sends when it looks by itself whether it is still right: no sign that somebody is there."""
KEPT = "kept."
"""What stands before the name of a field that is kept in the lock page."""
TYPED_AGAIN = ("code", "password", "oldpassword", "password1", "password2")
"""Fields that are typed again after the lock, and never kept in a page."""
NEVER_KEPT = frozenset({*TYPED_AGAIN, "csrfmiddlewaretoken", "credential", "next"})
Pairs = list[tuple[str, str]]


class idle_lock:  # noqa: N801 - named like the other middleware, which are functions
    """Lock what nobody used for a while; end what began too long ago. Stands after CSRF, so a forged form is never kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, and remember that somebody was active where the page was let through."""
        response = self.get_response(request)
        if getattr(request, "awake", False):
            keep_awake(request, response)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Let through, lock, or send to the log-in."""
        match = request.resolver_match
        name = match.view_name if match else ""
        if not request.user.is_authenticated or name in OPEN or capability_of(name) in {None, PUBLIC}:
            return None
        if is_over(request):
            logout(request)
            return redirect(f"/account/login/?next={request.path if request.method == 'GET' else '/'}")
        if is_idle(request):
            return lock_page(request, request.get_full_path(), typed(request), files=bool(request.FILES))
        request.awake = REFRESH not in request.headers  # type: ignore[attr-defined]
        return None


def is_over(request: HttpRequest) -> bool:
    """Whether the session began more than the longest session ago, however busy it was."""
    began = request.session.get(BEGAN)
    return began is not None and _now(request).timestamp() - began > settings.SESSION_COOKIE_AGE


def is_idle(request: HttpRequest) -> bool:
    """Whether nobody was active for the time after which it locks."""
    return _now(request) - last_active(request) > timedelta(seconds=settings.IDLE_LOCK_SECONDS)


def last_active(request: HttpRequest) -> datetime:
    """When somebody was last active: as the cookie says, else when the session began; never where neither is known."""
    try:
        told = whole_number(_signer(request).unsign(request.COOKIES.get(COOKIE, "")), most=_LAST_SECOND)
    except BadSignature:
        told = None
    return datetime.fromtimestamp(request.session.get(BEGAN, 0) if told is None else told, UTC)


def keep_awake(request: HttpRequest, response: HttpResponse) -> None:
    """Write down in the cookie that somebody is active now."""
    response.set_cookie(
        COOKIE,
        _signer(request).sign(str(int(_now(request).timestamp()))),
        httponly=True,
        secure=bool(settings.SESSION_COOKIE_SECURE),
        samesite="Lax",
    )


def typed(request: HttpRequest) -> Pairs:
    """What was typed into the form that came while it was locked, in order, without what is typed again."""
    return without_secrets([(name, value) for name, values in request.POST.lists() for value in values])


def without_secrets(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """The pairs that may be kept in a page."""
    return [(name, value) for name, value in pairs if name not in NEVER_KEPT and not name.startswith(KEPT)]


def kept(request: HttpRequest) -> Pairs:
    """What the lock page carried along, under its own names again."""
    found = [(name, value) for name, values in request.POST.lists() for value in values if name.startswith(KEPT)]
    return without_secrets((name.removeprefix(KEPT), value) for name, value in found)


def lock_page(request: HttpRequest, path: str, pairs: Pairs, *, files: bool, error: str = "") -> HttpResponse:
    """The page that asks for the password and carries along what was typed."""
    again = [name for name in TYPED_AGAIN if name in request.POST and name != "password"]
    context = {
        "path": path,
        "pairs": [(f"{KEPT}{name}", value) for name, value in pairs],
        "again": again or request.POST.getlist("again"),
        "form_waits": bool(pairs or again) or bool(request.POST.get("form_waits")),
        "files": files,
        "error": error,
        "minutes": settings.IDLE_LOCK_SECONDS // 60,
    }
    response = render(request, "desk/accounts/locked.html", context, status=LOCKED)
    response.headers["HX-Refresh"] = "true"
    return response


def _signer(request: HttpRequest) -> Signer:
    return Signer(salt=f"habeas.seen.{request.session.session_key}")


def _now(request: HttpRequest) -> datetime:
    return request.moment  # type: ignore[attr-defined]
