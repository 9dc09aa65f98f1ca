"""What the record says of an account's way in: the newest number of its password and of its ended sessions, and sessions that ended.

Rows can be put back by whoever owns the database; what events said since then cannot be taken back without being seen.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from habeas.common.numbers import whole_number
from habeas.desk.models.record import Event

Access = tuple[int, int]
"""The number of the password, and how often all sessions were ended."""


class _Detail(msgspec.Struct, frozen=True):
    access: Any = None
    session: Any = None
    step: Any = None


class _Body(msgspec.Struct, frozen=True):
    detail: _Detail


_decode = msgspec.json.Decoder(_Body).decode


def staff_number(said: str) -> int | None:
    """The number of the account that the record calls so; None where it is none."""
    return whole_number(said.removeprefix("staff-")) if said.startswith("staff-") else None


def access_told(account: int) -> Access:
    """The highest numbers that events tell of an account: a lower one that somebody wrote into the record since counts for nothing."""
    told = [pair for each in _details(f"staff-{account}", ("account",)) if (pair := as_access(each.access)) is not None]
    return (max((pair[0] for pair in told), default=0), max((pair[1] for pair in told), default=0))


def ended_since(account: int, session: str, access: Access, seq: int) -> bool:
    """Whether an event after `seq` says that this session ended, or that the account's way in is another one since."""
    for each in _details(f"staff-{account}", ("account", "log_out"), seq):
        pair = as_access(each.access)
        if each.session == session or (pair is not None and pair != access):
            return True
    return False


def changes_told(key: str) -> int:
    """How often events say that what a program's key may do was changed or ended."""
    return sum(each.step in {"scopes changed", "revoked"} for each in _details(key, ("account",)))


def last_event() -> int:
    """The number of the last event; -1 where there is none."""
    last = Event.objects.order_by("-seq").values_list("seq", flat=True).first()
    return -1 if last is None else last


def as_access(said: Any) -> Access | None:
    """The two numbers; None where these are none."""
    fits = isinstance(said, list | tuple) and len(said) == 2 and all(type(each) is int for each in said)
    return (said[0], said[1]) if fits else None


def _details(about: str, acts: tuple[str, ...], after: int = -1) -> Iterator[_Detail]:
    rows = Event.objects.filter(object=about, act__in=acts, seq__gt=after)
    for body in rows.values_list("body", flat=True):
        try:
            yield _decode(body).detail
        except (msgspec.MsgspecError, UnicodeError, TypeError):
            continue  # the check of the chain names it
