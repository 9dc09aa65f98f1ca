"""The meaning of every condition: the reference evaluator, strong Kleene. True, False, or None for unknown.

Each condition is made into a function of a case once, when it is first asked for, and kept with the condition (`meaning_of`): one
decision reads some seven hundred facts. Everything else that evaluates a condition is tested against this.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from habeas.deadlines.times import local_time
from habeas.law.model import expressions as x
from habeas.law.model.case import Case, ChargeRecord
from habeas.law.model.facts import Fact
from habeas.law.model.kleene import Truth, kleene_not, kleene_or

Meaning = Callable[[Case, ChargeRecord | None, str], Truth]
"""What a condition comes to in a case, for the charge in hand inside a quantifier, and for the act being decided."""
_OF_CHARGES = 100
"""What a part that goes through the charges costs beside one fact."""


class Evaluator:
    """The values of conditions in one case and for one act."""

    __slots__ = ("act", "case")

    def __init__(self, case: Case, act: str = "") -> None:
        self.case, self.act = case, act

    def __call__(self, e: x.Expression, charge: ChargeRecord | None = None) -> Truth:
        """Whether `e` holds of `charge` (where it speaks of one)."""
        return meaning_of(e)(self.case, charge, self.act)


def evaluate(expression: x.Expression, case: Case, *, act: str = "", charge: ChargeRecord | None = None) -> Truth:
    """Return whether `expression` holds in `case`: True, False, or None where that is unknown.

    `act` is the act being decided (for `Asked`), `charge` the charge in hand inside a quantifier.
    """
    return meaning_of(expression)(case, charge, act)


def meaning_of(e: x.Expression) -> Meaning:
    """The function of a case that says whether `e` holds; made at the first call and kept with `e`."""
    try:
        kept: Meaning = e.meaning
    except AttributeError:
        kept = _MEANING[type(e)](e)
        object.__setattr__(e, "meaning", kept)
    return kept


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


def _of_value(fact: Fact, holds: Callable[[Any], Truth]) -> Meaning:
    """Whether the fact's value meets `holds`; unknown where there is none."""
    entity, name = fact.entity, fact.name
    if entity == "charge":
        return _of_charges_value(name, holds)

    def run(case: Case, charge: ChargeRecord | None, act: str) -> Truth:
        value = getattr(case, entity).get(name)
        return None if value is None else holds(value)

    return run


def _of_charges_value(name: str, holds: Callable[[Any], Truth]) -> Meaning:
    def run(case: Case, charge: ChargeRecord | None, act: str) -> Truth:
        value = None if charge is None else charge.facts.get(name)
        return None if value is None else holds(value)

    return run


def _flag(e: x.Flag) -> Meaning:
    return _of_value(e.fact, lambda value: value if isinstance(value, bool) else None)


def _one_of(e: x.OneOf) -> Meaning:
    return _of_value(e.fact, e.values.__contains__)


def _includes(e: x.Includes) -> Meaning:
    wanted = e.values
    return _of_value(e.fact, lambda value: any(each in value for each in wanted))


def _within(e: x.Within) -> Meaning:
    fact, years = e.fact, e.years

    def run(case: Case, charge: ChargeRecord | None, act: str) -> Truth:
        day = case.value(fact.entity, fact.name, charge)
        return None if day is None else day <= case.as_of <= years_later(day, years)

    return run


def _on_or_after(e: x.OnOrAfter) -> Meaning:
    first = e.day
    return _of_value(e.fact, lambda day: bool(day >= first))


def _days_away(e: x.DaysAway) -> Meaning:
    fact, days = e.fact, e.days

    def run(case: Case, charge: ChargeRecord | None, act: str) -> Truth:
        day = day_of(case.value(fact.entity, fact.name, charge), case.zone)
        return None if day is None else bool((day - case.as_of).days <= days)

    return run


def _at_least(e: x.AtLeast) -> Meaning:
    least = e.least
    return _of_value(e.fact, lambda number: bool(number >= least))


def _class_is(e: x.ClassIs) -> Meaning:
    name = e.name

    def run(case: Case, charge: ChargeRecord | None, act: str) -> Truth:
        finding = charge.classes.get(name) if charge is not None else None
        return finding.value if finding is not None else None

    return run


def _asked(e: x.Asked) -> Meaning:
    def run(case: Case, charge: ChargeRecord | None, act: str) -> Truth:
        asks = case.request.get("asks")
        return None if asks is None else act in asks

    return run


def _ask_counsel(e: x.AskCounsel) -> Meaning:
    when = meaning_of(e.when)
    return lambda case, charge, act: False if when(case, charge, act) is False else None


def _all(e: x.All) -> Meaning:
    parts = _cheapest_first(e.of)

    def run(case: Case, charge: ChargeRecord | None, act: str) -> Truth:
        result: Truth = True  # `kleene_and` in line: nine in ten steps of a decision end here or in `_any`
        for part in parts:
            value = part(case, charge, act)
            if value is False:
                return False
            if value is None:
                result = None
        return result

    return run


def _any(e: x.Any_) -> Meaning:
    parts = _cheapest_first(e.of)

    def run(case: Case, charge: ChargeRecord | None, act: str) -> Truth:
        result: Truth = False
        for part in parts:
            value = part(case, charge, act)
            if value is True:
                return True
            if value is None:
                result = None
        return result

    return run


def _cheapest_first(parts: Iterable[x.Expression]) -> tuple[Meaning, ...]:
    """The parts' meanings, those that read least first: what "and" and "or" come to does not hang on the order."""
    return tuple(meaning_of(part) for part in sorted(parts, key=_cost))


def _cost(e: x.Expression) -> int:
    own = _OF_CHARGES if isinstance(e, x.AnyCharge | x.AnyPresentCharge) else 1
    return own + sum(_cost(part) for part in e.parts())


def _not(e: x.Not) -> Meaning:
    part = meaning_of(e.part)
    return lambda case, charge, act: kleene_not(part(case, charge, act))


def _on_record(e: x.OnRecord) -> Meaning:
    part = meaning_of(e.part)
    return lambda case, charge, act: part(case, charge, act) is True


def _item(e: x.Item) -> Meaning:
    return meaning_of(e.part)


def _any_charge(e: x.AnyCharge) -> Meaning:
    condition = meaning_of(e.condition)

    def run(case: Case, charge: ChargeRecord | None, act: str) -> Truth:
        found = kleene_or(condition(case, each, act) for each in case.charges)
        return None if found is False and case.record_complete is not True else found

    return run


def _any_present(e: x.AnyPresentCharge) -> Meaning:
    condition = meaning_of(e.condition)

    def run(case: Case, charge: ChargeRecord | None, act: str) -> Truth:
        found = kleene_or(condition(case, each, act) for each in case.charges)
        return None if found is False and not case.charges_known else found

    return run


def _constant(e: x.Constant) -> Meaning:
    value = e.value
    return lambda case, charge, act: value


_MEANING: dict[type, Callable[..., Meaning]] = {
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
