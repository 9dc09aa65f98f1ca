"""Every page has its help; a new office is led through what it lacks, and each step is done only when the desk finds it done."""

import re
from datetime import date, timedelta

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Account, Office, Publication
from habeas.desk.permissions.addresses import ADDRESSES
from habeas.desk.record.writing import acting
from habeas.desk.services.custody.custody import apply_roster, receive_roster
from habeas.desk.services.upkeep.setup_list import missing_of, steps_of
from habeas.desk.workflow.help import help_table, read_help
from habeas.desk.workflow.table import TableError

FRAGMENTS = re.compile(r"_progress$")


def test_every_address_has_a_topic_and_every_topic_only_addresses():
    pages = {page for topic in help_table().topics for page in topic.pages}
    names = {each.name for each in ADDRESSES}
    assert {name for name in names - pages if not FRAGMENTS.search(name)} == set()
    assert pages - names == set()


def test_a_page_under_two_topics_is_refused_by_name():
    topic = {"title": "t", "says": ["s"], "pages": ["home"]}
    with pytest.raises(TableError, match="home stands under one and under two"):
        read_help({"topics": {"one": topic, "two": topic}, "keys": {}, "words": {}})


@pytest.mark.django_db
def test_help_opens_at_the_topic_of_the_page_it_was_asked_from(as_role):
    client = as_role("clerk")
    assert 'href="/help/?page=people"' in client.get("/people/").content.decode()
    assert "<h1>Help: Inmates</h1>" in client.get("/help/?page=people").content.decode()
    for odd in ("", "<script>", "nothing", "9" * 5000):
        page = client.get("/help/", {"page": odd})
        assert page.status_code == 200
        assert b'<script>"' not in page.content
        assert "<h1>Help</h1>" in page.content.decode()


def done(here, now):
    return {each.title.partition(":")[0].partition(" (")[0]: each.done for each in steps_of(here, now)}


@pytest.mark.django_db
def test_each_step_is_done_only_when_the_desk_finds_it_done(here, now):
    empty = done(here, now)
    assert not any(
        empty[each]
        for each in ("A watch commander", "County counsel", "A records clerk", "The jail’s roster", "First backup")
    )
    for role in ("commander", "counsel", "clerk"):
        account = Account.objects.create_user(role, password=f"correct horse {role}", role=role, excused_until=date.max)
        account.unvouched_since = now
        account.save()
    assert not done(here, now)["A watch commander"], "nobody has verified who holds it"
    Account.objects.update(unvouched_since=None)
    assert done(here, now)["A watch commander"]
    assert done(here, now)["Second factor for every account"]
    Account.objects.filter(username="clerk").update(excused_until=None)
    assert not done(here, now)["Second factor for every account"]
    doing = by(Account.objects.get(username="clerk"), now)
    apply_roster(
        receive_roster(
            b"person_id,booking_id,family_name,given_name\nP1,B1,WALTON,Reese\n", "r.csv", "plain", now, doing
        ),
        doing,
    )
    assert done(here, now)["The jail’s roster"]
    with acting(doing, "backup", "desk", "backup"):
        pass
    assert done(here, now)["First backup"]
    Publication.objects.create(
        field="name", since=now.date(), where="w", evidence="e", recorded_by=Account.objects.first(), recorded_at=now
    )
    assert done(here, now)["Public information schedule"]
    Office.objects.update(telephone="555-0100")
    assert done(Office.objects.get(), now)["Letterhead"]


@pytest.mark.django_db
def test_the_administrator_is_led_to_the_list_until_nothing_needed_is_missing(here, as_role, now):
    client = as_role("administrator")
    assert "Continue the setup" in client.get("/").content.decode()
    page = client.get("/start/").content.decode()
    assert f"{missing_of(steps_of(here, now + timedelta(0)))} to do" in page
    assert "Done by: administrator" in page
    assert as_role("clerk").get("/start/").status_code == 403


@pytest.mark.django_db
def test_a_step_links_only_to_what_the_role_may_open(as_role):
    page = as_role("administrator").get("/start/").content.decode()
    assert 'href="/manage/accounts/"' in page
    assert 'href="/rosters/"' not in page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["administrator", "commander", "counsel"])
def test_every_link_of_the_list_opens_a_page(role, as_role):
    client = as_role(role)
    page = client.get("/start/").content.decode().partition("<main")[2].partition("</main>")[0]
    links = re.findall(r'href="(/[^"]*)"', page)
    assert links
    assert [link for link in links if client.get(link).status_code != 200] == []
