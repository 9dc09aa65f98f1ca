"""Rows into people, bookings and charges: each row read, repaired (said how) or refused (said why); nothing dropped in silence."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any

from habeas.roster.columns import COLUMNS, Column
from habeas.roster.profile import Profile
from habeas.roster.records import Booking, Charge, Person, Refusal, Repair, Roster
from habeas.roster.rows import Row, Table
from habeas.roster.values import Read, read_value

_IDENTITY = ("family_name", "given_name", "date_of_birth")
_CHARGE_FIELDS = frozenset(each.name for each in fields(Charge))


@dataclass(slots=True)
class _Building:
    """A booking being gathered: its values, its person's values, the charges so far, and which values contradict."""

    booking: dict[str, Any]
    person: dict[str, Any]
    raw: dict[str, str]
    where: str
    charges: list[Charge] = field(default_factory=list)


_MOST_SEEN = 100_000


@dataclass(slots=True)
class _Work:
    profile: Profile
    plan: list[tuple[Column, tuple[str, ...]]]
    bookings: dict[str, _Building] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    people: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    repaired: list[Repair] = field(default_factory=list)
    seen: dict[tuple[str, str], Read] = field(default_factory=dict)
    """Cells read already: a jail writes the same codes, dates and sections over and over."""


def build(tables: Iterable[Table], profile: Profile, sha256: str) -> Roster:
    """Build the roster from flat rows. `sha256` is the hash of the file or files they came from."""
    work = _Work(profile, [(COLUMNS[name], profile.sources(name)) for name in profile.columns])
    count, unknown = 0, dict[str, None]()
    for table in tables:
        work.refused += table.refused
        work.repaired += table.repaired
        count += len(table.rows) + sum(1 for each in table.refused if each.row[:4] in {"row ", "line"})
        unknown.update(dict.fromkeys(_unknown_columns(table, profile)))
        for row in table.rows:
            _take(row, work)
    if profile.person_id_from and work.bookings:
        work.repaired.append(
            Repair("whole file", f"the export has no person number: {profile.person_id_from} stands in for it")
        )
    return Roster(_people(work), count, tuple(work.refused), tuple(work.repaired), tuple(unknown), sha256)


def _unknown_columns(table: Table, profile: Profile) -> list[str]:
    known = {source for column in profile.columns for source in profile.sources(column)} | set(profile.ignored)
    return [column for column in table.columns if column and column not in known]


def _take(row: Row, work: _Work) -> None:
    """Take one row: read its cells, find its booking and person, add its charge; refuse it where it belongs to nobody."""
    values, raw, said = _read_cells(row, work)
    work.repaired += [Repair(row.where, each) for each in said]
    why = _why_refused(values, said, work)
    if why:
        work.refused.append(Refusal(row.where, why))
        return
    booking_id, person_id = values["booking_id"], values["person_id"]
    if booking_id not in work.bookings:
        work.bookings[booking_id] = _Building({}, {}, raw, row.where)
        work.owners[booking_id] = person_id
        work.people.setdefault(person_id, {})
    found = work.bookings[booking_id]
    _merge(found.booking, values, "booking", row.where, work)
    _merge(work.people[person_id], values, "person", row.where, work)
    charge = _charge(values, raw, row.where)
    if charge is not None:
        found.charges.append(charge)


def _read_cells(row: Row, work: _Work) -> tuple[dict[str, Any], dict[str, str], list[str]]:
    values: dict[str, Any] = {}
    raw: dict[str, str] = {}
    said: list[str] = []
    profile, cells = work.profile, row.values
    for column, sources in work.plan:
        text = next((cell for source in sources if (cell := cells.get(source, "")) and not cell.isspace()), "")
        if text:
            raw[column.name] = text
            read = _read_cell(column, text, work)
            values[column.name] = read.value
            said += [read.said] if read.said else []
    if profile.person_id_from and values.get(profile.person_id_from):
        values["person_id"] = f"booking:{values[profile.person_id_from]}"
    return values, raw | {key: cell for key in profile.ignored if (cell := row.values.get(key, "").strip())}, said


def _read_cell(column: Column, text: str, work: _Work) -> Read:
    key = (column.name, text)
    found = work.seen.get(key)
    if found is None:
        if len(work.seen) > _MOST_SEEN:
            work.seen.clear()
        found = work.seen[key] = read_value(column, text, work.profile)
    return found


def _why_refused(values: dict[str, Any], said: list[str], work: _Work) -> str:
    """Why the row cannot be placed: empty where it can."""
    if not values.get("booking_id"):
        damaged = next((each for each in said if each.startswith("booking_id")), "")
        return damaged or "has no booking number"
    if not values.get("person_id"):
        damaged = next((each for each in said if each.startswith("person_id")), "")
        return damaged or f"booking {values['booking_id']} has no person number"
    owner = work.owners.get(values["booking_id"])
    if owner is not None and owner != values["person_id"]:
        return f"booking {values['booking_id']} already belongs to person {owner}; this row gives it to {values['person_id']}"
    return _other_person(values, work)


def _other_person(values: dict[str, Any], work: _Work) -> str:
    """One number with two names or birth dates is two people: reported, never merged."""
    held = work.people.get(values["person_id"], {})
    for name in _IDENTITY:
        new, old = values.get(name), held.get(name)
        if new is not None and old is not None and str(new).casefold() != str(old).casefold():
            words = name.replace("_", " ")
            return f"person {values['person_id']} has another {words} on an earlier row: two people with one number?"
    return ""


def _merge(held: dict[str, Any], values: dict[str, Any], entity: str, where: str, work: _Work) -> None:
    """Add what the row says of a booking or person; where two rows contradict, the value is unknown and that is said."""
    for name, value in values.items():
        column = COLUMNS[name]
        if column.entity != entity or value is None:
            continue
        if name not in held:
            held[name] = value
        elif held[name] is not None and held[name] != value:
            work.repaired.append(Repair(where, f"{name} contradicts an earlier row of the same {entity}: left unknown"))
            held[name] = None


def _charge(values: dict[str, Any], raw: dict[str, str], where: str) -> Charge | None:
    given = {name: value for name, value in values.items() if COLUMNS[name].entity == "charge" and value is not None}
    if not given and not any(COLUMNS[name].entity == "charge" for name in raw if name in COLUMNS):
        return None
    return Charge(
        **{COLUMNS[name].attribute: value for name, value in given.items()},
        row=where,
        raw={name: text for name, text in raw.items() if name not in COLUMNS or COLUMNS[name].entity == "charge"},
    )


def _people(work: _Work) -> tuple[Person, ...]:
    bookings: dict[str, list[Booking]] = {}
    raws: dict[str, dict[str, str]] = {}
    for booking_id, found in work.bookings.items():
        owner = work.owners[booking_id]
        bookings.setdefault(owner, []).append(_booking(found, work.profile))
        raws.setdefault(owner, {}).update({name: text for name, text in found.raw.items() if _entity(name) == "person"})
    return tuple(
        _person(person_id, held, tuple(bookings[person_id]), raws.get(person_id, {}))
        for person_id, held in work.people.items()
    )


def _entity(name: str) -> str:
    column: Column | None = COLUMNS.get(name)
    return column.entity if column else "person"


def _booking(found: _Building, profile: Profile) -> Booking:
    """The booking with its charges; a line the profile knows for a federal hold is a hold as well."""
    given = {COLUMNS[name].attribute: value for name, value in found.booking.items() if value is not None}
    holds = tuple(given.pop("holds", ()))
    federal = [charge for charge in found.charges if _is_federal(charge, profile)]
    lines = tuple(charge.description or charge.statute or "federal hold" for charge in federal)
    raw = {name: text for name, text in found.raw.items() if _entity(name) == "booking"}
    return Booking(**given, holds=(*holds, *lines), charges=tuple(found.charges), row=found.where, raw=raw)


def _is_federal(charge: Charge, profile: Profile) -> bool:
    return bool(profile.federal_interest) and bool({charge.statute, charge.description} & set(profile.federal_interest))


def _person(person_id: str, held: dict[str, Any], bookings: tuple[Booking, ...], raw: dict[str, str]) -> Person:
    given = {
        COLUMNS[name].attribute: value for name, value in held.items() if value is not None and name != "person_id"
    }
    said = raw.get("citizenship_on_record")
    return Person(person_id, **given, citizenship_on_record=said, bookings=bookings, raw=raw)
