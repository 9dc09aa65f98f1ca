"""An inspector finds an inmate however the name is typed, reads names as other pages show them, and sees what went against the record."""

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Contact, Person
from habeas.desk.services.custody import roster_index
from habeas.desk.services.record import inspection
from habeas.desk.services.releases import release_watch
from habeas.desk.services.releases.released_against import Confirmed
from habeas.desk.services.releases.undoing import undo_release
from tests.desk.test_core import detainer
from tests.desk.test_findings_stand import texas
from tests.desk.test_undone_releases import stands

pytestmark = pytest.mark.django_db
TYPED = ("Terán", "TERÁN", "teran", "Teran", "TERAN", "terán", "MAX teran")


@pytest.fixture
def teran(subject, now, here):
    """Somebody with an accent in the name, with a request and a logged call."""
    subject.family_name, subject.given_name = "TERÁN", "MÁXIMO"
    subject.record |= {"family_name": "TERÁN", "given_name": "MÁXIMO"}
    subject.save()
    roster_index.forget()
    yield subject
    roster_index.forget()


def call(subject, staff, now):
    return Contact.objects.create(
        about=subject.bookings.first(), way="call_in", who="Officer Zürcher", agency="ICE", began_at=now, asked="x",
        by=staff["clerk"], recorded_at=now,
    )  # fmt: skip


@pytest.mark.parametrize("words", TYPED)
def test_one_folding_finds_requests_contacts_and_the_inmate(words, teran, staff, now):
    asked, contact = detainer(teran, now), call(teran, staff, now)
    found = inspection.search(words, "", "", by(staff["inspector"], now))
    assert [each.number for each in found.requests] == [asked.number]
    assert [each.pk for each in found.contacts] == [contact.pk]
    assert [each.pk for each in found.people] == [teran.pk]


def test_a_booking_number_finds_the_calls_about_it(teran, staff, now):
    contact = call(teran, staff, now)
    found = inspection.search(contact.about.booking_id, "", "", by(staff["inspector"], now))
    assert [each.pk for each in found.contacts] == [contact.pk]
    assert [each.pk for each in found.people] == [teran.pk]


def test_the_access_log_and_the_events_name_the_inmate_and_lead_to_the_timeline(teran, now, as_role):
    as_role("clerk").get(reverse("person", args=[teran.key]))
    as_role("clerk").get(reverse("booking_release", args=[teran.bookings.first().key]))
    inspector = as_role("inspector")
    for text in (
        inspector.get(reverse("inspect_views")).content.decode(),
        inspector.post(reverse("inspect"), {"act": "view"}).content.decode(),
    ):
        body = text.partition("<main")[2]
        assert "TERÁN, MÁXIMO" in body
        assert reverse("inspect_person", args=[teran.key]) in body
        assert f"person {teran.key}" not in body


def test_the_timeline_of_an_inmate_tells_requests_stays_and_calls(teran, staff, now, later, as_role, here):
    texas(here)
    asked = stands("hold", teran, staff, now, later, here)
    release_watch.report_ready(asked.booking, later(minutes=4), by(staff["clerk"], later(minutes=4)))
    text = as_role("inspector").get(reverse("inspect_person", args=[teran.key])).content.decode()
    assert asked.number in text
    assert "step: ready" in text
    assert reverse("inspect_timeline", args=[asked.number]) in text
    shown = as_role("inspector").get(reverse("person", args=[teran.key])).content.decode()
    assert reverse("inspect_person", args=[teran.key]) in shown
    assert as_role("clerk").get(reverse("inspect_person", args=[teran.key])).status_code == 403


def test_what_was_released_against_what_stood_undone_or_ahead_of_date_is_on_the_list(
    teran, staff, now, later, as_role, here
):
    asked, inspector = stands("warrant", teran, staff, now, later, here), as_role("inspector")

    def listed(kind):
        return inspector.get(reverse("inspect_exceptions", args=[kind])).content.decode().partition("<h2>")[2]

    for kind in ("against", "undone", "ahead"):
        assert "TERÁN" not in listed(kind)
    stay, clerk = asked.booking, by(staff["clerk"], later(minutes=5))
    stay.scheduled_release_on = later(minutes=5).date().replace(year=2030)
    stay.save()
    why = Confirmed(why="the wrong line", ordered_by="nobody")
    release_watch.report_release(stay, later(minutes=5), "released", clerk, why)
    for kind in ("against", "ahead"):
        assert "TERÁN, MÁXIMO" in listed(kind)
    assert "Reason given: the wrong line" in listed("against")
    assert "TERÁN" not in listed("undone")
    undo_release(stay, "another inmate left", by(staff["clerk"], later(minutes=6)))
    assert "TERÁN, MÁXIMO" in listed("undone")
    assert "Undone" in listed("against")
    assert Person.objects.get(pk=teran.pk).in_custody
