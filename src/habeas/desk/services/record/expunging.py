"""Obeying an order to erase: the names beside the record about one person are deleted; the chain never held them, and stands."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from habeas.desk.doing import Doing
from habeas.desk.models import Beside, Dispute, Event, Notice, Person, Request
from habeas.desk.record.writing import acting
from habeas.desk.workflow.errors import RefusedError

REMAINS: tuple[str, ...] = (
    "Every event about the inmate, with its time, user and action, identified by an opaque key or the request number.",
    "The inmate's record here, the bookings, and the jail exports they came from.",
    "Requests about the inmate, the documents received, the decisions with their stored facts, the letters and notices.",
    "Calls, disputes, comments and service of notices, as logged.",
    "Exports of the record already given out, and backups: delete the same rows again in a backup that is restored.",
)
"""What an order obeyed here does not reach; counsel says whether the order does."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What would be erased: the rows beside the record about one person, by label."""

    rows: list[Beside]

    def by_label(self) -> dict[str, int]:
        """How many rows of each label."""
        found: dict[str, int] = {}
        for row in self.rows:
            found[row.kind] = found.get(row.kind, 0) + 1
        return dict(sorted(found.items()))


def reach_of(person: Person) -> Reach:
    """The rows beside the record about this person: those that events about them refer to, and those that name them."""
    digests = set(_referred(person))
    names = _names(person)
    rows = [row for row in Beside.objects.order_by("id").iterator() if row.digest in digests or _mentions(row, names)]
    return Reach(rows)


def _referred(person: Person) -> Iterator[str]:
    """The digests that events about the person, their bookings, requests, disputes and notices refer to."""
    numbers = list(Request.objects.filter(person=person).values_list("number", flat=True))
    keys = [person.key, *person.bookings.values_list("key", flat=True)]
    keys += [*Dispute.objects.filter(person=person).values_list("key", flat=True)]
    keys += [*Notice.objects.filter(person=person).values_list("key", flat=True)]
    about = Q(object__in=keys) | Q(request__in=numbers)
    for body in Event.objects.filter(about).values_list("body", flat=True).iterator():
        yield from json.loads(body)["refs"].values()


def _names(person: Person) -> list[tuple[str, ...]]:
    """What names the person: each a group of words that must all stand in a value."""
    numbers = [(person.person_id,), *((each,) for each in person.bookings.values_list("booking_id", flat=True))]
    names = [(person.family_name, person.given_name)] if person.family_name and person.given_name else []
    return [group for group in (*numbers, *names) if all(group)]


def _mentions(row: Beside, names: list[tuple[str, ...]]) -> bool:
    words = set(_words(row.value))
    text = " ".join(words)
    return any(
        all(part.casefold() in words or f" {part.casefold()} " in f" {text} " for part in group) for group in names
    )


def _words(value: str) -> Iterator[str]:
    """Every text in a JSON value, whole and word by word, without regard to case."""
    stack = [json.loads(value)]
    while stack:
        each = stack.pop()
        if isinstance(each, dict):
            stack.extend(each.values())
        elif isinstance(each, list):
            stack.extend(each)
        elif isinstance(each, str):
            yield each.casefold()
            yield from (word.strip(",.;:()\"'") for word in each.casefold().split())


def expunge(person: Person, order: str, doing: Doing) -> int:
    """Erase the rows beside the record about a person on a court's order. How many; RefusedError without the order's number."""
    order = order.strip()
    if not order:
        raise RefusedError("Enter the order's number and court: nothing is erased without an order.")
    with acting(doing, "expunge", "person", person.key) as entry:
        reach = reach_of(person)
        if not reach.rows:
            raise RefusedError("No sealed values about this inmate are stored; there is nothing to erase here.")
        Beside.objects.filter(pk__in=[row.pk for row in reach.rows]).delete()
        entry.detail |= {"order": order[:200], "erased": len(reach.rows)}
        entry.detail["digests"] = sorted(row.digest for row in reach.rows)
    return len(reach.rows)
