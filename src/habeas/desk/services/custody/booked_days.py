"""How many were booked on each of the last days: what the event of an import says, so that bookings can be counted from the record."""

from collections import Counter
from datetime import datetime, timedelta

from habeas.desk.models import Booking
from habeas.desk.services.office.office import local_day, office

DAYS = 62
"""How far back an import tells: a booking that is found later than this is in no count of the record."""


def booked_days(as_of: datetime) -> dict[str, int]:
    """The bookings of each local day of the last two months that the desk knows, by day; days without one are left out."""
    here = office()
    rows = Booking.objects.filter(booked_at__gt=as_of - timedelta(days=DAYS), booked_at__lte=as_of)
    found = Counter(
        local_day(here, at).isoformat() for at in rows.values_list("booked_at", flat=True) if at is not None
    )
    return dict(sorted(found.items()))
