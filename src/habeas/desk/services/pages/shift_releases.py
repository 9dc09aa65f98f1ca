"""What a shift passes on of releases: whom a court order or a required hold is about, and who leaves within a day; stored without names."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from habeas.desk.models import Booking
from habeas.desk.services.office.office import local_day, office
from habeas.desk.services.releases.release_watch import in_custody, open_requests
from habeas.desk.services.releases.standing_orders import StandingOrder, orders_about, unmatched

MOST = 200
"""Releases that are passed on one by one, the next to leave first; the rest is counted, and stands on the release watch."""
UNMATCHED = "Court's document, inmate not identified yet"


def standing(at: datetime) -> list[StandingOrder]:
    """Every court's order and required hold that bears on a release, and each hold asked for that the law here can require."""
    return orders_about(open_requests().values_list("person_id", flat=True), at)


def orders(stands: Iterable[StandingOrder]) -> list[dict[str, Any]]:
    """What stands against a release as it is passed on, and a court's documents of which nobody knows whose they are."""
    known = [_order(each) for each in stands]
    return known + [{"request": each.number, "what": UNMATCHED, "settled": False} for each in unmatched()]


def _order(each: StandingOrder) -> dict[str, Any]:
    line: dict[str, Any] = {"request": each.number, "what": each.heading, "settled": each.settled}
    return line | ({"open_law": list(each.open_law)} if each.open_law else {})


def leaving(at: datetime) -> list[dict[str, Any]]:
    """Who leaves today or tomorrow by the jail's record, or is cleared for release: by the booking's key."""
    return [_line(each) for each in _soon(at)[:MOST]]


def left_out(at: datetime) -> int:
    """How many more leave than are passed on one by one."""
    return max(0, _soon(at).count() - MOST)


def _soon(at: datetime) -> QuerySet[Any]:
    day = local_day(office(), at)
    soon = Q(scheduled_release_on__range=(day, day + timedelta(days=1))) | Q(release_ready_at__isnull=False)
    asked = open_requests().filter(person=OuterRef("person"))
    rows = in_custody().filter(soon).annotate(asked=Exists(asked))
    order = (F("release_ready_at").asc(nulls_last=True), F("scheduled_release_on").asc(nulls_last=True), "-asked", "id")
    return rows.order_by(*order)


def _line(booking: Booking) -> dict[str, Any]:
    on, ready = booking.scheduled_release_on, booking.release_ready_at
    return {
        "key": booking.key,
        "on": on.isoformat() if on else None,
        "ready": ready.isoformat() if ready else None,
        "open": list(open_requests().filter(person=booking.person_id).values_list("number", flat=True)),
    }
