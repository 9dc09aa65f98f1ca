"""Who leaves today and soon, with or without a request. Nothing of ours may delay a release; what lags is our record, never the person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import msgspec
from django.db.models import OuterRef, Q, QuerySet, Subquery

from habeas.custody_time.compare import SAYS, Comparison, DateVerdict, compare
from habeas.custody_time.states import dates_from_roster
from habeas.desk.doing import Doing
from habeas.desk.models import (
    STANDS,
    Booking,
    Clock,
    EndedByProgram,
    Office,
    Person,
    ReleaseDates,
    Request,
    RosterImport,
)
from habeas.desk.record.writing import acting
from habeas.desk.services.clocks import clocks
from habeas.desk.services.decisions.closing import end
from habeas.desk.services.office.office import local_day, office
from habeas.desk.services.releases.ended_by_programs import tell_of
from habeas.desk.services.releases.released_against import Confirmed, demand_confirmed, demand_order, tell_commanders
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import check_right, needed
from habeas.desk.workflow.table import table
from habeas.roster.records import Person as Record
from habeas.roster.records import Roster

SOON_DAYS = 3
SHOWN = 25
"""Rows of one group that are shown; the rest is counted and said."""
LEAVES: dict[str, str] = {
    "released": "Released",
    "handed_over": "Transferred to the requesting agency",
    "other_agency": "Transferred to another agency",
}
"""How a stay can end, in words that `ending.ENDS` knows too."""
PRESSING = frozenset(
    {DateVerdict.PAST, DateVerdict.PAST_UNLESS_CONSECUTIVE, DateVerdict.PAST_JAILS_DATE, DateVerdict.DUE_TODAY}
)


@dataclass(frozen=True, slots=True)
class ReleaseEstimate:
    """What was worked out for one stay."""

    verdict: DateVerdict
    on: date | None
    days: int
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates worked out for today's custody; `waiting` names the roster whose dates are not worked out yet."""

    of: Mapping[tuple[str, str], ReleaseEstimate]
    waiting: str = ""


@dataclass(frozen=True, slots=True)
class Leaving:
    """One stay on the watch: what the jail says, what was worked out, what is open. `why` says why it is on the list."""

    booking: Booking
    requests: tuple[Request, ...]
    why: str
    computed: date | None = None
    says: str = ""
    also: tuple[str, ...] = ()
    """What else on record holds the person, in words."""
    days_past: int = 0

    @property
    def open(self) -> bool:
        """Whether a request about the person is open."""
        return bool(self.requests)


OPEN_STAY = Q(released_at=None) & ~Q(person__in_custody=False)


def in_custody() -> QuerySet[Booking]:
    """Stays that have not ended, as far as we know, with their people."""
    return Booking.objects.filter(OPEN_STAY).select_related("person").defer("person__record")


def open_requests() -> QuerySet[Request]:
    """Requests that are not closed and name a person."""
    closed = [name for name, state in table().states.items() if state.closed]
    return Request.objects.exclude(state__in=[*closed, "set_aside"]).exclude(person=None).defer("source", "match")


def open_about(booking: Booking) -> QuerySet[Request]:
    """Requests that are not closed about whoever was booked."""
    return open_requests().filter(person=booking.person_id)


@dataclass(frozen=True, slots=True)
class Watch:
    """The release watch: everybody on it in order, and answered requests whose person the roster says has left."""

    rows: list[Leaving]
    left: list[Request]
    waiting: str = ""
    """The key of the roster whose dates are still being worked out; empty where they are there."""
    gone: tuple[Booking, ...] = ()
    """The stays that were reported as ended here within a day, the newest first: where one was wrong, it is undone from there."""

    def group(self, why: str) -> list[Leaving]:
        """The first of those who are on it for one reason; everybody with an open request is among them."""
        rows = [each for each in self.rows if each.why == why]
        return rows[: max(SHOWN, sum(each.open for each in rows))]

    def count(self, why: str) -> int:
        """How many are on it for one reason."""
        return sum(each.why == why for each in self.rows)


def watch(here: Office, at: datetime) -> Watch:
    """Everybody to be watched: past a date first, then ready, today, soon; those with an open request lead."""
    day = local_day(here, at)
    asked: dict[int, list[Request]] = {}
    open_now = list(open_requests().select_related("person").defer("source", "match", "person__record"))
    for each in open_now:
        asked.setdefault(each.person_id or 0, []).append(each)
    dates = computed(here, day)
    worked = dates.of
    wanted = (
        Q(release_ready_at__isnull=False)
        | Q(scheduled_release_on__lte=day + timedelta(days=SOON_DAYS))
        | Q(person_id__in=list(asked))
        | Q(person__person_id__in=[person for (person, _), row in worked.items() if row.verdict in PRESSING])
    )
    lately = Q(release_reported_at__gte=at - timedelta(days=1), released_at__isnull=False)
    stays = Booking.objects.filter((OPEN_STAY & wanted) | lately).select_related("person").defer("person__record")
    gone = [each for each in stays if each.released_at is not None]
    rows = [_leaving(each, asked.get(each.person_id, []), worked, day) for each in stays if each.released_at is None]
    rows.sort(key=_order)
    ends = needed("end").from_states
    left = [each for each in open_now if each.state in ends and each.person and each.person.in_custody is False]
    gone.sort(key=lambda each: (each.release_reported_at, each.pk), reverse=True)
    return Watch(rows, left, dates.waiting, tuple(gone[:SHOWN]))


def _leaving(
    booking: Booking, asked: list[Request], worked: Mapping[tuple[str, str], ReleaseEstimate], day: date
) -> Leaving:
    row = worked.get((booking.person.person_id, booking.booking_id))
    mine = tuple(each for each in asked if each.booking_id in {None, booking.pk})
    pressing = row is not None and row.verdict in PRESSING
    past = (row.days or 0) if row is not None and pressing else 0
    words, also = (SAYS[row.verdict], row.also) if row is not None else ("", ())
    return Leaving(booking, mine, _why(booking, row, day), row.on if row else None, words, also, past)


def _why(booking: Booking, row: ReleaseEstimate | None, day: date) -> str:
    if booking.release_ready_at is not None:
        return "ready"
    past = row is not None and row.verdict in PRESSING - {DateVerdict.DUE_TODAY}
    if row is not None and past and not row.also:
        return "past"
    planned = booking.scheduled_release_on
    if (row is not None and row.verdict is DateVerdict.DUE_TODAY and not row.also) or planned == day:
        return "today"
    if planned is not None and day < planned <= day + timedelta(days=SOON_DAYS):
        return "soon"
    due = row is not None and row.verdict in PRESSING
    return "past_also" if due or (planned is not None and planned < day) else "open"


WHY = {
    "ready": "Ready for release, per the jail",
    "past": "Past a release date, with no other hold on record",
    "today": "Release today",
    "soon": "Release soon",
    "past_also": "A term has ended or ends today; another hold may be on record",
    "open": "Open request; no date near",
}
"""Why somebody stands on the watch, the most urgent first."""


def _order(row: Leaving) -> tuple[int, bool, int, str]:
    return (list(WHY).index(row.why), not row.open, -row.days_past, str(row.booking.scheduled_release_on or "9999"))


def computed(here: Office, day: date) -> Dates:
    """The dates of the newest roster on `day`, as worked out beside the pages; none where Habeas knows no rule of the place."""
    if not dates_from_roster(here.jurisdiction):
        return Dates({})
    held = ReleaseDates.objects.filter(roster=OuterRef("pk"), day=day).values("rows")[:1]
    applied = RosterImport.objects.filter(state=RosterImport.State.APPLIED).order_by("-applied_at", "-id")
    newest = applied.annotate(worked=Subquery(held)).values_list("key", "worked").first()
    if newest is None:
        return Dates({})
    return Dates({}, newest[0]) if newest[1] is None else Dates(_read(newest[1]))


def _read(rows: list[Any]) -> dict[tuple[str, str], ReleaseEstimate]:
    return {
        (person, stay): ReleaseEstimate(
            DateVerdict(verdict), date.fromisoformat(on) if on else None, days or 0, tuple(also)
        )
        for person, stay, verdict, on, days, also in rows
    }


def work_out(kept: RosterImport, doing: Doing) -> ReleaseDates | None:
    """Work out the dates of everybody in custody and keep them for the day: seconds for a large jail, so never in a page."""
    here = office()
    if not dates_from_roster(here.jurisdiction):
        return None
    day = local_day(here, doing.at)
    rows = [
        [
            row.person_id,
            row.booking_id,
            row.verdict.value,
            row.ours.isoformat() if row.ours else None,
            row.days,
            list(row.also),
        ]
        for row in _compare(day, here.jurisdiction).rows
        if row.ours is not None or row.verdict in PRESSING
    ]
    made, _ = ReleaseDates.objects.update_or_create(roster=kept, day=day, defaults={"rows": rows, "made_at": doing.at})
    ReleaseDates.objects.filter(day__lt=day).delete()
    return made


def _compare(day: date, jurisdiction: str) -> Comparison:
    rows = Person.objects.exclude(in_custody=False).values_list("record", flat=True).iterator(2_000)
    people = tuple(msgspec.convert(row, Record) for row in rows)
    return compare(Roster(people, len(people)), day, jurisdiction)


def report_ready(booking: Booking, ready_at: datetime, doing: Doing) -> None:
    """Record when the jail said that somebody may go: from then on every minute counts. It is reported, never computed."""
    check_right(needed("report_release"), doing.role)
    _check_moment(ready_at, doing)
    with acting(doing, "release", "booking", booking.key) as entry:
        Booking.objects.filter(pk=booking.pk).update(release_ready_at=ready_at)
        booking.release_ready_at = ready_at
        clocks.start_for_release(booking, doing)
        entry.detail |= {"step": "ready", "ready_at": ready_at.isoformat(), "person": booking.person.key}


def report_release(
    booking: Booking, left_at: datetime, how: str, doing: Doing, given: Confirmed | None = None, *, logged: bool = False
) -> list[Request]:
    """Record that somebody left. Requests that were answered end with how it ended and are returned; the others stay open,
    and the watch says so. The same report again ends nothing twice.

    Where a judge's order, a required hold or a finding stands against it, or no decision lets a requesting agency take the inmate,
    a person must confirm it (`given`) and commanders are told; of a program's report they are told. `logged`: the transfer is
    logged on its request. Raises StandsAgainstError where the reason is missing, and where it is ahead of the jail's own date and
    nobody says why and on whose order.
    """
    check_right(needed("report_release"), doing.role)
    if how not in LEAVES:
        raise RefusedError("Choose the type of release from the list.")
    _check_moment(left_at, doing)
    if booking.booked_at is not None and left_at < booking.booked_at:
        raise RefusedError("A release cannot be before the booking; check the time.")
    given = given or Confirmed()
    new = booking.release_reported_at is None and not logged
    against = demand_confirmed(booking, how, given, doing) if new else []
    ahead = demand_order(booking, how, left_at, given, doing) if new else ""
    with acting(doing, "release", "booking", booking.key) as entry:
        fresh = Booking.objects.select_for_update(of=("self",)).select_related("person").get(pk=booking.pk)
        if fresh.release_reported_at is None:
            if against:
                tell_commanders(fresh, how, against, given, doing)
                entry.sealed |= {"against": against}
            if ahead:
                entry.detail["ahead_of"] = str(fresh.scheduled_release_on)
            if against or ahead:
                entry.sealed |= given.words()
            _leave(fresh, left_at, how, doing)
            clocks.meet_release(fresh, clocks.LEFT, doing)
        entry.detail |= {"step": "left", "left_at": left_at.isoformat(), "how": how, "person": fresh.person.key}
    booking.refresh_from_db()
    return _end_requests(booking, how, doing)


def correct_release(booking: Booking, left_at: datetime | None, doing: Doing, why: str = "") -> list[Clock]:
    """The transfer that was reported as a release was logged wrongly: it was at another time, or (None) the inmate never left.

    Gives back the deadlines that run again.
    """
    with acting(doing, "release", "booking", booking.key) as entry:
        if why:
            entry.sealed |= {"why": why}
        if left_at is None:
            EndedByProgram.objects.filter(booking=booking, undone_at=None).update(undone_at=doing.at)
            booking.released_at = booking.release_reported_at = None
            booking.release_reason = ""
            Person.objects.filter(pk=booking.person_id).update(in_custody=True)
            entry.detail |= {"step": "not left", "person": booking.person.key}
        else:
            booking.released_at = left_at
            entry.detail |= {
                "step": "left",
                "left_at": left_at.isoformat(),
                "how": "handed_over",
                "person": booking.person.key,
            }
        booking.save(update_fields=["released_at", "release_reported_at", "release_reason"])
    return clocks.run_again_after_undo(booking.clocks, doing) if left_at is None else []


def _check_moment(at: datetime, doing: Doing) -> None:
    if at.tzinfo is None or at > doing.at + timedelta(minutes=5):
        raise RefusedError("The time is in the future or has no time zone; check it.")


def _leave(booking: Booking, left_at: datetime, how: str, doing: Doing) -> None:
    booking.released_at, booking.release_reported_at, booking.release_reason = left_at, doing.at, LEAVES[how]
    booking.save(update_fields=["released_at", "release_reported_at", "release_reason"])
    if not booking.person.bookings.filter(released_at=None).exists():
        Person.objects.filter(pk=booking.person_id).update(in_custody=False)


def _end_requests(booking: Booking, how: str, doing: Doing) -> list[Request]:
    ended = []
    for request in open_requests().filter(person=booking.person_id).filter(Q(booking=booking) | Q(booking=None)):
        if request.state in needed("end").from_states and (how != "handed_over" or _handed_over(request)):
            end(request, how, doing)
            ended.append(request)
    tell_of(ended, doing)
    return ended


def _handed_over(request: Request) -> bool:
    """Whether the transfer is logged on the request: else it is not known that this request's agency took the inmate."""
    return request.executions.filter(step="handed_over", **STANDS).exists()
