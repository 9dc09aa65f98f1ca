"""A process that left its mark is known to live or to be gone, also when its number was given to another."""

import os
import subprocess
import sys

from habeas.common.processes import is_gone, own_mark

SAY = "from habeas.common.processes import own_mark; print(own_mark(), flush=True); input()"


def test_a_process_lives_until_it_is_killed_also_while_nobody_asked_for_its_end():
    child = subprocess.Popen([sys.executable, "-c", SAY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    mark = child.stdout.readline().strip()
    assert is_gone(mark, one_machine=True) is False
    child.kill()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # it has ended, and still stands in the table of processes
    assert is_gone(mark, one_machine=True) is True
    child.wait()
    assert is_gone(mark, one_machine=True) is True
    child.stdin.close()
    child.stdout.close()


def changed(part, value):
    parts = own_mark().split()
    parts[part] = value
    return " ".join(parts)


def test_a_number_given_to_another_process_is_not_the_process_that_had_it():
    assert is_gone(own_mark(), one_machine=True) is False
    assert is_gone(changed(3, "1"), one_machine=True) is True


def test_from_before_the_machines_start_it_is_gone_and_of_another_machine_nobody_knows():
    assert is_gone(changed(0, "another"), one_machine=True) is True
    assert is_gone(changed(0, "another"), one_machine=False) is None


def test_in_another_container_or_without_a_mark_nobody_knows():
    assert is_gone(changed(1, "pid:[1]"), one_machine=True) is None
    for mark in ("", "x", "a b c d", "a b ² d"):
        assert is_gone(mark, one_machine=True) is None


def test_a_forked_child_has_a_mark_of_its_own():
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(write, own_mark().encode())
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(read, 200).decode() != own_mark()
    os.close(read)
    os.close(write)
