"""Case files (`cases/README.md`): one situation, read and checked into the facts the law room decides on."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from habeas.common.errors import BadInputError
from habeas.common.jsonfiles import load_json
from habeas.common.moments import moment, said_of_day
from habeas.deadlines.clocks import zone_of
from habeas.law.engine.slips import HEARING_WAIVED, diverted, slips_of
from habeas.law.engine.years_served import with_years
from habeas.law.model.case import Case, ChargeRecord
from habeas.law.model.definitions import facts_in
from habeas.law.model.facts import FACTS, Fact, FactKind
from habeas.offenses.classify import ChargeFacts, classify
from habeas.offenses.reading import read_statute
from habeas.places.table import place_of
from habeas.requests.keys import said_of_unknown, speaks_of_recall
from habeas.requests.request import read_request

LOCAL = {"county_jail": True, "city_lockup": True, "state_prison": False}
"""Which facilities belong to a local agency by what they are."""
LOCAL_IN_CALIFORNIA = {"court": True, "probation": True}
"""The rest, where Cal. Gov. Code 7284.4(a) says so; another state's courts and probation may be the state's own."""

KEYS = frozenset(
    {
        *("id", "jurisdiction", "as_of", "request", "person", "custody", "charges", "agency"),
        *("expected", "duties", "source", "expected_until", "time_zone"),
    }
)
"""The keys of a case file (`cases/README.md`)."""
_OF_AGENCY = [name for entity, _, name in (key.partition(".") for key in FACTS) if entity == "agency"]
CHARGE_KEYS = frozenset(
    {
        *(name for entity, _, name in (key.partition(".") for key in FACTS) if entity == "charge"),
        *("wobbler", "classes", "degree", "description", "property_value"),
    }
)
"""What is read of a charge: its facts, and what its classes are found by."""
POLICY_KEYS = frozenset(name.removeprefix("policy.") for name in _OF_AGENCY if name.startswith("policy."))
AGENCY_KEYS = frozenset({*_OF_AGENCY, "policy"})


def load_cases(path: Path) -> list[Case]:
    """Read a case file: one object or a list. Raises BadInputError that names the case and what to mend."""
    data = load_json(path)
    rows = data if isinstance(data, list) else [data]
    if not rows:
        raise BadInputError(f"{path.name} holds no case: write one object or a list of them.")
    cases = [read_case(row, place=f"{path.name}, case {number}") for number, row in enumerate(rows, start=1)]
    _no_twins(cases, path)
    return cases


def read_case(row: Any, *, place: str = "the case") -> Case:
    """Read one case object. A key left out, or null, is unknown; a key nobody knows is refused by name."""
    if not isinstance(row, Mapping):
        raise BadInputError(f"{place} is no object: write one JSON object a case.")
    name, as_of = _text(row, "id", place), _day(row.get("as_of"), f"{place}: as_of")
    place = f"{place} ({name})"
    request = read_request(_object(row, "request", place), name=place, events=True)
    person, custody = (facts_of(entity, _object(row, entity, place), place) for entity in ("person", "custody"))
    jurisdiction = _place(_text(row, "jurisdiction", place), place)
    charges = _said_to_be_dropped(row.get("charges"), custody)
    return Case(
        name,
        jurisdiction,
        as_of,
        _facts_of_request(facts_in(jurisdiction, request), row, _object(row, "agency", place)),
        person,
        custody,
        _agency(row, jurisdiction, custody, place),
        with_years(_charges(charges, as_of, place, jurisdiction), custody, as_of),
        charges_known=charges is not None,
        record_complete=None if charges is None else person.get("history_complete") is not False,
        time_zone=_zone(row, place),
        said=(*request.all_said, *_not_known(row, place)),
    )


def _facts_of_request(facts: dict[str, Any], row: Mapping[str, Any], agency: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of the request; a word of recall anywhere in the case leaves it unknown whether the paper was taken back."""
    elsewhere = speaks_of_recall(row, KEYS) or speaks_of_recall(agency, AGENCY_KEYS)
    if not elsewhere or facts["cancelled"] is not False:
        return facts
    return {**facts, "cancelled": None, "attached_cancelled": facts["attached_cancelled"] or None}


def _not_known(row: Mapping[str, Any], place: str) -> Iterator[str]:
    """A sentence for each key of the case and of its agency that is none of a case file."""
    agency = _object(row, "agency", place)
    yield from said_of_unknown(row, KEYS, place)
    yield from said_of_unknown(agency, AGENCY_KEYS, place, "agency.")
    yield from said_of_unknown(_object(agency, "policy", place), POLICY_KEYS, place, "agency.policy.")
    for number, charge in enumerate(row.get("charges") or (), start=1):
        yield from said_of_unknown(charge, CHARGE_KEYS, f"{place}, charge {number}", "charge.")
    for fact in (each for each in FACTS.values() if each.kind is FactKind.TIME and each.entity != "request"):
        written = _object(row, fact.entity, place).get(fact.name)
        if written is not None and moment(str(written)) is None:
            yield f"{said_of_day(written, fact.key, place)} {fact.ask} Ask {fact.of}."


def _place(path: str, place: str) -> str:
    """The path as it is written, where the table has it."""
    place_of(path)
    return path


def _zone(row: Mapping[str, Any], place: str) -> str | None:
    """The zone a case gives; None where the place's own counts. A name that is no zone is refused."""
    given = row.get("time_zone")
    if given is not None and not isinstance(given, str):
        raise BadInputError(f'{place}: "time_zone" must be text like America/Chicago, or left out.')
    return zone_of(given).key if given else None


def _said_to_be_dropped(charges: Any, custody: Mapping[str, Any]) -> Any:
    """The charges; where the person is released because charges were dropped, the one dismissed charge ended before any conviction."""
    if custody.get("released_because") != "charges_dropped" or not isinstance(charges, list):
        return charges
    ended = [each for each in charges if isinstance(each, Mapping) and each.get("disposition") == "dismissed"]
    if len(ended) != 1 or ended[0].get("dismissed_under") is not None:
        return charges
    return [{**each, "dismissed_under": "before_conviction"} if each is ended[0] else each for each in charges]


def charge_record(row: Mapping[str, Any], as_of: date, place: str, jurisdiction: str) -> ChargeRecord:
    """Read one charge object of `jurisdiction` and find its classes on the day it was disposed of, or else the day asked about."""
    _check_charge(row, place)
    facts = facts_of("charge", {key: row.get(key) for key in row if f"charge.{key}" in FACTS}, place)
    reading = read_statute(row.get("statute"), place=jurisdiction)
    facts = as_it_stands(with_finding(facts, row.get("description")), as_of)
    found = classify(_charge_facts(row, reading, facts), facts.get("disposed_on") or as_of)
    return ChargeRecord(facts, found, _label(row, reading.canonical))


def _check_charge(row: Mapping[str, Any], place: str) -> None:
    """Raise BadInputError where what a charge's classes are found by is of another kind than it must be."""
    for key in ("statute", "degree", "description"):
        if row.get(key) is not None and not isinstance(row[key], str):
            raise BadInputError(f'{place}: "{key}" must be text, or left out.')
    classes = row.get("classes")
    if classes is not None and not (isinstance(classes, list) and all(isinstance(each, str) for each in classes)):
        raise BadInputError(f'{place}: "classes" must be a list of words, or left out.')
    value = row.get("property_value")
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise BadInputError(f'{place}: "property_value" must be a number, or left out.')


def with_finding(facts: dict[str, Any], description: Any) -> dict[str, Any]:
    """The facts, with what the charge's own description says where nothing else does: a hearing waived, a dismissal on diversion."""
    told = description if isinstance(description, str) else ""
    found = dict(facts)
    if facts.get("probable_cause_by") is None and re.search(HEARING_WAIVED, told):
        found["probable_cause_by"] = "waived"
    if facts.get("disposition") == "dismissed" and facts.get("dismissed_under") is None and diverted(told):
        found["dismissed_under"] = "diversion"
    return found


def as_it_stands(facts: dict[str, Any], as_of: date) -> dict[str, Any]:
    """A charge's facts as they can be on `as_of`: nothing is disposed of tomorrow, and an indictment holds nobody to answer.

    Held to answer is the magistrate's order (Cal. Pen. Code 872) unless the record says otherwise; a charge by indictment is pending. Where
    two facts cannot both be right, neither counts: what they speak of is unknown.
    """
    slips = slips_of(facts, as_of)
    facts = {key: value for key, value in facts.items() if key not in slips}
    if facts.get("disposition") != "held_to_answer":
        return facts
    by = facts.get("probable_cause_by") or "magistrate"
    return facts | ({"disposition": "pending"} if by == "indictment" else {"probable_cause_by": by})


def _charge_facts(row: Mapping[str, Any], reading: Any, facts: Mapping[str, Any]) -> ChargeFacts:
    wobbler = row.get("wobbler")
    return ChargeFacts(
        reading=reading,
        grade=facts.get("grade"),
        wobbler=wobbler if isinstance(wobbler, bool) else None,
        sentence=facts.get("sentence"),
        classes=tuple(row.get("classes") or ()),
        degree=row.get("degree"),
        description=row.get("description"),
        property_value=row.get("property_value"),
        court=facts.get("court"),
        reduced_on=facts.get("reduced_on"),
    )


def _label(row: Mapping[str, Any], canonical: str) -> str:
    what = canonical or row.get("statute") or row.get("description") or "a charge with no section"
    return f"{what} ({str(row.get('disposition') or 'disposition unknown').replace('_', ' ')})"


def _charges(charges: Any, as_of: date, place: str, jurisdiction: str) -> Iterator[ChargeRecord]:
    """The charges as read; how one ended is unknown where a key nobody knows says that it was set aside, vacated or the like."""
    if charges is None:
        return
    if not isinstance(charges, list) or not all(isinstance(each, Mapping) for each in charges):
        raise BadInputError(f'{place}: "charges" must be a list of objects, or left out where nothing is known.')
    for number, row in enumerate(charges, start=1):
        stands = {**row, "disposition": None} if speaks_of_recall(row, CHARGE_KEYS) else row
        yield charge_record(stands, as_of, f"{place}, charge {number}", jurisdiction)


def _agency(row: Mapping[str, Any], jurisdiction: str, custody: Mapping[str, Any], place: str) -> dict[str, Any]:
    given = _object(row, "agency", place)
    policy = {f"policy.{key}": value for key, value in _object(given, "policy", f"{place}: agency").items()}
    facts = facts_of(
        "agency", {key: value for key, value in given.items() if key != "policy"} | policy, place, strict=False
    )
    return facts | {"local": local_agency(custody.get("facility"), jurisdiction)}


def local_agency(facility: str | None, jurisdiction: str) -> bool | None:
    """Whether the facility is a local agency's; of a county or city where no facility is named, and None where that is not known."""
    place = place_of(jurisdiction.partition("@")[0])
    if not facility:
        return True if place.is_local else None
    california = place.state is not None and place.state.id == "us-ca"
    return {**LOCAL, **(LOCAL_IN_CALIFORNIA if california else {})}.get(facility)


def facts_of(entity: str, given: Mapping[str, Any], place: str, *, strict: bool = True) -> dict[str, Any]:
    """The facts of one entity, each in its own kind; a value of the wrong kind is refused with its key."""
    found: dict[str, Any] = {}
    for key, value in given.items():
        known = FACTS.get(f"{entity}.{key}")
        if known is None and strict:
            raise BadInputError(
                f'{place}: "{entity}.{key}" is no fact Habeas knows; leave it out or write it as cases/README.md does.'
            )
        if known is not None and value is not None:
            found[key] = _READ[known.kind](known, value, f"{place}: {entity}.{key}")
    return found


def _read_flag(known: Fact, value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        raise BadInputError(
            f'{where} must be true or false, not "{str(value)[:40]}"; leave it out where it is unknown.'
        )
    return value


def _read_code(known: Fact, value: Any, where: str) -> str:
    if not isinstance(value, str) or (known.values and value not in known.values):
        raise BadInputError(
            f'{where} is "{str(value)[:40]}"; write one of {", ".join(sorted(known.values))}, or leave it out.'
        )
    return value


def _read_number(known: Fact, value: Any, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadInputError(f'{where} must be a number, not "{str(value)[:40]}".')
    return float(value)


def _read_time(known: Fact, value: Any, where: str) -> datetime | None:
    try:
        return moment(str(value))
    except ValueError:
        raise BadInputError(
            f'{where} is "{str(value)[:40]}", which is no date and time like 2025-07-17T09:30:00-07:00.'
        ) from None


def _read_codes(known: Fact, value: Any, where: str) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise BadInputError(f"{where} must be a list of words.")
    return frozenset(value)


_READ: dict[FactKind, Callable[[Fact, Any, str], Any]] = {
    FactKind.FLAG: _read_flag,
    FactKind.CODE: _read_code,
    FactKind.NUMBER: _read_number,
    FactKind.TIME: _read_time,
    FactKind.CODES: _read_codes,
    FactKind.TEXT: lambda known, value, where: str(value),
    FactKind.DATE: lambda known, value, where: _day(value, where),
}


def _day(value: Any, where: str) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise BadInputError(f'{where} is "{str(value)[:40]}", which is no date like 2025-07-17.') from None


def _text(row: Mapping[str, Any], key: str, place: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise BadInputError(f'{place} has no "{key}"; every case needs id, jurisdiction, as_of and request.kind.')
    return value


def _object(row: Mapping[str, Any], key: str, place: str) -> Mapping[str, Any]:
    value = row.get(key)
    if value is not None and not isinstance(value, Mapping):
        raise BadInputError(f'{place}: "{key}" must be an object, or left out.')
    return value or {}


def _no_twins(cases: list[Case], path: Path) -> None:
    seen: set[str] = set()
    for case in cases:
        if case.id in seen:
            raise BadInputError(f'{path.name} has two cases called "{case.id}"; give each its own id.')
        seen.add(case.id)
