"""API keys: made once, shown once, kept as a digest; each with an end; a second person vouches for each."""

import hashlib
import secrets
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from habeas.desk.doing import Doing
from habeas.desk.models import ApiKey, Idempotency
from habeas.desk.record.writing import acting
from habeas.desk.seals import seal
from habeas.desk.services.office.managing import VOUCHERS
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.second_acts import demand_shown, shown_of

Answer = tuple[int, dict[str, Any]]


def make_key(name: str, scopes: Iterable[str], expires_at: datetime, doing: Doing) -> tuple[ApiKey, str]:
    """Make a key for a program, with scopes that the API knows. Returns its row and the secret, which is shown this once.

    It does nothing before a second person has vouched for those scopes.
    """
    if expires_at <= doing.at:
        raise RefusedError("The key must expire in the future.")
    wanted, secret = sorted(set(scopes)), f"hab_{secrets.token_urlsafe(32)}"
    made = ApiKey(name=name[:80], digest=digest_of(secret), scopes=wanted, made_at=doing.at, expires_at=expires_at)
    made.made_by = doing.needed_account
    with acting(doing, "account", "key", made.key) as entry:
        made.save()
        entry.detail |= {"step": "made", "scopes": wanted}
    return made, secret


def change_scopes(key: ApiKey, scopes: Iterable[str], doing: Doing) -> None:
    """Let a key do other things; it does nothing more until a second person has vouched for them."""
    wanted = sorted(set(scopes))
    with acting(doing, "account", "key", key.key) as entry:
        fresh = ApiKey.objects.select_for_update().get(pk=key.pk)
        if wanted == fresh.scopes:
            raise RefusedError("The key has these permissions already; nothing changed.")
        entry.detail |= {"step": "scopes changed", "from": fresh.scopes, "scopes": wanted}
        fresh.scopes, fresh.vouched_at, fresh.vouched_by, fresh.made_by = wanted, None, None, doing.needed_account
        fresh.save(update_fields=["scopes", "vouched_at", "vouched_by", "made_by"])


def shown(key: ApiKey) -> str:
    """The hash of what whoever approves a key is shown."""
    return shown_of("approve_key", key)


def vouch_for_key(key: ApiKey, seen: str, doing: Doing) -> None:
    """A commander or counsel vouches for what a key may do; it works from now on. `seen`: the hash of what the page showed.

    Raises RefusedError for whoever made it or its scopes, for another role, an account that waits itself, and scopes changed meanwhile.
    """
    account = doing.needed_account
    if account.role not in VOUCHERS or account.unvouched_since is not None:
        raise RefusedError("Only a commander or county counsel whose own account is verified can approve a key.")
    with acting(doing, "account", "key", key.key) as entry:
        fresh = ApiKey.objects.select_for_update().get(pk=key.pk)
        if fresh.made_by_id == account.pk:
            raise RefusedError("You created this key or set its permissions; another person approves it.")
        if not keys_to_vouch_for().filter(pk=fresh.pk).exists():
            raise RefusedError("This key does not need approval, or was approved or revoked already.")
        demand_shown(seen, shown(fresh), entry)
        fresh.vouched_at, fresh.vouched_by = doing.at, account
        fresh.seal = seal(*fresh.said_of_seal)
        fresh.save(update_fields=["vouched_at", "vouched_by", "seal"])
        entry.detail |= {"step": "vouched for", "scopes": fresh.scopes}


def keys_to_vouch_for() -> QuerySet[ApiKey]:
    """The keys that wait for a second person, the oldest first; whoever made one and whoever vouched for it are with it.

    A key whose voucher has left the post is among them: it works on, for the jail's own system cannot wait, until somebody looks.
    """
    left = Q(vouched_by__is_active=False) | (Q(vouched_by__isnull=False) & ~Q(vouched_by__role__in=VOUCHERS))
    waiting = ApiKey.objects.filter(Q(vouched_at=None) | left, revoked_at=None)
    return waiting.select_related("made_by", "vouched_by").order_by("made_at", "pk")


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
    return list(ApiKey.objects.select_related("made_by", "vouched_by").order_by("revoked_at", "-made_at"))


def ending_first() -> list[ApiKey]:
    """Every key, those that stand first, by when it ends."""
    return list(ApiKey.objects.select_related("made_by", "vouched_by").order_by("revoked_at", "expires_at"))


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
