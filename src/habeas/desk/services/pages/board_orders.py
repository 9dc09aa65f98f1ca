"""The lines of the board about a release or a claim, each with what a judge's order or the law requires of that inmate."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from habeas.common.dates_read import moment_read
from habeas.desk.models import Office
from habeas.desk.services.clocks.clocks import AFTER_HOLD
from habeas.desk.services.office.office import style_of, zone
from habeas.desk.services.releases.standing_orders import StandingOrder, orders_about
from habeas.desk.services.releases.suspended_holds import CALL

AGAINST = "Cleared for release by the jail, but something stands against it"
FIRST = "Settle what stands against it before any release"
WHEN_IT_ENDS = "Release the inmate when the hold ends"
FROM_THEN = "The county target for the release counts from then."
PASSED = "The county target has passed. Settle now what stands against the release."
Orders = dict[int | None, list[StandingOrder]]


def orders_by_person(lines: Iterable[Any], at: datetime) -> Orders:
    """What stands about the inmates of these lines, by inmate, in one query; no query without lines."""
    people = {row.person.pk for row in lines if row.person}
    found: Orders = {}
    for order in orders_about(people, at) if people else []:
        found.setdefault(order.person_id, []).append(order)
    return found


def with_orders(rows: Iterable[Any], found: Orders, here: Office) -> list[Any]:
    """The lines of releases, those first that a judge's order or a hold required by law stands against: it is what comes next."""
    told = [_released(row, found.get(row.person.pk, []), here) if row.person else row for row in rows]
    return sorted(told, key=lambda row: not row.order)  # who may not go to the street stands first


def with_standing(rows: Iterable[Any], found: Orders, here: Office) -> list[Any]:
    """The lines of the board: a claim's with the holds that it suspends, a release's with what stands against it; in their order."""
    told = [_told(row, found.get(row.person.pk, []), here) if row.person else row for row in rows]
    return sorted(told, key=lambda row: row.first)


def words_of(orders: Iterable[StandingOrder], here: Office) -> str:
    """What stands against a release, in sentences: by which law, until when, and from when the county's target counts."""
    return " ".join(_sentence(each, here) for each in orders)


def _told(row: Any, orders: list[StandingOrder], here: Office) -> Any:
    if row.kind == "dispute":
        return _suspended(row, orders)
    return _released(row, orders, here) if row.kind == "release" else row


def _released(row: Any, orders: list[StandingOrder], here: Office) -> Any:
    """A release with what stands against it; the county's own target orders nobody to the street then."""
    if not orders:
        return row
    words = words_of(orders, here)
    if not row.key:
        return replace(row, order=words, next=words)  # a line without a deadline
    if all(each.settled and each.until for each in orders):
        return replace(row, order=words, what=AFTER_HOLD, next=WHEN_IT_ENDS, held=True)
    if any(each.settled and each.court for each in orders):
        return replace(row, order=words, what=AGAINST, next=FIRST, ends_at=None, overdue="")
    return replace(row, order=words, what=AGAINST, next=FIRST, overdue=PASSED if row.overdue else "")


def _suspended(row: Any, orders: list[StandingOrder]) -> Any:
    stopped = [each for each in orders if each.decide_by is not None]
    return replace(row, order=" ".join(map(_brief, stopped))) if stopped else row


def _brief(order: StandingOrder) -> str:
    """A suspended hold on one line: which, on what rule, whom to call; by when stands beside it."""
    return f"{order.heading}, {order.number} ({'; '.join(order.law)}). Call {CALL} now."


def _sentence(order: StandingOrder, here: Office) -> str:
    said = f"{order.heading} {order.number}: {order.requires}"
    if order.until is None:
        return said
    law = f" ({'; '.join(order.law)})" if order.law else ""
    return f"{said} Held{law} until {moment_read(order.until, zone(here), style_of(here))}: release then. {FROM_THEN}"
