"""The canonical records as JSON lines: one person a line, each coded value beside its raw text."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from habeas.roster.columns import COLUMNS, UNKNOWN_WORDS, ColumnKind
from habeas.roster.hold_lines import line_of
from habeas.roster.moments import as_written
from habeas.roster.records import Booking, Charge, Person, Roster


def to_jsonl(roster: Roster) -> Iterator[str]:
    """Yield one JSON line a person: the person's columns, `bookings`, in each `charges` and `holds` (`FORMATS.md`)."""
    for person in roster.people:
        yield json.dumps(person_data(person), ensure_ascii=False) + "\n"


def person_data(person: Person) -> dict[str, Any]:
    """One person with names as in the plain roster's table."""
    return _columns(person, "person") | {"bookings": [_booking_data(booking) for booking in person.bookings]}


def _booking_data(booking: Booking) -> dict[str, Any]:
    return _columns(booking, "booking") | {
        "charges": [_columns(charge, "charge") | _line(charge) for charge in booking.charges],
        "row": booking.row,
    }


def _line(charge: Charge) -> dict[str, str]:
    """What the line is: `charge`, `immigration_hold`, `other_hold` or `doubt`."""
    return {"line": line_of(charge.statute, charge.description, charge.named_hold).value}


def _columns(record: Person | Booking | Charge, entity: str) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for column in COLUMNS.values():
        if column.entity == entity:
            timed = isinstance(record, Booking) and column.kind is ColumnKind.TIME
            value = as_written(record, column.name) if timed else getattr(record, column.attribute)  # type: ignore[arg-type] # a booking
            if isinstance(record, Person) and column.name == "citizenship_on_record":
                data["citizenship"], value = value, _words_of(record)
            data[column.name] = _plain(value)
            if column.name in record.raw:
                data[f"{column.name}_raw"] = record.raw[column.name]
    return data


def _words_of(person: Person) -> str | None:
    """What the record says of citizenship; a word that means unknown says nothing, and stands under `_raw` alone."""
    said = person.citizenship_on_record
    return None if said is not None and said.rpartition(": ")[2].strip().upper() in UNKNOWN_WORDS else said


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
