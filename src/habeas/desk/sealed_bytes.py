"""Bytes that the desk keeps for itself, with a seal before them: what somebody else wrote into the store in their place is not used."""

import hashlib
import hmac

from habeas.desk.seals import fits, seal

_MARK = b"habeas-sealed-bytes/1\n"
_LENGTH = 64


def with_seal(content: bytes, *said: object) -> bytes:
    """The bytes as they are stored: `said` is whose they are, which place they have."""
    return _MARK + seal(*said, _sha256(content)).encode() + content


def opened(stored: "bytes | memoryview[int]", *said: object) -> bytes | None:
    """The bytes that were sealed; None where this desk did not store them in this place, or before it sealed any."""
    written = bytes(stored)
    content = written[len(_MARK) + _LENGTH :]
    mark = hmac.compare_digest(written[: len(_MARK)], _MARK)
    found = written[len(_MARK) : len(_MARK) + _LENGTH].decode("ascii", "replace")
    return content if mark and fits(found, *said, _sha256(content)) else None


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
