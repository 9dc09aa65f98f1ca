"""One's own account: second factors, single keys, log out everywhere, and the way back after the idle lock."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from habeas.desk.accounts import factors
from habeas.desk.accounts.limits import UNLOCK
from habeas.desk.accounts.lock import TYPED_AGAIN, kept, lock_page
from habeas.desk.accounts.tries import forget, is_full, take
from habeas.desk.middleware import doing_of
from habeas.desk.record.writing import acting
from habeas.desk.services.office import own_account
from habeas.desk.services.office.own_account import Account
from habeas.desk.views.common import here_of


def me(request: HttpRequest) -> HttpResponse:
    """Your account: what is set up, what can be switched off, when you were last here."""
    here_of(request)
    context = {**own_account.factors_of(_self(request)), "lines": own_account.last_lines(_self(request))}
    return render(request, "desk/accounts/me.html", context)


@require_POST
def single_keys(request: HttpRequest) -> HttpResponse:
    """Switch single keys on or off."""
    on = request.POST.get("keys") == "on"
    own_account.set_single_keys(_self(request), on, doing_of(request))
    messages.success(request, f"Keyboard shortcuts are {'on' if on else 'off'}.")
    return redirect("me")


@require_POST
def sound(request: HttpRequest) -> HttpResponse:
    """Switch the sound of the board on or off."""
    on = request.POST.get("sound") == "on"
    own_account.set_sound(_self(request), on, doing_of(request))
    messages.success(request, f"The sound is {'on' if on else 'off'}.")
    return redirect("me")


@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Log out everywhere, here too."""
    own_account.end_sessions(_self(request), doing_of(request))
    logout(request)
    return redirect("account_login")


def key_options(request: HttpRequest) -> HttpResponse:
    """What the browser needs to ask the security key at the moment of signing, as JSON; 404 where there is no key."""
    options = factors.key_options(request)
    return JsonResponse(options or {}, status=200 if options else 404)


def unlock(request: HttpRequest) -> HttpResponse:
    """The password after the idle lock: back to where it was, with what was typed."""
    path, pairs = _path(request.POST.get("path", "/")), kept(request)
    files = request.POST.get("files") == "yes"
    if request.method != "POST":
        return redirect("home")
    if not take(_bucket(request), UNLOCK, request.moment):  # type: ignore[attr-defined]
        return _out(request)
    if not request.user.check_password(request.POST.get("password", "")):
        return _failed(request, path, pairs, files=files)
    forget(_bucket(request))
    request.awake = True  # type: ignore[attr-defined]
    with acting(doing_of(request), "log_in", "account", f"staff-{request.user.pk}") as entry:
        entry.detail["method"] = "unlock"
    if request.POST.get("form_waits"):
        again = [name for name in request.POST.getlist("again") if name in TYPED_AGAIN]
        context = {"path": path, "pairs": pairs, "again": again, "files": files}
        return render(request, "desk/accounts/typed.html", context)
    return redirect(path)


def _failed(request: HttpRequest, path: str, pairs: list[tuple[str, str]], *, files: bool) -> HttpResponse:
    with acting(doing_of(request), "log_in_refused", "account", f"staff-{request.user.pk}") as entry:
        entry.detail["why"] = "wrong password at the lock"
    if is_full(_bucket(request), UNLOCK, request.moment):  # type: ignore[attr-defined]
        return _out(request)
    return lock_page(request, path, pairs, files=files, error="The password is not correct. Try again.")


def _bucket(request: HttpRequest) -> str:
    """What counts the passwords at the lock of this session, wherever they come from and however many at a time."""
    return f"unlock {request.session.session_key}"


def _out(request: HttpRequest) -> HttpResponse:
    logout(request)
    messages.error(request, "Wrong password five times. Log in again.")
    return redirect("account_login")


def _path(text: str) -> str:
    """A path of this desk; the desk itself where it is none."""
    try:
        if not text.startswith("/") or not url_has_allowed_host_and_scheme(text, allowed_hosts=None):
            return "/"
        resolve(text.partition("?")[0])
    except Resolver404:
        return "/"
    return text


def _self(request: HttpRequest) -> Account:
    return request.user  # type: ignore[return-value]  # the gatekeeper lets nobody else in
