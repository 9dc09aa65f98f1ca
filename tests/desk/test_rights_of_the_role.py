"""The program's role on PostgreSQL: every table is named, and what the program never does it may not."""

import pytest
from django.db import connection

from habeas.desk.services.office.database_role import ONLY_GROW, RIGHTS
from tests.desk import rights


def test_every_table_is_named_once(db):
    named = {*RIGHTS, *ONLY_GROW}
    assert not set(RIGHTS) & set(ONLY_GROW)
    assert set(connection.introspection.table_names()) | {"desk_cache"} == named


@pytest.mark.parametrize(
    ("table", "verbs"),
    [
        ("desk_account", "INSERT UPDATE"),
        ("desk_request", "INSERT UPDATE"),
        ("desk_factrecord", "INSERT"),
        ("desk_event", "INSERT"),
        ("desk_beside", "INSERT DELETE"),
        ("desk_chainhead", "INSERT UPDATE"),
        ("django_migrations", ""),
        ("no_such_table", ""),
    ],
)
def test_the_watch_knows_what_may_be_said(table, verbs):
    assert {verb for verb in ("INSERT", "UPDATE", "DELETE") if rights.allowed(table, verb)} == set(verbs.split())


def test_the_watch_hears_the_program_and_not_the_tests(db, monkeypatch):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM desk_factrecord WHERE id = 0")
        assert not rights.refused
        monkeypatch.setattr(rights, "TESTS", "another folder")
        cursor.execute("DELETE FROM desk_factrecord WHERE id = 0")
    assert rights.refused == {"DELETE desk_factrecord by test_rights_of_the_role.py"}
    rights.refused.clear()
