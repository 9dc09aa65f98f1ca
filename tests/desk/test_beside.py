"""What stands beside the requests: the contact log, tellings of the third kind, outside accounts, calendars, hand-overs of shifts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from habeas.desk.doing import by
from habeas.desk.models import Contact, Event, Handover, Publication
from habeas.desk.services.clocks import calendar
from habeas.desk.services.contacts import contacts
from habeas.desk.services.contacts import external_accounts as outside
from habeas.desk.services.contacts import incidental_disclosures as tellings
from habeas.desk.services.contacts.contacts import Call
from habeas.desk.services.contacts.external_accounts import GivenAccount
from habeas.desk.services.contacts.incidental_disclosures import Sent
from habeas.desk.services.identity import disputes
from habeas.desk.services.pages import shifts
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from tests.desk.test_clocks import texas_hold
from tests.desk.test_core import detainer

pytestmark = pytest.mark.django_db


def call(now, **more):
    given = {"way": "call_in", "who": "Officer Doe", "agency": "ICE", "began_at": now, "asked": "Is he there?"}
    return Call(**given | more)


def publish(staff, now, field="booked_at"):
    return Publication.objects.create(
        field=field, since=date(2020, 1, 1), where="the public site", evidence="seen", recorded_by=staff["counsel"],
        recorded_at=now,
    )  # fmt: skip


def test_a_call_without_a_request_is_logged_and_counted(staff, now):
    made = contacts.log(call(now), by(staff["clerk"], now))
    assert made.finished_at == now
    assert not made.late_entry
    assert contacts.contacts().filter(contacts.FILTERS["no_request"][1]).get() == made


def test_each_field_told_keeps_the_ground_it_rested_on(subject, staff, now):
    publish(staff, now)
    booking = subject.bookings.first()
    made = contacts.log(call(now, told=("booked_at", "home_address"), about=booking), by(staff["clerk"], now))
    assert {each.field: (each.ground, each.allowed) for each in made.told.all()} == {
        "booked_at": ("public", True),
        "home_address": ("none", False),
    }


def test_what_no_ground_allows_is_recorded_and_a_commander_looks(subject, staff, now, later):
    booking = subject.bookings.first()
    made = contacts.log(call(now, told=("release_date",), about=booking), by(staff["clerk"], now))
    assert contacts.contacts().get().exception
    with pytest.raises(NotYoursError):
        contacts.look(made, "spoke with the clerk", by(staff["clerk"], now))
    contacts.look(made, "spoke with the clerk", by(staff["commander"], later(hours=1)))
    assert not contacts.contacts().filter(contacts.FILTERS["unseen"][1]).exists()
    assert contacts.contacts().filter(contacts.FILTERS["exception"][1]).exists(), "it stays an exception"


def test_a_signed_decision_is_a_ground_for_its_own_person_only(subject, staff, now, here, later):
    from habeas.desk.models import Booking

    request = texas_hold(subject, staff, now, here)
    decision = request.decisions.get()
    complies = set(decision.choices.filter(does="complies").values_list("act", flat=True))
    assert "notify" in complies
    doing = by(staff["clerk"], later(minutes=5))
    at = later(minutes=5)
    own = contacts.log(call(at, told=("release_date",), about=request.booking, request=request), doing)
    assert (own.told.get().ground, own.told.get().decision) == ("decision", decision)
    stranger = Booking.objects.exclude(person=subject).first()
    other = contacts.log(call(at, told=("release_date",), about=stranger, request=request), doing)
    assert not other.told.get().allowed


def test_while_a_dispute_is_open_no_release_date_may_be_told(subject, staff, now, here, later):
    request = texas_hold(subject, staff, now, here)
    disputes.raise_dispute(subject, "not_me", "the person", by(staff["clerk"], later(minutes=1)))
    at = later(minutes=5)
    made = contacts.log(
        call(at, told=("release_date",), about=request.booking, request=request), by(staff["clerk"], at)
    )
    assert "dispute" in made.told.get().why


def test_a_standing_script_needs_two_people_and_can_be_ended_by_one(subject, staff, now, later):
    script = contacts.make_script("We have your paper.", ["facility"], by(staff["counsel"], now))
    told = {"told": ("facility",), "about": subject.bookings.first()}
    before = contacts.log(call(now, **told), by(staff["clerk"], now))
    assert not before.told.get().allowed
    with pytest.raises(NotYoursError):
        contacts.confirm_script(script, contacts.shown_script(script), by(staff["counsel"], now))
    contacts.confirm_script(script, contacts.shown_script(script), by(staff["commander"], now))
    at = later(minutes=1)
    assert contacts.log(call(at, **told), by(staff["clerk"], at)).told.get().ground == "script"
    contacts.end_script(script, by(staff["counsel"], later(minutes=2)))
    at = later(minutes=3)
    assert not contacts.log(call(at, **told), by(staff["clerk"], at)).told.get().allowed


def test_the_maker_of_a_script_does_not_confirm_it(staff, now):
    script = contacts.make_script("We have your paper.", [], by(staff["commander"], now))
    with pytest.raises(RefusedError, match="cannot confirm"):
        contacts.confirm_script(script, contacts.shown_script(script), by(staff["commander"], now))
    with pytest.raises(IntegrityError), transaction.atomic():
        type(script).objects.filter(pk=script.pk).update(confirmed_by=staff["commander"])


def test_a_call_can_be_saved_half_and_finished_later_but_never_changed_afterwards(staff, now, later):
    half = contacts.log(call(now, who="", agency="", asked=""), by(staff["clerk"], now), finish=False)
    assert half.finished_at is None
    with pytest.raises(RefusedError, match="save it to finish later"):
        contacts.go_on(half, call(now, who=""), by(staff["clerk"], later(minutes=5)))
    contacts.go_on(half, call(now), by(staff["clerk"], later(minutes=6)))
    with pytest.raises(RefusedError, match="cannot be changed"):
        contacts.go_on(half, call(now, asked="something else"), by(staff["clerk"], later(minutes=7)))


def test_a_late_entry_carries_both_times(staff, now, later):
    made = contacts.log(call(now, ended_at=later(minutes=4)), by(staff["clerk"], later(hours=5)))
    assert (made.late_entry, made.began_at, made.recorded_at) == (True, now, later(hours=5))
    assert not contacts.log(call(now), by(staff["clerk"], later(hours=1))).late_entry


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"way": "pigeon"}, "Choose the method"),
        ({"began_at": timedelta(hours=1)}, "future"),
        ({"ended_at": timedelta(hours=-1)}, "before it began"),
        ({"told": ("soul",)}, "not a field that can be disclosed"),
        ({"told": ("name",)}, "the booking that was discussed"),
    ],
)
def test_a_contact_that_cannot_be_is_refused_in_one_sentence(more, said, staff, now):
    given = {key: now + value if isinstance(value, timedelta) else value for key, value in more.items()}
    with pytest.raises(RefusedError, match=said):
        contacts.log(call(now, **given), by(staff["clerk"], now))
    assert not Contact.objects.exists()


def test_the_record_of_a_call_names_nobody_in_the_open(subject, staff, now):
    booking = subject.bookings.first()
    made = contacts.log(
        call(now, told=("name",), about=booking, badge="B-77", number="555 0100"), by(staff["clerk"], now)
    )
    body = Event.objects.get(act="contact", object=made.key).body
    for word in ("Doe", "B-77", "555 0100", booking.booking_id, subject.family_name):
        assert word not in body
    assert '"told":{"name":"none"}' in body


def test_a_promise_stands_until_it_is_kept(staff, now, later):
    made = contacts.log(call(now, promised="call back", promised_for=later(hours=2)), by(staff["clerk"], now))
    assert contacts.contacts().filter(contacts.FILTERS["promised"][1]).get() == made
    contacts.keep_promise(made, by(staff["clerk2"], later(hours=1)))
    with pytest.raises(RefusedError, match="no follow-up open"):
        contacts.keep_promise(made, by(staff["clerk2"], later(hours=1)))


def test_a_query_by_hand_needs_purpose_and_reason_and_fingerprints_do_not(subject, staff, now, later):
    booking = subject.bookings.first()
    doing = by(staff["clerk"], now)
    prints = Sent("fingerprint", now, "state bureau", transaction="T-1")
    tellings.record(booking, prints, doing)
    query = Sent("hand_query", now, "LESC", ori="CA0190000", purpose="C", reason="asked by the court")
    tellings.record(booking, query, doing)
    for lacking in ("purpose", "reason", "to"):
        with pytest.raises(RefusedError):
            tellings.record(booking, replace(query, **{lacking: " "}), doing)
    with pytest.raises(RefusedError, match="future"):
        tellings.record(booking, replace(prints, sent_at=later(hours=1)), doing)
    assert tellings.of_person(subject).count() == 2
    assert Event.objects.filter(act="telling").count() == 2


def test_a_changed_law_asks_for_another_review_of_an_outside_account(staff, now, here):
    doing = by(staff["administrator"], now)
    made = outside.record(GivenAccount("login", "ICE ERO", "jail lookup", "booking search", date(2025, 1, 1)), doing)
    day, law = date(2026, 3, 4), outside.law_now()
    assert "never reviewed" in outside.standing(made, day, law).why
    outside.review(made, doing)
    assert outside.standing(made, day, law).why == ()
    assert outside.standing(made, day + timedelta(days=92), law).why == ("the quarterly review is past",)
    (name, *_) = law
    assert name in outside.standing(made, day, law | {name: "0" * 64}).why[0]
    outside.revoke(made, doing)
    assert outside.standing(made, day, law | {name: "0" * 64}).why == ()
    with pytest.raises(RefusedError, match="revoked"):
        outside.review(made, doing)
    with pytest.raises(NotYoursError):
        outside.record(GivenAccount("login", "x", "y", "z", day), by(staff["clerk"], now))


def test_a_calendar_holds_request_numbers_and_nobodys_name(subject, staff, now, here):
    texas_hold(subject, staff, now, here)
    disputes.raise_dispute(subject, "other", "the person", by(staff["clerk"], now), words="secret words")
    text = calendar.feed(now).decode()
    assert "R-0001: The hold ends: release the inmate" in text.replace("\r\n ", "")
    for word in (subject.family_name, subject.given_name, subject.person_id, "secret words"):
        assert word not in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") >= 2


def test_a_calendars_secret_ends_with_revoking_the_year_and_the_account(staff, now, later):
    doing = by(staff["clerk"], now)
    secret = calendar.make_key(doing)
    assert calendar.owner_of(secret, now) == staff["clerk"]
    assert calendar.owner_of(secret, later(days=365)) is None
    newer = calendar.make_key(by(staff["clerk"], later(minutes=1)))
    assert calendar.owner_of(secret, later(minutes=2)) is None
    staff["clerk"].is_active = False
    staff["clerk"].save()
    assert calendar.owner_of(newer, later(minutes=2)) is None
    staff["clerk"].is_active = True
    staff["clerk"].save()
    calendar.revoke_keys(by(staff["clerk"], later(minutes=3)))
    assert calendar.owner_of(newer, later(minutes=4)) is None
    assert calendar.owner_of("", now) is None
    with pytest.raises(NotYoursError):
        calendar.make_key(by(staff["administrator"], now))


def test_two_commanders_hand_a_shift_over_and_the_paper_names_nobody(subject, staff, now, here, later):
    texas_hold(subject, staff, now, here)
    disputes.raise_dispute(subject, "not_me", "the person", by(staff["clerk"], now))
    contacts.log(call(now, promised="call back", promised_for=later(hours=1)), by(staff["clerk"], now))
    made = shifts.prepare(by(staff["commander"], later(minutes=5)))
    assert made.body["disputes"]
    assert made.body["promised"]
    assert subject.family_name not in str(made.body)
    with pytest.raises(RefusedError, match="the next watch"):
        shifts.take(made, shifts.shown(made), by(staff["commander"], later(minutes=6)))
    with pytest.raises(RefusedError, match="a watch commander accepts it"):
        shifts.take(made, shifts.shown(made), by(staff["clerk"], later(minutes=6)))
    with pytest.raises(NotYoursError):
        shifts.take(made, shifts.shown(made), by(staff["inspector"], later(minutes=6)))
    shifts.take(made, shifts.shown(made), by(staff["commander2"], later(minutes=6)))
    with pytest.raises(RefusedError, match="already"):
        shifts.take(made, shifts.shown(made), by(staff["commander2"], later(minutes=7)))
    with pytest.raises(IntegrityError), transaction.atomic():
        Handover.objects.filter(pk=made.pk).update(incoming=staff["commander"])


def test_the_watch_changes_at_the_offices_own_times(now):
    from zoneinfo import ZoneInfo

    local = now.astimezone(ZoneInfo("America/Los_Angeles"))
    assert f"{shifts.next_change('06:00 14:00 22:00', local):%d %H:%M}" == "04 06:00"
    assert f"{shifts.next_change('06:00', local.replace(hour=7)):%d %H:%M}" == "05 06:00"
    assert shifts.next_change("soon", local) - local == timedelta(hours=8)


def test_an_unrelated_request_is_not_a_ground(subject, staff, now):
    request = detainer(subject, now)
    made = contacts.log(
        call(now, told=("release_date",), about=request.booking, request=request), by(staff["clerk"], now)
    )
    assert made.told.get().ground == "none"
