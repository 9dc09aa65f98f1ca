"""What the roster says of one inmate's stay, for the pages that identify, determine and approve: charges, holds, the scheduled release."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.desk.models import Booking, Person


@dataclass(frozen=True, slots=True)
class BookingCard:
    """One inmate beside a paper, as the roster has them."""

    person: Person
    booking: Booking | None
    charges: tuple[str, ...]
    holds: tuple[str, ...] | None
    """None where the roster says nothing of holds."""
    scheduled: tuple[str, ...]
    """The scheduled releases of the stay (or of every stay where none is chosen), as days."""


def booking_card(person: Person | None, booking: Booking | None = None) -> BookingCard | None:
    """The card of a person, of the chosen stay alone where one is chosen; None where nobody is meant."""
    if person is None:
        return None
    stays = _stays(person.record, booking)
    said = [stay.get("holds") for stay in stays]
    holds = None if all(each is None for each in said) else tuple(words for each in said for words in each or ())
    charges = tuple(charge_words(charge) for stay in stays for charge in stay.get("charges") or ())
    days = tuple(str(stay["scheduled_release_on"]) for stay in stays if stay.get("scheduled_release_on"))
    return BookingCard(person, booking, charges, holds, days)


def _stays(record: Mapping[str, Any], booking: Booking | None) -> list[Mapping[str, Any]]:
    every = list(record.get("bookings") or ())
    mine = [each for each in every if booking and each.get("booking_id") == booking.booking_id]
    return mine or every


def charge_words(charge: Mapping[str, Any]) -> str:
    """One charge of a booking as the roster has it."""
    keys = ("statute", "description", "grade", "disposition")
    return ", ".join(str(charge[key]) for key in keys if charge.get(key)) or "a charge without words"
