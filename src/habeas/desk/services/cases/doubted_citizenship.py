"""Inmates whose recorded citizenship is contradicted by a claim that is open or was upheld: to a list it is not on record.

Nothing is inferred: their row says neither that they are citizens nor that they are not, so no list selected by citizenship names them.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from habeas.desk.services.cases.related_rows import Row
from habeas.desk.workflow.findings import UPHELD
from habeas.roster.records import Person

SILENT = (None, "", "null", "US")
"""What a record says where a claim of citizenship contradicts nothing."""


def doubted(claims: Iterable[Row]) -> list[list[str]]:
    """Each of them by the roster's number, with the claim that contradicts the record: one that is open, else the last that was upheld.

    `claims` are the claims of citizenship as `related_rows` reads them.
    """
    standing: dict[str, list[str]] = {}
    for row in sorted(claims, key=_when):
        number = row["number"]
        if row["on_record"] in SILENT:
            continue  # the claim contradicts nothing that a list would tell
        if row["resolved_at"] is None or row["resolution"] == UPHELD:
            standing[number] = [number, row["key"], "open" if row["resolved_at"] is None else UPHELD]
        else:
            standing.pop(number, None)
    return [standing[number] for number in sorted(standing)]


def _when(row: Row) -> tuple[bool, Any, int]:
    """Those decided, in the order they were, then those that are open."""
    return row["resolved_at"] is None, row["resolved_at"] or 0, row["id"]


def without_citizenship(people: Iterable[Person], numbers: Collection[str]) -> list[Person]:
    """The same people; of those with these numbers nothing is on record of their citizenship."""
    return [_without(each) if each.person_id in numbers else each for each in people]


def _without(person: Person) -> Person:
    return replace(person, citizenship=None, citizenship_on_record="", citizenship_source="")
