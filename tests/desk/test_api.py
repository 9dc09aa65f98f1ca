"""The API for the jail's own systems: one act for one call, one sentence for one fault, nothing for a wrong key."""

import base64
import json
import logging
from datetime import timedelta

import pytest

from habeas.desk.api import refusing
from habeas.desk.api.operations import api
from habeas.desk.api.table import OPERATIONS, SCOPES
from tests.desk.conftest import NOW
from tests.desk.programs import vouched_key
from tests.desk.work import asked

DETAINER = {
    "kind": "detainer",
    "form": "I-247A",
    "issuer": "ice",
    "asks": ["hold", "notify"],
    "subject": {"full_name": "Example, Ana", "date_of_birth": "1990-05-17"},
    "in_writing": True,
}


@pytest.fixture(autouse=True)
def still(monkeypatch):
    """The moment of every call."""

    class Still:
        @staticmethod
        def now(zone):
            return NOW

    monkeypatch.setattr("habeas.desk.middleware.datetime", Still)


@pytest.fixture
def key(staff):
    return vouched_key(staff["administrator"], staff["commander"], SCOPES, NOW)


@pytest.fixture
def call(client, key):
    """Make a call as the jail's system would; the status and the decoded answer."""
    count = iter(range(10_000))

    def call(method, path, body=None, *, secret=key, once=None, content_type="application/json", raw=None):
        given = {"headers": {"Authorization": f"Bearer {secret}", "Idempotency-Key": once or f"call-{next(count):06d}"}}
        if method == "post":
            text = "" if body is None else json.dumps(body)
            given |= {"data": text if raw is None else raw, "content_type": content_type}
        answer = getattr(client, method)(f"/api{path}", **given)
        assert answer.headers["Content-Type"].startswith("application/json")
        found = answer.json()
        if answer.status_code >= 400:
            assert set(found) == {"detail"}
            assert found["detail"].endswith((".", "…"))
        return answer.status_code, found

    return call


def filing(**more):
    return {"request": DETAINER, "channel": "electronic", "received_at": NOW.isoformat(), **more}


def pushing(county, **more):
    content = base64.b64encode(county.csv().encode()).decode()
    return {"name": "roster.csv", "as_of": NOW.isoformat(), "content_base64": content, **more}


def events(**wanted):
    from habeas.desk.models import Event

    return list(Event.objects.filter(**wanted).order_by("seq"))


def test_a_roster_is_pushed_read_and_applied(call, small_county):
    from habeas.desk.models import Person

    status, pushed = call("post", "/rosters", pushing(small_county))
    assert (status, pushed["state"]) == (202, "previewed")
    assert pushed["new"] == pushed["people"] > 50
    assert Person.objects.count() == 0, "nothing about anybody changes before it is applied"
    status, applied = call("post", f"/rosters/{pushed['key']}/apply")
    assert (status, applied["state"]) == (202, "applied")
    assert Person.objects.count() == pushed["people"]
    assert call("get", f"/rosters/{pushed['key']}") == (200, applied)
    asked = [each for each in events(act="import") if each.actor.startswith("program-")]
    assert any('"asked to apply"' in each.body for each in asked)


def test_a_roster_pushed_again_after_it_was_applied_stays_applied(call, small_county):
    _, pushed = call("post", "/rosters", pushing(small_county))
    call("post", f"/rosters/{pushed['key']}/apply")
    status, again = call("post", "/rosters", pushing(small_county))
    assert (status, again["key"], again["state"]) == (202, pushed["key"], "applied")
    assert call("post", f"/rosters/{pushed['key']}/apply")[1]["state"] == "applied"


def test_a_program_hears_how_far_a_roster_is_and_not_of_the_dates_worked_out_from_it(call, small_county):
    from habeas.desk.models import Job

    key = call("post", "/rosters", pushing(small_county))[1]["key"]
    asked(kind="work_out_dates", target=key, queued_at=NOW, state=Job.State.RUNNING)
    assert call("get", f"/rosters/{key}")[1]["state"] == "previewed"
    job = asked(kind="apply_roster", target=key, queued_at=NOW)
    said = []
    for state in (Job.State.WAITING, Job.State.RUNNING, Job.State.FAILED):
        Job.objects.filter(pk=job.pk).update(state=state, said="The disk is full.")
        said.append([call("get", f"/rosters/{key}")[1][name] for name in ("state", "said")])
    assert said == [["waiting", ""], ["working", ""], ["failed", "The disk is full."]]


def test_cells_of_a_roster_that_cannot_be_read_are_listed_with_what_to_write(call):
    head = "person_id,booking_id,family_name,given_name,date_of_birth,booked_at,charge_disposition\n"
    rows = [f"P{each},B{each},DOE,JANE,13/45/19{each:02},2026-03-01T13:00:00-08:00,nonsense" for each in range(60)]
    data = base64.b64encode((head + "\n".join(rows)).encode()).decode()
    status, pushed = call("post", "/rosters", {"name": "r.csv", "as_of": NOW.isoformat(), "content_base64": data})
    assert status == 202, pushed
    assert (len(pushed["unreadable"]), pushed["unreadable_count"]) == (100, 120)
    first = next(each for each in pushed["unreadable"] if each["column"] == "date_of_birth")
    assert (first["row"], first["text"]) == ("row 2", "13/45/1900")
    assert first["write"].startswith("a date such as")
    assert "left unknown" in first["why"]
    other = next(each for each in pushed["unreadable"] if each["column"] == "charge_disposition")
    assert "dismissed" in other["write"]


def test_a_roster_that_cannot_be_read_says_why_and_is_not_applied(call):
    body = {
        "name": "r.csv",
        "as_of": NOW.isoformat(),
        "content_base64": base64.b64encode(b"%PDF-1.4 no roster").decode(),
    }
    status, pushed = call("post", "/rosters", body)
    assert (status, pushed["state"]) == (202, "failed")
    assert pushed["said"]
    assert call("post", f"/rosters/{pushed['key']}/apply")[0] == 409


def test_a_request_is_filed_and_waits_for_a_person(call):
    from habeas.desk.models import Request

    status, filed = call("post", "/requests", filing())
    assert (status, filed["state"]) == (201, "reading")
    assert call("get", f"/requests/{filed['number']}") == (200, filed)
    kept = Request.objects.get(number=filed["number"])
    assert not kept.read_fields.exclude(confirmed_at=None).exists(), "what a program says is confirmed by nobody"
    assert kept.read_fields.filter(name="subject.full_name", value_read="Example, Ana").exists()


def test_a_paper_comes_with_it_and_is_read(call):
    from habeas.desk.models import Request

    paper = base64.b64encode(b"Please hold Ana Example for us.").decode()
    status, filed = call("post", "/requests", filing(paper_base64=paper, paper_name="mail.txt"))
    assert status == 201
    kept = Request.objects.get(number=filed["number"])
    assert bytes(kept.paper.content) == b"Please hold Ana Example for us."
    _, again = call("post", "/requests", filing(paper_base64=paper, paper_name="mail.txt"))
    assert again["same_as"] == filed["number"]


def test_no_decision_is_read_before_one_is_in_force(call):
    _, filed = call("post", "/requests", filing())
    assert call("get", f"/requests/{filed['number']}/decision")[0] == 404


def test_a_decision_in_force_is_read_with_its_law(call, staff):
    from habeas.desk.models import ActChoice, Decision, Request

    _, filed = call("post", "/requests", filing())
    made = Decision.objects.create(
        request=Request.objects.get(number=filed["number"]), number=1, state=Decision.State.SETTLED,
        jurisdiction="us-ca", as_of=NOW.date(), answer={"id": "r"}, inputs_sha256="0" * 64, law={"us-ca": "ab" * 32},
        program="0", drafted_by=staff["clerk"], drafted_at=NOW,
    )  # fmt: skip
    ActChoice.objects.create(
        decision=made, act="hold", outcome="must_not", does=ActChoice.Does.REFUSES, needs_second=False
    )
    status, read = call("get", f"/requests/{filed['number']}/decision")
    assert status == 200
    assert [(each["act"], each["outcome"], each["does"]) for each in read["acts"]] == [("hold", "must_not", "refuses")]
    assert read["law"] == {"us-ca": "ab" * 32}
    assert any(each.request == filed["number"] for each in events(act="view"))


def test_a_release_is_reported_and_is_never_guessed(call, roster, subject):
    from habeas.desk.models import Booking, Person

    booking = subject.bookings.get(released_at=None)
    body = {"booking_id": booking.booking_id, "released_at": NOW.isoformat()}
    other = Person.objects.exclude(pk=subject.pk).first()
    twin = Booking.objects.create(person=other, booking_id=booking.booking_id)
    assert call("post", "/releases", body)[0] == 409, "two people have the number: nobody is guessed"
    twin.delete()
    assert call("post", "/releases", body) == (200, {"ended": []})
    booking.refresh_from_db()
    assert booking.released_at == NOW
    assert call("post", "/releases", body | {"booking_id": "nobody's"})[0] == 404
    assert call("post", "/releases", body | {"how": "escaped"})[0] == 422


def test_the_same_call_acts_once_and_another_body_is_refused(call):
    from habeas.desk.models import Request

    first = call("post", "/requests", filing(), once="night-shift-0001")
    assert call("post", "/requests", filing(), once="night-shift-0001") == first
    assert Request.objects.count() == 1
    status, _ = call("post", "/requests", filing(channel="fax"), once="night-shift-0001")
    assert status == 409
    assert Request.objects.count() == 1


def test_a_call_that_failed_may_be_made_again_with_its_key(call):
    bad = filing() | {"request": {"kind": "no such kind"}}
    assert call("post", "/requests", bad, once="night-shift-0002")[0] == 422
    assert call("post", "/requests", filing(), once="night-shift-0002")[0] == 201


def test_a_call_without_an_idempotency_key_does_nothing(call):
    assert call("post", "/requests", filing(), once="short")[0] == 409


def test_every_operation_is_held_to_its_scope(call, staff):
    named = {each["operationId"] for path in api.get_openapi_schema()["paths"].values() for each in path.values()}
    assert named == set(OPERATIONS)
    bodies = {"push_roster": pushing_nothing(), "file_request": filing(), "report_release": releasing()}
    paths = {"{key}": "abc", "{number}": "R-2026-00001"}
    for path, methods in api.get_openapi_schema()["paths"].items():
        for method, each in methods.items():
            operation = OPERATIONS[each["operationId"]]
            others = sorted(set(SCOPES) - {operation.scope})
            secret = vouched_key(staff["administrator"], staff["commander"], others, NOW, name=operation.name)
            at = path.removeprefix("/api").replace("{key}", paths["{key}"]).replace("{number}", paths["{number}"])
            status, said = call(method, at, bodies.get(operation.name), secret=secret)
            assert status == 403, operation.name
            assert operation.scope in said["detail"]


def pushing_nothing():
    return {"name": "r.csv", "as_of": NOW.isoformat(), "content_base64": ""}


def releasing():
    return {"booking_id": "b", "released_at": NOW.isoformat()}


@pytest.mark.parametrize("secret", ["", "hab_wrong", "x" * 5_000, "hab_\u00e9"])
def test_a_wrong_key_is_let_nowhere(call, secret):
    for method, path in (("get", "/openapi.json"), ("get", "/requests/R-2026-00001"), ("post", "/rosters")):
        assert call(method, path, secret=secret)[0] == 401


def test_a_key_that_ended_or_was_revoked_is_let_nowhere(call, key, staff):
    from habeas.desk.doing import by
    from habeas.desk.models import ApiKey
    from habeas.desk.services.office.programs import revoke_key

    ends = ApiKey.objects.get().expires_at
    ApiKey.objects.update(expires_at=NOW)
    assert call("get", "/openapi.json")[0] == 401
    ApiKey.objects.update(expires_at=NOW + timedelta(days=1))
    assert call("get", "/openapi.json")[0] == 401, "nobody vouched for another end"
    ApiKey.objects.update(expires_at=ends)
    assert call("get", "/openapi.json")[0] == 200
    revoke_key(ApiKey.objects.get(), by(staff["administrator"], NOW))
    assert call("get", "/openapi.json")[0] == 401


def test_wrong_keys_are_written_but_do_not_flood_the_record_and_stand_in_no_log(call, key, caplog):
    caplog.set_level(logging.DEBUG)
    found = [call("get", "/openapi.json", secret="hab_guessed_secret")[0] for _ in range(15)]  # noqa: S106 - a guess
    assert found == [401] * refusing.MOST + [429] * 5
    written = events(act="refuse")
    assert len(written) == refusing.MOST
    assert '"last_written":true' in written[-1].body
    assert call("get", "/openapi.json", secret=key)[0] == 200, "a right key is never held up"
    everything = caplog.text + "".join(each.body for each in events())
    assert "hab_guessed_secret" not in everything
    assert key not in everything


@pytest.mark.parametrize(
    ("raw", "content_type", "status"),
    [
        ("{", "application/json", 400),
        ("[1, 2", "application/json", 400),
        ('"\\ud800"', "application/json", 400),
        ('{"request": {"kind": "a\\u0000b"}}', "application/json", 400),
        ('{"a":' * 30 + "1" + "}" * 30, "application/json", 400),
        ("[" * 100_000, "application/json", 400),
        ("a=b", "application/x-www-form-urlencoded", 415),
        ("<a/>", "text/xml", 415),
        ("[]", "application/json", 422),
        ("null", "application/json", 422),
        ("{}", "application/json", 422),
        ('{"unknown": 1}', "application/json", 422),
    ],
)
def test_a_body_that_is_none_is_one_sentence(call, raw, content_type, status):
    assert call("post", "/requests", raw=raw, content_type=content_type)[0] == status


def test_a_body_that_is_too_large_is_refused_before_it_is_read(client, key):
    given = {"Authorization": f"Bearer {key}", "Idempotency-Key": "too-large-1"}
    for path, length in (("rosters", 65 * 2**20), ("requests", 60 * 2**20), ("releases", 65 * 2**10)):
        answer = client.generic(
            "POST", f"/api/{path}", b"{", content_type="application/json", headers=given, CONTENT_LENGTH=str(length)
        )
        assert answer.status_code == 413
        assert "at most" in answer.json()["detail"]


def test_a_body_in_chunks_is_asked_for_its_length(client, key):
    given = {"Authorization": f"Bearer {key}", "Transfer-Encoding": "chunked"}
    answer = client.generic("POST", "/api/releases", b"", content_type="application/json", headers=given)
    assert (answer.status_code, answer.json()["detail"][:4]) == (411, "Send")


def test_a_large_body_makes_room_for_the_next(call):
    big = base64.b64encode(b"\xff" * 2_000_000).decode()
    for _ in range(3):
        status, filed = call("post", "/requests", filing(paper_base64=big, paper_name="x.bin"))
        assert status == 201, filed


@pytest.mark.parametrize("text", ["?", "AAA", "A===", "\u00e9\u00e9\u00e9\u00e9"])
def test_what_is_no_base64_is_said(call, text):
    assert call("post", "/requests", filing(paper_base64=text))[0] == 422


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/nothing", 404),
        ("get", "/", 404),
        ("get", "/requests/R-2026-99999", 404),
        ("get", "/requests/%00", 422),
        ("get", "/rosters/unknown", 404),
        ("delete", "/requests/R-2026-00001", 405),
        ("get", "/releases", 405),
    ],
)
def test_a_wrong_address_or_method_is_one_sentence(call, method, path, status):
    assert call(method, path)[0] == status


def test_the_document_is_openapi_3_1_and_names_the_key(call):
    status, document = call("get", "/openapi.json")
    assert status == 200
    assert document["openapi"].startswith("3.1")
    assert "bearer" in json.dumps(document["components"]["securitySchemes"])


@pytest.mark.parametrize("at", ["2026-03-04T11:05:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", 5e15])
def test_a_time_without_zone_or_out_of_all_reason_is_refused(call, at):
    assert call("post", "/requests", filing(received_at=at))[0] == 422


def test_an_act_that_cannot_be_recorded_is_not_done(call, monkeypatch):
    from django.db import DatabaseError

    from habeas.desk.models import Idempotency, Request

    def full(*given):
        raise DatabaseError("disk full")

    monkeypatch.setattr("habeas.desk.record.writing.write", full)
    status, said = call("post", "/requests", filing())
    assert status == 503
    assert "nothing was done" in said["detail"]
    assert not Request.objects.exists()
    assert not Idempotency.objects.exists()
