"""A measure over a ledger and a period: what is known, what is unknown, and what was not recorded then."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from habeas.statistics.ledger.rows import UNKNOWN, Ledger, LedgerRow
from habeas.statistics.measures.measure import Count, Measure, Unit

ONE_DAY = timedelta(days=1)
Stretch = tuple[date, date]
"""Days from a first to a last, both included."""


def count(measure: Measure, ledger: Ledger, first: date, last: date) -> Count:
    """The measure over the days from `first` to `last`, both included; a stock is what stands on `first`."""
    if last < ledger.begins:
        return Count(measure.unit, None)
    if measure.unit is Unit.STOCK:
        return _people(_standing(measure, ledger, first), measure)
    if measure.span:
        return _days(measure, ledger, first, last)
    return count_rows(measure, [row for row in ledger.of(measure.noun) if _in(row.day(measure.day), first, last)])


def count_rows(measure: Measure, rows: Iterable[LedgerRow]) -> Count:
    """What a measure without a span comes to over some rows."""
    return _people(rows, measure) if measure.unit is Unit.PEOPLE else _summed(rows, measure)


def fits(measure: Measure, row: LedgerRow) -> bool | None:
    """Whether a row meets every condition: yes, no, or None where a fact it needs is unknown and no other says no."""
    answers = [_one(row.facts.get(name), allowed) for name, allowed in measure.where.items()]
    return False if False in answers else None if None in answers else True


def _one(value: str | None, allowed: tuple[str, ...]) -> bool | None:
    """A fact that does not apply is in only where `none` is allowed; one that is not known is neither in nor out."""
    if value is None:
        return "none" in allowed
    if value == UNKNOWN:
        return True if "unknown" in allowed else None
    return value in allowed


def _in(day: date | None, first: date, last: date) -> bool:
    return day is not None and first <= day <= last


def _summed(rows: Iterable[LedgerRow], measure: Measure) -> Count:
    sure, unsure = _parted(rows, measure)
    if measure.amount and not unsure and not any(measure.amount in row.amounts for row in sure):
        return Count(measure.unit, None)  # nobody told any: silence is no sum of zero
    known = sum(row.amounts.get(measure.amount, 0) for row in sure) if measure.amount else len(sure)
    return Count(measure.unit, known, len(unsure), _events(sure), tuple(row.key for row in sure))


def _people(rows: Iterable[LedgerRow], measure: Measure) -> Count:
    """Each person once. A row whose person is unknown is somebody, and nobody knows whether somebody else's row is theirs: unknown."""
    sure, unsure = _parted(rows, measure)
    people = {row.person for row in sure if row.person != UNKNOWN}
    nameless = [row for row in sure if row.person == UNKNOWN]
    others = {row.person for row in unsure if row.person != UNKNOWN} - people
    unknown = len(nameless) + len(others) + sum(row.person == UNKNOWN for row in unsure)
    return Count(measure.unit, len(people), unknown, _events(sure), tuple(row.key for row in sure))


def _parted(rows: Iterable[LedgerRow], measure: Measure) -> tuple[list[LedgerRow], list[LedgerRow]]:
    answers = [(row, fits(measure, row)) for row in rows]
    return [row for row, answer in answers if answer], [row for row, answer in answers if answer is None]


def _events(rows: Iterable[LedgerRow]) -> tuple[int, ...]:
    return tuple(sorted({seq for row in rows for seq in row.events}))


def _standing(measure: Measure, ledger: Ledger, day: date) -> list[LedgerRow]:
    """The rows that stand on a day: begun on it or before, and not ended on it or before."""
    return [row for row in ledger.of(measure.noun) if _stands(measure, row, day)]


def _stands(measure: Measure, row: LedgerRow, day: date) -> bool:
    begin, end = span_of(measure, row)
    return begin is not None and begin <= day and (end is None or day < end)


def span_of(measure: Measure, row: LedgerRow) -> tuple[date | None, date | None]:
    """The first day of a row's span and the day it ended on: the earliest of the ends that the measure names."""
    begin, ends = measure.span[0], measure.span[1].split(" ")  # type: ignore[misc] # a span is there: the table is checked
    found = [day for name in ends if (day := row.day(name)) is not None]
    return row.day(begin), min(found, default=None)


def _days(measure: Measure, ledger: Ledger, first: date, last: date) -> Count:
    """Days on which people stood in the span: each person once a day; as dollars, at the rate of each day."""
    stretches, held, used = list[Stretch](), defaultdict[str, list[Stretch]](list), list[LedgerRow]()
    sure, unsure = _parted(ledger.of(measure.noun), measure)
    for row in reversed(sure):
        fresh = _outside(_stretch(measure, row, first, min(last, ledger.ends)), held[row.person or row.key])
        if fresh:
            held[row.person or row.key] += fresh
            stretches += fresh
            used.append(row)
    hidden = [row for row in unsure if _stretch(measure, row, first, last)]
    length = sum((end - start).days + 1 for start, end in stretches)
    known = _dollars(ledger, stretches) if measure.unit is Unit.DOLLARS else length
    return Count(measure.unit, known, len(hidden), _events(used), tuple(sorted({row.key for row in used})))


def _stretch(measure: Measure, row: LedgerRow, first: date, last: date) -> list[Stretch]:
    """The days of a row's span that lie in a period, as its first and last day; none where there are none."""
    begin, end = span_of(measure, row)
    if begin is None:
        return []
    start, stop = max(first, begin), last if end is None else min(last, end - ONE_DAY)
    return [(start, stop)] if start <= stop else []


def _outside(stretches: list[Stretch], held: list[Stretch]) -> list[Stretch]:
    """What of some stretches lies in none of those that are held: a person is counted once a day."""
    for start, stop in held:
        parts = [
            part
            for own in stretches
            for part in ((own[0], min(own[1], start - ONE_DAY)), (max(own[0], stop + ONE_DAY), own[1]))
        ]
        stretches = [(low, high) for low, high in parts if low <= high]
    return stretches


def _dollars(ledger: Ledger, stretches: list[Stretch]) -> int | None:
    """What the days cost in cents, each at the rate of its day; None where the cost of one of them was never entered."""
    total = 0
    for start, stop in stretches:
        if ledger.rate_on(start) is None:
            return None
        for low, high, cents in _rated(ledger, start, stop):
            total += cents * ((high - low).days + 1)
    return total


def _rated(ledger: Ledger, start: date, stop: date) -> Iterator[tuple[date, date, int]]:
    """A stretch cut where the cost of a day changes, each piece with its cost."""
    cuts = [start, *sorted({since for since, _ in ledger.rates if start < since <= stop}), stop + ONE_DAY]
    for low, after in pairwise(cuts):
        yield low, after - ONE_DAY, ledger.rate_on(low) or 0
