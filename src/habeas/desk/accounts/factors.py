"""The second factor at the moment of signing: a code of the account's own device, or its security key, checked anew and good once."""

import json
from collections.abc import Callable
from typing import Any, NoReturn

from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal import auth as webauthn
from cryptography.exceptions import InvalidSignature
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from habeas.desk.accounts.signals import write_refusal
from habeas.desk.workflow.errors import RefusedError


def check_factor(request: HttpRequest) -> str:
    """Check the second factor that came with the form and say which it was: `totp` (`code`) or `webauthn` (`credential`).

    Raises RefusedError where it does not hold, which is an event, and where too many did not.
    """
    try:
        fits: Callable[[], None] = check_rate_limit(request.user)
    except ValidationError:
        raise RefusedError("Too many codes did not fit. Wait five minutes, then try again.") from None
    kind = _by_key(request) if request.POST.get("credential") else _by_code(request)
    fits()
    return kind


def key_options(request: HttpRequest) -> dict[str, Any] | None:
    """What the browser needs to ask the account's security key; None where the account has none."""
    held = Authenticator.objects.filter(user_id=request.user.pk, type=Authenticator.Type.WEBAUTHN)
    return webauthn.begin_authentication(request.user) if held.exists() else None


def _by_code(request: HttpRequest) -> str:
    code = request.POST.get("code", "").strip()
    held = Authenticator.objects.filter(user_id=request.user.pk, type=Authenticator.Type.TOTP).first()
    if held is None:
        raise RefusedError("You have no code app yet: set one up under “Your account”, or use your security key.")
    if not code or not TOTP(held).validate_code(code):
        _refuse(request, "The code does not fit, or was used already. Wait for the next one and try again.")
    return "totp"


def _by_key(request: HttpRequest) -> str:
    try:
        answer = json.loads(request.POST.get("credential", ""))
        webauthn.parse_authentication_response(answer)
        used = webauthn.complete_authentication(request.user, answer)
    except (ValidationError, InvalidSignature, ValueError, TypeError, KeyError):
        _refuse(request, "The security key's answer does not fit, or was used already. Try again.")
    used.record_usage()
    return "webauthn"


def _refuse(request: HttpRequest, why: str) -> NoReturn:
    write_refusal(request.user, request, "the second factor did not fit")  # type: ignore[arg-type]  # only staff get here
    raise RefusedError(why)
