"""`habeas audit verify --data` changes nothing in what it checks: no step of the database, no file, no byte."""

import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.desk import stage

pytestmark = [
    pytest.mark.xdist_group("stage"),
    pytest.mark.skipif(os.environ.get("DATABASE_URL", "") != "", reason="this is about an SQLite file in a folder"),
]


@pytest.fixture
def data():
    """The folder of a desk, as it was found."""
    folder = Path(stage.prepare(1)["data"])
    for suffix in ("-wal", "-shm"):
        assert not (folder / f"habeas.sqlite3{suffix}").exists()
    return folder


def verify(folder):
    env = {key: value for key, value in os.environ.items() if not key.startswith(("HABEAS_", "DATABASE_", "DJANGO_"))}
    command = [sys.executable, "-m", "habeas", "audit", "verify", "--data", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def found(folder):
    """Every name in a folder with its bytes' hash, mode and time of change."""
    return {
        path.relative_to(folder).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
            stat.S_IMODE(path.stat().st_mode),
            path.stat().st_mtime_ns,
        )
        for path in [folder, *folder.rglob("*")]
    }


def test_a_desk_that_lies_still_is_checked_and_left_as_it_was(data):
    before = found(data)
    status, said = verify(data)
    assert (status, "form one whole chain" in said) == (0, True), said
    assert found(data) == before


def test_no_key_or_folder_is_made_where_one_is_missing(data):
    (data / "secret.key").unlink()
    shutil.rmtree(data / "static", ignore_errors=True)
    before = found(data)
    assert "form one whole chain" in verify(data)[1]
    assert found(data) == before


def test_an_older_schema_is_read_as_it_is(data):
    with closing(sqlite3.connect(data / "habeas.sqlite3")) as store:
        store.execute("PRAGMA journal_mode=DELETE")
        store.execute("DELETE FROM django_migrations WHERE app = 'desk' AND name >= '0020'")
        store.execute("ALTER TABLE desk_office DROP COLUMN policy_proposed")
        store.commit()
    before = found(data)
    status, said = verify(data)
    assert (status, "form one whole chain" in said) == (1, True), said
    assert "Table office, record any: the table was not held against the record: it is of another version" in said
    assert found(data) == before


def test_a_store_without_the_record_is_refused_in_a_sentence(data):
    with closing(sqlite3.connect(data / "habeas.sqlite3")) as store:
        store.execute("DROP TABLE desk_beside")
        store.commit()
    status, said = verify(data)
    assert status == 2
    assert (
        "The record cannot be read as it stands: something was taken out of the database (no such table: desk_beside)"
        in said
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("DROP TABLE desk_contact", "something was taken out of the database (no such table: desk_contact)"),
        (
            "ALTER TABLE desk_office DROP COLUMN policy_proposed",
            "something was taken out of the database (no such column",
        ),
    ],
)
def test_what_was_taken_out_is_not_called_another_version(data, change, words):
    with closing(sqlite3.connect(data / "habeas.sqlite3")) as store:
        store.execute(change)
        store.commit()
    status, said = verify(data)
    assert (status, words in said) == (1, True), said
    assert "another version" not in said


def test_a_damaged_page_is_called_damaged(data):
    store = data / "habeas.sqlite3"
    with closing(sqlite3.connect(store)) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root, size = opened.execute(
            "SELECT rootpage, page_size FROM sqlite_master, pragma_page_size WHERE name = 'desk_contact'"
        ).fetchone()
    whole = bytearray(store.read_bytes())
    whole[(root - 1) * size : (root - 1) * size + 16] = b"\xff" * 16
    store.write_bytes(whole)
    status, said = verify(data)
    assert (status, "the database is damaged" in said) == (1, True), said
    assert "another version" not in said


@pytest.mark.parametrize("seized", [("", "-wal"), ("", "-wal", "-shm")], ids=["without its shm", "with its shm"])
def test_a_copy_seized_while_it_was_served_is_checked_with_what_was_not_yet_worked_in(data, tmp_path, seized):
    store = data / "habeas.sqlite3"
    with closing(sqlite3.connect(store)) as served:
        served.execute("PRAGMA wal_autocheckpoint=0")
        served.execute("DROP TRIGGER desk_event_no_update")
        served.execute("UPDATE desk_event SET actor = 'staff-99' WHERE seq = 1")
        served.commit()
        copy = tmp_path / "seized"
        copy.mkdir()
        for suffix in seized:
            shutil.copyfile(f"{store}{suffix}", copy / f"habeas.sqlite3{suffix}")
    before = found(copy)
    status, said = verify(copy)
    assert (status, "its column actor" in said) == (1, True), said
    assert found(copy) == before


def test_a_desk_that_is_served_meanwhile_is_checked_as_it_stands(data):
    with closing(sqlite3.connect(data / "habeas.sqlite3")) as served:
        served.execute("PRAGMA wal_autocheckpoint=0")
        served.execute("DROP TRIGGER desk_event_no_update")
        served.execute("UPDATE desk_event SET actor = 'staff-99' WHERE seq = 1")
        served.commit()
        served.execute("BEGIN IMMEDIATE")
        served.execute("UPDATE desk_event SET actor = 'staff-1' WHERE seq = 2")
        status, said = verify(data)
        served.execute("ROLLBACK")
    assert (status, "Event 1: its column actor" in said) == (1, True), said


def test_a_folder_that_nobody_may_write_is_checked(data):
    os.chmod(data, 0o500)
    try:
        assert verify(data)[0] == 0
    finally:
        os.chmod(data, 0o700)
