"""An oracle for the clocks that shares nothing with them: a minute is a minute, and local time is worked out by hand.

Zones are a standard offset and whether daylight time is kept (second Sunday of March, 2 a.m., to first Sunday of November, 2 a.m.:
the rule of 15 USC 260a in every year here); holidays are written out from 5 USC 6103(a) and its observed days.
"""

from datetime import date, datetime, timedelta

ZONES = {
    "America/New_York": (-5, True),
    "America/Chicago": (-6, True),
    "America/Denver": (-7, True),
    "America/Los_Angeles": (-8, True),
    "America/Phoenix": (-7, False),
    "America/Anchorage": (-9, True),
    "America/Adak": (-10, True),
    "Pacific/Honolulu": (-10, False),
}
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def nth(year: int, month: int, weekday: int, number: int) -> date:
    """The `number`-th given weekday of a month; the last where it is 0."""
    if number == 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def legal_holidays(year: int) -> set[date]:
    """The eleven days of 5 USC 6103(a) in a year since 2021, without observed days."""
    monday, thursday = 0, 3
    return {
        date(year, 1, 1),
        nth(year, 1, monday, 3),
        nth(year, 2, monday, 3),
        nth(year, 5, monday, 0),
        date(year, 6, 19),
        date(year, 7, 4),
        nth(year, 9, monday, 1),
        nth(year, 10, monday, 2),
        date(year, 11, 11),
        nth(year, 11, thursday, 4),
        date(year, 12, 25),
    }


def holidays_as_observed(year: int) -> set[date]:
    """Each holiday on the one day of `year` it is kept: Saturday's on the Friday before, Sunday's on the Monday after."""
    moves = {5: -1, 6: 1}
    kept = {
        day + timedelta(days=moves.get(day.weekday(), 0)) for day in legal_holidays(year) | legal_holidays(year + 1)
    }
    return {day for day in kept if day.year == year}


HOLIDAYS = {day for year in range(2023, 2033) for day in holidays_as_observed(year)}


def offset(zone: str, utc: datetime) -> timedelta:
    """The offset of a zone at a naive UTC time."""
    standard, daylight = ZONES[zone]
    begins = datetime.combine(nth(utc.year, 3, 6, 2), datetime.min.time()) + 2 * HOUR - standard * HOUR
    ends = datetime.combine(nth(utc.year, 11, 6, 1), datetime.min.time()) + HOUR - standard * HOUR
    return (standard + (daylight and begins <= utc < ends)) * HOUR


def counts(zone: str, utc: datetime, excluding: bool) -> bool:
    """Whether the minute that begins at `utc` counts."""
    day = (utc + offset(zone, utc)).date()
    return not excluding or (day.weekday() < 5 and day not in HOLIDAYS)


def end_by_minutes(zone: str, utc: datetime, minutes: int, excluding: bool) -> datetime:
    """Walk from `utc`, one minute at a time, until so many minutes have counted."""
    while minutes:
        minutes -= counts(zone, utc, excluding)
        utc += MINUTE
    return utc
