"""Calls that are refused for their key: written into the record, but never so many that the record is flooded."""

import threading
from datetime import datetime, timedelta

from habeas.desk.doing import Doing
from habeas.desk.record.writing import acting
from habeas.desk.workflow.errors import RefusedError

MOST = 10
WINDOW = timedelta(minutes=5)
_CALLERS = 1_000
_lock = threading.Lock()
_counts: dict[str, tuple[datetime, int]] = {}


class TooManyError(RefusedError):
    """Too many wrong keys from one address."""

    status = 429


def refuse(caller: str, why: str, operation: str, doing: Doing, key: str = "unknown") -> None:
    """Write that a call was refused. `caller` is counted, never written; after MOST in a WINDOW nothing more is written.

    Raises TooManyError then. A right key is never held up: only refusals are counted. The key itself stands nowhere.
    """
    left = _left(caller, doing.at)
    if left == 0:
        raise TooManyError("Too many calls with a wrong key from this address; wait five minutes.")
    with acting(doing, "refuse", "key", key) as entry:
        entry.detail |= {"why": why, "operation": operation, "last_written": left == 1}


def _left(caller: str, at: datetime) -> int:
    """How many refusals of a caller may still be written in this window, this one included."""
    with _lock:
        began, count = _counts.get(caller, (at, 0))
        if at - began > WINDOW or at < began:
            began, count = at, 0
        if len(_counts) >= _CALLERS and caller not in _counts:
            _counts.clear()
        _counts[caller] = (began, min(count + 1, MOST + 1))
        return max(0, MOST - count)


def forget() -> None:
    """Begin to count anew (a new process does)."""
    with _lock:
        _counts.clear()
