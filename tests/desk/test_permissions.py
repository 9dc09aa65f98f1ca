"""One table of addresses: every URL is in it, and every role is let in or refused as it says."""

import pytest
from django.urls import get_resolver

from habeas.desk.permissions.addresses import ADDRESSES, ALLAUTH, PUBLIC
from habeas.desk.workflow.guards import GUARDS
from habeas.desk.workflow.table import table

pytestmark = pytest.mark.django_db


def names(patterns, app=""):
    for each in patterns:
        if hasattr(each, "url_patterns"):
            yield from names(each.url_patterns, each.namespace or app)
        elif not app.startswith("api"):
            yield each.name


def test_every_address_has_its_line_in_the_table():
    known = {each.name for each in ADDRESSES} | set(ALLAUTH)
    served = set(names(get_resolver().url_patterns))
    assert {each.name for each in ADDRESSES} <= served
    assert all(
        name in known
        for name in served
        if name and not name.startswith(("account_", "mfa_", "socialaccount_", "openid_"))
    ), "add a line to permissions/addresses.py for each new address"


def test_every_capability_and_guard_named_exists():
    capabilities = table().capabilities
    assert {each.capability for each in ADDRESSES} - {PUBLIC} <= set(capabilities)
    assert {name for each in capabilities.values() for name in (*each.first, *each.guards)} == set(GUARDS)


@pytest.mark.parametrize("address", [each for each in ADDRESSES if "<" not in each.path], ids=lambda each: each.name)
def test_every_role_is_let_in_or_refused_as_the_table_says(address, client, staff):
    if address.capability == PUBLIC:
        return
    allowed = table().capabilities[address.capability].roles
    assert client.get(f"/{address.path}").status_code == 302, "nobody is let in without a log-in"
    for role in ("clerk", "commander", "counsel", "notice_server", "inspector", "administrator"):
        client.force_login(staff[role])
        found = client.get(f"/{address.path}").status_code
        assert (found == 403) is (role not in allowed), f"{role} at {address.path}: {found}"
