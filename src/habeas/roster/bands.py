"""A large CSV counted as it is read: the same account as of the whole roster, in the room of what is counted."""

import codecs
import hashlib
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from habeas.common.errors import BadInputError
from habeas.common.infiles import open_file
from habeas.roster.build import Work, begun, closed, ended, rows_of_file, take_rows, unknown_columns
from habeas.roster.faults import check_columns
from habeas.roster.held import LeanCharges, Packing
from habeas.roster.limits import ReadLimits
from habeas.roster.profile import Profile
from habeas.roster.read import read_account
from habeas.roster.read_newer import check_header, is_one_table
from habeas.roster.readers.csv import HEAD, open_csv, refuse_crumbs
from habeas.roster.readers.header import Spelling, spelling_of
from habeas.roster.readers.text import plain_head
from habeas.roster.records import Roster
from habeas.roster.rows import RosterRow, RosterTable
from habeas.roster.tally import Tally

BAND = 2**20
"""Bytes that are looked at in one piece."""


def counted_account(
    path: Path, profile: Profile, *, sheet: str | None = None, export_day: date | None = None, as_of: date | None = None
) -> tuple[Tally, Roster]:
    """What is counted of a roster, and the roster with what was refused and repaired: its people only where they had to be kept.

    A CSV in UTF-8 is read in bands. Everything else, and whatever cannot be used as a whole, goes the way of `read_account`,
    which raises BadInputError.
    """
    try:
        found = _in_bands(path, profile, sheet, export_day, as_of)
    except BadInputError:
        found = None
    if found is not None:
        return found
    roster = read_account(path, profile, sheet=sheet, export_day=export_day)
    tally = Tally(as_of)
    for each in roster.people:
        tally.add(each)
    return tally, roster


@dataclass(frozen=True, slots=True)
class _Looked:
    """A file looked through once: its beginning and its hash."""

    head: str
    sha256: str


def _in_bands(
    path: Path, profile: Profile, sheet: str | None, export_day: date | None, as_of: date | None
) -> tuple[Tally, Roster] | None:
    limits, spelling = ReadLimits(), spelling_of(profile)
    if path.is_dir() or sheet or not is_one_table(profile):
        return None
    with open_file(path) as file:
        looked = _looked(file, limits, path.name)
        if looked is None:
            return None
        file.seek(0)
        return _counted(file, looked, (profile, spelling, limits), path.name, (export_day, as_of))


def _looked(file: BinaryIO, limits: ReadLimits, name: str) -> _Looked | None:
    """Look through the bytes; None where they are no CSV in UTF-8, or too many."""
    first = file.read(BAND)
    if not plain_head(first, name) or _is_other(first):
        return None
    digest, text = hashlib.sha256(), _Ends()
    head, size, data = "", 0, first
    while data:
        digest.update(data)
        size += len(data)
        shown = text.add(data)
        if shown is None or size > limits.max_bytes:
            return None
        head = head or shown[:HEAD]
        data = file.read(BAND)
    if not text.whole() or not head.strip():
        return None
    refuse_crumbs(text.alone, text.letters, name)
    return _Looked(head, digest.hexdigest())


def _is_other(first: bytes) -> bool:
    start = first[:64].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1]
    return first.startswith(b"PK") or start in {b"", b"[", b"{", b"<"}


class _Ends:
    """Text as it comes, decoded; counts its letters and the line ends that stand alone."""

    def __init__(self) -> None:
        self.letters = self.alone = 0
        self._open = 0
        decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._decoder = io.IncrementalNewlineDecoder(decoder, translate=True)

    def add(self, data: bytes, *, final: bool = False) -> str | None:
        """The text of the next bytes; None where they are no UTF-8."""
        try:
            text = self._decoder.decode(data, final=final)
        except UnicodeDecodeError:
            return None
        self.letters += len(text)
        body = "\n" * self._open + text
        kept = body.rstrip("\n")
        self._open = len(body) - len(kept)
        self._count(kept)
        return text

    def _count(self, text: str) -> None:
        self.alone += text.count("\n") - 2 * text.count("\n\n")

    def whole(self) -> bool:
        """End the text: whether its last letter is whole."""
        told = self.add(b"", final=True) is not None
        self._count("\n" * self._open)
        return told


def _counted(
    file: BinaryIO,
    looked: _Looked,
    reading: tuple[Profile, Spelling, ReadLimits],
    name: str,
    days: tuple[date | None, date | None],
) -> tuple[Tally, Roster]:
    profile, spelling, limits = reading
    export_day, as_of = days
    lines = io.TextIOWrapper(file, encoding="utf-8-sig", newline=None)
    taken, rows = open_csv(lines, looked.head, spelling, limits, name)
    _check(rows.columns, profile, name)
    work, packing = begun(profile, export_day), Packing()
    people, bookings = packing.people(), packing.bookings()
    work.people, work.bookings, work.lean = people, bookings, LeanCharges()
    take_rows(rows.columns, rows, work)
    people.settle()
    bookings.settle()
    work.cells.clear()
    return _told(work, taken.done(rows.rest()), rows.count, looked.sha256, as_of)


def _check(columns: tuple[str, ...], profile: Profile, name: str) -> None:
    """Raise BadInputError where the header is not the profile's; a table without a row is asked in the other way."""
    table = RosterTable(columns, (RosterRow("", {}),))
    if profile.is_new:
        check_header(table, profile, name)
    check_columns(table, profile, name)


def _told(work: Work, table: RosterTable, rows: int, sha256: str, as_of: date | None) -> tuple[Tally, Roster]:
    """The counts, and the roster without its people. `table`: what the reader refused and said."""
    count, tally = rows_of_file(rows, table.refused), Tally(as_of)
    for each in ended(work):
        tally.add(each)
    closed(work, tally, table.totals, count)
    unknown = tuple(dict.fromkeys(unknown_columns(table.columns, work.profile)))
    refused, repaired = (*table.refused, *work.refused), (*table.repaired, *work.repaired)
    return tally, Roster((), count, refused, repaired, unknown, sha256)
