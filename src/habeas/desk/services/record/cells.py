"""Reading rows that somebody may have spoiled: what cannot be read is named, and everything else is read all the same."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec
from django.db import DatabaseError

from habeas.common.errors import HabeasError
from habeas.desk.store_words import store_words

FAULTS = (
    DatabaseError, HabeasError, msgspec.MsgspecError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError,
)  # fmt: skip
"""What reading a row raises where a cell holds what the program never writes: bytes for text, a word for a number, no date."""
STEP = 1_000
UNREADABLE = "a cell of it cannot be read, for it holds what the program never writes"
"""What is said of a row that cannot be read."""
Row = dict[str, Any]
_Read = TypeVar("_Read")
_Other = TypeVar("_Other")


def read_or(read: Callable[[], _Read], otherwise: _Other, what: str, wrong: list[str]) -> _Read | _Other:
    """What `read` gives; where it cannot be read, `otherwise`, and one more sentence about `what` in `wrong`."""
    try:
        return read()
    except FAULTS as fault:
        wrong.append(f"{what} cannot be read: {short(fault)}.")
        return otherwise


def short(fault: BaseException) -> str:
    """A fault in a few words, without what the row holds."""
    words = store_words(fault)
    if words:
        return words
    said = str(fault).splitlines()[0][:120].rstrip(".") if str(fault) else ""
    return said if said and isinstance(fault, (DatabaseError, HabeasError)) else type(fault).__name__


def rows_of(rows: Any, columns: Sequence[str], by: str = "pk", at_once: int = STEP) -> Iterator[tuple[Any, Row | None]]:
    """Each row of a query in the order of the column `by`, with what stands in `columns`; None for one that cannot be read.

    A column or table that is not there at all raises DatabaseError.
    """
    rows.filter(**{by: -1}).values(*columns).first()
    last: Any = None
    while keys := list(
        (rows if last is None else rows.filter(**{f"{by}__gt": last})).order_by(by).values_list(by, flat=True)[:at_once]
    ):
        yield from _page(rows.order_by(by), columns, by, keys)
        last = keys[-1]


def _page(rows: Any, columns: Sequence[str], by: str, keys: list[Any]) -> Iterator[tuple[Any, Row | None]]:
    """The rows from the first to the last of these keys; where that cannot be, each by itself."""
    try:
        found = list(rows.filter(**{f"{by}__gte": keys[0], f"{by}__lte": keys[-1]}).values(by, *columns))
    except FAULTS:
        yield from ((key, _one(rows, columns, by, key)) for key in keys)
        return
    yield from ((row[by], row) for row in found)


def _one(rows: Any, columns: Sequence[str], by: str, key: Any) -> Row | None:
    try:
        return dict(rows.filter(**{by: key}).values(by, *columns)[0])
    except FAULTS:
        return None
