"""Read a roster: one file, or a folder of messages, through a profile."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from habeas.plain.errors import BadInputError
from habeas.roster.build import build
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile
from habeas.roster.readers.banded import read_banded
from habeas.roster.readers.csv import read_csv
from habeas.roster.readers.json import read_json
from habeas.roster.readers.xlsx import read_xlsx
from habeas.roster.readers.xml import read_xml
from habeas.roster.records import Booking, Person, Refusal, Roster
from habeas.roster.rows import Table


@dataclass(frozen=True, slots=True)
class InCustody:
    """A person in custody with the booking that keeps them."""

    person: Person
    booking: Booking


def read_roster(path: Path, profile: Profile, *, sheet: str | None = None, limits: ReadLimits | None = None) -> Roster:
    """Read `path` through `profile`. A folder is read file by file, in the order of the names (XML only).

    Raises BadInputError in one sentence where the whole cannot be used; single faults are in the roster.
    """
    bounds = limits or ReadLimits()
    if path.is_dir():
        return _read_folder(path, profile, bounds)
    data = read_bytes(path, bounds)
    return build([read_table(data, profile, bounds, path.name, sheet)], profile, hashlib.sha256(data).hexdigest())


def read_bytes(path: Path, limits: ReadLimits) -> bytes:
    """Read a file within the limits; BadInputError says why it cannot be read."""
    try:
        if path.stat().st_size > limits.max_bytes:
            raise BadInputError(f"{path.name} is larger than {limits.max_bytes // 2**20} MB; split it.")
        return path.read_bytes()
    except OSError as fault:
        raise BadInputError(f"{path.name} cannot be read: {(fault.strerror or 'no reason given').lower()}.") from None


def read_table(data: bytes, profile: Profile, limits: ReadLimits, name: str, sheet: str | None = None) -> Table:
    """Flatten one file into rows by the profile's format; a table may be CSV, XLSX or JSON, told by its first bytes."""
    if profile.xml is not None:
        return read_xml(data, profile.xml, limits, name)
    if profile.banded is not None:
        return read_banded(data, profile.banded, limits, name)
    if data[:4] == b"PK\x03\x04" or data[:4] == b"PK\x05\x06":
        return read_xlsx(data, limits, name, sheet)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"[", b"{"}:
        return read_json(data, limits, name)
    return read_csv(data, limits, name)


def _read_folder(path: Path, profile: Profile, limits: ReadLimits) -> Roster:
    if profile.xml is None:
        raise BadInputError(f"{path.name} is a folder; the profile {profile.name} reads one file.")
    names = sorted(each for each in path.rglob("*.xml") if each.is_file())
    if not names:
        raise BadInputError(f"{path.name} holds no .xml file.")
    digest = hashlib.sha256()
    tables = list(_each(names, path, profile, limits, digest))
    return build(tables, profile, digest.hexdigest())


def _each(
    names: list[Path], folder: Path, profile: Profile, limits: ReadLimits, digest: "hashlib._Hash"
) -> Iterator[Table]:
    for each in names:
        data = read_bytes(each, limits)
        name = str(each.relative_to(folder))
        digest.update(name.encode() + b"\0" + data + b"\0")
        try:
            yield read_table(data, profile, limits, name)
        except BadInputError as fault:
            yield Table((), (), (Refusal(name, str(fault)),))


def in_custody(booking: Booking, as_of: date | None) -> bool | None:
    """Whether the booking keeps the person on `as_of`: not released, or released on a later day.

    None where a release is written that could not be read: such a person is neither counted in nor out.
    """
    if booking.released_at is None:
        return None if booking.raw.get("released_at") else True
    return as_of is not None and booking.released_at.date() > as_of


def people_in_custody(roster: Roster, as_of: date | None) -> list[InCustody]:
    """The people in custody, each with the booking that keeps them (the latest, where several do), in the roster's order."""
    found = []
    for person in roster.people:
        keeping = [booking for booking in person.bookings if in_custody(booking, as_of)]
        if keeping:
            found.append(InCustody(person, max(keeping, key=_begun)))
    return found


def _begun(booking: Booking) -> tuple[str, str]:
    return (booking.booked_at.isoformat() if booking.booked_at else "", booking.booking_id)
