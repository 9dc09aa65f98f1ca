"""The clocks of a decision: the end that was stored with it, or one worked out from the law kept with it when its time becomes known."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from habeas.common.errors import BadInputError
from habeas.common.moments import moment
from habeas.deadlines.clocks import RECORDS, Clock, as_given, days, zone_of
from habeas.deadlines.times import End, NotKnown, PlusHours, end_from
from habeas.desk.models import ActChoice, Decision, Office
from habeas.desk.services.cases.decision_inputs import DecisionInputs, case_of, place_of_inputs
from habeas.desk.services.cases.law_kept import place_then
from habeas.law.engine.decide import decide_act
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.ends import at, end_of
from habeas.law.model.vocabulary import Act

HOURS_TO_TELL = "us-nc.162-62-b1-notice"
"""A rule whose kept text names no end, though its sentence does: two hours. Its text names the end since the rule carries it itself."""


def given_clock(
    start: datetime, end: datetime, zone: str, *, trigger: str, rule: str, citation: str, kind: str = RECORDS
) -> Clock:
    """A clock whose end somebody gave, in the zone of the jail."""
    there = zone_of(zone)
    return as_given(
        start.astimezone(there), end.astimezone(there), trigger=trigger, rule=rule, citation=citation, kind=kind
    )


def release_time(inputs: DecisionInputs) -> datetime | None:
    """The time of release that somebody recorded; None where it is not known."""
    said = inputs.extra.get("custody", {}).get("release_at")
    return moment(said) if isinstance(said, str) else None


def hold_clock(decision: Decision, here: Office, release_at: datetime | None = None) -> Clock | None:
    """When the hold of a decision ends; None while a time it counts from is not known.

    `release_at` is the time the jail said the person may go, where it came after the decision.
    """
    return _clock(decision, Act.HOLD, here, release_at)


def notify_clock(decision: Decision, here: Office, release_at: datetime | None = None) -> Clock | None:
    """By when ICE must be told, where a provision that carries `notify` sets hours; None where none does, or from an unknown time."""
    return _clock(decision, Act.NOTIFY, here, release_at)


def _clock(decision: Decision, act: Act, here: Office, release_at: datetime | None) -> Clock | None:
    """The stored end; where it could not be known then, or was not yet stored, the end under the law kept with the decision."""
    inputs = _inputs(decision, here, release_at)
    if inputs.person is None:
        return None
    stored = decision.answer.get("acts", {}).get(act.value, {})
    end = end_from(stored["end"]) if stored.get("end") else None
    came_later = release_at is not None and release_time(msgspec.convert(decision.inputs, DecisionInputs)) is None
    if "end" not in stored or (came_later and not isinstance(end, Clock)):
        end = _under_kept_law(decision, act, inputs)
    return end.at_latest if isinstance(end, NotKnown) else end


def _under_kept_law(decision: Decision, act: Act, inputs: DecisionInputs) -> End | None:
    place = _place(decision, inputs)
    case = case_of(inputs, place)
    made = decide_act(case, act, resolve(place))
    told = next((each.provision for each in made.controlling if each.provision.id == HOURS_TO_TELL), None)
    if made.end is None and told is not None:
        return end_of(PlusHours(at("custody.release_at"), 2), case, citation=told.source.citation, act=act)
    return made.end or made.ended


def _place(decision: Decision, inputs: DecisionInputs) -> str:
    """The place under the law of its day; under today's where what was kept cannot be read, so that no hold runs without a clock."""
    present = place_of_inputs(inputs)
    try:
        return place_then(decision, present)
    except BadInputError:
        return present


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
    count = (datetime.fromisoformat(day).date() - begun.date()).days - (1 if before else 0)
    return days(start, max(0, count), here.time_zone, trigger=trigger, citation=citation, kind=RECORDS)


def _inputs(decision: Decision, here: Office, release_at: datetime | None) -> DecisionInputs:
    """What the decision rested on, with the time of release where it came later, in the zone of its day or else the jail's."""
    inputs = msgspec.convert(decision.inputs, DecisionInputs)
    inputs = replace(inputs, time_zone=inputs.time_zone or here.time_zone)
    if release_at is None or release_time(inputs) is not None:
        return inputs
    custody = inputs.extra.get("custody", {}) | {"release_at": release_at.isoformat()}
    return replace(inputs, extra=inputs.extra | {"custody": custody})


def complies_with(decision: Decision, act: Act) -> bool:
    """Whether the decision is in force and the office complies with `act`."""
    return (
        decision.state == Decision.State.SETTLED
        and decision.choices.filter(act=act.value, does=ActChoice.Does.COMPLIES).exists()
    )
