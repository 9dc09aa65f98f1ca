"""An attack by other writing: a cell says the same to who reads it and something else to what sorts and counts."""

import sqlite3
from pathlib import Path

import pytest

from tests.desk import stage

pytestmark = pytest.mark.xdist_group("stage")

WRITINGS = {
    "a moment as a day of a week": ("desk_request", "received_at", "'2026-W10-3T11:05:00'"),
    "a moment with a zone": ("desk_request", "received_at", "received_at || '+00:00'"),
    "a moment as a number": ("desk_booking", "booked_at", "julianday(booked_at)"),
    "a day with an hour": ("desk_person", "date_of_birth", "date_of_birth || ' 00:00:00'"),
    "yes as seven": ("desk_account", "is_active", "7"),
    "yes as a word": ("desk_account", "is_active", "'true'"),
    "a name twice in a document": ("desk_request", "source", """'{"a": 1, "a": 2}'"""),
    "a document that is none": ("desk_request", "source", "'[\"hold\"'"),
    "a word as bytes": ("desk_request", "state", "CAST(state AS BLOB)"),
    "a number as a word": ("desk_request", "version", "'x' || version"),
    "bytes as a word": ("desk_rosterfile", "content", "'x'"),
}


def said_of_it():
    """What is found when the rows are held against the record."""
    from habeas.desk.services.record.reconciliation import reconcile

    return sorted(each.sentence for each in reconcile())


def cells_of_it():
    """What is said of the writing of cells alone."""
    from habeas.desk.record.cell_form import odd_cells

    return sorted(odd_cells())


def rewrite(file, table, column, value):
    """Write one column anew in every row, past every rule of the store."""
    store = sqlite3.connect(file, isolation_level=None)
    names = [
        row[0]
        for row in store.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", [table])
    ]
    for name in names:
        store.execute(f'DROP TRIGGER "{name}"')
    store.execute("PRAGMA ignore_check_constraints = ON")
    changed = store.execute(f"UPDATE {table} SET {column} = {value} WHERE {column} IS NOT NULL").rowcount  # noqa: S608 - an attack
    store.close()
    return changed


def test_a_desk_in_use_writes_each_cell_as_it_is_held_to():
    place = stage.prepare(requests=2)
    assert stage.run(place, cells_of_it) == []
    assert stage.run(place, said_of_it) == []


@pytest.mark.parametrize("writing", WRITINGS)
def test_a_cell_in_another_writing_is_named(writing):
    table, column, value = WRITINGS[writing]
    place = stage.prepare(requests=2)
    changed = rewrite(Path(place["data"]) / "habeas.sqlite3", table, column, value)
    assert changed
    [(where, _, what, many)] = stage.run(place, cells_of_it)
    assert (where, what, many) == (table, column, changed)
    assert any(f"{column} is not written as the desk writes it" in each for each in stage.run(place, said_of_it))
