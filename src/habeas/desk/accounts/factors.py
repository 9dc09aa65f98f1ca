"""The second factor at the moment of signing: a code of the account's own device, or its security key, checked anew and good once."""

import json
from typing import Any, NoReturn

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal import auth as webauthn
from cryptography.exceptions import InvalidSignature
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from habeas.desk.accounts.limits import code_try, first_use
from habeas.desk.accounts.signals import moment_of, write_refusal
from habeas.desk.workflow.errors import RefusedError


def check_factor(request: HttpRequest) -> str:
    """Check the second factor that came with the form and say which it was: `totp` (`code`) or `webauthn` (`credential`).

    Raises RefusedError where it does not hold, which is an event, and where too many did not.
    """
    taken = code_try(request, request.user)  # type: ignore[arg-type]  # only staff get here
    kind = _by_key(request) if request.POST.get("credential") else _by_code(request)
    taken.rollback()
    return kind


def key_options(request: HttpRequest) -> dict[str, Any] | None:
    """What the browser needs to ask the account's security key; None where the account has none."""
    held = Authenticator.objects.filter(user_id=request.user.pk, type=Authenticator.Type.WEBAUTHN)
    return webauthn.begin_authentication(request.user) if held.exists() else None


def _by_code(request: HttpRequest) -> str:
    code = request.POST.get("code", "").strip()
    held = Authenticator.objects.filter(user_id=request.user.pk, type=Authenticator.Type.TOTP).first()
    if held is None:
        raise RefusedError(
            "You have no authenticator app yet: set one up under “Your account”, or use your security key."
        )
    if not code or not TOTP(held).validate_code(code) or not _first_use(request, code):
        _refuse(request, "The code is not correct, or was used already. Wait for the next one and try again.")
    return "totp"


def _first_use(request: HttpRequest, code: str) -> bool:
    return first_use(request.user, normalize_user_code(code), moment_of(request))  # type: ignore[arg-type]


def _by_key(request: HttpRequest) -> str:
    try:
        answer = json.loads(request.POST.get("credential", ""))
        webauthn.parse_authentication_response(answer)
        used = webauthn.complete_authentication(request.user, answer)
    except (ValidationError, InvalidSignature, ValueError, TypeError, KeyError):
        _refuse(request, "The security key was not accepted. Try again.")
    used.record_usage()
    return "webauthn"


def _refuse(request: HttpRequest, why: str) -> NoReturn:
    write_refusal(request.user, request, "the second factor did not fit")  # type: ignore[arg-type]  # only staff get here
    raise RefusedError(why)
