"""Days and times that people type: local to the jail, read by one reader, refused with a sentence that says how to write one.

Whoever writes in a hurry leaves out what is plain: `0230` is today's, `11/30` is of the nearest year. What was filled in is said back.
"""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest

from habeas.common.dates_read import day_read, moment_read
from habeas.common.moments import typed_day, typed_time
from habeas.common.numbers import whole_number
from habeas.desk.services.office.office import Office, for_field, style_of, zone
from habeas.desk.workflow.errors import RefusedError

_SHORT = re.compile(
    r"(?:(\d{1,2})/(\d{1,2})(?:/(\d{2}))?)?(?:(?:^|,? +)(\d{1,2}):?(\d{2})(?: ?hrs)?(?: ?([ap])\.?m\.?)?)?",
    re.IGNORECASE | re.ASCII,
)
"""A month and day, with a year of two digits or none, and a time of day: either may be left out."""
_ZONE = re.compile(r"(.+) ([A-Z]{3,4})")
"""A time with the zone that tells the hour that comes twice a year from its second coming."""


def typed_moment(request: HttpRequest, name: str, words: str, here: Office) -> datetime | None:
    """The time in field `name`, None where it is empty. Raises RefusedError that names the field by its `words`."""
    text = request.POST.get(name, "").strip()
    if not text:
        return None
    try:
        found = read_moment(text, here, request.moment)  # type: ignore[attr-defined]
    except ValueError:
        raise RefusedError(moment_wanted(words, text, here, request.moment)) from None  # type: ignore[attr-defined]
    if not _whole(text):
        messages.info(request, f"{words}: “{text[:25]}” was read as {moment_read(found, zone(here), style_of(here))}.")
    return found


def typed_date(request: HttpRequest, name: str, words: str, here: Office) -> date | None:
    """The day in field `name`, None where it is empty. Raises RefusedError that names the field by its `words`."""
    text = (request.POST or request.GET).get(name, "").strip()
    if not text:
        return None
    now: datetime = request.moment  # type: ignore[attr-defined]
    try:
        found = read_day(text, here, now)
    except ValueError:
        raise RefusedError(day_wanted(words, text, here, now)) from None
    if not _whole(text):
        messages.info(request, f"{words}: “{text[:25]}” was read as {day_read(found, style_of(here))}.")
    return found


def read_moment(text: str, here: Office, now: datetime) -> datetime:
    """A day and time as typed, on the jail's clock: `11/30/2026 0230`, `0230`, `2:30 pm`, `11/30 0230`. ValueError where it is none.

    A day alone is refused: nobody supposes midnight.
    """
    text, jail = text.strip(), zone(here)
    if _is_day(text) or _is_day(completed(text, now.astimezone(jail).date())):
        raise ValueError("a day without a time of day")
    labeled = _ZONE.fullmatch(text)
    plain, label = labeled.groups() if labeled and labeled[2] != "HRS" else (text, "")
    typed = typed_time(plain if _whole(plain) else completed(plain, now.astimezone(jail).date()))
    return typed if typed.tzinfo else _on_the_clock(typed, jail, label)


def read_day(text: str, here: Office, now: datetime) -> date:
    """A day as typed: `11/30/2026`, `11/30`. ValueError where it is none, or where a year of two digits is not one near today."""
    text = text.strip()
    return typed_day(text if _is_day(text) else completed(text, now.astimezone(zone(here)).date()))


def completed(text: str, today: date) -> str:
    """What was typed with the day or the year that was left out; itself where it is in no short form. ValueError for no such day."""
    met = _SHORT.fullmatch(text)
    if not text or met is None:
        return text
    month, day, year, hour, minute, half = met.groups()
    there = _nearest(_number(month), _number(day), year, today) if month else today
    if hour is None:
        return there.isoformat()
    clock = f"{_number(hour):02d}:{minute}" + (f" {half.lower()}m" if half else "")
    return f"{there.isoformat()} {clock}"


def _number(text: str) -> int:
    if (found := whole_number(text, most=99)) is None:
        raise ValueError("no number of two digits")
    return found


def _nearest(month: int, day: int, year: str | None, today: date) -> date:
    """That day of the year nearest to today; a year of two digits must be one of those around today."""
    years = [
        each for each in (today.year, today.year - 1, today.year + 1) if year is None or each % 100 == _number(year)
    ]
    near = [found for each in years if (found := _day_of(each, month, day))]
    if not near:
        raise ValueError(f"{month}/{day} is no day near today")
    return min(near, key=lambda each: abs(each - today))


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _whole(text: str) -> bool:
    """Whether it is written in full, so that there is nothing to say back."""
    try:
        typed_time(text)
    except ValueError:
        return _is_day(text)
    return True


def _is_day(text: str) -> bool:
    try:
        typed_day(text)
    except ValueError:
        return False
    return True


def _on_the_clock(typed: datetime, jail: ZoneInfo, label: str) -> datetime:
    """A wall-clock time of the jail. ValueError for an hour that the clocks skip, or a zone that is not the jail's then."""
    for each in (typed.replace(tzinfo=jail, fold=0), typed.replace(tzinfo=jail, fold=1)):
        if label in {"", each.tzname()} and each.astimezone(UTC).astimezone(jail).replace(tzinfo=None, fold=0) == typed:
            return each.astimezone(UTC)
    raise ValueError("no such time on the jail's clock")


def moment_wanted(words: str, text: str, here: Office, now: datetime) -> str:
    """The sentence for a time that cannot be read."""
    form = for_field(now, here)
    return f'{_named(words)}"{text[:25]}" was not read; enter the date and time as {form}, or a time alone for today.'


def day_wanted(words: str, text: str, here: Office, now: datetime) -> str:
    """The sentence for a day that cannot be read."""
    form = day_read(now.astimezone(zone(here)), style_of(here))
    return f'{_named(words)}"{text[:25]}" was not read; enter the date as {form}.'


def _named(words: str) -> str:
    return f"{words}: " if words else ""
