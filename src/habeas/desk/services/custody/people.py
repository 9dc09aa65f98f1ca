"""People: found by name, number or birth date; and the page of one, part by part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Subquery

from habeas.desk.built_once import BuiltOnce, Given, given_key
from habeas.desk.doing import staff_number
from habeas.desk.models import Account, Booking, Dispute, Event, Notice, Person, Request
from habeas.desk.services.custody.annotations import counted
from habeas.desk.services.custody.birth_dates import day_of_birth, near_days
from habeas.desk.services.custody.name_table import asked_words
from habeas.desk.services.custody.roster_index import index, names
from habeas.desk.workflow.errors import RefusedError
from habeas.matching import Query

MOST = 50
"""People of one search that are shown."""
MOST_SIMILAR = 20
SEEN_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """What a search found: whoever fits in all (the first `MOST` of `total`), and apart from them whoever is only similar."""

    people: list[Person]
    total: int
    similar: list[Person]


MOST_TYPED = 200
"""Letters of what is searched for. A database refuses to look for a text of tens of thousands."""


def demand_short(*typed: str) -> None:
    """Do nothing for what can be searched for. Raises RefusedError where it is too long."""
    if any(len(each) > MOST_TYPED for each in typed):
        raise RefusedError(f"Search for at most {MOST_TYPED} characters.")


def find(asked: Mapping[str, str]) -> FoundPerson:
    """People by `name` (any part, in any order, aliases too), `number` (of the person, a booking, or one of the record) and `born`.

    All that is given must fit; whoever fits nearly is similar. Those in custody come first. Names are folded as the matcher folds
    them. Raises RefusedError where nothing, or no date, was given.
    """
    name, number, born = (asked.get(key, "").strip() for key in ("name", "number", "born"))
    if not (name or number or born):
        raise RefusedError("Type a name, a number or a birth date.")
    demand_short(name, number, born)
    day = day_of_birth(born) if born else None
    parts = [names().holding(name)] if name else []
    parts += [_ids(Q(date_of_birth=day))] if day else []
    parts += [_ids(_by_number(number))] if number else []
    ids = set.intersection(*parts)
    similar = _similar(name, day) - ids
    return FoundPerson(_shown(ids, MOST), len(ids), _shown(similar, MOST_SIMILAR))


def _ids(wanted: Q) -> set[str]:
    return set(Person.objects.filter(wanted).values_list("person_id", flat=True))


def _shown(ids: set[str], most: int) -> list[Person]:
    first = names().in_order(ids)[:most]
    rank = {each: number for number, each in enumerate(first)}
    rows = with_disputed(Person.objects.filter(person_id__in=first)).prefetch_related("bookings")
    return sorted(rows, key=lambda each: (each.in_custody is False, rank[each.person_id]))


def _similar(name: str, day: date | None) -> set[str]:
    """Whoever has the name with another birth date or spells it nearly so, and whoever the matcher would propose."""
    if not name:
        return _ids(Q(date_of_birth__in=near_days(day))) if day else set()
    alike = names().alike(name)
    if day:
        alike &= _ids(Q(date_of_birth=None) | Q(date_of_birth__in=[day, *near_days(day)]))
    return alike | names().holding(name) | (_matched(name, day) if day or len(asked_words(name)) > 1 else set())


def _matched(name: str, day: date | None) -> set[str]:
    """Whom the matcher would propose; one name alone proposes nobody beyond those who bear it or one much like it."""
    return {each.person_id for each in index().match(Query(full_name=name, date_of_birth=day)).candidates}


def with_disputed(rows: QuerySet[Person]) -> QuerySet[Person]:
    """People, each with whether a dispute about them is open (`disputed`), or was upheld (`upheld`)."""
    mine = Dispute.objects.filter(person=OuterRef("pk"))
    return rows.annotate(
        disputed=Exists(mine.filter(resolved_at=None)), upheld=Exists(mine.filter(resolution="upheld"))
    )


def people_numbered(ids: Iterable[str]) -> list[Person]:
    """The people with these numbers, by family name."""
    return list(Person.objects.filter(person_id__in=list(ids)).order_by("family_name", "id"))


def in_custody_among(ids: Iterable[str]) -> list[Person]:
    """Those of the people with these numbers who are or may be in custody, each with `disputed` and their bookings."""
    rows = with_disputed(Person.objects.filter(person_id__in=list(ids)))
    return list(rows.exclude(in_custody=False).prefetch_related("bookings"))


def stay_called(person: Person, key: str) -> Booking | None:
    """One booking of a person."""
    return person.bookings.filter(key=key).first()


def _by_number(number: str) -> Q:
    """Our own numbers by the database; the record's others (A-number, FBI, state) through the index, which reads their spellings."""
    asked = Query(a_number=number, fbi_number=number, state_id=number)
    pointed = [each.person_id for each in index().match(asked).candidates if each.strength == "identifier"]
    own = Q(person_id__iexact=number) | Q(bookings__booking_id__iexact=number)
    return own | Q(person_id__in=pointed)


def page_of(key: str) -> Person | None:
    """One person with the counts that the tabs show, in one query."""
    return _PAGES.first(key=key)


def stays_of(person: Person) -> dict[str, Booking]:
    """The bookings of one person as rows, by their number."""
    rows = _STAYS(person=person.pk)
    for each in rows:
        each.person = person
    return {each.booking_id: each for each in rows}


_STAYS = BuiltOnce(lambda: Booking.objects.filter(person=given_key("person", Person)))


def _pages() -> QuerySet[Person]:
    newest = Booking.objects.filter(person=OuterRef("pk")).order_by("-booked_at", "-id").values("key")[:1]
    about = {"person": OuterRef("pk")}
    counts = {
        "newest_booking": Subquery(newest),
        "open_disputes": counted(Dispute.objects.filter(**about, resolved_at=None), "person"),
        "all_requests": counted(Request.objects.filter(**about), "person"),
        "unserved": counted(Notice.objects.filter(**about, served_at=None, excused=""), "person"),
    }
    rows = Person.objects.filter(key=Given("key", CharField())).select_related("last_seen")
    return rows.defer("last_seen__report").annotate(**counts)


_PAGES = BuiltOnce(_pages)


def seen_by(person: Person, before: int | None = None) -> list[Event]:
    """Who looked at the person's pages, newest first: those before event number `before`."""
    rows = Event.objects.filter(kind="person", object=person.key, act="view").defer("body")
    return list((rows.filter(seq__lt=before) if before is not None else rows).order_by("-seq")[:SEEN_AT_ONCE])


def bookings_of(person: Person) -> list[dict[str, Any]]:
    """The bookings of the record with their charges, the newest first."""
    rows = [dict(each) for each in person.record.get("bookings", ())]
    return sorted(rows, key=lambda each: (each.get("booked_at") or "", each["booking_id"]), reverse=True)


def staff_names(actors: Iterable[str]) -> dict[str, str]:
    """The names of members of staff by their word in the record, in one query."""
    numbers = {number for each in actors if (number := staff_number(each)) is not None}
    return {f"staff-{each.pk}": each.shown for each in Account.objects.filter(pk__in=numbers)}


def person_called(key: str) -> Person | None:
    """One person by key."""
    return Person.objects.filter(key=key).first()


def booking_called(key: str) -> Booking | None:
    """One booking by key, with whose it is."""
    return Booking.objects.select_related("person").filter(key=key).first()


def bookings_numbered(number: str, person_id: str = "") -> list[Booking]:
    """The bookings with this number (of this person, where named), two at most: whoever asks acts on one, and on none where two have it."""
    rows = Booking.objects.select_related("person").filter(booking_id=number)
    return list((rows.filter(person__person_id=person_id) if person_id else rows)[:2])
