"""The word on which somebody is handed over: that the state's custody has ended. One person says it, a second stands behind it.

Where a scheduled release lies ahead, no signature stands for the second person's own record.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from habeas.desk.models import STANDS, Booking, FactRecord, Office, Request, Signature

ENTITLED = "custody.releasable"
FIRST = Signature.Door.FIRST
NEAR = timedelta(days=2)
"""Within so many days of a date the office's own calendar is asked which day it is there."""
ASK_FIRST = "First record whether the inmate is entitled to release now."
SECOND = "A second staff member must confirm that the inmate is entitled to release now, before the transfer."
AGAINST = "Our record says scheduled release {day}, and the entry says that the inmate is entitled to release now."


@dataclass(frozen=True, slots=True)
class Word:
    """One record of whether the inmate is entitled to release: what, by whom, when."""

    value: Any
    by: int
    at: datetime


def ahead(booking: Booking | None, at: datetime) -> date | None:
    """The scheduled release, where it lies ahead of the office's day and the jail has reported nobody entitled to go; else None."""
    day = booking.scheduled_release_on if booking and booking.release_ready_at is None else None
    if day is None:
        return None
    apart = datetime.combine(day, at.timetz()) - at
    if abs(apart) >= NEAR:
        return day if apart > timedelta() else None
    here = Office.objects.order_by("pk").values_list("time_zone", flat=True).first()
    return day if here and day > at.astimezone(ZoneInfo(here)).date() else None


def words_in(rows: Iterable[Mapping[str, Any]]) -> tuple[Word, ...]:
    """The same of facts that a page has read already: those that stand, oldest first."""
    found = (row for row in rows if row["fact"] == ENTITLED and row["request_id"] is None)
    return tuple(Word(row["value"], row["by_id"], row["recorded_at"]) for row in found)


def signed_in(rows: Iterable[Mapping[str, Any]]) -> tuple[tuple[int, datetime], ...]:
    """Who signed as the second person or as counsel, and when, of signatures that a page has read already."""
    return tuple((row["by_id"], row["at"]) for row in rows if row["door"] != FIRST)


def words_of(request: Request) -> list[Word]:
    """What stands on record of it, oldest first."""
    if request.person_id is None:
        return []
    rows = FactRecord.objects.filter(person=request.person_id, fact=ENTITLED, **STANDS).order_by("id")
    return [Word(*row) for row in rows.values_list("value", "by_id", "recorded_at")]


def signed_by(decision: Any) -> list[tuple[int, datetime]]:
    """Who signed a decision as the second person or as counsel, and when."""
    rows = decision.signatures.exclude(door=FIRST) if decision else Signature.objects.none()
    return list(rows.values_list("by_id", "at"))


def says_yes(words: Iterable[Word], since: datetime | None) -> list[Word]:
    """The records that say yes after the last that does not, of this stay."""
    found: list[Word] = []
    for each in words:
        found = [*found, each] if each.value is True else []
    return [each for each in found if since is None or each.at >= since]


def speaks_against(words: Iterable[Word], booking: Booking | None, at: datetime) -> str:
    """What our own record says against a word that the inmate is entitled to release, in a sentence; empty where nothing does."""
    said = says_yes(words, booking.booked_at if booking else None)
    day = ahead(booking, at) if said else None
    return AGAINST.format(day=day.isoformat()) if day else ""


def second_missing(
    words: Sequence[Word], signed: Iterable[tuple[int, datetime]], booking: Booking | None, at: datetime
) -> str | None:
    """Why the word does not carry a transfer yet, in a sentence; None where a second person stands behind it, or nobody says yes."""
    said = says_yes(words, booking.booked_at if booking else None)
    if not said:
        return ASK_FIRST if says_yes(words, None) else None  # a yes of an earlier stay says nothing of this one
    if len({each.by for each in said}) > 1:
        return None
    against = speaks_against(words, booking, at)
    if against:
        return f"{against} {SECOND}"
    stands = any(who != said[-1].by and when >= said[-1].at for who, when in signed)
    return None if stands else SECOND
