"""What the tests of pages share: the moment that pages see, a client for each role, and a second factor."""

import re

import pytest


@pytest.fixture
def moment(monkeypatch, now):
    """Pages see the moment of the tests."""
    from habeas.desk import middleware

    class Clock:
        @staticmethod
        def now(zone):
            return now

    monkeypatch.setattr(middleware, "datetime", Clock)
    return now


@pytest.fixture
def clerk(client, staff, moment):
    client.force_login(staff["clerk"])
    return client


@pytest.fixture
def as_role(staff, moment):
    """A client logged in as one account."""
    from django.test import Client

    def make(name):
        made = Client()
        made.force_login(staff[name])
        return made

    return make


@pytest.fixture
def code_of(db):
    """The code that an account's device shows now; gives the account a device where it has none."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal import auth
    from django.core.cache import cache

    from habeas.desk.models import Tries

    secrets = {}

    def make(account):
        cache.clear()
        Tries.objects.all().delete()  # a code is good once, and a test signs twice within its half minute
        if account.pk not in secrets:
            secrets[account.pk] = auth.generate_totp_secret()
            Authenticator.objects.filter(user=account).delete()
            auth.TOTP.activate(account, secrets[account.pk])
        counter = next(iter(auth.yield_hotp_counters_from_time()))
        return auth.format_hotp_value(auth.hotp_value(secrets[account.pk], counter))

    return make


def seen_on(page):
    """What a form of a second person on this page says was shown."""
    return re.search(r'name="seen" value="([0-9a-f]{64})"', page)[1]
