"""Logging in and out, second factors, single keys, and sessions that end everywhere; each is an event, and no event holds a user name."""

import re

import pytest
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from habeas.desk.accounts.adapter import SocialAdapter
from habeas.desk.accounts.factors import check_factor
from habeas.desk.accounts.provider import oidc_apps, provider_origin
from habeas.desk.models import Account, Event
from habeas.desk.permissions.addresses import ALLAUTH, PUBLIC
from habeas.desk.workflow.errors import RefusedError

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_limits(db):
    """Each test begins with no log-ins counted against it."""
    cache.clear()


def log_in(client, name):
    return client.post("/account/login/", {"login": name, "password": f"correct horse {name}"})


def acts(**by):
    return list(Event.objects.filter(kind="account", **by).order_by("seq").values_list("act", flat=True))


def test_logging_in_and_out_are_events(client, staff):
    assert log_in(client, "clerk")["Location"] == "/"
    client.post("/account/logout/")
    assert acts() == ["log_in", "log_out"]


def test_nobody_gets_in_where_the_log_in_cannot_be_recorded(staff, monkeypatch):
    def full(*_):
        raise OperationalError("database or disk is full")

    client = Client(raise_request_exception=False)
    monkeypatch.setattr("habeas.desk.record.writing.write", full)
    assert log_in(client, "clerk").status_code == 500
    monkeypatch.undo()
    assert client.get("/")["Location"].startswith("/account/login/")


def test_a_refused_log_in_is_an_event_without_what_was_typed(client, staff, caplog):
    client.post("/account/login/", {"login": "clerk", "password": "my-secret-typed"})
    client.post("/account/login/", {"login": "nosuchname", "password": "my-secret-typed"})
    assert acts() == ["log_in_refused"] * 2
    bodies = "".join(Event.objects.values_list("body", flat=True)) + caplog.text
    assert not re.search(r"my-secret|nosuchname|clerk2|\"clerk\"", bodies.replace('"role":"clerk"', ""))
    assert "wrong password" in bodies
    assert "no such account" in bodies


def test_a_session_somewhere_else_ends_when_all_sessions_are_ended(client, staff):
    other = Client()
    for each in (client, other):
        log_in(each, "clerk")
        assert each.get("/").status_code == 200
    assert client.post("/me/sessions/")["Location"] == "/account/login/"
    assert other.get("/")["Location"].startswith("/account/login/")
    assert log_in(other, "clerk")["Location"] == "/"


def test_single_keys_can_be_switched_off(client, staff):
    client.force_login(staff["clerk"])
    assert b'data-keys="off"' not in client.get("/me/").content
    client.post("/me/keys/", {"keys": "off"})
    assert b'data-keys="off"' in client.get("/").content
    client.post("/me/keys/", {"keys": "on"})
    assert b'data-keys="off"' not in client.get("/").content


def test_whoever_may_sign_is_told_that_a_second_factor_is_missing(client, staff):
    client.force_login(staff["commander"])
    assert b"You cannot sign yet" in client.get("/").content
    TOTP.activate(staff["commander"], "JBSWY3DPEHPK3PXP")
    assert b"You cannot sign yet" not in client.get("/").content
    client.force_login(staff["clerk"])
    assert b"You cannot sign yet" not in client.get("/").content


def show_it_is_you(client, name):
    """What changes how somebody logs in asks for the password again, and does not tell a stranger at the keyboard more."""
    asked = client.get("/account/2fa/totp/activate/")
    assert asked["Location"].startswith("/account/reauthenticate/")
    client.post("/account/reauthenticate/", {"password": f"correct horse {name}"})


def test_whoever_just_changed_the_password_sets_up_a_second_factor_without_typing_it_once_more(client, staff):
    log_in(client, "commander")
    fresh = "five quiet herons at dusk"
    given = {"oldpassword": "correct horse commander", "password1": fresh, "password2": fresh}
    assert client.post("/account/password/change/", given)["Location"] == "/"
    assert client.get("/account/2fa/totp/activate/").status_code == 200
    assert client.get("/account/2fa/totp/activate/").status_code == 200


def test_a_password_that_did_not_fit_opens_no_second_factor(client, staff):
    log_in(client, "commander")
    fresh = "five quiet herons at dusk"
    client.post("/account/password/change/", {"oldpassword": "wrong", "password1": fresh, "password2": fresh})
    assert client.get("/account/2fa/totp/activate/")["Location"].startswith("/account/reauthenticate/")


def code_of(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_a_code_app_is_set_up_and_asked_for_at_the_next_log_in(client, staff, django_capture_on_commit_callbacks):
    log_in(client, "commander")
    show_it_is_you(client, "commander")
    page = client.get("/account/2fa/totp/activate/").content.decode()
    assert "data:image/svg+xml" in page
    secret = re.search(r'id="authenticator_secret"[^>]*value="([A-Z2-7]+)"', page)[1]
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post("/account/2fa/totp/activate/", {"code": code_of(secret)})
    assert done.status_code == 302, done.content
    assert Authenticator.objects.filter(user=staff["commander"], type="totp").exists()
    assert "account" in acts()
    client.post("/account/logout/")
    assert "2fa" in log_in(client, "commander")["Location"]
    assert client.get("/account/2fa/authenticate/").status_code == 200
    assert client.get("/")["Location"].startswith("/account/login/"), "the password alone opens nothing"
    assert acts()[-1] == "log_out", "no log-in before the second factor"


PAGES = [name for name in ALLAUTH if name not in {"mfa_edit_webauthn", "mfa_remove_webauthn", "mfa_login_webauthn"}
         and not name.startswith("openid")]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_the_log_in_library_is_in_our_dress_and_has_no_inline_script(name, client, staff):
    if ALLAUTH[name] != PUBLIC:
        log_in(client, "clerk")
    page = client.get(reverse(name), follow=True)
    text = page.content.decode()
    assert page.status_code in {200, 401} or "Page not found" in text
    if page["Content-Type"].startswith("text/html"):
        assert 'class="foot"' in text
        assert text.count("<h1>") == 1
        inline = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>", text)
        assert not inline
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text)


@pytest.mark.parametrize(
    "path", ["/account/signup/", "/account/password/reset/", "/account/email/", "/account/3rdparty/"]
)
def test_what_the_library_has_beyond_that_is_not_served(path, client, staff):
    assert client.get(path).status_code == 404
    log_in(client, "clerk")
    assert client.get(path).status_code == 404


def test_a_closed_account_is_logged_out_and_cannot_come_back(client, staff):
    log_in(client, "clerk")
    Account.objects.filter(username="clerk").update(is_active=False)
    assert client.get("/")["Location"].startswith("/account/login/")
    assert b"do not fit" in log_in(client, "clerk").content or client.get("/").status_code == 302


def test_the_account_page_shows_what_happened_with_it(client, staff, django_assert_max_num_queries):
    log_in(client, "clerk")
    with django_assert_max_num_queries(12):
        page = client.get("/me/")
    assert b"logged in (password)" in page.content


def came_from_provider(rf, subject):
    """Somebody whom the county's log-in sends as `subject`."""
    from allauth.socialaccount.models import SocialAccount, SocialLogin

    login = SocialLogin(user=Account(username="x"), account=SocialAccount(provider="county", uid=subject))
    SocialAdapter().pre_social_login(rf.get("/"), login)
    return login


def test_the_countys_log_in_lets_in_only_whom_an_administrator_connected(rf, staff, settings, tmp_path):
    apps = oidc_apps("County", "https://login.county.example", tmp_path)
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": apps}}
    staff["clerk"].provider_subject = "sub-1"
    staff["clerk"].save()
    assert came_from_provider(rf, "sub-1").user == staff["clerk"]
    for subject in ("sub-2", ""):
        with pytest.raises(ImmediateHttpResponse) as refused:
            came_from_provider(rf, subject)
        assert refused.value.response.status_code == 403
    staff["clerk"].is_active = False
    staff["clerk"].save()
    with pytest.raises(ImmediateHttpResponse):
        came_from_provider(rf, "sub-1")


def test_the_providers_settings_come_from_the_environment_and_a_file(tmp_path, monkeypatch):
    assert oidc_apps("County", "", tmp_path) == []
    monkeypatch.setenv("HABEAS_OIDC_CLIENT_ID", "desk")
    (tmp_path / "oidc.secret").write_text("s3\n")
    (app,) = oidc_apps("County", "https://login.county.example/realms/a", tmp_path)
    assert (app["client_id"], app["secret"], app["name"]) == ("desk", "s3", "County")
    assert provider_origin("https://login.county.example/realms/a") == ["https://login.county.example"]
    assert provider_origin("http://plain.example") == []


def test_a_code_at_the_moment_of_signing_is_good_once_and_guesses_end(staff, client):
    secret = "JBSWY3DPEHPK3PXP"  # noqa: S105 - that of a test
    TOTP.activate(staff["commander"], secret)
    code = code_of(secret)
    assert factor(client, staff, code=code) == "totp"
    with pytest.raises(RefusedError, match="used already"):
        factor(client, staff, code=code)
    with pytest.raises(RefusedError, match="security key was not accepted"):
        factor(client, staff, credential="{}")
    refusals = []
    for _ in range(30):
        with pytest.raises(RefusedError) as refused:
            factor(client, staff, code="000000")
        refusals.append(str(refused.value))
    assert "Too many wrong codes" in refusals[-1], "six digits cannot be tried out"
    assert Event.objects.filter(act="log_in_refused").count() >= 3


def factor(client, staff, **form):
    """Check a second factor as the page of signing does."""
    from allauth.core import context
    from django.contrib.sessions.backends.db import SessionStore
    from django.test import RequestFactory

    request = RequestFactory().post("/", form)
    request.user, request.session = staff["commander"], SessionStore()
    with context.request_context(request):
        return check_factor(request)


def test_whoever_has_no_security_key_is_offered_none(client, staff):
    client.force_login(staff["commander"])
    assert client.get("/me/key/").status_code == 404


def test_too_many_log_ins_that_do_not_fit_are_told_apart_from_one(client, staff):
    tries = [
        client.post("/account/login/", {"login": "clerk", "password": f"wrong {n}"}).content.decode() for n in range(7)
    ]
    assert "is not correct. Check both" in tries[0]
    assert "Wait five minutes" in tries[-1]
    right = client.post("/account/login/", {"login": "clerk", "password": "correct horse clerk"})
    assert "Wait five minutes" in right.content.decode(), "nor is the right one let in before"
    assert "Enter your user name" in client.post("/account/login/", {}).content.decode()
