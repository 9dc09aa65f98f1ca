"""Clocks: started once by what happens, warned early, passed on, met; on custody none is ever moved."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from habeas.desk.doing import by, by_system
from habeas.desk.models import Clock, Event
from habeas.desk.services.clocks import clocks
from habeas.desk.services.clocks.clock_rules import NOT_STARTED, RULES
from habeas.desk.services.clocks.clock_working import HOURS_TO_TELL
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.signing import sign
from habeas.desk.services.identity import disputes
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from tests.desk.test_core import detainer

pytestmark = pytest.mark.django_db

RELEASE = "2026-03-06T18:00:00-06:00"


def texas_hold(subject, staff, now, here, release_at=RELEASE):
    """A Texas detainer, drafted and signed; the office complies with the hold."""
    here.jurisdiction, here.time_zone = "us-tx", "America/Chicago"
    here.save()
    request = detainer(subject, now)
    clerk = by(staff["clerk"], now)
    record_fact(request, "person.proof_of_status_given", "none", "asked the person", now, clerk)
    if release_at:
        record_fact(request, "custody.release_at", release_at, "the court's order", now, clerk)
    make(request, [], clerk)
    decision = request.decisions.get(state="to_sign")
    sign(request, by(staff["commander"], now, "totp"), shown_sha256(decision))
    return request


def test_a_hold_ends_when_the_provision_says_and_keeps_its_arithmetic(subject, staff, now, here):
    request = texas_hold(subject, staff, now, here)
    clock = Clock.objects.get(request=request, kind="hold_end")
    assert clock.ends_at == datetime.fromisoformat(RELEASE) + timedelta(hours=48)
    assert clock.ends_at == request.decisions.get().choices.get(act="hold").until
    assert clock.custody
    assert any("48 hours" in step for step in clock.arithmetic)
    assert any("2026-03-08 19:00 CDT" in step for step in clock.arithmetic), "over the change of clocks on 8 March"
    assert "Tex." in clock.citation or "Code" in clock.citation


def test_no_hold_clock_runs_before_the_second_person_has_signed(subject, staff, now, here):
    here.jurisdiction = "us-tx"
    here.save()
    request = detainer(subject, now)
    clerk = by(staff["clerk"], now)
    record_fact(request, "person.proof_of_status_given", "none", "asked the person", now, clerk)
    record_fact(request, "custody.release_at", RELEASE, "the court's order", now, clerk)
    make(request, [], clerk)
    assert not Clock.objects.filter(kind="hold_end").exists()


def test_a_hold_whose_start_is_unknown_gets_its_end_when_the_jail_says_who_may_go(subject, staff, now, here, later):
    request = texas_hold(subject, staff, now, here, release_at=None)
    assert not Clock.objects.filter(kind="hold_end").exists()
    booking = request.booking
    booking.release_ready_at = later(hours=3)
    booking.save()
    clocks.start_for_release(booking, by_system(later(hours=3)))
    assert Clock.objects.get(kind="hold_end").ends_at == later(hours=51)
    assert Clock.objects.get(kind="release").ends_at == later(hours=51 + here.release_hours), "from the end of the hold"


def test_a_later_decision_never_puts_off_the_end_of_a_hold(subject, staff, now, here, later):
    request = texas_hold(subject, staff, now, here)
    first = Clock.objects.get(kind="hold_end")
    booking = request.booking
    booking.release_ready_at = later(days=9)
    booking.save()
    clocks.start_for_decision(request, request.decisions.get(), by_system(later(days=1)))
    clocks.start_for_release(booking, by_system(later(days=9)))
    first.refresh_from_db()
    assert first.met_at is None
    assert min(each.ends_at for each in Clock.objects.filter(kind="hold_end", met_at=None)) == first.ends_at


@pytest.mark.parametrize("field", ["ends_at", "started_at", "rule", "custody", "kind", "arithmetic"])
def test_the_database_refuses_to_move_a_clock(field, subject, staff, now, here, later):
    texas_hold(subject, staff, now, here)
    clock = Clock.objects.get(kind="hold_end")
    changed = {
        "ends_at": later(days=30), "started_at": later(days=1), "rule": "72 hours", "custody": False, "kind": "notice",
        "arithmetic": ["because"],
    }  # fmt: skip
    with pytest.raises(IntegrityError, match="never moved, paused or extended"), transaction.atomic():
        Clock.objects.filter(pk=clock.pk).update(**{field: changed[field]})
    setattr(clock, field, changed[field])
    with pytest.raises(IntegrityError), transaction.atomic():
        clock.save()


def test_no_code_pauses_or_extends_a_clock():
    import habeas.desk.services.clocks.clocks as module

    words = [name for name in vars(module) if any(part in name for part in ("pause", "stop", "extend", "resume"))]
    assert words == []
    fields = {each.name for each in Clock._meta.get_fields()}
    assert not {name for name in fields if "pause" in name or "stop" in name or "extend" in name}


def test_the_same_event_told_twice_starts_one_clock(subject, staff, now, here):
    request = texas_hold(subject, staff, now, here)
    before = Clock.objects.count()
    clocks.start_for_decision(request, request.decisions.get(), by_system(now))
    clocks.start_for_notices(list(request.notices.all()), by_system(now))
    assert Clock.objects.count() == before


def test_a_notice_runs_on_the_countys_target_and_says_that_it_is_policy(subject, staff, now, here):
    request = detainer(subject, now)
    make(request, [], by(staff["clerk"], now))
    clock = Clock.objects.filter(request=request, kind="notice").first()
    assert clock.ends_at == now + timedelta(hours=here.notice_hours)
    assert "County target" in clock.citation
    assert any("7283.1" in each.citation for each in request.clocks.filter(kind="notice"))


def test_the_reply_runs_to_the_time_the_paper_gives_and_a_new_time_takes_its_place(subject, staff, now, later):
    request = detainer(subject, now)
    request.reply_by = later(days=3)
    doing = by(staff["clerk"], now)
    (first,) = clocks.start_for_request(request, doing)
    request.reply_by = later(days=5)
    (second,) = clocks.start_for_request(request, doing)
    first.refresh_from_db()
    assert (first.met_how, second.ends_at) == ("a newer one runs in its place", later(days=5))
    assert any("Nothing is counted" in step for step in second.arithmetic)


def test_a_request_without_a_time_for_the_reply_starts_nothing(subject, staff, now):
    assert clocks.start_for_request(detainer(subject, now), by(staff["clerk"], now)) == []


def test_a_clock_is_warned_of_once_then_passed_on_once(subject, staff, now, here, later):
    disputes.raise_dispute(subject, "not_me", "the person", by(staff["clerk"], now))
    assert clocks.tick(later(minutes=30)).warned == 0
    assert clocks.tick(later(minutes=45)).warned == 1
    assert clocks.tick(later(minutes=46)) == clocks.Ticked(0, 0, 0, 0)
    assert clocks.tick(later(minutes=60)).escalated == 1
    assert clocks.tick(later(minutes=61)) == clocks.Ticked(0, 0, 0, 0)
    steps = [each.body for each in Event.objects.filter(act="clock", kind="clock").order_by("seq")]
    assert [word for body in steps for word in ("started", "warned", "escalated") if f'"step":"{word}"' in body] == [
        "started", "warned", "escalated",
    ]  # fmt: skip


def test_a_round_starts_the_release_nobody_started_and_closes_it_at_the_door(subject, now, later):
    booking = subject.bookings.first()
    booking.release_ready_at = now
    booking.save()
    assert clocks.tick(later(minutes=1)).started == 1
    booking.released_at = later(hours=2)
    booking.save()
    assert clocks.tick(later(hours=3)).met == 1
    assert Clock.objects.get(kind="release").met_at == later(hours=2)


def test_no_state_of_a_request_ends_a_clock_on_somebodys_custody(subject, staff, now, here, later):
    request = texas_hold(subject, staff, now, here)
    request.state = "closed"
    request.save()
    clocks.tick(later(hours=1))
    assert Clock.objects.get(kind="hold_end").met_at is None


def test_only_a_commander_says_how_a_clock_on_custody_was_met(subject, staff, now, here, later):
    texas_hold(subject, staff, now, here)
    clock = Clock.objects.get(kind="hold_end")
    with pytest.raises(RefusedError, match="a commander closes it out"):
        clocks.meet(clock, "gone", by(staff["clerk"], later(hours=1)))
    with pytest.raises(NotYoursError):
        clocks.meet(clock, "gone", by(staff["inspector"], later(hours=1)))
    with pytest.raises(RefusedError, match="Say how"):
        clocks.meet(clock, " ", by(staff["commander"], later(hours=1)))
    clocks.meet(clock, "ICE rescinded the detainer", by(staff["commander"], later(hours=1)))
    with pytest.raises(RefusedError, match="closed out already"):
        clocks.meet(clock, "again", by(staff["commander"], later(hours=2)))


def test_every_clock_says_its_trigger_rule_calendar_and_whom_it_warns():
    for rule in RULES.values():
        assert all(
            [rule.says, rule.trigger, rule.rule, rule.calendar, rule.computed, rule.to, rule.escalates, rule.overdue]
        )
    assert "no one's permission" in RULES["hold_end"].overdue
    assert all(NOT_STARTED.values())


def test_the_two_hours_for_ice_are_the_packs_own_words():
    from habeas.law.engine.jurisdictions import resolve
    from habeas.law.model.ends import PlusHours, at
    from habeas.law.model.vocabulary import Act

    rules = {rule.id: rule for rule in resolve("us-nc").rules_on(Act.NOTIFY, date(2026, 1, 1))}
    assert "two hours" in rules[HOURS_TO_TELL].sentence
    assert rules[HOURS_TO_TELL].until == PlusHours(at("custody.release_at"), 2)
    assert HOURS_TO_TELL not in {rule.id for rule in resolve("us-nc").rules_on(Act.NOTIFY, date(2025, 9, 30))}


def test_north_carolina_starts_the_official_the_hold_and_the_two_hours(subject, staff, now, here):
    here.jurisdiction, here.time_zone = "us-nc", "America/New_York"
    here.save()
    request = detainer(subject, now)
    clerk = by(staff["clerk"], now)
    record_fact(request, "custody.release_at", RELEASE, "the court's order", now, clerk)
    make(request, [], clerk)
    sign(request, by(staff["commander"], now, "totp"), shown_sha256(request.decisions.get()))
    ends = {each.kind: each.ends_at for each in request.clocks.all()}
    start = datetime.fromisoformat(RELEASE)
    assert ends["hold_end"] == start + timedelta(hours=48)
    assert ends["notify_ice"] == start + timedelta(hours=2)
    assert "judicial_first" in ends


def test_texas_starts_no_two_hour_clock(subject, staff, now, here):
    request = texas_hold(subject, staff, now, here)
    assert not request.clocks.filter(kind="notify_ice").exists()


def test_counsels_last_day_and_the_day_an_answer_changes_have_their_clocks(subject, staff, now, here):
    from habeas.desk.models import Opinion

    request = detainer(subject, now)
    made = make(request, [], by(staff["clerk"], now))
    made.answer = made.answer | {"changes_on": [{"date": "2026-05-01", "act": "notify", "to": "may"}]}
    (clock,) = [each for each in clocks.start_for_decision(request, made, by_system(now)) if each.kind == "changes"]
    assert f"{clock.ends_at.astimezone():%Y-%m-%d}" in {"2026-04-30", "2026-05-01"}
    assert "2026-04-30 23:59" in clock.arithmetic[-1]
    opinion = Opinion.objects.create(
        request=request,
        act="notify",
        outcome="may",
        text="x",
        by=staff["counsel"],
        at=now,
        expires_on=date(2026, 3, 31),
    )
    (expiry,) = clocks.start_for_opinion(opinion, by(staff["counsel"], now))
    assert "2026-03-31 23:59" in expiry.arithmetic[-1]
