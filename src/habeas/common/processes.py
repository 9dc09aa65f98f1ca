"""Whether a process that left its mark still lives, so that its work is taken up when it is gone and never before.

A mark names the machine's start (`boot_id`), the space its process numbers belong to, the number, and when the process began, all as
the kernel tells them (proc(5)): a number is given to another process later, a start time with it is not.
"""

import os
from functools import cache
from pathlib import Path

_PROC = Path("/proc")
_STARTED = 19
"""`starttime` is the 22nd field of `stat`; the name before it may hold blanks, so fields are counted behind its bracket."""


def own_mark() -> str:
    """The mark of this process; empty where the system does not tell enough."""
    return _mark_of(os.getpid())  # by its number: a forked child is another process


@cache
def _mark_of(pid: int) -> str:
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        space = os.readlink(_PROC / "self/ns/pid")
        return f"{boot} {space} {pid} {_started(pid)}"
    except (OSError, ValueError, IndexError):
        return ""


def is_gone(mark: str, *, one_machine: bool) -> bool | None:
    """Whether the process of `mark` is gone; None where that cannot be known from here.

    `one_machine`: whoever left a mark ran on this machine, so that a mark from before its last start is of a process that is gone.
    """
    own, parts = own_mark().split(), mark.split()
    if len(parts) != 4 or len(own) != 4 or not parts[2].isascii() or not parts[2].isdigit():
        return None
    if parts[0] != own[0]:
        return True if one_machine else None
    return None if parts[1] != own[1] else not _runs(int(parts[2]), parts[3])


def _runs(pid: int, started: str) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # it is there, and another user's
    try:
        return _started(pid) == started and any(_state(each) != "Z" for each in (_PROC / str(pid) / "task").iterdir())
    except OSError:
        return True  # it is there and may not be looked at, or is just going: the next look tells


def _fields(stat: Path) -> list[str]:
    return stat.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()


def _started(pid: int) -> str:
    return _fields(_PROC / str(pid) / "stat")[_STARTED]


def _state(task: Path) -> str:
    """`Z`: ended, and only its parent has not asked for it yet."""
    return _fields(task / "stat")[0]
