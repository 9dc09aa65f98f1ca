"""The lines of the board about a release, each with what a judge's order or the law requires first."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from habeas.desk.services.releases.standing_orders import StandingOrder, orders_about


def with_orders(rows: Iterable[Any], at: datetime) -> list[Any]:
    """The same lines, those first that a judge's order or a hold required by law stands against: it is what comes next."""
    lines = list(rows)
    found: dict[int | None, list[StandingOrder]] = {}
    for order in orders_about({row.person.pk for row in lines if row.person}, at) if lines else []:
        found.setdefault(order.person_id, []).append(order)
    told = [_with(row, found.get(row.person.pk, [])) if row.person else row for row in lines]
    return sorted(told, key=lambda row: not row.order)  # who may not go to the street stands first


def _with(row: Any, orders: list[StandingOrder]) -> Any:
    if not orders:
        return row
    words = " ".join(f"{each.heading} {each.number}: {each.requires}" for each in orders)
    return replace(row, order=words, next=words)
