# ruff: noqa: E501, S608 - a table of forgeries, a statement a row; the statements are made here
"""The desk's tables are held against the chain: each row that whoever owns the database forges is named, and an honest desk is clean."""

import hashlib
import json
import re
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from habeas.desk.services.record.reconciliation import reconcile, reconciled

from .lifting import lift

NOW = datetime(2026, 3, 4, 11, 5, tzinfo=UTC)
PEOPLE = 120
pytestmark = [pytest.mark.django_db, pytest.mark.forges]


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """A filled desk: every kind of request in every state of work, told once for all tests of this file."""
    from habeas.demo.desk import fill_desk

    with django_db_blocker.unblock(), transaction.atomic():
        fill_desk(PEOPLE, NOW)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def desk(demo, db):
    """The filled desk; whatever a test does to it is undone."""


def forge(*statements):
    """Do what whoever owns the database can: drop the guards, change rows, put the guards back. No event is written."""
    put_back = lift()
    with connection.cursor() as cursor:
        for statement, *values in statements:
            cursor.execute(statement, values)
            assert cursor.rowcount, f"nothing was forged by {statement}"
    put_back()


def one(question, *values):
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchone()


def copy_row(table, row, **changed):
    """Insert a second row like one that is there, with these columns changed."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE id = %s", [row])
        names = [each[0] for each in cursor.description]
        values = dict(zip(names, cursor.fetchone(), strict=True)) | changed
        values.pop("id")
        columns = ", ".join(f'"{name}"' for name in values)
        cursor.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({', '.join(['%s'] * len(values))}) RETURNING id",
            [*values.values()],
        )
        return cursor.fetchone()[0]


def test_a_whole_filled_desk_is_clean_and_every_held_row_agrees(desk):
    found = reconciled()
    assert found.sentences[0].endswith("rows of the desk's tables say what the record says.")
    assert found.rows == []
    assert found.older == {}
    assert found.held > 1_000


def replaced(column, word, other):
    """A column of JSON with one word replaced by another."""
    text = f"replace(CAST({column} AS text), '{word}', '{other}')"
    return text if connection.vendor == "sqlite" else f"CAST({text} AS jsonb)"


ROWS = (
    ("a request's state", "request", "UPDATE desk_request SET state = 'ready' WHERE id = (SELECT min(id) FROM desk_request WHERE state = 'to_sign')"),
    ("a decision put in force", "decision", "UPDATE desk_decision SET state = 'settled' WHERE id = (SELECT min(id) FROM desk_decision WHERE state = 'to_sign')"),
    ("a stored answer", "decision", "UPDATE desk_decision SET answer = " + replaced("answer", "must_not", "may") + " WHERE id = (SELECT min(id) FROM desk_decision WHERE CAST(answer AS text) LIKE '%must_not%')"),
    ("what a decision rested on", "decision", "UPDATE desk_decision SET inputs = " + replaced("inputs", "true", "false") + " WHERE id = (SELECT min(id) FROM desk_decision)"),
    ("a choice", "actchoice", "UPDATE desk_actchoice SET words = 'because' WHERE id = (SELECT min(id) FROM desk_actchoice)"),
    ("who signed", "signature", "UPDATE desk_signature SET by_id = (SELECT max(id) FROM desk_account) WHERE id = (SELECT min(id) FROM desk_signature)"),
    ("what a signer saw", "signature", "UPDATE desk_signature SET seen_sha256 = 'f' WHERE id = (SELECT max(id) FROM desk_signature)"),
    ("a signature taken away", "signature", "DELETE FROM desk_signature WHERE id = (SELECT max(id) FROM desk_signature)"),
    ("a promoted account", "account", "UPDATE desk_account SET role = 'commander' WHERE id = (SELECT min(id) FROM desk_account WHERE role = 'clerk')"),
    ("an account opened again", "account", "UPDATE desk_account SET is_active = false WHERE id = (SELECT min(id) FROM desk_account)"),
    ("a service of a notice", "service", "UPDATE desk_service SET result = 'refused' WHERE id = (SELECT min(id) FROM desk_service WHERE result = 'served')"),
    ("a service taken away", "service", "DELETE FROM desk_service WHERE id = (SELECT max(id) FROM desk_service)"),
    ("a notice excused", "notice", "UPDATE desk_notice SET excused = 'nobody asked' WHERE id = (SELECT min(id) FROM desk_notice)"),
    ("whom we spoke with", "contact", "UPDATE desk_contact SET agency = 'nobody' WHERE id = (SELECT min(id) FROM desk_contact)"),
    ("a choice taken away", "actchoice", "DELETE FROM desk_actchoice WHERE id = (SELECT max(id) FROM desk_actchoice)"),
    ("a clock's end", "clock", "UPDATE desk_clock SET ends_at = '2030-01-01 00:00:00' WHERE id = (SELECT min(id) FROM desk_clock)"),
    ("a clock met", "clock", "UPDATE desk_clock SET met_at = '2026-01-01 00:00:00', met_how = 'so' WHERE id = (SELECT min(id) FROM desk_clock WHERE met_at IS NULL)"),
    ("the place of the office", "office", "UPDATE desk_office SET jurisdiction = 'us-il-cook'"),
    ("the policy of the office", "office", "UPDATE desk_office SET policy = 'x = 1'"),
    ("the publication register", "publication", "UPDATE desk_publication SET until = '2020-01-01' WHERE id = (SELECT min(id) FROM desk_publication)"),
    ("to whom an answer went", "dispatch", 'UPDATE desk_dispatch SET "to" = \'somebody\' WHERE id = (SELECT min(id) FROM desk_dispatch)'),
    ("a sending taken away", "dispatch", "DELETE FROM desk_dispatch WHERE id = (SELECT max(id) FROM desk_dispatch)"),
    ("a fact", "factrecord", "UPDATE desk_factrecord SET value = 'true' WHERE id = (SELECT min(id) FROM desk_factrecord WHERE value <> 'true')"),
    ("a dispute resolved", "dispute", "UPDATE desk_dispute SET resolved_at = '2026-01-01 00:00:00' WHERE id = (SELECT min(id) FROM desk_dispute WHERE resolved_at IS NULL)"),
    ("a fingerprint or database inquiry", "telling", 'UPDATE desk_telling SET "to" = \'nobody\' WHERE id = (SELECT min(id) FROM desk_telling)'),
    ("a roster's state", "rosterimport", "UPDATE desk_rosterimport SET state = 'preview' WHERE id = (SELECT min(id) FROM desk_rosterimport)"),
    ("an entry of a paper", "readfield", "UPDATE desk_readfield SET value = 'another' WHERE id = (SELECT min(id) FROM desk_readfield)"),
    ("when a paper arrived", "paper", "UPDATE desk_paper SET arrived_at = '2020-01-01 00:00:00' WHERE id = (SELECT min(id) FROM desk_paper)"),
)  # fmt: skip


@pytest.mark.parametrize(("table", "statement"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_forged_row_is_named_by_table_and_number(desk, table, statement):
    forge((statement.replace("%", "%%"),) if "%" in statement else (statement,))
    found = reconcile()
    assert found, "nothing was seen"
    assert {each.table for each in found} == {table}
    assert any(re.fullmatch(r"\d+", each.record) for each in found)


BYTES = (
    ("a letter", "packagefile", "UPDATE desk_packagefile SET content = %s, sha256 = %s WHERE id = (SELECT min(id) FROM desk_packagefile WHERE path = 'outgoing/letter.txt')"),
    ("a paper", "paper", "UPDATE desk_paper SET content = %s, sha256 = %s WHERE id = (SELECT min(id) FROM desk_paper)"),
)  # fmt: skip


@pytest.mark.parametrize(("table", "statement"), [row[1:] for row in BYTES], ids=[row[0] for row in BYTES])
@pytest.mark.parametrize("mended", [True, False], ids=["and its hash", "and not its hash"])
def test_replaced_bytes_are_named_whether_their_hash_was_mended_or_not(desk, table, statement, mended):
    content = b"other words"
    digest = hashlib.sha256(content).hexdigest()
    if mended:
        forge((statement, content, digest))
    else:
        forge((statement.replace(", sha256 = %s", ""), content))
    assert {each.table for each in reconcile()} == {table}


def test_a_second_signature_without_an_event_is_named_with_all_it_set_in_force(desk):
    decision, asked = one("SELECT id, request_id FROM desk_decision WHERE state = 'to_sign'")
    signature = one("SELECT id FROM desk_signature WHERE decision_id = %s", decision)[0]
    forged = copy_row("desk_signature", signature, door=2, by_id=one("SELECT max(id) FROM desk_account")[0])
    forge(
        ("UPDATE desk_decision SET state = 'settled' WHERE id = %s", decision),
        ("UPDATE desk_request SET state = 'ready' WHERE id = %s", asked),
    )
    named = {(each.table, each.record) for each in reconcile()}
    assert named == {("signature", str(forged)), ("decision", str(decision)), ("request", str(asked))}


@pytest.mark.parametrize("table", ["service", "contact", "clock", "execution", "factrecord", "account", "packagefile"])
def test_a_row_put_in_beside_the_record_is_named(desk, table):
    row = one(f"SELECT max(id) FROM desk_{table}")[0]
    changed = {
        "packagefile": {"path": "outgoing/other.txt"},
        "account": {"username": "evil"},
        "clock": {"key": "forged-key", "slot": None},
    }.get(table, {"key": "forged-key"})
    forged = copy_row(f"desk_{table}", row, **changed)
    assert (table, str(forged)) in {(each.table, each.record) for each in reconcile()}


def test_a_forged_row_that_an_honest_act_then_touches_is_still_named(desk):
    from habeas.desk.doing import by
    from habeas.desk.models import Account
    from habeas.desk.services.office.own_account import set_single_keys

    account = Account.objects.filter(role="clerk").first()
    forge(("UPDATE desk_account SET role = 'commander' WHERE id = %s", account.pk))
    account.refresh_from_db()
    set_single_keys(account, False, by(account, NOW))
    (found,) = reconcile()
    assert (found.table, found.record) == ("account", str(account.pk))
    assert "beside the record" in found.what


def test_no_name_stands_in_a_finding_or_in_what_an_event_says_of_rows(desk):
    from habeas.desk.models import Event, Person

    forge(("UPDATE desk_request SET state = 'ready'",), ("UPDATE desk_account SET role = 'clerk'",))
    said = " ".join(each.sentence for each in reconcile())
    rows = " ".join(
        json.dumps(json.loads(body)["detail"].get("rows", {})) for body in Event.objects.values_list("body", flat=True)
    )
    names = set(Person.objects.exclude(family_name="").values_list("family_name", flat=True))
    assert names
    assert not [name for name in names if name in said or name in rows]


def test_each_table_of_the_desk_is_held_or_says_why_not(desk):
    from django.apps import apps

    from habeas.desk.models.held import EXEMPT, HeldQuerySet, held_models

    every = {each._meta.model_name for each in apps.get_app_config("desk").get_models()}
    assert set(EXEMPT) <= every
    assert {each._meta.model_name for each in held_models()} == every - set(EXEMPT)
    assert all(isinstance(each.objects.all(), HeldQuerySet) for each in held_models()), "an update past the record"


OLDER = ("a request's state", "who signed", "a signature taken away", "a sending taken away")


@pytest.mark.parametrize("name", OLDER)
def test_the_words_of_events_alone_name_a_forgery_among_rows_older_than_the_hold_on_rows(desk, monkeypatch, name):
    from habeas.desk.services.record import reconciliation
    from habeas.desk.services.record.reconciliation_told import WordsOfEvents

    monkeypatch.setattr(reconciliation, "PARTS", (WordsOfEvents,))
    assert reconcile() == []
    table, statement = next(row[1:] for row in ROWS if row[0] == name)
    forge((statement,))
    assert {each.table for each in reconcile()} == {table}


@pytest.fixture
def upgraded(desk):
    """The filled desk as one that is older than the hold on rows: no event of it ever told of a row."""
    from habeas.desk.models import ChainHead, Event

    prev, rows = "0" * 64, []
    for row in Event.objects.order_by("seq"):
        event = json.loads(row.body)
        for name in ("rows", "rows_key", "tables", "seal"):
            event["detail"].pop(name, None)
        event["prev"] = prev
        row.prev, row.body = prev, json.dumps(event, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        row.hash = prev = hashlib.sha256(row.body.encode()).hexdigest()
        rows.append(row)
    put_back = lift()
    Event.objects.all().delete()
    Event.objects.bulk_create(rows)
    ChainHead.objects.update(hash=prev)
    put_back()


def test_every_table_that_is_not_held_is_named_where_a_report_says_what_was(desk):
    from habeas.desk.models.held import EXEMPT, OTHERWISE

    said = reconciled().sentences[-1]
    assert said.startswith("Not held by the record, each for a reason")
    assert not [table for table in set(EXEMPT) - OTHERWISE if table not in said]
    assert "mfa_authenticator" in said


def put_in_a_commander():
    row = one("SELECT max(id) FROM desk_account")[0]
    return copy_row("desk_account", row, username="evil", role="commander", employee_number="9")


def test_the_first_start_of_an_upgraded_desk_tells_of_every_older_row_once(upgraded, monkeypatch):
    from habeas.desk.models import Event
    from habeas.desk.services.record import hold_begins

    monkeypatch.setattr(hold_begins, "AT_ONCE", 500)
    older = sum(reconciled().older.values())
    assert older > 1_000
    assert hold_begins.begin_hold(NOW) == older
    found = reconciled()
    assert (found.rows, found.older, found.held) == ([], {}, older)
    count = Event.objects.count()
    assert hold_begins.begin_hold(NOW) == 0
    assert Event.objects.count() == count


@pytest.mark.parametrize("name", ["a promoted account", "a signature taken away", "the place of the office"])
def test_an_older_row_forged_after_the_hold_began_is_named(upgraded, name):
    from habeas.desk.services.record.hold_begins import begin_hold

    begin_hold(NOW)
    table, statement = next(row[1:] for row in ROWS if row[0] == name)
    forge((statement,))
    assert {each.table for each in reconcile()} == {table}


def test_a_commander_put_into_an_upgraded_desk_is_named(upgraded):
    from habeas.desk.services.record.hold_begins import begin_hold

    begin_hold(NOW)
    forged = put_in_a_commander()
    assert {(each.table, each.record) for each in reconcile()} == {("account", str(forged))}


def test_a_row_put_in_above_those_that_were_made_since_is_not_taken_for_an_older_one(upgraded):
    from habeas.desk.doing import by
    from habeas.desk.models import Account
    from habeas.desk.services.office.managing import make_account
    from habeas.desk.services.record.hold_begins import begin_hold

    names = ("username", "role", "first_name", "last_name", "email", "unit", "employee_number", "provider_subject")
    given = dict.fromkeys(names, "") | {"username": "new", "role": "clerk"}
    make_account(given, by(Account.objects.filter(role="administrator").first(), NOW))
    forged = put_in_a_commander()
    begin_hold(NOW)
    assert {(each.table, each.record) for each in reconcile()} == {("account", str(forged))}


def test_a_fresh_desk_begins_no_hold_a_second_time(desk):
    from habeas.desk.services.record.hold_begins import begin_hold, has_begun

    assert has_begun()
    assert begin_hold(NOW) == 0


@pytest.mark.parametrize("also", [None, ["rosterfile", 7], "rosterfile"], ids=["before", "since", "odd"])
def test_rows_of_a_table_that_is_told_of_since_a_later_version_are_older_ones_on_a_desk_from_before(db, also):
    from habeas.desk.services.record.reconciliation_base import Findings, Heard
    from habeas.desk.services.record.reconciliation_rows import RowsTold

    def event(seq, **detail):
        return Heard(seq, "configure", "system", "system", Heard.Thing("alder", "log"), detail)

    told = RowsTold(Findings())
    told.hear(event(0, tables="held", rows={}, **({} if also is None else {"also": also})))
    assert told._may_be_older("rosterfile", 5) is (also != ["rosterfile", 7])
    assert not told._may_be_older("request", 5), "told of from the beginning"
    told.hear(event(1, rows={"rosterfile:4": ["", "0" * 32]}, rows_key="k"))
    assert not told._may_be_older("rosterfile", 5), "whoever makes one now tells of it"
