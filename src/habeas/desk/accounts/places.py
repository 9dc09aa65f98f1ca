"""From where an account was logged in before: a device by its signed cookie, an address by itself. Both are kept as keyed digests alone."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from allauth.core.internal.ratelimit import truncate_ip
from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from habeas.desk.models import Account, KnownPlace

COOKIE = "device"
DEVICE_DAYS = 180
ADDRESS_DAYS = 30
"""How long a log-in makes a device or an address known. An address may soon be somebody else's."""


def address_of(request: HttpRequest) -> str:
    """The address of the caller; of IPv6 the network, for a household has a whole one."""
    return truncate_ip(request.META.get("REMOTE_ADDR", ""))


def device_of(request: HttpRequest) -> str:
    """The name of the device in its cookie; empty where there is none that this desk signed."""
    try:
        return _signer().unsign(request.COOKIES.get(COOKIE, ""))
    except BadSignature:
        return ""


def known_place(account: Account, request: HttpRequest, at: datetime) -> str:
    """The device, else the address, from which this account was logged in not long ago; empty where neither is known."""
    rows = KnownPlace.objects.filter(account=account, sessions_ended=account.sessions_ended)
    device, address = device_of(request), address_of(request)
    if device and rows.filter(place=_digest("device", device), last_at__gte=at - timedelta(days=DEVICE_DAYS)).exists():
        return f"device {device}"
    at_least = at - timedelta(days=ADDRESS_DAYS)
    known = address and rows.filter(place=_digest("address", address), last_at__gte=at_least).exists()
    return f"address {address}" if known else ""


def remember(account: Account, request: HttpRequest, at: datetime) -> None:
    """Write down that an account was logged in from here, the second factor given where it has one."""
    address = address_of(request)
    if not address:
        return  # no caller: a test or a command
    request.device = device_of(request) or secrets.token_urlsafe(16)  # type: ignore[attr-defined]
    known = {"sessions_ended": account.sessions_ended, "last_at": at}
    for place in (_digest("device", request.device), _digest("address", address)):  # type: ignore[attr-defined]
        KnownPlace.objects.update_or_create(account=account, place=place, defaults=known)


def device_cookie(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give the device its cookie after a log-in, and a longer life to the one it has."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if device := getattr(request, "device", ""):
            response.set_cookie(
                COOKIE,
                _signer().sign(device),
                max_age=DEVICE_DAYS * 86_400,
                httponly=True,
                secure=bool(settings.SESSION_COOKIE_SECURE),
                samesite="Lax",
            )
        return response

    return middleware


def _signer() -> Signer:
    return Signer(salt="habeas.device")


def _digest(kind: str, text: str) -> str:
    return salted_hmac("habeas.place", f"{kind} {text}", algorithm="sha256").hexdigest()
