"""Keys of programs: made once, shown once, kept as a digest; each with an end; and the answers kept for calls that come twice."""

import hashlib
import secrets
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from habeas.desk.doing import Doing
from habeas.desk.models import ApiKey, Idempotency
from habeas.desk.record.writing import acting
from habeas.desk.workflow.errors import RefusedError

Answer = tuple[int, dict[str, Any]]


def make_key(name: str, scopes: Iterable[str], expires_at: datetime, doing: Doing) -> tuple[ApiKey, str]:
    """Make a key for a program, with scopes that the API knows. Returns its row and the secret, which is shown this once."""
    if expires_at <= doing.at:
        raise RefusedError("The key must end later than now.")
    wanted, secret = sorted(set(scopes)), f"hab_{secrets.token_urlsafe(32)}"
    made = ApiKey(name=name[:80], digest=digest_of(secret), scopes=wanted, made_at=doing.at, expires_at=expires_at)
    made.made_by = doing.needed_account
    with acting(doing, "account", "key", made.key) as entry:
        made.save()
        entry.detail |= {"step": "made", "scopes": wanted}
    return made, secret


def revoke_key(key: ApiKey, doing: Doing) -> None:
    """End a key now."""
    with acting(doing, "account", "key", key.key) as entry:
        key.revoked_at = doing.at
        key.save(update_fields=["revoked_at"])
        entry.detail["step"] = "revoked"


def digest_of(secret: str) -> str:
    """What a secret is known by."""
    return hashlib.sha256(secret.encode()).hexdigest()


def key_of(secret: str) -> ApiKey | None:
    """The key with this secret, whether it still holds or not."""
    return ApiKey.objects.filter(digest=digest_of(secret)).first()


def newest_first() -> list[ApiKey]:
    """Every key, those that stand first, the newest first."""
    return list(ApiKey.objects.select_related("made_by").order_by("revoked_at", "-made_at"))


def ending_first() -> list[ApiKey]:
    """Every key, those that stand first, by when it ends."""
    return list(ApiKey.objects.select_related("made_by").order_by("revoked_at", "expires_at"))


def standing(key: str) -> ApiKey | None:
    """One key that nobody has ended."""
    return ApiKey.objects.filter(key=key, revoked_at=None).first()


def keep_answer(program: ApiKey, name: str, body_sha256: str, at: datetime, act: Callable[[], Answer]) -> Answer:
    """Take the name of a call, act, and keep the answer: all or nothing. Raises IntegrityError where another call took the name."""
    with transaction.atomic():
        kept = Idempotency.objects.create(
            api_key=program, key=name, body_sha256=body_sha256, status=0, answer={}, at=at
        )
        kept.status, kept.answer = act()
        kept.save(update_fields=["status", "answer"])
    return kept.status, kept.answer


def answer_kept(program: ApiKey, name: str) -> Idempotency | None:
    """The answer that a program's call of this name was given before."""
    return Idempotency.objects.filter(api_key=program, key=name).first()
