"""No key of a program acts without a second person, and what a program ends is told to a commander."""

import json
from datetime import timedelta

import pytest

from habeas.desk.api.keys import change_scopes, make_key
from habeas.desk.doing import by, by_program
from habeas.desk.models import ApiKey, EndedByProgram, Event, Request
from habeas.desk.services.office.managing import close_account, drop_factors
from habeas.desk.services.office.programs import shown, vouch_for_key
from habeas.desk.services.pages.board_programs import programs_wait
from habeas.desk.services.releases import release_watch
from habeas.desk.workflow.errors import RefusedError
from tests.desk.pages import seen_on
from tests.desk.programs import vouched_key

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(staff, now):
    return make_key("jail system", ["decisions", "releases"], now + timedelta(days=30), by(staff["administrator"], now))


def opens(client, secret):
    return client.get("/api/openapi.json", headers={"authorization": f"Bearer {secret}"}).status_code


def steps():
    events = Event.objects.filter(kind="key", act="account").order_by("seq")
    return [json.loads(each.body)["detail"]["step"] for each in events]


def test_a_key_does_nothing_before_a_second_person_vouched_for_it(made, staff, client, moment):
    key, secret = made
    assert opens(client, secret) == 401
    assert "the key was not approved" in Event.objects.filter(act="refuse").last().body
    vouch_for_key(key, shown(key), by(staff["counsel"], moment))
    assert opens(client, secret) == 200
    assert steps() == ["made", "vouched for"]


@pytest.mark.parametrize("how", ["closed", "another role"])
def test_a_key_whose_voucher_left_works_on_and_waits_for_another_to_look(how, made, staff, client, moment, as_role):
    key, secret = made
    vouch_for_key(key, shown(key), by(staff["commander2"], moment))
    with pytest.raises(RefusedError, match="does not need approval"):
        vouch_for_key(key, shown(key), by(staff["counsel"], moment))
    if how == "closed":
        close_account(staff["commander2"], by(staff["administrator"], moment))
    else:
        staff["commander2"].role = "clerk"
        staff["commander2"].save()
    assert opens(client, secret) == 200
    assert "left that post" in as_role("commander").get("/office/accounts/").content.decode()
    assert any("left that post" in each.what for each in programs_wait("commander", keys=True, ended=False))
    vouch_for_key(key, shown(key), by(staff["counsel"], moment))
    assert not programs_wait("commander", keys=True, ended=False)
    assert opens(client, secret) == 200


@pytest.mark.parametrize("role", ["administrator", "clerk", "inspector", "notice_server"])
def test_nobody_but_a_commander_or_counsel_vouches(role, made, staff, now):
    with pytest.raises(RefusedError, match="Only a commander or county counsel"):
        vouch_for_key(made[0], shown(made[0]), by(staff[role], now))


def test_an_account_that_waits_itself_vouches_for_nothing(made, staff, now):
    drop_factors(staff["commander2"], by(staff["administrator"], now))
    with pytest.raises(RefusedError, match="whose own account is verified"):
        vouch_for_key(made[0], shown(made[0]), by(staff["commander2"], now))


def test_whoever_made_a_key_never_vouches_for_it_in_another_role_either(made, staff, now):
    staff["administrator"].role = "commander"
    staff["administrator"].save()
    with pytest.raises(RefusedError, match="You created this key"):
        vouch_for_key(made[0], shown(made[0]), by(staff["administrator"], now))


def test_other_scopes_are_vouched_for_anew_and_never_those_that_were_not_shown(made, staff, client, moment):
    key, secret = made
    vouch_for_key(key, shown(key), by(staff["commander"], moment))
    before = shown(key)
    change_scopes(key, ["rosters"], by(staff["administrator"], moment))
    key.refresh_from_db()
    assert opens(client, secret) == 401
    with pytest.raises(RefusedError, match="changed while the page was open"):
        vouch_for_key(key, before, by(staff["commander"], moment))
    vouch_for_key(key, shown(key), by(staff["commander"], moment))
    assert opens(client, secret) == 200
    with pytest.raises(RefusedError, match="does not need approval"):
        vouch_for_key(key, shown(key), by(staff["commander"], moment))
    assert steps() == ["made", "vouched for", "scopes changed", "vouched for"]
    with pytest.raises(RefusedError, match="at least one scope"):
        change_scopes(key, ["everything"], by(staff["administrator"], moment))


def test_a_key_is_made_changed_and_vouched_for_on_the_pages(as_role, staff):
    administrator, commander = as_role("administrator"), as_role("commander")
    form = {"name": "jail system", "scopes": ["releases"], "days": "30"}
    assert b"does not work until a commander" in administrator.post("/manage/programs/", form).content
    key = ApiKey.objects.get()
    assert b"does not work until it is approved" in commander.get("/").content, "the board says so"
    page = commander.get("/office/accounts/").content
    assert b"report a release" in page
    commander.post("/office/accounts/", {"key": key.key, "seen": seen_on(page.decode())})
    key.refresh_from_db()
    assert key.vouched_by == staff["commander"]
    assert b"does not work until it is approved" not in commander.get("/").content
    administrator.post(f"/manage/programs/{key.key}/scopes/", {"scope": ["rosters", "releases"]})
    key.refresh_from_db()
    assert (key.scopes, key.vouched_at) == (["releases", "rosters"], None)
    assert administrator.post("/office/accounts/", {"key": key.key, "seen": shown(key)}).status_code == 403


@pytest.fixture
def ended(roster, subject, staff, now):
    """A request that a program's report of a release ended."""
    secret = vouched_key(staff["administrator"], staff["commander"], ["releases"], now)
    stay = subject.bookings.get(released_at=None)
    Request.objects.create(
        number="R-2026-00009",
        kind="detainer",
        state="watching",
        received_at=now,
        entered_at=now,
        person=subject,
        booking=stay,
    )
    key = ApiKey.objects.get()
    assert secret.startswith("hab_")
    return release_watch.report_release(stay, now, "released", by_program(key, now))


def test_what_a_program_ended_stands_before_the_commanders_until_one_looked(ended, as_role, staff):
    (request,) = ended
    commander = as_role("commander")
    board = commander.get("/").content.decode()
    assert f"The program “jail system” reported a release and {request.number} ended" in board
    assert "reported a release" not in as_role("clerk").get("/").content.decode()
    assert request.number in commander.get("/office/programs/").content.decode()
    told = EndedByProgram.objects.get()
    assert as_role("clerk").post("/office/programs/", {"ending": told.key}).status_code == 403
    commander.post("/office/programs/", {"ending": told.key})
    told.refresh_from_db()
    assert told.looked_by == staff["commander"]
    assert "reported a release" not in commander.get("/").content.decode()
    steps = [json.loads(each.body)["detail"].get("step") for each in Event.objects.filter(request=request.number)]
    assert {"commanders told", "looked at"} <= set(steps)


def test_what_a_person_ended_is_told_to_nobody(roster, subject, staff, now):
    stay = subject.bookings.get(released_at=None)
    release_watch.report_release(stay, now, "released", by(staff["clerk"], now))
    assert not EndedByProgram.objects.exists()
