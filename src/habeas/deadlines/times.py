"""Times as a tree of data (`release + 48 hours`, the earliest of several, the end of a day), and the one function that works one out.

A time that rests on an unknown fact, or on the local time of a place whose zone is not known, is unknown: it says in words what it will
be, what must be asked, and the latest it can be where that much is known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from habeas.deadlines.clocks import CUSTODY, Clock, as_given, clock_from, earliest_of, end_of_day, hours, says, zone_of
from habeas.deadlines.excluded_days import WORKING_DAYS

EARLIEST = "the earliest of: "
ZONE = "time_zone"
"""What is asked where the zone of the place is not known."""


class NamedTime(Protocol):
    """What a time counts from: a fact with its key and its words."""

    @property
    def key(self) -> str:
        """`custody.release_at`."""

    @property
    def says(self) -> str:
        """The fact in words."""


class TimeExpression:
    """A time that a provision sets."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class At(TimeExpression):
    """The time of a fact (`custody.release_at`)."""

    fact: NamedTime


@dataclass(frozen=True, slots=True)
class PlusHours(TimeExpression):
    """`hours` after `start`; with `working_days` Saturdays, Sundays and legal federal holidays (5 USC 6103) do not count."""

    start: TimeExpression
    hours: int
    working_days: bool = False


@dataclass(frozen=True, slots=True)
class EndOfDay(TimeExpression):
    """The last minute of the local day on which `start` falls."""

    start: TimeExpression


@dataclass(frozen=True, slots=True)
class Earliest(TimeExpression):
    """The first of several; an event that has no fact yet (`events`) ends it too, in words."""

    of: tuple[TimeExpression, ...]
    events: tuple[str, ...] = ()


def facts_of_time(expression: TimeExpression) -> tuple[str, ...]:
    """The keys of the facts from which a time counts."""
    match expression:
        case At(fact):
            return (fact.key,)
        case PlusHours(start) | EndOfDay(start):
            return facts_of_time(start)
        case Earliest(of):
            return tuple(key for part in of for key in facts_of_time(part))
    return ()


def says_until(expression: TimeExpression) -> str:
    """Return the time in words."""
    match expression:
        case At(fact):
            return fact.says
        case PlusHours(start, count, working_days):
            but = ", not counting Saturdays, Sundays and federal holidays" if working_days else ""
            return f"{count} hours after {says_until(start)}{but}"
        case EndOfDay(start):
            return f"11:59 p.m. on the day of {says_until(start)}"
        case Earliest(of, events):
            return EARLIEST + "; ".join([says_until(part) for part in of] + list(events))
    return ""


@dataclass(frozen=True, slots=True)
class NotKnown:
    """An end that cannot be told: in words, what must be asked (keys of facts, or ZONE), and the latest it can be."""

    rule: str
    asks: tuple[str, ...]
    at_latest: Clock | None = None


End = Clock | NotKnown


@dataclass(frozen=True, slots=True)
class GivenTime:
    """What an end is worked out from: the time of each fact (None: not known), and the place's zone (None: not known)."""

    time_of: Callable[[NamedTime], datetime | None]
    zone: str | None
    citation: str = ""
    kind: str = CUSTODY


def work_out(expression: TimeExpression, given: GivenTime) -> End:
    """Return when `expression` ends, in the place's zone, with its arithmetic; or what keeps it from being known."""
    match expression:
        case At(fact):
            return _at(fact, given)
        case PlusHours(start) | EndOfDay(start):
            return _after(work_out(start, given), expression, given)
        case Earliest(of):
            found = first_of([work_out(part, given) for part in of])
            return replace(found, rule=says_until(expression))  # events that end it too stand in the words
    raise TypeError(f"{type(expression).__name__} is no time")


def first_of(ends: Sequence[End], perhaps: Sequence[End] = ()) -> End:
    """Return the first of several ends that all bind, told only where it is known of each.

    `perhaps` are ends of rules of which it is not known whether they bind: the whole is not known where one of them could come first.
    """
    clocks = [each for each in ends if isinstance(each, Clock)]
    unknown = [each for each in ends if isinstance(each, NotKnown)]
    first = _first(clocks)
    could = [each for each in perhaps if _could_precede(each, first)]
    if first is not None and not unknown and not could:
        return first
    asks = [ask for each in (*unknown, *could) if isinstance(each, NotKnown) for ask in each.asks]
    latest = _first([*clocks, *(each.at_latest for each in unknown if each.at_latest)])
    return NotKnown(joined([each.rule for each in (*ends, *perhaps)]), tuple(dict.fromkeys(asks)), latest)


def joined(rules: Sequence[str]) -> str:
    """Several ends in words, each once."""
    once = tuple(dict.fromkeys(part for rule in rules for part in rule.removeprefix(EARLIEST).split("; ")))
    return once[0] if len(once) == 1 else EARLIEST + "; ".join(once)


def end_data(end: End | None) -> dict[str, Any] | None:
    """An end as JSON values, to be stored with what it belongs to; None where no rule sets one."""
    if end is None:
        return None
    if isinstance(end, Clock):
        return {"clock": end.as_data(), "at_latest": None, "asks": []}
    return {"clock": None, "at_latest": end.at_latest.as_data() if end.at_latest else None, "asks": list(end.asks)}


def end_from(data: dict[str, Any], rule: str = "") -> End:
    """The end that `end_data` stored."""
    if data["clock"]:
        return clock_from(data["clock"])
    return NotKnown(rule, tuple(data["asks"]), clock_from(data["at_latest"]) if data["at_latest"] else None)


def _at(fact: NamedTime, given: GivenTime) -> End:
    value = given.time_of(fact)
    if value is None:
        return NotKnown(fact.says, (fact.key,))
    if value.tzinfo is None and given.zone is None:
        return NotKnown(fact.says, (ZONE,))
    moment, note = local_time(value, given.zone)
    made = as_given(moment, moment, trigger=fact.says, rule=fact.says, citation=given.citation, kind=given.kind)
    return replace(made, arithmetic=(*note, *made.arithmetic))


def local_time(value: datetime, zone: str | None) -> tuple[datetime, tuple[str, ...]]:
    """A time in `zone`, with a sentence where it had no offset and the change of the clocks leaves two readings: the earlier is taken.

    Nobody is held for the hour that a clock shows twice. A time with an offset keeps it where no zone is known.
    """
    if value.tzinfo is not None:
        return (value.astimezone(zone_of(zone)) if zone else value), ()
    if zone is None:
        raise ValueError("a time without an offset needs a zone")
    readings = sorted(
        (value.replace(tzinfo=zone_of(zone), fold=fold).astimezone(UTC).astimezone(zone_of(zone)) for fold in (0, 1)),
        key=lambda each: each.astimezone(UTC),
    )
    if readings[0].astimezone(UTC) == readings[1].astimezone(UTC):
        return readings[0], ()
    if readings[0].replace(tzinfo=None) == value:
        what = "comes twice that night, when the clocks go back: of two readings the earlier counts"
        asks = "ask which one it is"
    else:
        what = "does not exist: the clocks go forward over it that night. Counted is the hour before the change"
        asks = "ask what was meant"
    return readings[0], (f"{value:%Y-%m-%d %H:%M} has no offset and {what}, {says(readings[0])}; {asks}.",)


def _after(start: End, expression: PlusHours | EndOfDay, given: GivenTime) -> End:
    """What ends some time after `start`: hours need no zone, a local day does."""
    said = says_until(expression)
    if isinstance(start, NotKnown):
        return NotKnown(said, start.asks)
    counts_days = isinstance(expression, EndOfDay) or expression.working_days
    if counts_days and given.zone is None:
        return NotKnown(said, (ZONE,))
    made = _counted(start.ends_at, expression, given)
    return replace(made, arithmetic=(*_notes(start), *made.arithmetic))


def _counted(begun: datetime, expression: PlusHours | EndOfDay, given: GivenTime) -> Clock:
    trigger = says_until(expression.start)
    if isinstance(expression, EndOfDay):
        return end_of_day(begun, given.zone or "", trigger=trigger, citation=given.citation, kind=given.kind)
    out = WORKING_DAYS if expression.working_days else ()
    return hours(begun, expression.hours, out, given.zone, trigger=trigger, citation=given.citation, kind=given.kind)


def _notes(start: Clock) -> tuple[str, ...]:
    """What was said of a start before its own three sentences."""
    return start.arithmetic[:-3] if start.calendar == "as given" else ()


def _first(clocks: Sequence[Clock]) -> Clock | None:
    """The first of several to end; two layers that set the same end in the same words are one."""
    apart = list({(each.rule, each.ends_at.astimezone(UTC)): each for each in reversed(clocks)}.values())[::-1]
    if len(apart) < 2:
        return next(iter(apart), None)
    return replace(earliest_of(apart), rule=joined([each.rule for each in apart]))


def _could_precede(end: End, first: Clock | None) -> bool:
    if isinstance(end, NotKnown) or first is None:
        return True
    return end.ends_at.astimezone(UTC) < first.ends_at.astimezone(UTC)
