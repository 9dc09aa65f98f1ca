"""A release case as FORMATS gives it, with the keys this room adds; None is unknown. Read once, checked, and frozen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from habeas.common.errors import BadInputError
from habeas.places.table import place_of

SENTENCE_KINDS = ("county_jail", "county_jail_1170h", "probation", "state_prison", "fine")
MOST_DAYS, MOST_TERMS = 366 * 60, 100
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)
"""No case of a jail has a day outside these; one that does is a slip of the pen."""

JAIL_KINDS = ("county_jail", "county_jail_1170h", "probation")
"""Sentences whose days are served in the county jail, so that the jail works out the release date."""


@dataclass(frozen=True, slots=True)
class CustodyInterval:
    """Days of custody, both ends counted."""

    first: date
    last: date

    def days(self) -> Iterator[date]:
        """Every day of the interval."""
        return (self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1))


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the court imposed: days in all, the kind, and how many of the last days are mandatory supervision (1170(h)(5)(B))."""

    days: int | None = None
    kind: str | None = None
    supervision_days: int = 0

    @property
    def custody_days(self) -> int | None:
        """The days to be served in custody, credits among them."""
        return None if self.days is None else self.days - self.supervision_days


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Custody in another county's jail. `attributable` is whether this case caused it; `state` is set outside California."""

    interval: CustodyInterval
    county: str | None = None
    state: str | None = None
    attributable: bool | None = None


@dataclass(frozen=True, slots=True)
class Award:
    """A program credit (4019.4): so many days, given on a day."""

    on: date
    days: int


@dataclass(frozen=True, slots=True)
class Stay:
    """Days under a section of the Penal Code, both ends counted: custody outside the jail cell, or work and training."""

    interval: CustodyInterval
    section: str


HELD_SECTIONS = ("1170.06", "1203.016", "1203.018", "3000.08", "3454", "4019(a)(8)", "4024.2")
"""Sections under which days count that are not, or not only, days in a jail."""
WORK_SECTIONS = ("4019.1", "4019.2")
"""Sections that give a sentenced person more than a day for a day."""


@dataclass(frozen=True, slots=True)
class ReleaseCase:
    """One term with its custody, or several terms (`terms`) that share what the case says of them all."""

    id: str
    jurisdiction: str | None
    """The place whose law of credits counts; None where it was not given."""
    offense_on: date | None = None
    custody: tuple[CustodyInterval, ...] = ()
    actual_days: int | None = None
    sentenced_on: date | None = None
    sentence: Sentence | None = None
    violent: bool | None = None
    murder: bool | None = None
    serious: bool | None = None
    registrant: bool | None = None
    serious_or_violent_prior: bool | None = None
    other_credits_days: int = 0
    credit_lost_days: int = 0
    good_time_days: int | None = None
    """Good time the jail has given on the term, in states where it is the jail's to give; None is not known, 0 none."""
    excepted: bool | None = None
    """Whether the person or the term is one that the state's section on good time leaves out; which those are, the question says."""
    program_credits: tuple[Award, ...] = ()
    accelerated_days: int = 0
    other_county: tuple[Elsewhere, ...] = ()
    held_in: tuple[Stay, ...] = ()
    work_credits: tuple[Stay, ...] = ()
    with_prison: bool = False
    """Whether a state prison term runs at the same time, so that this one is served there too (669(d)); set by `terms`."""
    serving_from: date | None = None
    case_number: str | None = None
    attributable: bool | None = None
    own_custody: bool = False
    consecutive_to: str | None = None
    unread: tuple[str, ...] = ()
    """Keys that this room does not know; they are said, never passed over in silence."""
    terms: tuple[ReleaseCase, ...] = ()


def read_cases(data: Any, name: str) -> list[ReleaseCase]:
    """Read one case or a list. Raises BadInputError, which names the case and the key, for what is no case at all."""
    rows = data if isinstance(data, list) else [data]
    if not rows:
        raise BadInputError(f"{name} holds no case: write one object or a list of them.")
    cases = [_read(row, name, f"case {number}") for number, row in enumerate(rows, 1)]
    _no_twins([case.id for case in cases], name)
    return cases


def _read(row: Any, name: str, where: str) -> ReleaseCase:
    if not isinstance(row, dict):
        raise BadInputError(f"{name}: {where} is no object; write one like the example in docs/release.md.")
    place = f"{name}: {where}"
    if not isinstance(row.get("id"), str) or not row["id"].strip():
        raise BadInputError(f'{place} has no "id"; give it one.')
    case = _plain(row, f"{name}: {row['id'][:60]}")
    terms = row.get("terms")
    if terms is None:
        return case
    return _with_terms(case, row, terms, name)


def _with_terms(case: ReleaseCase, row: dict[str, Any], terms: Any, name: str) -> ReleaseCase:
    if not isinstance(terms, list) or not terms or not all(isinstance(each, dict) for each in terms):
        raise BadInputError(f'{name}: {case.id}: "terms" must be a list of at least one term.')
    if len(terms) > MOST_TERMS:
        raise BadInputError(
            f"{name}: {case.id}: {len(terms)} terms are more than the {MOST_TERMS} this room works out at once."
        )
    shared = {key: value for key, value in row.items() if key not in {"terms", "id", "consecutive_to", "consecutive"}}
    made: list[ReleaseCase] = []
    for number, term in enumerate(terms, 1):
        named = {"id": f"term {number}"} | _chained(term, made)
        place = f"{name}: {case.id}: {named['id']}"
        made.append(_plain(shared | named, place, own="custody" in term or "actual_days" in term))
    ids = [term.id for term in made]
    _no_twins(ids, f"{name}: {case.id}")
    for number, each in enumerate(made):
        if each.consecutive_to is not None and each.consecutive_to not in ids[:number]:
            raise BadInputError(
                f'{name}: {case.id}: {each.id} follows "{each.consecutive_to}", which is no term before it.'
            )
    return replace(case, terms=tuple(made))


def _chained(term: dict[str, Any], before: list[ReleaseCase]) -> dict[str, Any]:
    """`consecutive: true` means: to the term before."""
    if term.get("consecutive") is not True or term.get("consecutive_to") is not None:
        return term
    if not before:
        raise BadInputError("The first term cannot be consecutive to one before it; put it after the term it follows.")
    return term | {"consecutive_to": before[-1].id}


def _plain(row: Mapping[str, Any], place: str, *, own: bool = False) -> ReleaseCase:
    flags: dict[str, Any] = {key: _flag(row, key, place) for key in _FLAGS}
    return ReleaseCase(
        id=str(row["id"]),
        jurisdiction=_jurisdiction(row, place),
        offense_on=_date(row, "offense_on", place),
        custody=_intervals(row, place),
        actual_days=_count(row, "actual_days", place),
        sentenced_on=_date(row, "sentenced_on", place),
        sentence=_sentence(row, place),
        other_credits_days=_count(row, "other_credits_days", place) or 0,
        credit_lost_days=_count(row, "credit_lost_days", place) or 0,
        good_time_days=_count(row, "good_time_days", place),
        program_credits=tuple(_awards(row, place)),
        accelerated_days=_count(row, "accelerated_days", place) or 0,
        other_county=tuple(_elsewhere(row, place)),
        held_in=tuple(_stays(row, "held_in", HELD_SECTIONS, place)),
        work_credits=tuple(_stays(row, "work_credits", WORK_SECTIONS, place)),
        serving_from=_date(row, "serving_from", place),
        case_number=_text(row, "case_number", place),
        own_custody=own,
        consecutive_to=_text(row, "consecutive_to", place),
        unread=tuple(sorted(set(row) - KEYS)),
        **flags,
    )


_FLAGS = ("violent", "murder", "serious", "registrant", "serious_or_violent_prior", "attributable", "excepted")
KEYS = frozenset(
    {
        *(
            "id",
            "jurisdiction",
            "offense_on",
            "custody",
            "actual_days",
            "sentenced_on",
            "sentence",
            "other_credits_days",
        ),
        *("credit_lost_days", "program_credits", "accelerated_days", "other_county", "serving_from", "case_number"),
        *("held_in", "work_credits", "good_time_days"),
        *("consecutive_to", "consecutive", "terms", "note", "source"),
        *_FLAGS,
    }
)
"""Every key a case or a term may have."""


def _jurisdiction(row: Mapping[str, Any], place: str) -> str | None:
    """The place, where it is given and the table has it; BadInputError where the table does not."""
    given = _text(row, "jurisdiction", place)
    if given:
        place_of(given)
    return given


def _text(row: Mapping[str, Any], key: str, place: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise BadInputError(f'{place}: "{key}" must be text.')
    return value or None


def _flag(row: Mapping[str, Any], key: str, place: str) -> bool | None:
    value = row.get(key)
    if value is not None and not isinstance(value, bool):
        raise BadInputError(f'{place}: "{key}" must be true, false, or left out where it is not known.')
    return value


def _date(row: Mapping[str, Any], key: str, place: str) -> date | None:
    return as_date(row.get(key), f'{place}: "{key}"')


def as_date(value: Any, place: str) -> date | None:
    """Read an ISO date or nothing; BadInputError where it is neither."""
    if value is None or value == "":
        return None
    try:
        found = date.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadInputError(f"{place} must be a date like 2025-07-17.") from None
    if not EARLIEST <= found <= LATEST:
        raise BadInputError(f"{place} is {found.isoformat()}, which no case of a jail can have; check the year.")
    return found


def _count(row: Mapping[str, Any], key: str, place: str) -> int | None:
    value = row.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_DAYS:
        raise BadInputError(f'{place}: "{key}" must be a whole number of days from 0 to {MOST_DAYS}.')
    return value


def _intervals(row: Mapping[str, Any], place: str) -> tuple[CustodyInterval, ...]:
    given = row.get("custody")
    if given is None:
        return ()
    if not isinstance(given, list):
        raise BadInputError(f'{place}: "custody" must be a list of [first day, last day].')
    return tuple(_interval(each, f'{place}: "custody"') for each in given)


def _interval(value: Any, place: str) -> CustodyInterval:
    if not isinstance(value, list) or len(value) != 2:
        raise BadInputError(f"{place} must be a list of [first day, last day].")
    first, last = (as_date(each, place) for each in value)
    if first is None or last is None:
        raise BadInputError(f"{place} needs both days; leave the interval out where one is not known.")
    if last < first or (last - first).days > MOST_DAYS:
        raise BadInputError(f"{place} ends on {last.isoformat()}, before it begins, or runs past sixty years.")
    return CustodyInterval(first, last)


def _sentence(row: Mapping[str, Any], place: str) -> Sentence | None:
    given = row.get("sentence")
    if given is None:
        return None
    if not isinstance(given, dict) or set(given) - {"days", "kind", "mandatory_supervision_days"}:
        raise BadInputError(
            f'{place}: "sentence" must hold days, kind and, for a split term, mandatory_supervision_days.'
        )
    kind = _text(given, "kind", place)
    if kind is not None and kind not in SENTENCE_KINDS:
        raise BadInputError(f'{place}: "{kind[:40]}" is no kind of sentence; write {", ".join(SENTENCE_KINDS)}.')
    supervision = _count(given, "mandatory_supervision_days", place) or 0
    return Sentence(_count(given, "days", place), kind, supervision)


def _rows(row: Mapping[str, Any], key: str, wanted: Iterable[str], place: str) -> Iterator[dict[str, Any]]:
    given = row.get(key) or []
    if not isinstance(given, list):
        raise BadInputError(f'{place}: "{key}" must be a list.')
    for each in given:
        if not isinstance(each, dict) or set(each) - set(wanted):
            raise BadInputError(f'{place}: each of "{key}" must be an object of {", ".join(wanted)}.')
        yield each


def _awards(row: Mapping[str, Any], place: str) -> Iterator[Award]:
    for each in _rows(row, "program_credits", ("on", "days"), place):
        on, days = _date(each, "on", place), _count(each, "days", place)
        if on is None or not days:
            raise BadInputError(
                f'{place}: each of "program_credits" needs the day it was given and how many days it gives.'
            )
        yield Award(on, days)


def _elsewhere(row: Mapping[str, Any], place: str) -> Iterator[Elsewhere]:
    for each in _rows(row, "other_county", ("from", "to", "county", "state", "attributable"), place):
        interval = _interval([each.get("from"), each.get("to")], f'{place}: "other_county"')
        yield Elsewhere(
            interval, _text(each, "county", place), _text(each, "state", place), _flag(each, "attributable", place)
        )


def _stays(row: Mapping[str, Any], key: str, sections: tuple[str, ...], place: str) -> Iterator[Stay]:
    for each in _rows(row, key, ("from", "to", "section"), place):
        section = _text(each, "section", place)
        if section not in sections:
            raise BadInputError(f'{place}: each of "{key}" needs its section: one of {", ".join(sections)}.')
        yield Stay(_interval([each.get("from"), each.get("to")], f'{place}: "{key}"'), section)


def _no_twins(ids: list[str], place: str) -> None:
    twin = next((each for number, each in enumerate(ids) if each in ids[:number]), None)
    if twin is not None:
        raise BadInputError(f'{place}: the id "{twin[:60]}" stands twice; each needs its own.')
