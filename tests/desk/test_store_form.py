"""Attacks by the text of the database's form, written past every statement: what no step makes, is gone or changed is named."""

import pytest
from django.db import connection

from habeas.desk.record.store_form import changed_form, form_of_steps, form_of_store, unsound
from habeas.desk.services.record.reconciliation import reconcile, reconciled

pytestmark = [
    pytest.mark.django_db(transaction=False),
    pytest.mark.forges,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="the form of a file of SQLite"),
]


@pytest.fixture
def master():
    """Write into the form of the store as its owner can; it is put back afterwards."""

    def write(*statements):
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA writable_schema = ON")
            for each in statements:
                cursor.execute(each)
            cursor.execute("PRAGMA writable_schema = OFF")

    return write


def named():
    return {each.sentence for each in reconcile()}


def test_the_form_that_is_kept_is_the_form_the_steps_make(db):
    stands = form_of_store()
    assert {
        each for each in {*stands} ^ {*form_of_steps()} if "sqlite_stat" not in each and "desk_cache" not in each
    } == set()
    assert changed_form() == []


def test_a_new_desk_is_sound_and_as_its_steps_make_it(staff):
    assert unsound() == []
    assert not named()


def change(table, old, new):
    return f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') WHERE name = '{table}'"  # noqa: S608 - an attack


ATTACKS = {
    "a trigger with a capital": (
        "INSERT INTO sqlite_master VALUES('Trigger', 'DESK_X', 'desk_factrecord', 0, 'CREATE TRIGGER desk_x AFTER INSERT ON "
        "desk_factrecord BEGIN UPDATE desk_factrecord SET value = 0 WHERE id = NEW.id; END')",
        "a trigger that no step of the database makes stands on it (DESK_X)",
    ),
    "a view with a capital": (
        "INSERT INTO sqlite_master VALUES('View', 'desk_seen', 'desk_seen', 0, 'CREATE VIEW desk_seen AS SELECT 1')",
        "a view that no step of the database makes stands on it (desk_seen)",
    ),
    "a rule that is always true": (
        change("desk_request", "CHECK ((\"conflict_cleared_by_id\"", "CHECK (1 OR (\"conflict_cleared_by_id\""),
        "two_people_clear_a_conflict",
    ),
    "a row that replaces": (change("desk_signature", "UNIQUE (", "UNIQUE ( "), "desk_signature says something else"),
    "an index over no row": (
        change("one_living_decision_a_request", "WHERE", "WHERE 0 AND"),
        "one_living_decision_a_request says something else",
    ),
    "rows that go with others": (
        change("desk_signature", "DEFERRABLE", "ON DELETE CASCADE DEFERRABLE"),
        "desk_signature says something else than its step makes",
    ),
    "names that are alike": (
        change("desk_account", "\"username\" varchar(150)", "\"username\" varchar(150) COLLATE RTRIM"),
        "desk_account says something else than its step makes (username)",
    ),
    "a guard that refuses nothing": (change("desk_event_no_update", "ABORT", "IGNORE"), "desk_event_no_update says something else"),
    "a column more": (
        change("desk_notice", "\"id\" integer", "\"more\" text, \"id\" integer"),
        "desk_notice says something else than its step makes (more)",
    ),
    "an index taken out": ("DELETE FROM sqlite_master WHERE name = 'one_living_decision_a_request'", "is gone"),
    "numbers at their end": ("UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'desk_request'", "moved to their end"),
}  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_form_that_was_written_anew_is_named(attack, staff, master):
    statement, said = ATTACKS[attack]
    if "sqlite_sequence" in statement:
        master("INSERT INTO sqlite_sequence VALUES ('desk_request', 1)")
    master(statement)
    found = changed_form()
    assert any(said in what for _, what in found), found
    assert any(said in each for each in named())


def test_a_store_of_another_version_is_not_held_against_this_ones_form_and_it_is_said(staff, master, monkeypatch):
    master(ATTACKS["an index over no row"][0])
    monkeypatch.setattr("habeas.desk.services.record.reconciliation_foreign.steps_to_come", lambda: 2)
    found = reconciled()
    assert not any("one_living_decision_a_request says" in each.sentence for each in found.rows)
    assert any("2 steps of the database are not applied" in each for each in found.notes)
