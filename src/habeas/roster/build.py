"""Rows into people, bookings and charges: each row read, repaired (said how) or refused (said why); nothing dropped in silence."""

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from habeas.roster.arrange import Arrangement, produced
from habeas.roster.columns import COLUMNS, FULL_NAME, RosterColumn
from habeas.roster.faults import SeenFaults, totals_row, whole_file
from habeas.roster.held import Building, Held, LeanCharges, OwnersValues
from habeas.roster.hold_lines import HELD, line_of
from habeas.roster.layout import named_by
from habeas.roster.names import split_name, without_suffix
from habeas.roster.plausible import doubts
from habeas.roster.profile import Profile
from habeas.roster.records import Booking, Charge, Person, Refusal, Repair, Roster
from habeas.roster.rows import FileTotal, RosterRow, RosterTable
from habeas.roster.samples import check_samples
from habeas.roster.somebody import label_row, name_alone, nobodies, tells
from habeas.roster.speaks import Unheard
from habeas.roster.tally import Tally
from habeas.roster.totals import compared
from habeas.roster.unknowns import is_no_number
from habeas.roster.unread import Unread
from habeas.roster.values import YES_OR_NO, ReadValue, read_value

_NAME, _BORN = ("family_name", "given_name"), "date_of_birth"
_IDENTITY = (*_NAME, _BORN)
_RELEASE = "released_at"
UNSURE = "whether that is so is left unknown until the line is taken out of make_sure"
_MOST_SEEN = 100_000


@dataclass(slots=True)
class _Cells:
    """One row read: values, raw texts, and what to say by column."""

    values: dict[str, Any]
    raw: dict[str, str]
    said: dict[str, str]


@dataclass(slots=True)
class Work:
    """What the rows so far say. In `lean` work people and bookings are packed, and of charges only what a check counts is kept."""

    profile: Profile
    plan: list[tuple[RosterColumn, tuple[str, ...]]]
    export_day: date | None
    bookings: MutableMapping[str, Building] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    people: MutableMapping[str, Held] = field(default_factory=dict)
    lean: LeanCharges | None = None
    refused: list[Refusal] = field(default_factory=list)
    repaired: list[Repair] = field(default_factory=list)
    cells: dict[tuple[str, str], ReadValue] = field(default_factory=dict)
    """Cells read already: a jail writes the same codes, dates and sections over and over."""
    seen: SeenFaults = field(default_factory=SeenFaults)
    kinds: int = 0
    """How many kinds of things that tell of a person the file has columns for."""


def build(tables: Iterable[RosterTable], profile: Profile, sha256: str, export_day: date | None = None) -> Roster:
    """Build the roster from flat rows. `sha256` is the hash of the file or files they came from.

    `export_day` is the day the export speaks of: nobody in it is born later. Where it is not given, each booking's own day counts.
    """
    work = begun(profile, export_day)
    count, unknown, totals = 0, dict[str, None](), list[FileTotal]()
    for table in tables:
        work.refused += table.refused
        work.repaired += table.repaired
        totals += table.totals
        count += rows_of_file(len(table.rows), table.refused)
        unknown.update(dict.fromkeys(unknown_columns(table.columns, profile)))
        take_rows(table.columns, table.rows, work)
    people = tuple(ended(work))
    tally = Tally()
    for each in people:
        tally.add(each)
    closed(work, tally, totals, count)
    return Roster(people, count, tuple(work.refused), tuple(work.repaired), tuple(unknown), sha256)


def rows_of_file(read: int, refused: Iterable[Refusal]) -> int:
    """How many rows a file has: those that were read, and those that its reader refused."""
    return read + sum(1 for each in refused if each.row[:4] in {"row ", "line"})


def begun(profile: Profile, export_day: date | None) -> Work:
    """The work before any row; the profile's samples are tried first. Raises BadInputError where one of them fails."""
    if profile.sample:
        check_samples(profile, export_day, build)
    if profile.is_new:
        return Work(profile, [(COLUMNS[name], (name,)) for name in produced(profile)], export_day)
    plan = [(COLUMNS[name], profile.sources(name)) for name in profile.columns if name != FULL_NAME]
    return Work(profile, plan, export_day)


def take_rows(columns: tuple[str, ...], rows: Iterable[RosterRow], work: Work) -> None:
    """Take the rows of one table, as they come."""
    work.seen.columns.update(columns)
    work.kinds = _kinds(work)
    for row in _arranged(columns, rows, work):
        _take(row, work)


def ended(work: Work) -> Iterator[Person]:
    """The people, once every row was taken, one after the other."""
    if work.profile.person_id_from and work.bookings:
        source = work.profile.person_id_from
        work.repaired.append(Repair("whole file", f"the export has no person number: {source} stands in for it"))
    _without_nobodies(work)
    _release_doubts(work)
    return _people(work)


def closed(work: Work, tally: Tally, totals: Iterable[FileTotal], rows: int) -> None:
    """Add what is said of the file as a whole, once the people were told over."""
    work.repaired += whole_file(tally, work.seen, work.profile, work.export_day)
    work.repaired += [
        Repair("whole file", f"make sure: {each.rstrip('.')}; {UNSURE}") for each in work.profile.make_sure
    ]
    work.repaired += compared(work.profile, totals, tally.counted(rows))


def _arranged(columns: tuple[str, ...], rows: Iterable[RosterRow], work: Work) -> Iterator[RosterRow]:
    """The table's rows as rows of plain columns; which of them hold text is noted, so that none is read as nothing in silence."""
    unheard = Unheard(unknown_columns(columns, work.profile), grades=_reads_grades(work.profile))
    rows = _looked_at(rows, unheard)
    if work.profile.is_new:
        arrangement = Arrangement(work.profile, columns)
        yield from arrangement.rows(rows)
        work.seen.held.update(arrangement.unread.held)
        work.seen.unheard += unheard.said()
        return
    unread = Unread(work.profile, columns)
    for row in rows:
        unread.look(row.values)
        yield row
    work.seen.held.update(unread.held)
    work.seen.unheard += unheard.said()


def _reads_grades(profile: Profile) -> bool:
    """Whether a column, or a part of the charge's cell, is read as the grade."""
    return bool(profile.sources("charge_grade")) or any("{grade}" in each for each in profile.forms_of("statute"))


def _looked_at(rows: Iterable[RosterRow], unheard: Unheard) -> Iterator[RosterRow]:
    """The rows, each looked at for what may not go unread."""
    for row in rows:
        unheard.look(row.values)
        yield row


def unknown_columns(columns: tuple[str, ...], profile: Profile) -> list[str]:
    """The columns of the file of which the profile says nothing."""
    named = {source for column in profile.columns for source in profile.sources(column)}
    named |= {*profile.ignored, *profile.flags}
    known = {column for source in named for column in named_by(source, columns)}
    known |= {
        *profile.left_out,
        *(each for rule in profile.rows for each in (*rule.when, rule.hold)),
    }
    ties = {
        f"{join.name}.{each}"
        for join in (*profile.join, *profile.lookup)
        for each in ([join.on] if isinstance(join.on, str) else join.on)
    }
    ties |= {each for one in profile.lookup for each in ([one.on] if isinstance(one.on, str) else one.on.values())}
    return [column for column in columns if column and column not in known | ties]


def _kinds(work: Work) -> int:
    there = {
        column.name: "1"
        for column, _ in work.plan
        if any(named_by(each, work.seen.columns) for each in work.profile.sources(column.name))
    }
    named = work.seen.columns.intersection(work.profile.sources(FULL_NAME)) if FULL_NAME in work.profile.columns else ()
    return len(tells(there | {part: "A" for part in ("family_name",) if named or part in there}))


def _take(row: RosterRow, work: Work) -> None:
    """Take one row: read its cells, find its booking and person, add its charge; refuse it where it belongs to nobody."""
    cells = _read_cells(row, work)
    work.repaired += [Repair(row.where, each) for each in cells.said.values()]
    line = totals_row(row.values, cells.values) or _label(cells, work)
    why = line or _why_refused(cells, work)
    if why:
        held = cells.values.get("holds")
        why += f'; its hold "{held[0][:40]}" is read of nobody' if held else ""
        work.refused.append(
            Refusal(row.where, why, None if line else _about(cells.values, work), bool(line) or not tells(cells.values))
        )
        return
    booking_id, person_id = cells.values["booking_id"], cells.values["person_id"]
    if booking_id not in work.bookings:
        work.bookings[booking_id] = Building(Held(), row.where)
        work.owners[booking_id] = person_id
        work.people.setdefault(person_id, Held())
    found = work.bookings[booking_id]
    _merge(found.held, cells, "booking", row.where, work)
    _merge(work.people[person_id], cells, "person", row.where, work)
    if _RELEASE in cells.raw and cells.values.get(_RELEASE) is None:
        found.release_said = cells.said.get(_RELEASE, found.release_said)
    charge = _charge(cells, row.where, work.profile)
    if charge is not None:
        found.charges.append(charge if work.lean is None else work.lean.of(charge))


def _label(cells: _Cells, work: Work) -> str:
    """Why a row is a line of the report: never one that goes on with a booking that is known."""
    owner = work.owners.get(cells.values.get("booking_id") or "")
    return "" if owner is not None and owner == cells.values.get("person_id") else label_row(cells.values, work.kinds)


def _about(values: dict[str, Any], work: Work) -> Person | None:
    """Who a refused row seems to be about; a check that counts does not ask."""
    return _somebody(values) if work.lean is None else None


def _somebody(values: dict[str, Any]) -> Person | None:
    """Who a refused row seems to be about: for whoever looks for somebody who is not on the roster."""
    given = {
        COLUMNS[name].attribute: value
        for name, value in values.items()
        if COLUMNS[name].entity == "person" and value is not None and name != "person_id"
    }
    booking = Booking(values["booking_id"]) if values.get("booking_id") else None
    if not given and booking is None:
        return None
    return Person(values.get("person_id") or "", **given, bookings=(booking,) if booking else ())


def _without_nobodies(work: Work) -> None:
    """Take out the bookings that tell nothing of a person beside the others of the file; a name alone is kept, and said."""
    held = OwnersValues(work.people, work.owners)
    same: dict[frozenset[str], frozenset[str]] = {}
    told = {}
    for number, found in work.bookings.items():
        tell = tells(held[number] | _told(found))
        told[number] = same.setdefault(tell, tell)
    gone = nobodies(told, held)
    for number, why in gone.items():
        about = _about(dict(held[number]), work)
        work.refused.append(Refusal(work.bookings.pop(number).where, why, about, nobody=not told[number]))
    for number in name_alone(told, held):
        what = "has a name and a number and nothing else that a person has: the rest is left unknown; is it somebody?"
        work.repaired.append(Repair(work.bookings[number].where, what))
    if gone:
        owners = {work.owners[number] for number in work.bookings}
        for number in [each for each in work.people if each not in owners]:
            del work.people[number]


def _told(found: Building) -> dict[str, Any]:
    """A booking's values with a line of its charges."""
    lines = (each.statute or each.description for each in found.charges)
    return {**found.held.values, "statute": next(filter(None, lines), None)}


def _read_cells(row: RosterRow, work: Work) -> _Cells:
    found = _Cells({}, {}, {})
    values, raw, cells, written, two_digits = found.values, found.raw, row.values, work.seen.written, False
    for column, sources in work.plan:
        text = ""
        for source in sources:
            cell = cells.get(source)
            if cell and not cell.isspace():
                text = cell
                break
        if text:
            name = column.name
            read = _read_cell(column, text, work)
            raw[name], values[name] = text if row.written is None else row.written.get(name, text), read.value
            if not written.get(name):
                written[name] = read.value is not None
            if read.said:
                found.said[name] = read.said
            two_digits = two_digits or (read.two_digits and name == "date_of_birth")
    if row.said:
        found.said |= row.said
    _finish(found, row, work, two_digits)
    return found


def _finish(found: _Cells, row: RosterRow, work: Work, two_digits: bool) -> None:
    """What takes more than one cell: a whole name, dates that cannot be beside one another, a number that stands in for another."""
    if FULL_NAME in work.profile.columns and not work.profile.is_new:
        _split(found, row, work)
    _suffix_apart(found)
    for doubt in doubts(found.values, found.raw, two_digits, work.export_day):
        found.values[doubt.column], found.said[doubt.column] = doubt.value, doubt.said
    stands_in = work.profile.person_id_from
    if stands_in and found.values.get(stands_in):
        found.values["person_id"] = f"booking:{found.values[stands_in]}"
    _stand_in(found, "person_id", "booking_id")
    _stand_in(found, "booking_id", "person_id")


def _suffix_apart(found: _Cells) -> None:
    """Take the suffix that stands behind another part of the name (`SINGH III`) where the suffix has no other."""
    for part in ("family_name", "given_name", "middle_name"):
        name = found.values.get(part)
        if not isinstance(name, str) or " " not in name:
            continue
        rest, suffix = without_suffix(name)
        own = found.values.get("suffix")
        if suffix and (not own or own.upper().strip(".") == suffix.upper().strip(".")):
            found.values[part], found.values["suffix"] = rest, own or suffix
            found.said["suffix"] = f'suffix is "{suffix}", which stands behind the {part} "{name[:40]}": read apart'


def _stand_in(found: _Cells, number: str, other: str) -> None:
    """A number that is written as none (`N/A`, `PENDING`) is nobody's: the other one of the row stands in for it.

    An empty cell is another thing: it may go on with the row above, and the row is refused.
    """
    written = found.raw.get(number)
    if written and is_no_number(written) and found.values.get(other) and not found.values.get(number):
        found.values[number] = f"{other.partition('_')[0]}:{found.values[other]}"


def _split(found: _Cells, row: RosterRow, work: Work) -> None:
    """The parts of a whole name; one without a comma is kept as the family name, and said."""
    sources = work.profile.sources(FULL_NAME)
    text = next((cell for source in sources if (cell := row.values.get(source, "").strip())), "")
    name = split_name(text) if text else None
    if text and name is None:
        found.said[FULL_NAME] = (
            f'full_name is "{text[:40]}", without a comma after the family name: left unknown in parts'
        )
    parts = (name.family, name.given, name.middle, name.suffix) if name else (text, "", "", "")
    for column, part in zip(("family_name", "given_name", "middle_name", "suffix"), parts, strict=True):
        if part:
            read = _read_cell(COLUMNS[column], part, work)
            found.values[column], found.raw[column] = read.value, text
            work.seen.written[column] = True
            found.said |= {column: read.said} if read.said else {}


def _read_cell(column: RosterColumn, text: str, work: Work) -> ReadValue:
    key = (column.name, text)
    found = work.cells.get(key)
    if found is None:
        if len(work.cells) > _MOST_SEEN:
            work.cells.clear()
        found = work.cells[key] = read_value(column, text, work.profile)
    return found


def _why_refused(cells: _Cells, work: Work) -> str:
    """Why the row cannot be placed: empty where it can."""
    values = cells.values
    if not values.get("booking_id"):
        return cells.said.get("booking_id") or "has no booking number"
    if not values.get("person_id"):
        return cells.said.get("person_id") or f"booking {values['booking_id']} has no person number"
    owner = work.owners.get(values["booking_id"])
    if owner is not None and owner != values["person_id"]:
        return f"booking {values['booking_id']} already belongs to person {owner}; this row gives it to {values['person_id']}"
    return _other_person(values, work)


def _other_person(values: dict[str, Any], work: Work) -> str:
    """One number with two names is two people: reported, never merged. Two births of one number and name are one unknown birth."""
    person = work.people.get(values["person_id"])
    old = person.values if person else {}
    differs = [name for name in _IDENTITY if person and _are_two(values.get(name), old.get(name))]
    if not differs or (differs == [_BORN] and all(values.get(part) and old.get(part) for part in _NAME)):
        return ""
    words = differs[0].replace("_", " ")
    return f"person {values['person_id']} has another {words} on an earlier row: two people with one number?"


def _are_two(new: Any, old: Any) -> bool:
    return new is not None and old is not None and str(new).casefold() != str(old).casefold()


def _merge(held: Held, cells: _Cells, entity: str, where: str, work: Work) -> None:
    """Add what the row says of a booking or person, each value with its text. Lists are united; a contradiction is unknown."""
    values, raw = held.values, held.raw
    for name, value in cells.values.items():
        if COLUMNS[name].entity != entity:
            continue
        text = cells.raw.get(name, "")
        if value is None:
            raw.setdefault(name, text)
        elif name not in values:
            values[name] = value
            raw |= {name: text} if text else {}
        elif isinstance(value, tuple) and values[name] is not None:
            _unite(held, name, value, text)
        elif values[name] is not None and values[name] != value:
            work.repaired.append(Repair(where, f"{name} contradicts an earlier row of the same {entity}: left unknown"))
            values[name], raw[name] = None, f"{raw[name]}; {text}"


def _unite(held: Held, name: str, value: tuple[str, ...], text: str) -> None:
    old = held.values[name]
    new = tuple(each for each in value if each not in old)
    if new:
        held.values[name], held.raw[name] = (*old, *new), f"{held.raw[name]}; {text}"


def _charge(cells: _Cells, where: str, profile: Profile) -> Charge | None:
    raw = {name: text for name, text in cells.raw.items() if COLUMNS[name].entity == "charge"}
    if not raw:
        return None
    given = {
        COLUMNS[name].attribute: value
        for name, value in cells.values.items()
        if COLUMNS[name].entity == "charge" and value is not None
    }
    named = bool(profile.federal_interest) and not set(profile.federal_interest).isdisjoint(raw.values())
    return Charge(**given, named_hold=named, row=where, raw=raw)


def _people(work: Work) -> Iterator[Person]:
    own = _own_bookings(work)
    for number, held in work.people.items():
        yield _person(number, held, tuple(_booking(work.bookings[each]) for each in own(number)), work)


def _own_bookings(work: Work) -> Callable[[str], Iterable[str]]:
    """The bookings of each person; a list is kept only of those who have several."""
    first: dict[str, str] = {}
    more: dict[str, list[str]] = {}
    for booking_id in work.bookings:
        owner = work.owners[booking_id]
        if first.setdefault(owner, booking_id) != booking_id:
            more.setdefault(owner, []).append(booking_id)
    return lambda number: (first[number], *more.get(number, ()))


def _release_doubts(work: Work) -> None:
    """A release that one row writes and another leaves unreadable is unknown, and said."""
    what = f"{_RELEASE} is a date on one row and none on another: left unknown"
    for found in work.bookings.values():
        if found.release_said and found.held.values.get(_RELEASE) is not None:
            work.repaired.append(Repair(found.where, what))


def _booking(found: Building) -> Booking:
    """The booking with its charges; a line that is a hold is among the holds as well."""
    given = {COLUMNS[name].attribute: value for name, value in found.held.values.items() if value is not None}
    if found.release_said:
        given.pop(_RELEASE, None)
    lines = tuple(
        charge.description or charge.statute or "hold"
        for charge in found.charges
        if line_of(charge.statute, charge.description, charge.named_hold) in HELD
    )
    holds = given.pop("holds", None)
    united = (*(holds or ()), *dict.fromkeys(lines)) if holds is not None or lines else None
    return Booking(
        **given,
        holds=united,
        release_said=found.release_said,
        charges=tuple(found.charges),
        row=found.where,
        raw=found.held.raw,
    )


def _person(person_id: str, held: Held, bookings: tuple[Booking, ...], work: Work) -> Person:
    given = {
        COLUMNS[name].attribute: value
        for name, value in held.values.items()
        if value is not None and name != "person_id"
    }
    said = _citizenship_words(held.raw.get("citizenship_on_record"), work.profile)
    return Person(person_id, **given, citizenship_on_record=said, bookings=bookings, raw=held.raw)


def _citizenship_words(said: str | None, profile: Profile) -> str | None:
    """The record's words; a bare yes or no with the question it answers, for NO alone reads as a country."""
    if said is None or said.strip().lower() not in YES_OR_NO:
        return said
    return f"{' or '.join(profile.sources('citizenship_on_record'))}: {said.strip()}"
