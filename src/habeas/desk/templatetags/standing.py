"""What stands about an inmate whatever comes next: findings of two people, the facts they replace, and what bears on a release."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import template

from habeas.desk.services.cases.decision_inputs import read_sources
from habeas.desk.services.cases.requests import Request
from habeas.desk.services.custody.own_record import OwnRecord, about_proof, own_record
from habeas.desk.services.custody.people import Booking, Person
from habeas.desk.services.custody.roster_age import RosterAge, roster_age
from habeas.desk.services.identity.disputes import open_claims_of_citizenship
from habeas.desk.services.intake.intake import ASIDE_REASONS
from habeas.desk.services.outgoing.whose_paper import other_agency
from habeas.desk.services.releases.release_watch import LEAVES
from habeas.desk.services.releases.released_against import alerts
from habeas.desk.services.releases.standing_orders import StandingOrder, signer_words, standing_for
from habeas.desk.workflow.findings import (
    LASTING,
    NOT_THEM,
    OPEN_WORDS,
    Fell,
    Finding,
    Says,
    blocks,
    brings_warrant,
    findings_about,
)

register = template.Library()
CLOSED_BY_CITIZEN = "No hold, notification or transfer on a civil immigration document. A judge's criminal warrant or writ is not affected."
MEANS: dict[str, str] = {
    Says.CITIZEN.value: CLOSED_BY_CITIZEN,
    Says.NOT_ME.value: "That document is about someone else: compare photographs or prints before this inmate is selected again.",
    Says.WRONG_RECORD.value: "That document is about someone else: compare photographs or prints before this inmate is selected again.",
    Says.DATE_PAST.value: "The release date had passed.",
    Says.OTHER.value: "Read the finding before any determination.",
}
"""What an upheld claim means for the next document."""


@register.simple_tag
def findings_of(person: Person | None, booking: Booking | None = None) -> list[Finding]:
    """The findings that stand about an inmate; a release date's only while the stay lasts that it was about."""
    booked = booking.booked_at if booking else None
    lasting = LASTING | NOT_THEM | {Says.OTHER.value}
    if person is None:
        return []
    known = person.__dict__.get("shown_findings")
    if known is None and "standing_findings" not in person.__dict__:
        person.__dict__["standing_findings"] = findings_about(person)  # read once for a page
    found = person.__dict__["standing_findings"] if known is None else known
    return [each for each in found if each.says in lasting or booked is None or each.at >= booked]


@register.filter
def open_claims(person: Person) -> list[Any]:
    """The open claims of citizenship about an inmate; asked only of somebody about whom a dispute is open."""
    if not getattr(person, "open_disputes", 1):
        return []
    return open_claims_of_citizenship(person)


@register.simple_tag
def own_record_of(asked: Request) -> OwnRecord | None:
    """What our own record says of citizenship, where the document asks for an act that proof of it closes."""
    return about_proof(asked)


@register.simple_tag
def own_record_against(person: Person, orders: list[StandingOrder]) -> OwnRecord | None:
    """What our own record says of citizenship, where it names the United States and a hold on a civil document bears on the release."""
    own = own_record(person) if any(not each.court for each in orders) else None
    return own if own and own.united_states else None


@register.simple_tag
def roster_age_at(here: Any, at: datetime) -> RosterAge | None:
    """How old the roster in use is, as it was read with the office; None where none was applied."""
    return roster_age(here, at)


@register.filter
def finding_means(finding: Finding) -> str:
    """What a finding means for the next document."""
    if finding.certain:
        return MEANS.get(finding.says, "")
    return (
        "That was another record with the same name and birth date. Raise the claim for this inmate and have it decided before any hold, "
        "notification or transfer."
    )


@register.filter("brings_warrant")
def brings_warrant_of(source: Mapping[str, Any]) -> bool:
    """Whether a judge's criminal warrant came with a civil document."""
    return brings_warrant(source)


@register.simple_tag
def facts_replaced(asked: Request) -> list[Fell]:
    """The recorded facts that a finding about the inmate replaces."""
    known = asked.__dict__.get("shown_fallen")
    return known if known is not None else read_sources(asked).fallen if asked.person_id else []


@register.filter
def open_words(says: str) -> str:
    """What an open dispute with this claim stops, and what to do meanwhile."""
    return OPEN_WORDS.get(says, "")


@register.filter
def claim_words(says: str) -> str:
    """A claim as it is said."""
    return str(Says(says).label) if says in Says.values else says


@register.filter
def by_whom(on_word_of: str) -> str:
    """On whose word a claim was raised, as staff say it: the stored word for the inmate is *the person*."""
    return re.sub(r"^the person\b", "the inmate", on_word_of)


@register.filter
def stops_words(says: str, asked: Request) -> str:
    """What an open dispute with this claim stops of one request."""
    if not blocks(says, asked):
        return "It does not stop this document: a judge's criminal warrant, writ or order does not depend on it."
    return open_words(says)


@register.simple_tag
def orders_of(person: Person | None, at: datetime) -> list[StandingOrder]:
    """What stands against a release of this inmate, a court's order first."""
    return _standing(person, at)[0]


@register.simple_tag
def perhaps_of(person: Person | None, at: datetime) -> list[Request]:
    """A court's documents that may be about this inmate."""
    return _standing(person, at)[1]


def _standing(person: Person | None, at: datetime) -> tuple[list[StandingOrder], list[Request]]:
    if person is None or person.in_custody is False:
        return [], []
    if "shown_standing" not in person.__dict__:  # read once for a page
        person.__dict__["shown_standing"] = standing_for(person, at)
    found: tuple[list[StandingOrder], list[Request]] = person.__dict__["shown_standing"]
    return found


@register.filter
def keeping(orders: list[StandingOrder]) -> list[StandingOrder]:
    """Those of what stands that keep somebody now: a court's document, an approved hold."""
    return [each for each in orders if each.keeps]


@register.filter
def not_keeping(orders: list[StandingOrder]) -> list[StandingOrder]:
    """Those that keep nobody: a hold that a claim suspends, or that nobody has determined or approved."""
    return [each for each in orders if not each.keeps]


@register.filter
def signed_by(asked: Request) -> str:
    """By whom a document is signed, as it was verified."""
    return signer_words(asked)


@register.filter
def at_key(rows: dict[int, str], key: int) -> str:
    """The row under a key; empty where there is none."""
    return (rows or {}).get(key, "")


@register.simple_tag
def alerts_of(person: Person | None) -> list[Any]:
    """Releases of this inmate that were logged against what stood; asked only of somebody who is not in custody."""
    if person is None or person.in_custody is not False:
        return []
    return list(alerts().filter(booking__person=person))


@register.filter
def aside_words(reason: str) -> str:
    """Why a document was set aside, in words."""
    return ASIDE_REASONS.get(reason, reason)


@register.filter
def leaves_words(how: str) -> str:
    """How somebody left, in words."""
    return LEAVES.get(how, how)


@register.simple_tag
def differs_from(asked: Request, agency: str) -> str:
    """Why the agency that took the inmate is not the one that the document names; empty where it is."""
    return other_agency(asked, agency)
