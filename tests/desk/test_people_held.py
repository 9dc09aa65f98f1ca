"""Attacks on what no row is held of: a person's record with its hash mended, a booking, a picture of a paper, what undoing puts back."""

import zlib

import msgspec
import pytest
from django.db import connection
from django.db.models import F

from habeas.desk.doing import by
from habeas.desk.models import Booking, Person, RosterBefore, RosterFile, RosterImport
from habeas.desk.services.custody import custody, roster_undo
from habeas.desk.services.intake import intake
from habeas.desk.services.papers.papers import draw_now, picture_of
from habeas.desk.services.record.reconciliation import reconcile, reconciled
from habeas.desk.services.record.reconciliation_people import HALF
from habeas.desk.services.releases import release_watch
from habeas.desk.services.upkeep import jobs
from habeas.desk.workflow.errors import RefusedError
from tests.desk.sheets import sheet
from tests.desk.test_rosters import changed, take_in

pytestmark = [pytest.mark.django_db, pytest.mark.forges]


@pytest.fixture
def doing(staff, now):
    return by(staff["clerk"], now)


def named():
    return {(each.table, each.record) for each in reconcile()}


def test_a_record_changed_with_its_hash_made_to_fit_is_named(subject):
    assert not named()
    data = subject.record | {"a_number": "A123456789"}
    Person.objects.filter(pk=subject.pk).update(record=data, record_sha256=custody.record_sha256(data))
    assert named() == {("person", "any")}


@pytest.mark.parametrize("change", [{"family_name": "OTHER"}, {"date_of_birth": "1990-01-01"}, {"sex": "F"}])
def test_so_is_a_name_that_pages_show(subject, change):
    Person.objects.filter(pk=subject.pk).update(**change)
    assert named() == {("person", "any")}


def test_somebody_deleted_or_put_in_is_named(subject):
    Booking.objects.filter(person=subject).delete()
    Person.objects.filter(pk=subject.pk).delete()
    assert named() == {("person", "any"), ("booking", "any")}


def test_a_person_who_is_made_to_have_left_is_named(subject):
    Person.objects.filter(pk=subject.pk).update(in_custody=False)
    assert named() == {("person", str(subject.pk))}


@pytest.mark.parametrize("change", [{"scheduled_release_on": "2026-03-05"}, {"facility": "another"}])
def test_a_booking_that_does_not_say_what_the_record_says_is_named(subject, change):
    stay = subject.bookings.get()
    Booking.objects.filter(pk=stay.pk).update(**change)
    assert named() == {("booking", str(stay.pk)), ("booking", "any")}


def test_so_is_one_whose_end_was_put_in_or_taken_away_without_a_report(subject, now):
    stay = subject.bookings.get()
    Booking.objects.filter(pk=stay.pk).update(released_at=now)
    assert named() == {("booking", str(stay.pk))}


@pytest.mark.parametrize("change", [{"booked_at": None}, {"booking_id": "other"}, {"key": "other"}])
def test_so_are_the_days_the_number_and_the_key_of_a_stay(subject, change):
    Booking.objects.filter(person=subject).update(**change)
    assert named() == {("booking", "any")}


def test_so_is_a_stay_deleted_or_given_to_somebody_else(subject):
    other = Person.objects.exclude(pk=subject.pk).order_by("pk")[0]
    Booking.objects.filter(person=subject).update(person=other, booking_id="moved")
    assert named() == {("booking", "any")}
    Booking.objects.filter(booking_id="moved").delete()
    assert named() == {("booking", "any")}


def test_so_are_two_people_whose_keys_were_swapped_so_that_the_record_speaks_of_the_other(subject):
    other = Person.objects.exclude(pk=subject.pk).order_by("pk")[0]
    Person.objects.filter(pk=subject.pk).update(key="for now")
    Person.objects.filter(pk=other.pk).update(key=subject.key)
    Person.objects.filter(pk=subject.pk).update(key=other.key)
    assert named() == {("booking", "any")}


def test_somebody_moved_to_a_roster_that_was_never_applied_is_not_hidden_by_it(subject, small_county, doing, later):
    seen = take_in(changed(small_county, **{subject.person_id: {"housing": "Z-99"}}), doing, later(hours=1))
    Person.objects.filter(pk=subject.pk).update(in_custody=False, last_seen=seen)
    assert named() == {("booking", "any")}


def test_an_export_that_was_deleted_is_missed(subject):
    RosterFile.objects.filter(roster=subject.last_seen).delete()
    assert named() == {("rosterfile", str(subject.last_seen_id))}


def test_a_release_that_nobody_reported_is_named(subject, now):
    stay = subject.bookings.get()
    Booking.objects.filter(pk=stay.pk).update(released_at=now, release_reported_at=now)
    Person.objects.filter(pk=subject.pk).update(in_custody=False)
    assert ("booking", str(stay.pk)) in named()


def test_honest_work_leaves_nothing_to_name(roster, subject, small_county, doing, later):
    release_watch.report_release(subject.bookings.get(), later(minutes=-1), "released", doing)
    text = changed(small_county, **{subject.person_id: {"housing": "Z-99", "booking_id": "N-1"}})
    kept = take_in(text, doing, later(hours=1))
    custody.apply_roster(kept, doing)
    assert not named()
    kept.refresh_from_db()
    roster_undo.ask_undo(kept, "the wrong file", doing)
    jobs.queue("undo_roster", kept.key, doing)
    assert not named()


def test_a_roster_stopped_half_way_is_said_and_a_forger_cannot_say_it(roster, small_county, doing, later):
    kept = take_in(changed(small_county), doing, later(hours=1))
    RosterBefore.objects.create(roster=kept, person_id="A1", content=b"")
    Person.objects.update(family_name="OTHER")
    assert ("person", "any") in named()
    custody.keep_before(kept, ["A2"], {})
    assert HALF in reconciled().sentences


def test_what_undoing_would_put_back_is_what_the_desk_kept(roster, subject, small_county, doing, later):
    kept = take_in(changed(small_county, **{subject.person_id: {"housing": "Z-99"}}), doing, later(hours=1))
    custody.apply_roster(kept, doing)
    kept.refresh_from_db()
    row = RosterBefore.objects.get(roster=kept, person_id=subject.person_id)
    other = RosterBefore.objects.filter(roster=kept).exclude(pk=row.pk).first()
    forged = zlib.compress(msgspec.json.encode({"person": {"in_custody": False}, "bookings": []}))
    before = list(Person.objects.order_by("pk").values())
    for content in (forged, b"", bytes(other.content), bytes(row.content)[:-1]):
        RosterBefore.objects.filter(pk=row.pk).update(content=content)
        with pytest.raises(RefusedError, match="was not kept by this desk as it stands"):
            roster_undo.undo(RosterImport.objects.get(pk=kept.pk), doing)
    assert list(Person.objects.order_by("pk").values()) == before


def test_a_picture_that_the_desk_did_not_draw_is_never_shown(doing, now):
    paper = intake.receive_paper(sheet("detainer"), "a.pdf", "fax", now, now, "desk", doing).paper
    (row,) = draw_now(paper)
    drawn = picture_of(paper, 1)
    assert drawn.startswith(b"\x89PNG")
    for forged in (drawn, drawn[:40], bytes(row.png)[:-1]):
        paper.drawn.update(png=forged)
        assert picture_of(paper, 1) == drawn
    paper.drawn.update(number=F("number") + 1)
    assert picture_of(paper, 2) is None


def test_two_stays_whose_numbers_were_swapped_so_that_requests_point_to_the_other_are_named(roster):
    one, other = Booking.objects.order_by("pk")[:2]
    keys = (one.key, other.key)
    with connection.cursor() as cursor:
        for before, after in ((one.pk, 987_654), (other.pk, one.pk), (987_654, other.pk)):
            cursor.execute("UPDATE desk_booking SET id = %s WHERE id = %s", [after, before])
    assert (Booking.objects.get(pk=other.pk).key, Booking.objects.get(pk=one.pk).key) == keys
    assert any("the numbers by which other tables point" in each.what for each in reconcile())
