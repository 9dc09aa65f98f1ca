"""One person's word that an inmate is entitled to release hands nobody over: a second stands behind it, and our own date is said."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.services.decisions.correcting import Correction, correct_fact
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.signing import sign
from habeas.desk.services.outgoing import executing
from habeas.desk.workflow import entitled
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import what_hinders
from tests.desk.test_findings_stand import warrant

pytestmark = pytest.mark.django_db
YES = entitled.ENTITLED
MARSHAL = {
    "agency": "U.S. Marshals Service",
    "officer": "Deputy Ito",
    "badge": "4411",
    "place": "sallyport",
    "allowed_by": "the warrant",
}


def says(asked, who, staff, at, value=True):
    return record_fact(asked, YES, value, f"{who} read the release order", at, by(staff[who], at))


def scheduled(subject, day, ready=None):
    booking = subject.bookings.first()
    booking.scheduled_release_on, booking.release_ready_at = day, ready
    booking.save()


def lodged(subject, staff, later, first=None):
    """A judge's warrant, approved and lodged; `first` says of whom the word came before the determination."""
    asked = warrant(subject, later())
    if first:
        says(asked, first, staff, later())
    made = make(asked, [], by(staff["clerk"], later(minutes=1)))
    sign(asked, by(staff["commander"], later(minutes=2), "totp"), shown_sha256(made))
    executing.lodge_hold(asked, executing.Taken(at=later(minutes=3), **MARSHAL), by(staff["clerk"], later(minutes=3)))
    return asked


def hand_over(asked, staff, at):
    executing.hand_over(asked, executing.Taken(at=at, **MARSHAL), by(staff["clerk"], at))


def test_a_word_entered_after_the_approval_unlocks_nothing_against_a_release_months_ahead(subject, staff, now, later):
    scheduled(subject, (now + timedelta(days=434)).date())
    asked = lodged(subject, staff, later)
    says(asked, "clerk", staff, later(minutes=4))
    says(asked, "clerk", staff, later(minutes=5))
    with pytest.raises(RefusedError, match=r"Our record says scheduled release .* A second staff member must confirm"):
        hand_over(asked, staff, later(minutes=6))
    assert not asked.executions.filter(step="handed_over").exists()
    says(asked, "clerk2", staff, later(minutes=7))
    hand_over(asked, staff, later(minutes=8))


@pytest.mark.parametrize(
    ("first", "ahead", "free"), [("clerk", 0, True), ("clerk", 90, False), ("commander", 0, False)]
)
def test_a_signature_stands_for_the_second_word_only_over_it_by_another_and_with_no_date_ahead(
    first, ahead, free, subject, staff, now, later
):
    scheduled(subject, (now + timedelta(days=ahead)).date() if ahead else None)
    asked = lodged(subject, staff, later, first)
    why = what_hinders(asked, "record_hand_over", by(staff["clerk"], later(minutes=4)))
    assert (why is None) is free


@pytest.mark.parametrize("undone", ["no", None, "corrected"])
def test_a_word_taken_back_counts_for_nobody(undone, subject, staff, now, later):
    scheduled(subject, None)
    asked = lodged(subject, staff, later)
    made = says(asked, "clerk", staff, later(minutes=4))
    if undone == "corrected":
        wrong = Correction("another inmate's release order", undone=True)
        correct_fact(asked, made.key, wrong, by(staff["clerk"], later(minutes=5)))
    else:
        says(asked, "clerk", staff, later(minutes=5), False if undone else None)
    says(asked, "clerk2", staff, later(minutes=6))
    with pytest.raises(RefusedError, match="A second staff member"):
        hand_over(asked, staff, later(minutes=7))


def test_a_word_of_an_earlier_stay_hands_nobody_over(subject, staff, now, later):
    scheduled(subject, None)
    asked = lodged(subject, staff, later)
    for who in ("clerk", "clerk2"):
        says(asked, who, staff, later(minutes=4))
    asked.booking.booked_at = later(minutes=5)
    asked.booking.save()
    assert what_hinders(asked, "record_hand_over", by(staff["clerk"], later(minutes=6))) is not None


@pytest.mark.parametrize(
    ("days", "ready", "speaks"),
    [(434, False, True), (1, False, True), (0, False, False), (-3, False, False), (434, True, False)],
)
def test_a_date_that_lies_ahead_speaks_against_the_word_but_not_where_the_jail_reported_the_release(
    days, ready, speaks, here, now
):
    stay = SimpleNamespace(
        scheduled_release_on=(now + timedelta(days=days)).date(),
        release_ready_at=now if ready else None,
        booked_at=None,
    )
    said = [entitled.Word(True, 1, now)]
    assert bool(entitled.speaks_against(said, stay, now)) is speaks
    assert entitled.speaks_against([entitled.Word(False, 1, now)], stay, now) == ""


def test_the_pages_say_the_conflict_and_the_transfer_page_takes_the_second_word(subject, staff, now, later, as_role):
    scheduled(subject, (now + timedelta(days=434)).date())
    asked = lodged(subject, staff, later)
    door = reverse("hand_over_of", args=[asked.number])
    clerk = as_role("clerk")
    assert "Is the inmate entitled to release now?" in clerk.get(door).content.decode()
    given = {
        "fact": YES,
        "source": "release order",
        "said_at": "03/04/2026 0305",
        "value": "yes",
        "back": "hand_over_of",
    }
    answer = clerk.post(reverse("request_fact", args=[asked.number]), given)
    assert answer["Location"] == door
    mine = clerk.get(door).content.decode()
    assert "You recorded this" in mine
    assert 'name="agency"' not in mine
    page = clerk.get(reverse("request", args=[asked.number])).content.decode()
    assert "Our record says scheduled release 05/12/2027" in page
    other = as_role("commander")
    theirs = other.get(door).content.decode()
    assert "Our record says scheduled release 05/12/2027" in theirs
    other.post(reverse("request_fact", args=[asked.number]), given)
    assert 'name="agency"' in other.get(door).content.decode()
    assert "Entitled to release now?" not in other.get(reverse("request", args=[asked.number])).content.decode()


def test_a_signer_reads_the_date_that_speaks_against_the_word(subject, staff, now, later, as_role):
    scheduled(subject, (now + timedelta(days=434)).date())
    asked = warrant(subject, now)
    says(asked, "clerk", staff, now)
    make(asked, [], by(staff["clerk"], now))
    page = as_role("commander").get(reverse("sign", args=[asked.number])).content.decode()
    assert "After your approval a second staff member must confirm it" in page
