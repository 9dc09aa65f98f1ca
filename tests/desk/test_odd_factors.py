"""Rows of second factors that no program writes: they open nothing, are named, stop no page and no start, and are never written over."""

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.db import connection
from django.test import Client

from habeas.desk.accounts.factor_secrets import seal_all, seal_of
from habeas.desk.services.record.reconciliation import reconcile
from habeas.desk.workflow.errors import RefusedError

pytestmark = [pytest.mark.django_db, pytest.mark.forges]
APP = "JBSWY3DPEHPK3PXP"
ODD = {
    "a list": "[]", "nothing": "null", "a number": "5", "a text": '"x"',
    "a number for a secret": '{"secret": 5}', "no secret": '{"secret": null}', "lists in a list": '{"secret": [[]]}',
    "a secret of letters that are none": '{"secret": "v1:\u00e9"}', "an empty secret": '{"secret": "v1:"}',
    "a seal of other letters": f'{{"secret": "{APP}", "sealed": "\u00e9"}}', "a number for a seal": f'{{"secret": "{APP}", "sealed": 5}}',
    "a list for a seal": f'{{"secret": "{APP}", "sealed": []}}', "a seal alone": '{"sealed": {"a": 1}}',
    "a number for codes": '{"seed": "x", "migrated_codes": 5, "used_mask": "z"}',
    "a security key of nothing": '{"name": 5, "credential": null, "sealed": "0"}',
    "a security key of a number": '{"credential": {"id": 5}}',
}  # fmt: skip
PAGES = (
    "/account/2fa/",
    "/account/2fa/webauthn/",
    "/account/2fa/recovery-codes/",
    "/me/",
    "/account/2fa/webauthn/add/",
)


@pytest.fixture(autouse=True)
def fresh_limits(db):
    cache.clear()


@pytest.fixture
def spoiled(staff):
    """Write `text` where the commander's factor of one kind lies."""

    def write(kind, text):
        row = Authenticator.objects.create(user=staff["commander"], type=kind, data={})
        with connection.cursor() as cursor:
            cursor.execute("UPDATE mfa_authenticator SET data = %s WHERE id = %s", [text, row.pk])
        return row.pk

    return write


def named():
    return {each.record for each in reconcile() if each.table == "mfa_authenticator" and "by this desk" in each.what}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
@pytest.mark.parametrize("kind", ["totp", "recovery_codes", "webauthn", "strange"])
def test_an_odd_factor_is_named_opens_nothing_and_stops_neither_a_page_nor_the_start(staff, spoiled, kind, text):
    commander = staff["commander"]
    if kind != "totp":
        TOTP.activate(commander, APP)
    row = spoiled(kind, text)
    seal_all()
    assert named() == {str(row)}
    half = Client()
    half.post("/account/login/", {"login": "commander", "password": "correct horse commander"})
    half.get("/account/2fa/authenticate/")
    half.post("/account/2fa/authenticate/", {"code": "123456"})
    assert half.get("/")["Location"].startswith("/account/login/")
    inside = Client()
    inside.force_login(commander)
    for page in PAGES:
        inside.get(page)  # a fault inside would be raised here
    assert Authenticator.objects.get(pk=row).type in Authenticator.Type


def test_half_a_letter_is_no_factor_and_no_fault(staff):
    for data in ({"secret": "\ud800"}, {"credential": "\ud800"}, [], None):
        assert seal_of(staff["commander"].pk, "totp", data) is None


def test_what_cannot_be_read_now_is_never_written_over(staff, settings, tmp_path):
    commander = staff["commander"]
    TOTP.activate(commander, APP)
    RecoveryCodes.activate(commander)
    Authenticator.objects.create(user=commander, type="webauthn", data={"name": "Key", "credential": {"id": "a"}})
    before = list(Authenticator.objects.order_by("pk").values_list("data", flat=True))
    settings.DATA, settings.SECRET_KEY = tmp_path, "another key that somebody put there"
    seal_all()
    for each in Authenticator.objects.all():
        each.record_usage()
        with pytest.raises(RefusedError):
            each.save()
        with pytest.raises(RefusedError):
            each.save(update_fields=["data"])
    assert list(Authenticator.objects.order_by("pk").values_list("data", flat=True)) == before
    assert "secret" in json.dumps(before)
