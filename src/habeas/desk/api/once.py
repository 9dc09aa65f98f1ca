"""The same call made twice acts once: an `Idempotency-Key` keeps the answer; the same key with another body is refused."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.db import IntegrityError
from django.http import HttpRequest

from habeas.desk.services.office.programs import ApiKey, answer_kept, keep_answer
from habeas.desk.workflow.errors import RefusedError

Answer = tuple[int, dict[str, Any]]


def once(request: HttpRequest, act: Callable[[], Answer]) -> Answer:
    """Do `act` once for this key and `Idempotency-Key`, and give the same answer ever after.

    Raises RefusedError without a key, and where the key was used with another body.
    """
    name = request.headers.get("Idempotency-Key", "").strip()
    if not 8 <= len(name) <= 80:
        raise RefusedError("Give the call an Idempotency-Key of 8 to 80 characters, a new one for each thing to do.")
    program: ApiKey = request.auth  # type: ignore[attr-defined]
    digest = hashlib.sha256(f"{request.method} {request.path}".encode() + b"\0" + request.body).hexdigest()
    known = _known(program, name, digest)
    return known or _first(request, program, name, digest, act)


def _first(request: HttpRequest, program: ApiKey, name: str, digest: str, act: Callable[[], Answer]) -> Answer:
    """Take the key and act, both or neither: whoever comes second waits for the first, and is given its answer."""
    try:
        return keep_answer(program, name, digest, request.moment, act)  # type: ignore[attr-defined]
    except IntegrityError:
        again = _known(program, name, digest)
        if again is None:  # something else broke: it was not that another call was first
            raise
        return again


def _known(program: ApiKey, name: str, digest: str) -> Answer | None:
    kept = answer_kept(program, name)
    if kept is None:
        return None
    if kept.body_sha256 != digest:
        raise RefusedError("This Idempotency-Key was used with another body; use a new key for another thing to do.")
    return kept.status, kept.answer
