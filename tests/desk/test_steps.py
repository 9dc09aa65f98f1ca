"""From every page of a request each of its steps can be reached, and what was done wrongly is undone where somebody looks for it."""

import re

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.pages.steps import OWN_PAGE, STEPS, UNDONE_BY, steps_of
from habeas.desk.services.releases import release_watch
from habeas.desk.services.releases.released_against import Confirmed
from habeas.desk.workflow.machine import needed
from habeas.desk.workflow.table import table
from tests.desk.test_core import detainer

pytestmark = pytest.mark.django_db
LOOKED_AT_AFTERWARDS = ("request_intake", "read", "who")


def way(page):
    return re.search(r'<nav class="way".*?</nav>', page.content.decode(), re.DOTALL).group()


def in_state(asked, state):
    asked.state = state
    asked.save()
    return asked


def test_every_state_is_one_step_and_every_page_of_the_table_exists():
    assert sorted(state for each in STEPS for state in each.states) == sorted(table().states)
    assert set(OWN_PAGE) | set(UNDONE_BY) <= set(table().states)


@pytest.mark.parametrize("state", sorted(table().states))
def test_the_row_leads_to_the_document_its_fields_the_identification_and_the_inmate_in_every_state(
    state, subject, now, as_role
):
    asked = in_state(detainer(subject, now), state)
    shown = way(as_role("clerk").get(reverse("request", args=[asked.number])))
    for name in LOOKED_AT_AFTERWARDS:
        assert reverse(name, args=[asked.number]) in shown
    assert reverse("person", args=[subject.key]) in shown
    assert shown.count('aria-current="step"') == 1


@pytest.mark.parametrize("state", sorted(table().states))
@pytest.mark.parametrize("role", ["clerk", "commander", "counsel"])
def test_no_link_of_the_row_refuses_who_sees_it(state, role, subject, now, as_role):
    asked = in_state(detainer(subject, now), state)
    client = as_role(role)
    for link in re.findall(r'href="([^"]+)"', way(client.get(reverse("request", args=[asked.number])))):
        assert client.get(link).status_code in {200, 302}, link


def test_a_list_has_no_step_of_identification(subject, now):
    asked = detainer(subject, now)
    asked.kind, asked.source = "list_request", {}
    assert "Identify" not in [each.words for each in steps_of(asked, frozenset())]


@pytest.mark.parametrize("address", [*LOOKED_AT_AFTERWARDS, "deciding"])
def test_the_row_stands_on_every_page_of_the_request(address, subject, now, clerk):
    asked = detainer(subject, now)
    assert reverse("request_intake", args=[asked.number]) in way(clerk.get(reverse(address, args=[asked.number])))


@pytest.mark.parametrize("state", sorted(set(table().states) - {"received", "set_aside", "reading"}))
def test_the_page_of_identification_undoes_it_or_says_how_it_is_undone(state, subject, now, clerk):
    asked = in_state(detainer(subject, now), state)
    text = clerk.get(reverse("who", args=[asked.number])).content.decode()
    here = state in needed("unchoose").from_states
    assert ("Undo identification</button>" in text) is here
    assert ("Wrong inmate?" in text) is not here
    fields = clerk.get(reverse("read", args=[asked.number])).content.decode()
    assert ("A field is wrong?" in fields) is not here


def released(subject, staff, now, later):
    asked = detainer(subject, now)
    record_fact(asked, "custody.releasable", True, "records", now, by(staff["clerk"], now))
    make(asked, [], by(staff["clerk"], later(minutes=1)))
    clerk = by(staff["clerk"], later(minutes=2))
    release_watch.report_release(asked.booking, later(minutes=2), "released", clerk, Confirmed("the wrong line"))
    return asked


@pytest.mark.parametrize("page", ["person", "releases", "booking_release"])
def test_a_release_is_undone_from_the_inmates_page_the_watch_and_its_own_page_also_afterwards(
    page, subject, staff, now, later, clerk, monkeypatch
):
    asked = released(subject, staff, now, later)
    args = {"person": [subject.key], "releases": [], "booking_release": [asked.booking.key]}[page]
    text = clerk.get(reverse(page, args=args)).content.decode()
    undo = reverse("booking_release", args=[asked.booking.key])
    if page == "booking_release":
        assert "Undo this release</button>" in text
    else:
        assert f'href="{undo}#undo"' in text


def test_the_watch_names_no_release_of_the_day_before(subject, staff, now, later, here):
    asked = released(subject, staff, now, later)
    assert [each.pk for each in release_watch.watch(here, later(hours=24)).gone] == [asked.booking_id]
    assert release_watch.watch(here, later(hours=25)).gone == ()


def test_the_inmates_requests_lead_to_what_can_be_wrong_about_them(subject, now, clerk):
    asked = detainer(subject, now)
    text = clerk.get(reverse("person_requests", args=[subject.key])).content.decode()
    for name in LOOKED_AT_AFTERWARDS:
        assert reverse(name, args=[asked.number]) in text
