"""The child that reads strangers' files: it knows nothing of us, is stopped with what it started, and its death is one sentence."""

import os
import subprocess
import sys
import time

import pytest

from habeas.common.errors import BadInputError
from habeas.common.sandbox import Child, run_child


def environment() -> None:
    sys.stdout.write(repr(sorted(os.environ)))


def echo_backwards() -> None:
    sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1] + " ".join(sys.argv[2:]).encode())


def die() -> None:
    raise SystemExit(1)


def start_a_sleeper() -> None:
    sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(str(sleeper.pid))
    time.sleep(60)


def child(function: str) -> Child:
    """A child that runs a function of this file; the tests' folder is found through PYTHONPATH's stand-in, the first argument."""
    return Child("tests.common.test_sandbox", function, "a test")


@pytest.fixture(autouse=True)
def found_from_the_root(monkeypatch):
    from habeas.common import sandbox

    class Root:
        __file__ = str(__import__("pathlib").Path(__file__).parents[2] / "one" / "two.py")

    monkeypatch.setattr(sandbox, "habeas", Root)


def test_what_goes_in_comes_back_with_its_arguments():
    assert run_child(child("echo_backwards"), b"abc", "It", 20, ("x", "y")) == b"cbax y"


def test_the_child_gets_none_of_our_environment(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    answer = run_child(child("environment"), b"", "It", 20)
    assert b"PATH" in answer
    assert b"DATABASE_URL" not in answer


def test_a_child_that_dies_is_one_sentence():
    with pytest.raises(BadInputError, match="It asks for more memory or time than a test needs"):
        run_child(child("die"), b"", "It", 20)


def test_a_child_that_is_too_slow_is_stopped_with_what_it_started(tmp_path):
    note = tmp_path / "pid"
    with pytest.raises(BadInputError, match="It took longer than 2 seconds"):
        run_child(child("start_a_sleeper"), b"", "It", 2, (str(note),))
    pid = int(note.read_text(encoding="utf-8"))
    for _ in range(50):
        if not _alive(pid):
            return
        time.sleep(0.05)
    raise AssertionError("what the child started still runs")


def _alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
            return file.read().split(")")[1].split()[0] != "Z"
    except OSError:
        return False
