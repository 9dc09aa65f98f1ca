"""Every account has a second factor, or an exception with a reason and an end day."""

import json
from datetime import date, timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP

from habeas.desk.doing import by
from habeas.desk.models import Account, Event
from habeas.desk.services.office.second_factors import LONGEST, excuse
from habeas.desk.workflow.errors import RefusedError

pytestmark = pytest.mark.django_db
ROLES = [*Account.Role.values]


@pytest.fixture
def unexcused(staff):
    Account.objects.update(excused_until=None)
    for each in staff.values():
        each.excused_until = None


@pytest.mark.parametrize("role", ROLES)
def test_no_role_opens_anything_without_a_second_factor(role, unexcused, as_role, staff):
    client = as_role(role)
    assert client.get("/")["Location"] == "/me/"
    assert client.post("/disputes/new/", {"words": "x"})["Location"] == "/me/"
    assert b"Set up a second factor" in client.get("/me/").content
    TOTP.activate(staff[role], "JBSWY3DPEHPK3PXP")
    assert client.get("/").status_code == 200


def test_an_exception_has_a_reason_and_an_end_day_and_stands_in_the_record(unexcused, as_role, staff, moment):
    administrator, clerk = as_role("administrator"), as_role("clerk")
    TOTP.activate(staff["administrator"], "JBSWY3DPEHPK3PXP")
    form = {"step": "excuse", "why": "no telephone is allowed in the housing unit", "until": "2026-03-31"}
    administrator.post(f"/manage/accounts/{staff['clerk'].pk}/step/", form)
    assert clerk.get("/").status_code == 200
    detail = json.loads(Event.objects.filter(act="account", object=f"staff-{staff['clerk'].pk}").last().body)["detail"]
    assert (detail["step"], detail["until"]) == ("excused from the second factor", "2026-03-31")
    page = as_role("inspector")
    TOTP.activate(staff["inspector"], "JBSWY3DPEHPK3PXP")
    text = page.get("/inspect/access/").content.decode()
    assert "excused until 03/31/2026" in text
    assert "no telephone is allowed" in text
    Account.objects.filter(pk=staff["clerk"].pk).update(excused_until=date(2026, 3, 3))
    assert clerk.get("/")["Location"] == "/me/", "it ends with its day, as the jail counts days"


def test_an_exception_without_end_or_reason_or_for_oneself_is_refused(staff, now):
    doing, today = by(staff["administrator"], now), date(2026, 3, 4)
    for account, why, until, said in (
        ("clerk", " ", today, "Enter why"),
        ("clerk", "x", today - timedelta(days=1), "ends on a day"),
        ("clerk", "x", today + LONGEST + timedelta(days=1), "ends on a day"),
        ("administrator", "x", today, "your own"),
    ):
        with pytest.raises(RefusedError, match=said):
            excuse(staff[account], why, until, today, doing)
