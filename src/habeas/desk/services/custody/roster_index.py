"""The people on record made ready for matching and for searching: built once for each roster, so that a request is quick."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from habeas.desk.models import Person, RosterFile, RosterImport
from habeas.desk.services.custody.name_table import NameTable
from habeas.matching import Index
from habeas.matching.unread import Unread
from habeas.roster.records import Person as Record
from habeas.roster.records import Refusal


@dataclass(frozen=True, slots=True)
class Newest:
    """Which export counts now."""

    pk: int
    sha256: str
    as_of: datetime
    applied_at: datetime | None


@dataclass(frozen=True, slots=True)
class Kept:
    """One index with the names of everybody, and the roster they were built from."""

    roster: Newest | None
    index: Index
    names: NameTable
    unread: Unread
    """The rows of that roster that were refused and may be about somebody."""


_lock = threading.Lock()
_kept: list[Kept] = []


def index() -> Index:
    """The index of those in custody by the newest applied roster."""
    return _current().index


def names() -> NameTable:
    """The names of everybody on record, those who left as well."""
    return _current().names


def unread() -> Unread:
    """The refused rows of the newest applied roster."""
    return _current().unread


def _current() -> Kept:
    """What stands ready; built anew, by one thread, when another roster was applied."""
    newest = newest_applied()
    with _lock:
        if not _kept or _kept[0].roster != newest:
            _kept[:] = [_build(newest)]
        return _kept[0]


def newest_applied() -> Newest | None:
    """The export applied last; None before the first."""
    applied = RosterImport.objects.filter(state=RosterImport.State.APPLIED).order_by("-applied_at", "-id")
    found = applied.values_list("pk", "sha256", "as_of", "applied_at").first()
    return Newest(*found) if found else None


def _build(newest: Newest | None) -> Kept:
    names = NameTable()
    return Kept(newest, Index.build(_taken_in(names), _day(newest)), names, Unread(_refused(newest)))


def _refused(newest: Newest | None) -> list[Refusal]:
    """The refused rows of an export, as they were kept with its preview."""
    found = RosterFile.objects.filter(roster=newest.pk).values_list("detail", flat=True).first() if newest else None
    rows = (found or {}).get("unread", ())
    return [Refusal(row, "", msgspec.convert(record, Record) if record else None) for row, record in rows]


def _day(newest: Newest | None) -> date | None:
    return newest.as_of.date() if newest else None


def _taken_in(names: NameTable) -> Iterator[Record]:
    """Everybody into the table of names; those not known to have left into the index."""
    for row, here in Person.objects.values_list("record", "in_custody").iterator(2_000):
        record = msgspec.convert(row, Record)
        names.add(record, left=here is False)
        if here is not False:
            yield record


def forget() -> None:
    """Drop what stands ready: the next request builds it anew."""
    with _lock:
        _kept.clear()
