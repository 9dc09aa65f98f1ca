"""Parts that any page may show: disputes, calls, clocks and tellings about a request or a person; and words of this subject."""

from datetime import datetime
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html

from habeas.desk.services.cases.requests import Request
from habeas.desk.services.clocks.clocks import of_request as clocks_of_request
from habeas.desk.services.clocks.late import is_late
from habeas.desk.services.contacts import contacts
from habeas.desk.services.contacts import incidental_disclosures as tellings
from habeas.desk.services.contacts.grounds_to_tell import GROUND_SAYS
from habeas.desk.services.custody.people import Person
from habeas.desk.services.identity import disputes
from habeas.desk.services.office.office import Office
from habeas.desk.services.pages.board import CIVIL, CIVIL_FLAG
from habeas.desk.templatetags.desk import left, local

register = template.Library()

FIELD_WORDS: dict[str, str] = {
    "booking_id": "Booking number", "booked_at": "Booked", "released_at": "Released", "state_id": "State number",
    "fbi_number": "FBI number", "a_number": "A-number", "case_number": "Case number",
}  # fmt: skip


@register.filter
def field_words(name: str) -> str:
    """A field of FIELD_ACTS in words."""
    return FIELD_WORDS.get(name, name.replace("_", " ").capitalize())


@register.filter
def ground_words(word: str) -> str:
    """What a field was told on, in words."""
    return GROUND_SAYS.get(word, word)


@register.filter
def is_civil(kind: str) -> bool:
    """Whether a paper of this kind is a civil request."""
    return kind in CIVIL


@register.filter
def unstopped(words: str) -> str:
    """A sentence without its full stop, to go on from."""
    return words.removesuffix(".")


@register.simple_tag
def civil_flag(kind: str = "detainer") -> str:
    """The only words in which such a paper is flagged: a detainer is called one, and nothing else is."""
    return CIVIL_FLAG if kind == "detainer" else CIVIL_FLAG.replace("detainer", "immigration document")


@register.simple_tag
def clock_left(ends: datetime | None, now: datetime, here: Office) -> str:
    """Time left with the wall-clock time it is due; the page's script keeps the first fresh, the second stands by itself."""
    if ends is None:
        return format_html('<span class="clock">{}</span>', "No deadline")
    words, state, due = (
        left(ends, now),
        "over" if is_late(ends, now) else "",
        "was due" if is_late(ends, now) else "due",
    )
    return format_html(
        '<span class="clock"><time class="clock__left {}" data-left datetime="{}">{}</time> '
        '<span class="clock__until">({} {})</span></span>',
        state, ends.isoformat(), words[:1].upper() + words[1:], due, local(ends, here),
    )  # fmt: skip


@register.simple_tag
def due(row: Any, now: datetime, here: Office) -> str:
    """Time left, and when that is: the second a link to how the deadline was calculated."""
    if row.ends_at is None:
        return format_html('<span class="clock">{}</span>', "No deadline")
    words, state = left(row.ends_at, now), "over" if is_late(row.ends_at, now) else ""
    day = local(row.ends_at, here)
    when = (
        format_html(
            '<a class="usa-link" href="{}">{}<span class="usa-sr-only">, how this deadline was calculated</span></a>',
            reverse("clock", args=[row.key]),
            day,
        )
        if row.key
        else day
    )
    return format_html(
        '<span class="clock"><time class="clock__left {}" data-left datetime="{}">{}</time> <span class="clock__until">{}</span></span>',
        state, row.ends_at.isoformat(), words[:1].upper() + words[1:], when,
    )  # fmt: skip


@register.inclusion_tag("desk/parts/disputes.html", takes_context=True)
def disputes_about(context: Any, person: Person) -> dict[str, Any]:
    """The disputes about a person: one query."""
    return _kept(context) | {"disputes": disputes.of_person(person), "person": person}


@register.inclusion_tag("desk/parts/tellings.html", takes_context=True)
def tellings_about(context: Any, person: Person, booking: Any = None) -> dict[str, Any]:
    """The tellings of the third kind about a person: one query."""
    return _kept(context) | {"tellings": tellings.of_person(person), "booking": booking}


@register.inclusion_tag("desk/parts/contacts.html", takes_context=True)
def contacts_about(context: Any, asked: Request) -> dict[str, Any]:
    """The contacts about a request: one query."""
    return _kept(context) | {"contacts": contacts.of_request(asked), "asked": asked}


@register.inclusion_tag("desk/parts/clocks.html", takes_context=True)
def clocks_of(context: Any, asked: Request) -> dict[str, Any]:
    """The clocks of a request: one query."""
    return _kept(context) | {"clocks": clocks_of_request(asked)}


def _kept(context: Any) -> dict[str, Any]:
    return {name: context.get(name) for name in ("office", "moment", "may", "user")}
