"""Secrets of second factors as they lie in the store: encrypted under a key made from `secret.key`, so a copy of the store makes no code.

Keys before that lie in `secret.key.before`, one a line; what is encrypted under one of them is encrypted anew at the next start.
"""

import base64
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import connection, transaction

from habeas.desk.workflow.errors import RefusedError

BEFORE = "secret.key.before"
_MARK = "v1:"
"""What stands before an encrypted secret: neither an app's secret nor a seed of codes begins so."""


class FactorAdapter(DefaultMFAAdapter):
    """The log-in library's hooks for what it stores."""

    def encrypt(self, text: str) -> str:
        """The text as it is stored."""
        return _MARK + _box().encrypt(text.encode()).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """The text again. Raises RefusedError where it was not encrypted here: a secret put in by hand is no factor."""
        try:
            if encrypted_text.startswith(_MARK):
                return _box().decrypt(encrypted_text.removeprefix(_MARK)).decode()
        except InvalidToken:
            pass
        raise RefusedError(
            "The second factor cannot be read with this desk's secret.key. An administrator takes it away; then set up a new one."
        )


def seal_all() -> int:
    """Encrypt what lies in clear and what lies under a key from before, as a start of the program does; how many secrets were."""
    count = 0
    if Authenticator._meta.db_table not in connection.introspection.table_names():
        return count  # the store is brought up to an older step
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES]
    with transaction.atomic():
        for row in Authenticator.objects.select_for_update().filter(type__in=kinds):
            fresh = {name: _each(value, _sealed) if name in _SECRET else value for name, value in row.data.items()}
            if fresh != row.data:
                count += 1
                Authenticator.objects.filter(pk=row.pk).update(data=fresh)
    return count


_SECRET = frozenset({"secret", "seed", "migrated_codes"})


def _each(value: Any, act: Callable[[str], str]) -> Any:
    return [act(each) for each in value] if isinstance(value, list) else act(value)


def _sealed(text: str) -> str:
    """A secret under the newest key; as it is where it lies under that key already, or under one that nobody has any more."""
    if not text.startswith(_MARK):
        return FactorAdapter().encrypt(text)
    token = text.removeprefix(_MARK).encode()
    try:
        _fernet(settings.SECRET_KEY).decrypt(token)
    except InvalidToken:
        pass
    else:
        return text
    try:
        return _MARK + _box().rotate(token).decode("ascii")
    except InvalidToken:
        return text


def _box() -> MultiFernet:
    before = Path(settings.DATA) / BEFORE
    older = before.read_text(encoding="ascii").split() if before.is_file() else []
    return MultiFernet([_fernet(each) for each in (settings.SECRET_KEY, *older)])


@cache
def _fernet(secret: str) -> Fernet:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"habeas second factors").derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(key))
