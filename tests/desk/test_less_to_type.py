"""A clerk types nothing twice, and reads no checksum: what a request tells stands in the form; hashes are folded away."""

import re

import pytest

from habeas.desk.models import IdentityCheck

from .test_core import detainer

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(subject, now):
    made = detainer(subject, now)
    made.source = {**made.source, "from": {"agency": "ICE ERO Los Angeles Field Office"}}
    made.save(update_fields=["source"])
    return made


def value_in(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


@pytest.mark.forges
def test_a_call_about_a_request_begins_with_its_agency_and_the_number_called_back(clerk, asked, staff, now):
    page = clerk.get(f"/contacts/new/?request={asked.number}").content.decode()
    assert value_in(page, "agency") == "ICE ERO Los Angeles Field Office"
    assert value_in(page, "number") == ""
    IdentityCheck.objects.create(
        request=asked, person=asked.person, way="call_back", spoke_with="Duty officer", number="(213) 555-0100", at=now,
        by=staff["clerk"], recorded_at=now,
    )  # fmt: skip
    assert value_in(clerk.get(f"/contacts/new/?request={asked.number}").content.decode(), "number") == "(213) 555-0100"


@pytest.mark.forges
def test_a_call_about_no_request_names_no_agency(clerk, asked):
    assert value_in(clerk.get("/contacts/new/").content.decode(), "agency") == ""


@pytest.mark.forges
def test_what_was_typed_is_never_replaced(clerk, asked):
    page = clerk.post(
        "/contacts/new/", {"request": asked.number, "agency": "LAPD", "began_at": "soon"}
    ).content.decode()
    assert value_in(page, "agency") == "LAPD"


@pytest.mark.forges
def test_no_checksum_stands_open_on_the_page_of_a_request(clerk, asked):
    assert "SHA-256" not in clerk.get(f"/requests/{asked.number}/").content.decode()
    folded = re.sub(r"<details>.*?</details>", "", clerk.get("/law/").content.decode(), flags=re.S)
    assert "SHA-256" not in folded
