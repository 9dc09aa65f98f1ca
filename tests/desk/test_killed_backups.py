"""Wherever a backup or a restore is killed, what it left is named by the doctor and swept by the next one; one list names every file."""

import os
import signal
import subprocess
import sys
import tarfile
from itertools import product
from pathlib import Path

import pytest

from habeas.common.errors import BadInputError
from habeas.desk.services.upkeep import backup_names
from tests.desk import stage
from tests.desk.test_backup import habeas, left_of, make


@pytest.fixture
def place():
    return stage.prepare(requests=1)


@pytest.fixture
def night(place, tmp_path):
    stage.run(place, make, str(tmp_path / "night"))
    return tmp_path / "night"


STEPS = (
    "_copy_last_signed",
    "_copy_database",
    "_copy_keys",
    "_chain_fault",
    "backup_key",
    "manifest_of",
    "_add",
    "_packed",
    "_put",
)


def killed_at_every_step(target):
    """A backup in a process of its own for each step, killed before the step and after it; how each ended."""
    from django.db import connections

    head_signed()
    connections.close_all()
    ends = []
    for step, after in product(STEPS, (False, True)):
        child = os.fork()
        if child == 0:
            killed_at(step, f"{target}-{step}-{after}", after)
        ends.append(os.waitpid(child, 0)[1])
    return ends


def killed_at(step, target, after):
    from habeas.desk.services.upkeep import backup

    real = getattr(backup, step)

    def dies(*given):
        if after:
            real(*given)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(backup, step, dies)
    backup.sweep = lambda folder: []
    try:
        make(target)
    finally:
        os._exit(0)


def head_signed():
    from habeas.desk.doing import by_system
    from habeas.desk.services.record.checkpoints import sign_head

    sign_head(by_system(stage.NOW))


def swept(folder):
    """What is hidden there, and what the doctor's check and the sweep say of it."""
    from habeas.desk.services.upkeep import backup_leftovers, doctor

    hidden = [name for name in left_of(folder) if name.startswith(".")]
    backup_leftovers.remember_place(Path(folder))
    named = "".join(doctor._leftovers(stage.NOW))
    return hidden, [each for each in hidden if each in named], sorted(backup_leftovers.sweep(Path(folder)))


def test_wherever_a_backup_is_killed_what_it_left_is_named_and_swept(place, tmp_path):
    ends = stage.run(place, killed_at_every_step, str(tmp_path / "night"))
    assert ends == [signal.SIGKILL] * 2 * len(STEPS)
    hidden, named, gone = stage.run(place, swept, str(tmp_path))
    assert len([name for name in hidden if name.endswith(".part")]) == 2 * len(STEPS)
    assert named == gone == hidden
    assert [name for name in left_of(tmp_path) if name.startswith(".")] == []


def test_a_killed_restore_is_named_and_swept_too(place, night, tmp_path):
    script = (
        "import os, sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from habeas.desk.services.upkeep import restore\n"
        "restore.put_in_place = lambda *given: os.kill(os.getpid(), 9)\n"
        "restore.restore(Path(sys.argv[1]), Path(sys.argv[2]), datetime(2026, 3, 4, tzinfo=UTC))"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(night), str(tmp_path / "new")], check=False)
    assert killed.returncode == -signal.SIGKILL
    hidden, named, gone = stage.run(place, swept, str(tmp_path))
    assert len(hidden) == 1
    assert named == gone == hidden


def test_every_name_that_a_backup_makes_is_one_that_the_sweep_and_restore_know(place, tmp_path):
    stage.run(place, head_signed)
    (Path(place["data"]) / "Key of 2024.key").write_text("kept")
    stage.run(place, make, str(tmp_path / "night"))
    with tarfile.open(tmp_path / "night") as pack:
        names = pack.getnames()
    assert {"audit.head", "audit.key", "secret.key", "Key of 2024.key"} <= set(names)
    assert [name for name in names if not backup_names.is_written(name)] == []
    assert habeas("restore", tmp_path / "night", "--data", tmp_path / "new")[0] == 0


def test_a_backup_makes_no_file_whose_name_is_not_on_the_list(tmp_path):
    with pytest.raises(BadInputError, match="no backup can hold"):
        backup_names.new_file(tmp_path, "another.thing")
    assert left_of(tmp_path) == []
