"""How a charge on the roster was dismissed: by the words of the line, or because it ended while the person was held on it."""

import re
from datetime import date

from habeas.roster.records import Booking, Charge

_COLUMN = "charge_disposition"
_SET_ASIDE = re.compile(r"1203\s*\.\s*4|set aside|expunge", re.IGNORECASE)
_DIVERTED = re.compile(r"diver(t|sion)", re.IGNORECASE)


def dismissed_under(charge: Charge, stay: Booking, as_of: date) -> str | None:
    """How the dismissed `charge` of the booking `stay` was dismissed, as `charge.dismissed_under` says it; None where nothing tells.

    Nobody is relieved under Penal Code 1203.4 while serving a sentence or charged with an offense: what was dismissed within the stay was
    dismissed before any conviction.
    """
    if charge.disposition != "dismissed":
        return None
    words = charge.raw.get(_COLUMN, "")
    if _SET_ASIDE.search(words):
        return "after_conviction"
    if _DIVERTED.search(words):
        return "diversion"
    return "before_conviction" if _within(charge.disposed_on, stay, as_of) else None


def _within(day: date | None, stay: Booking, as_of: date) -> bool:
    if day is None or stay.booked_at is None:
        return False
    last = stay.released_at.date() if stay.released_at else as_of
    return stay.booked_at.date() <= day <= last
