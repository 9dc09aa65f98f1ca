"""Whether a page that is open shows what stands: a mark that changes with each act of anybody, and by itself every five minutes."""

import hashlib
from datetime import datetime

from habeas.desk.models import Account, Event
from habeas.desk.record.done import LOOKED

SHOWN_FOR = 300
"""Seconds after which a page is read again though nothing was done: groups by time move."""


def mark_of_now(account: Account, address: str, at: datetime) -> str:
    """The mark of a page: equal marks, equal page. It says nothing of what the page holds."""
    last = Event.objects.exclude(act__in=LOOKED).order_by("-seq").values_list("seq", flat=True).first()
    said = f"{last} {account.pk} {account.role} {address} {int(at.timestamp()) // SHOWN_FOR}"
    return hashlib.sha256(said.encode()).hexdigest()[:32]
