"""The office: its place, its law (with the county's own policy), its time."""

import tempfile
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db.models import QuerySet, Subquery

from habeas.answers.register import PublishedField as Shown
from habeas.answers.register import Register
from habeas.common.canonical import sha256_of
from habeas.common.dates_read import DateStyle, moment_read
from habeas.common.errors import BadInputError
from habeas.desk.built_once import BuiltOnce
from habeas.desk.models import Office, Publication, RosterImport
from habeas.law.review.policy import load_policy
from habeas.places.table import place_of as find_place


def office() -> Office:
    """The one office of this desk; Office.DoesNotExist before `habeas serve` has set it up."""
    found = office_if_open()
    if found is None:
        raise Office.DoesNotExist
    return found


def office_if_open() -> Office | None:
    """The office; None before `habeas desk open` has made it."""
    return _OFFICES.first()


def _offices() -> QuerySet[Office]:
    """The office with the roster in use beside it (`roster_as_of`, `roster_refused`), in one query."""
    applied = RosterImport.objects.filter(state=RosterImport.State.APPLIED).order_by("-applied_at", "-id")
    as_of, refused = (Subquery(applied.values(name)[:1]) for name in ("as_of", "report__refused"))
    return Office.objects.annotate(roster_as_of=as_of, roster_refused=refused).order_by("pk")


_OFFICES = BuiltOnce(_offices)


def place_of(here: Office) -> str:
    """The path of the law that governs here, the county's own policy included."""
    return _place(here.jurisdiction, here.policy) if here.policy.strip() else here.jurisdiction


def place_called(path: str) -> str:
    """A place by its name, its state behind it; a path that names no place as it is written."""
    try:
        chain = find_place(path.partition("@")[0]).chain
    except BadInputError:
        return path
    return ", ".join(each.name for each in reversed(chain[1:])) or chain[0].name


@lru_cache(maxsize=32)
def _place(jurisdiction: str, policy: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "policy.toml"
        path.write_text(policy, encoding="utf-8")
        found = load_policy(path)
    if found.partition("@")[0] != jurisdiction:
        raise BadInputError(f"The policy is that of {found.partition('@')[0]}, not of {jurisdiction}.")
    return found


def zone(here: Office) -> ZoneInfo:
    """The time zone of the jail."""
    return ZoneInfo(here.time_zone)


def style_of(here: Office) -> DateStyle:
    """How the office writes days and times."""
    return DateStyle(here.date_form, here.clock_form)


def for_field(moment: datetime | None, here: Office) -> str:
    """A moment as a box for a local time holds it, in the office's own form: `11/30/2026 0230`."""
    if moment is None:
        return ""
    return moment_read(moment, zone(here), style_of(here)).partition(" ")[2].replace(" hrs", "")


def local_day(here: Office, at: datetime) -> date:
    """The jail's calendar day at a moment."""
    return at.astimezone(zone(here)).date()


def register_on() -> Register:
    """The publication register as it stands. An empty register says that nothing is shown to anyone."""
    rows = [
        Shown(each.field, each.since, each.where, each.evidence, each.until)
        for each in Publication.objects.order_by("since", "id")
    ]
    return Register(tuple(rows), sha256_of([[e.field, str(e.since), str(e.until), e.where, e.evidence] for e in rows]))
