"""An attack by indexes that lie: the rows of a table are true, and what the pages find by its index is not."""

import sqlite3
from pathlib import Path

import pytest

from tests.desk import stage

pytestmark = pytest.mark.xdist_group("stage")


def lie(file):
    """Make the indexes of requests say that all are closed while their rows say what they said."""
    of_the_state = (
        "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master "
        "WHERE tbl_name = 'desk_request' AND sql LIKE '%\"state\"%' AND type = 'index'"
    )

    def change(*statements, rows=()):
        store = sqlite3.connect(file, isolation_level=None)
        store.execute("PRAGMA writable_schema = ON")
        for each in statements:
            store.execute(each)
        store.executemany("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", rows)
        version = store.execute("PRAGMA schema_version").fetchone()[0]
        store.execute(f"PRAGMA schema_version = {version + 1}")
        store.close()

    store = sqlite3.connect(file)
    taken = store.execute(of_the_state).fetchall()
    store.close()
    assert taken
    change("CREATE TABLE kept AS SELECT id, state FROM desk_request", "UPDATE desk_request SET state = 'closed'")
    change(*(f"DELETE FROM sqlite_master WHERE name = '{row[1]}'" for row in taken))  # noqa: S608 - an attack
    change(
        "UPDATE desk_request SET state = (SELECT state FROM kept WHERE kept.id = desk_request.id)", "DROP TABLE kept"
    )
    change(rows=taken)


def found_in_it():
    """What holds the rows against the record, what the pages say, and what is found."""
    from django.db import connection

    from habeas.desk.models import Request
    from habeas.desk.services.record.reconciliation import reconcile

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check(1)")
        quick = cursor.fetchone()[0]
    return quick, Request.objects.filter(state="deciding").count(), sorted(each.sentence for each in reconcile())


def test_an_index_that_lies_is_named_though_every_row_is_true():
    place = stage.prepare(requests=2)
    _, shown, said = stage.run(place, found_in_it)
    assert shown
    assert said == []
    lie(Path(place["data"]) / "habeas.sqlite3")
    quick, shown, said = stage.run(place, found_in_it)
    assert (quick, shown) == ("ok", 0)
    assert any("do not agree" in each and "missing from index" in each for each in said), said
