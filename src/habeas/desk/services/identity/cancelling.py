"""A paper that takes an earlier one back ends the hold it names, at once: the earlier request is found, ended, and its clocks stop."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.desk.doing import Doing
from habeas.desk.models import Decision, Question, Request
from habeas.desk.services.cases.questions import raise_questions
from habeas.desk.services.clocks.clocks import meet_ended
from habeas.desk.services.decisions.fallen_notices import let_fall
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import living_decision
from habeas.desk.workflow.machine import moving
from habeas.law.engine.trace import Ask
from habeas.requests.vocabulary import CANCELLATION

CAN_BE_ENDED = ("detainer", "notification_request", "transfer_request", "administrative_warrant")
"""Kinds that such a paper takes back."""
OVER = ("ended", "closed")
NOT_FOUND = Ask(
    "request.earlier",
    "Which earlier request does this cancellation end? None is open here: check the holds in the JMS, and remove "
    "the one it names.",
    "records unit",
)
TOLD: tuple[str, ...] = (
    "Booking and release: the hold is removed; nothing in this document keeps the inmate past release",
    "The watch commander",
    "The inmate, and the attorney or designee who was notified of the detainer",
)
"""Who is told that a hold has ended."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An open request that a cancellation may end, with what speaks for it."""

    request: Request
    agrees: tuple[str, ...]


def earlier_of(request: Request) -> list[Earlier]:
    """The open requests that a cancellation may end, the likeliest first: those about its inmate, and those with one of its numbers."""
    rows = Request.objects.filter(kind__in=CAN_BE_ENDED).exclude(state__in=OVER).exclude(pk=request.pk)
    found = [Earlier(each, _agrees(request, each)) for each in rows.select_related("person").order_by("-received_at")]
    kept = [each for each in found if each.agrees]
    return sorted(kept, key=lambda each: -len(each.agrees))


def _agrees(request: Request, earlier: Request) -> tuple[str, ...]:
    if request.person_id and earlier.person_id and request.person_id != earlier.person_id:
        return ()
    same: list[tuple[str, Any, Any]] = [("the same inmate", request.person_id, earlier.person_id)]
    same += [
        (words, _of(request.source, name), _of(earlier.source, name))
        for words, name in (("the same event number", "event_number"), ("the same A-number", "subject.a_number"))
    ]
    same.append(("the day it names", _of(request.source, "cancels_detainer_of"), _of(earlier.source, "issued_on")))
    found = [words for words, mine, theirs in same if mine and mine == theirs]
    return tuple(found) if found != ["the day it names"] else ()  # a day alone is many people's


def _of(source: Mapping[str, Any], name: str) -> str:
    value: Any = source
    for key in name.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return "".join(filter(str.isalnum, str(value or ""))).upper()


def holds_on_record(request: Request) -> list[str] | None:
    """The holds that the roster shows for the inmate, where no earlier request is found; None where it says nothing about holds."""
    bookings: Iterable[Mapping[str, Any]] = (request.person.record if request.person else {}).get("bookings") or ()
    told = [booking["holds"] for booking in bookings if booking.get("holds") is not None]
    return [str(hold) for holds in told for hold in holds] if told else None


def ask_where_not_found(request: Request, doing: Doing) -> None:
    """Raise the question where a cancellation waits and no earlier request is found."""
    if request.kind == CANCELLATION and request.state == "cancelling":
        raise_questions(request, () if earlier_of(request) else (NOT_FOUND,), doing)


def end_hold(request: Request, earlier: Request, doing: Doing, seen: int | None = None) -> None:
    """End the earlier request that a cancellation names: its draft is returned, its clocks stop, and both requests end. Nobody signs.

    Raises RefusedError where the earlier one is about somebody else, or nothing that a cancellation ends.
    """
    if earlier.pk not in {each.request.pk for each in earlier_of(request)}:
        raise RefusedError("This cancellation does not name that request: choose one about the same inmate.")
    with moving(request, "end_hold", doing, seen) as move:
        with moving(earlier, "hold_ended", doing) as ended:
            _return_draft(ended.request)
            ended.request.ended_how = "cancelled"
            ended.entry.detail["cancelled_by"] = request.number
            let_fall(ended.request, ended.entry, doing)
        meet_ended(earlier, "the sender cancelled it", doing)
        _close_question(move.request, doing)
        move.request.ended_how = "hold_ended"
        move.entry.detail |= {"ended": earlier.number}


def end_without(request: Request, words: str, doing: Doing, seen: int | None = None) -> None:
    """End a cancellation for which no earlier request is found: `words` say what was looked at and which hold was taken off."""
    if not words.strip():
        raise RefusedError("Enter which hold was removed in the JMS, or that there was none.")
    if earlier_of(request):
        raise RefusedError("This cancellation may end an open earlier request: end that one.")
    with moving(request, "end_hold", doing, seen) as move:
        _close_question(move.request, doing)
        move.request.ended_how = "hold_ended"
        move.entry.detail["ended"] = ""
        move.entry.sealed["words"] = words[:300]


def _return_draft(request: Request) -> None:
    decision = living_decision(request)
    if decision is not None and decision.state != Decision.State.SETTLED:
        decision.state, decision.returned_why = Decision.State.RETURNED, "the sender cancelled it"
        decision.save(update_fields=["state", "returned_why"])


def _close_question(request: Request, doing: Doing) -> None:
    Question.objects.filter(request=request, closed_at=None).update(closed_at=doing.at, closed_why="answered")
