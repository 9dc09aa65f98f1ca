"""Writers of one SQLite file wait in a line: nobody is passed over, nobody waits for ever, and no fault leaves the line shut."""

import multiprocessing
import os
import select
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest
from django.db import connections
from django.db.utils import IntegrityError, OperationalError

from habeas.desk.database import database
from habeas.desk.sqlite_queued_writes import line
from habeas.desk.sqlite_queued_writes.base import DatabaseWrapper
from habeas.desk.sqlite_queued_writes.line import Place
from habeas.desk.workflow.errors import RefusedError

TABLE = "CREATE TABLE counted (n INTEGER PRIMARY KEY, of INTEGER REFERENCES counted (n) DEFERRABLE INITIALLY DEFERRED)"
ONE = "INSERT INTO counted (of) VALUES (NULL)"


def opened(folder: Path, wait: float = 20) -> DatabaseWrapper:
    """A connection of its own to the file in `folder`, that waits `wait` seconds at most."""
    usual = connections.configure_settings({"default": database("", folder)})["default"]
    return DatabaseWrapper(usual | {"OPTIONS": usual["OPTIONS"] | {"timeout": wait}}, "turn")


@pytest.fixture
def folder(tmp_path: Path, django_db_blocker: Any) -> Iterator[Path]:
    """A folder with a file that counts."""
    with django_db_blocker.unblock():
        one = opened(tmp_path)
        with one.cursor() as cursor:
            cursor.execute(TABLE)
        one.close()
        yield tmp_path


def within(store: DatabaseWrapper, act: Callable[[Any], object]) -> None:
    """Do something in a transaction of `store`."""
    store.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    try:
        with store.cursor() as cursor:
            act(cursor)
        store.commit()
    except BaseException:
        store.rollback()
        raise
    finally:
        store.set_autocommit(True)


def count_of(folder: Path) -> int:
    """How many rows were written."""
    store = opened(folder)
    with store.cursor() as cursor:
        found = int(cursor.execute("SELECT count(*) FROM counted").fetchone()[0])
    store.close()
    return found


def write_many(folder: Path, rows: int) -> None:
    """Write rows one by one, each in a transaction that takes a while."""
    store = opened(folder)
    for _ in range(rows):
        within(store, lambda cursor: (cursor.execute(ONE), time.sleep(0.002)))
    store.close()


def write_as_another_program(path: str, rows: int) -> None:
    """The same through SQLite alone, which stands in no line of ours."""
    with closing(sqlite3.connect(path, timeout=20, isolation_level=None)) as store:
        for _ in range(rows):
            store.execute("BEGIN IMMEDIATE")
            store.execute(ONE)
            store.execute("COMMIT")


def test_eight_threads_and_two_other_programs_all_get_their_turn(folder: Path) -> None:
    others = [
        multiprocessing.get_context("spawn").Process(
            target=write_as_another_program, args=(str(folder / "habeas.sqlite3"), 20)
        )
        for _ in range(2)
    ]
    threads = [threading.Thread(target=write_many, args=(folder, 20)) for _ in range(8)]
    for each in (*others, *threads):
        each.start()
    for each in (*others, *threads):
        each.join(60)
    assert [each.exitcode for each in others] == [0, 0]
    assert count_of(folder) == 200


def test_whoever_waits_too_long_is_told_and_the_next_is_let_in(folder: Path) -> None:
    holder, late, then = opened(folder), opened(folder, wait=0.1), opened(folder)
    holder.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    with pytest.raises(OperationalError, match="locked"):
        late.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    holder.rollback()
    holder.set_autocommit(True)
    within(then, lambda cursor: cursor.execute(ONE))
    assert count_of(folder) == 1


def test_another_program_that_writes_is_waited_for_and_not_for_ever(folder: Path) -> None:
    other, late = opened(folder), opened(folder, wait=0.1)
    other.ensure_connection()
    other.connection.execute("BEGIN IMMEDIATE")  # as another process would: it stands in no line of this one
    with pytest.raises(OperationalError, match="locked"):
        late.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    other.connection.execute("ROLLBACK")
    within(opened(folder), lambda cursor: cursor.execute(ONE))
    assert count_of(folder) == 1


def test_a_commit_that_is_refused_leaves_the_line_open(folder: Path) -> None:
    first = opened(folder)
    with pytest.raises(IntegrityError):
        within(first, lambda cursor: cursor.execute("INSERT INTO counted (of) VALUES (99)"))
    within(opened(folder, wait=1), lambda cursor: cursor.execute(ONE))
    assert count_of(folder) == 1


def test_a_connection_closed_in_the_middle_leaves_the_line_open(folder: Path) -> None:
    first = opened(folder)
    first.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    first.close()
    within(opened(folder, wait=1), lambda cursor: cursor.execute(ONE))
    assert count_of(folder) == 1


HOLDS = """
import sys, time
from pathlib import Path
from habeas.desk.sqlite_queued_writes.line import Place
from habeas.desk.workflow.errors import RefusedError
place = Place(Path(sys.argv[1]))
print("stands", flush=True)
while not place.is_next():
    time.sleep(0.001)
print("next", flush=True)
sys.stdin.readline()
"""
"""A process that stands in the line, says so, says when it is next, and leaves when it is told to or killed."""


def standing(path: Path) -> "subprocess.Popen[str]":
    """Start such a process and wait until it stands in the line."""
    made = subprocess.Popen([sys.executable, "-c", HOLDS, str(path)], stdin=PIPE, stdout=PIPE, text=True)
    assert made.stdout
    assert made.stdout.readline() == "stands\n"
    return made


def is_next(process: "subprocess.Popen[str]") -> bool:
    """Whether it said within two seconds that it is next."""
    assert process.stdout
    return bool(select.select([process.stdout], [], [], 2)[0]) and process.stdout.readline() == "next\n"


def test_processes_have_their_turn_in_the_order_they_came_and_the_dead_keep_nobody_waiting(tmp_path: Path) -> None:
    path = tmp_path / "store-line"
    mine = Place(path)
    others = [standing(path) for _ in range(4)]
    last = Place(path)
    try:
        mine.leave()
        assert is_next(others[0])
        others[2].kill()  # in the middle of the line
        others[0].kill()  # while it is its turn
        assert is_next(others[1])
        assert not last.is_next()
        others[1].communicate("leave\n")
        assert is_next(others[3])
        assert not last.is_next()
        others[3].kill()
        others[3].wait()
        assert last.is_next()
    finally:
        last.leave()
        for each in others:
            each.kill()
            each.wait()


def test_a_statement_outside_a_transaction_stands_in_the_line_too(folder: Path) -> None:
    one, late = opened(folder), opened(folder, wait=0.1)
    place = Place(folder / "habeas.sqlite3-line")
    with late.cursor() as cursor, pytest.raises(OperationalError, match="locked"):
        cursor.execute(ONE)
    with late.cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM counted").fetchone() == (0,), "who only reads waits for nobody"
    place.leave()
    with one.cursor() as cursor:
        cursor.execute(ONE)
    within(late, lambda cursor: cursor.execute(ONE))
    assert count_of(folder) == 2


def test_a_child_holds_no_place_of_its_parent(tmp_path: Path) -> None:
    path = tmp_path / "store-line"
    place = Place(path)
    child = os.fork()
    if child == 0:
        time.sleep(20)
        os._exit(0)
    try:
        line._open.discard(place._file)
        os.close(place._file)  # as the kernel does for a parent that is killed
        after, end = Place(path), time.monotonic() + 5
        while not after.is_next():
            assert time.monotonic() < end, "the child's copy of the open file still stands in the line"
            time.sleep(0.01)
        after.leave()
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)


def test_two_that_come_in_the_same_moment_have_one_turn_where_nothing_else_decides(tmp_path, monkeypatch):
    """The earlier number is taken first and its byte locked last, as on a machine with much other work: both see nobody before them."""
    numbers = iter([2_000, 1_000, 3_000])
    monkeypatch.setattr(line.time, "monotonic_ns", lambda: next(numbers))
    later, earlier, third = (line.Line(tmp_path / "line") for _ in range(3))
    first = later.alone(time.monotonic() + 5)
    assert first is not None
    assert earlier.alone(time.monotonic()) is None
    later.leave(first)
    assert third.alone(time.monotonic()) is not None


def test_no_second_roster_is_applied_beside_one_whatever_their_numbers_are(db, tmp_path, monkeypatch):
    from habeas.desk.services.custody import roster_turn

    numbers = iter([2_000, 1_000])
    monkeypatch.setattr(line.time, "monotonic_ns", lambda: next(numbers))
    monkeypatch.setattr(roster_turn, "_line", lambda name: line.Line(tmp_path / "rosters"))
    with (
        roster_turn._turn_here(time.monotonic()),
        pytest.raises(RefusedError),
        roster_turn._turn_here(time.monotonic()),
    ):
        pass
