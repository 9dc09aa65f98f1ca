"""A date and time as it is written. A day alone is no time: nobody supposes midnight."""

import re
from datetime import date, datetime


def moment(text: str) -> datetime | None:
    """Return the time that `text` gives, None where it gives a day and no hour. Raises ValueError where it is neither."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(text)
    return None


def said_of_day(written: object, key: str, place: str) -> str:
    """Return the sentence for a time that is written as a day alone; `key` is the fact, `place` the file or case it stands in."""
    return f'{place}: {key} is "{str(written)[:40]}", a day without an hour, and counts as unknown until somebody gives the hour.'


SANE_YEARS = range(1800, 2200)
"""The years of a day or time that somebody types: beyond them a zone, a store or a count of days runs over its end."""


_AS_READ = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(\d{1,2}/\d{1,2}/\d{4}|[A-Z][a-z]{2} \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2})"
    r"(?:,? (\d{1,2}):?(\d{2})(?: hrs)?(?: ([ap])\.?m\.?)?)?"
)
"""A day, or a day and a time of day, as `dates_read` writes them in each of its forms."""


def typed_day(text: str) -> date:
    """A day that somebody typed: 02/20/1988, 1988-02-20 or Feb 20, 1988. ValueError for anything else, and for a year nobody means."""
    found = date.fromisoformat(_as_iso(text.strip()))
    if found.year not in SANE_YEARS:
        raise ValueError(f"the year {found.year} is none that a jail writes")
    return found


def typed_time(text: str) -> datetime:
    """A day and time that somebody typed (11/25/2026 0305, 2026-11-25T03:05), with or without an offset. ValueError as in `typed_day`."""
    found = datetime.fromisoformat(_as_iso(text.strip()))
    typed_day(found.date().isoformat())
    return found


def _as_iso(text: str) -> str:
    """The text as ISO writes it where it is in one of the forms that pages show; itself where not."""
    met = _AS_READ.fullmatch(text)
    if met is None:
        return text
    day, hour, minute, half = met.groups()
    form = "%m/%d/%Y" if "/" in day else "%Y-%m-%d" if day[:1].isdigit() else "%b %d, %Y"
    iso = datetime.strptime(day, form).date().isoformat()  # noqa: DTZ007 - a day, of no zone
    if hour is None:
        return iso
    if half and not 1 <= int(hour) <= 12:
        raise ValueError(f"{hour} is no hour before or after noon")
    return f"{iso}T{int(hour) % 12 + 12 * (half == 'p') if half else int(hour):02d}:{minute}"
