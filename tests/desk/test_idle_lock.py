"""After a pause the desk locks; nothing typed is lost, nothing typed is kept on the server, and nobody gets past without the password."""

import html
import re

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache

from habeas.desk.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_limits(db):
    """Each test begins with no log-ins counted against it."""
    cache.clear()


PASSWORD = "correct horse clerk"  # noqa: S105 - that of the fixture


@pytest.fixture
def idle(client, staff):
    """A clerk whose last sign of life is an hour ago."""
    client.force_login(staff["clerk"])
    fall_asleep(client)
    return client


def fall_asleep(client, seconds=3_600):
    session = client.session
    session["began"] = session["began"] - seconds
    session.save()
    client.cookies.pop("seen", None)


def fields(page):
    """The fields of the form on a page that goes on, by name."""
    text = page.content.decode()
    area = re.findall(r'<textarea name="([^"]+)" hidden>\n(.*?)</textarea>', text, re.DOTALL)
    inputs = re.findall(r'<input type="hidden" name="((?!csrf)[^"]+)" value="([^"]*)"', text)
    found = {}
    for name, value in [*area, *inputs]:
        found.setdefault(html.unescape(name), []).append(html.unescape(value))
    return found


def test_a_page_locks_after_the_pause_and_comes_back_where_it_was(idle):
    page = idle.get("/requests/?state=deciding")
    assert page.status_code == 423
    assert b"<h1>Locked</h1>" in page.content
    back = idle.post("/unlock/", fields(page) | {"password": PASSWORD})
    assert (back.status_code, back["Location"]) == (302, "/requests/?state=deciding")
    assert idle.get("/requests/").status_code == 200


def test_a_page_left_open_carries_its_cover_and_the_time_after_which_it_falls(client, staff):
    client.force_login(staff["clerk"])
    page = client.get("/").content.decode()
    assert f'data-idle="{settings.IDLE_LOCK_SECONDS}"' in page
    assert 'id="cover"' in page
    assert 'id="cover"' not in client.get("/account/login/").content.decode()


def test_who_works_on_is_never_locked_and_the_lock_runs_anew(client, staff):
    client.force_login(staff["clerk"])
    assert client.get("/").status_code == 200
    first = client.cookies["seen"].value
    assert client.get("/").status_code == 200
    client.cookies["seen"] = first.replace(first[:4], "9999", 1)
    session = client.session
    session["began"] -= 3_600
    session.save()
    assert client.get("/").status_code == 423, "a cookie that was set forward is not believed"


def test_what_was_typed_comes_back_word_for_word_and_is_sent_only_then(idle):
    typed = {"words": 'He said: "not me" <b>\r\n\r\nTwice. ñ', "says": "not_me", "many": ["a", "b"]}
    page = idle.post("/disputes/new/", typed)
    assert page.status_code == 423
    assert Event.objects.filter(act="dispute").count() == 0
    page = idle.post("/unlock/", fields(page) | {"password": PASSWORD})
    assert page.status_code == 200
    assert 'action="/disputes/new/"' in page.content.decode()
    back = fields(page)
    assert back["words"][0].replace("\r\n", "\n") == typed["words"].replace("\r\n", "\n")
    assert (back["says"], back["many"]) == (["not_me"], ["a", "b"])
    assert "&lt;b&gt;" in page.content.decode()


def test_nothing_typed_is_kept_on_the_server(idle, caplog):
    idle.post("/disputes/new/", {"words": "quite-unmistakable"})
    kept = [each.get_decoded() for each in Session.objects.all()]
    assert "quite-unmistakable" not in str(kept)
    assert not [each for each in Event.objects.values_list("body", flat=True) if "quite-unmistakable" in each]
    assert "quite-unmistakable" not in caplog.text


def test_codes_and_passwords_are_typed_again_and_never_put_into_a_page(idle):
    page = idle.post("/account/password/change/", {"oldpassword": "secret-one", "password1": "secret-two"})
    assert page.status_code == 423
    assert b"secret-" not in page.content
    page = idle.post("/unlock/", fields(page) | {"password": PASSWORD, "again": ["oldpassword", "password1"]})
    assert b'name="oldpassword" type="password"' in page.content


def test_a_wrong_password_keeps_the_words_and_five_of_them_end_the_session(idle, staff):
    page = idle.post("/disputes/new/", {"words": "still here"})
    for _ in range(4):
        page = idle.post("/unlock/", fields(page) | {"password": "wrong"})
        assert page.status_code == 423
        assert fields(page)["kept.words"] == ["still here"]
    assert idle.post("/unlock/", fields(page) | {"password": "wrong"})["Location"] == "/account/login/"
    assert idle.get("/")["Location"].startswith("/account/login/")
    assert Event.objects.filter(act="log_in_refused").count() == 5


def test_a_forged_form_is_refused_and_never_offered_back(staff):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(staff["clerk"])
    fall_asleep(client)
    page = client.post("/disputes/new/", {"words": "forged"})
    assert page.status_code == 403
    assert b"forged" not in page.content
    assert client.post("/unlock/", {"password": PASSWORD, "kept.words": "forged"}).status_code == 403


@pytest.mark.parametrize(
    "path", ["https://evil.example/", "//evil.example", "/no/such/page/", "javascript:alert(1)", ""]
)
def test_the_way_back_leads_nowhere_else(idle, path):
    back = idle.post("/unlock/", {"password": PASSWORD, "path": path})
    assert back["Location"] == "/"


def test_a_file_is_not_kept_and_the_page_says_so(idle):
    from django.core.files.uploadedfile import SimpleUploadedFile

    page = idle.post("/disputes/new/", {"words": "x", "file": SimpleUploadedFile("a.pdf", b"%PDF", "application/pdf")})
    assert b"was not kept" in page.content


def test_a_session_ends_after_twelve_hours_however_busy(client, staff):
    client.force_login(staff["clerk"])
    assert client.get("/").status_code == 200
    session = client.session
    session["began"] -= settings.SESSION_COOKIE_AGE + 1
    session.save()
    assert client.get("/")["Location"].startswith("/account/login/")


def test_whoever_is_locked_out_may_still_log_out(idle):
    assert idle.post("/account/logout/").status_code == 302
    assert idle.get("/")["Location"].startswith("/account/login/")
