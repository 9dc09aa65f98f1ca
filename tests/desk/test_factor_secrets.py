"""Secrets of second factors are encrypted where they are stored, and a key that changes takes them along."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.apps import apps
from django.core.cache import cache
from django.db.models.signals import post_migrate

from habeas.desk.accounts.factor_secrets import FactorAdapter, seal_all
from habeas.desk.models import Account
from habeas.desk.seals import BEFORE
from habeas.desk.services.office.own_account import app_secret
from habeas.desk.workflow.errors import RefusedError

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105 - that of a test


@pytest.fixture(autouse=True)
def no_code_was_used(db):
    cache.clear()


def stored():
    return str(list(Authenticator.objects.values_list("data", flat=True)))


def fits(account):
    code = format_hotp_value(hotp_value(SECRET, next(iter(yield_hotp_counters_from_time()))))
    return TOTP(Authenticator.objects.get(user=account, type="totp")).validate_code(code)


def test_nothing_of_a_second_factor_lies_in_clear(staff):
    TOTP.activate(staff["commander"], SECRET)
    codes = RecoveryCodes.activate(staff["commander"])
    seed = FactorAdapter().decrypt(codes.instance.data["seed"])
    assert SECRET not in stored()
    assert seed not in stored()
    assert fits(staff["commander"])
    assert RecoveryCodes(Authenticator.objects.get(type="recovery_codes")).validate_code(codes.generate_codes()[0])


def test_what_an_older_version_stored_in_clear_is_encrypted_at_the_next_start(staff):
    Authenticator.objects.create(user=staff["commander"], type="totp", data={"secret": SECRET})
    old = {"migrated_codes": ["11112222", "33334444"], "used_mask": 0}
    Authenticator.objects.create(user=staff["clerk"], type="recovery_codes", data=old)
    desk = apps.get_app_config("desk")
    post_migrate.send(sender=desk, app_config=desk, verbosity=0, interactive=False, using="default")
    assert SECRET not in stored()
    assert "11112222" not in stored()
    assert fits(staff["commander"])
    assert RecoveryCodes(Authenticator.objects.get(user=staff["clerk"])).validate_code("33334444")
    assert seal_all() == 0, "once is enough"


def test_a_secret_that_somebody_wrote_into_the_store_is_no_factor(staff):
    Authenticator.objects.create(user=staff["commander"], type="totp", data={"secret": SECRET})
    with pytest.raises(RefusedError, match="An administrator removes it"):
        app_secret(staff["commander"].pk)


@pytest.mark.forges
def test_another_key_takes_the_secrets_along_and_without_the_old_one_they_are_closed(staff, settings, tmp_path):
    TOTP.activate(staff["commander"], SECRET)
    old, settings.DATA, settings.SECRET_KEY = settings.SECRET_KEY, tmp_path, "quite another key"
    with pytest.raises(RefusedError):
        app_secret(staff["commander"].pk)
    assert seal_all() == 0, "what nobody can open stays as it is"
    (tmp_path / BEFORE).write_text(f"{old}\n")
    assert seal_all() == 1 + Account.objects.count(), "the seals of the passwords as well"
    (tmp_path / BEFORE).unlink()
    assert app_secret(staff["commander"].pk) == SECRET
