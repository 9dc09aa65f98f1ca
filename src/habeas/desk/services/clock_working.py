"""How the clocks of a decision are worked out: the law's own `until`, turned into the pure clocks that keep their arithmetic."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from habeas.desk.models import ActChoice, Decision, Office
from habeas.desk.services.casework import Inputs, case_of, setting_of
from habeas.desk.services.clock_rules import PROVISION_HOURS
from habeas.law.case import Case
from habeas.law.facts import FACTS
from habeas.law.jurisdictions import resolve
from habeas.law.provision import Provision
from habeas.law.until import At, Earliest, EndOfDay, PlusHours, TimeExpression, end_of, says_until
from habeas.law.words import Act
from habeas.release.clocks import CUSTODY, RECORDS, Clock, days, earliest_of, end_of_day, hours, says, zone_of
from habeas.release.excluded_days import WORKING_DAYS


def as_given(
    start: datetime, end: datetime, zone: str, *, trigger: str, rule: str, citation: str, kind: str = RECORDS
) -> Clock:
    """A clock whose end somebody gave: nothing is counted, and the arithmetic says so."""
    there = zone_of(zone)
    begun, ends = start.astimezone(there), end.astimezone(there)
    sentences = (f"It begins at {says(begun)}: {trigger}.", f"Nothing is counted: {rule}.", f"It ends at {says(ends)}.")
    return Clock(trigger, begun, rule, "as given", ends, sentences, citation, kind)


def release_time(inputs: Inputs) -> datetime | None:
    """The time of release that somebody recorded; None where it is not known."""
    said = inputs.extra.get("custody", {}).get("release_at")
    return datetime.fromisoformat(said) if isinstance(said, str) else None


def hold_clock(decision: Decision, here: Office, release_at: datetime | None = None) -> Clock | None:
    """When the hold of a decision ends, from the provisions that carry it; None while a time it counts from is not known.

    `release_at` is the time the jail said the person may go, where it came after the decision.
    """
    inputs = _inputs(decision, release_at)
    if inputs.person is None:
        return None
    case = case_of(inputs)
    found = [
        clock
        for rule in _controlling(decision, inputs, Act.HOLD)
        if rule.until is not None and (clock := _worked(rule.until, case, here, rule.source.citation)) is not None
    ]
    return earliest_of(found) if len(found) > 1 else next(iter(found), None)


def notify_clock(decision: Decision, here: Office, release_at: datetime | None = None) -> Clock | None:
    """By when ICE must be told, where a provision that carries `notify` sets hours; None where none does, or from an unknown time."""
    inputs = _inputs(decision, release_at)
    start = release_time(inputs)
    rules = [rule for rule in _controlling(decision, inputs, Act.NOTIFY) if rule.id in PROVISION_HOURS]
    if start is None or not rules:
        return None
    fact, count = PROVISION_HOURS[rules[0].id]
    said, cited = FACTS[fact].says, rules[0].source.citation
    return hours(_offset(start, here), count, (), here.time_zone, trigger=said, citation=cited, kind=RECORDS)


def changes_clock(decision: Decision, here: Office) -> tuple[Clock, dict[str, Any]] | None:
    """The last day on which the answer stands by itself, with what changes after it; None where nothing does."""
    changes = decision.answer.get("changes_on") or []
    if not changes:
        return None
    first = min(changes, key=lambda each: str(each["date"]))
    return until_day(decision.drafted_at, first["date"], here, "the decision", "", before=True), first


def until_day(start: datetime, day: str, here: Office, trigger: str, citation: str, *, before: bool = False) -> Clock:
    """A clock on records that ends with `day` (or with the day before it): the days between, counted."""
    begun = start.astimezone(zone_of(here.time_zone))
    count = (datetime.fromisoformat(day).date() - begun.date()).days - int(before)
    return days(start, max(0, count), here.time_zone, trigger=trigger, citation=citation, kind=RECORDS)


def _inputs(decision: Decision, release_at: datetime | None) -> Inputs:
    inputs = msgspec.convert(decision.inputs, Inputs)
    if release_at is None or release_time(inputs) is not None:
        return inputs
    custody = inputs.extra.get("custody", {}) | {"release_at": release_at.isoformat()}
    return replace(inputs, extra=inputs.extra | {"custody": custody})


def _controlling(decision: Decision, inputs: Inputs, act: Act) -> Iterator[Provision]:
    rows = decision.answer.get("acts", {}).get(act.value, {}).get("because", [])
    named = {row["provision"] for row in rows if row.get("controls")}
    setting = setting_of(inputs)
    return (rule for rule in resolve(setting.jurisdiction).rules_on(act, setting.as_of) if rule.id in named)


def _worked(expression: TimeExpression, case: Case, here: Office, citation: str) -> Clock | None:
    match expression:
        case PlusHours(start, count, working_days):
            begun = end_of(start, case)
            out = WORKING_DAYS if working_days else ()
            said = says_until(start)
            return None if begun is None else hours(begun, count, out, here.time_zone, trigger=said, citation=citation)
        case EndOfDay(start):
            begun = end_of(start, case)
            said = says_until(start)
            return None if begun is None else end_of_day(begun, here.time_zone, trigger=said, citation=citation)
        case Earliest(of):
            parts = [clock for part in of if (clock := _worked(part, case, here, citation)) is not None]
            return earliest_of(parts) if len(parts) > 1 else next(iter(parts), None)
        case At():
            moment = end_of(expression, case)
            said = says_until(expression)
            return (
                None
                if moment is None
                else as_given(moment, moment, here.time_zone, trigger=said, rule=said, citation=citation, kind=CUSTODY)
            )
    return None


def _offset(moment: datetime, here: Office) -> datetime:
    """A time without an offset is local to the jail."""
    return moment.replace(tzinfo=zone_of(here.time_zone)) if moment.tzinfo is None else moment


def complies_with(decision: Decision, act: Act) -> bool:
    """Whether the decision is in force and the office complies with `act`."""
    return (
        decision.state == Decision.State.SETTLED
        and decision.choices.filter(act=act.value, does=ActChoice.Does.COMPLIES).exists()
    )
