"""Seals on what the log-in library stores: made with `secret.key`, so whoever writes the store without it makes none.

Keys before that lie in `secret.key.before`, one a line; what they sealed still holds, and is sealed anew at the next start.
"""

import hmac
import os
from functools import cache
from pathlib import Path

import msgspec
from django.conf import settings
from django.utils.crypto import salted_hmac

from habeas.common.errors import BadInputError
from habeas.desk.secret_files import write_secret

BEFORE = "secret.key.before"
SEALED = "sealed.key"
"""Says that the desk seals; no key, but kept and backed up with the keys."""
SEALED_ANEW = "sealed2.key"
"""Says the same of what a later step seals: the number of each password, keys of programs, work that waits."""
_LONGEST = 2**16
"""Bytes of keys before; a device or a link to something else is not read."""
_encode = msgspec.json.Encoder(order="sorted").encode


def seal(*said: object) -> str:
    """The seal on these words under the key that holds now, as 64 hexadecimal digits (HMAC-SHA-256)."""
    return _seal(settings.SECRET_KEY, said)


def fits(stored: object, *said: object) -> bool:
    """Whether this seal was made here on these words, under the key that holds now or one before it.

    Neither need be what the program writes: what is no text, or cannot be sealed, was not sealed here.
    """
    if not isinstance(stored, str) or not stored.isascii():
        return False
    try:
        return any(hmac.compare_digest(stored, _seal(key, said)) for key in keys())
    except (ValueError, TypeError, OverflowError, RecursionError, msgspec.MsgspecError):
        return False


def renewed(stored: str, *said: object) -> str:
    """The seal under the key that holds now; as it is where it was not made here."""
    return seal(*said) if fits(stored, *said) else stored


def keys() -> tuple[str, ...]:
    """The key that holds now, then those before it; a file of those that cannot be read holds none."""
    try:
        return (settings.SECRET_KEY, *keys_before())
    except BadInputError:
        return (settings.SECRET_KEY,)


def keys_before() -> tuple[str, ...]:
    """The keys before the one that holds now. Raises BadInputError where their file is there and holds none."""
    path = Path(settings.DATA) / BEFORE
    if not os.path.lexists(path):
        return ()
    try:
        size = path.stat().st_size if path.is_file() else _LONGEST + 1
        found = tuple(path.read_text(encoding="ascii").split()) if size <= _LONGEST else ()
    except (OSError, UnicodeError):
        found = ()
    if not found:
        raise BadInputError(
            f"{BEFORE} in the data folder holds no keys, one a line: put the right file there, or delete it."
        )
    return found


def sealed_before(name: str = SEALED) -> bool:
    """Whether this desk sealed once what it had: what has no seal since then was not written by it. From now on it did.

    It stands beside the key, where whoever writes the store does not write; a file for each step that sealed more.
    """
    path = Path(settings.DATA) / name
    was = path.exists()
    if not was:
        write_secret(path, "sealed\n")
    return was


def _seal(secret: str, said: tuple[object, ...]) -> str:
    return hmac.digest(_key(secret), _encode(said), "sha256").hex()


@cache
def _key(secret: str) -> bytes:
    return salted_hmac("habeas.seal", "key", secret=secret, algorithm="sha256").digest()
