"""Who in custody is near to what a paper says: looked for before anybody certifies that nobody is meant."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.desk.models import Person
from habeas.desk.services.custody.people import with_disputed
from habeas.desk.services.custody.roster_index import index, names
from habeas.desk.workflow.identity import pair, query_of
from habeas.matching import Query
from habeas.matching.evidence import date_difference

MOST = 50


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody who may be meant: what agrees or could not be compared, and what disagrees, in words without any value."""

    person: Person
    reasons: tuple[str, ...]
    conflicts: tuple[str, ...]


def near(
    subject: Mapping[str, Any], unreadable: tuple[str, ...] = (), leave_out: frozenset[str] = frozenset()
) -> list[Near]:
    """Everybody not known to have left who is near to a paper's `subject`, the likeliest first, at most `MOST`.

    Near is whom the matcher proposes; whoever bears the name, whatever the birth date; whoever spells it nearly so, unless the two
    birth dates have nothing in common. `leave_out`: person numbers a human has ruled out. An empty list says that nobody is near.
    """
    query = query_of(subject, unreadable)
    first = [each.person_id for each in index().match(query, leave_out).candidates]
    bearing, alike = _by_name(query)
    ids = [*first, *names().in_order((bearing | alike) - set(first) - leave_out)]
    rows = with_disputed(Person.objects.filter(person_id__in=ids).exclude(in_custody=False))
    people = {each.person_id: each for each in rows.prefetch_related("bookings")}
    wanted = (people[each] for each in ids if each in people)
    kept = [each for each in wanted if each.person_id in {*first, *bearing} or _may_be(query, each)][:MOST]
    return [
        Near(each, held.reasons, held.conflicts) for each in kept for held in (pair(subject, each.record, unreadable),)
    ]


def _by_name(query: Query) -> tuple[set[str], set[str]]:
    """Who bears a name of the query, and who has one that is spelled nearly so."""
    boxed = " ".join(filter(None, (query.family_name, query.given_name, query.middle_name)))
    short = " ".join(filter(None, (query.family_name, query.given_name)))
    texts = [each for each in {boxed or query.full_name, short, *query.aliases.split(";")} if each.strip()]
    bearing = {found for text in texts for found in (*names().bearing(text), *names().within(text))}
    return bearing, {found for text in texts for found in names().alike(text)}


def _may_be(query: Query, person: Person) -> bool:
    return not _altogether_other(query.date_of_birth, person.date_of_birth)


def _altogether_other(one: date | None, other: date | None) -> bool:
    """Whether two birth dates differ by more than a slip; a missing one speaks against nobody."""
    if one is None or other is None or one == other:
        return False
    return date_difference(one.isoformat(), other.isoformat()) == "date_differs"
