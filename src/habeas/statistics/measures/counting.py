"""A measure over a ledger and a period: what is known, what is unknown, and what was not recorded then."""

from collections.abc import Iterable
from datetime import date, timedelta

from habeas.statistics.ledger.rows import UNKNOWN, Ledger, LedgerRow
from habeas.statistics.measures.measure import Count, Measure, Unit

ONE_DAY = timedelta(days=1)


def count(measure: Measure, ledger: Ledger, first: date, last: date) -> Count:
    """The measure over the days from `first` to `last`, both included; a stock is what stands on `first`."""
    if last < ledger.begins:
        return Count(measure.unit, None)
    if measure.unit is Unit.STOCK:
        return _people(_standing(measure, ledger, first), measure)
    if measure.span:
        return _days(measure, ledger, first, last)
    rows = [row for row in ledger.of(measure.noun) if _in(row.day(measure.day), first, last)]
    if measure.unit is Unit.PEOPLE:
        return _people(rows, measure)
    return _summed(rows, measure)


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
    days = dict[tuple[str, date], LedgerRow]()
    sure, unsure = _parted(ledger.of(measure.noun), measure)
    for row in sure:
        for day in _each_day(measure, row, first, min(last, ledger.ends)):
            days[row.person or row.key, day] = row
    used = {row.key: row for row in days.values()}
    hidden = [row for row in unsure if any(True for _ in _each_day(measure, row, first, last))]
    known = _dollars(ledger, [day for _, day in days]) if measure.unit is Unit.DOLLARS else len(days)
    return Count(measure.unit, known, len(hidden), _events(used.values()), tuple(sorted(used)))


def _each_day(measure: Measure, row: LedgerRow, first: date, last: date) -> Iterable[date]:
    begin, end = span_of(measure, row)
    if begin is None:
        return
    day, stop = max(first, begin), last if end is None else min(last, end - ONE_DAY)
    while day <= stop:
        yield day
        day += ONE_DAY


def _dollars(ledger: Ledger, days: list[date]) -> int | None:
    """What the days cost in cents; None where the cost of one of them was never entered."""
    rates = [ledger.rate_on(day) for day in days]
    return None if None in rates else sum(each for each in rates if each is not None)
