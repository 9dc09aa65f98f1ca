"""Secrets of second factors as they lie in the store: encrypted under a key made from `secret.key`, so a copy of the store makes no code.

Each factor is sealed for the account that set it up: one that was written into the store, or put into another account's row, is no factor.
What is encrypted or sealed under a key before this one is made anew at the next start.
"""

import base64
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import connection, transaction
from django.db.models.signals import post_init, pre_save

from habeas.desk.models import Account, ApiKey, Job, MailSetting, Webhook
from habeas.desk.models.held import key_name
from habeas.desk.seals import SEALED_ANEW, fits, keys, keys_before, renewed, seal, sealed_before
from habeas.desk.workflow.errors import RefusedError

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
        except (InvalidToken, ValueError):
            pass
        raise RefusedError(
            "The second factor cannot be read with this desk's secret.key. An administrator removes it; then set up a new one."
        )


def connect() -> None:
    """Seal each factor as it is made, and look at its seal whenever it is read."""
    pre_save.connect(_made, sender=Authenticator, dispatch_uid="habeas.factor.made")
    post_init.connect(_read, sender=Authenticator, dispatch_uid="habeas.factor.read")


def seal_of(user: int, kind: str, data: Any) -> str | None:
    """The seal that ties a factor to its account; None where it is none that this program sets up, or its secrets cannot be read."""
    said = _said(user, kind, data)
    try:
        return None if said is None else seal(*said)
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None


def mark_of(data: Any) -> str:
    """By what the record knows a factor: the name of the key and a part of its seal; empty where it has none."""
    made = data.get(_SEAL) if isinstance(data, dict) else None
    return f"{key_name()}:{made[:_MARKED]}" if isinstance(made, str) else ""


def not_ours() -> Iterator[int]:
    """The factors that were not set up here for the account whose row they are, by number."""
    for row in Authenticator.objects.values("pk", "user_id", "type", "data").order_by("pk").iterator():
        if not _ours(row["user_id"], row["type"], row["data"]):
            yield row["pk"]


def seal_all() -> int:
    """Encrypt and seal under the key that holds now what lies in clear or under one from before, as a start of the program does.

    Returns how many secrets and seals were made anew. What was not sealed here stays without a seal.
    Raises BadInputError where the file of keys before holds none.
    """
    keys_before()
    if Authenticator._meta.db_table not in connection.introspection.table_names():
        return 0  # the store is brought up to an older step
    sealed_before()
    sealed_before(SEALED_ANEW)
    with transaction.atomic():
        return _factors_anew() + _passwords_anew() + _sealed_rows_anew()


def _factors_anew() -> int:
    rows = Authenticator.objects.select_for_update().values("pk", "user_id", "type", "data")
    fresh = {row["pk"]: _anew(row) for row in rows}
    changed = {row["pk"] for row in rows if fresh[row["pk"]] != row["data"]}
    for pk in changed:
        Authenticator.objects.filter(pk=pk).update(data=fresh[pk])
    return len(changed)


def _anew(row: dict[str, Any]) -> Any:
    if _said(row["user_id"], row["type"], row["data"]) is None:
        return row["data"]  # what nobody can read stays as it is, and is named
    data = {name: _each(value, _sealed) if name in _SECRET else value for name, value in row["data"].items()}
    if _SEAL in data and (said := _said(row["user_id"], row["type"], data)) is not None:
        data[_SEAL] = renewed(data[_SEAL], *said)
    return data


def _passwords_anew() -> int:
    rows = Account.objects.select_for_update().only("username", "password", "password_seal", "password_turn")
    count = 0
    for row in rows:
        fresh = renewed(row.password_seal, *row.said_of_password)
        if fresh != row.password_seal:
            count += 1
            Account.objects.filter(pk=row.pk).update(password_seal=fresh)
    return count


def _sealed_rows_anew() -> int:
    """The seals of programs' keys, of addresses that are told of events and of work that waits, under the key that holds now."""
    sealed: list[ApiKey | Job | Webhook] = [*ApiKey.objects.exclude(vouched_at=None)]
    sealed += Job.objects.filter(state__in=Job.OPEN)
    sealed += Webhook.objects.exclude(vouched_at=None)
    count = _mail_password_anew() + _webhook_secrets_anew()
    for row in sealed:
        fresh = renewed(row.seal, *row.said_of_seal)
        if fresh != row.seal:
            count += 1
            type(row).objects.filter(pk=row.pk).update(seal=fresh)
    return count


def _mail_password_anew() -> int:
    count = 0
    for row in MailSetting.objects.exclude(password=""):
        fresh = _sealed(row.password)
        if fresh != row.password:
            count += MailSetting.objects.filter(pk=row.pk).update(password=fresh)
    return count


def _webhook_secrets_anew() -> int:
    count = 0
    for row in Webhook.objects.filter(ended_at=None):
        fresh = _sealed(row.secret)
        if fresh != row.secret:
            count += Webhook.objects.filter(pk=row.pk).update(secret=fresh)
    return count


def _made(instance: Authenticator, update_fields: Any = None, **_: Any) -> None:
    """Seal a factor that is made. Raises RefusedError where one that was closed would be written over what is stored."""
    if isinstance(instance.__dict__.get("data"), _ClosedData) and (update_fields is None or "data" in update_fields):
        raise RefusedError(NOT_OURS)
    if instance._state.adding and (made := seal_of(instance.user_id, instance.type, instance.data)) is not None:
        instance.data = {**instance.data, _SEAL: made}


def _read(instance: Authenticator, **_: Any) -> None:
    """Close a factor that was not sealed here for this account: it is listed and taken away, and fits no code."""
    if instance.pk is None or "data" in instance.get_deferred_fields():
        return
    if not _ours(instance.user_id, instance.type, instance.data):
        if instance.type not in Authenticator.Type:
            instance.type = Authenticator.Type.RECOVERY_CODES  # of no kind at all: the library knows no way with it
        name = instance.data.get("name") if isinstance(instance.data, dict) else ""
        instance.data = _ClosedData(
            secret="", seed="", used_mask=0, name=name if isinstance(name, str) else "", credential=_Closed()
        )


def _ours(user: int, kind: str, data: Any) -> bool:
    said = _said(user, kind, data)
    return said is not None and fits(data.get(_SEAL), *said)


def _said(user: int, kind: str, data: Any) -> tuple[object, ...] | None:
    """What the seal is made on: the account, and the secrets as the owner's device has them; None where they cannot be read."""
    if not isinstance(data, dict) or not all(_is_text(data[name]) for name in _SECRET & data.keys()):
        return None
    try:
        secrets = {name: _each(data[name], _open) for name in sorted(_SECRET & data.keys())}
    except RefusedError:
        return None
    secrets.pop("migrated_codes", None)  # each is taken out as it is used
    return ("factor", user, kind, secrets, data.get("credential"))


def _open(text: str) -> str:
    return FactorAdapter().decrypt(text) if text.startswith(_MARK) else text


def _is_text(value: Any) -> bool:
    """Whether this is text, or a list of texts, that can be written down: half a letter cannot."""
    texts = value if isinstance(value, list) else [value]
    return all(isinstance(each, str) and not _HALF.search(each) for each in texts)


class _ClosedData(dict[str, Any]):
    """What stands in memory for a factor that was not set up here; it is never stored."""


class _Closed(dict[str, Any]):
    """The credential of a security key that was not set up here: whoever asks for its parts is refused."""

    def __contains__(self, key: object) -> bool:
        raise RefusedError(NOT_OURS)

    def __getitem__(self, key: str) -> Any:
        raise RefusedError(NOT_OURS)

    def get(self, key: str, default: Any = None) -> Any:
        """Refused as well."""
        raise RefusedError(NOT_OURS)


NOT_OURS = (
    "This second factor was not set up here for this account. An administrator removes it; then set up a new one."
)
_SEAL = "sealed"
_MARKED = 16
"""Letters of a seal that the record keeps."""
_HALF = re.compile("[\ud800-\udfff]")
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
    except (InvalidToken, ValueError):
        pass
    else:
        return text
    try:
        return _MARK + _box().rotate(token).decode("ascii")
    except (InvalidToken, ValueError):
        return text


def _box() -> MultiFernet:
    return MultiFernet([_fernet(each) for each in keys()])


@cache
def _fernet(secret: str) -> Fernet:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"habeas second factors").derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(key))
