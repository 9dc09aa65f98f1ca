"""Clock cases as FORMATS gives them, with the keys this room adds: read, worked out, and written as JSON values or words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from habeas.common.errors import BadInputError
from habeas.custody_time.answer import DateQuestion
from habeas.custody_time.case import as_date
from habeas.deadlines.clocks import (
    CALENDAR,
    CUSTODY,
    RECORDS,
    Clock,
    check_year,
    days,
    earliest_of,
    end_of_day,
    hours,
    says,
    zone_of,
)
from habeas.deadlines.excluded_days import WORKING_DAYS, ExcludedDays, excluded_days

ANCHORS = {
    "start": "the start given",
    "receipt": "receipt",
    "release_eligible": "the time of release that would otherwise be due",
}
"""What may start a clock: the key that holds its time is `start`, or the anchor's name with `_at`."""

KEYS = frozenset(
    {
        *(
            "id",
            "start",
            "hours",
            "days",
            "calendar",
            "end_of_day",
            "excluding",
            "court_holidays",
            "time_zone",
            "anchor",
        ),
        *("receipt_at", "release_eligible_at", "earliest_of", "kind", "citation"),
        *("note", "source", "url", "title", "expected", "why"),
    }
)


@dataclass(frozen=True, slots=True)
class ClockAnswer:
    """The clock of one case, or the questions that keep it from being known."""

    id: str
    clock: Clock | None
    questions: tuple[DateQuestion, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """The answer as JSON values, in the order of FORMATS."""
        clock = self.clock
        if clock is None:
            return {"id": self.id, "end": None, "elapsed_hours": None, "skipped": [], "citation": None} | self._asked()
        return {
            "id": self.id,
            "end": clock.ends_at.isoformat(),
            "elapsed_hours": _number(clock.elapsed / timedelta(hours=1)),
            "counted_hours": _number((clock.elapsed - _left_out(clock)) / timedelta(hours=1)),
            "skipped": [each.as_data() for each in clock.skipped],
            "citation": clock.citation,
            "trigger": clock.trigger,
            "start": clock.started_at.isoformat(),
            "rule": clock.rule,
            "calendar": clock.calendar,
            "kind": clock.kind,
            "arithmetic": list(clock.arithmetic),
        } | self._asked()

    def _asked(self) -> dict[str, Any]:
        return {"questions": [question.as_data() for question in self.questions]}


def read_clocks(data: Any, name: str) -> list[ClockAnswer]:
    """Work out one clock case or a list. Raises BadInputError, naming case and key, for what is no case at all."""
    rows = data if isinstance(data, list) else [data]
    if not rows:
        raise BadInputError(f"{name} holds no deadline: write one object or a list of them.")
    return [_answer(row, f"{name}: clock {number}") for number, row in enumerate(rows, 1)]


def clock_text(answer: ClockAnswer) -> str:
    """The answer for a person, a line a step."""
    if answer.clock is None:
        asked = [f"  Question for {each.of}: {each.ask} {each.why}" for each in answer.questions]
        return "\n".join([f"{answer.id}: no end is known", *asked])
    head = f"{answer.id}: ends {says(answer.clock.ends_at)}"
    cited = [f"  Law: {answer.clock.citation}"] if answer.clock.citation else []
    return "\n".join([head, *(f"  {sentence}" for sentence in answer.clock.arithmetic), *cited])


def _answer(row: Any, place: str) -> ClockAnswer:
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not row["id"].strip():
        raise BadInputError(f'{place} must be an object with an "id".')
    made = _clock(row, f"{place} ({row['id'][:60]})")
    return ClockAnswer(row["id"], *((None, (made,)) if isinstance(made, DateQuestion) else (made, ())))


def _clock(row: dict[str, Any], place: str) -> Clock | DateQuestion:
    strange = sorted(set(row) - KEYS)
    if strange:
        raise BadInputError(f'{place}: "{strange[0]}" is no key of a clock; see docs/release.md.')
    if row.get("earliest_of") is not None:
        return _earliest(row, place)
    rule = _rule(row, place)
    begun = _start(row, place)
    if isinstance(begun, DateQuestion):
        return begun
    trigger, start = begun
    made = rule(row, start, trigger, place)
    return made if isinstance(made, DateQuestion) else replace(made, citation=_cited(row, made))


def _earliest(row: dict[str, Any], place: str) -> Clock | DateQuestion:
    parts = row["earliest_of"]
    if not isinstance(parts, list) or not parts or not all(isinstance(each, dict) for each in parts):
        raise BadInputError(f'{place}: "earliest_of" must be a list of clocks.')
    shared = {key: value for key, value in row.items() if key not in {"earliest_of", "id"}}
    made = [_clock(shared | part, f"{place}, part {number}") for number, part in enumerate(parts, 1)]
    asked = next((each for each in made if isinstance(each, DateQuestion)), None)
    return asked or earliest_of([each for each in made if isinstance(each, Clock)])


Rule = Callable[[dict[str, Any], datetime, str, str], Clock | DateQuestion]


def _rule(row: dict[str, Any], place: str) -> Rule:
    given = [key for key in _RULES if row.get(key) is not None and row[key] is not False]
    if len(given) != 1:
        raise BadInputError(f'{place}: give exactly one of "hours", "days" and "end_of_day".')
    return _RULES[given[0]]


def _by_hours(row: dict[str, Any], start: datetime, trigger: str, place: str) -> Clock | DateQuestion:
    count, out = row["hours"], _out(row, (), place)
    if isinstance(count, bool) or not isinstance(count, int | float):
        raise BadInputError(f'{place}: "hours" must be a number.')
    if row.get("time_zone") is None and not out:
        return _without_zone(start, count, trigger, place)
    zone = _zone(row, place)
    return (
        zone
        if isinstance(zone, DateQuestion)
        else hours(start, count, out, zone, trigger=trigger, kind=_kind(row, place))
    )


def _without_zone(start: datetime, count: float, trigger: str, place: str) -> Clock:
    """Elapsed hours need no zone: the end is given in the offset of the start."""
    made = hours(start, count, (), "UTC", trigger=trigger)
    end = made.ends_at.astimezone(start.tzinfo)
    words = tuple(each for each in made.arithmetic if " UTC" not in each)
    sentences = (f"The count begins at {start.isoformat()}: {trigger}.", *words, f"It ends at {end.isoformat()}.")
    return replace(made, started_at=start, ends_at=end, arithmetic=sentences)


def _by_days(row: dict[str, Any], start: datetime, trigger: str, place: str) -> Clock | DateQuestion:
    count, zone = row["days"], _zone(row, place)
    if isinstance(count, bool) or not isinstance(count, int):
        raise BadInputError(f'{place}: "days" must be a whole number.')
    if isinstance(zone, DateQuestion):
        return zone
    calendar = row.get("calendar") or CALENDAR
    if not isinstance(calendar, str):
        raise BadInputError(f'{place}: "calendar" must be text.')
    return days(start, count, zone, calendar, _out(row, WORKING_DAYS, place), trigger=trigger, kind=_kind(row, place))


def _by_day(row: dict[str, Any], start: datetime, trigger: str, place: str) -> Clock | DateQuestion:
    zone = _zone(row, place)
    return zone if isinstance(zone, DateQuestion) else end_of_day(start, zone, trigger=trigger, kind=_kind(row, place))


_RULES: dict[str, Rule] = {"hours": _by_hours, "days": _by_days, "end_of_day": _by_day}


def _kind(row: dict[str, Any], place: str) -> str:
    kind = row.get("kind") or CUSTODY
    if kind not in (CUSTODY, RECORDS):
        raise BadInputError(f'{place}: "kind" must be custody or records.')
    return str(kind)


def _zone(row: dict[str, Any], place: str) -> str | DateQuestion:
    zone = row.get("time_zone")
    if zone is None:
        return DateQuestion("In which time zone is the jail?", "Days are local calendar days.", "the jail")
    if not isinstance(zone, str):
        raise BadInputError(f'{place}: "time_zone" must be text like America/Chicago.')
    zone_of(zone)
    return zone


def _out(row: dict[str, Any], usual: tuple[str, ...], place: str) -> ExcludedDays:
    words = usual if row.get("excluding") is None else row["excluding"]
    if not isinstance(words, list | tuple) or not all(isinstance(word, str) for word in words):
        raise BadInputError(f'{place}: "excluding" must be a list of words.')
    return excluded_days(words, _court_holidays(row, place))


def _court_holidays(row: dict[str, Any], place: str) -> dict[date, str]:
    given = row.get("court_holidays") or {}
    if not isinstance(given, dict) or not all(isinstance(name, str) for name in given.values()):
        raise BadInputError(f'{place}: "court_holidays" must be an object of days with the name of each.')
    return {day: name for text, name in given.items() if (day := as_date(text, f'{place}: "court_holidays"'))}


def _start(row: dict[str, Any], place: str) -> tuple[str, datetime] | DateQuestion:
    anchor = row.get("anchor") or "start"
    if not isinstance(anchor, str) or anchor not in ANCHORS:
        raise BadInputError(f'{place}: "{str(anchor)[:40]}" is no anchor; write {", ".join(ANCHORS)}.')
    given = [row[key] for key in dict.fromkeys(("start", f"{anchor}_at")) if row.get(key) is not None]
    if not given:
        return DateQuestion(
            f"When was {ANCHORS[anchor]}?", "The deadline is counted from it.", "the jail's booking record"
        )
    times = [_time(text, row, place) for text in given]
    asked = next((each for each in times if isinstance(each, DateQuestion)), None)
    if asked:
        return asked
    found = {each.astimezone(UTC): each for each in times if isinstance(each, datetime)}
    if len(found) > 1:
        raise BadInputError(f'{place}: "start" and "{anchor}_at" are two different times; keep the right one.')
    return ANCHORS[anchor], next(iter(found.values()))


def _time(text: Any, row: dict[str, Any], place: str) -> datetime | DateQuestion:
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        raise BadInputError(f"{place}: a time must be written like 2026-03-06T18:00:00-06:00.") from None
    check_year(moment)
    if moment.tzinfo is not None:
        return moment
    zone = _zone(row, place)
    return zone if isinstance(zone, DateQuestion) else _local(moment, zone)


def _local(moment: datetime, zone: str) -> datetime | DateQuestion:
    """A time without offset is local; one that comes twice, or never, when the clocks change is a question."""
    early, late = (moment.replace(tzinfo=zone_of(zone), fold=fold) for fold in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return early
    again = early.astimezone(UTC).astimezone(early.tzinfo).replace(tzinfo=None) == moment
    what = "comes twice" if again else "does not exist"
    return DateQuestion(
        f"Which offset had {moment.isoformat()} in {zone}?",
        f"That time {what} when the clocks change.",
        "whoever recorded it",
    )


def _cited(row: dict[str, Any], clock: Clock) -> str:
    given = row.get("citation")
    return "; ".join(part for part in (given if isinstance(given, str) else "", clock.citation) if part)


def _left_out(clock: Clock) -> timedelta:
    return sum((each.ends.astimezone(UTC) - each.begins.astimezone(UTC) for each in clock.skipped), timedelta())


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else round(value, 6)
