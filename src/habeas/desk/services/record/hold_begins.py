"""Where the hold on rows begins on a desk that is older than it: every row that stands then is told of once, and held from there on."""

from datetime import datetime

from django.db import models, transaction

from habeas.desk.doing import by_system
from habeas.desk.models import ChainHead, Event
from habeas.desk.models.held import HELD, LATER, OLDER, touch_new
from habeas.desk.record.writing import acting
from habeas.desk.services.record.reconciliation import heard
from habeas.desk.services.record.reconciliation_base import Findings
from habeas.desk.services.record.reconciliation_rows import RowsTold

AT_ONCE = 2_000
"""Rows that one event tells of."""


def begin_hold(at: datetime) -> int:
    """Tell of every row that is older than the hold on rows, once in the life of a desk; how many there were.

    A row that is not older and of which no event told is not told of here: it stays what it is, a row without an event.
    """
    if has_begun():
        return 0
    with transaction.atomic():
        ChainHead.objects.select_for_update().get()  # nobody writes meanwhile
        if has_begun():
            return 0
        rows = _older_rows()
        for start in range(0, max(len(rows), 1), AT_ONCE):
            _tell(rows[start : start + AT_ONCE], len(rows), at)
    return len(rows)


def has_begun() -> bool:
    """Whether every row is held already, or there is no record yet."""
    first = Event.objects.filter(seq=0).values_list("body", flat=True).first()
    if ChainHead.objects.count() != 1 or first is None or f'"tables":"{HELD}"' in str(first):
        return True
    return Event.objects.filter(act="configure", body__contains=f'"tables":"{OLDER}"').exists()


def _older_rows() -> list[tuple[type[models.Model], int]]:
    told = RowsTold(Findings())
    for event in heard():
        told.hear(event)
    return list(told.older_rows())


def _tell(rows: list[tuple[type[models.Model], int]], of: int, at: datetime) -> None:
    site = ChainHead.objects.get().site
    with acting(by_system(at), "configure", "log", site) as entry:
        entry.detail |= {"tables": OLDER, "of": of, "also": sorted(LATER)}
        for model, row in rows:
            touch_new(model, [row])
