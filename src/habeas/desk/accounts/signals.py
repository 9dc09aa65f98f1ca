"""Log-ins, log-outs, refused log-ins and second factors become events. No user name stands in any of them, nor in a log line."""

from datetime import UTC, datetime
from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth import signals as auth
from django.db import transaction
from django.http import HttpRequest

from habeas.desk.accounts.factor_secrets import mark_of
from habeas.desk.accounts.lock import BEGAN
from habeas.desk.accounts.places import remember
from habeas.desk.accounts.session_store import kept_name, mark
from habeas.desk.doing import Doing, by
from habeas.desk.models import Account, Office
from habeas.desk.record.writing import acting

NOBODY = "nobody"
"""The actor of a log-in that was refused: somebody who proved nothing."""


def connect() -> None:
    """Tie the events to what the log-in library says."""
    for signal, receiver in (
        (auth.user_logged_in, _begin), (auth.user_logged_out, _logged_out), (auth.user_login_failed, _refused),
        (account.user_logged_in, _logged_in), (account.password_changed, _password_changed),
        (mfa.authenticator_used, _factor_used), (mfa.authentication_failed, _factor_refused),
        (mfa.authenticator_added, _added), (mfa.authenticator_removed, _removed), (mfa.authenticator_reset, _reset),
    ):  # fmt: skip
        signal.connect(receiver, weak=False, dispatch_uid=f"habeas.{receiver.__name__}")


def moment_of(request: HttpRequest | None) -> datetime:
    """The moment of a request; now, where the library acts without one."""
    return getattr(request, "moment", None) or datetime.now(UTC)  # clock: the edge, as in the middleware


def _begin(request: HttpRequest, user: Account, **_: Any) -> None:
    request.session[BEGAN] = int(moment_of(request).timestamp())
    mark(request.session, user)
    remember(user, request, moment_of(request))


def _write(act: str, user: Account, request: HttpRequest | None, **detail: Any) -> None:
    """One event about somebody's own account; none before an office is open, for then there is no record."""
    if Office.objects.exists():
        with acting(by(user, moment_of(request)), act, "account", f"staff-{user.pk}") as entry:
            entry.detail |= detail


def _logged_in(request: HttpRequest, user: Account, **more: Any) -> None:
    method = "provider" if more.get("sociallogin") else "password"
    _write("log_in", user, request, method=method)


def _logged_out(request: HttpRequest, user: Account | None, **_: Any) -> None:
    if user is not None and isinstance(user, Account):
        key = request.session.session_key
        with transaction.atomic():  # or whoever is killed between the two leaves a session that an event says is over
            _write("log_out", user, request, **({"session": kept_name(key)} if key else {}))
            request.session.delete()


def _refused(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    """A log-in that failed: whose account it was, where there is one of that name; what was typed is kept nowhere."""
    name = credentials.get("username") or credentials.get("login") or ""
    found = Account.objects.filter(username=name).first() if name else None
    write_refusal(
        found, request, "no such account" if found is None else "wrong password" if found.is_active else "closed"
    )


def write_refusal(found: Account | None, request: HttpRequest | None, why: str) -> None:
    """One event about a log-in or a second factor that did not fit; `found` is whose account it was about."""
    if Office.objects.exists():
        doing = Doing(NOBODY, NOBODY, moment_of(request))
        with acting(doing, "log_in_refused", "account", f"staff-{found.pk}" if found else NOBODY) as entry:
            entry.detail["why"] = why


def _factor_used(request: HttpRequest, user: Account, authenticator: Any, **more: Any) -> None:
    step = "again" if more.get("reauthenticated") else "log in"
    _write("second_factor", user, request, factor=authenticator.type, step=step)


def _factor_refused(request: HttpRequest, user: Account, authenticator: Any = None, **_: Any) -> None:
    write_refusal(user, request, "the second factor did not fit")


def _added(request: HttpRequest, user: Account, authenticator: Any, **_: Any) -> None:
    _write(
        "account",
        user,
        request,
        step="added a second factor",
        factor=authenticator.type,
        mark=mark_of(authenticator.data),
    )


def _removed(request: HttpRequest, user: Account, authenticator: Any, **_: Any) -> None:
    _write(
        "account",
        user,
        request,
        step="removed a second factor",
        factor=authenticator.type,
        mark=mark_of(authenticator.data),
    )


def _reset(request: HttpRequest, user: Account, authenticator: Any, **_: Any) -> None:
    _write(
        "account",
        user,
        request,
        step="made new recovery codes",
        factor=authenticator.type,
        mark=mark_of(authenticator.data),
    )


def set_own_password(account: Account, password: str, at: datetime) -> None:
    """Set the password that somebody chose for their own account, with its event. Nobody else knows it: a first password is over."""
    if not Office.objects.exists():  # there is no record yet
        with transaction.atomic():
            _store_password(account, password)
        return
    with acting(by(account, at), "account", "account", f"staff-{account.pk}") as entry:
        _store_password(account, password)
        entry.detail["step"] = "changed the password"


def _store_password(account: Account, password: str) -> None:
    """In a transaction; the row may have changed since the page was read."""
    account.read_anew()
    account.set_password(password)
    account.first_password = False
    account.save(update_fields=["password", "first_password"])


def _password_changed(request: HttpRequest, user: Account, **_: Any) -> None:
    """The session in which it was changed goes on, with the new password."""
    mark(request.session, user)
