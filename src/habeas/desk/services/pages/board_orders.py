"""The lines of the board about a release or a claim, each with what a judge's order or the law requires of that inmate."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from habeas.desk.services.releases.standing_orders import StandingOrder, orders_about
from habeas.desk.services.releases.suspended_holds import CALL

Orders = dict[int | None, list[StandingOrder]]


def orders_by_person(lines: Iterable[Any], at: datetime) -> Orders:
    """What stands about the inmates of these lines, by inmate, in one query; no query without lines."""
    people = {row.person.pk for row in lines if row.person}
    found: Orders = {}
    for order in orders_about(people, at) if people else []:
        found.setdefault(order.person_id, []).append(order)
    return found


def with_orders(rows: Iterable[Any], found: Orders) -> list[Any]:
    """The lines of releases, those first that a judge's order or a hold required by law stands against: it is what comes next."""
    told = [_with(row, found.get(row.person.pk, [])) if row.person else row for row in rows]
    return sorted(told, key=lambda row: not row.order)  # who may not go to the street stands first


def with_suspended(rows: Iterable[Any], found: Orders) -> list[Any]:
    """The lines of the board, those of a claim with the holds that it suspends; what comes next stays the finding."""
    return [
        _suspended(row, found.get(row.person.pk, [])) if row.kind == "dispute" and row.person else row for row in rows
    ]


def _with(row: Any, orders: list[StandingOrder]) -> Any:
    return replace(row, order=_words(orders), next=_words(orders)) if orders else row


def _suspended(row: Any, orders: list[StandingOrder]) -> Any:
    stopped = [each for each in orders if each.decide_by is not None]
    return replace(row, order=" ".join(map(_brief, stopped))) if stopped else row


def _brief(order: StandingOrder) -> str:
    """A suspended hold on one line: which, on what rule, whom to call; by when stands beside it."""
    return f"{order.heading}, {order.number} ({'; '.join(order.law)}). Call {CALL} now."


def _words(orders: list[StandingOrder]) -> str:
    return " ".join(f"{each.heading} {each.number}: {each.requires}" for each in orders)
