"""A backup is whole or not there; what does not verify is never put in place; the doctor says in a sentence what is wrong."""

import errno
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import tarfile
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from habeas.audit.notes import new_key
from habeas.audit.sql import guard_head
from habeas.desk.services.upkeep.backup_signature import signed
from tests.desk import stage

HEAD_GUARD = guard_head("sqlite", "desk_chainhead", "desk_event")[0]

HABEAS = [sys.executable, "-m", "habeas"]


@pytest.fixture
def place():
    return stage.prepare(requests=2)


def habeas(*given, **environment):
    env = {key: value for key, value in os.environ.items() if not key.startswith(("HABEAS_", "DATABASE_", "DJANGO_"))}
    run = subprocess.run(
        [*HABEAS, *map(str, given)], capture_output=True, text=True, check=False, env=env | environment
    )
    return run.returncode, run.stdout, run.stderr


def make(target):
    from habeas.desk.doing import by_system
    from habeas.desk.services.upkeep.backup import back_up

    made = back_up(Path(target), by_system(stage.NOW))
    return {"events": made.events, "fault": " ".join(made.findings) or None}


def left_of(folder):
    return sorted(path.name for path in Path(folder).iterdir())


def test_a_backup_is_restored_verified_and_says_both_in_the_record(place, tmp_path):
    file, new = tmp_path / "night.habeas", tmp_path / "new"
    status, said, _ = habeas("backup", "--data", place["data"], "--out", file)
    assert status == 0, said
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    status, said, fault = habeas("restore", file, "--data", new)
    assert status == 0, fault
    assert "one whole chain" in said
    assert left_of(tmp_path) == ["new", "night.habeas"]
    assert stat.S_IMODE(new.stat().st_mode) == 0o700
    assert (new / "secret.key").read_text() == (Path(place["data"]) / "secret.key").read_text()
    acts = {"old": acts_of(place["data"]), "new": acts_of(new)}
    assert acts["old"][-1] == "backup"
    assert acts["new"] == [*acts["old"][:-1], "restore"]
    assert stage.run({"data": str(new), "url": ""}, stage.chain_fault)[0] is None


def acts_of(folder):
    with sqlite3.connect(Path(folder) / "habeas.sqlite3") as store:
        return [row[0] for row in store.execute("SELECT act FROM desk_event ORDER BY seq")]


def test_an_earlier_backup_is_never_touched(place, tmp_path):
    file = tmp_path / "night.habeas"
    file.write_bytes(b"earlier")
    status, _, said = habeas("backup", "--data", place["data"], "--out", file)
    assert (status, file.read_bytes()) == (2, b"earlier")
    assert "never replaces" in said


def copy_while_clerks_write(target):
    from habeas.desk.doing import by_system
    from habeas.desk.record.writing import viewed

    stop, written = threading.Event(), []

    def write():
        from django.db import connections

        while not stop.is_set():
            viewed(by_system(stage.NOW), "request", "r-1", {"n": len(written)})
            written.append(1)
        connections.close_all()

    writers = [threading.Thread(target=write) for _ in range(3)]
    for each in writers:
        each.start()
    found = [make(f"{target}.{number}") for number in range(3)]
    stop.set()
    for each in writers:
        each.join()
    return found, len(written)


def test_it_is_one_moment_of_the_record_while_clerks_write(place, tmp_path):
    found, written = stage.run(place, copy_while_clerks_write, str(tmp_path / "busy"))
    assert written > 3
    assert [each["fault"] for each in found] == [None] * 3
    for number in range(3):
        assert habeas("restore", tmp_path / f"busy.{number}", "--data", tmp_path / f"new{number}")[0] == 0


def killed(where, target):
    from habeas.desk.services.upkeep import backup

    def die(*given, **more):
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(backup, where, die)
    make(target)


@pytest.mark.parametrize("where", ["_copy_keys", "_chain_fault", "_packed", "_add", "sha256_of_file", "_put"])
def test_killed_at_any_point_it_leaves_nothing_that_looks_like_a_backup(where, place, tmp_path):
    earlier, target = tmp_path / "earlier", tmp_path / "night"
    stage.run(place, make, str(earlier))
    before = earlier.read_bytes()
    assert stage.run(place, killed, where, str(target)) == {"exit": -signal.SIGKILL}
    assert not target.exists()
    assert earlier.read_bytes() == before
    assert all(name.startswith(".") for name in left_of(tmp_path) if name != "earlier")
    stage.run(place, make, str(target))
    assert habeas("restore", target, "--data", tmp_path / "new")[0] == 0, "the next one goes through"


def with_a_full_disk(where, target):
    from habeas.common.errors import BadInputError
    from habeas.desk.services.upkeep import backup

    def full(*given, **more):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    setattr(backup, where, full)
    try:
        make(target)
    except BadInputError as fault:
        return str(fault)
    return "made"


@pytest.mark.parametrize("where", ["_copy_keys", "_add", "_sync"])
def test_a_full_disk_is_one_sentence_and_leaves_nothing(where, place, tmp_path):
    said = stage.run(place, with_a_full_disk, where, str(tmp_path / "night"))
    assert said == "night cannot be written: no space left on device."
    assert left_of(tmp_path) == []


def without_a_record(target):
    from habeas.desk.record import writing
    from habeas.desk.services.upkeep import backup

    def refuse(*given):
        raise backup.BadInputError("the event cannot be written")

    writing.write = refuse
    try:
        make(target)
    except backup.BadInputError as fault:
        return str(fault)
    return "made"


def test_a_backup_that_cannot_be_recorded_is_not_made(place, tmp_path):
    assert stage.run(place, without_a_record, str(tmp_path / "night")) == "the event cannot be written"
    assert left_of(tmp_path) == []


@pytest.fixture
def night(place, tmp_path):
    stage.run(place, make, str(tmp_path / "night"))
    return tmp_path / "night"


def refused(file, folder, words):
    status, _, said = habeas("restore", file, "--data", folder)
    assert status == 2
    assert words in said, said
    assert not folder.exists()
    assert not [name for name in left_of(folder.parent) if name.endswith(".part")]


def test_a_changed_byte_a_cut_file_and_another_file_are_refused(night, tmp_path):
    whole = night.read_bytes()
    middle = len(whole) // 2
    for text, words in (
        (whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :], "was changed"),
        (whole[:middle], "no whole backup"),
        (b"", "no whole backup"),
        (b"SQLite format 3\0" * 100, "no whole backup"),
    ):
        (tmp_path / "bad").write_bytes(text)
        refused(tmp_path / "bad", tmp_path / "new", words)


def test_a_file_that_reaches_out_of_its_folder_is_refused(night, tmp_path):
    import io

    bad = tmp_path / "bad"
    bad.write_bytes(night.read_bytes())
    with tarfile.open(bad, "a") as pack:
        member = tarfile.TarInfo("../../stolen.key")
        member.size = 1
        pack.addfile(member, io.BytesIO(b"x"))
    refused(bad, tmp_path / "new", "does not name")
    assert not (tmp_path.parent / "stolen.key").exists()


def doctored(night, target, *statements, sign_again=True, unsigned=False):
    """A backup whose database was changed and whose manifest was made to fit, signed again with a key of the thief's own."""
    import hashlib
    import io
    import json

    with tarfile.open(night) as pack:
        parts = {each.name: pack.extractfile(each).read() for each in pack.getmembers()}
    store = target.with_suffix(".sqlite3")
    store.write_bytes(parts["habeas.sqlite3"])
    with sqlite3.connect(store) as open_store:
        for each in statements:
            open_store.execute(each)
    parts["habeas.sqlite3"] = store.read_bytes()
    store.unlink()
    manifest = json.loads(parts["manifest.json"])
    manifest["files"]["habeas.sqlite3"] = {
        "bytes": len(parts["habeas.sqlite3"]), "sha256": hashlib.sha256(parts["habeas.sqlite3"]).hexdigest(),
    }  # fmt: skip
    manifest |= {"format": "habeas-backup/1"} if unsigned else {}
    parts["manifest.json"] = json.dumps(manifest).encode()
    if sign_again:
        key = new_key("thief/habeas-backup")
        parts["manifest.note"] = signed(hashlib.sha256(parts["manifest.json"]).hexdigest(), key).encode()
    behind = [] if unsigned else ["manifest.note"]
    with tarfile.open(target, "w") as pack:
        for name in ("manifest.json", *behind, *manifest["files"]):
            member = tarfile.TarInfo(name)
            member.size = len(parts[name])
            pack.addfile(member, io.BytesIO(parts[name]))
    return target


PROMOTED = "UPDATE desk_account SET role = 'commander' WHERE role = 'clerk'"


def test_a_forged_row_with_the_manifest_made_to_fit_is_refused_by_the_signature(night, tmp_path):
    bad = doctored(night, tmp_path / "bad", PROMOTED, sign_again=False)
    refused(bad, tmp_path / "new", "bad was changed after it was signed")


def test_a_backup_signed_by_a_thief_is_refused_by_the_line_that_was_kept(place, night, tmp_path):
    line = (Path(place["data"]) / "backup.key").exists() and stage.run(place, public_line)
    bad = doctored(night, tmp_path / "bad", PROMOTED)
    status, _, said = habeas("restore", bad, "--data", tmp_path / "new", "--key", line)
    assert status == 2
    assert "signed by another key" in said
    (tmp_path / "line.txt").write_text(line)
    status, said, fault = habeas("restore", night, "--data", tmp_path / "new", "--key", tmp_path / "line.txt")
    assert status == 0, fault
    assert "signed by the key you gave" in said


def public_line():
    from django.conf import settings

    from habeas.desk.services.upkeep.backup_signature import backup_key

    return backup_key(Path(settings.DATA), "stage").verifier.text


def test_the_key_that_signs_backups_lies_in_none(night):
    with tarfile.open(night) as pack:
        names = pack.getnames()
    assert names[:2] == ["manifest.json", "manifest.note"]
    assert "backup.key" not in names


def test_an_older_backup_that_nobody_signed_wants_a_word_of_its_own(night, tmp_path):
    old = doctored(night, tmp_path / "old", unsigned=True, sign_again=False)
    refused(old, tmp_path / "new", "is not signed")
    status, said, fault = habeas("restore", old, "--data", tmp_path / "new", "--unsigned")
    assert status == 0, fault
    assert "It is not signed" in said


def test_a_forged_row_is_named_also_where_the_thief_signed_it_again(place, tmp_path):
    stage.run(place, taken_into_the_record)
    stage.run(place, make, str(tmp_path / "night"))
    bad = doctored(tmp_path / "night", tmp_path / "bad", PROMOTED)
    refused(bad, tmp_path / "new", "Table account, record 1: it is not what event")


def taken_into_the_record():
    """An event that tells of every account: the stage makes its accounts without one."""
    from habeas.desk.doing import by_system
    from habeas.desk.models import Account
    from habeas.desk.record.writing import acting

    with acting(by_system(stage.NOW), "account", "account", "all"):
        for each in Account.objects.all():
            each.unit = "Records"
            each.save()


def killed_in_the_middle(target):
    from habeas.desk.services.upkeep import backup

    backup._packed = lambda *given: os.kill(os.getpid(), signal.SIGKILL)
    make(target)


def test_what_a_killed_backup_left_is_named_by_the_doctor_and_swept_by_the_next(place, tmp_path):
    stage.run(place, make, str(tmp_path / "first"))
    assert stage.run(place, killed_in_the_middle, str(tmp_path / "night")) == {"exit": -signal.SIGKILL}
    (left,) = [name for name in left_of(tmp_path) if name.startswith(".")]
    said = habeas("doctor", "--data", place["data"])[1]
    assert f"left {left} behind" in said
    theirs = tmp_path / ".letters.99999999.part"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("not a backup")
    stage.run(place, make, str(tmp_path / "second"))
    assert left_of(tmp_path) == [theirs.name, "first", "second"]


def test_a_backup_in_the_making_is_never_swept(tmp_path):
    from habeas.desk.services.upkeep import backup_leftovers

    mine = tmp_path / f".night.{os.getpid()}.part"
    elsewhere = tmp_path / ".night.99999999.part"  # a process of another machine that shares the folder
    for each in (mine, elsewhere):
        each.mkdir()
    with backup_leftovers.standing(elsewhere):
        assert backup_leftovers.sweep(tmp_path) == []
    assert backup_leftovers.sweep(tmp_path) == [elsewhere.name]


def test_the_doctor_reads_the_pages_of_the_file_and_says_that_one_is_damaged(place):
    assert "pages of the database's file: in order" in habeas("doctor", "--data", place["data"])[1]
    store = Path(place["data"]) / "habeas.sqlite3"
    with sqlite3.connect(store) as open_store:
        open_store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root, size = open_store.execute(
            "SELECT rootpage, page_size FROM sqlite_master, pragma_page_size WHERE name = 'desk_contact'"
        ).fetchone()
    whole = bytearray(store.read_bytes())
    whole[(root - 1) * size : (root - 1) * size + 16] = b"\xff" * 16
    store.write_bytes(whole)
    status, said, _ = habeas("doctor", "--data", place["data"])
    assert status == 1
    assert "The database's file is damaged" in said


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        (["DROP TRIGGER desk_event_no_update", "UPDATE desk_event SET body = replace(body, 'staff-1', 'staff-2')"], "guards"),
        (["DROP TRIGGER desk_event_no_delete"], "guards"),
        (["DROP TRIGGER desk_chainhead_no_update", "UPDATE desk_chainhead SET seq = seq - 1", HEAD_GUARD], "does not end where"),
        (["DROP TABLE desk_event"], "cannot be opened"),
    ],
)  # fmt: skip
def test_a_record_that_was_changed_is_not_put_in_place(statements, words, night, tmp_path):
    refused(doctored(night, tmp_path / "bad", *statements), tmp_path / "new", words)


def test_a_record_rewritten_under_its_guards_is_found_by_its_chain(night, tmp_path):
    again = (
        "CREATE TRIGGER desk_event_no_update BEFORE UPDATE ON desk_event "
        "BEGIN SELECT RAISE(ABORT, 'The audit log only grows: an event is never changed or deleted.'); END"
    )
    changed = 'UPDATE desk_event SET body = replace(body, \'"role":"clerk"\', \'"role":"commander"\')'
    bad = doctored(night, tmp_path / "bad", "DROP TRIGGER desk_event_no_update", changed, again)
    refused(bad, tmp_path / "new", "broken and is not served")


def test_a_folder_with_something_in_it_is_left_as_it_is(night, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thing").write_text("mine")
    status, _, said = habeas("restore", night, "--data", tmp_path / "full")
    assert (status, left_of(tmp_path / "full")) == (2, ["thing"])
    assert "not empty" in said


def test_the_doctor_says_what_is_wrong_and_nothing_of_what_is_mended(place):
    data = Path(place["data"])
    os.chmod(data, 0o755)  # noqa: S103 - the fault that doctor must find
    status, said, fault = habeas("doctor", "--data", data, HABEAS_TLS="0", HABEAS_HOSTS="*")
    assert status == 1, fault
    for words in ("chmod 700", "Plain HTTP", "Every host name", "no second factor", "No backup", "ever filed outside"):
        assert words in said
    os.chmod(data, 0o700)
    habeas("backup", "--data", data, "--out", data / "night")
    _, said, _ = habeas("doctor", "--data", data, HABEAS_HOSTS="desk.alder.example")
    for words in ("chmod", "Plain HTTP", "host name", "No backup"):
        assert words not in said


def examined(*changes):
    from django.db import connection

    from habeas.desk.services.upkeep.doctor import examine

    with connection.cursor() as cursor:
        for each in changes:
            cursor.execute(each)
    return {each.about: each.wrong for each in examine(stage.NOW - timedelta(days=400))}


def test_the_doctor_sees_lost_guards_a_slack_store_a_moved_head_and_a_clock_set_back(place):
    changes = (
        "PRAGMA synchronous=NORMAL",
        "DROP TRIGGER desk_event_no_update",
        "DROP TRIGGER desk_chainhead_no_update",
        "UPDATE desk_chainhead SET seq = seq + 1",
    )
    found = stage.run(place, examined, *changes)
    assert "power cut" in found["The store's settings"]
    assert "desk_event_no_update" in found["The guards of the record"]
    assert "The desk's own count ends after" in found["The record"]
    assert "before the last event" in found["The clock"]
    assert found["The steps of the database"] == ""


def test_the_doctor_finds_no_desk_in_an_empty_folder(tmp_path):
    status, _, said = habeas("doctor", "--data", tmp_path)
    assert (status, "holds no desk" in said) == (2, True)
