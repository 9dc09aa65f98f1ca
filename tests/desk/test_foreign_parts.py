"""Attacks by the form of the database: what acts by itself there, or is no longer unique, is named, and our own guards are not."""

import pytest
from django.db import connection

from habeas.desk.services.record.reconciliation import reconcile
from habeas.desk.services.upkeep.doctor import examine

pytestmark = [pytest.mark.django_db, pytest.mark.forges]
SQLITE = connection.vendor == "sqlite"
THIEFS = (
    "CREATE TRIGGER helper AFTER INSERT ON desk_signature BEGIN UPDATE desk_decision SET answer = '{}' WHERE id = NEW.decision_id; END"
    if SQLITE
    else "CREATE TRIGGER helper AFTER INSERT ON desk_signature FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()"
)


def run(*statements):
    with connection.cursor() as cursor:
        for each in statements:
            cursor.execute(each)


def named():
    return {(each.table, each.what) for each in reconcile()}


def test_a_new_desk_holds_nothing_that_is_not_ours(staff):
    assert not named()


@pytest.mark.skipif(not SQLITE, reason="of PostgreSQL a trigger needs an UPDATE here; a rule is tried below")
def test_a_trigger_of_a_stranger_is_named_before_it_ever_fires(staff, now):
    run(THIEFS)
    assert {table for table, what in named() if "helper" in what} == {"desk_signature"}
    assert any("helper" in each.wrong for each in examine(now))


@pytest.mark.skipif(SQLITE, reason="SQLite has no rules")
def test_a_rule_of_a_stranger_is_named(staff):
    run("CREATE RULE helper AS ON UPDATE TO desk_request DO INSTEAD NOTHING")
    assert {table for table, what in named() if "helper" in what} == {"desk_request"}


def test_a_view_in_the_place_of_a_table_is_named(staff):
    run("ALTER TABLE desk_savedview RENAME TO desk_aside", "CREATE VIEW desk_savedview AS SELECT * FROM desk_aside")
    assert ("desk_savedview", "a view that no step of the database makes stands on it (desk_savedview)") in named()


def test_a_set_of_columns_that_is_no_longer_unique_is_named(staff):
    """Two signatures by one person would be two rows like others."""
    if SQLITE:
        run(
            "CREATE TABLE aside AS SELECT * FROM desk_numbering",
            "DROP TABLE desk_numbering",
            "ALTER TABLE aside RENAME TO desk_numbering",
        )
    else:
        run("ALTER TABLE desk_signature DROP CONSTRAINT never_the_same_person_twice")
    assert any("two rows may now have the same" in what for _, what in named())


def test_a_set_of_columns_that_is_unique_for_some_rows_only_is_named(staff):
    """An index over no row keeps nobody from a second signature."""
    if SQLITE:
        run("ALTER TABLE desk_signature RENAME TO kept", "CREATE TABLE desk_signature AS SELECT * FROM kept")
    else:
        run("ALTER TABLE desk_signature DROP CONSTRAINT never_the_same_person_twice")
    run("CREATE UNIQUE INDEX never_the_same_person_twice ON desk_signature (decision_id, by_id) WHERE id < 0")
    assert ("desk_signature", "two rows may now have the same decision_id, by_id") in named()


def test_a_rule_that_held_for_some_rows_and_is_gone_is_named(staff):
    run("DROP INDEX one_living_decision_a_request")
    assert ("desk_decision", "two rows may now have the same request") in named()
