"""When a periodic duty is due: each period that ends within the law's time, and the day by which what is owed for it must be there."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from habeas.law.model.provision import Periodic
from habeas.law.model.vocabulary import MONTHS_OF


@dataclass(frozen=True, slots=True)
class Owed:
    """One report owed: for the days from `first` to `last`, both included, by the day `due`."""

    duty: Periodic
    first: date
    last: date
    due: date


def owed(duty: Periodic, first_due: date, last_due: date) -> Iterator[Owed]:
    """What `duty` makes due from `first_due` to `last_due`, both included, the earliest first.

    A period counts where the duty was in force on its last day; where the duty began within it, what is owed begins with that day.
    """
    months = MONTHS_OF[duty.every]
    start = _first_of(first_due.year - 2, duty.year_begins)
    while start <= last_due:
        after = _months_later(start, months)
        last = after - timedelta(days=1)
        due = _day_in(_months_later(after, duty.due_months - 1), duty.due_day)
        if first_due <= due <= last_due and duty.effective.holds_on(last):
            yield Owed(duty, max(start, duty.effective.start or start), last, due)
        start = after


def _first_of(year: int, month: int) -> date:
    return date(year, month, 1)


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def _day_in(month: date, day: int) -> date:
    return month.replace(day=min(day, monthrange(month.year, month.month)[1]))
