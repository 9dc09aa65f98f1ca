"""Days and moments as people read them: the one place that writes them. Files for machines keep ISO dates."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from types import MappingProxyType

DAY_FORMS = MappingProxyType({"us": "02/20/1988", "month": "Feb 20, 1988", "iso": "1988-02-20"})
"""How a day is written, each with an example."""
CLOCK_FORMS = MappingProxyType({"24": "0613 hrs", "24_colon": "06:13", "12": "6:13 a.m."})
"""How a time of day is written, each with an example."""

_WRITTEN = re.compile(
    r"(?<![\w/.:-])(\d{4}-\d{2}-\d{2})"
    r"(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?"
    r"(?: [A-Z]{3,4}\b)?(?: \((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\))?(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How an office writes days and times: a key of `DAY_FORMS` and one of `CLOCK_FORMS`."""

    days: str = "us"
    clock: str = "24"


US = DateStyle()
"""As an American jail writes them."""


def day_read(day: date, style: DateStyle = US) -> str:
    """A day: `02/20/1988`."""
    if style.days == "iso":
        return f"{day:%Y-%m-%d}"
    return f"{day:%b} {day.day}, {day.year}" if style.days == "month" else f"{day:%m/%d/}{day.year:04}"


def time_read(moment: datetime, style: DateStyle = US) -> str:
    """The time of day of a moment that already stands in its zone: `0613 hrs`."""
    if style.clock == "12":
        return f"{moment.hour % 12 or 12}:{moment:%M} {'a.m.' if moment.hour < 12 else 'p.m.'}"
    return f"{moment:%H:%M}" if style.clock == "24_colon" else f"{moment:%H%M} hrs"


def moment_read(moment: datetime, zone: tzinfo, style: DateStyle = US) -> str:
    """A moment on a zone's wall clock: `Sun 11/29/2026 0613 hrs`; the zone is added in the hour that comes twice a year."""
    there = moment.astimezone(zone)
    return (
        f"{there:%a} {day_read(there, style)} {time_read(there, style)}{f' {there:%Z}' if _comes_twice(there) else ''}"
    )


def _comes_twice(there: datetime) -> bool:
    return there.replace(fold=0).utcoffset() != there.replace(fold=1).utcoffset()


def dates_read(text: str, zone: tzinfo, style: DateStyle = US) -> str:
    """A stored sentence with its ISO days and times as people read them; what is no day of the calendar stays."""
    return _WRITTEN.sub(lambda each: _one_read(each, zone, style), text)


def _one_read(each: "re.Match[str]", zone: tzinfo, style: DateStyle) -> str:
    day, time, offset = each.groups()
    try:
        if time is None:
            return day_read(date.fromisoformat(day), style)
        moment = datetime.fromisoformat(f"{day}T{time}{offset or ''}")
        there = moment.astimezone(zone) if moment.tzinfo else moment
    except (ValueError, OverflowError):  # no day of the calendar, or none in this zone
        return each.group()
    return f"{there:%a} {day_read(there, style)} {time_read(there, style)}"


def time_left(left: timedelta) -> str:
    """How much time there is, in words: `2 h 05 min`, `3 d 4 h`; its sign is left out."""
    minutes = abs(int(left.total_seconds() // 60))
    days, hours, rest = minutes // 1440, minutes % 1440 // 60, minutes % 60
    return f"{days} d {hours} h" if days else f"{hours} h {rest:02d} min" if hours else f"{rest} min"
