"""Whoever attacks by changing what a second person is reading: every form by which one approves says what was shown, and is refused."""

import ast
import inspect
import json
import re
from pathlib import Path

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Dispute, Event, Office, Person, Request, RosterImport
from habeas.desk.permissions.addresses import ADDRESSES
from habeas.desk.services.cases import office_law
from habeas.desk.services.contacts import contacts
from habeas.desk.services.custody import custody, roster_confirming
from habeas.desk.services.identity import disputes
from habeas.desk.services.identity import identification as who
from habeas.desk.services.intake import intake
from habeas.desk.services.office import managing, programs
from habeas.desk.services.pages import shifts
from habeas.desk.services.webhooks import hooks
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.second_acts import CHANGED, SECOND_ACTS
from habeas.desk.workflow.table import table
from tests.desk.test_guarded_flow import name_of, unplaced, warrant
from tests.desk.test_intake import take
from tests.desk.test_manage import POLICY
from tests.desk.test_roster_safety import all_but

pytestmark = pytest.mark.django_db
SERVICES = Path(inspect.getfile(programs)).parents[1]
ONE_PERSON = {"read_confirm": "one person checks what was read of a paper"}
"""Addresses whose name says so, by which one person says something alone, and why."""
ONE_ROW: dict[str, str] = {}
"""Modules that turn a first person away from what cannot change, and why."""
KEPT_ELSEWHERE = {
    "sign": "test_guarded_flow.py",
    "approve_layout": "test_profiles.py",
    "approve_letter": "test_letter_templates.py",
    "approve_report": "test_reports.py",
}
"""The steps that had a hash of their own, and the file whose tests change what was shown."""


def new_account(staff, now):
    admin = by(staff["administrator"], now)
    details = {"username": "mole", "first_name": "Mo", "last_name": "Two", "employee_number": "77"}
    made, _ = managing.make_account(details | {"role": "clerk"}, admin)
    return made, details, admin


def account(staff, now):
    made, details, admin = new_account(staff, now)
    seen = managing.shown(made)
    managing.change_account(made, details | {"role": "commander"}, admin)
    return "account", lambda given: managing.vouch(made, given, by(staff["commander"], now)), seen, managing.shown(made)


def key(staff, now):
    admin = by(staff["administrator"], now)
    made, _ = programs.make_key("jail", ["decisions"], now.replace(year=now.year + 1), admin)
    seen = programs.shown(made)
    programs.change_scopes(made, ["releases"], admin)
    made.refresh_from_db()
    return (
        "account",
        lambda given: programs.vouch_for_key(made, given, by(staff["commander"], now)),
        seen,
        programs.shown(made),
    )


def webhook(staff, now):
    made, _ = hooks.make_hook("JMS", "https://jms.example/a", ["request.ended"], by(staff["administrator"], now))
    seen = hooks.shown(made)
    made.events = ["request.received"]
    made.save()
    return (
        "account",
        lambda given: hooks.approve_hook(made, given, by(staff["commander"], now)),
        seen,
        hooks.shown(made),
    )


def place(staff, now, here):
    admin = by(staff["administrator"], now)
    office_law.propose_place(here, "us-tx", "America/Chicago", "moved", admin)
    seen = office_law.shown_place(here)
    office_law.propose_place(here, "us-tn", "America/Chicago", "moved", admin)
    fresh, counsel = Office.objects.get(), by(staff["counsel"], now, "totp")
    return (
        "law",
        lambda given: office_law.confirm_place(fresh, given, "read it", counsel, accept=True),
        seen,
        office_law.shown_place(fresh),
    )


def policy(staff, now, here):
    admin, text = by(staff["administrator"], now), POLICY
    office_law.propose_policy(here, text, "the board voted", admin)
    seen = office_law.shown_policy(here)
    office_law.propose_policy(here, text.replace("Policy 1", "Policy 2"), "the board voted", admin)
    fresh, counsel = Office.objects.get(), by(staff["counsel"], now, "totp")
    return (
        "law",
        lambda given: office_law.confirm_policy(fresh, given, "read it", counsel, accept=True),
        seen,
        office_law.shown_policy(fresh),
    )


def finding(staff, now, subject):
    made = disputes.raise_dispute(subject, "citizen", "the person", by(staff["clerk"], now))
    commander = by(staff["commander"], now)
    disputes.resolve(made, upheld=False, evidence="E1", doing=commander)
    seen = disputes.shown(made)
    disputes.resolve(made, upheld=True, evidence="E2: never seen by the second", doing=commander)
    second, fresh = by(staff["commander2"], now), Dispute.objects.get()
    return "settle", lambda given: disputes.confirm(fresh, given, second), seen, disputes.shown(fresh)


def script(staff, now):
    made = contacts.make_script("We have it.", ["facility"], by(staff["commander"], now))
    seen = contacts.shown_script(made)
    made.fields = ["booking_id", "facility"]
    made.save()
    second = by(staff["commander2"], now)
    return "configure", lambda given: contacts.confirm_script(made, given, second), seen, contacts.shown_script(made)


def roster(staff, now, doubtful):
    seen = roster_confirming.shown(doubtful)
    roster_confirming.confirm(doubtful, seen, "the jail moved", by(staff["clerk"], now))
    second, fresh = by(staff["clerk2"], now), RosterImport.objects.get(pk=doubtful.pk)
    return (
        "import",
        lambda given: roster_confirming.confirm(fresh, given, "I called", second),
        seen,
        roster_confirming.shown(fresh),
    )


def identity(named, doing):
    asked, person = named
    seen = who.shown_choice(asked)
    Person.objects.filter(pk=person.pk).update(record_sha256="0" * 64)
    fresh = Request.objects.get(pk=asked.pk)
    return (
        "match",
        lambda given: who.confirm_choice(fresh, given, doing("clerk2"), "photograph"),
        seen,
        who.shown_choice(fresh),
    )


def nobody(nobody_meant, doing, monkeypatch):
    seen, near = who.shown_nobody(nobody_meant), who.near_to(nobody_meant)
    monkeypatch.setattr(who, "near_to", lambda request: [*near, ("another", "booked since")])
    fresh = Request.objects.get(pk=nobody_meant.pk)
    return (
        "match",
        lambda given: who.confirm_nobody(fresh, given, doing("clerk2"), "photographs"),
        seen,
        who.shown_nobody(fresh),
    )


def aside(staff, now, received):
    intake.set_aside(received, "misdirected", by(staff["clerk"], now), sent_to="the marshals")
    seen = intake.shown_aside(received)
    intake.take_back(received, by(staff["clerk"], now))
    intake.set_aside(received, "not_a_request", by(staff["clerk"], now), "an advertisement")
    fresh = Request.objects.get(pk=received.pk)
    return (
        "misdirect",
        lambda given: intake.confirm_set_aside(fresh, given, by(staff["commander"], now)),
        seen,
        intake.shown_aside(fresh),
    )


def shift(staff, now, here):
    made = shifts.prepare(by(staff["commander"], now))
    seen = shifts.shown(made)
    made.body = made.body | {"later": 7}
    made.save()
    return "hand_over", lambda given: shifts.take(made, given, by(staff["commander2"], now)), seen, shifts.shown(made)


PLAYED = {
    "verify_account": account, "approve_key": key, "approve_webhook": webhook, "confirm_place": place, "confirm_policy": policy,
    "confirm_finding": finding, "confirm_script": script, "confirm_roster": roster, "confirm_identity": identity,
    "confirm_nobody": nobody, "confirm_set_aside": aside, "take_shift": shift,
}  # fmt: skip


@pytest.fixture
def doing(staff, now):
    return lambda name, factor="session": by(staff[name], now, factor)


@pytest.fixture
def doubtful(roster, small_county, staff, later):
    export, at = all_but(small_county, 20), later(minutes=1)
    return custody.receive_roster(export, "short.csv", "plain", at, by(staff["clerk"], at))


@pytest.fixture
def named(subject, doing, now):
    return warrant(subject, now, doing, name_of(subject)), subject


@pytest.fixture
def nobody_meant(subject, doing, now):
    asked = unplaced(now, **name_of(subject))
    who.choose_nobody(asked, doing("clerk"), "not him")
    return asked


@pytest.fixture
def received(staff, now):
    return take(None, now, by(staff["clerk"], now))


def test_every_step_of_a_second_person_is_played_here_or_held_by_tests_of_its_own():
    assert set(PLAYED) | set(KEPT_ELSEWHERE) == set(SECOND_ACTS)
    assert {each.address for each in SECOND_ACTS.values()} <= {each.name for each in ADDRESSES}


@pytest.mark.parametrize("act", PLAYED)
def test_what_changed_while_a_second_person_read_it_is_not_approved(act, request):
    """Show, change, confirm: refused, and nothing is done; then with what stands now, and the event holds the hash."""
    play = PLAYED[act]
    word, approve, seen, now_shown = play(
        *(request.getfixturevalue(name) for name in inspect.signature(play).parameters)
    )
    assert seen != now_shown, "what was changed is part of what is shown"
    before = Event.objects.filter(act=word).count()
    for given in (seen, "", "0" * 64):
        with pytest.raises(RefusedError, match=CHANGED[:30]):
            approve(given)
    assert Event.objects.filter(act=word).count() == before
    approve(now_shown)
    told = [json.loads(body)["detail"] for body in Event.objects.filter(act=word).values_list("body", flat=True)]
    assert now_shown in [detail.get("seen") for detail in told]


SECOND_WORDS = re.compile(r"vouch|approve|confirm|(^|_)decide$|^sign$|second|agree|_take$|verify")
"""Names of addresses by which somebody may stand for what another did."""


def turns_the_first_away(function):
    """Whether a function refuses whoever did the first step: it compares a column of who did it with the account that acts."""
    for node in ast.walk(function):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], (ast.Eq, ast.In)):
            words = ast.unparse(node)
            if re.search(r"\b\w*(_by_id|outgoing_id|prepared_by)\b", words) and re.search(
                r"account\.pk|doing\.actor", words
            ):
                return True
    return False


HASHED = re.compile(r"demand_shown|sha256|digest|seen")


@pytest.mark.parametrize("path", sorted(SERVICES.rglob("*.py")), ids=lambda path: path.stem)
def test_whoever_turns_the_first_person_away_also_asks_what_was_shown(path):
    """A new step by which a second person approves is in the table, and its module holds the form to what it showed."""
    text = path.read_text()
    found = [
        each.name
        for each in ast.walk(ast.parse(text))
        if isinstance(each, ast.FunctionDef) and turns_the_first_away(each)
    ]
    assert not found or path.stem in ONE_ROW or HASHED.search(text), (path.name, found)


@pytest.mark.parametrize("address", [each.name for each in ADDRESSES if SECOND_WORDS.search(each.name)])
def test_an_address_named_as_that_of_a_second_person_is_in_the_table(address):
    assert address in {each.address for each in SECOND_ACTS.values()} or address in ONE_PERSON, address


def test_a_guard_that_asks_for_another_person_belongs_to_a_step_of_the_table():
    needs = {
        name
        for name, each in table().capabilities.items()
        if {"another_person", "another_chose", "another_said_nobody"} & set(each.first)
    }
    held = {each.capability for each in ADDRESSES if each.name in {act.address for act in SECOND_ACTS.values()}}
    assert needs <= held | {"sign_off"}, "counsel's sign-off is sent by the form of the signature"
