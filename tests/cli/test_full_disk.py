"""A disk that takes no more: one sentence, exit status 2, and nothing half-written, whatever library was writing."""

import os
import resource
import subprocess
import sys

import pytest

from tests.answers.helpers import ROSTER

START = "import sys; sys.argv[0] = 'habeas'; from habeas.cli.program import main; main()"


def full(folder, *argv, most=100, unbuffered=True):
    """The program in a process whose files may hold `most` bytes; standard output is a file too."""
    told = folder.parent / f"{folder.name}.out"
    with told.open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-c", START, *argv],
            cwd=folder, stdout=out, stderr=subprocess.PIPE, check=False, text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1" if unbuffered else ""},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
        )  # fmt: skip
    return done.returncode, done.stderr.strip()


@pytest.mark.parametrize("unbuffered", [True, False])
def test_a_key_whose_public_line_cannot_be_said_is_not_kept(tmp_path, unbuffered):
    (tmp_path / "here").mkdir()
    status, said = full(tmp_path / "here", "audit", "key", "jail.example/log", "--out", "new", unbuffered=unbuffered)
    assert (status, len(said.splitlines())) == (2, 1)
    assert said.endswith("cannot be read or written: file too large.")
    assert list((tmp_path / "here").iterdir()) == []


def test_a_report_that_the_disk_took_half_of_is_no_success(tmp_path):
    status, said = full(tmp_path, "law", "list")
    assert (status, said) == (2, "What was asked for cannot be read or written: file too large.")


def test_the_answers_of_a_batch_are_refused_in_one_sentence(tmp_path):
    (tmp_path / "r.csv").write_text(ROSTER, encoding="utf-8")
    status, said = full(
        tmp_path, "law", "batch", "us-ca", "--roster", "r.csv", "--as-of", "2025-07-17", "--out", "new.parquet"
    )
    assert (status, len(said.splitlines())) == (2, 1)
    assert said.startswith("new.parquet cannot be written")
    assert [path.name for path in tmp_path.iterdir()] == ["r.csv"]


def test_half_a_demonstration_is_never_left(tmp_path):
    (tmp_path / "here").mkdir()
    status, said = full(tmp_path / "here", "demo", "--people", "50", "--no-serve", "--out", "new")
    assert (status, len(said.splitlines())) == (2, 1)
    assert list((tmp_path / "here").iterdir()) == []
