"""Disputes: anyone raises one, also on the person's own word; it blocks at once; a commander settles it and a second person confirms.

No status is ever computed from a dispute: what is said is kept as said, and what is found is kept as found, with its evidence.
"""

from dataclasses import dataclass

from django.db.models import QuerySet

from habeas.common.canonical import sha256_of
from habeas.desk.doing import Doing
from habeas.desk.models import Booking, Decision, Dispute, NeverThese, Person, Request
from habeas.desk.models.base import new_key
from habeas.desk.record.writing import EventEntry, acting
from habeas.desk.services.cases.freshness import refresh
from habeas.desk.services.clocks import clocks
from habeas.desk.services.custody.people import bookings_numbered
from habeas.desk.services.decisions.fallen_notices import let_fall
from habeas.desk.services.identity.findings_told import owe_notice
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.findings import NOT_UPHELD, UPHELD, blocks, demand_counsel, open_against
from habeas.desk.workflow.guards import living_decision
from habeas.desk.workflow.machine import check_right, moving, needed
from habeas.desk.workflow.second_acts import demand_shown, shown_of

Says = Dispute.Says


@dataclass(frozen=True, slots=True)
class Upheld:
    """What follows where a dispute of one kind is upheld: how the person's requests end (empty: they go on), whether they may go now."""

    says: str
    ended_how: str = ""
    anew: bool = False
    """Whether every request it stopped goes back to be decided, with the finding."""
    may_go: bool = False


FOUND = "two people made a finding about the inmate"

FOLLOWS: dict[str, Upheld] = {
    Says.NOT_ME: Upheld("the document is about someone else", "wrong_person"),
    Says.WRONG_RECORD: Upheld("the document is about someone else", "wrong_person"),
    Says.CITIZEN: Upheld(
        "no hold, notification or transfer on a civil immigration document; each is decided again", anew=True
    ),
    Says.DATE_PAST: Upheld("the release date has passed: release the inmate now", may_go=True),
    Says.OTHER: Upheld("upheld; decide again with the finding"),
}
"""What an upheld dispute leads to, by what was said. None of it is a finding about anybody's status."""


def raise_dispute(
    person: Person, says: str, on_word_of: str, doing: Doing, request: Request | None = None, words: str = ""
) -> Dispute:
    """Raise a dispute about a person and block every open request about them, at once and in one transaction.

    Each blocked request keeps where it was. Raises RefusedError for words that are not in the list, or where nobody is named
    on whose word it is.
    """
    check_right(needed("raise_dispute"), doing.role)
    if says not in Says.values:
        raise RefusedError("Choose the claim.")
    if not on_word_of.strip():
        raise RefusedError("Choose who reported it: the inmate's own word is enough.")
    if request is not None and request.person_id != person.pk:
        raise RefusedError("That request is about another inmate; leave it out, or choose its inmate.")
    key = new_key()
    with acting(doing, "dispute", "dispute", key, request.number if request else "") as entry:
        made = Dispute.objects.create(
            key=key, person=person, request=request, says=says, on_word_of=on_word_of[:120], words=words[:500],
            raised_by=doing.needed_account, raised_at=doing.at,
        )  # fmt: skip
        entry.detail |= {"says": says, "blocked": [each.number for each in _block(made, doing)]}
        entry.sealed |= {"on_word_of": on_word_of, "words": words, "person": person.person_id}
        clocks.start_for_dispute(made, doing)
    return made


def block(request: Request, doing: Doing) -> bool:
    """Block one request where a dispute about its person is open: for requests that come to a disputed person later."""
    return bool(open_against(request)) and _block_one(request, doing)


def _block(dispute: Dispute, doing: Doing) -> list[Request]:
    states = needed("block_by_dispute").from_states
    requests = list(dispute.person.requests.filter(state__in=states).order_by("id"))
    return [each for each in requests if blocks(dispute.says, each) and _block_one(each, doing)]


def _block_one(request: Request, doing: Doing) -> bool:
    if request.state not in needed("block_by_dispute").from_states:
        return False
    with moving(request, "block_by_dispute", doing) as move:
        move.request.before_dispute = move.request.state
    return True


def seen_by_commander(dispute: Dispute, doing: Doing) -> None:
    """Record, once, when a commander first had the dispute before them."""
    if doing.role != "commander" or dispute.told_commander_at is not None:
        return
    with acting(doing, "dispute", "dispute", dispute.key) as entry:
        entry.detail["step"] = "told to a commander"
        dispute.told_commander_at = doing.at
        dispute.save(update_fields=["told_commander_at"])


def resolve(dispute: Dispute, upheld: bool, evidence: str, doing: Doing) -> Dispute:
    """A commander says how it ends, on what evidence. It goes on blocking until a second person confirms.

    What frees the person does not wait: where it is found that the release date has passed, the release is raised now.
    """
    check_right(needed("resolve_dispute"), doing.role)
    if not evidence.strip():
        raise RefusedError("Enter the evidence: the document, the record, who was asked.")
    with acting(doing, "settle", "dispute", dispute.key, _number(dispute)) as entry:
        fresh = _open(dispute)
        fresh.resolution = UPHELD if upheld else NOT_UPHELD
        fresh.evidence, fresh.resolved_by, fresh.proposed_at = evidence[:500], doing.needed_account, doing.at
        fresh.save(update_fields=["resolution", "evidence", "resolved_by", "proposed_at"])
        entry.detail |= {"step": "proposed", "resolution": fresh.resolution}
        entry.sealed["evidence"] = evidence
        if upheld and FOLLOWS[fresh.says].may_go:
            booking = raise_release(fresh, doing)
            entry.detail["release_raised"] = booking is not None
            if booking is not None and booking.release_ready_at is not None:
                entry.detail["ready"] = [booking.key, booking.release_ready_at.isoformat()]
    dispute.refresh_from_db()
    return dispute


def raise_release(dispute: Dispute, doing: Doing) -> Booking | None:
    """Put the release of the disputed person first of all: the commander's word that they may go, with its clock. Of which stay."""
    booking = _booking(dispute)
    if booking is None:
        return None
    if booking.release_ready_at is None:
        booking.release_ready_at = doing.at
        booking.save(update_fields=["release_ready_at"])
    clocks.start_for_release(booking, doing)
    return booking


def _booking(dispute: Dispute) -> Booking | None:
    held = dispute.person.bookings.filter(released_at=None)
    if dispute.request is not None and dispute.request.booking_id:
        held = held.filter(pk=dispute.request.booking_id)
    return held.order_by("-booked_at", "-id").first()


def shown(dispute: Dispute) -> str:
    """The hash of what the second person is shown: what was said, what was found, by whom and on what evidence."""
    return shown_of("confirm_finding", dispute)


def disagree(dispute: Dispute, seen: str, why: str, doing: Doing) -> Dispute:
    """The second person does not confirm: the dispute is open as before, and the commander's clock runs on."""
    check_right(needed("confirm_resolution"), doing.role)
    if not why.strip():
        raise RefusedError("Enter what is missing.")
    with acting(doing, "settle", "dispute", dispute.key, _number(dispute)) as entry:
        fresh = _proposed(dispute, doing)
        demand_shown(seen, shown(fresh), entry)
        entry.detail |= {"step": "not confirmed", "resolution": fresh.resolution}
        entry.sealed |= {"why": why, "evidence": fresh.evidence}
        fresh.resolution, fresh.evidence, fresh.resolved_by, fresh.proposed_at = "", "", None, None
        fresh.save(update_fields=["resolution", "evidence", "resolved_by", "proposed_at"])
    dispute.refresh_from_db()
    return dispute


def confirm(dispute: Dispute, seen: str, doing: Doing) -> Dispute:
    """The second person confirms: the dispute ends, its clock is met, and the person's requests go on or end.

    `seen` is the hash of what the page showed. Raises RefusedError for the person who proposed it, where nothing is proposed, or
    where another finding is proposed meanwhile.
    """
    check_right(needed("confirm_resolution"), doing.role)
    with acting(doing, "settle", "dispute", dispute.key, _number(dispute)) as entry:
        fresh = _proposed(dispute, doing)
        demand_shown(seen, shown(fresh), entry)
        _demand_counsel(fresh, doing)
        fresh.confirmed_by, fresh.resolved_at = doing.needed_account, doing.at
        fresh.save(update_fields=["confirmed_by", "resolved_at"])
        entry.detail |= {"step": "confirmed", "resolution": fresh.resolution}
        clocks.meet_dispute(fresh, f"settled: {fresh.resolution.replace('_', ' ')}", doing)
        touched = list(fresh.person.requests.filter(state="disputed").order_by("id"))
        back = _follow(fresh, entry, doing)
        owed = owe_notice(fresh, touched, doing) if fresh.resolution == UPHELD else None
        entry.detail |= {"notice": owed.key} if owed else {}
    for request in back:
        refresh(request, doing)
    dispute.refresh_from_db()
    return dispute


def _demand_counsel(dispute: Dispute, doing: Doing) -> None:
    if dispute.resolution == NOT_UPHELD and dispute.resolved_by is not None:
        demand_counsel(dispute, (dispute.resolved_by.role, doing.role))


def _follow(dispute: Dispute, entry: EventEntry, doing: Doing) -> list[Request]:
    """End the requests the dispute was right about; the others go back to where they were, and are given to be looked at again."""
    requests = list(dispute.person.requests.filter(state="disputed").order_by("id"))
    ending = _ending(dispute, requests)
    for request in ending:
        _end(request, FOLLOWS[dispute.says].ended_how, doing)
        _never_again(dispute, request, doing)
    going_back = [each for each in requests if each not in ending and not open_against(each)]
    anew = dispute.resolution == UPHELD and FOLLOWS[dispute.says].anew
    for request in going_back:
        _back(request, doing, anew=anew and blocks(dispute.says, request))
    entry.detail |= {"ended": [each.number for each in ending], "back": [each.number for each in going_back]}
    return going_back


def _ending(dispute: Dispute, requests: list[Request]) -> list[Request]:
    follows = FOLLOWS[dispute.says]
    if dispute.resolution != UPHELD or not follows.ended_how:
        return []
    if dispute.request_id is None:
        return requests
    return [each for each in requests if each.pk == dispute.request_id]


def _end(request: Request, how: str, doing: Doing) -> None:
    with moving(request, "confirm_resolution", doing) as move:
        move.to, move.request.ended_how, move.request.before_dispute = "ended", how, ""
        move.entry.detail["how"] = how
        decision = living_decision(move.request)
        if decision is not None:
            decision.state, decision.returned_why = (
                Decision.State.RETURNED,
                f"a dispute was upheld: {how.replace('_', ' ')}",
            )
            decision.save(update_fields=["state", "returned_why"])
        let_fall(move.request, move.entry, doing, of_another=True)


def _back(request: Request, doing: Doing, *, anew: bool) -> None:
    """Back to where it was; `anew`: an answer that exists falls, and it is decided again with the finding."""
    with moving(request, "confirm_resolution", doing) as move:
        decision = living_decision(move.request) if anew else None
        move.to = "deciding" if decision else move.request.before_dispute or "deciding"
        move.request.before_dispute = ""
        if decision is not None:
            move.request.stale = [FOUND]
            decision.state, decision.returned_why = Decision.State.RETURNED, FOUND
            decision.save(update_fields=["state", "returned_why"])
            let_fall(move.request, move.entry, doing)


def _never_again(dispute: Dispute, request: Request, doing: Doing) -> None:
    """A document with these identifiers is not proposed for this person again."""
    known = {"person": dispute.person, "other": sha256_of(request.source.get("subject") or {})}
    if not NeverThese.objects.filter(**known).exists():
        NeverThese.objects.create(
            **known, why=f"two people upheld: {dispute.get_says_display()}", by=doing.needed_account, at=doing.at
        )


def _open(dispute: Dispute) -> Dispute:
    fresh = Dispute.objects.select_for_update(of=("self",)).select_related("person", "request").get(pk=dispute.pk)
    if fresh.resolved_at is not None:
        raise RefusedError("This dispute is decided; raise a new one if there is more.")
    return fresh


def _proposed(dispute: Dispute, doing: Doing) -> Dispute:
    fresh = _open(dispute)
    if not fresh.resolution:
        raise RefusedError("There is no finding by a commander yet.")
    if fresh.resolved_by_id == doing.needed_account.pk:
        raise RefusedError("You made the finding; another person must confirm it.")
    return fresh


def _number(dispute: Dispute) -> str:
    return dispute.request.number if dispute.request else ""


def open_claims_of_citizenship(person: Person) -> list[Dispute]:
    """The open claims of citizenship about an inmate, the oldest first."""
    return list(person.disputes.filter(resolved_at=None, says=Says.CITIZEN).order_by("raised_at"))


def open_disputes() -> QuerySet[Dispute]:
    """The disputes that still block, the oldest first."""
    return Dispute.objects.filter(resolved_at=None).select_related("person", "request").order_by("raised_at")


def of_person(person: Person) -> QuerySet[Dispute]:
    """Every dispute about a person, the newest first."""
    return person.disputes.select_related("raised_by", "resolved_by", "confirmed_by", "request").order_by("-raised_at")


def open_first(most: int = 200) -> list[Dispute]:
    """The newest disputes, those nobody has resolved first."""
    newest = Dispute.objects.select_related("person", "request", "raised_by").order_by("-raised_at")
    return sorted(newest[:most], key=lambda each: each.resolved_at is not None)


def dispute_called(key: str) -> Dispute | None:
    """One dispute with whom and what it is about, and who said what."""
    rows = Dispute.objects.select_related("person", "request__booking", "raised_by", "resolved_by", "confirmed_by")
    return rows.filter(key=key).first()


def person_numbered(number: str) -> Person | None:
    """Whoever has this number, or the one booking with it; None where nobody has, or two have."""
    found = Person.objects.filter(person_id=number).first()
    if found is not None or not number:
        return found
    stays = bookings_numbered(number)
    return stays[0].person if len(stays) == 1 else None


def blocked_by(dispute: Dispute) -> list[Request]:
    """The requests about the person that wait for the dispute."""
    return list(dispute.person.requests.filter(state="disputed").only("number", "before_dispute", "kind", "person"))


def clock_of(dispute: Dispute) -> clocks.Clock | None:
    """The first clock that the dispute started."""
    return dispute.clocks.order_by("id").first()


def booking_of(dispute: Dispute) -> Booking | None:
    """The booking of the request the dispute names, else the person's newest."""
    return dispute.request.booking if dispute.request else dispute.person.bookings.order_by("-booked_at").first()
