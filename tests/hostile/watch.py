"""Wait for a child however slow the machine is: it is stopped where it stands still or works too long, never because others work beside it.

As a program (`python -S watch.py OUT ERR FIGURES QUOTA SECONDS STILL COMMAND...`) it runs a command and writes down status, seconds of work and weight: a small
process between us and the program, for what a child weighs before it runs is its parent's weight. Nothing but Python's own library.
"""

import json
import os
import resource
import signal
import sys
import time
from pathlib import Path

STEP = 0.02
"""Seconds between two looks at the child itself; at its work it is looked each `LOOK`."""
LOOK = 5.0
TICKS = os.sysconf("SC_CLK_TCK")


def waited(child: int, seconds: float, still: float) -> tuple[int, resource.struct_rusage]:
    """The child's status and what it used. It is killed after so many seconds of work, or so many on the wall without any."""
    moved = looked = time.monotonic()
    before = -1.0
    while True:
        ended, status, usage = os.wait4(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status), usage
        now = time.monotonic()
        if now - looked > LOOK:
            looked, work = now, worked(child)
            moved = now if work != before else moved
            before = work
            if work > seconds or now - moved > still:
                os.kill(child, signal.SIGKILL)
        time.sleep(STEP)


def worked(child: int) -> float:
    """Seconds of work of a process and all it started, those that ended among them."""
    return sum(family_of(child)[1])


def family_of(child: int) -> tuple[set[int], list[float]]:
    """A process and all it started that still run, and the seconds of work of each."""
    parents, work = dict[int, int](), dict[int, float]()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            said = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        number = int(path.parent.name)
        parents[number], work[number] = int(said[1]), sum(map(int, said[11:15])) / TICKS
    family = {child}
    while more := {each for each, parent in parents.items() if parent in family} - family:
        family |= more
    return family, [work.get(each, 0.0) for each in family]


def main() -> None:
    """Run the command with its output in files and a bound on what it writes."""
    out, err, figures, quota, seconds, still = sys.argv[1:7]
    child = os.fork()
    if child == 0:
        for number, path in ((0, os.devnull), (1, out), (2, err)):
            os.dup2(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), number)
        if int(quota):
            resource.setrlimit(resource.RLIMIT_FSIZE, (int(quota), int(quota)))
        os.execv(sys.argv[7], sys.argv[7:])  # noqa: S606 - our own words
    status, usage = waited(child, float(seconds), float(still))
    Path(figures).write_text(json.dumps([status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss]), encoding="utf-8")


if __name__ == "__main__":
    main()
