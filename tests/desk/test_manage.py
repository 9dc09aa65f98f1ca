"""An administrator manages accounts, keys and the office, decides nothing, and cannot change its place, time or policy alone."""

from datetime import date

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.test import Client

from habeas.common.canonical import sha256_of
from habeas.common.errors import BadInputError
from habeas.desk.doing import by, by_system
from habeas.desk.models import Account, ApiKey, Event, Office
from habeas.desk.services.cases import office_law
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.office import managing
from habeas.desk.services.office.office import place_of
from habeas.desk.services.pages.board import board_for
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from tests.desk.pages import seen_on
from tests.desk.test_core import detainer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_limits(db):
    """Each test begins with no log-ins counted against it."""
    cache.clear()


POLICY = """[policy]
place = "us-ca-los-angeles"
title = "A policy for a test"
address = "https://example.org/policy"

[[rule]]
id = "no-notice"
acts = ["notify"]
says = "must_not"
only_where_open = true
sentence = "The jail gives no notice of release."
citation = "Policy 1"
from = 2025-02-01
"""


@pytest.fixture
def admin(staff, now):
    return by(staff["administrator"], now)


@pytest.fixture
def page(client, staff):
    client.force_login(staff["administrator"])
    return client


def details(**more):
    return {"first_name": "New", "last_name": "Person", "role": "clerk", "username": "newperson"} | more


def steps():
    return list(Event.objects.filter(act="account").order_by("seq").values_list("body", flat=True))


def test_a_new_account_gets_a_password_that_is_shown_once_and_works(page, staff):
    shown = page.post("/manage/accounts/", details())
    made = Account.objects.get(username="newperson")
    password = shown.content.decode().split('<code class="secret">')[2].split("<")[0]
    assert made.check_password(password)
    assert password not in page.get("/manage/accounts/").content.decode()
    assert password not in "".join(steps())
    assert "newperson" not in "".join(steps())
    other = Client()
    assert other.post("/account/login/", {"login": "newperson", "password": password})["Location"] == "/"


def with_own_password(account):
    """As after the first log-in: the password is the holder's alone."""
    Account.objects.filter(pk=account.pk).update(first_password=False, excused_until=date.max)


def enters(account):
    with_own_password(account)
    other = Client()
    other.force_login(Account.objects.get(pk=account.pk))
    return other.get("/requests/").status_code == 200


def test_a_new_account_does_nothing_until_a_second_person_vouches_for_who_holds_it(page, staff):
    page.post("/manage/accounts/", details(role="commander"))
    made = Account.objects.get(username="newperson")
    assert not enters(made)
    made.refresh_from_db()
    holder = Client()
    holder.force_login(made)
    assert "must verify it" in holder.get("/").content.decode()
    assert holder.get("/me/").status_code == 200, "its own pages are open, to set up a second factor"
    assert holder.post("/office/accounts/", {"account": made.pk}).status_code == 403, "nobody vouches for themselves"
    assert page.post("/office/accounts/", {"account": made.pk}).status_code == 403, (
        "nor does the administrator who made it"
    )
    assert "awaiting verification by a commander or counsel" in page.get("/manage/accounts/").content.decode()
    commander = Client()
    commander.force_login(staff["commander"])
    waits = commander.get("/office/accounts/").content.decode()
    assert "Person" in waits
    commander.post("/office/accounts/", {"account": made.pk})
    assert not enters(made), "not by a form that does not say what was shown"
    commander.post("/office/accounts/", {"account": made.pk, "seen": seen_on(waits)})
    assert enters(made)
    assert '"vouched for"' in steps()[-1]
    again = commander.post("/office/accounts/", {"account": made.pk})
    assert again.status_code == 404, "once is enough"


@pytest.mark.parametrize("take_over", [
    managing.new_password,
    managing.drop_factors,
    lambda each, admin: (managing.close_account(each, admin), managing.open_account(each, admin)),
    lambda each, admin: managing.change_account(each, details(role="counsel"), admin),
    lambda each, admin: managing.change_account(each, details(role=each.role, provider_subject="the-admin"), admin),
])  # fmt: skip
def test_an_account_that_an_administrator_could_have_entered_stops_until_somebody_vouches_again(
    staff, admin, take_over
):
    assert enters(staff["commander2"])
    take_over(staff["commander2"], admin)
    assert not enters(staff["commander2"])


def as_it_is(account, **more):
    """The form of an account as it stands, with what is changed."""
    return {name: getattr(account, name) for name in managing._details({})} | {"role": account.role} | more


def test_a_changed_unit_or_telephone_stops_nobody(staff, admin):
    managing.change_account(staff["clerk"], as_it_is(staff["clerk"], unit="Night", telephone="213 555 0100"), admin)
    assert enters(staff["clerk"])


@pytest.mark.parametrize("changed", sorted(managing.IDENTITY))
def test_whoever_is_given_another_name_title_or_number_is_verified_anew(changed, staff, admin):
    managing.change_account(staff["commander2"], as_it_is(staff["commander2"], **{changed: "Sheriff"}), admin)
    assert not enters(staff["commander2"])
    assert f'"changed":["{changed}"]' in steps()[-1]


def test_the_first_commander_of_an_office_needs_nobody_to_vouch_and_the_second_does(here, now):
    admin = by(Account.objects.create_user("first", role="administrator"), now)
    made = [managing.make_account(details(username=f"c{n}", role="commander"), admin)[0] for n in (1, 2)]
    assert [enters(each) for each in made] == [True, False]
    another = managing.make_account(details(username="a2", role="administrator"), admin)[0]
    assert another.unvouched_since is None, "an administrator sees nobody and decides nothing"


def test_closing_every_voucher_first_opens_no_way_once_the_office_has_decided(staff, admin, subject, now):
    make(detainer(subject, now), [], by(staff["clerk"], now))
    for name in ("commander", "commander2", "counsel"):
        managing.close_account(staff[name], admin)
    made, _ = managing.make_account(details(role="commander"), admin)
    assert not enters(made)
    managing.new_password(made, admin)
    assert not enters(made), "a second step lifts no mark"
    waits = Account.objects.get(pk=made.pk)
    managing.vouch(waits, managing.shown(waits), by_system(now))
    assert enters(made)
    assert '"actor":"system"' in steps()[-1]


def test_whoever_waits_is_not_named_among_those_who_can_sign(staff, admin, now, here):
    Account.objects.filter(role="commander").update(last_login=now)
    for each in (staff["commander"], staff["commander2"]):
        TOTP.activate(each, generate_totp_secret())
    assert len(board_for(staff["clerk"], now, here).signers) == 2
    managing.change_account(staff["commander2"], details(role="commander", provider_subject="x"), admin)
    assert [each.pk for each in board_for(staff["clerk"], now, here).signers] == [staff["commander"].pk]


def test_whoever_waits_cannot_vouch_for_another(staff, admin):
    managing.new_password(staff["commander"], admin)
    made, _ = managing.make_account(details(role="commander"), admin)
    with_own_password(staff["commander"])
    holder = Client()
    holder.force_login(Account.objects.get(pk=staff["commander"].pk))
    assert holder.post("/office/accounts/", {"account": made.pk}).status_code == 403
    assert not enters(made)


@pytest.mark.parametrize(("change", "why"), [
    ({"username": "CLERK"}, "There is an account of that user name"), ({"role": "king"}, "Select a valid choice"),
    ({"username": "a b"}, "Enter a valid value"), ({"first_name": ""}, "This field is required"),
])  # fmt: skip
def test_what_cannot_be_is_refused_on_the_page_and_nothing_is_made(page, change, why):
    before = Account.objects.count()
    assert why in page.post("/manage/accounts/", details(**change)).content.decode()
    assert Account.objects.count() == before


def test_another_role_is_an_event_and_ends_the_sessions(page, staff):
    clerk = Client()
    clerk.post("/account/login/", {"login": "clerk", "password": "correct horse clerk"})
    assert clerk.get("/").status_code == 200
    page.post(f"/manage/accounts/{staff['clerk'].pk}/", details(role="commander"))
    assert Account.objects.get(pk=staff["clerk"].pk).role == "commander"
    assert '"from":"clerk"' in steps()[-1]
    assert clerk.get("/").status_code == 302


def test_closing_ends_the_sessions_at_once_and_what_was_done_stays(page, staff):
    clerk = Client()
    clerk.post("/account/login/", {"login": "clerk", "password": "correct horse clerk"})
    page.post(f"/manage/accounts/{staff['clerk'].pk}/step/", {"step": "close"})
    assert clerk.get("/").status_code == 302
    clerk.post("/account/login/", {"login": "clerk", "password": "correct horse clerk"})
    assert clerk.get("/").status_code == 302
    assert Account.objects.filter(username="clerk", is_active=False).exists()


def test_nobody_closes_or_raises_themselves_and_the_last_administrator_stays(staff, admin):
    me = staff["administrator"]
    with pytest.raises(RefusedError, match="your own"):
        managing.close_account(me, admin)
    with pytest.raises(RefusedError, match="your own role"):
        managing.change_account(me, details(role="commander"), admin)
    other, _ = managing.make_account(details(username="second", role="administrator"), admin)
    managing.close_account(other, admin)
    with pytest.raises(RefusedError, match="last administrator"):
        managing.close_account(me, by(other, admin.at))


def test_a_key_is_shown_once_and_kept_as_a_digest(page):
    shown = page.post(
        "/manage/programs/", {"name": "jail system", "scopes": ["rosters"], "days": "90"}
    ).content.decode()
    secret = shown.split('<code class="secret">')[1].split("<")[0]
    assert secret.startswith("hab_")
    kept = ApiKey.objects.get()
    assert kept.digest not in shown
    assert secret not in page.get("/manage/programs/").content.decode()
    page.post(f"/manage/programs/{kept.key}/end/")
    assert ApiKey.objects.get().revoked_at is not None


def test_the_office_is_set_and_the_record_says_from_what_to_what(page, here):
    fields = {
        "agency": "Office of the Sheriff", "name": "Records", "address": "1 Square\r\nTown", "notice_hours": "12",
        "dispute_minutes": "30", "release_hours": "8", "shift_starts": "06:00 18:00", "date_form": "month", "clock_form": "12",
        "jurisdiction": "us-tx", "time_zone": "America/Chicago",
    }  # fmt: skip
    assert page.post("/manage/office/", fields).status_code == 302
    found = Office.objects.get()
    assert (found.address, found.notice_hours) == (["1 Square", "Town"], 12)
    assert (found.jurisdiction, found.time_zone) == ("us-ca-los-angeles", "America/Los_Angeles"), (
        "nobody sets these alone"
    )
    [body] = Event.objects.filter(act="configure").values_list("body", flat=True)
    assert '"notice_hours":24' in body
    assert '"notice_hours":12' in body


def place(**more):
    return {"propose": "place", "jurisdiction": "us-tx", "time_zone": "America/Chicago", "why": "moved"} | more


def confirms(client, code, **more):
    seen = office_law.shown_place(Office.objects.get())
    return client.post(
        "/office/place/", {"answer": "accept", "why": "read the order", "code": code, "seen": seen} | more
    )


def test_another_place_counts_only_when_counsel_confirms_it_with_a_second_factor_and_a_reason(
    page, staff, here, code_of, subject, now
):
    make(detainer(subject, now), [], by(staff["clerk"], now))
    assert page.post("/manage/office/", place()).status_code == 302
    assert Office.objects.get().jurisdiction == "us-ca-los-angeles"
    assert confirms(page, "000000").status_code == 403
    commander, counsel = Client(), Client()
    commander.force_login(staff["commander"])
    assert confirms(commander, code_of(staff["commander"])).status_code == 403, "counsel is among the two"
    counsel.force_login(staff["counsel"])
    shown = counsel.get("/office/policy/").content.decode()
    assert "us-ca-los-angeles → <strong>us-tx</strong>" in shown
    assert "1 of 1 open requests would have a different determination" in shown
    confirms(counsel, "000000")
    confirms(counsel, code_of(staff["counsel"]), why=" ")
    assert Office.objects.get().jurisdiction == "us-ca-los-angeles"
    cache.clear()
    confirms(counsel, code_of(staff["counsel"]))
    found = Office.objects.get()
    assert (found.jurisdiction, found.time_zone, found.place_proposed) == ("us-tx", "America/Chicago", None)
    [body] = Event.objects.filter(act="law").values_list("body", flat=True)
    assert '"from":{"jurisdiction":"us-ca-los-angeles","time_zone":"America/Los_Angeles"}' in body
    assert '"to":{"jurisdiction":"us-tx","time_zone":"America/Chicago"}' in body


@pytest.mark.parametrize(("place_", "zone"), [("us-tx-harris", "America/Chicago"), ("us-tx-el-paso", "America/Denver")])
def test_the_time_zone_follows_the_place(page, place_, zone):
    page.post("/manage/office/", place(jurisdiction=place_, time_zone="", understood="on"))
    assert Office.objects.get().place_proposed["time_zone"] == zone


def test_the_zones_of_the_place_are_offered_first(here):
    assert office_law.zones_for(here)[0] == "America/Los_Angeles"
    here.jurisdiction = "us-tn"
    assert set(office_law.zones_for(here)[:2]) == {"America/Chicago", "America/New_York"}


def test_counsel_turns_a_place_down_and_nothing_changes(here, admin, staff, now):
    office_law.propose_place(here, "us-tx", "America/Chicago", "moved", admin)
    office_law.confirm_place(
        here, office_law.shown_place(here), "it did not", by(staff["counsel"], now, "totp"), accept=False
    )
    assert (here.jurisdiction, here.place_proposed) == ("us-ca-los-angeles", None)
    with pytest.raises(RefusedError, match="No change of place"):
        office_law.confirm_place(
            here, office_law.shown_place(here), "why", by(staff["counsel"], now, "totp"), accept=True
        )


def test_whoever_proposed_it_or_gave_no_second_factor_confirms_nothing(here, admin, staff, now):
    office_law.propose_place(here, "us-tx", "America/Chicago", "moved", admin)
    with pytest.raises(RefusedError, match="second factor"):
        office_law.confirm_place(here, office_law.shown_place(here), "yes", by(staff["counsel"], now), accept=True)
    Account.objects.filter(pk=staff["administrator"].pk).update(role="counsel")
    same = by(Account.objects.get(pk=staff["administrator"].pk), now, "totp")
    with pytest.raises(RefusedError, match="cannot approve it"):
        office_law.confirm_place(here, office_law.shown_place(here), "yes", same, accept=True)
    with pytest.raises(NotYoursError):
        office_law.propose_place(here, "us-tx", "America/Chicago", "moved", by(staff["clerk"], now))


@pytest.mark.parametrize(("change", "why"), [
    ({"jurisdiction": "Narnia!"}, "is not a place Habeas reads"), ({"why": ""}, "This field is required"),
    ({"jurisdiction": "us-tx-nowhere"}, "is not a place Habeas reads"),
    ({"time_zone": "Mars/Base"}, "Select a valid choice"), ({"time_zone": "America/New_York"}, "Texas keeps America/Chicago"),
    ({"jurisdiction": "us-ca-los-angeles", "time_zone": ""}, "current place and time zone"),
])  # fmt: skip
def test_a_place_that_cannot_be_is_refused_on_the_page_before_it_is_proposed(page, here, change, why):
    assert why in page.post("/manage/office/", place(**change)).content.decode()
    assert Office.objects.get().place_proposed is None


def test_a_place_whose_law_is_not_at_hand_is_proposed_only_by_whoever_says_they_know(page, here):
    shown = page.post("/manage/office/", place(jurisdiction="us-ca-kern", time_zone="")).content.decode()
    assert "Habeas has no law pack for us-ca-kern" in shown
    assert 'type="checkbox" name="understood"' in shown
    assert Office.objects.get().place_proposed is None
    page.post("/manage/office/", place(jurisdiction="us-ca-kern", time_zone="", understood="on"))
    shown = page.get("/manage/office/").content.decode()
    assert "Proposed: waiting for counsel" in shown
    assert "Habeas has no law pack for us-ca-kern" in shown


def test_a_place_whose_law_is_not_at_hand_says_so_on_every_request(client, staff, subject, now):
    client.force_login(staff["clerk"])
    asked = detainer(subject, now)
    assert "Habeas has no law pack" not in client.get(f"/requests/{asked.number}/").content.decode()
    Office.objects.update(jurisdiction="us-ca-kern")
    assert "Habeas has no law pack for us-ca-kern" in client.get(f"/requests/{asked.number}/").content.decode()


def test_a_policy_needs_counsel_with_a_second_factor_and_a_reason(page, staff, here, admin, code_of):
    given = {"propose": "policy", "policy": POLICY}
    assert "Enter the reason" in page.post("/manage/office/", given).content.decode()
    assert page.post("/manage/office/", given | {"why": "the board voted"}).status_code == 302
    found = Office.objects.get()
    assert (found.policy, bool(found.policy_proposed)) == ("", True)
    assert place_of(found) == "us-ca-los-angeles", "nothing is decided on a proposed policy"
    assert page.post("/office/policy/", {"answer": "accept"}).status_code == 403
    counsel = Client()
    counsel.force_login(staff["counsel"])
    shown = counsel.get("/office/policy/").content.decode()
    assert "A policy for a test" in shown
    answer = {"answer": "accept", "why": "it stands", "seen": seen_on(shown)}
    counsel.post("/office/policy/", answer)
    assert Office.objects.get().policy == "", "not without the second factor"
    counsel.post("/office/policy/", answer | {"code": code_of(staff["counsel"])})
    found = Office.objects.get()
    assert "A policy for a test" in found.policy
    assert found.policy_proposed is None
    assert place_of(found).startswith("us-ca-los-angeles@")
    [body] = Event.objects.filter(act="law").values_list("body", flat=True)
    assert f'"to":"{sha256_of(found.policy)}"' in body


def test_a_policy_that_cannot_stand_is_refused_with_its_reason(page, here, admin):
    shown = page.post("/manage/office/", {"propose": "policy", "policy": "[policy", "why": "x"}).content.decode()
    assert "Not accepted" in shown
    assert "[policy" in shown, "what was typed is still there"
    with pytest.raises(BadInputError):
        office_law.propose_policy(here, POLICY.replace("us-ca-los-angeles", "us-ca-kern"), "why", admin)
    assert Office.objects.get().policy_proposed is None


def test_an_administrator_decides_nothing(page, staff):
    for path in ("/requests/", "/people/", "/inspect/", "/questions/"):
        assert page.get(path).status_code == 403


@pytest.mark.parametrize("path", ["/manage/accounts/", "/manage/programs/", "/manage/office/"])
def test_each_page_takes_few_queries(page, path, django_assert_max_num_queries):
    page.get(path)
    with django_assert_max_num_queries(12):
        assert page.get(path).status_code == 200
