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
