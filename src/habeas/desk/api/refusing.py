"""Calls that are refused for their key: written into the record, but never so many that the record is flooded."""

from datetime import timedelta

from habeas.desk.accounts.tries import Limit, is_full, take_counted
from habeas.desk.doing import Doing
from habeas.desk.record.writing import acting
from habeas.desk.workflow.errors import RefusedError

MOST = 10
_LIMIT = Limit(MOST, timedelta(minutes=5))


class TooManyError(RefusedError):
    """Too many wrong keys from one address."""

    status = 429


def refuse(caller: str, why: str, operation: str, doing: Doing, key: str = "unknown") -> None:
    """Write that a call was refused. `caller` is counted by all processes together, never written; after MOST in five minutes nothing
    more is written.

    Raises TooManyError then. A right key is never held up: only refusals are counted. The key itself stands nowhere.
    """
    bucket = f"wrong key {caller}"
    left = 0 if is_full(bucket, _LIMIT, doing.at) else take_counted(bucket, _LIMIT, doing.at)
    if left == 0:
        raise TooManyError("Too many calls with a wrong key from this address; wait five minutes.")
    with acting(doing, "refuse", "key", key) as entry:
        entry.detail |= {"why": why, "operation": operation, "last_written": left == 1}
