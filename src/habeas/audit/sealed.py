"""Names beside the log: the log holds a digest, a row beside it holds the value and the salt.

Deleting the row obeys an order to erase: 32 random bytes of salt are gone with it, so nobody can try names against the digest,
and the log still verifies, because it never held the name.
"""

import hashlib
import re
import secrets
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from habeas.common.canonical import canonical_json
from habeas.common.errors import BadInputError

_PREFIX = b"habeas-sealed/1\n"
_HEX = re.compile(r"[0-9a-f]{64}")


class Sealed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row beside the log: `digest` stands in the log, `salt` (64 hexadecimal digits) and `value` (any JSON value) here only."""

    digest: str
    salt: str
    value: Any

    @property
    def true(self) -> bool:
        """Whether salt and value give the digest."""
        return bool(_HEX.fullmatch(self.salt)) and self.digest == digest_of(self.salt, self.value)


def seal(value: Any, salt: bytes | None = None) -> Sealed:
    """Seal a JSON value (a name, a paper's words, the fields shown, a case's facts) under fresh salt; BadInputError for short salt."""
    salt = secrets.token_bytes(32) if salt is None else salt
    if len(salt) != 32:
        raise BadInputError("A salt has 32 bytes.")
    return Sealed(digest=digest_of(salt.hex(), value), salt=salt.hex(), value=value)


def digest_of(salt: str, value: Any) -> str:
    """SHA-256 of `habeas-sealed/1`, a newline, the 32 bytes of salt, and the canonical JSON of the value; hexadecimal.

    BadInputError where the value is no JSON value (NaN, a date, half a surrogate pair).
    """
    try:
        text = canonical_json(value).encode()
    except (TypeError, ValueError, RecursionError):
        raise BadInputError(
            "What is to be kept beside the log is no JSON value; write dates and the like as text."
        ) from None
    return hashlib.sha256(_PREFIX + bytes.fromhex(salt) + text).hexdigest()


def open_refs(refs: Mapping[str, str], beside: Mapping[str, Sealed]) -> dict[str, Any]:
    """The values of an event's `refs` that are still kept, by label; BadInputError where a row beside the log was changed."""
    kept = {label: beside[digest] for label, digest in refs.items() if digest in beside}
    changed = [label for label, row in kept.items() if not row.true]
    if changed:
        raise BadInputError(f"What is kept beside the log for {', '.join(changed)} was changed after it was sealed.")
    return {label: row.value for label, row in kept.items()}


def untrue(beside: Iterable[Sealed]) -> list[str]:
    """The digests of rows whose salt and value do not give them: changed after they were sealed."""
    return [row.digest for row in beside if not row.true]
