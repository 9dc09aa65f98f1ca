"""The meaning of every condition: the reference evaluator, strong Kleene, plain and slow enough to read.

True, False, or None for unknown. Everything else that evaluates a condition is tested against this.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from habeas.deadlines.times import local_time
from habeas.law.model import expressions as x
from habeas.law.model.case import Case, ChargeRecord
from habeas.law.model.kleene import Truth, kleene_not, kleene_or


class Evaluator:
    """The values of conditions in one case and for one act."""

    __slots__ = ("act", "case")

    def __init__(self, case: Case, act: str = "") -> None:
        self.case, self.act = case, act

    def __call__(self, e: x.Expression, charge: ChargeRecord | None = None) -> Truth:
        """Whether `e` holds of `charge` (where it speaks of one)."""
        return _MEANING[type(e)](e, self, charge)


def evaluate(expression: x.Expression, case: Case, *, act: str = "", charge: ChargeRecord | None = None) -> Truth:
    """Return whether `expression` holds in `case`: True, False, or None where that is unknown.

    `act` is the act being decided (for `Asked`), `charge` the charge in hand inside a quantifier.
    """
    return Evaluator(case, act)(expression, charge)


def years_later(day: date, years: int) -> date:
    """The anniversary of `day`; 29 February falls on the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def earliest_day(last: date, years: int) -> date:
    """The earliest day whose anniversary after so many years is not before `last`."""
    start = years_later(last, -years).toordinal()
    around = (date.fromordinal(start + step) for step in range(-2, 4))
    return next(day for day in around if years_later(day, years) >= last)


def day_of(time: datetime | None, zone: str | None) -> date | None:
    """The day on which `time` falls where the jail is; None where its zone is not known."""
    return None if time is None or zone is None else local_time(time, zone)[0].date()


def _fact(e: Any, ev: Evaluator, charge: ChargeRecord | None) -> Any:
    return ev.case.value(e.fact.entity, e.fact.name, charge)


def _flag(e: x.Flag, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    value = _fact(e, ev, charge)
    return value if isinstance(value, bool) else None


def _one_of(e: x.OneOf, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    value = _fact(e, ev, charge)
    return None if value is None else value in e.values


def _includes(e: x.Includes, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    value = _fact(e, ev, charge)
    return None if value is None else any(wanted in value for wanted in e.values)


def _within(e: x.Within, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    day = _fact(e, ev, charge)
    return None if day is None else day <= ev.case.as_of <= years_later(day, e.years)


def _on_or_after(e: x.OnOrAfter, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    day = _fact(e, ev, charge)
    return None if day is None else bool(day >= e.day)


def _days_away(e: x.DaysAway, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    day = day_of(_fact(e, ev, charge), ev.case.zone)
    return None if day is None else bool((day - ev.case.as_of).days <= e.days)


def _at_least(e: x.AtLeast, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    number = _fact(e, ev, charge)
    return None if number is None else bool(number >= e.least)


def _class_is(e: x.ClassIs, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    finding = charge.classes.get(e.name) if charge else None
    return finding.value if finding else None


def _asked(e: x.Asked, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    asks = ev.case.value("request", "asks")
    return None if asks is None else ev.act in asks


def _ask_counsel(e: x.AskCounsel, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    return False if ev(e.when, charge) is False else None


def _all(e: x.All, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    result: Truth = True  # `kleene_and` in line: nine in ten steps of a decision end here or in `_any`
    for part in e.of:
        value = _MEANING[type(part)](part, ev, charge)
        if value is False:
            return False
        if value is None:
            result = None
    return result


def _any(e: x.Any_, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    result: Truth = False
    for part in e.of:
        value = _MEANING[type(part)](part, ev, charge)
        if value is True:
            return True
        if value is None:
            result = None
    return result


def _not(e: x.Not, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    return kleene_not(ev(e.part, charge))


def _on_record(e: x.OnRecord, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    return ev(e.part, charge) is True


def _item(e: x.Item, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    return ev(e.part, charge)


def _any_charge(e: x.AnyCharge, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    found = kleene_or(ev(e.condition, each) for each in ev.case.charges)
    return None if found is False and ev.case.record_complete is not True else found


def _any_present(e: x.AnyPresentCharge, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    found = kleene_or(ev(e.condition, each) for each in ev.case.charges)
    return None if found is False and not ev.case.charges_known else found


def _constant(e: x.Constant, ev: Evaluator, charge: ChargeRecord | None) -> Truth:
    return e.value


_MEANING: dict[type, Callable[..., Truth]] = {
    x.Constant: _constant,
    x.Flag: _flag,
    x.OneOf: _one_of,
    x.Includes: _includes,
    x.Within: _within,
    x.OnOrAfter: _on_or_after,
    x.DaysAway: _days_away,
    x.AtLeast: _at_least,
    x.ClassIs: _class_is,
    x.Asked: _asked,
    x.AskCounsel: _ask_counsel,
    x.All: _all,
    x.Any_: _any,
    x.Not: _not,
    x.OnRecord: _on_record,
    x.Item: _item,
    x.AnyCharge: _any_charge,
    x.AnyPresentCharge: _any_present,
}
