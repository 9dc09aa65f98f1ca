"""Which rows the record holds: what a write changes is noted with its transaction, and the next event says each row before and after.

A row is known to the record by a keyed hash of its columns, so that no name stands in an event. The notes lie among Django's own for
the end of the transaction, so a savepoint that is rolled back takes them along.
"""

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import msgspec
from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction
from django.db.models.fields import NOT_PROVIDED
from django.db.models.signals import post_save, pre_delete, pre_save
from django.utils.crypto import salted_hmac

EXEMPT: Mapping[str, str] = {
    "beside": "part of the record itself: events name each row by its digest",
    "booking": "from the jail's exports: held against the record of its person, and against the events of releases",
    "chainhead": "part of the record itself",
    "event": "the record itself",
    "formdraft": "unsent words of a form; nothing rests on them",
    "idempotency": "an answer to a program, kept for a call that comes twice; nothing rests on it",
    "job": "work beside the pages, sealed by the desk when it is asked for; what it did has events of its own",
    "knownplace": "from where somebody logged in; only says which count a try is added to",
    "lawtext": "known by the hash of its content, which is held against it; one that was deleted is not missed",
    "listwork": "work beside the pages, sealed by the desk when it is asked for and when it is done; what it made has events of its own",
    "mail": "a count for staff, kept until it is sent; whom mail goes to is held, and what left has an event of its own",
    "paperpage": "drawn from the paper, whose bytes are held, and sealed; one without its seal is drawn anew before it is shown",
    "person": "from the jail's exports: all together held against the event that ended the last roster, each record against its hash",
    "question": "worked out anew whenever facts or law change; that somebody was asked has an event of its own",
    "releasedates": "worked out from the roster, and again each day",
    "rosterbefore": "what undoing a roster puts back, sealed when it is kept; without its seal nothing is undone",
    "tries": "counts of passwords and codes; what did not fit has events of its own",
    "webhookcall": "a call kept until it left: held against the event it tells of; that it left or was given up is an event",
}
"""The tables of which no row is held, each with the reason. Every other table of the desk is held whole."""
LATER = frozenset({"anchor", "checkpoint", "recordcheck", "rosterfile"})
"""Tables of which rows are told since a later version: a desk from before it may have rows of them that no event told of."""
OTHERWISE = frozenset({"beside", "chainhead", "event", "webhookcall"})
"""Tables that are held against the record by other means than their rows' hashes."""
OF_LIBRARIES = ("mfa_authenticator (second factors)", "django_session", "an account's password and last log-in")
"""What the log-in library writes by itself, where no event tells of it row by row."""
LEFT_OUT: Mapping[str, frozenset[str]] = {
    "account": frozenset({"password", "password_seal", "last_login"}),
    "apikey": frozenset({"seal"}),
    "headroute": frozenset({"trouble", "trouble_at"}),
    "mailsetting": frozenset({"password"}),
    "webhook": frozenset({"secret", "seal"}),
}
"""Columns that the log-in library writes by itself; seals, which another key of the desk changes; what is wrong with a route now."""
HELD = "held"
"""What the first event of a desk says of its tables where every row was told of from the beginning."""
OLDER = "older"
"""What the events say of their tables that tell, once, of every row that is older than the hold on rows."""
LENGTH = 32
"""Hexadecimal digits of a row's hash: 128 bits."""
AT_ONCE = 400
_Row = TypeVar("_Row", bound=models.Model)
_encode = msgspec.json.Encoder(order="sorted").encode


@dataclass(frozen=True, slots=True)
class Touched:
    """A row that a write of this transaction changes, with its hash before (empty: it was not there)."""

    model: type[models.Model]
    row: Any
    before: str

    def __call__(self) -> None:
        """Nothing is left to do when the transaction ends."""


@dataclass(frozen=True, slots=True)
class Written:
    """An event has told of every row touched before this."""

    def __call__(self) -> None:
        """Nothing is left to do when the transaction ends."""


def held_models() -> list[type[models.Model]]:
    """The tables of which the record holds every row, in the order of their names."""
    found = apps.get_app_config("desk").get_models()
    return sorted((each for each in found if is_held(each)), key=table_of)


def is_held(model: type[models.Model]) -> bool:
    """Whether the record holds the rows of this table."""
    return model._meta.app_label == "desk" and model._meta.model_name not in EXEMPT


def table_of(model: type[models.Model]) -> str:
    """What the record calls a table."""
    return str(model._meta.model_name)


@cache
def columns_of(model: type[models.Model]) -> tuple[str, ...]:
    """The columns that are held: all but bytes (their hash is a column beside) and those left out."""
    left_out = LEFT_OUT.get(table_of(model), frozenset())
    fields = (each for each in model._meta.concrete_fields if not isinstance(each, models.BinaryField))
    return tuple(each.attname for each in fields if each.name not in left_out and not each.primary_key)


@cache
def _empty(model: type[models.Model]) -> tuple[tuple[str, Any], ...]:
    """Each column with the value that stands for nothing: a column that a later version adds leaves the older hashes as they are."""
    return tuple((name, _default(model._meta.get_field(name))) for name in columns_of(model))


def _default(field: Any) -> Any:
    """A column's own value for nothing; None where it has none that is always the same."""
    if field.default in (dict, list):
        return field.default()
    if field.default is NOT_PROVIDED or callable(field.default):
        return None if field.null or not field.empty_strings_allowed else ""
    return field.default


@cache
def _key(secret: str) -> bytes:
    return salted_hmac("habeas.row", "key", secret=secret, algorithm="sha256").digest()


def key_name() -> str:
    """By what the key of the hashes is known: rows hashed under another cannot be compared."""
    return hmac.digest(_key(settings.SECRET_KEY), b"name", "sha256").hex()[:8]


def hash_of(model: type[models.Model], row: Any, values: Mapping[str, Any]) -> str:
    """The keyed hash of one row from its columns."""
    said = {name: values[name] for name, empty in _empty(model) if values[name] is not None and values[name] != empty}
    text = _encode([table_of(model), row, said])
    return hmac.digest(_key(settings.SECRET_KEY), text, "sha256").hex()[:LENGTH]


def hashes_of(model: type[models.Model], rows: Iterable[Any], *, lock: bool = False) -> dict[Any, str]:
    """The hash of each of these rows as they stand; none for a row that is not there. `lock`: nobody else changes them meanwhile."""
    wanted = list(rows)
    found: dict[Any, str] = {}
    for start in range(0, len(wanted), AT_ONCE):
        part: models.QuerySet[Any] = models.QuerySet(model=model).filter(pk__in=wanted[start : start + AT_ONCE])
        part = part.select_for_update() if lock else part
        for values in part.values("pk", *columns_of(model)):
            found[values["pk"]] = hash_of(model, values["pk"], values)
    return found


def touch(model: type[models.Model], rows: Iterable[Any]) -> None:
    """Note rows that are about to be changed, each with its hash as it stands. Outside a transaction nothing is noted."""
    wanted = list(rows)
    if wanted and is_held(model) and connection.in_atomic_block:
        for row, before in hashes_of(model, wanted, lock=True).items():
            transaction.on_commit(Touched(model, row, before))


def touch_new(model: type[models.Model], rows: Iterable[Any]) -> None:
    """Note rows that were made just now."""
    if is_held(model) and connection.in_atomic_block:
        for row in rows:
            transaction.on_commit(Touched(model, row, ""))


def touch_all() -> None:
    """Note every row that stands as made just now: the first event of a desk tells of what was there before it."""
    for model in held_models():
        touch_new(model, list(models.QuerySet(model=model).order_by("pk").values_list("pk", flat=True)))


def take_touched() -> dict[str, list[str]]:
    """Every row touched since the last event of this transaction that is not as it was: `table:row` → its hash before and now."""
    before: dict[tuple[type[models.Model], Any], str] = {}
    for each in _noted():
        if before.get((each.model, each.row)) != "":  # a row made here is new, whatever was done to it since
            before[each.model, each.row] = each.before  # the newest first: the oldest is left
    if not before:
        return {}
    transaction.on_commit(Written())
    found: dict[str, list[str]] = {}
    for model in sorted({model for model, _ in before}, key=table_of):
        rows = sorted(row for of, row in before if of is model)
        now = hashes_of(model, rows)
        pairs = ((row, before[model, row], now.get(row, "")) for row in rows)
        found |= {f"{table_of(model)}:{row}": [was, is_now] for row, was, is_now in pairs if was != is_now}
    return found


def _noted() -> list[Touched]:
    """The rows touched since the last event, the newest first."""
    found = []
    for entry in reversed(connection.run_on_commit):
        note = entry[1]
        if isinstance(note, Written):
            break
        if isinstance(note, Touched):
            found.append(note)
    return found


class HeldQuerySet(models.QuerySet[_Row]):
    """Rows whose writes are noted; what is saved or deleted one by one tells of itself by signals."""

    def update(self, **values: Any) -> int:
        """Change rows, after noting each."""
        if is_held(self.model) and connection.in_atomic_block:
            touch(self.model, list(self.order_by().values_list("pk", flat=True)))
        return super().update(**values)

    def bulk_create(self, objs: Iterable[_Row], *given: Any, **more: Any) -> list[_Row]:
        """Make rows, and note each."""
        made = super().bulk_create(objs, *given, **more)
        touch_new(self.model, [each.pk for each in made])
        return made


def connect() -> None:
    """Have every save and deletion of a row of the desk noted."""
    for signal, receiver in ((pre_save, _saving), (post_save, _saved), (pre_delete, _deleting)):
        for model in held_models():
            signal.connect(
                receiver, sender=model, weak=False, dispatch_uid=f"habeas.{receiver.__name__}.{table_of(model)}"
            )


def _saving(sender: type[models.Model], instance: models.Model, raw: bool = False, **_: Any) -> None:
    if instance.pk is not None and not instance._state.adding:
        touch(sender, [instance.pk])


def _saved(sender: type[models.Model], instance: models.Model, created: bool = False, **_: Any) -> None:
    if created:
        touch_new(sender, [instance.pk])


def _deleting(sender: type[models.Model], instance: models.Model, **_: Any) -> None:
    touch(sender, [instance.pk])
