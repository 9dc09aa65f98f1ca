"""The night rule on the page: the safe act stands, the draft waits; and a judge's order is never left lying."""

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Request
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.facts import record_fact
from tests.desk.test_core import detainer

pytestmark = pytest.mark.django_db


def warrant(person, now):
    source = {
        "issuer": "court", "signer": "federal_magistrate_judge", "basis": "criminal_other", "form": "AO 442", "in_writing": True,
        "names_person": True, "identity_match": True,
        "subject": {"family_name": person.family_name, "date_of_birth": person.date_of_birth.isoformat()},
    }  # fmt: skip
    return Request.objects.create(
        number="R-W-1", kind="judicial_warrant", state="deciding", source=source, received_at=now, entered_at=now,
        person=person, booking=person.bookings.first(),
    )  # fmt: skip


def test_a_judges_order_that_waits_calls_for_a_commander(subject, staff, now, as_role):
    request = warrant(subject, now)
    make(request, [], by(staff["clerk"], now))
    page = as_role("clerk").get(f"/requests/{request.number}/").content.decode()
    assert "A judge ordered this." in page
    assert "Call the watch commander and county counsel NOW, before this inmate leaves" in page
    assert "release on time and leave this draft" not in page, "what a judge ordered is not let go at the door"


def test_an_agencys_request_that_waits_does_not(subject, staff, now, here, as_role):
    here.jurisdiction = "us-tx"
    here.save()
    request = detainer(subject, now)
    record_fact(request, "person.proof_of_status_given", "none", "asked the person", now, by(staff["clerk"], now))
    make(request, [], by(staff["clerk"], now))
    page = as_role("clerk").get(f"/requests/{request.number}/").content.decode()
    assert "A judge ordered this." not in page
    assert "The draft can wait; a release cannot." in page
