"""The people in custody made ready for matching: built once for each roster, so that a request is quick."""

import threading
from dataclasses import dataclass
from datetime import date

import msgspec

from habeas.desk.models import Person, RosterImport
from habeas.matching import Index
from habeas.roster.records import Person as Record


@dataclass(frozen=True, slots=True)
class Kept:
    """One index, and the roster it was built from."""

    roster: tuple[int, str] | None
    index: Index


_lock = threading.Lock()
_kept: list[Kept] = []


def index() -> Index:
    """The index of the newest applied roster. It is built anew, by one thread, when another roster was applied."""
    newest = _newest()
    with _lock:
        if not _kept or _kept[0].roster != newest[0]:
            _kept[:] = [Kept(newest[0], _build(newest[1]))]
        return _kept[0].index


def _newest() -> tuple[tuple[int, str] | None, date | None]:
    found = (
        RosterImport.objects.filter(state=RosterImport.State.APPLIED)
        .order_by("-applied_at", "-id")
        .values_list("pk", "sha256", "as_of")
        .first()
    )
    return ((found[0], found[1]), found[2].date()) if found else (None, None)


def _build(as_of: date | None) -> Index:
    rows = Person.objects.exclude(in_custody=False).values_list("record", flat=True).iterator(2_000)
    return Index.build((msgspec.convert(row, Record) for row in rows), as_of)


def forget() -> None:
    """Drop the index: the next request builds it anew."""
    with _lock:
        _kept.clear()
