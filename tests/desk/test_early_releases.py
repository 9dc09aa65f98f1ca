"""A release ahead of the jail's own date is asked about, why and on whose order, and both are in the record."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import EndedByProgram, Event
from habeas.desk.services.office.office import local_day
from habeas.desk.services.releases import release_watch
from habeas.desk.services.releases.released_against import AheadOfDateError, Confirmed, ahead_of_date

pytestmark = pytest.mark.django_db


@pytest.fixture
def stay(subject, now, here):
    """Somebody whom the jail itself releases in five days."""
    found = subject.bookings.filter(released_at=None).get()
    found.scheduled_release_on = local_day(here, now) + timedelta(days=5)
    found.save()
    return found


@pytest.mark.parametrize("given", [Confirmed(), Confirmed(why="bond posted"), Confirmed(ordered_by="the court")])
def test_neither_a_reason_alone_nor_an_order_alone_is_enough(given, stay, staff, now):
    with pytest.raises(AheadOfDateError) as fault:
        release_watch.report_release(stay, now, "released", by(staff["clerk"], now), given)
    assert fault.value.against == (
        f"The jail's own release date is {stay.scheduled_release_on}: this is 5 days before it.",
    )
    stay.refresh_from_db()
    assert stay.released_at is None


def test_with_both_it_is_logged_and_recorded_and_no_commander_is_alarmed(stay, staff, now):
    given = Confirmed(why="bond posted", ordered_by="Bexar County Magistrate, bond 1177")
    release_watch.report_release(stay, now, "released", by(staff["clerk"], now), given)
    stay.refresh_from_db()
    assert stay.released_at == now
    body = json.loads(Event.objects.filter(kind="booking", object=stay.key, act="release").latest("seq").body)
    assert body["detail"]["ahead_of"] == str(stay.scheduled_release_on)
    assert not EndedByProgram.objects.exists()


@pytest.mark.parametrize(("how", "days"), [("other_agency", 5), ("released", 0), ("released", -1), ("released", None)])
def test_nothing_is_asked_on_the_day_itself_after_it_without_a_date_or_of_a_transfer(how, days, stay, staff, now, here):
    stay.scheduled_release_on = None if days is None else local_day(here, now) + timedelta(days=days)
    stay.save()
    assert ahead_of_date(stay, how, now) == ""
    release_watch.report_release(stay, now, how, by(staff["clerk"], now))
    stay.refresh_from_db()
    assert stay.released_at == now


def test_the_page_asks_and_takes_the_answer(stay, clerk, now):
    address, form = reverse("booking_release", args=[stay.key]), {"how": "released", "left_at": ""}
    page = clerk.post(address, form)
    text = page.content.decode()
    assert page.status_code >= 400
    for words in ("Ahead of the jail's own date", 'name="why"', 'name="ordered_by"', "5 days before it"):
        assert words in text
    clerk.post(address, form | {"why": "bond posted", "ordered_by": "the court"})
    stay.refresh_from_db()
    assert stay.released_at is not None
