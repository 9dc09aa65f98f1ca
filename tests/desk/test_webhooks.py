"""Other systems are told that a request moved on: signed, tried again, never a fact of anybody, never without a second person."""

import hashlib
import hmac
import json
from datetime import timedelta

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Event, Person, Request, Webhook, WebhookCall
from habeas.desk.services.mail.tries import KEPT, PAUSES
from habeas.desk.services.upkeep.health import health_at
from habeas.desk.services.webhooks import rounds
from habeas.desk.services.webhooks.calling import SIGNATURE
from habeas.desk.services.webhooks.hooks import EVENTS, approve_hook, checked_address, end_hook, make_hook
from habeas.desk.services.webhooks.hooks import shown as shown_hook
from habeas.desk.services.webhooks.rounds import webhook_round
from habeas.desk.workflow.errors import NotYoursError, RefusedError
from habeas.desk.workflow.machine import moving
from tests.desk.pages import seen_on

from .receiver import receiver
from .test_core import detainer

pytestmark = pytest.mark.django_db


@pytest.fixture
def server():
    with receiver() as found:
        yield found


@pytest.fixture
def made(server, staff, now):
    return make_hook("jail system", server.address, ["request.disputed"], by(staff["administrator"], now))


@pytest.fixture
def told(made, staff, now):
    """An approved address, and a request that is disputed after that."""
    hook, secret = made
    approve_hook(hook, shown_hook(hook), by(staff["commander"], now))
    return hook, secret


def disputed(subject, staff, now, to="disputed"):
    asked = detainer(subject, now)
    Request.objects.filter(pk=asked.pk).update(state="watching")
    asked.refresh_from_db()
    with moving(asked, "comment", by(staff["clerk"], now)) as move:
        move.to = to
    return asked


def test_what_it_is_told_of_is_found_behind_any_number_of_other_events(told, server, subject, staff, now, monkeypatch):
    monkeypatch.setattr(rounds, "BAND", 2)
    for _ in range(4):
        disputed(subject, staff, now, to="deciding")
    asked = disputed(subject, staff, now)
    assert webhook_round(now) == 1
    assert json.loads(server.calls[0][2])["request"] == asked.number


def test_a_request_that_moved_on_is_told_signed_and_without_a_fact_of_anybody(told, server, subject, staff, now):
    _, secret = told
    asked = disputed(subject, staff, now)
    assert webhook_round(now) == 1
    ((path, headers, body),) = server.calls
    assert path == "/habeas?of=jms"
    assert json.loads(body).keys() == {"id", "event", "request", "at"}
    assert (json.loads(body)["event"], json.loads(body)["request"]) == ("request.disputed", asked.number)
    second, _, mark = headers[SIGNATURE].removeprefix("t=").partition(",v1=")
    assert mark == hmac.new(secret.encode(), f"{second}.".encode() + body, hashlib.sha256).hexdigest()
    assert int(second) == int(now.timestamp())
    words = {value for each in Person.objects.all() for value in (each.family_name, each.given_name, each.person_id)}
    assert not [word for word in words if word and word.lower() in body.decode().lower()]


def test_it_is_told_once_and_the_record_says_so(told, server, subject, staff, now):
    disputed(subject, staff, now)
    assert [webhook_round(now), webhook_round(now + timedelta(minutes=5))] == [1, 0]
    event = json.loads(Event.objects.filter(kind="webhook", act="work").get().body)["detail"]
    assert (event["step"], event["told"], event["tries"]) == ("sent", "request.disputed", 1)
    assert len(server.calls) == 1


def test_nothing_is_told_before_a_second_person_approved_nor_of_what_was_before(made, server, subject, staff, now):
    hook, _ = made
    disputed(subject, staff, now)
    assert webhook_round(now) == 0
    approve_hook(hook, shown_hook(hook), by(staff["counsel"], now))
    assert webhook_round(now) == 0
    assert server.calls == []


def test_a_call_that_is_not_taken_is_made_again_and_given_up_at_last(told, server, subject, staff, now):
    disputed(subject, staff, now)
    server.status, at = 500, now
    assert webhook_round(at) == 0
    assert webhook_round(at) == 0
    assert len(server.calls) == 1
    for pause in PAUSES:
        at += pause
        webhook_round(at)
    row = WebhookCall.objects.get()
    assert (row.state, row.trouble, row.tries) == ("given_up", "it answered with status 500", len(PAUSES) + 1)
    assert "given up: it answered with status 500" in " ".join(each.says for each in health_at(at))


def test_a_call_that_is_taken_at_the_second_try_ends(told, server, subject, staff, now):
    disputed(subject, staff, now)
    server.status = 503
    webhook_round(now)
    server.status = 200
    assert webhook_round(now + PAUSES[0]) == 1
    assert len({body for _, _, body in server.calls}) == 1


def test_no_other_address_is_followed(told, server, subject, staff, now):
    disputed(subject, staff, now)
    server.status = 302
    assert webhook_round(now) == 0
    assert WebhookCall.objects.get().trouble == "it answered with status 302"


@pytest.mark.parametrize(
    ("field", "value"), [("address", "http://127.0.0.1:9/"), ("events", ["request.closed"]), ("seal", "")]
)
def test_an_address_that_was_changed_in_the_store_is_told_nothing(field, value, told, server, subject, staff, now):
    disputed(subject, staff, now)
    Webhook.objects.filter(pk=told[0].pk).update(**{field: value})
    assert webhook_round(now) == 0
    assert server.calls == []


def test_an_address_that_ended_is_told_nothing_more(told, server, subject, staff, now):
    disputed(subject, staff, now)
    end_hook(told[0], by(staff["administrator"], now))
    assert webhook_round(now) == 0
    assert server.calls == []


def test_what_was_forgotten_is_not_told_again(told, server, subject, staff, now):
    disputed(subject, staff, now)
    webhook_round(now)
    assert webhook_round(now + KEPT + timedelta(days=1)) == 0
    assert len(server.calls) == 1


@pytest.mark.parametrize(
    "address",
    [
        "http://jms.county.gov/",
        "https://",
        "https://a:b@jms.county.gov/",
        "ftp://jms.county.gov",
        "https://jms county.gov/",
        "https://a/#x",
        "https://a:x/",
    ],
)
def test_only_an_address_behind_tls_is_called(address):
    with pytest.raises(RefusedError, match="begins with https"):
        checked_address(address)


def test_who_registered_it_never_approves_it_and_nobody_else_registers(made, staff, now):
    hook, _ = made
    with pytest.raises(RefusedError, match="Only a commander"):
        approve_hook(hook, shown_hook(hook), by(staff["clerk"], now))
    staff["administrator"].role = "commander"
    with pytest.raises(RefusedError, match="You registered this address"):
        approve_hook(hook, shown_hook(hook), by(staff["administrator"], now))
    with pytest.raises(RefusedError, match="changed while the page was open"):
        approve_hook(hook, "0" * 64, by(staff["commander"], now))
    with pytest.raises(NotYoursError):
        make_hook("x", "https://a.example/", list(EVENTS), by(staff["clerk"], now))


def test_at_the_desk_it_is_registered_approved_and_ended(as_role, staff):
    page, other = as_role("administrator"), as_role("commander")
    shown = page.post(
        "/manage/webhooks/", {"name": "JMS", "address": "https://jms.example/h", "event": ["request.ended"]}
    )
    hook = Webhook.objects.get()
    assert b"whsec_" in shown.content
    assert b"whsec_" not in page.get("/manage/webhooks/").content
    waits = other.get("/office/accounts/").content.decode()
    assert "https://jms.example/h" in waits
    other.post("/office/webhooks/", {"webhook": hook.key, "seen": seen_on(waits)})
    hook.refresh_from_db()
    assert hook.vouched_by == staff["commander"]
    page.post(f"/manage/webhooks/{hook.key}/end/")
    hook.refresh_from_db()
    assert hook.ended_at is not None
    refused = page.post(
        "/manage/webhooks/", {"name": "JMS", "address": "http://jms.example/h", "event": ["request.ended"]}
    )
    assert b"begins with https" in refused.content
