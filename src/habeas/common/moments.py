"""A date and time as it is written. A day alone is no time: nobody supposes midnight."""

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


def typed_day(text: str) -> date:
    """A day that somebody typed, year-month-day. ValueError for anything else, and for a year that nobody means."""
    found = date.fromisoformat(text.strip())
    if found.year not in SANE_YEARS:
        raise ValueError(f"the year {found.year} is none that a jail writes")
    return found


def typed_time(text: str) -> datetime:
    """A day and time that somebody typed, with or without an offset. ValueError as in `typed_day`."""
    found = datetime.fromisoformat(text.strip())
    typed_day(found.date().isoformat())
    return found
