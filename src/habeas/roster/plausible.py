"""What one row says against itself: a release before the booking, a birth after it. Such a date is unknown, and said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value of a row that is not what was written: what it becomes, and what to say."""

    column: str
    value: Any
    said: str


def doubts(values: Mapping[str, Any], raw: Mapping[str, str], two_digits: bool, export_day: date | None) -> list[Doubt]:
    """Return what cannot be in one row. `two_digits`: the year of birth was; `export_day`: nobody is born or booked after it."""
    checks = (_released, _scheduled, _booked, _born(two_digits))
    return [found for check in checks if (found := check(values, raw, export_day)) is not None]


_Check = Callable[[Mapping[str, Any], Mapping[str, str], date | None], Doubt | None]


def _released(values: Mapping[str, Any], raw: Mapping[str, str], export_day: date | None) -> Doubt | None:
    booked, released = values.get("booked_at"), values.get("released_at")
    if booked is None or released is None or not _before(released, booked):
        return None
    return _unknown("released_at", raw, "a release before the booking")


def _scheduled(values: Mapping[str, Any], raw: Mapping[str, str], export_day: date | None) -> Doubt | None:
    booked, planned = values.get("booked_at"), values.get("scheduled_release_on")
    if booked is None or planned is None or planned >= booked.date():
        return None
    return _unknown("scheduled_release_on", raw, "a release before the booking")


def _booked(values: Mapping[str, Any], raw: Mapping[str, str], export_day: date | None) -> Doubt | None:
    """A booking after the export's day is kept, for the day may be an old one; that it is odd is said."""
    booked = values.get("booked_at")
    if booked is None or export_day is None or booked.date() <= export_day:
        return None
    return Doubt("booked_at", booked, f'booked_at is "{raw.get("booked_at", "")[:40]}", after {export_day.isoformat()}')


def _born(two_digits: bool) -> _Check:
    def check(values: Mapping[str, Any], raw: Mapping[str, str], export_day: date | None) -> Doubt | None:
        born, booked = values.get("date_of_birth"), values.get("booked_at")
        known = [day for day in (export_day, booked.date() if booked else None) if day is not None]
        if born is None or (not known and not two_digits):
            return None
        if not known:
            return _unknown("date_of_birth", raw, "whose year of two digits reads in two ways")
        if born <= min(known):
            return None
        earlier = _century_before(born) if two_digits else None
        if earlier is None:
            return _unknown("date_of_birth", raw, "a birth after the booking or the export")
        what = f'date_of_birth is "{raw.get("date_of_birth", "")[:40]}": read as {earlier.isoformat()}'
        return Doubt("date_of_birth", earlier, f"{what}, for nobody is booked before they are born")

    return check


def _unknown(column: str, raw: Mapping[str, str], why: str) -> Doubt:
    return Doubt(column, None, f'{column} is "{raw.get(column, "")[:40]}", {why}: left unknown')


def _century_before(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 100)
    except ValueError:  # 29 February of a year that has none
        return None


def _before(released: datetime, booked: datetime) -> bool:
    """Whether the release is before the booking; a release on the day of booking without a time of day is not."""
    if released.tzinfo is not None and booked.tzinfo is not None:
        released = released.astimezone(booked.tzinfo)
    if released.date() != booked.date() or (released.hour, released.minute) == (0, 0):
        return released.date() < booked.date()
    return released.replace(tzinfo=None) < booked.replace(tzinfo=None)
