"""Clocks at the desk: started by what happens, warned of early, passed on when they run out, met by an act. None pauses.

What a clock was worked out to is stored once; the database refuses any change of it. A later decision may bring an earlier end,
never a later one in its place: the first stays until somebody says how it was met.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from habeas.deadlines.clocks import CUSTODY, RECORDS, hours
from habeas.deadlines.clocks import Clock as ComputedClock
from habeas.desk.doing import Doing, by_system
from habeas.desk.models import ActChoice, Booking, Clock, Decision, Dispute, Notice, Opinion, Request
from habeas.desk.models.base import new_key
from habeas.desk.record.writing import acting
from habeas.desk.services.clocks.clock_rules import POLICY, RULES
from habeas.desk.services.clocks.clock_working import (
    changes_clock,
    complies_with,
    given_clock,
    hold_clock,
    notify_clock,
    until_day,
)
from habeas.desk.services.office.office import office
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import living_decision
from habeas.desk.workflow.machine import check_right, needed
from habeas.law.model.vocabulary import Act

LEFT = "the person left"
"""How a release that is reported meets a deadline."""
COUNTED_AGAIN = "counted again: a required hold was approved, or none stands any more"
"""How a release target gives way to the one that counts from the end of a required hold, or from the jail's word again."""
AFTER_HOLD = "Release the inmate once the required hold has ended"
HOLD_ENDED = "the end of the hold that the law requires"
RELEASED = "the inmate was released"
"""How a round of the clock meets one whose inmate has left."""
OPEN_NOTICE = Q(notice=None) | Q(notice__served_at=None, notice__excused="")


@dataclass(frozen=True, slots=True)
class Ticked:
    """What one round of the clock did: how many clocks it started, closed, warned of and passed on."""

    started: int
    met: int
    warned: int
    escalated: int


# ---- starting


def start_for_request(request: Request, doing: Doing) -> list[Clock]:
    """Start what the arrival of a request starts: the time for the reply, where the paper or the law gives one."""
    if request.reply_by is None:
        return []
    rule = RULES["reply_by"]
    worked = given_clock(
        request.received_at, request.reply_by, office().time_zone, trigger=rule.trigger, rule=rule.rule,
        citation="the time the document gives; the determination says whether law sets it",
    )  # fmt: skip
    slot = f"reply_by:{request.key}:{request.reply_by:%Y%m%d%H%M}"
    _close_others(request, "reply_by", slot, doing)
    return [_start("reply_by", worked, slot, doing, request=request)]


def start_for_decision(request: Request, decision: Decision, doing: Doing) -> list[Clock]:
    """Start what a decision starts: the end of a hold, the hours to tell ICE, the day the answer changes, counsel's last day."""
    here = office()
    release_at = request.booking.release_ready_at if request.booking else None
    made = [*_of_hold(request, decision, doing, release_at), *_of_notify(request, decision, doing, release_at)]
    found = changes_clock(decision, here)
    if found is not None:
        worked, change = found
        _close_others(request, "changes", f"changes:{decision.key}", doing)
        says = f"On {change['date']} the determination on “{change['act'].replace('_', ' ')}” changes: decide again"
        made.append(_start("changes", worked, f"changes:{decision.key}", doing, says=says, request=request))
    for choice in decision.choices.exclude(opinion=None).select_related("opinion"):
        made += start_for_opinion(choice.opinion, doing) if choice.opinion else []
    return [*made, *(start_for_release(request.booking, doing) if request.booking else ())]


def start_for_opinion(opinion: Opinion, doing: Doing) -> list[Clock]:
    """Start the clock of counsel's answer, where counsel set a last day."""
    if opinion.expires_on is None:
        return []
    rule = RULES["opinion"]
    worked = until_day(opinion.at, str(opinion.expires_on), office(), rule.trigger, rule.citation)
    return [_start("opinion", worked, f"opinion:{opinion.key}", doing, request=opinion.request, opinion=opinion)]


def start_for_notice(notice: Notice, doing: Doing) -> list[Clock]:
    """Start the clock of a notice that is owed: the county's own target, shown as policy; the duty itself is the law's."""
    if notice.due_at is None:
        return []
    kind = "judicial_first" if notice.what == "judicial_official_first" else "notice"
    rule, here = RULES[kind], office()
    since = notice.request.received_at
    cited = f"{notice.citation}; {POLICY}"
    custody = CUSTODY if rule.custody else RECORDS
    worked = hours(since, here.notice_hours, (), here.time_zone, trigger=rule.trigger, citation=cited, kind=custody)
    if worked.ends_at != notice.due_at:
        given = "the time that was set for this notice"
        worked = given_clock(
            since, notice.due_at, here.time_zone, trigger=rule.trigger, rule=given, citation=cited, kind=custody
        )
    says = notice.says or rule.says
    return [_start(kind, worked, f"notice:{notice.key}", doing, says=says, request=notice.request, notice=notice)]


def start_for_notices(notices: list[Notice], doing: Doing) -> list[Clock]:
    """Start the clocks of all the notices a decision raised."""
    return [clock for notice in notices for clock in start_for_notice(notice, doing)]


def start_for_dispute(dispute: Dispute, doing: Doing) -> Clock:
    """Start the commander's clock of a dispute."""
    here, rule = office(), RULES["dispute"]
    worked = hours(
        dispute.raised_at, here.dispute_minutes / 60, (), here.time_zone, trigger=rule.trigger, citation=rule.citation
    )
    says = f"Review dispute: “{dispute.get_says_display()}”"
    return _start("dispute", worked, f"dispute:{dispute.key}", doing, says=says, dispute=dispute, request=dispute.request)  # fmt: skip


def start_for_release(booking: Booking, doing: Doing) -> list[Clock]:
    """Start what the jail's word that somebody may go starts: the end of a hold that counts from it, and the release itself."""
    if booking.release_ready_at is None or booking.released_at is not None:
        return []
    made: list[Clock] = []
    for request in booking.requests.exclude(state__in=["ended", "closed"]):
        decision = living_decision(request)
        if decision is not None:
            made += _of_hold(request, decision, doing, booking.release_ready_at)
            made += _of_notify(request, decision, doing, booking.release_ready_at)
    return [_of_release(booking, booking.release_ready_at, doing), *made]


def _of_release(booking: Booking, ready_at: datetime, doing: Doing) -> Clock:
    """The one release target that runs: from the jail's word, or from the end of the hold that the law requires meanwhile."""
    here, rule, since = office(), RULES["release"], held_until(booking) or ready_at
    since = max(since, ready_at)
    says, trigger = (AFTER_HOLD, HOLD_ENDED) if since > ready_at else ("", rule.trigger)
    worked = hours(since, here.release_hours, (), here.time_zone, trigger=trigger, citation=rule.citation)
    made = _start("release", worked, f"release:{booking.key}:{since:%Y%m%d%H%M}", doing, says=says, booking=booking)
    run_again(Clock.objects.filter(pk=made.pk, met_how=COUNTED_AGAIN), doing)
    for other in booking.clocks.filter(kind="release", met_at=None).exclude(pk=made.pk):
        _close(other, COUNTED_AGAIN, doing)
    made.refresh_from_db()
    return made


def held_until(booking: Booking) -> datetime | None:
    """Until when a hold that the law requires and that is in force holds whoever was booked; None where none does or none has an end."""
    required = ActChoice.objects.filter(
        decision__request=OuterRef("request"), decision__state=Decision.State.SETTLED,
        act=Act.HOLD.value, outcome="must", does=ActChoice.Does.COMPLIES,
    )  # fmt: skip
    rows = Clock.objects.filter(Exists(required), kind="hold_end", request__person=booking.person_id)
    rows = rows.exclude(request__state__in=["ended", "closed", "set_aside", "disputed"])
    first: dict[int | None, datetime] = {}
    for each in rows.order_by("ends_at"):
        first.setdefault(each.request_id, min(each.ends_at, each.met_at or each.ends_at))
    return max(first.values(), default=None)


def _of_hold(request: Request, decision: Decision, doing: Doing, release_at: datetime | None) -> list[Clock]:
    worked = hold_clock(decision, office(), release_at) if complies_with(decision, Act.HOLD) else None
    if worked is None:
        return []
    slot = f"hold_end:{decision.key}:{worked.ends_at:%Y%m%d%H%M}"
    return [_start("hold_end", worked, slot, doing, request=request, booking=request.booking)]


def _of_notify(request: Request, decision: Decision, doing: Doing, release_at: datetime | None) -> list[Clock]:
    worked = notify_clock(decision, office(), release_at) if complies_with(decision, Act.NOTIFY) else None
    return [_start("notify_ice", worked, f"notify_ice:{decision.key}", doing, request=request)] if worked else []


def _close_others(request: Request, kind: str, slot: str, doing: Doing) -> None:
    """A clock on records gives way to a newer one of its kind; a clock on custody never does."""
    for each in Clock.objects.filter(request=request, kind=kind, custody=False, met_at=None).exclude(slot=slot):
        _close(each, "a newer one runs in its place", doing)


def _start(kind: str, worked: ComputedClock, slot: str, doing: Doing, *, says: str = "", **about: Any) -> Clock:
    """Store the clock with its arithmetic, once: the same slot again gives the clock that is there."""
    held = Clock.objects.filter(slot=slot).first()
    if held is not None:
        return held
    rule, key, request = RULES[kind], new_key(), about.get("request")
    try:
        with acting(doing, "clock", "clock", key, request.number if request else "") as entry:
            entry.detail |= {"step": "started", "clock": kind, "ends_at": worked.ends_at.isoformat()}
            return Clock.objects.create(
                key=key, slot=slot, kind=kind, says=(says or rule.says)[:200], trigger=worked.trigger[:120],
                started_at=worked.started_at, rule=worked.rule[:300], calendar=worked.calendar[:120],
                ends_at=worked.ends_at, arithmetic=list(worked.arithmetic), citation=worked.citation[:200],
                custody=rule.custody, **about,
            )  # fmt: skip
    except IntegrityError:
        return Clock.objects.get(slot=slot)  # another writer told the same event at the same time


# ---- meeting


def meet(clock: Clock, how: str, doing: Doing) -> Clock:
    """Record how a clock was met. A clock on somebody's custody is met by a commander or by the release itself.

    Raises RefusedError where it was met already, where nothing is said, or where the role may not.
    """
    check_right(needed("meet_clock"), doing.role)
    if not how.strip():
        raise RefusedError("Say how the deadline was met.")
    if clock.custody and doing.role != "commander":
        raise RefusedError("An inmate is held while this deadline runs: a commander closes it out.")
    if not _close(clock, how, doing):
        raise RefusedError("This deadline was closed out already; look again.")
    return clock


def meet_notice(notice: Notice, how: str, doing: Doing) -> None:
    """A notice was served or excused: its clocks are met."""
    for clock in notice.clocks.filter(met_at=None):
        _close(clock, how, doing, notice.served_at)


def meet_ended(request: Request, how: str, doing: Doing) -> None:
    """A request ended because its sender took it back: every clock of its own is met; what is owed to the person still runs."""
    for clock in Clock.objects.filter(request=request, notice=None, met_at=None):
        _close(clock, how, doing)


def meet_dispute(dispute: Dispute, how: str, doing: Doing) -> None:
    """A dispute is settled: its clock is met."""
    for clock in dispute.clocks.filter(met_at=None):
        _close(clock, how, doing)


def meet_release(booking: Booking, how: str, doing: Doing) -> None:
    """The person is out of the door: release and hold clocks of the booking are met."""
    for clock in Clock.objects.filter(booking=booking, kind__in=["release", "hold_end"], met_at=None):
        _close(clock, how, doing, booking.released_at)


def _close(clock: Clock, how: str, doing: Doing, at: datetime | None = None) -> bool:
    """Close a clock as met at `at` (now where None); False where it was met already."""
    with transaction.atomic():
        fresh = Clock.objects.select_for_update(of=("self",)).get(pk=clock.pk)
        if fresh.met_at is not None:
            return False
        with acting(doing, "clock", "clock", fresh.key, _number(fresh)) as entry:
            fresh.met_at, fresh.met_how = at or doing.at, how[:120]
            entry.detail |= {"step": "met", "clock": fresh.kind, "late": fresh.met_at > fresh.ends_at}
            entry.sealed["how"] = how
            fresh.save(update_fields=["met_at", "met_how"])
    clock.met_at, clock.met_how = fresh.met_at, fresh.met_how
    return True


# ---- the round


def run_again(clocks: Iterable[Clock], doing: Doing) -> None:
    """What met these deadlines was logged in error: they run again, to the same time as before."""
    for clock in clocks:
        with acting(doing, "clock", "clock", clock.key, _number(clock)) as entry:
            Clock.objects.filter(pk=clock.pk).update(met_at=None, met_how="")
            entry.detail |= {"step": "runs again", "clock": clock.kind}


def run_again_after_undo(clocks: Any, doing: Doing) -> list[Clock]:
    """The deadlines among these that a release ended, or a request that ended with it: they run again. Gives them back."""
    ended = list(clocks.filter(met_how__in=[LEFT, RELEASED, *_GONE.values()]))
    run_again(ended, doing)
    return ended


def running() -> QuerySet[Clock]:
    """The clocks that run: not met, and not of a notice that is served."""
    return Clock.objects.filter(OPEN_NOTICE, met_at=None)


def tick(at: datetime) -> Ticked:
    """One round: start what nobody started, close what is over, warn early, pass on what has run out. A second round does nothing.

    Each clock is a transaction of its own, with its event.
    """
    doing = by_system(at)
    before = set(Clock.objects.filter(met_at=None).values_list("pk", flat=True))
    for each in _ready():
        start_for_release(each, doing)
    started = Clock.objects.filter(met_at=None).exclude(pk__in=before).count()
    met = sum(_close(clock, why, doing, when) for clock, why, when in list(_over()))
    steps = [_step(clock, doing) for clock in list(running().order_by("ends_at"))]
    return Ticked(started, met, steps.count("warned"), steps.count("escalated"))


def _ready() -> QuerySet[Booking]:
    """Bookings of people who may go: their target starts where nobody started it, and counts again where a hold came or went."""
    return Booking.objects.filter(release_ready_at__isnull=False, released_at=None).select_related("person")


def _over() -> Iterator[tuple[Clock, str, datetime | None]]:
    """Clocks whose cause is over, though nobody told them."""
    clocks = Clock.objects.filter(met_at=None).select_related("request", "notice", "dispute", "booking")
    for clock in clocks:
        why = _why_over(clock)
        if why:
            yield clock, why, _when_over(clock)


def _when_over(clock: Clock) -> datetime | None:
    """When the cause of a clock was over, where a time is kept for it."""
    if clock.notice is not None:
        return clock.notice.served_at
    if clock.dispute is not None:
        return clock.dispute.resolved_at
    return clock.booking.released_at if clock.booking is not None else None


def _why_over(clock: Clock) -> str:
    """In words, why a clock need not run any more; empty where it must."""
    if clock.notice is not None and (clock.notice.served_at or clock.notice.excused):
        return "served" if clock.notice.served_at else "marked unservable by a commander"
    if clock.dispute is not None:
        return "the dispute is decided" if clock.dispute.resolved_at else ""
    if clock.booking is not None and clock.booking.released_at:
        return RELEASED
    if clock.custody or clock.request is None:
        return ""
    return _ENDED.get(clock.kind, {}).get(clock.request.state, "")


_SENT = {"answered": "answered", "watching": "answered"}
_GONE = {"ended": "the request has ended", "closed": "the request is closed"}
_ENDED: dict[str, dict[str, str]] = {
    "reply_by": _SENT | _GONE, "changes": _GONE, "opinion": _GONE, "notify_ice": _GONE,
}  # fmt: skip
"""States of the request that end a clock on records. No state of a request ends a clock on somebody's custody."""


def _step(clock: Clock, doing: Doing) -> str:
    """Warn of a clock, or pass it on, once each; what was done, or nothing."""
    with transaction.atomic():
        fresh = Clock.objects.select_for_update(of=("self",)).select_related("request").get(pk=clock.pk)
        step = _due_step(fresh, doing.at)
        if step:
            field = f"{step}_at"
            rule = RULES[fresh.kind]
            with acting(doing, "clock", "clock", fresh.key, _number(fresh)) as entry:
                told = rule.escalates if step == "escalated" else rule.to
                entry.detail |= {"step": step, "clock": fresh.kind, "to": told}
                setattr(fresh, field, doing.at)
                fresh.save(update_fields=[field])
    return step


def _due_step(clock: Clock, at: datetime) -> str:
    if clock.met_at is not None:
        return ""
    if at >= clock.ends_at:
        return "" if clock.escalated_at else "escalated"
    warns = RULES[clock.kind].warns_at(clock.started_at, clock.ends_at)
    return "warned" if at >= warns and clock.warned_at is None else ""


def _number(clock: Clock) -> str:
    return clock.request.number if clock.request else ""


def clock_called(key: str) -> Clock | None:
    """One clock with what it is about."""
    return Clock.objects.select_related("request", "dispute", "notice", "booking__person").filter(key=key).first()


def of_request(request: Request) -> QuerySet[Clock]:
    """The clocks of a request, those that run first; how each was worked out stays where it is."""
    return request.clocks.defer("arithmetic").order_by("met_at", "ends_at")
