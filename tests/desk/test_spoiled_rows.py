# ruff: noqa: S608 - the statements are made here
"""One cell that somebody spoiled is named, blinds no other check, and stops the signing while it is one of the record's own."""

from datetime import timedelta

import pytest
from django.db import connection

from habeas.common.errors import BadInputError
from habeas.desk.doing import by, by_system
from habeas.desk.models import Account, ChainHead, HeadRoute
from habeas.desk.record.writing import viewed
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record import checkpoints
from habeas.desk.services.record.reconciliation import reconcile
from habeas.desk.services.upkeep.doctor import examine

from .test_record_attacks import as_owner

pytestmark = [pytest.mark.django_db, pytest.mark.forges]


@pytest.fixture
def kept(here, staff, now, tmp_path, settings):
    """A record with a head that went out, and a witness."""
    settings.DATA = tmp_path
    viewed(by(staff["clerk"], now), "request", "r-1", {})
    head = checkpoints.sign_head(by_system(now))
    checkpoints.hand_out(head, "Superior Court", "paper", "file 12", now, by_system(now))
    HeadRoute.objects.create(kind="folder", sent_to="Inspector", folder="/mnt/heads", opened_at=now)
    viewed(by(staff["clerk"], now), "request", "r-1", {})
    assert ledger.verify().holds
    return tmp_path


OWN = (
    ("a witness's line", "UPDATE desk_headroute SET line = 'x', kind = 'witness'", "record 1, cannot be read"),
    ("a witness's line that is bytes", "UPDATE desk_headroute SET line = x'ff00'", "cannot be read"),
    ("a head that is bytes", "UPDATE desk_checkpoint SET note = x'ff00'", "is no signed note any more"),
    ("a head's size that is a word", "UPDATE desk_checkpoint SET size = 'many'", "is gone: its row was deleted"),
    ("the office deleted", "DELETE FROM desk_office", "table office) is gone"),
    ("the count of events deleted", "DELETE FROM desk_chainhead", "table chainhead) cannot be read"),
    ("the count of events doubled", "INSERT INTO desk_chainhead (site, seq, hash) VALUES ('b', 0, '0')", "gone, doubled"),
    ("the count of events a word", "UPDATE desk_chainhead SET seq = 'many'", "table chainhead) cannot be read"),
    ("where a head went, at no time", "UPDATE desk_anchor SET at = 'rubbish'", "table anchor) cannot be read"),
)  # fmt: skip


KINDS_ARE_KEPT = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL takes no value of another kind into a column"
)
OF_ANOTHER_KIND = ("x'ff00'", "'many'", "'rubbish'")


def own_rows():
    """The rows of `OWN`; what another database takes into no column is tried on SQLite alone."""
    for name, statement, said in OWN:
        odd = any(each in statement for each in OF_ANOTHER_KIND)
        yield pytest.param(statement, said, id=name, marks=[KINDS_ARE_KEPT] if odd else [])


def rows_wrong():
    return {(each.table, each.record) for each in reconcile()}


@pytest.mark.parametrize(("statement", "said"), [*own_rows()])
def test_a_spoiled_row_of_the_record_is_named_hides_nothing_else_and_stops_the_signing(
    kept, staff, now, statement, said
):
    clerk = staff["clerk"].pk
    with as_owner() as cursor:
        cursor.execute(statement)
    before = rows_wrong()
    with as_owner() as cursor:
        cursor.execute("UPDATE desk_account SET role = 'commander' WHERE id = %s", [clerk])
    report = ledger.verify()
    assert said in " ".join(report.faults)
    assert report.chain.fault is None
    assert rows_wrong() - before in ({("account", str(clerk))}, set())
    assert all(each.about != "The record" or "No office is open" not in each.wrong for each in examine(now))
    assert any(said in each.wrong for each in examine(now))
    with pytest.raises(BadInputError):
        checkpoints.sign_head(by_system(now))
    assert checkpoints.tick_quietly(now + timedelta(hours=5))


def test_no_act_is_done_where_the_count_of_events_is_gone(kept, now):
    with as_owner() as cursor:
        cursor.execute("DELETE FROM desk_chainhead")
    with pytest.raises(BadInputError, match="nothing can be logged"):
        viewed(by_system(now), "request", "r-1", {})


CELLS = (
    ("UPDATE desk_account SET date_joined = 'rubbish' WHERE id = %s", "not what event"),
    ("UPDATE desk_account SET first_name = CAST(x'ff' AS TEXT) WHERE id = %s", "a cell of it cannot be read"),
    ("UPDATE desk_account SET username = x'ff' WHERE id = %s", ""),
)


@KINDS_ARE_KEPT
@pytest.mark.parametrize(("statement", "what"), CELLS)
def test_a_spoiled_cell_is_named_and_the_other_rows_of_its_table_are_held(roster, staff, statement, what):
    spoiled, other = staff["inspector"].pk, staff["clerk"].pk
    from habeas.desk.services.office.own_account import set_single_keys

    for name in staff:
        set_single_keys(staff[name], False, by(staff[name], roster.applied_at))
    with as_owner() as cursor:
        cursor.execute(statement, [spoiled])
        cursor.execute("UPDATE desk_account SET role = 'commander' WHERE id = %s", [other])
    assert Account.objects.count() == len(staff)
    named = {(each.table, each.record): each.what for each in reconcile()}
    assert ("account", str(other)) in named
    assert what in named["account", str(spoiled)]


@KINDS_ARE_KEPT
def test_an_event_that_cannot_be_read_is_a_fault_of_the_chain_and_no_end_of_the_check(kept):
    for cell in ("at = 'rubbish'", "body = x'ff00'", "body = CAST(x'ff' AS TEXT)"):
        with as_owner() as cursor:
            cursor.execute(f"UPDATE desk_event SET {cell} WHERE seq = 1")
        assert "The chain is broken" in " ".join(ledger.verify().faults)
    assert ChainHead.objects.exists()
