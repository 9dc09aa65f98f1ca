"""What one row says against itself: a release before the booking, a birth after it. Such a date is unknown, and said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

CENTURY = ", for nobody is booked before they are born"
"""How a sentence ends that says a birth was read in the century before."""
_DAY = timedelta(days=1)
"""An export of the evening may be read in the time of another zone."""
_OFFSET = re.compile(r":\d\d.*(?:Z|[+-]\d\d:?\d\d)\s*$")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value of a row that is not what was written: what it becomes, and what to say."""

    column: str
    value: Any
    said: str


def doubts(values: Mapping[str, Any], raw: Mapping[str, str], two_digits: bool, export_day: date | None) -> list[Doubt]:
    """Return what cannot be in one row. `two_digits`: the year of birth was; `export_day`: nobody is born or booked after it."""
    booked, released = values.get("booked_at"), values.get("released_at")
    planned, born = values.get("scheduled_release_on"), values.get("date_of_birth")
    found = []
    if released is not None and export_day is not None and released.date() > export_day + _DAY:
        found.append(_unknown("released_at", raw, "a release after the day of the export, which is one to come"))
    if booked is not None:
        if released is not None and _before(released, booked, raw):
            found.append(_unknown("released_at", raw, "a release before the booking"))
        if planned is not None and planned < booked.date():
            found.append(_unknown("scheduled_release_on", raw, "a release before the booking"))
        if export_day is not None and booked.date() > export_day:
            # kept, for the day may be an old one
            what = f'booked_at is "{raw.get("booked_at", "")[:40]}", after {export_day.isoformat()}'
            found.append(Doubt("booked_at", booked, what))
    if born is not None:
        found += _born(born, booked.date() if booked else None, raw, two_digits, export_day)
    return found


def _born(
    born: date, booked: date | None, raw: Mapping[str, str], two_digits: bool, export_day: date | None
) -> list[Doubt]:
    """A birth after the booking or the export's day; of two digits the century before is meant, or nobody can tell."""
    latest = min((day for day in (booked, export_day) if day is not None), default=None)
    if latest is None:
        return [_unknown("date_of_birth", raw, "whose year of two digits reads in two ways")] if two_digits else []
    if born <= latest:
        return []
    earlier = _century_before(born) if two_digits else None
    if earlier is None:
        return [_unknown("date_of_birth", raw, "a birth after the booking or the export")]
    what = f'date_of_birth is "{raw.get("date_of_birth", "")[:40]}": read as {earlier.isoformat()}'
    return [Doubt("date_of_birth", earlier, f"{what}{CENTURY}")]


def _unknown(column: str, raw: Mapping[str, str], why: str) -> Doubt:
    return Doubt(column, None, f'{column} is "{raw.get(column, "")[:40]}", {why}: left unknown')


def _century_before(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 100)
    except ValueError:  # 29 February of a year that has none
        return None


def _before(released: datetime, booked: datetime, raw: Mapping[str, str]) -> bool:
    """Whether the release is before the booking; without a time of day, a release on the local day of booking is not."""
    if _day_only(released, raw.get("released_at", "")) or _day_only(booked, raw.get("booked_at", "")):
        return released.date() < _local_day(booked, released)
    if released.tzinfo is not None and booked.tzinfo is not None:
        return released < booked
    return released.replace(tzinfo=None) < booked.replace(tzinfo=None)


def _day_only(moment: datetime, written: str) -> bool:
    """Whether a midnight is a day: many systems write 00:00 for no time; one with an offset is a time."""
    return (moment.hour, moment.minute) == (0, 0) and not _OFFSET.search(written)


def _local_day(booked: datetime, released: datetime) -> date:
    """The day of booking by its own clock; a booking in UTC is told by the county's clock, which the release has."""
    universal = booked.tzinfo is not None and not booked.utcoffset()
    return (booked.astimezone(released.tzinfo) if universal and released.tzinfo is not None else booked).date()
