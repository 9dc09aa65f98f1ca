"""Heads are signed by themselves, never over a record that disagrees, and an export opens and checks itself without Habeas."""

import json
import os
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from django.conf import settings
from django.db import OperationalError, connection

from habeas.audit.checkpoint import sign_checkpoint, signed_checkpoint
from habeas.audit.last_signed import signing_alone, write_last
from habeas.audit.merkle import Tree, verify_inclusion
from habeas.audit.nodes import NodeView
from habeas.audit.sql import guard_events, lift_guards
from habeas.cli.audit_desk import open_record
from habeas.common.errors import BadInputError
from habeas.desk.doing import by, by_system
from habeas.desk.models import Anchor, Checkpoint, Event
from habeas.desk.record.writing import viewed
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record import checkpoints
from habeas.desk.workflow.errors import RefusedError
from tests.desk import stage
from tests.desk.commands_run import fresh_passwords, the_commands, vouching
from tests.desk.test_core import detainer

pytestmark = pytest.mark.django_db


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "DATA", tmp_path)
    return tmp_path


@pytest.fixture
def looked(staff, now):
    """Ten events: somebody looked."""
    for place in range(10):
        viewed(by(staff["clerk"], now), "request", f"r-{place}", {"number": place})


def test_the_key_is_made_once_and_only_its_owner_reads_it(here, data):
    key = ledger.signing_key("alder")
    assert ledger.signing_key("alder") == key
    assert stat.S_IMODE((data / "audit.key").stat().st_mode) == 0o600
    os.chmod(data / "audit.key", 0o644)
    with pytest.raises(BadInputError, match="can be read by others"):
        ledger.signing_key("alder")


def test_a_head_is_signed_each_hour_or_after_a_thousand_events_and_not_for_its_own_event(
    looked, data, now, monkeypatch
):
    first = checkpoints.tick(now)
    assert first.size == 10
    assert checkpoints.tick(now + timedelta(minutes=59)) is None
    assert checkpoints.tick(now + timedelta(hours=2)) is None, "nothing came but the head's own event"
    viewed(by_system(now), "request", "r-1", {})
    assert checkpoints.tick(now + timedelta(hours=1)).size == 12
    monkeypatch.setattr(checkpoints, "EVERY_EVENTS", 2)
    viewed(by_system(now), "request", "r-1", {})
    assert checkpoints.tick(now + timedelta(hours=1, seconds=1)).size == 14
    key = ledger.signing_key("alder").verifier
    assert [signed_checkpoint(each, [key]).size for each in ledger.heads()] == [10, 12, 14]
    assert ledger.verify().holds


def altered(*statements):
    """Do something as the owner of the database would: without the guards of the events, which are put back afterwards."""
    table = Event._meta.db_table
    with connection.cursor() as cursor:
        for line in (*lift_guards(connection.vendor, table), *statements, *guard_events(connection.vendor, table)):
            cursor.execute(line)


def test_nothing_is_signed_over_an_event_that_was_changed_since_the_last_head(looked, data, now):
    altered("UPDATE desk_event SET actor = 'staff-99' WHERE seq = 3")
    with pytest.raises(BadInputError, match="Event 3: its column actor"):
        checkpoints.sign_head(by_system(now))
    assert not ledger.verify().holds
    assert "column actor" in checkpoints.tick_quietly(now + timedelta(hours=5))
    assert not (data / "audit.head").exists()


@pytest.mark.forges
def test_a_head_over_an_older_event_that_was_changed_is_still_that_of_the_true_record(looked, data, now):
    checkpoints.sign_head(by_system(now))
    true = Event.objects.get(seq=3)
    altered("UPDATE desk_event SET body = replace(body, 'r-3', 'r-4') WHERE seq = 3")
    viewed(by_system(now), "request", "r-1", {})
    head = checkpoints.sign_head(by_system(now))
    assert not ledger.verify().holds
    with NodeView(data / "audit.nodes") as nodes:
        steps = Tree(nodes).inclusion_proof(3, head.size)
    assert verify_inclusion(bytes.fromhex(true.hash), 3, head.size, steps, bytes.fromhex(head.root))


def test_a_signing_reads_only_what_came_since_the_last_head(looked, data, now, monkeypatch):
    checkpoints.sign_head(by_system(now))
    viewed(by_system(now), "request", "r-1", {})
    read, between = [], ledger.events_between
    monkeypatch.setattr(ledger, "events_between", lambda *ends: (read.append(ends), between(*ends))[1])
    assert checkpoints.sign_head(by_system(now)).size == 12
    assert read == [(10, 12)]


def test_a_head_is_read_and_signed_outside_any_transaction_of_the_store(looked, data, now, monkeypatch):
    depth, between = len(connection.savepoint_ids), ledger.events_between

    def watched(*ends):
        assert len(connection.savepoint_ids) == depth
        return between(*ends)

    monkeypatch.setattr(ledger, "events_between", watched)
    monkeypatch.setattr(checkpoints, "sign_checkpoint", lambda *given: (watched(0, 0), sign_checkpoint(*given))[1])
    assert checkpoints.tick_quietly(now) is None
    assert Checkpoint.objects.count() == 1


@pytest.mark.parametrize("left", [0, 5 * 32, 17])
def test_a_tree_whose_nodes_were_lost_or_cut_is_built_again_before_anything_is_signed(looked, data, now, left):
    checkpoints.sign_head(by_system(now))
    kept = (data / "audit.nodes").read_bytes()
    os.truncate(data / "audit.nodes", left)
    with pytest.raises(BadInputError, match="being built again"):
        checkpoints.prove(4)
    viewed(by_system(now), "request", "r-1", {})
    assert checkpoints.sign_head(by_system(now)).size == 12
    assert (data / "audit.nodes").read_bytes()[: len(kept)] == kept
    assert checkpoints.prove(4).checkpoint.size == 12


def test_a_head_whose_row_was_not_kept_when_the_program_was_killed_is_recorded_by_the_next_round(
    looked, data, now, monkeypatch
):
    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(checkpoints, "_recorded", killed)
        with pytest.raises(KeyboardInterrupt):
            checkpoints.sign_head(by_system(now))
    assert (Checkpoint.objects.count(), ledger.last_signed().pending) == (0, True)
    viewed(by_system(now), "request", "r-1", {})
    assert checkpoints.tick(now).size == 10
    assert not ledger.last_signed().pending
    assert [each.size for each in Checkpoint.objects.all()] == [10]
    assert Event.objects.filter(act="checkpoint").count() == 1


def test_a_head_whose_row_is_kept_and_whose_file_does_not_say_so_is_recorded_once(looked, data, now):
    checkpoints.sign_head(by_system(now))
    last = ledger.last_signed()
    write_last(data / "audit.head", msgspec.structs.replace(last, seen=last.size, seen_hash=last.hash))
    checkpoints.tick(now)
    assert not ledger.last_signed().pending
    assert Event.objects.filter(act="checkpoint").count() == 1


def test_while_another_process_signs_a_round_does_nothing(looked, data, now):
    with signing_alone(data / "audit.lock", wait=False) as mine:
        assert mine
        assert checkpoints.tick(now) is None
    assert checkpoints.tick(now).size == 10


def test_a_disk_that_is_full_leaves_the_file_beside_the_key_as_it_was(looked, data, now, monkeypatch):
    checkpoints.sign_head(by_system(now))
    before = (data / "audit.head").read_bytes()
    viewed(by_system(now), "request", "r-1", {})

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        assert "could not be used (OSError)" in checkpoints.tick_quietly(now + timedelta(hours=2))
    assert (data / "audit.head").read_bytes() == before
    assert not list(data.glob(".audit*"))
    assert checkpoints.tick(now + timedelta(hours=2)).size == 12


def test_a_store_that_cannot_be_written_never_ends_the_clocks(looked, data, now, monkeypatch):
    def full(*_):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(checkpoints, "_sign", full)
    assert "could not be used (OperationalError)" in checkpoints.tick_quietly(now)


def test_a_head_handed_out_is_written_down_and_held_against_the_record(looked, data, staff, now):
    head = checkpoints.sign_head(by_system(now))
    doing = by(staff["administrator"], now)
    with pytest.raises(RefusedError, match="with whom"):
        checkpoints.hand_out(head, " ", "mail", "", now, doing)
    with pytest.raises(RefusedError, match="correct the time"):
        checkpoints.hand_out(head, "Superior Court", "mail", "", now + timedelta(days=1), doing)
    checkpoints.hand_out(head, "Superior Court", "paper", "file 12", now, doing)
    assert Anchor.objects.get().sent_to == "Superior Court"
    assert "The head handed to Superior Court of 10 events agrees with the log." in ledger.verify().sentences
    assert Event.objects.filter(act="anchor").count() == 1


def test_one_event_is_proved_to_stand_in_the_signed_record(looked, data, now):
    with pytest.raises(BadInputError, match="No signed checkpoint covers event 4"):
        checkpoints.prove(4)
    head = checkpoints.sign_head(by_system(now))
    found = checkpoints.prove(4).as_data()
    steps = [bytes.fromhex(each) for each in found["proof"]]
    assert verify_inclusion(bytes.fromhex(found["hash"]), 4, 10, steps, bytes.fromhex(head.root))
    with pytest.raises(BadInputError, match="No signed checkpoint"):
        checkpoints.prove(10)


def test_the_record_of_a_real_desk_is_verified_with_its_names_and_its_decisions(subject, staff, data, now):
    request = detainer(subject, now)
    make(request, [], by(staff["clerk"], now))
    report = ledger.verify()
    assert report.holds, report.sentences
    assert report.size == Event.objects.count()
    checkpoints.sign_head(by_system(now))
    assert Checkpoint.objects.count() == 1
    assert ledger.verify().covered == report.size


@pytest.mark.skipif(os.environ.get("DATABASE_URL", "") != "", reason="this one is about an SQLite file in a folder")
def test_the_commands_work_over_a_desks_own_folder():
    place = stage.prepare(1)
    folder = Path(place["data"])
    bare, head, verified, anchored, proof, replayed, key, exported = stage.run(place, the_commands, str(folder))
    assert (bare[0], "No signed checkpoint was given" in bare[1]) == (0, True), bare
    assert (head[0], head[1].splitlines()[0]) == (0, "stage/habeas-log")
    assert (verified[0], "agrees with the log" in verified[1]) == (0, True)
    assert (anchored[0], proof[0], json.loads(proof[1])["index"]) == (0, 0, 0)
    assert replayed == (0, "0 decisions, 0 with the same answer.\n")
    assert (key[0], key[1].startswith("stage/habeas-log+"), exported[0]) == (0, True, 0)
    assert not (folder / "out" / "beside.jsonl").exists(), "no names without --names"
    alone = [sys.executable, "-I", "out/verify_habeas.py", "out"]
    done = subprocess.run(alone, capture_output=True, text=True, cwd=folder, check=False)
    assert done.returncode == 0, done.stdout


def test_whoever_keeps_the_machine_gives_an_administrator_a_first_password_and_nobody_else():
    place = stage.prepare(1)
    codes, fits, first, ended = stage.run(place, fresh_passwords, place["data"])
    assert [code == 0 for code in codes] == [False, False, True]
    assert (fits, first, ended) == (True, True, 1)


def test_a_folder_without_a_desk_is_refused_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with pytest.raises(BadInputError, match="holds no desk"):
        open_record(tmp_path)
    with pytest.raises(BadInputError, match="Give a log file"):
        open_record(None)


@pytest.mark.skipif(os.environ.get("DATABASE_URL", "") != "", reason="this one is about an SQLite file in a folder")
def test_whoever_keeps_the_machine_vouches_at_the_shell_once_and_for_a_known_account():
    place = stage.prepare(1)
    codes, waits = stage.run(place, vouching, place["data"])
    assert (codes[0] != 0, codes[1], codes[2] != 0) == (True, 0, True)
    assert waits is None
