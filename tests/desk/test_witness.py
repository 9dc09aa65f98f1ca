"""Heads go out by routes the office chooses, come back cosigned, and a record that was rolled back or rewritten is named."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import DatabaseError, transaction

from habeas.audit.checkpoint import Checkpoint as SignedHead
from habeas.audit.checkpoint import read_checkpoint, sign_checkpoint
from habeas.audit.cosign import check_extends, cosign, read_submission, witness_line
from habeas.audit.notes import SigningKey, read_note
from habeas.desk.doing import by, by_system
from habeas.desk.models import Anchor, Checkpoint, Event, HeadRoute
from habeas.desk.record.guarded import missing_guards
from habeas.desk.record.writing import viewed
from habeas.desk.services.record import audit_log as ledger
from habeas.desk.services.record import checkpoints
from habeas.desk.services.record import witness_routes as routes
from habeas.desk.services.record.reconciliation import reconcile
from habeas.desk.services.record.witness_age import outside_head, warnings
from habeas.desk.services.record.witness_cosigned import submission_of, take_in
from habeas.desk.services.record.witness_folder import folders_quietly
from habeas.desk.workflow.errors import RefusedError

pytestmark = pytest.mark.django_db

WITNESS = SigningKey("inspector.example/witness", bytes(range(32)))
STRANGER = SigningKey("inspector.example/witness", bytes(range(1, 33)))


@pytest.fixture
def data(tmp_path, monkeypatch):
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setattr(settings, "DATA", folder)
    return folder


@pytest.fixture
def shared(tmp_path):
    folder = tmp_path / "auditor"
    folder.mkdir()
    return folder


@pytest.fixture
def office(staff, data, now):
    return by(staff["administrator"], now)


@pytest.fixture
def signed(data, now):
    """Sign a head after `count` more events."""

    def make(count=5, **later):
        at = now + timedelta(**later)
        for place in range(count):
            viewed(by_system(at), "request", f"r-{place}", {"number": place})
        return checkpoints.sign_head(by_system(at))

    return make


@pytest.fixture
def witness(office):
    return routes.add_route("witness", "Inspector General", "", witness_line(WITNESS).text, office)


def cosigned(head, key=WITNESS, seconds=1_772_622_000):
    return cosign(read_note(head.note), key, seconds).written


def test_a_request_to_a_witness_shows_that_the_head_extends_the_last_one(office, signed):
    first, second = signed(7), signed(9)
    key = ledger.signing_key("alder").verifier
    asked = read_submission(submission_of(second, first.size).written)
    assert check_extends(asked, read_checkpoint(read_note(first.note)), key).size == second.size
    assert check_extends(read_submission(submission_of(second, 0).written), None, key)
    for old in range(second.size + 1):
        assert submission_of(second, old).old == old


def test_a_cosignature_that_holds_is_kept_as_a_head_outside(office, signed, witness, now):
    head = signed()
    take_in(cosigned(head), None, office)
    kept = Anchor.objects.get()
    assert (kept.way, kept.route, kept.checkpoint) == ("witness", witness, head)
    assert kept.cosignature.startswith("— inspector.example/witness ")
    assert Event.objects.filter(act="anchor").count() == 1
    assert outside_head(now).to == "Inspector General"
    assert ledger.verify().holds


def test_the_bare_line_of_a_witness_is_enough_where_its_head_is_said(office, signed, witness):
    head = signed()
    line = cosigned(head).splitlines()[-1]
    with pytest.raises(RefusedError, match="choose the checkpoint"):
        take_in(line, None, office)
    take_in(line.replace("—", "-"), head.size, office)
    assert Anchor.objects.get().cosignature == line


def forged(head, size=None, root=None, origin=None, key=None):
    key = key or ledger.signing_key("alder")
    made = SignedHead(origin or key.name, size or head.size, root or bytes.fromhex(head.root))
    return cosign(read_note(sign_checkpoint(made, key)), WITNESS, 1_772_622_000).written


CHEATS = {
    "an unknown key": (lambda old, new: cosigned(new, STRANGER), "No witness known to this office"),
    "no cosignature": (lambda old, new: new.note, "No witness known to this office"),
    "the line of another head": (lambda old, new: new.note + cosigned(old).splitlines()[-1] + "\n", "does not fit its checkpoint"),
    "another log": (lambda old, new: forged(new, origin="other/habeas-log", key=SigningKey("other/habeas-log", bytes(32))),
                    "a checkpoint of other/habeas-log"),
    "a head never signed here": (lambda old, new: forged(new, size=new.size + 50), "rolled back or rewritten"),
    "a number no column holds": (lambda old, new: forged(new, size=10**30), "plain digits"),
    "another history": (lambda old, new: forged(new, root=bytes(32)), "two histories"),
    "a time ahead": (lambda old, new: cosigned(new, seconds=4_000_000_000), "is in the future"),
    "prose": (lambda old, new: "Dear sir, all is well.", "This is no head"),
    "nothing": (lambda old, new: "", "This is no head"),
    "a typed head": (lambda old, new: f"{new.size} {new.root}", "not a cosigned checkpoint"),
}  # fmt: skip


@pytest.mark.parametrize("cheat", CHEATS)
def test_what_a_witness_did_not_say_is_refused_and_named(cheat, office, signed, witness):
    make, why = CHEATS[cheat]
    old, new = signed(), signed()
    with pytest.raises(RefusedError, match=why):
        take_in(make(old, new), None, office)
    assert not Anchor.objects.exists()


def test_an_old_cosignature_shown_again_is_refused(office, signed, witness):
    old, new = signed(), signed()
    take_in(cosigned(old), None, office)
    with pytest.raises(RefusedError, match="kept already"):
        take_in(cosigned(old), None, office)
    take_in(cosigned(new), None, office)
    with pytest.raises(RefusedError, match="kept already"):
        take_in(cosigned(new, seconds=1_772_622_001), None, office)
    with pytest.raises(RefusedError, match=f"an old cosignature.*{new.size} events since"):
        take_in(cosigned(old, seconds=1_772_622_002), None, office)
    assert Anchor.objects.count() == 2


@pytest.mark.parametrize(
    ("kind", "to", "folder", "line", "why"),
    [
        ("pigeon", "Court", "", "", "kind of route"),
        ("paper", "  ", "", "", "kind of route"),
        ("folder", "Court", "relative/heads", "", "must exist"),
        ("folder", "Court", "/nowhere/at/all", "", "must exist"),
        ("folder", "Court", "/srv\x00", "", "must exist"),
        ("folder", "Court", "/" + "a" * 5000, "", "must exist"),
        ("folder", "Court", "DATA", "", "desk's own data"),
        ("folder", "Court", "DATA/inside", "", "desk's own data"),
        ("witness", "Court", "", "no line", "no Ed25519 key"),
        ("witness", "Court", "", WITNESS.verifier.text, "not a witness's public line"),
        ("witness", "Court", "", "OWN", "This key signs the checkpoints here"),
    ],
)
def test_a_route_that_leads_nowhere_or_back_inside_is_refused(kind, to, folder, line, why, office, data, signed):
    signed()
    (data / "inside").mkdir()
    own = witness_line(ledger.signing_key("alder")).text
    with pytest.raises(RefusedError, match=why):
        routes.add_route(kind, to, folder.replace("DATA", str(data)), line.replace("OWN", own), office)
    assert not HeadRoute.objects.exists()


def test_routes_are_chosen_once_and_each_choice_is_an_event(office, shared, witness):
    made = routes.add_route("folder", "Auditor", str(shared), "", office)
    for given in (("folder", str(shared), ""), ("witness", "", witness_line(WITNESS).text)):
        with pytest.raises(RefusedError, match="already"):
            routes.add_route(given[0], "Auditor", given[1], given[2], office)
    routes.end_route(made, office)
    assert [each.kind for each in routes.open_routes()] == ["witness"]
    assert Event.objects.filter(act="configure").count() == 3


@pytest.fixture
def folder(office, shared):
    return routes.add_route("folder", "Auditor", str(shared), "", office)


def test_each_round_writes_the_newest_head_with_its_proof_and_writes_it_down_once(folder, shared, signed, now):
    first = signed()
    assert folders_quietly(now) is None
    assert folders_quietly(now) is None
    second = signed(9)
    assert folders_quietly(now) is None
    files = sorted(shared.glob("*"))
    assert [each.name for each in files] == [f"habeas-head-{each.size:012}.txt" for each in (first, second)]
    asked = read_submission(files[1].read_text(encoding="utf-8"))
    assert check_extends(asked, read_checkpoint(read_note(first.note)), ledger.signing_key("alder").verifier)
    assert [each.checkpoint.size for each in Anchor.objects.order_by("id")] == [first.size, second.size]
    assert files[0].stat().st_mode & 0o777 == 0o644


def test_a_round_cut_off_between_the_file_and_its_event_is_made_good(folder, shared, signed, now, monkeypatch):
    head = signed()
    with monkeypatch.context() as broken:
        broken.setattr(routes, "sent_by", lambda *_: (_ for _ in ()).throw(OSError))
        assert "could not be used" in folders_quietly(now)
    assert folders_quietly(now) is None
    assert Anchor.objects.get().checkpoint == head
    assert len(list(shared.glob("*"))) == 1


def test_a_folder_that_fails_is_shown_and_tried_again(folder, shared, signed, now):
    signed()
    moved = shared.rename(shared.with_name("gone"))
    assert "not there" in folders_quietly(now)
    assert "Checkpoints to Auditor: The folder is not there." in warnings(now)
    assert folders_quietly(now + timedelta(hours=1)) is not None
    assert HeadRoute.objects.get().trouble_at == now, "since when, not the last time"
    moved.rename(shared)
    assert folders_quietly(now) is None
    assert Anchor.objects.count() == 1
    assert not any("Auditor" in each for each in warnings(now))


def test_no_file_of_the_folder_is_written_over(folder, shared, signed, now):
    head = signed()
    path = shared / f"habeas-head-{head.size:012}.txt"
    path.write_text("somebody else's", encoding="utf-8")
    assert "was changed" in folders_quietly(now)
    assert path.read_text(encoding="utf-8") == "somebody else's"
    assert not Anchor.objects.exists()


ALTERED = {
    "emptied": (lambda text: "", "was changed"),
    "another size": (lambda text: text.replace("\n6\n", "\n7\n"), "was changed"),
    "a size in another script": (lambda text: text.replace("\n6\n", "\n٦\n"), "was changed"),
    "signed by somebody else": (lambda text: sign_checkpoint(SignedHead("x/log", 6, bytes(32)), SigningKey("x/log", bytes(32))),
                                "not signed by the key of this record"),
}  # fmt: skip


@pytest.mark.parametrize("change", ALTERED)
def test_a_file_of_the_folder_that_was_altered_is_named(change, folder, shared, signed, now):
    signed()
    folders_quietly(now)
    path = next(iter(shared.glob("*")))
    make, why = ALTERED[change]
    path.write_text(make(path.read_text(encoding="utf-8")), encoding="utf-8")
    said = folders_quietly(now)
    assert path.name in said
    assert why in said


def test_a_record_put_back_from_an_older_copy_is_named_by_its_own_folder(folder, shared, signed, now):
    """The owner of the database cuts the end off, rows of heads and all; the folder outside still has the head."""
    signed()
    folders_quietly(now)
    old, key = Checkpoint.objects.get(), ledger.signing_key("alder")
    for size, why in ((5_000, "an older copy was restored"), (old.size - 1, "rewritten")):
        for each in shared.glob("*"):
            each.unlink()
        note = sign_checkpoint(SignedHead(key.name, size, bytes(32)), key)
        (shared / f"habeas-head-{size:012}.txt").write_text(note, encoding="utf-8")
        assert why in folders_quietly(now)


def test_cosigned_heads_are_taken_out_of_the_folder_and_a_false_one_is_named(folder, shared, signed, witness, now):
    head = signed()
    folders_quietly(now)
    name = f"habeas-cosigned-{head.size:012}-{witness_line(WITNESS).id.hex()}.txt"
    (shared / name).write_text(cosigned(head, STRANGER), encoding="utf-8")
    assert f"{name}: No witness known to this office" in folders_quietly(now)
    (shared / name).write_text(cosigned(head), encoding="utf-8")
    assert folders_quietly(now) is None
    assert folders_quietly(now) is None, "what is kept already is passed over"
    assert {each.way for each in Anchor.objects.all()} == {"folder", "witness"}
    (shared / name).write_bytes(b"\xff" * 10)
    assert name in folders_quietly(now)


def test_never_and_too_old_are_said_and_a_quiet_record_does_not_warn(office, signed, here, now):
    assert "ever filed outside" in warnings(now)[0]
    head = signed()
    assert "ever filed outside" in warnings(now)[0], "a head that was signed and stayed inside is none"
    checkpoints.hand_out(head, "Superior Court", "paper", "", now, office)
    assert warnings(now + timedelta(days=7)) == []
    assert "The last checkpoint filed outside is 8 days old" in warnings(now + timedelta(days=8))[0]
    routes.set_days(here, "30", office)
    assert warnings(now + timedelta(days=29)) == []
    for text in ("0", "367", "²", "-1", "", "9" * 5000, "\x00"):
        with pytest.raises(RefusedError, match="number of days"):
            routes.set_days(here, text, office)
    found = outside_head(now + timedelta(hours=3))
    assert (found.how_old, found.size, found.way, found.to) == ("3 hours", head.size, "paper", "Superior Court")
    assert found.since == Event.objects.count() - head.size


def test_an_old_head_handed_out_late_does_not_pass_for_a_fresh_one(office, signed, now, staff):
    old = signed()
    later = now + timedelta(days=20)
    checkpoints.hand_out(old, "Superior Court", "paper", "", later, by(staff["administrator"], later))
    assert "20 days old" in warnings(later)[0]


def test_the_new_columns_left_the_guards_of_the_hand_outs_standing(office, signed, now):
    """On SQLite a table made anew loses its triggers, and with them what keeps its rows from being changed."""
    assert not list(missing_guards())
    checkpoints.hand_out(signed(), "Superior Court", "paper", "", now, office)
    with pytest.raises(DatabaseError), transaction.atomic():
        Anchor.objects.update(cosignature="x")


def test_a_witness_put_into_the_tables_by_hand_is_seen_and_a_trouble_is_no_change(office, witness, folder, now):
    folder.trouble, folder.trouble_at = "The folder is not there.", now
    folder.save()
    assert reconcile() == []
    HeadRoute.objects.filter(pk=witness.pk).update(line=witness_line(STRANGER).text)
    assert [each.table for each in reconcile()] == ["headroute"]
