"""Every list as a file and on paper: for whoever may open the list, with its filter, without a live formula, each time in the record."""

import csv
import io

import pytest
from django.urls import reverse

from habeas.answers.tables import DANGEROUS
from habeas.desk.doing import by
from habeas.desk.models import Event, Person, Request
from habeas.desk.permissions.addresses import capability_of
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.identity import disputes
from habeas.desk.services.pages.list_tables import LISTS
from habeas.desk.workflow.table import table

from .test_core import detainer

pytestmark = pytest.mark.django_db
ROLES = ["clerk", "commander", "counsel", "notice_server", "inspector", "administrator"]


def read(response):
    rows = list(csv.reader(io.StringIO(response.content.decode())))
    return rows[0], rows[1:]


@pytest.fixture
def worked(subject, staff, now, roster):
    asked = detainer(subject, now)
    make(asked, [], by(staff["clerk"], now))
    disputes.raise_dispute(subject, "not_me", "=cmd|' /C calc'!A0", by(staff["clerk"], now))
    return asked


@pytest.mark.parametrize("name", LISTS)
def test_each_list_is_a_file_and_a_page_to_print_for_whoever_may_open_it_and_for_nobody_else(name, worked, as_role):
    roles = table().capabilities[capability_of(name)].roles
    for role in ROLES:
        client = as_role(role)
        file, page = (client.get(reverse(each, args=[name])) for each in ("list_csv", "list_print"))
        wanted = 200 if role in roles else 403
        assert (file.status_code, page.status_code) == (wanted, wanted), role
    assert file is not None


@pytest.mark.parametrize("name", LISTS)
def test_each_time_a_list_leaves_the_record_says_by_whom_and_holds_no_name_of_it(name, worked, as_role, subject):
    role = next(each for each in ROLES if each in table().capabilities[capability_of(name)].roles)
    before = Event.objects.filter(act="view").count()
    header, rows = read(as_role(role).get(reverse("list_csv", args=[name])))
    assert header == list(LISTS[name].columns)
    assert all(len(row) == len(header) for row in rows)
    event = Event.objects.filter(act="view").latest("seq")
    assert Event.objects.filter(act="view").count() == before + 1
    assert (event.kind, event.object) == ("list", name)
    assert '"csv"' in event.body
    assert subject.family_name not in event.body


def test_nothing_in_a_file_runs_as_a_formula(worked, as_role):
    for name in LISTS:
        role = next(each for each in ROLES if each in table().capabilities[capability_of(name)].roles)
        _, rows = read(as_role(role).get(reverse("list_csv", args=[name])))
        assert not [cell for row in rows for cell in row if cell.startswith(DANGEROUS)]
    _, rows = read(as_role("clerk").get(reverse("list_csv", args=["disputes"])))
    assert "'=cmd" in rows[0][3]


def test_a_list_that_does_not_exist_or_an_account_that_waits_gets_nothing(worked, as_role, staff, now):
    client = as_role("clerk")
    for odd in ("nothing", "me", "account_login", "static", "х" * 500):
        assert client.get(reverse("list_csv", args=[odd])).status_code == 404
    staff["clerk"].unvouched_since = now
    staff["clerk"].save()
    assert client.get(reverse("list_csv", args=["requests"])).status_code == 403


def test_the_file_holds_what_the_list_shows_with_its_filter_and_all_its_pages(worked, subject, as_role, now):
    for _ in range(33):
        detainer(subject, now)
    Request.objects.filter(pk=worked.pk).update(state="closed")
    clerk = as_role("clerk")
    counts = [
        len(read(clerk.get(reverse("list_csv", args=["requests"]), asked))[1])
        for asked in (
            {"tab": "all"},
            {"tab": "closed"},
            {"tab": "open", "page": "2"},
            {"tab": "open", "kind": "public_records_request"},
        )
    ]
    assert counts == [34, 1, 33, 0]
    _, tasks = read(clerk.get(reverse("list_csv", args=["home"]), {"show": "all", "page": "2"}))
    assert len(tasks) >= 33


def test_people_in_custody_are_listed_once_a_stay(worked, as_role):
    _, rows = read(as_role("clerk").get(reverse("list_csv", args=["people"])))
    assert {row[0] for row in rows} <= {each.shown for each in Person.objects.filter(in_custody=True)}
    assert len(rows) >= Person.objects.filter(in_custody=True).count()


def test_each_list_says_where_its_file_and_its_print_are(worked, as_role):
    for name in LISTS:
        role = next(each for each in ROLES[:1] + ROLES[4:] if each in table().capabilities[capability_of(name)].roles)
        page = as_role(role).get(reverse(name)).content.decode()
        if not (name == "home" and role == "administrator"):
            assert reverse("list_csv", args=[name]) in page, name
            assert reverse("list_print", args=[name]) in page, name
