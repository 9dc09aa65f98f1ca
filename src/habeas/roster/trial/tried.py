"""What a profile reads of a sample: counts beside the file's own, people raw and as read, births by year, and whom to look up on paper."""

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from habeas.roster.build import build
from habeas.roster.check import check, needs_person, report
from habeas.roster.convert import person_data
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile
from habeas.roster.read import read_table
from habeas.roster.records import Person, Roster
from habeas.roster.rows import SEVERAL, RosterTable
from habeas.roster.tally import Tally

SHOWN, TO_CONFIRM, MOST_ROWS = 20, 10, 6
"""People shown raw beside read, people looked up on paper, rows of the file shown of one person."""


def tried(data: bytes, name: str, profile: Profile, day: date | None) -> dict[str, Any]:
    """Read a sample and say what was read. Raises BadInputError as the readers do."""
    table = read_table(data, profile, ReadLimits(), name)
    digest = hashlib.sha256(data).hexdigest()
    roster = build([table], profile, digest, day)
    found = check(roster, day)
    said = _said(roster)
    order = sorted(roster.people, key=lambda each: (-len(_findings(each, said)), each.person_id))
    shown, asked = order[:SHOWN], to_confirm(roster.people, digest + profile.name)
    cells = {row.where: (row.written or row.values) for row in table.rows}
    return {
        "counts": {key: found[key] for key in ("people", "bookings", "charges", "rows", "in_custody")},
        "totals": _totals(roster, table),
        "words": report(found),
        "needs_person": needs_person(found),
        "not_read": list(roster.unknown_columns),
        "left_out": [*profile.left_out, *profile.sheets_left_out],
        "births": births(roster.people),
        "shown": [_side_by_side(each, cells, said, profile) for each in shown],
        "asked": [_side_by_side(each, cells, said, profile) for each in asked],
    }


def _said(roster: Roster) -> dict[str, list[str]]:
    """What was said of each row, by its place."""
    found: dict[str, list[str]] = {}
    for each in roster.refused:
        found.setdefault(each.row, []).append(f"Refused: {each.why}.")
    for other in roster.repaired:
        found.setdefault(other.row, []).append(f"{other.what[:1].upper()}{other.what[1:]}.")
    return found


def _rows_of(person: Person) -> list[str]:
    every = [row for each in person.bookings for row in (each.row, *(charge.row for charge in each.charges)) if row]
    return list(dict.fromkeys(every))


def _findings(person: Person, said: Mapping[str, list[str]]) -> list[str]:
    return list(dict.fromkeys(words for row in _rows_of(person) for words in said.get(row, ())))


def _totals(roster: Roster, table: RosterTable) -> list[dict[str, Any]]:
    """Each count that the file states of itself beside what was read."""
    tally = Tally()
    for person in roster.people:
        tally.add(person)
    read = tally.counted(roster.rows)
    return [
        {"what": each.counts, "where": each.where, "file": each.number, "read": read[each.counts]}
        for each in table.totals
    ]


def births(people: Iterable[Person]) -> dict[str, Any]:
    """People by year of birth: `years` of `[year, how many]`, and for how many it is unknown."""
    found = Counter(each.date_of_birth.year if each.date_of_birth else None for each in people)
    unknown = found.pop(None, 0)
    return {
        "years": [[year, found[year]] for year in sorted(year for year in found if year is not None)],
        "unknown": unknown,
    }


def to_confirm(people: Iterable[Person], seed: str) -> list[Person]:
    """Ten people to look up on paper: half are those whose records are rarest, half are drawn by chance that nobody at the desk chooses."""
    held = list(people)
    traits = {each.person_id: _traits(each) for each in held}
    often = Counter(trait for found in traits.values() for trait in found)
    rare = sorted(
        held,
        key=lambda each: (-sum(math.log(len(held) / often[trait]) for trait in traits[each.person_id]), each.person_id),
    )
    first = rare[: TO_CONFIRM // 2]
    chance = sorted(
        (each for each in held if each not in first),
        key=lambda each: hashlib.sha256(f"{seed}{each.person_id}".encode()).digest(),
    )
    return [*first, *chance[: TO_CONFIRM - len(first)]]


def _traits(person: Person) -> set[str]:
    """What may be rare about a record."""
    charges = [charge for booking in person.bookings for charge in booking.charges]
    found = {
        f"bookings {min(len(person.bookings), 3)}",
        f"charges {min(len(charges), 4)}",
        f"suffix {bool(person.suffix)}",
    }
    found |= {
        f"born {person.date_of_birth is not None}",
        f"aliases {bool(person.aliases)}",
        f"country {person.citizenship}",
    }
    found |= {
        f"released {each.released_at is not None} {bool(each.release_said)} holds {bool(each.holds)}"
        for each in person.bookings
    }
    return found | {f"{each.grade} {each.disposition} {each.sentence_kind} {each.statute is None}" for each in charges}


def _side_by_side(
    person: Person, cells: Mapping[str, Mapping[str, str]], said: Mapping[str, list[str]], profile: Profile
) -> dict[str, Any]:
    rows = _rows_of(person)
    raw = [
        [
            row,
            [
                [column, cell.replace(SEVERAL, "; ")[:200]]
                for column, cell in cells.get(row, {}).items()
                if cell.strip()
            ],
        ]
        for row in rows[:MOST_ROWS]
    ]
    return {
        "person_id": person.person_id,
        "raw": raw,
        "more_rows": max(0, len(rows) - MOST_ROWS),
        "read": as_read(person),
        "findings": _findings(person, said)[:8],
    }


def as_read(person: Person) -> list[list[str]]:
    """A person as words: `[column, value]`, bookings and charges below; `unknown` where a column that matters has no value."""
    told = person_data(person)
    lines = _values(told, ("family_name", "given_name", "date_of_birth"))
    for booking in told["bookings"]:
        lines += [["booking", booking["booking_id"]], *_values(booking, ("booked_at",), ("booking_id",))]
        lines += [["charge", _charge(each)] for each in booking["charges"]]
    return lines


def _values(record: Mapping[str, Any], always: tuple[str, ...], without: tuple[str, ...] = ()) -> list[list[str]]:
    found = []
    for key, value in record.items():
        if key in {"bookings", "charges", "row", *without} or key.endswith("_raw"):
            continue
        if value not in (None, [], "") or key in always:
            found.append([key.replace("_", " "), _word(value)])
    return found


def _word(value: Any) -> str:
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _charge(charge: Mapping[str, Any]) -> str:
    """A charge in one line; what is unknown of its statute, grade and disposition is said."""
    parts = [_word(charge["statute"]) if charge["statute"] else "statute unknown", charge["charge_description"]]
    parts += [charge["charge_grade"] or "grade unknown", charge["charge_disposition"] or "disposition unknown"]
    parts += [
        f"{key.replace('charge_', '').replace('_', ' ')} {_word(charge[key])}"
        for key in _BESIDE
        if charge.get(key) is not None
    ]
    parts += (
        ["a hold, shown to nobody"]
        if charge["line"].endswith("hold")
        else ["in doubt whether a hold"]
        if charge["line"] == "doubt"
        else []
    )
    return " · ".join(filter(None, parts))


_BESIDE = ("charge_disposed_on", "offense_on", "sentence_kind", "sentence_days", "bail", "court", "case_number")
