"""A long roster read as a stream: one person a row, so that what is measured is the index and not the reader's records."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from habeas.roster.records import Booking, Person


def stream_people(path: Path) -> Iterator[Person]:
    """Yield the people of a CSV in the plain layout, the first row of each; no release is read."""
    seen: set[str] = set()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["person_id"] in seen:
                continue
            seen.add(row["person_id"])
            yield _person(row)


def _person(row: dict[str, str]) -> Person:
    return Person(
        row["person_id"],
        row["family_name"],
        row["given_name"],
        row["middle_name"],
        row["suffix"],
        tuple(filter(None, row["aliases"].split("; "))),
        date.fromisoformat(row["date_of_birth"]) if row["date_of_birth"] else None,
        row["sex"],
        row["state_id"],
        row["fbi_number"],
        row["a_number"],
        bookings=(Booking(row["booking_id"]),),
    )
