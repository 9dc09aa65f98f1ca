"""Signed heads, where they went and signatures are only added to, and a guard that is gone or hollow is named."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from habeas.audit.sql import lift_guards
from habeas.desk.doing import by, by_system
from habeas.desk.models import Anchor, ChainHead, Checkpoint, Comment, Signature
from habeas.desk.record.guarded import GROWING, GUARDED, guards_of, missing_guards
from habeas.desk.services.cases.assigning import comment
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.office.database_role import ONLY_GROW
from habeas.desk.services.record import checkpoints
from tests.desk.test_core import detainer

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(subject, staff, now, tmp_path, settings):
    """One row or more of each table that only grows."""
    settings.DATA = tmp_path
    asked = detainer(subject, now)
    comment(asked, "Called the sender; call again at 0600.", by(staff["clerk"], now))
    make(asked, [], by(staff["clerk"], now))
    head = checkpoints.sign_head(by_system(now))
    checkpoints.hand_out(head, "Superior Court", "paper", "file 12", now, by(staff["administrator"], now))
    return {"desk_checkpoint": Checkpoint, "desk_anchor": Anchor, "desk_signature": Signature, "desk_comment": Comment}


@pytest.mark.parametrize("table", GROWING)
def test_no_statement_changes_or_deletes_a_row(rows, table):
    before = list(rows[table].objects.values())
    assert before
    column = {
        "desk_checkpoint": "root",
        "desk_anchor": "sent_to",
        "desk_signature": "seen_sha256",
        "desk_comment": "words",
    }[table]
    for statement in (f"UPDATE {table} SET {column} = 'x'", f"DELETE FROM {table}"):  # noqa: S608 - names of this test
        with pytest.raises(IntegrityError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows[table].objects.all().delete()
    assert list(rows[table].objects.values()) == before


def test_all_guards_stand_after_the_steps_of_the_database_and_each_that_is_lifted_is_named(db):
    assert missing_guards() == []
    for table in GUARDED:
        with connection.cursor() as cursor:
            for statement in lift_guards(connection.vendor, table):
                cursor.execute(statement)
            assert f"{table}_no_update" in missing_guards()
            for statement in guards_of(connection.vendor, table):
                cursor.execute(statement)
        assert missing_guards() == []


def test_the_sets_of_columns_that_are_unique_are_those_of_the_models():
    for model in (Checkpoint, Anchor, Signature):
        unique = {tuple(model._meta.get_field(name).column for name in each.fields) for each in model._meta.constraints}
        assert set(GROWING[model._meta.db_table]) == unique | {("id",)}


def test_every_guarded_table_is_one_that_the_role_of_postgresql_only_adds_to():
    assert {*ONLY_GROW, "desk_chainhead"} == set(GUARDED)
    assert set(ONLY_GROW) <= {model._meta.db_table for model in apps.get_models()}


ENDS = ("seq = seq + 1", "seq = seq - 1", "hash = 'x'", "site = 'other'", "id = id + 1", "seq = 0")


@pytest.mark.parametrize("change", ENDS)
def test_the_row_that_says_where_the_record_ends_says_nothing_else(rows, change):
    before = ChainHead.objects.values().get()
    for statement in (f"UPDATE desk_chainhead SET {change}", "DELETE FROM desk_chainhead"):  # noqa: S608 - words of this test
        with pytest.raises(IntegrityError, match="where the record ends"), transaction.atomic():
            connection.cursor().execute(statement)
    assert ChainHead.objects.values().get() == before


@pytest.mark.parametrize("row", ["('alder', 0, 'x')", "('other', 1, 'x')", "('other', 0, 'x')"])
def test_no_second_row_says_where_the_record_ends(rows, row):
    before = list(ChainHead.objects.values())
    for word in ("INSERT", "INSERT OR REPLACE") if connection.vendor == "sqlite" else ("INSERT",):
        with pytest.raises(IntegrityError), transaction.atomic():
            connection.cursor().execute(f"{word} INTO desk_chainhead (site, seq, hash) VALUES {row}")
    assert list(ChainHead.objects.values()) == before
