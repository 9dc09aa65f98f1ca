"""What leaves the building by itself, a mail or a call: tried, tried again later, at last given up. One queue for both."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from habeas.desk.doing import by_system
from habeas.desk.models import Mail, WebhookCall
from habeas.desk.record.writing import acting

PAUSES = tuple(timedelta(minutes=each) for each in (1, 2, 5, 15, 30, 60, 120))
"""How long something waits that did not leave, from the first time on; after the last it is given up."""
KEPT = timedelta(days=30)
"""How long it is kept after it ended."""
WAITING, SENT, GIVEN_UP = "waiting", "sent", "given_up"
"""How far it has come, alike in both tables."""


class NotGoneError(Exception):
    """It did not leave: why, in fixed words."""


@dataclass(frozen=True, slots=True)
class Try:
    """One mail or call that waits, what sends it, and what the record says of its end beside the step."""

    row: Mail | WebhookCall
    send: Callable[[], None]
    kind: str
    key: str
    detail: dict[str, Any]


def tried(each: Try, at: datetime) -> bool:
    """Try once; whether it left. It is taken up before it is tried, so that no second process sends it as well."""
    row, pause = each.row, PAUSES[min(each.row.tries, len(PAUSES) - 1)]
    same = type(row)._default_manager.filter(pk=row.pk, state=WAITING, tries=row.tries)
    if not same.update(tries=row.tries + 1, not_before=at + pause):
        return False
    try:
        each.send()
    except NotGoneError as fault:
        over = row.tries + 1 > len(PAUSES)
        _end(each, GIVEN_UP if over else WAITING, at if over else None, str(fault), at)
        return False
    _end(each, SENT, at, "", at)
    return True


def _end(each: Try, state: str, ended_at: datetime | None, trouble: str, at: datetime) -> None:
    """Keep how it went; an event says that it left or was given up."""
    rows = type(each.row)._default_manager.filter(pk=each.row.pk)
    values = {"state": state, "ended_at": ended_at, "trouble": trouble}
    if ended_at is None:
        rows.update(**values)
        return
    with acting(by_system(at), "work", each.kind, each.key) as entry:
        rows.update(**values)
        entry.detail |= {"work": each.kind, "step": state, **each.detail}
