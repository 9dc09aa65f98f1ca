"""The list and the page of a request: what a tired clerk sees, in few queries, with nothing hidden and nothing that cannot be done."""

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Event, Request
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.pages.listing import listed

from .test_core import detainer

pytestmark = pytest.mark.django_db


def test_the_page_says_act_by_act_what_must_be_done_before_anything_is_decided(
    clerk, subject, now, django_assert_max_num_queries
):
    asked = detainer(subject, now)
    with django_assert_max_num_queries(12):
        page = clerk.get(f"/requests/{asked.number}/")
    text = page.content.decode()
    assert "Hold past release (detainer hold)" in text
    assert "Must not" in text
    assert "Gov. Code" in text
    assert "not final" in text
    assert Event.objects.filter(act="view", request=asked.number).count() == 1


@pytest.mark.parametrize("path", ["/requests/?tab=all", "/"])
def test_a_list_of_many_asks_the_database_no_more_often_than_one_of_few(
    clerk, subject, now, django_assert_max_num_queries, path
):
    for _ in range(25):
        detainer(subject, now)
    with django_assert_max_num_queries(12):
        assert clerk.get(path).status_code == 200


def test_the_page_of_a_decided_request_shows_the_decision_its_signer_and_its_history(
    clerk, subject, staff, now, django_assert_max_num_queries
):
    asked = detainer(subject, now)
    make(asked, [], by(staff["clerk"], now))
    with django_assert_max_num_queries(12):
        text = clerk.get(f"/requests/{asked.number}/").content.decode()
    assert "Decision 1 by Clerk Example" in text
    assert "<strong>Clerk Example</strong> decided this request" in text
    assert "Notice of intent to the inmate" in text


def test_a_fact_is_recorded_on_the_page_with_its_source_and_time(clerk, subject, now):
    asked = detainer(subject, now)
    form = {
        "fact": "person.history_complete",
        "value": "unknown",
        "source": "records unit, desk 2",
        "said_at": "2026-03-04T02:50",
    }
    page = clerk.post(f"/requests/{asked.number}/fact/", form, follow=True)
    assert "records unit, desk 2" in page.content.decode()
    kept = subject.facts.get()
    assert (kept.value, kept.said_at.isoformat()) == (None, "2026-03-04T10:50:00+00:00")


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"fact": "person.history_complete", "value": "yes", "source": " "}, "Enter the source"),
        ({"fact": "person.shoe_size", "value": "yes", "source": "x"}, "cannot be recorded here"),
        ({"fact": "person.history_complete", "value": "", "source": "x"}, "Choose yes, no or unknown"),
        ({"fact": "person.history_complete", "value": "perhaps", "source": "x"}, "must be true or false"),
        (
            {"fact": "person.history_complete", "value": "yes", "source": "x", "said_at": "2027-01-01T00:00"},
            "in the future",
        ),
    ],
)
def test_a_fact_that_cannot_be_is_refused_with_what_to_mend(clerk, subject, now, form, sentence):
    asked = detainer(subject, now)
    page = clerk.post(f"/requests/{asked.number}/fact/", form, follow=True)
    assert sentence in page.content.decode()
    assert not subject.facts.exists()


def test_no_address_of_a_page_holds_a_name_or_a_number_of_a_person(clerk, subject, staff, now):
    asked = detainer(subject, now)
    make(asked, [], by(staff["clerk"], now))
    text = clerk.get(f"/requests/{asked.number}/").content.decode()
    links = [part.split('"')[0] for part in text.split('href="')[1:]]
    held = {subject.person_id, subject.family_name, asked.booking.booking_id}
    assert not [link for link in links for word in held if word in link]


def test_the_list_counts_its_tabs_and_a_finished_case_stays_with_who_worked_on_it(
    clerk, subject, staff, now, later, django_assert_max_num_queries
):
    first, second = detainer(subject, now), detainer(subject, now, reply="x")
    Request.objects.filter(pk=second.pk).update(state="closed", assigned_to=staff["clerk"])
    Request.objects.filter(pk=first.pk).update(reply_by=later(hours=-2))
    with django_assert_max_num_queries(12):
        text = clerk.get("/requests/").content.decode()
    assert first.number in text
    assert second.number not in text
    found = listed({"tab": "mine"}, staff["clerk"], now)
    assert [each.number for each in found.page] == [second.number]
    counts = {name: count for name, _, count in found.tabs}
    assert (counts["open"], counts["late"], counts["in_time"], counts["closed"], counts["all"]) == (1, 1, 0, 1, 2)


def test_filters_are_crumbs_that_come_off_one_by_one(clerk, subject, now):
    detainer(subject, now)
    text = clerk.get("/requests/?kind=detainer&state=deciding&channel=smoke&deadline=today").content.decode()
    assert "immigration detainer <span" in text
    assert "due today" in text
    assert "?tab=open&amp;state=deciding&amp;deadline=today" in text
    assert "smoke" not in text.split("<h1>")[1]


def test_a_list_longer_than_a_page_is_paged(staff, subject, now):
    for _ in range(31):
        detainer(subject, now)
    found = listed({"page": "2"}, staff["clerk"], now)
    assert len(found.page.object_list) == 1
    assert found.page.paginator.num_pages == 2
