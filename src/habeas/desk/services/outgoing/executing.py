"""How a court's warrant is carried out and how an inmate is handed over: the hold is lodged, then to whom, where, when, on what."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from habeas.desk.doing import Doing
from habeas.desk.models import Booking, Decision, Execution, Request
from habeas.desk.services.cases.cards import opener_words
from habeas.desk.services.outgoing.whose_paper import other_agency
from habeas.desk.services.releases.release_watch import report_release
from habeas.desk.services.releases.released_against import Confirmed, tell_commanders
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import living_decision
from habeas.desk.workflow.machine import Move, moving

Step = Execution.Step


class OtherAgencyError(RefusedError):
    """Another agency than the one that the document names took the inmate: a reason is asked."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Who holds the warrant or took the inmate: agency, officer, badge; where and when; which record or order allowed it."""

    agency: str
    officer: str
    at: datetime
    badge: str = ""
    place: str = ""
    allowed_by: str = ""
    why: str = ""
    """Why another agency than the one the document names took the inmate."""


def lodge_hold(request: Request, taken: Taken, doing: Doing, seen: int | None = None) -> Execution:
    """Record that a court's warrant was lodged as a hold: which agency and officer confirmed it, when. Nothing goes to the court.

    Raises RefusedError where a line is missing, or where the decision in force obeys no court's warrant.
    """
    _check(taken, doing, at_the_door=False)
    with moving(request, "lodge_hold", doing, seen) as move:
        return _keep(move, Step.LODGED, taken, doing)


def hand_over(request: Request, taken: Taken, doing: Doing, seen: int | None = None) -> Execution:
    """Record that the inmate was handed over: to which agency and officer with which badge, where, when, and what allowed it.

    Raises RefusedError where a line is missing, where no decision in force allows it, or where anything else stands against it.
    """
    _check(taken, doing, at_the_door=True)
    with transaction.atomic():
        with moving(request, "record_hand_over", doing, seen) as move:
            differs = _demand_agency(move.request, taken)
            made = _keep(move, Step.HANDED_OVER, taken, doing)
            move.request.ended_how = "handed_over"
            _shout(move.request, differs, taken, doing)
        _left(request, taken.at, doing)
    return made


def _demand_agency(request: Request, taken: Taken) -> str:
    """Why the agency is not the one that the document names, empty where it is. Raises OtherAgencyError without a reason."""
    differs = other_agency(request, taken.agency)
    if differs and not taken.why.strip():
        raise OtherAgencyError(f"{differs} Check the officer's credentials; if it is right, enter the reason.")
    return differs


def _shout(request: Request, differs: str, taken: Taken, doing: Doing) -> None:
    """Commanders are told where another agency than the one that the document names took the inmate."""
    booking = _stay(request)
    if differs and booking is not None:
        given = Confirmed(taken.why, taken.agency, taken.officer, taken.badge, taken.place, taken.allowed_by)
        tell_commanders(booking, "handed_over", [differs], given, doing)


def _stay(request: Request) -> Booking | None:
    return request.booking or (request.person.bookings.filter(released_at=None).first() if request.person else None)


def _left(request: Request, at: datetime, doing: Doing) -> None:
    """Whoever was handed over is not in custody any more, and no page says so."""
    booking = _stay(request)
    if booking is not None and booking.released_at is None:
        report_release(booking, at, "handed_over", doing, logged=True)


def _check(taken: Taken, doing: Doing, *, at_the_door: bool) -> None:
    faults = (
        (not taken.agency.strip() or not taken.officer.strip(), "Write the agency, and the officer by name."),
        (at_the_door and not taken.badge.strip(), "Write the officer's badge or credential number."),
        (at_the_door and not taken.place.strip(), "Write where it was."),
        (not taken.allowed_by.strip(), "Enter the authorizing record or order."),
        (taken.at > doing.at, "The time entered is in the future; enter the actual time."),
    )
    for wrong, sentence in faults:
        if wrong:
            raise RefusedError(sentence)


def _keep(move: Move, step: Execution.Step, taken: Taken, doing: Doing) -> Execution:
    decision = living_decision(move.request)
    if decision is None:
        raise RefusedError("There is no decision in force.")
    made = Execution.objects.create(
        request=move.request, decision=decision, step=step, agency=taken.agency[:160], officer=taken.officer[:160],
        badge=taken.badge[:60], place=taken.place[:160], allowed_by=taken.allowed_by[:300], at=taken.at,
        by=doing.needed_account, recorded_at=doing.at, why=taken.why.strip()[:300],
    )  # fmt: skip
    move.entry.detail |= {
        "execution": made.key,
        "step": step.value,
        "decision": decision.key,
        "at": taken.at.isoformat(),
        "agency": made.agency,
        "opened_by": opened_by(decision, "transfer"),
    }
    move.entry.sealed |= {"agency": taken.agency, "officer": taken.officer, "badge": taken.badge, "place": taken.place}
    move.entry.sealed |= {"allowed_by": taken.allowed_by} | ({"why": taken.why} if taken.why else {})
    return made


def grounds(request: Request, decision: Decision) -> list[str]:
    """What can have allowed it, in words: the court's order, the charge and item that opened the permission, the rule that carries it."""
    return list(dict.fromkeys([*_order(request), *opened_by(decision, "transfer"), *_rules(decision)]))


def _order(request: Request) -> list[str]:
    court, number = request.source.get("court"), request.source.get("case_number")
    return [", ".join(filter(None, [str(court or ""), f"case {number}" if number else ""]))] if court or number else []


def opened_by(decision: Decision, act: str) -> list[str]:
    """The charges and items of a statute that opened the permission of one act, in words."""
    return [opener_words(each) for each in decision.answer.get("acts", {}).get(act, {}).get("opened_by") or ()]


def _rules(decision: Decision) -> list[str]:
    because = decision.answer.get("acts", {}).get("transfer", {}).get("because", ())
    return [row["citation"] for row in because if row.get("controls")]


def executions(request: Request) -> int:
    """How many steps of carrying it out are recorded."""
    return request.executions.count()
