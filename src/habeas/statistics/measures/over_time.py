"""Counts by stretches of time: each against the one before, and how many in one on average. A stretch that is not whole is no yardstick."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from habeas.statistics.measures.measure import NOT_RECORDED

Row = tuple[str, ...]
A_DAY = timedelta(days=1)


def partial(label: Callable[[date], str], first: date, last: date) -> set[str]:
    """The stretches that days from `first` to `last` cover in part: those that the day before or the day after lies in as well."""
    within = {label(first), label(last)} if first <= last else set()
    return within & {label(first - A_DAY), label(last + A_DAY)}


def with_changes(rows: Sequence[Row], part: Collection[str]) -> tuple[Row, ...]:
    """Each row (stretch, number, unknown) with its change against the one before, as a number and of a hundred; none against a part."""
    values = [int(row[1]) if row[1].isdigit() and row[0] not in part else None for row in rows]
    changes = [("", ""), *(_change(old, new) for old, new in pairwise(values))]
    return tuple((*row, *change) for row, change in zip(rows, changes, strict=True))


def _change(old: int | None, new: int | None) -> tuple[str, str]:
    if old is None or new is None:
        return "", ""
    return f"{new - old:+d}", f"{100 * (new - old) / old:+.1f}" if old else ""


def sentences(rows: Sequence[Row], part: Collection[str], name: str, *, added: bool) -> Iterator[str]:
    """What is not whole, and the average of the whole stretches where counts may be added up; `name` is what a stretch is called."""
    for each in sorted(part):
        yield f"{each} is no whole {name} here: no change is worked out with it, and it is not in the average."
    whole = [row for row in rows if row[0] not in part]
    if not added or len(whole) < 2 or any(row[1] == NOT_RECORDED for row in whole):
        return
    known = sum(int(row[1]) for row in whole if row[1].isdigit())
    unknown = sum(int(row[2]) for row in whole)
    beside = f", and of {unknown:,} more it is not known whether they count" if unknown else ""
    yield f"On average {known / len(whole):.1f} in each whole {name}: {known:,} in {len(whole):,}{beside}."
