"""The harness of `make soak` sees what it looks for: a write acknowledged before its commit is lost, a call under a new name is doubled."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk import stage

pytestmark = pytest.mark.xdist_group("stage")


def soak(folder, *given):
    """Run one part on a copy of a desk that was built before; its exit status and what it found."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("HABEAS_", "DATABASE_", "DJANGO_"))}
    command = [sys.executable, "-m", "tools.soak.part", *given, "--root", str(folder / "soak"), "--seed", "7"]
    built = ["--built", stage.prepare()["data"]]
    run = subprocess.run(
        [*command, *built], cwd=Path(__file__).parents[2], env=env, capture_output=True, text=True, check=False
    )
    assert (folder / "soak" / "tally.json").exists(), run.stderr[-2_000:]
    return run.returncode, json.loads((folder / "soak" / "tally.json").read_text())


def test_killed_sessions_lose_nothing_and_do_nothing_twice(tmp_path):
    status, found = soak(tmp_path, "kills", "--wanted", "12")
    assert (status, found["faults"]) == (0, {})
    assert found["figures"]["kills"] >= 12
    assert found["figures"]["acknowledged"] > 0


def test_what_was_acknowledged_too_early_and_what_was_sent_twice_is_seen(tmp_path):
    status, found = soak(tmp_path, "kills", "--wanted", "25", "--plant", "early twice")
    assert status == 1
    assert found["faults"]["lost"], "a write acknowledged before its commit"
    assert any(token.startswith("api-") for token in found["faults"]["doubled"]), "a call sent again under another name"


@pytest.mark.skipif(shutil.which("cc") is None, reason="the notes of writes need a C compiler")
def test_power_cut_under_a_store_that_does_not_sync_each_commit_is_seen_to_lose_writes(tmp_path):
    status, found = soak(tmp_path, "powercut", "--wanted", "160", "--plant", "normal")
    assert status == 1
    assert found["faults"]["lost"]
    assert not found["faults"].get("damaged")
