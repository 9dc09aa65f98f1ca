"""The first screen and the pages beside the requests: what a tired clerk sees, in few queries, each role its own."""

import json
import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.models import Clock, Contact, Dispute, Event, Handover, Office, Request, Script, Telling
from habeas.desk.services.cases.about_person import contacts_about
from habeas.desk.services.clocks import clocks
from habeas.desk.services.contacts import contacts
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.identity import disputes
from habeas.desk.services.pages.board import board_for
from tests.desk.pages import seen_on
from tests.desk.test_beside import call, publish
from tests.desk.test_clocks import texas_hold
from tests.desk.test_core import detainer

pytestmark = pytest.mark.django_db
ROLES = ["clerk", "commander", "counsel", "notice_server", "inspector", "administrator"]


@pytest.fixture(autouse=True)
def real(here):
    """A desk in use: a demonstration shows the code of a second factor on every page, which is a query more."""
    here.demonstration = False
    here.save()


@pytest.fixture
def at(monkeypatch):
    """Let the pages' edge read a moment of the test."""
    import habeas.desk.middleware as edge

    def set_to(moment):
        class Frozen:
            @staticmethod
            def now(zone):
                return moment

        monkeypatch.setattr(edge, "datetime", Frozen)

    return set_to


@pytest.fixture
def busy(subject, staff, now, at, roster):
    """Eighteen requests in many states, with clocks, notices, a dispute and a release."""
    return _requests(18, staff, now, at)


@pytest.fixture
def sixty(subject, staff, now, at, roster):
    """The same of sixty people."""
    return _requests(60, staff, now, at)


def _requests(many, staff, now, at):
    from habeas.desk.models import Person

    at(now + timedelta(hours=1))
    clerk = by(staff["clerk"], now)
    people = list(Person.objects.order_by("id")[:many])
    for number, person in enumerate(people):
        request = detainer(person, now - timedelta(hours=number))
        if number % 3 == 0:
            make(request, [], clerk)
        if number % 5 == 0:
            request.reply_by = now + timedelta(hours=number)
            request.save()
            clocks.start_for_request(request, clerk)
    disputes.raise_dispute(people[1], "not_me", "the person", clerk)
    booking = people[2].bookings.first()
    booking.release_ready_at = now
    booking.save()
    clocks.tick(now + timedelta(minutes=1))
    return people


def test_the_board_of_sixty_requests_costs_twelve_queries_at_most(sixty, client, staff, django_assert_max_num_queries):
    for role in ROLES:
        client.force_login(staff[role])
        with django_assert_max_num_queries(12):
            assert client.get("/").status_code == 200


def test_the_first_line_says_what_to_do_for_whom_and_until_when(busy, client, staff):
    client.force_login(staff["commander"])
    page = client.get("/").content.decode()
    now = re.search(r'<section class="now".*?</section>', page, re.S)[0]
    assert "Review dispute" in now
    assert busy[1].family_name in now
    assert re.search(r"\d+ min left|Overdue \d+ min", now)
    assert "due Wed 03/04/2026 0405 hrs" in now


def test_a_clerk_is_told_to_tell_the_commander(busy, client, staff):
    client.force_login(staff["clerk"])
    assert "Tell the watch commander now:" in client.get("/").content.decode()


def test_a_release_stands_on_top_and_nothing_may_delay_it(busy, client, staff):
    client.force_login(staff["clerk"])
    page = client.get("/").content.decode()
    pinned = page[page.index('id="releases"') : page.index("<h2>Tasks</h2>")]
    assert "Nothing here may delay this release" in pinned
    assert busy[2].family_name in pinned
    assert busy[2].requests.get().number in pinned
    assert page.index('id="releases"') < page.index("<h2>Tasks</h2>")


def test_a_civil_paper_is_flagged_in_the_one_way_that_bars_no_bail(busy, client, staff):
    client.force_login(staff["clerk"])
    assert "Civil detainer – not a bar to bail/bond" in client.get("/").content.decode()


def test_a_hold_that_has_ended_needs_nobodys_permission(subject, staff, now, here, client, at):
    texas_hold(subject, staff, now, here)
    at(Clock.objects.get(kind="hold_end").ends_at + timedelta(minutes=1))
    client.force_login(staff["commander"])
    page = client.get("/").content.decode()
    assert "no one&#x27;s permission is needed" in page
    assert "Overdue 1 min" in page


def test_a_hold_without_an_end_is_on_the_board_at_once(subject, staff, now, here, client, at):
    texas_hold(subject, staff, now, here, release_at=None)
    at(now)
    client.force_login(staff["commander"])
    assert "The end of this hold is not known" in client.get("/").content.decode()


def test_the_four_counts_are_links_to_what_they_count(busy, client, staff):
    client.force_login(staff["commander"])
    page = client.get("/").content.decode()
    for name in ("act-now", "to-sign", "questions", "notices"):
        assert f'href="#{name}"' in page
        assert f'id="{name}"' in page


def test_an_administrator_sees_numbers_and_nobodys_name(busy, client, staff):
    client.force_login(staff["administrator"])
    page = client.get("/").content.decode()
    assert not [each for each in busy if each.family_name in page]
    assert "deadlines running" in page


def test_a_notice_server_sees_notices_and_not_replies(busy, staff, now, here):
    board = board_for(staff["notice_server"], now, Office.objects.get())
    kinds = {row.kind for _, _, rows in board.groups for row in rows}
    assert "notice" in kinds
    assert "reply_by" not in kinds


def test_ones_own_draft_does_not_await_ones_own_signature(subject, staff, now, here):
    here.jurisdiction = "us-tx"
    here.save()
    request = detainer(subject, now)
    doing = by(staff["commander"], now)
    record_fact(request, "person.proof_of_status_given", "none", "asked the person", now, doing)
    make(request, [], doing)
    assert board_for(staff["commander"], now, here).to_sign == []
    assert [each.number for each in board_for(staff["commander2"], now, here).to_sign] == [request.number]


def test_who_can_sign_now_is_a_commander_with_a_second_factor_who_is_here(busy, client, staff, now):
    client.force_login(staff["clerk"])
    assert "No one who can sign is logged in" in client.get("/").content.decode()
    Authenticator.objects.create(user=staff["commander"], type="totp", data={})
    staff["commander"].last_login = now
    staff["commander"].save()
    assert "Commander Example" in client.get("/").content.decode()
    staff["commander"].last_login = now - timedelta(hours=12)
    staff["commander"].save()
    assert "No one who can sign is logged in" in client.get("/").content.decode()


def test_what_nobody_touched_for_a_day_is_named(subject, staff, now, here):
    request = detainer(subject, now)
    assert board_for(staff["clerk"], now + timedelta(hours=23), here).silent == []
    assert [each.number for each in board_for(staff["clerk"], now + timedelta(hours=25), here).silent] == [
        request.number
    ]


def test_a_request_without_a_clock_is_not_lost(subject, staff, now, here):
    request = detainer(subject, now)
    rows = {name: rows for name, _, rows in board_for(staff["clerk"], now, here).groups}
    assert [row.request.number for row in rows["none"]] == [request.number]


@pytest.mark.parametrize("role", ROLES)
def test_one_button_raises_a_dispute_for_every_role(role, subject, staff, now, client):
    client.force_login(staff[role])
    assert 'data-key="d"' in client.get("/").content.decode()
    form = {"number": subject.bookings.first().booking_id, "says": "not_me", "on_word_of": "the person"}
    response = client.post("/disputes/new/", form)
    assert Dispute.objects.get().raised_by == staff[role]
    assert client.get(response.url).status_code == 200


@pytest.mark.parametrize("typed", ["B-99999", "none"])
def test_a_number_or_name_nobody_knows_keeps_what_was_typed(staff, client, typed):
    client.force_login(staff["clerk"])
    form = {"number": typed, "says": "not_me", "on_word_of": "the person", "words": "typed words"}
    page = client.post("/disputes/new/", form).content.decode()
    assert "That number is not known here" in page if typed == "B-99999" else "No inmate by that name" in page
    assert "typed words" in page
    assert not Dispute.objects.exists()


def test_an_administrator_is_shown_no_person_through_the_dispute_form(subject, staff, now, client):
    request = detainer(subject, now)
    client.force_login(staff["administrator"])
    page = client.get(f"/disputes/new/?request={request.number}&person={subject.key}").content.decode()
    assert subject.family_name not in page


def test_a_dispute_is_settled_on_its_page_by_two_people(subject, staff, now, client, django_assert_max_num_queries):
    request = detainer(subject, now)
    made = disputes.raise_dispute(subject, "not_me", "the person", by(staff["clerk"], now), request)
    client.force_login(staff["commander"])
    with django_assert_max_num_queries(
        20
    ):  # once: that a commander had it is an event, which reads the row before and after
        client.get(f"/disputes/{made.key}/")
    with django_assert_max_num_queries(12):
        page = client.get(f"/disputes/{made.key}/").content.decode()
    assert "<h2>Finding</h2>" in page
    client.post(f"/disputes/{made.key}/resolve/", {"upheld": "yes", "evidence": "the photograph shows another"})
    page = client.get(f"/disputes/{made.key}/").content.decode()
    assert "Another person must confirm it" in page
    made.refresh_from_db()
    client.post(f"/disputes/{made.key}/confirm/", {"agree": "yes", "seen": disputes.shown(made)})
    request.refresh_from_db()
    assert request.state == "disputed", "the same person's second click does nothing"
    client.force_login(staff["commander2"])
    client.post(
        f"/disputes/{made.key}/confirm/",
        {"agree": "yes", "seen": seen_on(client.get(f"/disputes/{made.key}/").content.decode())},
    )
    request.refresh_from_db()
    assert (request.state, request.ended_how) == ("ended", "wrong_person")


def test_a_call_is_logged_with_its_script_beside_it(subject, staff, now, client, django_assert_max_num_queries):
    publish(staff, now, "booked_at")
    request = detainer(subject, now)
    client.force_login(staff["clerk"])
    with django_assert_max_num_queries(12):
        page = client.get(f"/contacts/new/?request={request.number}").content.decode()
    assert "Say this" in page
    assert "authorized: public information" in page
    assert "not authorized" in page
    form = {
        "way": "call_in", "who": "Officer Doe", "agency": "ICE", "asked": ["release_date"], "request": request.number,
        "told": ["booked_at", "release_date"], "began_at": "", "ended_at": "", "finish": "1",
    }  # fmt: skip
    client.post("/contacts/new/", form)
    made = Contact.objects.get()
    assert made.asked == "Release date"
    assert {each.field: each.allowed for each in made.told.all()} == {"booked_at": True, "release_date": False}
    assert made.ended_at is not None
    client.force_login(staff["commander"])
    assert "unauthorized disclosure" in client.get("/").content.decode()
    page = client.get(f"/contacts/{made.key}/").content.decode()
    assert "Unauthorized disclosure." in page
    client.post(f"/contacts/{made.key}/look/", {"words": "spoke with the clerk"})
    assert "unauthorized disclosure" not in client.get("/").content.decode()


def test_a_call_saved_half_loses_nothing_and_waits_on_ones_own_desk(staff, client):
    client.force_login(staff["clerk"])
    client.post("/contacts/new/", {"way": "voicemail", "who": "", "agency": "ICE", "number": "555 0100", "later": "1"})
    made = Contact.objects.get()
    assert "not finished" in client.get("/").content.decode()
    page = client.get(f"/contacts/{made.key}/edit/").content.decode()
    assert "555 0100" in page
    client.force_login(staff["clerk2"])
    assert "not finished" not in client.get("/").content.decode()


def test_a_refused_form_shows_again_what_was_typed(staff, client):
    client.force_login(staff["clerk"])
    form = {"way": "call_in", "who": "Officer Doe", "agency": "ICE", "asked_words": "typed words", "request": "R-9999"}
    page = client.post("/contacts/new/", form).content.decode()
    assert "There is no request with that number" in page
    assert "typed words" in page
    assert not Contact.objects.exists()


def test_the_list_of_contacts_narrows_to_those_without_a_request(
    subject, staff, now, client, django_assert_max_num_queries
):
    request = detainer(subject, now)
    contacts.log(call(now, who="With Request", request=request), by(staff["clerk"], now))
    contacts.log(call(now, who="Without Request"), by(staff["clerk"], now))
    client.force_login(staff["inspector"])
    with django_assert_max_num_queries(12):
        page = client.get("/contacts/?only=no_request").content.decode()
    assert "Without Request" in page
    assert "With Request" not in page


def test_how_a_time_was_worked_out_stands_on_its_page(subject, staff, now, here, client, django_assert_max_num_queries):
    texas_hold(subject, staff, now, here)
    clock = Clock.objects.get(kind="hold_end")
    client.force_login(staff["clerk"])
    with django_assert_max_num_queries(12):
        page = client.get(f"/clocks/{clock.key}/").content.decode()
    assert "48 hours" in page
    assert "never paused, moved or extended" in page
    assert "Close out" not in page, "a clerk does not end a clock on custody"
    client.force_login(staff["commander"])
    client.post(f"/clocks/{clock.key}/met/", {"how": "rescinded"})
    clock.refresh_from_db()
    assert clock.met_how == "rescinded"


def test_a_shift_is_handed_over_on_the_page_and_on_paper(busy, staff, client, django_assert_max_num_queries):
    client.force_login(staff["commander"])
    page = client.post("/shifts/new/")
    made = Handover.objects.get()
    with django_assert_max_num_queries(12):
        page = client.get(f"/shifts/{made.key}/").content.decode()
    assert "The next watch accepts it" in page
    assert [each for each in busy if each.shown in page], "nobody can brief from a sheet that names nobody"
    assert not [each for each in busy if each.family_name in json.dumps(made.body)], "what is stored names nobody"
    paper = client.get(f"/shifts/{made.key}/paper/")
    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    assert Event.objects.filter(act="print", object=made.key).count() == 1
    client.force_login(staff["commander2"])
    seen = seen_on(client.get(f"/shifts/{made.key}/").content.decode())
    client.post(f"/shifts/{made.key}/take/", {"seen": seen})
    made.refresh_from_db()
    assert made.incoming == staff["commander2"]


def test_a_calendar_fetches_without_a_login_until_it_is_revoked(busy, staff, client):
    client.force_login(staff["clerk"])
    page = client.post("/calendar/").content.decode()
    path = re.search(r"/calendar/[\w-]+\.ics", page)[0]
    assert path not in client.get("/calendar/").content.decode(), "it is shown once"
    client.logout()
    feed = client.get(path)
    assert feed["Content-Type"].startswith("text/calendar")
    assert not [each for each in busy if each.family_name in feed.content.decode()]
    client.force_login(staff["clerk"])
    client.post("/calendar/", {"revoke": "1"})
    client.logout()
    assert client.get(path).status_code == 404
    assert client.get("/calendar/guess.ics").status_code == 404


def test_fingerprints_and_queries_are_recorded_per_booking(subject, staff, now, client, django_assert_max_num_queries):
    booking = subject.bookings.first()
    client.force_login(staff["clerk"])
    path = reverse("telling", args=[booking.key])
    with django_assert_max_num_queries(12):
        assert "That does not mean that none was sent" in client.get(path).content.decode()
    form = {"kind": "hand_query", "sent_at": "2026-03-04T02:00", "to": "LESC", "ori": "CA0190000", "purpose": "C"}
    assert "purpose code and the reason" in client.post(path, form).content.decode()
    client.post(path, form | {"reason": "asked by the court"})
    assert Telling.objects.get().ori == "CA0190000"
    assert "CA0190000" in client.get(path).content.decode()


def test_the_list_of_outside_accounts_says_which_must_be_looked_at(staff, client, django_assert_max_num_queries):
    client.force_login(staff["administrator"])
    form = {
        "kind": "feed",
        "holder": "ICE ERO",
        "system": "roster feed",
        "purpose": "daily list",
        "opened_on": "2025-01-01",
    }
    client.post("/outside/new/", form)
    with django_assert_max_num_queries(12):
        page = client.get("/outside/").content.decode()
    assert "Never reviewed" in page
    key = re.search(r"/outside/([\w-]+)/act/", page)[1]
    client.post(f"/outside/{key}/act/", {"what": "review"})
    assert "Never reviewed" not in client.get("/outside/").content.decode()
    client.force_login(staff["inspector"])
    assert "Mark revoked" not in client.get("/outside/").content.decode(), "an inspector changes nothing"


def test_a_script_is_proposed_and_confirmed_on_its_page(staff, client):
    client.force_login(staff["commander"])
    client.post("/scripts/", {"words": "We have your paper.", "fields": ["facility"]})
    script = Script.objects.get()
    assert "Confirm it" not in client.get("/scripts/").content.decode()
    client.force_login(staff["commander2"])
    page = client.get("/scripts/").content.decode()
    assert "Confirm it" in page
    client.post(f"/scripts/{script.key}/confirm/", {"seen": seen_on(page)})
    script.refresh_from_db()
    assert script.confirmed_by == staff["commander2"]


def test_no_title_address_or_message_holds_a_name(subject, staff, now, client):
    request = detainer(subject, now)
    made = disputes.raise_dispute(subject, "not_me", "the person", by(staff["clerk"], now), request)
    client.force_login(staff["commander"])
    for path in ("/", f"/disputes/{made.key}/", "/disputes/", f"/contacts/new/?request={request.number}"):
        page = client.get(path).content.decode()
        title = re.search(r"<title>(.*?)</title>", page, re.S)[1]
        assert subject.family_name not in title
        assert not [each for each in re.findall(r'href="([^"]*)"', page) if subject.family_name.lower() in each.lower()]
    assert Request.objects.count() == 1


def test_the_persons_page_shows_what_left_without_the_desk(subject, staff, now, client, django_assert_max_num_queries):
    from habeas.desk.services.contacts import incidental_disclosures as tellings
    from habeas.desk.services.contacts.incidental_disclosures import Sent

    booking = subject.bookings.order_by("-booked_at").first()
    tellings.record(booking, Sent("fingerprint", now, "state bureau", transaction="T-77"), by(staff["clerk"], now))
    client.force_login(staff["clerk"])
    with django_assert_max_num_queries(12):
        page = client.get(reverse("person_contacts", args=[subject.key])).content.decode()
    assert "T-77" in page
    assert "Log a fingerprint or database inquiry" in page


def test_a_notice_server_sees_one_line_a_person_and_what_to_do(busy, staff, now, here):
    board = board_for(staff["notice_server"], now + timedelta(days=2), here)
    assert board.now is not None
    notices = [row for _, _, rows in board.groups for row in rows if row.kind == "notice"]
    assert len({row.person.pk for row in notices}) == len(notices), "one line a person"
    assert all("Serve notice" in row.next for row in notices)


def rows_shown(board):
    return [row for _, _, rows in board.groups for row in rows]


def test_what_is_only_monitored_stands_apart_and_never_among_tasks(subject, staff, now, here):
    watched, other = detainer(subject, now), detainer(subject, now)
    Request.objects.filter(pk=watched.pk).update(state="watching")
    groups = {name: rows for name, _, rows in board_for(staff["clerk"], now, here).groups}
    assert [row.request.number for row in groups["monitoring"]] == [watched.number]
    assert [row.request.number for row in groups["none"]] == [other.number]
    assert all(row.holder_role == "" and row.ends_at is None for row in groups["monitoring"])
    assert all(row.holder_role or row.ends_at for name, rows in groups.items() if name != "monitoring" for row in rows)


def test_notices_to_one_person_are_one_line_that_counts_them_and_keeps_their_words(busy, staff, now, here):
    rows = [row for row in rows_shown(board_for(staff["clerk"], now, here)) if row.kind == "notice"]
    assert rows
    assert all(
        row.what in {"Serve 1 notice", *(f"Serve {n} notices" for n in range(2, 9))} and row.more for row in rows
    )


def test_each_choice_of_tasks_shows_as_many_as_it_says_and_custody_concerns_everybody(busy, client, staff, now, here):
    for role in ("clerk", "commander", "notice_server"):
        counts = {name: count for name, _, count in board_for(staff[role], now, here).shows}
        for show, count in counts.items():
            assert len(rows_shown(board_for(staff[role], now, here, {"show": show}))) == count
        mine = rows_shown(board_for(staff[role], now, here, {"show": "mine"}))
        custody = [row for row in rows_shown(board_for(staff[role], now, here)) if row.custody and row.ends_at]
        assert all(row in mine for row in custody)
    client.force_login(staff["clerk"])
    for odd in ("mine", "shift", "nothing", "'", "9" * 5000):
        assert client.get("/", {"show": odd, "page": odd, "sort": odd, "kind": odd}).status_code == 200


def test_whom_a_call_was_about_stays_though_nothing_was_disclosed(clerk, subject):
    booking = subject.bookings.first()
    form = {"way": "call_in", "who": "Ofc. Lund", "agency": "ICE", "asked": "in_custody", "booking": booking.booking_id}
    clerk.post("/contacts/new/", form | {"finish": "1"})
    contact = Contact.objects.get()
    assert contact.about == booking
    assert subject.family_name in clerk.get(f"/contacts/{contact.key}/").content.decode()
    assert contact in contacts_about(subject)


def test_a_name_that_nobody_of_the_roster_has_is_never_dropped_in_silence(clerk, subject):
    form = {"way": "call_in", "who": "Ofc. Lund", "agency": "ICE", "asked": "in_custody", "booking": "Nobody, Atall"}
    page = clerk.post("/contacts/new/", form | {"finish": "1"}).content.decode()
    assert "No inmate" in page
    assert "Nobody, Atall" in page
    assert not Contact.objects.exists()


def mine(account, now, here):
    return rows_shown(board_for(account, now, here, {"show": "mine"}))


def test_a_reply_that_waits_for_approval_is_the_approvers_task_and_nobody_elses(subject, staff, now, here):
    here.jurisdiction = "us-tx"
    here.save()
    request, doing = detainer(subject, now), by(staff["commander"], now)
    request.reply_by = now + timedelta(hours=9)
    request.save()
    clocks.start_for_request(request, doing)
    record_fact(request, "person.proof_of_status_given", "none", "asked the person", now, doing)
    make(request, [], doing)
    assert request.state == "to_sign"
    replies = {
        name: [row for row in mine(account, now, here) if row.kind == "reply_by"] for name, account in staff.items()
    }
    assert [name for name, rows in replies.items() if rows] == ["commander2"], "whoever drafted it cannot approve it"
    assert mine(staff["inspector"], now, here) == [], "who oversees has no task"


def test_a_judges_paper_of_which_nobody_said_whom_it_names_stands_before_older_mail(staff, here, now):
    for number, kind in enumerate(("detainer", "judicial_warrant")):
        Request.objects.create(
            number=f"R-090{number}",
            kind=kind,
            state="reading",
            received_at=now + timedelta(minutes=number),
            entered_at=now,
        )
    board = board_for(staff["clerk"], now + timedelta(minutes=5), here)
    assert [row.request.kind for _, _, rows in board.groups for row in rows] == ["judicial_warrant", "detainer"]
    assert board.now.request.kind == "judicial_warrant"
