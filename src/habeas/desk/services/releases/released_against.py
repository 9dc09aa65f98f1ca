"""A release reported although something stands against it: what stands, the reason that is asked, and the commanders who are told.

The log says what happened, so it takes it; but never in silence, and never on one click.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime

from django.db.models import QuerySet

from habeas.desk.doing import Doing
from habeas.desk.models import ApiKey, Booking, EndedByProgram, Person, Request
from habeas.desk.services.office.office import local_day, office
from habeas.desk.services.releases.standing_orders import StandingOrder, orders_about, standing_for
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.findings import LASTING, NOT_THEM, findings_about, open_against
from habeas.desk.workflow.machine import needed, what_hinders

ASKS = {
    "agency": "the agency that took the inmate", "officer": "the officer by name", "badge": "the officer's badge or credential number",
    "place": "where it was", "allowed_by": "the record or order the officer showed",
}  # fmt: skip


STOP = "Stop: this release is against what is on record. Enter the reason, or check the entry."
NOT_HELD = "Nothing holds this inmate, and the release is not stopped. Enter whom you told."


class StandsAgainstError(RefusedError):
    """Something stands against the release: it is said, sentence by sentence, and a reason is asked.

    `stops`: a court's order, an approved hold, a finding or a missing determination. Where nobody is held on what stands (a hold that a
    claim suspends, or that nobody has determined or approved), nothing stops the release: it is asked who was told.
    """

    def __init__(self, against: Iterable[str], *, stops: bool = True) -> None:
        super().__init__(STOP if stops else NOT_HELD)
        self.against, self.stops = tuple(against), stops


class AheadOfDateError(StandsAgainstError):
    """The release is ahead of the jail's own date: why, and on whose order, is asked."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Why a release is logged although something stands against it, and for a transfer who took the inmate, and on what."""

    why: str = ""
    agency: str = ""
    officer: str = ""
    badge: str = ""
    place: str = ""
    allowed_by: str = ""
    ordered_by: str = ""
    """On whose order somebody was released ahead of the jail's own date."""

    def words(self) -> dict[str, str]:
        """Every line that was given, cut to what its column holds."""
        return {each.name: str(getattr(self, each.name)).strip()[:300] for each in fields(self)}


def asked_of(person: Person) -> list[Request]:
    """Every request about a person that is not over, the oldest first."""
    rows = Request.objects.filter(person=person).exclude(state__in=("ended", "closed", "set_aside"))
    return list(rows.order_by("id"))


def may_be_handed_over(person: Person, doing: Doing) -> list[Request]:
    """The requests on whose page a transfer of this inmate can be logged now."""
    return [each for each in asked_of(person) if what_hinders(each, "record_hand_over", doing) is None]


def stands_against(booking: Booking, how: str, doing: Doing) -> list[str]:
    """What stands against this release, a sentence each: a judge's order, a required hold, a finding, or no decision to transfer."""
    orders, perhaps = standing_for(booking.person, doing.at)
    found = [said_of(each) for each in orders] if how != "handed_over" else []
    found += [f"Court document {each.number} may be about this inmate." for each in perhaps]
    if how == "released":
        return found
    return found + _claims(booking.person) + (_no_transfer(booking.person, doing) if how == "handed_over" else [])


def said_of(order: StandingOrder) -> str:
    """One standing order in a sentence."""
    return f"{order.heading} {order.number}, {order.signed}: {order.requires}"


def _claims(person: Person) -> list[str]:
    found = [each for each in findings_about(person) if each.says in LASTING | NOT_THEM]
    return [f"Upheld by two people: “{each.claim}” ({each.by})." for each in found]


def _no_transfer(person: Person, doing: Doing) -> list[str]:
    """Why no request about the inmate lets anybody hand them over."""
    asked = asked_of(person)
    if not asked:
        return ["No open request asks for this inmate: no agency is the requesting agency."]
    return [f"{each.number}: {_why_not(each, doing)}" for each in asked]


def _why_not(asked: Request, doing: Doing) -> str:
    if open_against(asked):
        return "A claim of the inmate is open: no transfer on this document until two people have decided it."
    states = needed("record_hand_over").from_states
    if asked.state not in states:
        return "No approved decision in effect answers the transfer “may” or “must”."
    return what_hinders(asked, "record_hand_over", doing) or "No transfer of custody is logged on it."


def demand_confirmed(booking: Booking, how: str, given: Confirmed, doing: Doing) -> list[str]:
    """What stands against a release that was confirmed, or that a program reports. Raises StandsAgainstError without a reason, and
    RefusedError for a transfer that is logged on its request.
    """
    program = doing.role == "program"
    ready = may_be_handed_over(booking.person, doing) if how == "handed_over" and not program else []
    if ready:
        numbers = ", ".join(each.number for each in ready)
        raise RefusedError(
            f"Log the transfer on the request {numbers}: agency, officer, badge, place, time and authority."
        )
    against = stands_against(booking, how, doing)
    if against and not program:
        _demand_lines(against, how, given, stops=how == "handed_over" or _stops(booking, how, doing))
    return against


def _stops(booking: Booking, how: str, doing: Doing) -> bool:
    """Whether anything that stands keeps somebody now: what is suspended, undetermined or unapproved keeps nobody."""
    orders, perhaps = standing_for(booking.person, doing.at)
    return bool(perhaps or any(each.keeps for each in orders) or (how != "released" and _claims(booking.person)))


def ahead_of_date(booking: Booking, how: str, left_at: datetime) -> str:
    """That this release is ahead of the jail's own date, in one sentence; empty where it is not, or the jail gives none."""
    planned = booking.scheduled_release_on
    day = local_day(office(), left_at)
    if how != "released" or planned is None or planned <= day:
        return ""
    days = (planned - day).days
    return (
        f"The jail's own release date is {planned.isoformat()}: this is {days} day{'s' if days > 1 else ''} before it."
    )


def demand_order(booking: Booking, how: str, left_at: datetime, given: Confirmed, doing: Doing) -> str:
    """What is said of a release ahead of the jail's own date. Raises AheadOfDateError where a person does not say why and on whose order.

    A program's report is the jail's own record: there nobody is asked.
    """
    ahead = ahead_of_date(booking, how, left_at)
    if ahead and doing.role != "program" and not (given.why.strip() and given.ordered_by.strip()):
        raise AheadOfDateError([ahead])
    return ahead


def _demand_lines(against: list[str], how: str, given: Confirmed, *, stops: bool) -> None:
    if not given.why.strip():
        raise StandsAgainstError(against, stops=stops)
    words = given.words()
    missing = [asks for name, asks in ASKS.items() if how == "handed_over" and not words[name]]
    if missing:
        raise StandsAgainstError([*against, f"Enter {missing[0]}."])


def tell_commanders(booking: Booking, how: str, against: list[str], given: Confirmed, doing: Doing) -> None:
    """Put the release before the commanders until one has looked at it."""
    program = doing.role == "program"
    EndedByProgram.objects.create(
        request=next(iter(asked_of(booking.person)), None), booking=booking, how=how, against=against, taken=given.words(), at=doing.at,
        by=None if program else doing.account,
        api_key=ApiKey.objects.get(key=doing.actor.removeprefix("program-")) if program else None,
    )  # fmt: skip


def alerts() -> QuerySet[EndedByProgram]:
    """Releases against what stood that nobody has undone, newest first, with whom they are about."""
    rows = EndedByProgram.objects.exclude(booking=None).filter(undone_at=None).order_by("-at", "-pk")
    return rows.select_related("booking__person", "by", "api_key", "looked_by", "request").defer(
        "booking__person__record", "request__source", "request__match"
    )


def on_red_list(rows: Iterable[EndedByProgram], at: datetime) -> list[EndedByProgram]:
    """Those no commander has looked at, and those about whom a judge's order or a required hold stands still."""
    found = list(rows)
    people = {each.booking.person_id for each in found if each.booking}
    held = {each.person_id for each in orders_about(people, at)} if people else set()
    return [each for each in found if each.looked_at is None or (each.booking and each.booking.person_id in held)]
