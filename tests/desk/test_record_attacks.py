"""What the owner of the database tries without the key, each tried: guards dropped, rows forged, guards put back; and what sees it."""

import hashlib
import json
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from habeas.common.errors import BadInputError
from habeas.desk.doing import by, by_system
from habeas.desk.models import Beside, ChainHead, Checkpoint, Event
from habeas.desk.record.guarded import missing_guards
from habeas.desk.record.writing import acting, viewed
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record import checkpoints
from habeas.desk.services.record.giving_up import acknowledge, give_up
from habeas.desk.services.upkeep.doctor import examine

from .lifting import lift

pytestmark = [pytest.mark.django_db, pytest.mark.forges]


@pytest.fixture
def kept(here, staff, now, tmp_path, settings):
    """A record of a desk: views, names beside, two signed heads of which one went to a court, and what came after."""
    settings.DATA = tmp_path
    doing = by(staff["clerk"], now)
    for place in range(6):
        viewed(doing, "request", f"r-{place}", {"number": place})
        with acting(doing, "search", "person", "list") as entry:
            entry.sealed["words"] = {"family": f"Alder {place}"}
    checkpoints.hand_out(checkpoints.sign_head(by_system(now)), "Superior Court", "paper", "file 12", now, doing)
    viewed(doing, "request", "r-9", {})
    checkpoints.sign_head(by_system(now))
    viewed(doing, "request", "r-9", {})
    assert ledger.verify().holds, ledger.verify().faults
    return tmp_path


@contextmanager
def as_owner():
    """A cursor for whoever owns the database: no guard stands while it is used, and all stand afterwards."""
    put_back = lift()
    with connection.cursor() as cursor:
        yield cursor
    put_back()
    assert missing_guards() == []


def relinked(cursor, change, keep=lambda event: True):
    """Change events by `change`, leave out those that `keep` does not want, and link and number all later ones anew."""
    prev, rows = "0" * 64, []
    for row in Event.objects.order_by("seq").values():
        event = json.loads(row["body"])
        if not keep(event):
            continue
        change(event)
        event |= {"prev": prev, "seq": len(rows)}
        body = json.dumps(event, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        prev = hashlib.sha256(body.encode()).hexdigest()
        rows.append(
            Event(
                **row | {"seq": len(rows), "prev": event["prev"], "hash": prev, "body": body, "actor": event["actor"]}
            )
        )
    cursor.execute("DELETE FROM desk_event")
    Event.objects.bulk_create(rows)
    ChainHead.objects.update(seq=len(rows), hash=prev)


def another_actor(event):
    if event["seq"] == 1:
        event["actor"] = "staff-99"


def faults():
    return " ".join(ledger.verify().faults)


def test_guards_that_were_taken_away_are_named_by_verify_and_are_none_of_an_earlier_version(kept, monkeypatch):
    put_back = lift()
    said = faults()
    assert "The record is not guarded: " in said
    assert all(table in said for table in ("desk_event", "desk_chainhead", "desk_beside", "desk_checkpoint"))
    assert ledger.verify(restoring=True).holds  # a restore asks for them apart, once the copy is of this version
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda executor, nodes: ["a later step"])
    assert faults() == ""
    monkeypatch.undo()
    put_back()
    assert ledger.verify().holds


def test_a_record_linked_anew_without_its_heads_is_seen_and_never_signed(kept, now):
    """The attack that was signed: change an event, link all later ones anew, delete the heads."""
    key, file = (kept / "audit.key").read_bytes(), (kept / "audit.head").read_bytes()
    with as_owner() as cursor:
        relinked(cursor, another_actor)
        cursor.execute("DELETE FROM desk_anchor")
        cursor.execute("DELETE FROM desk_checkpoint")
    with pytest.raises(BadInputError, match=r"does not follow from the event before|written anew"):
        checkpoints.sign_head(by_system(now))
    assert "no head is signed" in checkpoints.tick_quietly(now + timedelta(hours=5))
    assert not Checkpoint.objects.exists()
    assert (key, file) == ((kept / "audit.key").read_bytes(), (kept / "audit.head").read_bytes())
    said = faults()
    assert "stands beside the key: it was written anew" in said
    assert "The head of 12 events, which event 12 names, is gone" in said


def test_a_record_linked_anew_without_the_events_that_name_heads_is_seen_and_never_signed(kept, now):
    with as_owner() as cursor:
        relinked(cursor, another_actor, lambda event: event["act"] not in {"checkpoint", "anchor"})
        cursor.execute("DELETE FROM desk_anchor")
        cursor.execute("DELETE FROM desk_checkpoint")
    with pytest.raises(BadInputError, match="older copy, or its end was cut off"):
        checkpoints.sign_head(by_system(now))
    assert "was put back to an older copy" in faults()
    for place in range(9):
        viewed(by_system(now), "request", f"r-{place}", {})
    with pytest.raises(BadInputError, match=r"written anew|does not follow"):
        checkpoints.sign_head(by_system(now))
    assert "stands beside the key: it was written anew" in faults()


def test_all_heads_deleted_is_seen(kept):
    with as_owner() as cursor:
        cursor.execute("DELETE FROM desk_anchor")
        cursor.execute("DELETE FROM desk_checkpoint")
    said = faults()
    assert "The head of 12 events, which event 12 names, is gone" in said
    assert "went to Superior Court, which event 13 says, is gone" in said


def test_one_head_deleted_is_seen(kept):
    size = Checkpoint.objects.order_by("-size").first().size
    with as_owner() as cursor:
        cursor.execute("DELETE FROM desk_checkpoint WHERE size = %s", [size])
    assert f"The head of {size} events, which event {size} names, is gone" in faults()


def test_a_head_that_no_event_names_is_seen(kept):
    with as_owner() as cursor:
        cursor.execute(
            "INSERT INTO desk_checkpoint (site, size, root, note, at) SELECT site, 5, root, note, at FROM desk_checkpoint WHERE size = 12"
        )
    assert "of 5 events has another size or root in its row than in its note" in faults()
    assert "No event names the head of 5 events" in faults()


def test_the_root_of_a_head_changed_beside_its_note_is_seen(kept):
    with as_owner() as cursor:
        cursor.execute("UPDATE desk_checkpoint SET root = %s WHERE size = 12", ["0" * 64])
    assert "The checkpoint of 12 events has another size or root in its row than in its note" in faults()


@pytest.mark.parametrize("note", ["", "no note", "alder/habeas-log\n12\nAAAA\n\n— x AAAA\n"])
def test_an_altered_note_is_a_broken_record_and_no_bad_input(kept, note):
    with as_owner() as cursor:
        cursor.execute("UPDATE desk_checkpoint SET note = %s WHERE size = 12", [note])
    report = ledger.verify()
    assert not report.holds
    assert "The checkpoint of 12 events is no signed note any more" in " ".join(report.faults)


def test_where_a_head_went_changed_or_deleted_is_seen(kept):
    with as_owner() as cursor:
        cursor.execute("UPDATE desk_anchor SET sent_to = 'Nobody'")
    assert "went to Superior Court, which event 13 says, is gone" in faults()
    assert "No event says that the head of 12 events went to Nobody" in faults()


def test_an_older_copy_put_back_is_seen_and_never_signed(kept, now):
    with as_owner() as cursor:
        head = Event.objects.get(seq=13)
        for statement in (
            "DELETE FROM desk_anchor",
            "DELETE FROM desk_checkpoint WHERE size > 12",
            "DELETE FROM desk_event WHERE seq > 13",
        ):
            cursor.execute(statement)
        ChainHead.objects.update(seq=14, hash=head.hash)
    assert "The file beside the key knows" in faults()
    assert "older copy" in faults()
    with pytest.raises(BadInputError, match="older copy"):
        checkpoints.sign_head(by_system(now))
    assert "older copy" in checkpoints.tick_quietly(now + timedelta(hours=3))


def test_the_end_cut_off_after_the_last_head_is_seen_once_a_round_has_looked(kept, now):
    checkpoints.tick(now)
    cut = ChainHead.objects.get().seq - 1
    with as_owner() as cursor:
        cursor.execute("DELETE FROM desk_event WHERE seq >= %s", [cut])
        ChainHead.objects.update(seq=cut, hash=Event.objects.get(seq=cut - 1).hash)
    assert "older copy, or its end was cut off" in faults()


def test_the_end_written_anew_after_the_last_head_is_seen_once_a_round_has_looked(kept, now):
    checkpoints.tick(now)
    last = ledger.last_signed()
    assert last.seen == ChainHead.objects.get().seq

    def change(event):
        if event["seq"] == last.seen - 1:
            event["actor"] = "staff-99"

    with as_owner() as cursor:
        relinked(cursor, change)
    assert "written anew after its event" in faults()
    with pytest.raises(BadInputError, match="written anew after its event"):
        checkpoints.sign_head(by_system(now))


def test_the_last_event_deleted_or_the_count_changed_is_seen(kept):
    with as_owner() as cursor:
        cursor.execute("DELETE FROM desk_event WHERE seq = (SELECT max(seq) FROM desk_event)")
    assert "The desk's own count ends after" in faults()


def test_an_event_put_in_after_the_count_is_seen(kept):
    with as_owner():
        ChainHead.objects.update(seq=ChainHead.objects.get().seq - 1)
    assert "The desk's own count ends after" in faults()


def test_a_count_that_names_another_site_is_seen(kept):
    with as_owner():
        ChainHead.objects.update(site="elsewhere")
    assert "names another site than the log" in faults()


def test_names_deleted_without_an_order_are_seen_and_named(kept):
    digest = Beside.objects.first().digest
    Beside.objects.filter(digest=digest).delete()
    assert (
        f"1 names beside the log were deleted without an order, for no expunge event names them: {digest}" in faults()
    )


def test_names_deleted_on_an_order_are_no_fault(kept, now):
    digest = Beside.objects.first().digest
    with acting(by_system(now), "expunge", "person", "p-1") as entry:
        Beside.objects.filter(digest=digest).delete()
        entry.detail |= {"order": "12-3", "erased": 1, "digests": [digest]}
    assert ledger.verify().holds


def test_a_root_that_an_event_names_and_the_record_does_not_have_is_never_signed_over(kept, now):
    with acting(by_system(now), "checkpoint", "log", "alder") as entry:
        entry.detail |= {"size": 3, "root": "ab" * 32}
    with pytest.raises(BadInputError, match="does not agree with the head of 3 events"):
        checkpoints.sign_head(by_system(now))
    assert "The head of 3 events, which event" in faults()


def test_a_row_put_in_before_its_head_is_signed_is_not_taken_for_it(kept, now):
    size = ChainHead.objects.get().seq
    with as_owner() as cursor:
        cursor.execute(
            "INSERT INTO desk_checkpoint (site, size, root, note, at) SELECT site, %s, root, note, at FROM desk_checkpoint WHERE size = 12",
            [size],
        )
    with pytest.raises(BadInputError, match="is not the one that was signed"):
        checkpoints.sign_head(by_system(now))
    assert f"of {size} events has another size" in faults()


@pytest.mark.parametrize("text", ["", "{}", '{"site": "alder"}', "\x00\xff"])
def test_a_damaged_file_beside_the_key_is_a_fault_and_stops_the_signing(kept, now, text):
    (kept / "audit.head").write_text(text)
    assert "audit.head is damaged" in faults()
    with pytest.raises(BadInputError, match=r"audit\.head is damaged"):
        checkpoints.sign_head(by_system(now))


def test_a_desk_whose_first_round_meets_forged_heads_signs_nothing(kept, now):
    """No file beside the key yet, as after an upgrade: the rows and the events still have to agree."""
    (kept / "audit.head").unlink()
    (kept / "audit.nodes").unlink()
    with as_owner() as cursor:
        relinked(cursor, another_actor)
        cursor.execute("DELETE FROM desk_anchor")
        cursor.execute("DELETE FROM desk_checkpoint")
    with pytest.raises(BadInputError, match=r"audit\.head, the file beside the key"):
        checkpoints.sign_head(by_system(now))
    give_up("the file was never there", by_system(now))
    with pytest.raises(BadInputError, match="does not agree with the head of 12 events that event 12 names"):
        checkpoints.sign_head(by_system(now))


def test_the_file_beside_the_key_taken_away_is_named_and_no_head_is_signed_anew(kept, now):
    """Without it, whoever writes the record anew would get a fresh head for it."""
    named = Event.objects.filter(act="checkpoint").order_by("-seq").first().seq
    (kept / "audit.head").unlink()
    assert (
        f"audit.head, the file beside the key that says which head was signed last, is gone, and event {named}"
        in faults()
    )
    assert any("audit.head" in each.wrong for each in examine(now))
    with pytest.raises(BadInputError, match="is gone, and event"):
        checkpoints.sign_head(by_system(now))
    assert "is gone, and event" in checkpoints.tick_quietly(now + timedelta(hours=5))
    assert not (kept / "audit.head").exists()
    assert "was gone" in give_up("the disk of the key died", by_system(now))
    assert "audit.head" not in faults()
    assert checkpoints.sign_head(by_system(now))
    assert ledger.verify().holds


def test_another_hash_in_the_file_beside_the_key_is_named(kept, now):
    path = kept / "audit.head"
    path.write_text(path.read_text().replace(ledger.last_signed().hash, "1" * 64, 1))
    assert "The file beside the key names another event" in faults()
    with pytest.raises(BadInputError):
        checkpoints.sign_head(by_system(now))


def test_an_older_copy_is_gone_on_from_only_on_purpose_and_named_until_somebody_acknowledges_it(kept, now):
    with as_owner() as cursor:
        head = Event.objects.get(seq=13)
        for statement in ("DELETE FROM desk_checkpoint WHERE size > 12", "DELETE FROM desk_event WHERE seq > 13"):
            cursor.execute(statement)
        ChainHead.objects.update(seq=14, hash=head.hash)
    left = ledger.last_signed().size
    with pytest.raises(BadInputError, match="Enter why"):
        give_up(" ", by_system(now))
    give_up("the disk died; yesterday's copy", by_system(now))
    assert checkpoints.sign_head(by_system(now)).size == 15
    report = ledger.verify()
    assert report.holds
    assert f"the signed checkpoint of {left} events is given up" in report.restores[0].sentence
    assert report.restores[0].sentence in report.sentences
    with pytest.raises(BadInputError, match="goes on from no older copy"):
        acknowledge(3, "B. Example", by_system(now))
    acknowledge(14, "B. Example", by_system(now))
    assert ledger.verify().restores == ()
    assert [each.name for each in kept.glob("audit.head.given-up-*")]
