"""Clocks: until when. Each is worked out by a pure function and keeps its trigger, rule, calendar, result and arithmetic.

Hours are elapsed hours, counted in UTC, so a change of the clocks neither gives nor takes one. Days left out are local calendar
days, left out whole. Nothing here stops or pauses a clock on custody; a clock on records may be extended by a new event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from habeas.common.errors import BadInputError
from habeas.deadlines.excluded_days import (
    COURT_HOLIDAY,
    FEDERAL_HOLIDAY,
    HOLIDAY_CITATION,
    WORKING_DAYS,
    ExcludedDays,
    excluded_days,
)

CUSTODY, RECORDS = "custody", "records"
CHANGE_OF_CLOCKS = "15 USC 260a"
"""Standard and daylight time: the reason why hours that pass and the hands of the clock may part."""

CALENDAR, BUSINESS, MOVES_ON = CALENDARS = ("calendar", "business", "calendar, moved on")
_NAMES = {CALENDAR: "calendar days", BUSINESS: "business days", MOVES_ON: "calendar days"}

MOST_HOURS, MOST_DAYS = 24 * 366 * 20, 366 * 20
"""Twenty years: a longer count is a slip of the pen."""

LAST_MINUTE = time(23, 59)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A stretch that did not count, and why, in words."""

    begins: datetime
    ends: datetime
    why: str

    def as_data(self) -> dict[str, str]:
        """The stretch as JSON values."""
        return {"from": self.begins.isoformat(), "to": self.ends.isoformat(), "why": self.why}


@dataclass(frozen=True, slots=True)
class Clock:
    """Until when, and how that was worked out; result and arithmetic are made together and kept together.

    `ends_at` is in the local zone. `arithmetic` is one sentence a step. `kind` is `custody` or `records`. `parts` are the
    clocks compared where this is the earliest of several, or the clock before it where this one extends it.
    """

    trigger: str
    started_at: datetime
    rule: str
    calendar: str
    ends_at: datetime
    arithmetic: tuple[str, ...]
    citation: str
    kind: str = CUSTODY
    skipped: tuple[Skipped, ...] = ()
    parts: tuple[Clock, ...] = ()

    @property
    def elapsed(self) -> timedelta:
        """Time that really passes from start to end, days left out included."""
        return self.ends_at.astimezone(UTC) - self.started_at.astimezone(UTC)

    def as_data(self) -> dict[str, Any]:
        """The clock as JSON values, whole: what is stored when it is made and shown ever after."""
        return {
            "trigger": self.trigger,
            "started_at": self.started_at.isoformat(),
            "rule": self.rule,
            "calendar": self.calendar,
            "ends_at": self.ends_at.isoformat(),
            "arithmetic": list(self.arithmetic),
            "citation": self.citation,
            "kind": self.kind,
            "skipped": [each.as_data() for each in self.skipped],
            "parts": [part.as_data() for part in self.parts],
        }

    def is_past(self, now: datetime) -> bool:
        """Whether the clock has run out at `now` (a time with an offset): at the very instant it has."""
        return now.astimezone(UTC) >= self.ends_at.astimezone(UTC)


def hours(
    start: datetime,
    hours: float,
    excluding: Iterable[str] | ExcludedDays,
    time_zone: str | None,
    *,
    trigger: str = "the start given",
    citation: str = "",
    kind: str = CUSTODY,
) -> Clock:
    """Return the clock of `hours` elapsed hours after `start`, not counting the local days that `excluding` names.

    `start` carries an offset. `excluding` holds words of `excluded_days.WORDS`; without any, hours need no zone, and with None the end
    stands in the offset of the start. A count that fills at the last minute of a day ends there. Raises BadInputError for a start without
    offset, an unknown zone or word, days left out of no zone, or a count below 0 or past 20 years.
    """
    out = _days_out(excluding)
    if time_zone is None and out:
        raise BadInputError("Days left out are local calendar days; give the time zone.")
    begun = _local(start, zone_of(time_zone) if time_zone is not None else start.tzinfo)
    _check(hours, MOST_HOURS, "hours")
    end, skipped = after_hours(begun, timedelta(hours=hours), out)
    shift = _shift(begun, end, skipped)
    counted = f"{_number(hours)} {'hour' if hours == 1 else 'hours'}"
    sentences = (
        f"The count begins at {says(begun)}: {trigger}.",
        f"{counted} {'is' if hours == 1 else 'are'} counted as time that really passes; {out.says()}.",
        *_skips(skipped),
        *_change(shift),
        f"It ends at {says(end)}.",
    )
    cited = _cited(citation, out, CHANGE_OF_CLOCKS)
    return Clock(trigger, begun, f"{counted} after {trigger}", out.says(), end, sentences, cited, kind, skipped)


def days(
    start: datetime,
    days: int,
    time_zone: str,
    calendar: str = CALENDAR,
    excluding: Iterable[str] | ExcludedDays = WORKING_DAYS,
    *,
    trigger: str = "the start given",
    citation: str = "",
    kind: str = CUSTODY,
) -> Clock:
    """Return the clock of `days` days after the local day of `start`, which does not count; it ends with the last day, at 11:59 p.m.

    `calendar`: CALENDAR counts every day; BUSINESS passes over the days that `excluding` names; MOVES_ON counts every day and,
    where the last is such a day, ends on the next that is not (a rule of records: BadInputError for a clock on custody).
    """
    zone, out = zone_of(time_zone), _days_out(excluding)
    if calendar not in CALENDARS or (calendar == MOVES_ON and kind == CUSTODY):
        raise BadInputError(f'"{calendar}" is no calendar for a clock on {kind}; write calendar or business.')
    _check(days, MOST_DAYS, "days")
    begun = _local(start, zone)
    last, passed = _count_days(begun.date(), int(days), out if calendar == BUSINESS else ExcludedDays())
    moved, over = _next_open(last, out) if calendar == MOVES_ON else (last, [])
    end, used = _at(moved, LAST_MINUTE, zone), ExcludedDays() if calendar == CALENDAR else out
    skipped = tuple(Skipped(_midnight(day, zone), _midnight(_next(day), zone), why) for day, why in [*passed, *over])
    counted = f"{int(days)} {_NAMES[calendar]}"
    sentences = (
        f"The count begins on {begun.date().isoformat()}: {trigger}. That day does not count.",
        f"{counted} are counted; {_says_calendar(calendar, used)}.",
        *_skips(skipped),
        *([f"{last.isoformat()} would be the last day; the end moves to {moved.isoformat()}."] if over else []),
        f"It ends with the last day, at {says(end)}.",
    )
    words, cited = _says_calendar(calendar, used), _cited(citation, used, "")
    return Clock(trigger, begun, f"{counted} after {trigger}", words, end, sentences, cited, kind, skipped)


def end_of_day(
    start: datetime, time_zone: str, *, trigger: str = "the start given", citation: str = "", kind: str = CUSTODY
) -> Clock:
    """Return the clock that ends at 11:59 p.m. on the local day of `start`; a start in that last minute ends at once."""
    begun = _local(start, zone_of(time_zone))
    end = last_minute_of(begun)
    sentences = (
        f"The local day of {trigger} is {begun.date().isoformat()} ({says(begun)}).",
        f"It ends that day, at {says(end)}.",
    )
    rule = f"11:59 p.m. on the day of {trigger}"
    return Clock(trigger, begun, rule, "every day counts", end, sentences, citation, kind)


def as_given(start: datetime, end: datetime, *, trigger: str, rule: str, citation: str, kind: str = RECORDS) -> Clock:
    """Return the clock whose end somebody gave (both times local already): nothing is counted, and the arithmetic says so."""
    sentences = (f"It begins at {says(start)}: {trigger}.", f"Nothing is counted: {rule}.", f"It ends at {says(end)}.")
    return Clock(trigger, start, rule, "as given", end, sentences, citation, kind)


def clock_from(data: Mapping[str, Any]) -> Clock:
    """Return the clock that `Clock.as_data` stored, with its arithmetic as it was."""
    skipped = tuple(
        Skipped(datetime.fromisoformat(each["from"]), datetime.fromisoformat(each["to"]), each["why"])
        for each in data["skipped"]
    )
    return Clock(
        data["trigger"],
        datetime.fromisoformat(data["started_at"]),
        data["rule"],
        data["calendar"],
        datetime.fromisoformat(data["ends_at"]),
        tuple(data["arithmetic"]),
        data["citation"],
        data["kind"],
        skipped,
        tuple(clock_from(part) for part in data["parts"]),
    )


def earliest_of(clocks: Sequence[Clock]) -> Clock:
    """Return the first of `clocks` to end, with all of them kept in `parts`; of two that end together, the one given first.

    It is a clock on custody where any of them is. Raises BadInputError where there is none.
    """
    if not clocks:
        raise BadInputError("The earliest of no clocks is no time; give at least one.")
    first = min(clocks, key=lambda each: _utc(each.ends_at))
    compared = tuple(f"{each.rule}: {says(each.ends_at)}." for each in clocks)
    kind = CUSTODY if any(each.kind == CUSTODY for each in clocks) else RECORDS
    sentences = (*compared, f"The earliest is {first.rule}.", *first.arithmetic)
    rule = "the earliest of: " + "; ".join(each.rule for each in clocks)
    return replace(first, rule=rule, arithmetic=sentences, kind=kind, parts=tuple(clocks))


def extended(clock: Clock, by: Clock, event: str) -> Clock:
    """Return the clock on records that `clock` becomes when `event` happens: `by` was worked out from that event.

    The clock before it stays in `parts`. Raises BadInputError for a clock on custody, for an event after the end, and where
    the new end is no later: a clock on custody is never extended, and nothing revives one that has run out.
    """
    if {clock.kind, by.kind} != {RECORDS}:
        raise BadInputError("Only a clock on records can be extended; a clock on custody never is.")
    if _utc(by.started_at) > _utc(clock.ends_at):
        raise BadInputError(f"The clock ran out at {says(clock.ends_at)}, before {event}; it cannot be extended.")
    if _utc(by.ends_at) <= _utc(clock.ends_at):
        raise BadInputError("An extension must end later than the clock it extends.")
    sentence = f"It was to end at {says(clock.ends_at)}; {event}, so a new count runs."
    return replace(by, arithmetic=(*clock.arithmetic, sentence, *by.arithmetic), parts=(clock,))


def after_hours(start: datetime, left: timedelta, out: ExcludedDays) -> tuple[datetime, tuple[Skipped, ...]]:
    """Return the end of `left` elapsed time after `start` (local), and what was skipped on the way: one stretch a day left out."""
    if not out:
        return _back(_utc(start) + left, start), ()
    now, skipped = start, list[Skipped]()
    while left:
        midnight = _midnight(_next(now.date()), start.tzinfo)
        why = out.why(now.date())
        if why is None:
            room = _utc(midnight) - _utc(now)
            if left <= room:
                return _back(_utc(now) + left, start), tuple(skipped)
            left -= room
        else:
            skipped.append(Skipped(now, midnight, why))
        now = midnight
    return now, tuple(skipped)


def check_year(start: datetime) -> None:
    """Raise BadInputError for a year in which no clock of a jail starts: a slip of the pen, and past what a calendar can count."""
    if not 1900 <= start.year <= 2200:
        raise BadInputError(f"A clock cannot start in the year {start.year}; check the year.")


def last_minute_of(start: datetime) -> datetime:
    """Return 11:59 p.m. on the day of `start` (local), or `start` itself where it is later than that."""
    return max(start, _at(start.date(), LAST_MINUTE, start.tzinfo), key=_utc)


@lru_cache(maxsize=256)
def zone_of(name: str) -> ZoneInfo:
    """Return the time zone called `name` (`America/Chicago`); BadInputError where there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise BadInputError(f'"{name[:60]}" is no time zone; write one like America/Chicago.') from None


def says(moment: datetime) -> str:
    """Return a local time in words: day, hour and minute, zone, weekday."""
    return f"{moment:%Y-%m-%d %H:%M} {moment.tzname()} ({moment:%a})"


def _days_out(given: Iterable[str] | ExcludedDays) -> ExcludedDays:
    return given if isinstance(given, ExcludedDays) else excluded_days(given)


def _says_calendar(calendar: str, out: ExcludedDays) -> str:
    if calendar == MOVES_ON and out:
        return f"every day counts, but the end does not fall on {out.names('or')}"
    return out.says()


def _local(start: datetime, zone: tzinfo | None) -> datetime:
    if start.tzinfo is None or start.utcoffset() is None:
        raise BadInputError("A clock needs a start with its offset, like 2026-03-06T18:00:00-06:00.")
    check_year(start)
    return start.astimezone(zone)


def _check(count: float, most: int, what: str) -> None:
    if not 0 <= count <= most:
        raise BadInputError(f"A count of {_number(count)} {what} cannot be; write 0 to {most}.")


def _count_days(first: date, count: int, out: ExcludedDays) -> tuple[date, list[tuple[date, str]]]:
    last, passed = first, list[tuple[date, str]]()
    while count:
        last = _next(last)
        why = out.why(last)
        passed += [(last, why)] if why else []
        count -= 0 if why else 1
    return last, passed


def _next_open(last: date, out: ExcludedDays) -> tuple[date, list[tuple[date, str]]]:
    over = list[tuple[date, str]]()
    while why := out.why(last):
        over.append((last, why))
        last = _next(last)
    return last, over


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _back(moment: datetime, like: datetime) -> datetime:
    return moment.astimezone(like.tzinfo)


def _next(day: date) -> date:
    return day + timedelta(days=1)


def _midnight(day: date, zone: object) -> datetime:
    return _at(day, time(), zone)


def _at(day: date, moment: time, zone: object) -> datetime:
    # by way of UTC, so that a minute the change of clocks leaves out is the one that follows it
    return datetime.combine(day, moment, tzinfo=zone).astimezone(UTC).astimezone(zone)  # type: ignore[arg-type] # a zone's info


def _shift(begun: datetime, end: datetime, skipped: Sequence[Skipped]) -> timedelta:
    """How far changes of the clocks move the end on the wall: those within a day left out, which runs midnight to midnight, do not."""
    return _offsets(begun, end) - sum((_offsets(each.begins, each.ends) for each in skipped), timedelta())


def _offsets(begun: datetime, end: datetime) -> timedelta:
    return (end.utcoffset() or timedelta()) - (begun.utcoffset() or timedelta())


def _change(shift: timedelta) -> Iterator[str]:
    if shift:
        by = _number(abs(shift) / _HOUR)
        way, side = ("forward", "later") if shift > timedelta() else ("back", "earlier")
        yield (
            f"The clocks go {way} by {by} hour on the way ({CHANGE_OF_CLOCKS}); only hours that really pass count, so the end stands "
            f"{by} hour {side} on the wall than it would without the change."
        )


def _skips(skipped: Sequence[Skipped]) -> Iterator[str]:
    for each in skipped:
        yield f"{says(each.begins)} to {says(each.ends)} does not count: {each.why}."


def _cited(citation: str, out: ExcludedDays, clocks: str) -> str:
    parts = [citation, HOLIDAY_CITATION if FEDERAL_HOLIDAY in out.words else "", clocks]
    parts.append("the court's own list of holidays" if COURT_HOLIDAY in out.words else "")
    return "; ".join(part for part in parts if part)


def _number(value: float) -> str:
    return f"{value:g}" if value != int(value) else str(int(value))
