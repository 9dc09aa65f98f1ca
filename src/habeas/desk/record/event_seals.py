"""The seal of each event, made with `secret.key` over the whole of it: whoever writes the database without that key adds no event unseen.

The chain alone is linked by anybody who can hash; a seal is not.
"""

import hmac
from enum import IntEnum
from functools import cache
from typing import Any

import msgspec
from django.conf import settings
from django.utils.crypto import salted_hmac

from habeas.audit.chain import Head, link
from habeas.audit.event import Event, EventBody
from habeas.desk.seals import keys

LENGTH = 32
"""Hexadecimal digits of a seal: 128 bits."""
NOT_OURS = "this desk did not write it as it stands: no seal of its secret.key fits it"
"""What is said of an event that somebody put in or wrote anew."""


class Sealed(IntEnum):
    """How far an event is known to be the desk's own, the least first."""

    WRONG = 0
    """It bears a seal of one of our keys that does not fit."""
    NONE = 1
    """It bears none: it is older than the seals."""
    OTHER_KEY = 2
    """It was sealed under a key that this folder does not have any more."""
    OURS = 3


class _Detail(msgspec.Struct, frozen=True, gc=False):
    seal: Any = None


class _Body(msgspec.Struct, frozen=True, gc=False):
    detail: _Detail


_decode = msgspec.json.Decoder(_Body).decode


def sealed_event(head: Head, body: EventBody) -> Event:
    """The next event after `head`, with its seal in `detail`."""
    bare = link(head, _with_seal(body, ""))
    return link(head, _with_seal(body, _made(settings.SECRET_KEY, bare.canonical)))


def _with_seal(body: EventBody, seal: str) -> EventBody:
    return msgspec.structs.replace(body, detail=body.detail | {"seal": seal})


class SealReader:
    """Reads the seals of events in their order: from the first that is ours on, each must be ours."""

    def __init__(self, before: bytes = b"") -> None:
        """`before` is the canonical form of the event before the first; nothing where there is none."""
        self.secrets = {_name(secret): secret for secret in keys()}
        self.level = self.read(before) if before else Sealed.NONE

    def read(self, canonical: bytes) -> Sealed:
        """How one event is sealed, whatever came before it."""
        try:
            said = _decode(canonical).detail.seal
        except (msgspec.MsgspecError, UnicodeError):
            return Sealed.WRONG
        if said is None:
            return Sealed.NONE
        if not isinstance(said, str):
            return Sealed.WRONG
        secret = self.secrets.get(said.partition(":")[0])
        if secret is None:
            return Sealed.OTHER_KEY
        return Sealed.OURS if _fits(secret, said, canonical) else Sealed.WRONG

    def step(self, canonical: bytes) -> bool:
        """Take in the next event; whether it may stand there."""
        found = self.read(canonical)
        good = found >= max(self.level, Sealed.NONE)
        self.level = max(self.level, found)
        return good


def _fits(secret: str, said: str, canonical: bytes) -> bool:
    bare = canonical.replace(b'"seal":"' + said.encode(errors="replace") + b'"', b'"seal":""', 1)
    return said.isascii() and hmac.compare_digest(said, _made(secret, bare))


def _made(secret: str, canonical: bytes) -> str:
    return f"{_name(secret)}:{hmac.digest(_key(secret), canonical, 'sha256').hex()[:LENGTH]}"


@cache
def _name(secret: str) -> str:
    return hmac.digest(_key(secret), b"name", "sha256").hex()[:8]


@cache
def _key(secret: str) -> bytes:
    return salted_hmac("habeas.event", "key", secret=secret, algorithm="sha256").digest()
