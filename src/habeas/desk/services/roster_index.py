"""The people in custody made ready for matching: built once for each roster, so that a request is quick."""

import threading
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from habeas.desk.models import Person, RosterImport
from habeas.matching import Index
from habeas.roster.records import Person as Record


@dataclass(frozen=True, slots=True)
class Newest:
    """Which export counts now."""

    pk: int
    sha256: str
    as_of: datetime
    applied_at: datetime | None


@dataclass(frozen=True, slots=True)
class Kept:
    """One index, and the roster it was built from."""

    roster: Newest | None
    index: Index


_lock = threading.Lock()
_kept: list[Kept] = []


def index() -> Index:
    """The index of the newest applied roster. It is built anew, by one thread, when another roster was applied."""
    newest = newest_applied()
    with _lock:
        if not _kept or _kept[0].roster != newest:
            _kept[:] = [Kept(newest, _build(newest.as_of.date() if newest else None))]
        return _kept[0].index


def newest_applied() -> Newest | None:
    """The export applied last; None before the first."""
    applied = RosterImport.objects.filter(state=RosterImport.State.APPLIED).order_by("-applied_at", "-id")
    found = applied.values_list("pk", "sha256", "as_of", "applied_at").first()
    return Newest(*found) if found else None


def _build(as_of: date | None) -> Index:
    rows = Person.objects.exclude(in_custody=False).values_list("record", flat=True).iterator(2_000)
    return Index.build((msgspec.convert(row, Record) for row in rows), as_of)


def forget() -> None:
    """Drop the index: the next request builds it anew."""
    with _lock:
        _kept.clear()
