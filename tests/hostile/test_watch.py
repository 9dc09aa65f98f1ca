"""The harness of hostile files ends a child that stands still or works too long, and no child because the machine is busy."""

import os
import signal
import time
from types import SimpleNamespace

import pytest

from tests.hostile import watch


def busy(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


@pytest.fixture
def told(monkeypatch):
    """A child of whose work the machine tells these seconds, one at each look; it ends by itself after the last."""

    def waited(works, seconds, still):
        at, left, killed = [0.0], [*works], []

        def passed(_):
            at[0] += watch.LOOK

        monkeypatch.setattr(watch, "time", SimpleNamespace(monotonic=lambda: at[0], sleep=passed))
        monkeypatch.setattr(watch, "worked", lambda _: left.pop(0))
        monkeypatch.setattr(watch.os, "kill", lambda *given: killed.append(given))
        monkeypatch.setattr(watch.os, "wait4", lambda *_: (0, 0, None) if left and not killed else (4, 7 << 8, "used"))
        assert watch.waited(4, seconds, still) == (7, "used")
        return killed

    return waited


def test_one_that_ends_is_told_with_its_status_and_its_work():
    child = os.fork()
    if child == 0:
        busy(0.3)
        os._exit(7)
    status, usage = watch.waited(child, 30, 600)
    assert status == 7
    assert usage.ru_utime + usage.ru_stime >= 0.25


def test_one_that_stands_still_is_ended(told):
    assert told([1.0] * 9, 30, 4 * watch.LOOK) == [(4, signal.SIGKILL)]


def test_one_that_works_too_long_is_ended(told):
    assert told([10.0, 20.0, 31.0, 40.0], 30, 4 * watch.LOOK) == [(4, signal.SIGKILL)]


def test_one_that_gets_little_of_a_busy_machine_is_let_go_on(told):
    assert told([each / 100 for each in range(60) for _ in range(3)], 30, 4 * watch.LOOK) == []


def test_what_a_child_started_counts_as_its_work():
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if os.fork() == 0:
            busy(0.3)
            os.write(writing, b"done")
        time.sleep(600)
        os._exit(0)
    try:
        os.read(reading, 4)
        assert watch.worked(child) >= 0.25
    finally:
        for each in watch.family_of(child)[0]:
            os.kill(each, signal.SIGKILL)
        os.waitpid(child, 0)
