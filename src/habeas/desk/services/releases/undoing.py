"""A release that was reported wrongly is undone: what the report ended is put back, as it was before; what cannot be put back is said."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from habeas.desk.doing import Doing
from habeas.desk.models import STANDS, Booking, Clock, Decision, EndedByProgram, Event, Execution, Request
from habeas.desk.services.clocks.clocks import run_again_after_undo
from habeas.desk.services.clocks.late import is_late
from habeas.desk.services.releases.release_watch import LEAVES, correct_release
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.findings import findings_about, open_against
from habeas.desk.workflow.machine import check_right, moving, needed

FOUND = "two people upheld a claim about the inmate while the release was on record"
RETURNED = "the request ended"
"""Why a draft that waited was returned when its request ended."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undone release gave back: the requests that go on, the deadlines that ran out meanwhile, and what else is not as it was."""

    requests: tuple[str, ...]
    ran_out: tuple[Clock, ...]
    told: tuple[str, ...]
    """What a person must see to, a sentence each."""


@dataclass(frozen=True, slots=True)
class _End:
    """How a request stood when it ended, and when that was logged."""

    state: str
    at: datetime


def undo_release(booking: Booking, why: str, doing: Doing) -> Undone:
    """Undo a release that was reported wrongly: the inmate is in custody, and the requests and deadlines that ended with it go on.

    Raises RefusedError without a reason, for a release that only the roster tells of, and for a transfer logged on a request.
    """
    check_right(needed("report_release"), doing.role)
    if not why.strip():
        raise RefusedError("Enter why it was wrong.")
    if booking.release_reported_at is None or booking.released_at is None:
        raise RefusedError(
            "No release was reported here; where the roster is wrong, correct the JMS and import it again."
        )
    _demand_no_transfer(booking, booking.released_at)
    ended, reason = _ended_with(booking, booking.release_reported_at), why.strip()[:300]
    with transaction.atomic():
        ran = correct_release(booking, None, doing, reason)
        told = [line for request, end in ended for line in _put_back(request, end, reason, doing)]
        ran += [clock for request, _ in ended for clock in run_again_after_undo(request.clocks, doing)]
        numbers = tuple(request.number for request, _ in ended)
        EndedByProgram.objects.filter(booking=None, request__number__in=numbers, undone_at=None).update(
            undone_at=doing.at
        )
    return Undone(numbers, tuple(each for each in ran if is_late(each.ends_at, doing.at)), tuple(told))


def _demand_no_transfer(booking: Booking, left: datetime) -> None:
    moved = Execution.objects.filter(step="handed_over", at=left, request__person=booking.person_id, **STANDS)
    if (logged := moved.select_related("request").first()) is not None:
        raise RefusedError(f"The transfer is logged on {logged.request.number}: correct that entry.")


def _ended_with(booking: Booking, reported: datetime) -> list[tuple[Request, _End]]:
    """The requests that ended because the inmate was said to have left, each with how it stood before."""
    about = Q(booking=booking) | Q(booking=None, person=booking.person_id)
    rows = Request.objects.filter(about, state__in=needed("undo_end").from_states, ended_how__in=LEAVES).order_by("id")
    found = [(each, _end_of(each)) for each in rows]
    return [(each, end) for each, end in found if end is not None and end.at >= reported]


def _end_of(request: Request) -> _End | None:
    """The last time that the request was logged as ended, as the record tells it."""
    rows = Event.objects.filter(kind="request", object=request.key, act="release").order_by("-seq")
    for at, body in rows.values_list("at", "body"):
        detail: dict[str, Any] = json.loads(body)["detail"]
        if detail.get("capability") == "end":
            return _End(detail["from"], at)
    return None


def _put_back(request: Request, end: _End, why: str, doing: Doing) -> list[str]:
    """The request goes on where it was; a claim that was raised meanwhile stops it. What is not as it was, in sentences."""
    with moving(request, "undo_end", doing) as move:
        fresh = move.request
        move.to, fresh.ended_how, fresh.closed_at = end.state, "", None
        if open_against(fresh):
            move.to, fresh.before_dispute = "disputed", end.state
        found = any(each.at >= end.at for each in findings_about(fresh.person))
        if found:
            fresh.stale = [FOUND]
        move.entry.sealed["why"] = why
    told = [f"{request.number}: {FOUND}; decide it again now."] if found else []
    if request.decisions.filter(state=Decision.State.RETURNED, returned_why=RETURNED).exists():
        told.append(f"{request.number}: a draft that waited for approval was returned when it ended; draft it again.")
    return told
