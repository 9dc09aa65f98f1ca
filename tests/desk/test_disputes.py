"""Disputes: anyone, at once, on the person's own word; two people end one; no status is ever computed."""

import pytest
from django.db import IntegrityError, transaction

from habeas.desk.doing import by
from habeas.desk.models import Clock, Dispute, Event, FactRecord
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.signing import sign
from habeas.desk.services.identity import disputes
from habeas.desk.templatetags.standing import by_whom
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from tests.desk.test_core import detainer

pytestmark = pytest.mark.django_db

ROLES = ["clerk", "commander", "counsel", "notice_server", "inspector", "administrator"]


def waiting(subject, staff, now, here):
    """A Texas detainer that waits for the second person."""
    here.jurisdiction = "us-tx"
    here.save()
    request = detainer(subject, now)
    clerk = by(staff["clerk"], now)
    record_fact(request, "person.proof_of_status_given", "none", "asked the person", now, clerk)
    make(request, [], clerk)
    return request


@pytest.mark.parametrize("role", ROLES)
def test_anyone_on_the_staff_can_raise_one(role, subject, staff, now):
    request = detainer(subject, now)
    made = disputes.raise_dispute(subject, "not_me", "the person", by(staff[role], now), request)
    request.refresh_from_db()
    assert (request.state, request.before_dispute) == ("disputed", "deciding")
    assert Clock.objects.get(dispute=made).ends_at > now


def test_every_open_request_about_the_person_is_blocked_and_no_other_persons(subject, staff, now, roster):
    from habeas.desk.models import Person

    first, second = detainer(subject, now), detainer(subject, now)
    other = detainer(Person.objects.exclude(pk=subject.pk).first(), now)
    closed = detainer(subject, now)
    closed.state = "closed"
    closed.save()
    disputes.raise_dispute(subject, "citizen", "the person", by(staff["notice_server"], now))
    for each in (first, second, other, closed):
        each.refresh_from_db()
    assert [each.state for each in (first, second, other, closed)] == ["disputed", "disputed", "deciding", "closed"]


def test_nothing_can_be_signed_while_it_is_open(subject, staff, now, here):
    request = waiting(subject, staff, now, here)
    shown = shown_sha256(request.decisions.get())
    disputes.raise_dispute(subject, "not_me", "the person", by(staff["clerk"], now))
    request.refresh_from_db()
    with pytest.raises(RefusedError):
        sign(request, by(staff["commander"], now, "totp"), shown)
    assert request.decisions.get().signatures.count() == 1


def test_not_upheld_goes_back_to_where_it_was_after_two_people(subject, staff, now, here, later):
    request = waiting(subject, staff, now, here)
    made = disputes.raise_dispute(subject, "not_me", "the person", by(staff["clerk"], now), request)
    disputes.resolve(made, False, "fingerprints agree with the booking card", by(staff["commander"], later(minutes=9)))
    request.refresh_from_db()
    assert request.state == "disputed", "one person is not enough"
    with pytest.raises(RefusedError, match="another person must confirm"):
        disputes.confirm(made, disputes.shown(made), by(staff["commander"], later(minutes=10)))
    disputes.confirm(made, disputes.shown(made), by(staff["commander2"], later(minutes=11)))
    request.refresh_from_db()
    assert (request.state, request.before_dispute) == ("to_sign", "")
    assert Clock.objects.get(dispute=made).met_at == later(minutes=11)


def test_facts_that_changed_meanwhile_send_it_back_to_be_decided(subject, staff, now, here, later):
    request = waiting(subject, staff, now, here)
    made = disputes.raise_dispute(subject, "citizen", "the person", by(staff["clerk"], now), request)
    request.refresh_from_db()
    record_fact(request, "person.proof_of_status_given", "us_citizen", "passport shown", now, by(staff["clerk"], now))
    disputes.resolve(made, False, "looked into", by(staff["commander"], later(minutes=5)))
    disputes.confirm(made, disputes.shown(made), by(staff["clerk2"], later(minutes=6)))
    request.refresh_from_db()
    assert request.state == "deciding"
    assert request.stale == ["a fact was recorded"]


def test_upheld_not_me_ends_the_request_as_the_wrong_person(subject, staff, now, here, later):
    request = waiting(subject, staff, now, here)
    made = disputes.raise_dispute(subject, "not_me", "the person", by(staff["clerk"], now), request)
    disputes.resolve(made, True, "the photograph shows another", by(staff["commander"], later(minutes=5)))
    disputes.confirm(made, disputes.shown(made), by(staff["clerk"], later(minutes=6)))
    request.refresh_from_db()
    assert (request.state, request.ended_how) == ("ended", "wrong_person")
    assert request.decisions.get().state == "returned"


def test_a_date_that_is_past_raises_the_release_before_anybody_confirms(subject, staff, now, later):
    request = detainer(subject, now)
    made = disputes.raise_dispute(subject, "date_past", "the person", by(staff["clerk"], now), request)
    disputes.resolve(made, True, "the sheet adds up to yesterday", by(staff["commander"], later(minutes=5)))
    booking = request.booking
    booking.refresh_from_db()
    assert booking.release_ready_at == later(minutes=5)
    assert Clock.objects.filter(kind="release", booking=booking, custody=True).exists()
    disputes.confirm(made, disputes.shown(made), by(staff["commander2"], later(minutes=6)))
    request.refresh_from_db()
    assert request.state == "deciding"


def test_no_status_is_computed_from_any_of_it(subject, staff, now, later):
    request = detainer(subject, now)
    before = subject.record
    made = disputes.raise_dispute(subject, "citizen", "the person", by(staff["clerk"], now), request)
    disputes.resolve(made, True, "passport shown", by(staff["commander"], later(minutes=5)))
    disputes.confirm(made, disputes.shown(made), by(staff["commander2"], later(minutes=6)))
    subject.refresh_from_db()
    assert subject.record == before
    assert not FactRecord.objects.exists()


def test_a_second_dispute_keeps_it_blocked(subject, staff, now, later):
    request = detainer(subject, now)
    first = disputes.raise_dispute(subject, "not_me", "the person", by(staff["clerk"], now), request)
    second = disputes.raise_dispute(subject, "date_past", "a relative", by(staff["clerk2"], now))
    disputes.resolve(first, False, "prints agree", by(staff["commander"], later(minutes=5)))
    disputes.confirm(first, disputes.shown(first), by(staff["commander2"], later(minutes=6)))
    request.refresh_from_db()
    assert request.state == "disputed"
    disputes.resolve(second, False, "the sheet is right", by(staff["commander"], later(minutes=7)))
    disputes.confirm(second, disputes.shown(second), by(staff["commander2"], later(minutes=8)))
    request.refresh_from_db()
    assert request.state == "deciding"


def test_the_second_person_may_disagree_and_it_is_open_again(subject, staff, now, later):
    made = disputes.raise_dispute(subject, "not_me", "the person", by(staff["clerk"], now))
    disputes.resolve(made, False, "I know him", by(staff["commander"], later(minutes=5)))
    disputes.disagree(made, disputes.shown(made), "no fingerprints compared", by(staff["clerk"], later(minutes=6)))
    assert (made.resolution, made.resolved_by, made.resolved_at) == ("", None, None)
    with pytest.raises(RefusedError, match="no finding by a commander"):
        disputes.confirm(made, disputes.shown(made), by(staff["clerk"], later(minutes=7)))


def test_who_may_not_is_refused_and_nothing_changes(subject, staff, now):
    made = disputes.raise_dispute(subject, "not_me", "the person", by(staff["clerk"], now))
    for role in ("clerk", "counsel", "notice_server", "inspector", "administrator"):
        with pytest.raises(NotYoursError):
            disputes.resolve(made, False, "evidence", by(staff[role], now))
    with pytest.raises(RefusedError, match="Enter the evidence"):
        disputes.resolve(made, True, "  ", by(staff["commander"], now))
    with pytest.raises(RefusedError, match="who reported it"):
        disputes.raise_dispute(subject, "not_me", " ", by(staff["clerk"], now))
    with pytest.raises(RefusedError, match="Choose the claim"):
        disputes.raise_dispute(subject, "guilty", "the person", by(staff["clerk"], now))


def test_the_database_itself_refuses_the_same_person_twice(subject, staff, now):
    made = disputes.raise_dispute(subject, "not_me", "the person", by(staff["clerk"], now))
    with pytest.raises(IntegrityError), transaction.atomic():
        Dispute.objects.filter(pk=made.pk).update(resolved_by=staff["commander"], confirmed_by=staff["commander"])


def test_the_record_names_nobody_in_the_open(subject, staff, now):
    made = disputes.raise_dispute(subject, "not_me", "Maria, his sister", by(staff["clerk"], now), words="born here")
    event = Event.objects.get(act="dispute", object=made.key)
    for word in (subject.family_name, subject.person_id, "Maria", "born here"):
        assert word not in event.body


@pytest.mark.parametrize(
    ("stored", "said"), [("the person", "the inmate"), ("the person Robin", "the inmate Robin"), ("counsel", "counsel")]
)
def test_on_whose_word_is_said_as_staff_say_it(stored, said):
    assert by_whom(stored) == said
