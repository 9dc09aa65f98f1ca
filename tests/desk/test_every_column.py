"""Whoever owns the database changes any column, deletes a row or puts one in: it is seen, or docs/threats.md says why it cannot matter.

The tables are those of the database itself: a new one needs a row made in `filled.py`, and each of its columns a guard or a reason.
"""

import re
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings as desk_settings
from django.db import connection, transaction

from habeas.desk.models.held import is_held
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record.reconciliation import reconcile

from . import forging
from .filled import fill_every_table

NOW = datetime(2026, 3, 4, 11, 5, tzinfo=UTC)
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.forges,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="the statements are SQLite's; what they change is the same"
    ),
]
MANUAL = Path(__file__).parents[2] / "docs" / "threats.md"
HEADING = "## What may be changed unseen"
NEVER_FILLED = "no row"
DELETED, COPIED = "a row deleted", "a row put in"
BY_COMMAND = frozenset({"desk_cache"})
"""What a command makes and no step of the database: it is not there in a test."""
ALONE = frozenset(
    {
        "desk_beside", "desk_booking", "desk_chainhead", "desk_event", "desk_person", "django_session", "mfa_authenticator",
    }
)  # fmt: skip
"""Tables that are not held by their rows, and of which a finding may name another one: each change is looked for by itself."""


def unseen_by_the_manual():
    """What the manual says may be changed unseen: table → columns, and what of whole rows."""
    part = MANUAL.read_text(encoding="utf-8").partition(HEADING)[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|$", part, re.MULTILINE)
    assert all(len(why.split()) > 3 for _, _, why in rows), "each with a reason"
    return {table: {each.strip(" `") for each in what.split(",")} for table, what, _ in rows}


@pytest.fixture(scope="module")
def whole(django_db_setup, django_db_blocker, tmp_path_factory):
    """A desk in which every table has a row; nothing in it is forged, and everything it holds agrees."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(desk_settings, "DATA", tmp_path_factory.mktemp("data"))
        fill_every_table(NOW, tmp_path_factory.mktemp("outside"))
        assert reconcile() == []
        assert ledger.verify().holds
        yield
        transaction.set_rollback(True)


@pytest.fixture
def desk(whole, db):
    """The whole desk; whatever is done to it is undone."""


def found_in(names):
    """What the checks name now, by table and row; what they say of the record as a whole has no row."""
    found = defaultdict(set)
    for each in reconcile():
        found[each.table].add(each.record)
    if "record" in names:
        found["record"] |= set(ledger.verify().faults)
    return found


def forgeries(table, model):
    """Each thing that can be done to a row of a table, by name."""
    row = forging.first_row(table)
    assert row is not None, (
        f"{table} has no row: fill it in filled.py, or say in the manual why nothing ever writes one"
    )
    done = {column: lambda each=column: forging.change(table, row, each, model) for column in forging.columns_of(table)}
    done[DELETED] = lambda: forging.delete(table, row)
    if model is not None:
        done[COPIED] = lambda: forging.copy(table, row, model)
    return row, done


def seen_together(every):
    """Do one thing in each of several tables at a time, as long as there are any; what was seen by table."""
    seen = defaultdict(dict)
    while every:
        with forging.forged() as guarded:
            doing = {table: done.popitem() for table, (_, done) in every.items()}
            kept = {table for table, (_, act) in doing.items() if forging.stopped(act)}
            guarded()
            found = found_in(())
        for table, (what, _) in doing.items():
            seen[table][what] = table in kept or bool(found[table.removeprefix("desk_")])
        every = {table: (row, done) for table, (row, done) in every.items() if done}
    return seen


def seen_alone(table, model):
    """Do one thing at a time, and look for anything at all."""
    seen = {}
    for what, act in forgeries(table, model)[1].items():
        with forging.forged() as guarded:
            kept = forging.stopped(act)
            guarded()
            seen[what] = kept or any(found_in({"record"}).values())
    return seen


def test_each_change_is_seen_or_the_manual_says_why_it_cannot_matter(desk):
    excused, tables = unseen_by_the_manual(), forging.tables()
    assert excused.keys() - BY_COMMAND <= tables.keys()
    filled = {table: model for table, model in tables.items() if excused.get(table) != {NEVER_FILLED}}
    empty = [table for table in tables.keys() - filled.keys() if forging.first_row(table)]
    assert not empty, f"the manual says that nothing writes a row of {empty}"
    alone = {table for table, model in filled.items() if table in ALONE or model is None}
    seen = seen_together({table: forgeries(table, model) for table, model in filled.items() if table not in alone})
    seen |= {table: seen_alone(table, filled[table]) for table in sorted(alone)}
    unseen = {table: {what for what, was in done.items() if not was} for table, done in seen.items()}
    unseen = {table: what for table, what in unseen.items() if what}
    wanted = {table: what for table, what in excused.items() if table in filled and table not in BY_COMMAND}
    assert {
        table: sorted(what - wanted.get(table, set()))
        for table, what in unseen.items()
        if what - wanted.get(table, set())
    } == {}
    stale = {table: sorted(what - unseen.get(table, set())) for table, what in wanted.items()}
    assert {table: what for table, what in stale.items() if what} == {}, "the manual excuses what is seen now"


def test_tables_held_by_their_rows_have_no_column_that_the_manual_need_not_know(desk):
    """A column left out of a row's hash is a choice that the manual tells of."""
    from habeas.desk.models.held import LEFT_OUT

    excused = {table: what for table, what in unseen_by_the_manual().items() if what != {NEVER_FILLED}}
    for table, model in forging.tables().items():
        if model is not None and is_held(model):
            assert excused.get(table, set()) <= LEFT_OUT.get(table.removeprefix("desk_"), set()), table
