"""Second factors that were deleted, put back or put in beside the record are named, and so are used codes made good again."""

import pytest
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.core.cache import cache
from django.db import connection

from habeas.desk.doing import by
from habeas.desk.models import Account
from habeas.desk.services.office import managing
from habeas.desk.services.record.reconciliation import reconcile

pytestmark = [pytest.mark.django_db, pytest.mark.forges]
GIVEN = {"username": "new", "role": "commander", "first_name": "A", "last_name": "B"}


@pytest.fixture
def account(staff, now):
    cache.clear()
    return managing.make_account(GIVEN, by(staff["administrator"], now))[0]


def told(signal, account, made):
    signal.send(sender=Authenticator, request=None, user=account, authenticator=made)
    return made


def added(account, letters="JBSWY3DPEHPK3PXP"):
    return told(signals.authenticator_added, account, TOTP.activate(account, letters).instance)


def removed(account, made):
    made.delete()
    told(signals.authenticator_removed, account, made)


def key(account, name):
    return told(signals.authenticator_added, account, WebAuthn.add(account, name, {"id": name}).instance)


def named(account):
    return [each.what for each in reconcile() if each.record == str(account.pk) and "second factor" in each.what]


def stored():
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM mfa_authenticator")
        return cursor.fetchall()


def put_back(rows):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM mfa_authenticator")
        for row in rows:
            cursor.execute(f"INSERT INTO mfa_authenticator VALUES ({', '.join(['%s'] * len(row))})", row)  # noqa: S608 - made here


def test_what_is_done_through_the_desk_is_named_nowhere(account, staff, now):
    removed(account, added(account))
    added(account)
    first, _ = key(account, "one"), key(account, "two")
    removed(account, first)
    assert not named(account)
    managing.drop_factors(account, by(staff["administrator"], now))
    added(account)
    key(account, "three")
    assert not named(account)


def test_one_that_was_deleted_is_named(account):
    added(account)
    key(account, "one")
    put_back([])
    assert named(account) == [
        "its second factor (authenticator app) was deleted beside the record",
        "its second factor (security key) was deleted beside the record",
    ]


def test_one_that_was_taken_away_and_put_back_is_named(account, staff, now):
    added(account)
    rows = stored()
    managing.drop_factors(account, by(staff["administrator"], now))
    assert not named(account)
    put_back(rows)
    assert named(account) == [
        "it has a second factor (authenticator app) that was taken away, or put in beside the record"
    ]


def test_an_older_one_in_place_of_the_last_is_named(account):
    old = added(account)
    rows = stored()
    removed(account, old)
    added(account, "KRSXG5CTMVRXEZLU")
    assert not named(account)
    put_back(rows)
    assert named(account) == ["its second factor (authenticator app) is not the one that was set up last"]


def test_a_security_key_put_back_in_place_of_another_is_named(account):
    first = key(account, "one")
    rows = stored()
    removed(account, first)
    key(account, "two")
    put_back(rows)
    assert named(account) == ["its second factor (security key) is not the one that was set up last"]


def test_another_key_of_the_desk_is_no_other_factor(account, settings):
    added(account)
    settings.SECRET_KEY = "quite another key"  # noqa: S105 - that of a test
    Authenticator.objects.update(data={"secret": "v1:a", "sealed": "0" * 64})
    assert not named(account)


def test_codes_that_were_used_and_are_good_again_are_named(account):
    codes = RecoveryCodes.activate(account)
    told(signals.authenticator_added, account, codes.instance)
    first, *_ = codes.generate_codes()
    rows = stored()
    assert RecoveryCodes(Authenticator.objects.get()).validate_code(first)
    told(signals.authenticator_used, account, Authenticator.objects.get())
    wrong = "codes to get back in that were used are good again beside the record"
    assert wrong not in [each.what for each in reconcile()]
    put_back(rows)
    assert wrong in [each.what for each in reconcile()]
    Authenticator.objects.all().delete()
    fresh = RecoveryCodes.activate(account)
    told(signals.authenticator_reset, account, fresh.instance)
    assert not [each for each in reconcile() if "codes" in each.what], "new codes begin anew"


def test_a_page_opened_before_never_writes_back_an_older_password(staff, now):
    doing, clerk = by(staff["administrator"], now), staff["clerk"]
    older = Account.objects.get(pk=clerk.pk)
    fresh = managing.new_password(Account.objects.get(pk=clerk.pk), doing)
    managing.change_account(older, {"role": "clerk", "unit": "Night", "first_name": "A", "last_name": "B"}, doing)
    stands = Account.objects.get(pk=clerk.pk)
    assert stands.unit == "Night"
    assert stands.check_password(fresh)
    assert not stands.check_password("correct horse clerk")
