"""What an inspector looks at first: late, chosen inside may, told without a ground, released with an open request, and the like."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet

from habeas.desk.models import ActChoice, Clock, Contact, ContactField, EndedByProgram, Event, Notice, Request
from habeas.desk.services.record.inspection import MOST

DAY = timedelta(days=1)
OVER = ("ended", "closed")


@dataclass(frozen=True, slots=True)
class FlagKind:
    """One kind of exception: its words, what it says, and how its lines are found at a moment."""

    words: str
    says: str
    find: Callable[[datetime], QuerySet[Any]]


def _late(at: datetime) -> QuerySet[Any]:
    over = Q(met_at=None, ends_at__lt=at) | Q(met_at__gt=F("ends_at"))
    return Clock.objects.filter(over).select_related("request").order_by("ends_at")


def _choices(at: datetime) -> QuerySet[Any]:
    rows = ActChoice.objects.filter(outcome="may").exclude(does="waits")
    return rows.select_related("decision__request", "decision__drafted_by").order_by("-decision__drafted_at")


def _contacts(at: datetime) -> QuerySet[Any]:
    return Contact.objects.filter(request=None).select_related("by").order_by("-began_at")


def _told(at: datetime) -> QuerySet[Any]:
    rows = ContactField.objects.filter(allowed=False)
    return rows.select_related("contact__request", "contact__by", "contact__looked_by").order_by("-contact__began_at")


def _releases(at: datetime) -> QuerySet[Any]:
    free = Q(booking__released_at__isnull=False) | Q(booking__release_ready_at__isnull=False)
    rows = Request.objects.filter(free, person__isnull=False).exclude(state__in=OVER)
    return rows.select_related("booking").order_by("-booking__release_ready_at")


def _against(at: datetime) -> QuerySet[Any]:
    rows = EndedByProgram.objects.exclude(booking=None).order_by("-at", "-pk")
    return rows.select_related("booking__person", "by", "looked_by", "request", "api_key").defer(
        "booking__person__record"
    )


def _of_stays(words: str) -> QuerySet[Any]:
    """The events of releases whose detail says this, as the record wrote it."""
    return Event.objects.filter(act="release", kind="booking", body__contains=words).order_by("-seq")


def _undone(at: datetime) -> QuerySet[Any]:
    return _of_stays('"step":"not left"')


def _ahead(at: datetime) -> QuerySet[Any]:
    return _of_stays('"ahead_of":')


def _notices(at: datetime) -> QuerySet[Any]:
    rows = Notice.objects.filter(served_at=None, excused="", due_at__lt=at)
    return rows.select_related("request").order_by("due_at")


def _entries(at: datetime) -> QuerySet[Any]:
    return Request.objects.filter(late_entry=True).order_by("-entered_at")


def _calls(at: datetime) -> QuerySet[Any]:
    return Contact.objects.filter(late_entry=True).select_related("request", "by").order_by("-recorded_at")


def _undecided(at: datetime) -> QuerySet[Any]:
    rows = Request.objects.filter(decisions=None, received_at__lt=at - DAY)
    return rows.exclude(state__in=[*OVER, "set_aside"]).order_by("received_at")


KINDS: dict[str, FlagKind] = {
    "late": FlagKind("Late", "Deadlines missed, or closed out late.", _late),
    "choices": FlagKind(
        "Discretionary choices", "Actions the law leaves open, where the office chose, with the reason.", _choices
    ),
    "contacts": FlagKind("Contacts without a request", "Calls, visits, mail and log-ins without a request.", _contacts),
    "told": FlagKind(
        "Unauthorized disclosure",
        "Fields disclosed without a schedule, script or decision that authorizes it.",
        _told,
    ),
    "releases": FlagKind(
        "Releases with an open request",
        "Inmates due for release, or released, while a request about them was open.",
        _releases,
    ),
    "against": FlagKind(
        "Released against what stood",
        "Releases reported although a court's order, a required hold, a finding or no determination stood against them.",
        _against,
    ),
    "undone": FlagKind("Releases undone", "Releases that were reported wrongly and undone.", _undone),
    "ahead": FlagKind("Released ahead of date", "Releases reported ahead of the jail's own date.", _ahead),
    "notices": FlagKind("Notices unserved", "Overdue notices, neither served nor marked unservable.", _notices),
    "entries": FlagKind("Late entries", "Requests entered after the fact, from paper.", _entries),
    "calls": FlagKind("Late contacts", "Contacts logged after the fact.", _calls),
    "undecided": FlagKind("No decision", "Requests older than a day with no decision.", _undecided),
}
"""Every kind of exception."""


def exceptions(kind: str, at: datetime) -> tuple[list[Any], bool]:
    """The lines of one kind, at most `MOST`, and whether there are more."""
    rows = list(KINDS[kind].find(at)[: MOST + 1])
    return rows[:MOST], len(rows) > MOST
