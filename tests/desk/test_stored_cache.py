"""The cache in the database runs nothing that somebody wrote there, and what it cannot read counts as not there."""

import base64
import pickle
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from habeas.desk.stored_cache import StoredCache

pytestmark = pytest.mark.django_db
RAN = []


def runs(word):
    """What a pickle names to be called: by its name, for a bound method of a list would be one of a copy."""
    RAN.append(word)
    return word


class Trap:
    def __reduce__(self):
        return runs, ("ran",)


@pytest.fixture
def stored(db):
    """The cache on the table that `createcachetable` makes."""
    call_command("createcachetable", "desk_cache", verbosity=0)
    return StoredCache("desk_cache", {})


def written(cache, value, expires=None):
    """Write a row past the program."""
    at = expires or connection.ops.adapt_datetimefield_value(timezone.now() + timedelta(hours=1))
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM desk_cache")
        cursor.execute("INSERT INTO desk_cache VALUES (%s, %s, %s)", [cache.make_key("a"), value, at])


@pytest.mark.parametrize("value", [5, 1.5, "text", [1.5, 2.5], [], {"a": [1]}, True])
def test_what_the_program_stores_is_read_again(stored, value):
    stored.set("a", value, 60)
    assert stored.get("a") == value
    assert not stored.add("a", "other", 60)
    assert stored.get_many(["a", "b"]) == {"a": value}
    stored.delete("a")
    assert stored.get("a", "gone") == "gone"


def test_what_is_over_is_not_there(stored):
    stored.set("a", 5, -5)
    assert stored.get("a") is None


def test_a_pickle_that_somebody_wrote_is_not_run(stored):
    written(stored, base64.b64encode(pickle.dumps(Trap())).decode())
    assert stored.get("a") is None
    assert RAN == []
    stored.set("a", 5, 60)
    assert stored.get("a") == 5


@pytest.mark.parametrize("value", ["", "x", "****", "gASV", "\u00e9", "QQ==" * 99_999])
def test_rubbish_counts_as_not_there_and_is_written_over(stored, value):
    written(stored, value)
    assert stored.get("a") is None
    stored.set("a", [1], 60)
    assert stored.get("a") == [1]


def test_a_value_longer_than_any_the_program_stores_is_not_even_read(stored):
    written(stored, base64.b64encode(pickle.dumps("x" * 60_000)).decode())
    assert stored.get("a") is None
    written(stored, base64.b64encode(pickle.dumps("x" * 10_000)).decode())
    assert stored.get("a") == "x" * 10_000


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL takes no such end")
def test_an_end_that_is_no_time_stops_nothing(stored):
    written(stored, "x", "rubbish")
    assert stored.get("a") is None
    assert stored.add("a", 5, 60)
    assert stored.get("a") == 5
