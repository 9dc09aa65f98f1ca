"""Whether an export wrote the hour of a moment: where it wrote a day alone, the day is what is told, and no midnight."""

import re
from datetime import date, datetime

from habeas.roster.records import Booking

_HOUR = re.compile(
    r"(?<!\d)(?:00|24|12):00|(?<!\d)(?:0000|2400)(?:00)?(?!\d)|(?:0000|2400)(?:00)?\s*$|^\D*\d{9,13}\D*$|[AP]M\b",
    re.IGNORECASE,
)
"""How midnight is written: 00:00, 2400, 12:00 AM, behind the digits of a day, or as a moment since 1970."""


def as_written(booking: Booking, name: str) -> date | datetime | None:
    """A booking's moment (`booked_at`, `released_at`); the day alone where the export wrote no hour, None where it is unknown."""
    moment: datetime | None = getattr(booking, name)
    if moment is None or (moment.hour, moment.minute) != (0, 0):
        return moment
    return moment if _HOUR.search(booking.raw.get(name, "")) else moment.date()
