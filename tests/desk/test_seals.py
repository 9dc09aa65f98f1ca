"""Whoever owns the database writes a password, a second factor or a session into it: it opens nothing, and is named."""

from importlib import import_module

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from django.apps import apps
from django.conf import settings as real_settings
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client

from habeas.common.errors import BadInputError
from habeas.desk.accounts.factor_secrets import seal_all
from habeas.desk.models import Account
from habeas.desk.seals import BEFORE, SEALED, SEALED_ANEW, fits, keys, seal
from habeas.desk.services.record.reconciliation import reconcile
from habeas.desk.services.upkeep.doctor import examine
from habeas.desk.workflow.errors import RefusedError

pytestmark = [pytest.mark.django_db, pytest.mark.forges]
OURS = "A password of a thief 9"
THEIRS = "the commander's own words"
APP = "JBSWY3DPEHPK3PXP"
SEALING = ("0032_passwords_and_factors_are_sealed", "0034_what_is_put_back_is_known")
"""The steps of the database that seal what an older desk had."""


@pytest.fixture
def two(staff):
    """A thief who has the clerk's account, and the commander."""
    for name, words in (("clerk", OURS), ("commander", THEIRS)):
        staff[name].set_password(words)
        staff[name].save()
    cache.clear()
    return staff["clerk"], staff["commander"]


def lets_in(account, words):
    return Account.objects.get(pk=account.pk).check_password(words)


def named():
    return {(each.table, each.record) for each in reconcile() if "by this desk" in each.what}


def code():
    return format_hotp_value(hotp_value(APP, next(iter(yield_hotp_counters_from_time()))))


def test_a_password_written_into_the_store_opens_nothing_and_is_named(two):
    _, commander = two
    assert lets_in(commander, THEIRS)
    Account.objects.filter(pk=commander.pk).update(password=make_password(OURS))
    assert not lets_in(commander, OURS)
    assert not lets_in(commander, THEIRS)
    assert named() == {("account", str(commander.pk))}


def test_nor_does_another_accounts_password_with_its_seal(two):
    clerk, commander = two
    Account.objects.filter(pk=commander.pk).update(password=clerk.password, password_seal=clerk.password_seal)
    assert not lets_in(commander, OURS)
    assert named() == {("account", str(commander.pk))}


@pytest.mark.parametrize("beside", [{}, {"password_seal": ""}])
def test_what_the_desk_writes_later_makes_no_seal_for_it(two, beside):
    _, commander = two
    Account.objects.filter(pk=commander.pk).update(password=make_password(OURS), **beside)
    again = Account.objects.get(pk=commander.pk)
    again.unit = "Night"
    again.save()
    again.save(update_fields=["password"])
    seal_all()
    assert not lets_in(commander, OURS)


def test_a_password_hashed_anew_at_a_log_in_keeps_its_seal(two, settings):
    clerk, _ = two
    settings.PASSWORD_HASHERS = [
        *reversed(settings.PASSWORD_HASHERS),
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    old = make_password(OURS, hasher="pbkdf2_sha256")
    clerk.password = old
    Account.objects.filter(pk=clerk.pk).update(password=old, password_seal=seal(*clerk.said_of_password))
    assert lets_in(clerk, OURS)
    assert Account.objects.get(pk=clerk.pk).password != old
    assert Account.objects.get(pk=clerk.pk).password_turn == clerk.password_turn
    assert lets_in(clerk, OURS)
    assert not named()


def test_a_second_factor_in_another_accounts_row_fits_no_code_and_is_named(two):
    clerk, commander = two
    TOTP.activate(clerk, APP)
    thiefs = Authenticator.objects.get(user=clerk).data
    row = Authenticator.objects.create(user=commander, type="totp", data={"secret": "none"})
    Authenticator.objects.filter(pk=row.pk).update(data=thiefs)
    assert TOTP(Authenticator.objects.get(user=clerk)).validate_code(code())
    cache.clear()
    with pytest.raises(RefusedError):
        TOTP(Authenticator.objects.get(user=commander)).validate_code(code())
    assert named() == {("mfa_authenticator", str(row.pk))}


def test_nor_one_written_in_clear_even_after_the_next_start(two):
    _, commander = two
    row = Authenticator.objects.create(user=commander, type="totp", data={"secret": "x"})
    Authenticator.objects.filter(pk=row.pk).update(data={"secret": APP})
    seal_all()
    with pytest.raises(RefusedError):
        TOTP(Authenticator.objects.get(user=commander)).validate_code(code())


def test_recovery_codes_of_another_fit_nobody_else(two):
    clerk, commander = two
    mine = RecoveryCodes.activate(clerk)
    theirs = RecoveryCodes.activate(commander)
    known = mine.generate_codes()[0]
    Authenticator.objects.filter(pk=theirs.instance.pk).update(data=mine.instance.data)
    with pytest.raises(RefusedError):
        RecoveryCodes(Authenticator.objects.get(user=commander)).validate_code(known)
    assert RecoveryCodes(Authenticator.objects.get(user=clerk)).validate_code(known)
    assert RecoveryCodes(Authenticator.objects.get(user=clerk)).validate_code(mine.generate_codes()[1])


def test_a_security_key_of_another_is_refused_where_it_is_read(two):
    clerk, commander = two
    credential = {"id": "a", "rawId": "a", "type": "public-key", "response": {}}
    Authenticator.objects.create(user=clerk, type="webauthn", data={"name": "Key", "credential": credential})
    data = Authenticator.objects.get(user=clerk).data
    assert data["credential"] == credential
    row = Authenticator.objects.create(user=commander, type="webauthn", data={"name": "Key", "credential": {}})
    Authenticator.objects.filter(pk=row.pk).update(data=data)
    with pytest.raises(RefusedError, match="not set up here"):
        Authenticator.objects.get(user=commander).wrap().authenticator_data  # noqa: B018 - reading it is the act


def test_another_key_takes_the_seals_along(two, settings, tmp_path):
    _, commander = two
    TOTP.activate(commander, APP)
    old, settings.DATA, settings.SECRET_KEY = settings.SECRET_KEY, tmp_path, "quite another key"
    assert not lets_in(commander, THEIRS)
    (tmp_path / BEFORE).write_text(f"{old}\n")
    assert lets_in(commander, THEIRS)
    assert seal_all() >= 2
    (tmp_path / BEFORE).unlink()
    assert lets_in(commander, THEIRS)
    assert TOTP(Authenticator.objects.get(user=commander)).validate_code(code())
    assert not fits("", *commander.said_of_password)


def test_a_session_lies_under_another_name_than_its_cookie_and_fits_no_other(two):
    clerk, commander = two
    theirs, thief = Client(), Client()
    theirs.force_login(commander)
    thief.force_login(clerk)
    cookie = theirs.cookies[real_settings.SESSION_COOKIE_NAME].value
    assert not Session.objects.filter(session_key=cookie).exists()
    rows = {each.session_key: each.session_data for each in Session.objects.all()}
    assert len(rows) == 2
    mine = thief.session
    kept = next(each for each in rows if mine.decode(rows[each]))
    other = next(each for each in rows if each != kept)
    Session.objects.filter(session_key=kept).update(session_data=rows[other])
    assert dict(thief.session) == {}
    assert theirs.session["_auth_user_id"] == str(commander.pk)


def test_who_has_the_name_of_a_stored_session_has_no_session(two):
    _, commander = two
    theirs, thief = Client(), Client()
    theirs.force_login(commander)
    stored = Session.objects.get().session_key
    thief.cookies[real_settings.SESSION_COOKIE_NAME] = stored
    assert "_auth_user_id" not in thief.session
    theirs.logout()
    assert not Session.objects.filter(session_key=stored).exists()


def test_the_log_in_asks_for_the_seal(two):
    _, commander = two
    Account.objects.filter(pk=commander.pk).update(password=make_password(OURS))
    assert authenticate(None, username=commander.username, password=OURS) is None


@pytest.mark.parametrize("odd", ["\u00e9" * 64, "x" * 64, "\x01"])
def test_a_seal_of_any_letters_is_no_fault_and_opens_nothing(two, client, odd):
    _, commander = two
    Account.objects.filter(pk=commander.pk).update(password_seal=odd)
    assert client.post("/account/login/", {"login": commander.username, "password": THEIRS}).status_code == 200
    seal_all()
    assert named() == {("account", str(commander.pk))}


@pytest.mark.parametrize("stored", [None, 5, b"ab", [], {}])
def test_what_is_no_text_is_no_seal(stored):
    assert not fits(stored, "password")
    assert not fits("a", object())


def test_the_step_that_seals_what_stands_is_taken_once_in_the_life_of_a_desk(two, settings, tmp_path):
    """Whoever owns the database takes the step back, so that the next start would seal a password of theirs."""
    _, commander = two
    settings.DATA = tmp_path
    steps = [import_module(f"habeas.desk.migrations.{name}").seal_what_stands for name in SEALING]
    Account.objects.filter(pk=commander.pk).update(password=make_password(THEIRS), password_seal="")
    for step in steps:
        step(apps, None)
    assert lets_in(commander, THEIRS), "an older desk is taken along"
    Account.objects.filter(pk=commander.pk).update(password=make_password(OURS), password_seal="")
    TOTP.activate(commander, APP)
    Authenticator.objects.update(data={"secret": APP})
    for step in steps:
        step(apps, None)
    assert not lets_in(commander, OURS)
    assert ("account", str(commander.pk)) in named()
    assert len(named()) == 2


def test_a_later_step_is_taken_once_as_well(two, settings, tmp_path):
    """Else an older seal, of a copy from before that step, would be made anew over an older password."""
    _, commander = two
    settings.DATA = tmp_path
    step = import_module(f"habeas.desk.migrations.{SEALING[1]}").seal_what_stands
    old = make_password(OURS)
    older = {"password": old, "password_seal": seal("password", commander.username, old)}
    step(apps, None)
    Account.objects.filter(pk=commander.pk).update(**older)
    step(apps, None)
    assert not lets_in(commander, OURS)


def test_every_start_says_beside_the_key_that_the_desk_seals(two, settings, tmp_path):
    settings.DATA = tmp_path
    seal_all()
    for name in (SEALED, SEALED_ANEW):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("odd", [b"\xff\xfe", "\u00e9".encode(), b"", b"\n\n", b"x" * 70_000])
def test_a_file_of_keys_before_that_holds_none_stops_the_start_in_a_sentence_and_no_log_in(
    two, settings, tmp_path, odd
):
    _, commander = two
    settings.DATA = tmp_path
    (tmp_path / BEFORE).write_bytes(odd)
    assert lets_in(commander, THEIRS)
    with pytest.raises(BadInputError, match="holds no keys"):
        seal_all()


def test_nor_is_a_device_read_for_keys(settings, tmp_path):
    settings.DATA = tmp_path
    (tmp_path / BEFORE).symlink_to("/dev/zero")
    assert keys() == (settings.SECRET_KEY,)


def test_the_doctor_names_keys_before_that_lie_there_still(two, now, settings, tmp_path):
    settings.DATA = tmp_path
    (tmp_path / BEFORE).write_text("an older key\n")
    assert any(BEFORE in each.wrong and "delete it" in each.wrong for each in examine(now))


def test_a_provider_that_somebody_wrote_into_the_store_is_none(client, here):
    SocialApp.objects.create(
        provider="openid_connect",
        provider_id="theirs",
        name="Theirs",
        client_id="a",
        settings={"server_url": "http://[::1]:9"},
    )
    assert get_adapter().list_apps(None) == []
    assert client.get("/account/oidc/theirs/login/").status_code == 404
