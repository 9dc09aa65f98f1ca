"""Deadlines for a calendar program, without names: request numbers and what to do, nothing about anybody.

A calendar program cannot log in, so the address carries a secret of its owner. It opens this feed and nothing else, only its digest
is kept, it ends after a year, at once when revoked, and with its owner's account.
"""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.db.models import QuerySet

from habeas.desk.doing import Doing
from habeas.desk.models import Account, CalendarKey, Clock
from habeas.desk.record.writing import acting
from habeas.desk.services.clocks.clock_rules import RULES
from habeas.desk.services.clocks.clocks import running
from habeas.desk.workflow.machine import check_right, needed
from habeas.desk.workflow.table import table

VALID = timedelta(days=365)


def make_key(doing: Doing) -> str:
    """Make a new secret for the actor's own calendar; the one before is revoked. It is shown once and never again."""
    check_right(needed("keep_calendar"), doing.role)
    account, secret = doing.needed_account, secrets.token_urlsafe(32)
    with acting(doing, "account", "calendar", f"account-{account.pk}") as entry:
        _standing(account).update(revoked_at=doing.at)
        CalendarKey.objects.create(
            account=account, digest=_digest(secret), made_at=doing.at, expires_at=doing.at + VALID
        )
        entry.detail["step"] = "made"
    return secret


def revoke_keys(doing: Doing) -> None:
    """Revoke the actor's secret: the calendar gets nothing more."""
    account = doing.needed_account
    with acting(doing, "account", "calendar", f"account-{account.pk}") as entry:
        entry.detail |= {"step": "revoked", "keys": _standing(account).update(revoked_at=doing.at)}


def owner_of(secret: str, at: datetime) -> Account | None:
    """Whose secret it is, where it holds at `at`, and the account may still see requests and waits for nobody to vouch for it."""
    key = CalendarKey.objects.select_related("account").filter(digest=_digest(secret), revoked_at=None).first()
    if key is None or key.expires_at <= at or not key.account.is_active or key.account.unvouched_since is not None:
        return None
    roles = table().capabilities["keep_calendar"].roles
    return key.account if key.account.role in roles else None


def has_key(account: Account, at: datetime) -> bool:
    """Whether the account's calendar may fetch now."""
    return _standing(account).filter(expires_at__gt=at).exists()


def feed(at: datetime) -> bytes:
    """The running clocks as iCalendar (RFC 5545)."""
    clocks = running().select_related("request").order_by("ends_at")[:500]
    return _calendar(clocks, at).encode()


def _calendar(clocks: Iterable[Clock], at: datetime) -> str:
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Habeas//deadlines//EN", "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Deadlines (no names)", *(line for clock in clocks for line in _event(clock, at)), "END:VCALENDAR",
    ]  # fmt: skip
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


WORDS = {"release": "County target for a release; look first at the desk for court orders and holds"}
"""What a calendar says that cannot look what stands against a release."""


def _event(clock: Clock, at: datetime) -> list[str]:
    """One deadline. Its words are the rule's own, never those typed about a person."""
    number = clock.request.number if clock.request else "no request"
    warns = clock.ends_at - RULES[clock.kind].warns_at(clock.started_at, clock.ends_at)
    return [
        "BEGIN:VEVENT", f"UID:{clock.key}@habeas", f"DTSTAMP:{_stamp(at)}", f"DTSTART:{_stamp(clock.ends_at)}",
        "DURATION:PT0S", f"SUMMARY:{_text(f'{number}: {WORDS.get(clock.kind) or RULES[clock.kind].says}')}", "CLASS:CONFIDENTIAL",
        "BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-PT{int(warns.total_seconds() // 60)}M", "DESCRIPTION:Deadline",
        "END:VALARM", "END:VEVENT",
    ]  # fmt: skip


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """Text as RFC 5545 3.3.11 escapes it."""
    for mark in ("\\", ";", ","):
        words = words.replace(mark, f"\\{mark}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """A line in pieces of at most 75 octets (RFC 5545 3.1), never inside a character."""
    pieces, now = [], ""
    for letter in line:
        if len((now + letter).encode()) > 74:
            pieces.append(now)
            now = " "
        now += letter
    return [*pieces, now]


def _standing(account: Account) -> QuerySet[CalendarKey]:
    return CalendarKey.objects.filter(account=account, revoked_at=None)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
