"""Read a roster: one file, or a folder of messages, through a profile."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from habeas.common.errors import BadInputError
from habeas.common.infiles import read_file
from habeas.roster.build import build
from habeas.roster.faults import check_columns, somebody
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile
from habeas.roster.read_newer import read_newer
from habeas.roster.readers.banded import read_banded
from habeas.roster.readers.csv import read_csv
from habeas.roster.readers.header import spelling_of
from habeas.roster.readers.json import read_json
from habeas.roster.readers.xlsx import read_xlsx
from habeas.roster.readers.xml import read_xml
from habeas.roster.records import Booking, Person, Refusal, Roster
from habeas.roster.rows import RosterTable
from habeas.roster.tally import in_custody


@dataclass(frozen=True, slots=True)
class InCustody:
    """A person in custody with the booking that keeps them."""

    person: Person
    booking: Booking


def read_roster(
    path: Path,
    profile: Profile,
    *,
    sheet: str | None = None,
    limits: ReadLimits | None = None,
    export_day: date | None = None,
) -> Roster:
    """Read `path` through `profile`. A folder is read file by file, in the order of the names (XML only).

    `export_day` is the day the export speaks of: nobody in it is born later. Raises BadInputError in one sentence where the
    whole cannot be used, or holds nobody; single faults are in the roster.
    """
    return somebody(read_account(path, profile, sheet=sheet, limits=limits, export_day=export_day), path.name)


def read_account(
    path: Path,
    profile: Profile,
    *,
    sheet: str | None = None,
    limits: ReadLimits | None = None,
    export_day: date | None = None,
) -> Roster:
    """As `read_roster`, but a file that holds nobody is a roster of nobody: for whoever tells what became of each row."""
    bounds = limits or ReadLimits()
    if path.is_dir() and not profile.is_new:
        return _read_folder(path, profile, bounds, export_day)
    if path.is_dir():
        files = {each.name: read_bytes(each, bounds) for each in sorted(path.iterdir()) if each.is_file()}
        digest = hashlib.sha256(
            b"".join(name.encode() + b"\0" + data + b"\0" for name, data in files.items())
        ).hexdigest()
        return build([read_newer(files, profile, bounds, path.name, sheet)], profile, digest, export_day)
    data = read_bytes(path, bounds)
    table = read_table(data, profile, bounds, path.name, sheet)
    return build([table], profile, hashlib.sha256(data).hexdigest(), export_day)


def read_bytes(path: Path, limits: ReadLimits) -> bytes:
    """Read a file within the limits; BadInputError says why it cannot be read."""
    return read_file(path, max_bytes=limits.max_bytes, advice="split it")


def read_table(data: bytes, profile: Profile, limits: ReadLimits, name: str, sheet: str | None = None) -> RosterTable:
    """Flatten one file into rows by the profile's format; a table may be CSV, XLSX or JSON, told by its first bytes."""
    if profile.is_new:
        return read_newer({name: data}, profile, limits, name, sheet)
    if profile.xml is not None:
        return read_xml(data, profile.xml, limits, name)
    if profile.banded is not None:
        return read_banded(data, profile.banded, limits, name)
    table = _flat(data, profile, limits, name, sheet)
    check_columns(table, profile, name)
    return table


def _flat(data: bytes, profile: Profile, limits: ReadLimits, name: str, sheet: str | None) -> RosterTable:
    """A table of CSV, XLSX or JSON, told by the first bytes."""
    spelling = spelling_of(profile)
    start = data[:64].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1]
    if data[:4] == b"PK\x03\x04" or data[:4] == b"PK\x05\x06":
        return read_xlsx(data, spelling, limits, name, sheet)
    if start in {b"[", b"{"}:
        return read_json(data, spelling, limits, name)
    return read_csv(data, spelling, limits, name)


def _read_folder(path: Path, profile: Profile, limits: ReadLimits, export_day: date | None) -> Roster:
    if profile.xml is None:
        raise BadInputError(f"{path.name} is a folder; the profile {profile.name} reads one file.")
    names = sorted(each for each in path.rglob("*.xml") if each.is_file())
    if not names:
        raise BadInputError(f"{path.name} holds no .xml file.")
    digest = hashlib.sha256()
    tables = list(_each(names, path, profile, limits, digest))
    return build(tables, profile, digest.hexdigest(), export_day)


def _each(
    names: list[Path], folder: Path, profile: Profile, limits: ReadLimits, digest: "hashlib._Hash"
) -> Iterator[RosterTable]:
    for each in names:
        data = read_bytes(each, limits)
        name = str(each.relative_to(folder))
        digest.update(name.encode() + b"\0" + data + b"\0")
        try:
            yield read_table(data, profile, limits, name)
        except BadInputError as fault:
            yield RosterTable((), (), (Refusal(name, str(fault)),))


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
