"""One way to write a value as JSON, so that the same value always gives the same bytes and the same hash."""

import hashlib
import json
from typing import Any


def canonical_json(value: Any) -> str:
    """Write `value` with sorted keys, no blanks and no escaped letters: the form that is hashed."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def readable_json(value: Any) -> str:
    """Write `value` for a person: two-blank indent, keys in the order given, one newline at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def sha256_of(value: Any) -> str:
    """Return the SHA-256 of `value`'s canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical_json(value).encode()).hexdigest()
