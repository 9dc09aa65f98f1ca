"""A query whose SQL is built once says of each time what that time asked, and of nobody else."""

import pytest
from django.db import connection
from django.db.models import CharField, Count, Exists, OuterRef

from habeas.desk.built_once import BuiltOnce, Given, given_key
from habeas.desk.doing import by
from habeas.desk.models import Booking, Person
from habeas.desk.services.custody import roster_index
from habeas.desk.services.custody.custody import apply_roster, receive_roster
from habeas.desk.services.custody.people import page_of, stays_of

pytestmark = pytest.mark.django_db


EXPORT = "person_id,booking_id,family_name,given_name\n" + "".join(
    f"P{number},B{number},N{number % 3},Ana\n" for number in range(12)
)


@pytest.fixture
def people(staff, now):
    """Twelve people of three names."""
    roster_index.forget()
    doing = by(staff["clerk"], now)
    apply_roster(receive_roster(EXPORT.encode(), "r.csv", "plain", now, doing), doing)
    yield list(Person.objects.order_by("pk"))
    roster_index.forget()  # the next test's roster has the same number in the store


def _by_name():
    booked = Exists(Booking.objects.filter(person=OuterRef("pk")))
    rows = Person.objects.filter(family_name=Given("name", CharField())).annotate(booked=booked)
    return rows.order_by("person_id")


def test_each_time_answers_for_its_own_values(people):
    asked = BuiltOnce(_by_name)
    for name in ("N0", "N1", "N2", "N0", "nobody"):
        expected = [each for each in people if each.family_name == name]
        assert sorted(each.pk for each in asked(name=name)) == sorted(each.pk for each in expected)
        assert [each.booked for each in asked(name=name)] == [
            Booking.objects.filter(person=each).exists() for each in asked(name=name)
        ]


def test_two_that_are_asked_at_once_get_each_their_own(people):
    asked = BuiltOnce(lambda: Person.objects.filter(key=Given("key", CharField())))
    asked(key="")
    [built] = asked._built.values()
    together = [built.asked({"key": each.key}, connection) for each in people]  # all bound before the first is read
    assert [list(rows) for rows in reversed(together)] == [[each] for each in reversed(people)]


def test_the_sql_is_built_once_and_no_value_is_kept(people, django_assert_num_queries):
    built = []

    def build():
        built.append(1)
        return _by_name()

    asked = BuiltOnce(build)
    for name in ("N0", "N1", "N2"):
        with django_assert_num_queries(1):
            asked(name=name)
    assert built == [1]
    [made] = asked._built.values()
    assert not {"N0", "N1", "N2"} & set(map(str, made.places))


def test_a_value_that_is_missing_is_refused_and_none_is_equal_to_nothing(people):
    asked = BuiltOnce(_by_name)
    with pytest.raises(TypeError, match="name"):
        asked()
    assert asked(name=None) == []


def test_a_query_that_can_find_nobody_finds_nobody(people):
    assert BuiltOnce(lambda: Person.objects.filter(pk__in=[]))() == []


def test_values_counts_and_dictionaries_come_as_without_it(people):
    def counted():
        return (
            Person.objects.filter(person_id=Given("id", CharField()))
            .values("family_name")
            .annotate(n=Count("bookings"))
        )

    asked = BuiltOnce(counted)
    expected = Person.objects.filter(person_id="P4").values("family_name").annotate(n=Count("bookings"))
    assert asked(id="P4") == list(expected) == [{"family_name": "N1", "n": 1}]


def test_a_person_s_page_is_that_person_s(people):
    for each in people:
        found = page_of(each.key)
        assert (found.pk, found.person_id, found.unserved) == (each.pk, each.person_id, 0)
        assert {stay.person_id for stay in stays_of(found).values()} <= {each.pk}
        assert bool(stays_of(found)) == each.bookings.exists()


def test_a_key_is_written_as_the_field_writes_it(people):
    asked = BuiltOnce(lambda: Booking.objects.filter(person=given_key("person", Person)))
    assert [each.booking_id for each in asked(person=str(people[0].pk))] == ["B0"]
