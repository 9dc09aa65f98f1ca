"""What was asked, told and disputed about one person, for the parts of the person's page."""

from dataclasses import dataclass

from django.db.models import Q

from habeas.desk.models import Contact, Dispute, Person, Request, Telling
from habeas.desk.services.cases.related_rows import Row, rows_of
from habeas.desk.workflow.open_acts import has_open_draft

MOST = 100
"""Rows of one part that are shown."""


@dataclass(frozen=True, slots=True)
class NoticesAndDisputes:
    """The notices to a person, and the disputes about them with what each says in words; the newest first."""

    notices: list[Row]
    disputes: list[tuple[Row, str]]


def requests_about(person: Person) -> list[Request]:
    """The requests about a person, the newest first."""
    return list(
        person.requests.annotate(open_draft=has_open_draft()).defer("source", "match").order_by("-received_at")[:MOST]
    )


def notices_and_disputes(person: Person) -> NoticesAndDisputes:
    """Notices and disputes, in one query."""
    rows = rows_of({"notice": Q(person=person), "dispute": Q(person=person)})
    said = [(each, str(Dispute.Says(each["says"]).label)) for each in reversed(rows["dispute"])]
    return NoticesAndDisputes(rows["notice"][::-1], said)


def contacts_about(person: Person) -> list[Contact]:
    """The contacts about a request or a booking of the person, or in which something was told of them; the newest first."""
    about = Q(request__person=person) | Q(about__person=person) | Q(told__about__person=person)
    rows = (
        Contact.objects.filter(about)
        .distinct()
        .select_related("request", "by")
        .defer("request__source", "request__match")
    )
    return list(rows.order_by("-began_at")[:MOST])


def tellings_about(person: Person) -> list[Telling]:
    """The tellings that no desk sent about the person's bookings, the newest first."""
    rows = Telling.objects.filter(booking__person=person).select_related("booking")
    return list(rows.order_by("-sent_at")[:MOST])
