"""A backup judges by the measure of restore, and a county with one bad row is not without any backup."""

import sqlite3
from pathlib import Path

import pytest

from tests.desk import stage
from tests.desk.test_backup import acts_of, habeas, left_of, taken_into_the_record

FORGED = "UPDATE desk_account SET role = 'commander' WHERE id = (SELECT min(id) FROM desk_account WHERE role = 'clerk')"
UNREADABLE = "UPDATE desk_account SET is_active = 'rubbish' WHERE id = (SELECT min(id) FROM desk_account)"
BROKEN = "UPDATE desk_event SET body = replace(body, '2026-03-04', '2026-03-05') WHERE seq = 1"


@pytest.fixture
def place():
    found = stage.prepare(requests=1)
    stage.run(found, taken_into_the_record)
    return found


def changed(place, statement):
    """Do it under the guard of events, which stands again afterward as it stood."""
    with sqlite3.connect(Path(place["data"]) / "habeas.sqlite3") as store:
        guard = store.execute("SELECT sql FROM sqlite_master WHERE name = 'desk_event_no_update'").fetchone()[0]
        store.execute("DROP TRIGGER desk_event_no_update")
        assert store.execute(statement).rowcount == 1
        store.execute(guard)


@pytest.mark.parametrize(
    ("statement", "words"),
    [(FORGED, "Table account, record"), (UNREADABLE, "Table account, record"), (BROKEN, "Event 1")],
    ids=["a forged row", "a cell nobody can read", "a broken chain"],
)
def test_a_backup_of_a_desk_that_does_not_hold_says_so_and_is_put_back_on_purpose(place, tmp_path, statement, words):
    changed(place, statement)
    file, new = tmp_path / "night", tmp_path / "new"
    status, said, fault = habeas("backup", "--data", place["data"], "--out", file)
    assert (status, file.exists()) == (1, True), fault
    assert words in said
    assert "--despite-findings" in said
    doctor = habeas("doctor", "--data", place["data"])[1]
    assert "The last backup (event" in doctor
    status, _, fault = habeas("restore", file, "--data", new)
    assert (status, new.exists()) == (2, False)
    assert "--despite-findings" in fault
    status, said, fault = habeas("restore", file, "--data", new, "--despite-findings")
    assert status == 1, fault
    assert "Put back despite" in said
    assert left_of(tmp_path) == ["new", "night"]
    assert acts_of(new)[-1] == "restore"
    place_of_it = f"habeas audit acknowledge {len(acts_of(new)) - 1}."
    status, said, _ = habeas("audit", "verify", "--data", new)
    assert status == 1
    if statement != BROKEN:  # a walk over a broken chain ends where it is broken, and says that
        assert "It was put back despite" in said
        assert place_of_it in said
        number = str(len(acts_of(new)) - 1)
        assert habeas("audit", "acknowledge", number, "--by", "Counsel", "--data", new)[0] == 0
        assert "It was put back despite" not in habeas("audit", "verify", "--data", new)[1]


def test_a_backup_of_a_desk_that_holds_says_nothing_of_findings(place, tmp_path):
    status, said, _ = habeas("backup", "--data", place["data"], "--out", tmp_path / "night")
    assert (status, "findings" in said) == (0, False)
    assert "was made of a desk with" not in habeas("doctor", "--data", place["data"])[1]
    assert habeas("restore", tmp_path / "night", "--data", tmp_path / "new", "--despite-findings")[0] == 0
