"""Seals on what the log-in library stores: made with `secret.key`, so whoever writes the store without it makes none.

Keys before that lie in `secret.key.before`, one a line; what they sealed still holds, and is sealed anew at the next start.
"""

import hmac
from functools import cache
from pathlib import Path

import msgspec
from django.conf import settings
from django.utils.crypto import salted_hmac

BEFORE = "secret.key.before"
_encode = msgspec.json.Encoder(order="sorted").encode


def seal(*said: object) -> str:
    """The seal on these words under the key that holds now, as 64 hexadecimal digits (HMAC-SHA-256)."""
    return _seal(settings.SECRET_KEY, said)


def fits(stored: str, *said: object) -> bool:
    """Whether this seal was made here on these words, under the key that holds now or one before it."""
    return any(hmac.compare_digest(stored, _seal(key, said)) for key in keys())


def renewed(stored: str, *said: object) -> str:
    """The seal under the key that holds now; as it is where it was not made here."""
    return seal(*said) if fits(stored, *said) else stored


def keys() -> tuple[str, ...]:
    """The key that holds now, then those before it."""
    before = Path(settings.DATA) / BEFORE
    return (settings.SECRET_KEY, *(before.read_text(encoding="ascii").split() if before.is_file() else ()))


def _seal(secret: str, said: tuple[object, ...]) -> str:
    return hmac.digest(_key(secret), _encode(said), "sha256").hex()


@cache
def _key(secret: str) -> bytes:
    return salted_hmac("habeas.seal", "key", secret=secret, algorithm="sha256").digest()
