"""The API as a stranger's jail system meets it: every key declared or refused, dates as papers write them, a list of requests."""

import json

import pytest

from habeas.desk.api.operations import api
from habeas.desk.api.table import SCOPES
from habeas.desk.models import Request
from tests.desk.programs import vouched_key
from tests.desk.test_api import NOW, filing

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(client, staff, monkeypatch):
    class Still:
        @staticmethod
        def now(zone):
            return NOW

    monkeypatch.setattr("habeas.desk.middleware.datetime", Still)
    secret = vouched_key(staff["administrator"], staff["commander"], SCOPES, NOW)
    count = iter(range(10_000))

    def make(method, path, body=None, *, raw=None):
        headers = {"Authorization": f"Bearer {secret}", "Idempotency-Key": f"call-{next(count):06d}"}
        text = raw or (json.dumps(body) if body is not None else None)
        given = {"data": text, "content_type": "application/json"} if text is not None else {}
        answer = getattr(client, method)(f"/api{path}", headers=headers, **given)
        return answer.status_code, answer.json()

    return make


def about(**subject):
    return filing(request={"kind": "detainer", "issuer": "ice", "subject": subject})


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"kind": "detainer", "subject": {"name": "Kowalczyk, John"}}, "subject.name"),
        ({"kind": "detainer", "subject": {"full_name": "X Y", "dob": "1983-07-22"}}, "subject.dob"),
        ({"kind": "detainer", "sbject": {"full_name": "X Y"}}, "sbject"),
        ({"kind": "detainer", "subject": "Kowalczyk"}, "subject"),
        ({"kind": "Detainer"}, "kind"),
        ({"kind": "detainer", "issuer": "ICE"}, "issuer"),
        ({"kind": "detainer", "asks": ["holding"]}, "asks"),
    ],
)
def test_what_is_not_known_is_refused_by_name_and_nothing_is_filed(call, asked, named):
    status, said = call("post", "/requests", filing(request=asked))
    assert status == 422
    assert named in said["detail"]
    assert not Request.objects.exists()


@pytest.mark.parametrize("born", ["05/17/1990", "5/17/1990", "1990-05-17", "May 17, 1990"])
def test_a_birth_date_is_taken_as_papers_write_it(call, born):
    assert call("post", "/requests", about(full_name="Example, Ana", date_of_birth=born))[0] == 201
    row = Request.objects.get().read_fields.get(name="subject.date_of_birth")
    assert row.value_read == "1990-05-17"


@pytest.mark.parametrize("born", ["17/05/1990", "05/17/90", "soon"])
def test_what_is_no_birth_date_is_refused_with_the_words_to_write(call, born):
    status, said = call("post", "/requests", about(full_name="Example, Ana", date_of_birth=born))
    assert status == 422
    assert "1990-05-17 or 05/17/1990" in said["detail"]


def test_requests_are_listed_newest_first_a_page_at_a_time_and_name_nobody(call):
    filed = [call("post", "/requests", about(full_name=f"Example, Ana {each}"))[1]["number"] for each in "ABC"]
    status, first = call("get", "/requests?limit=2")
    assert (status, [each["number"] for each in first["requests"]]) == (200, [filed[2], filed[1]])
    last = call("get", f"/requests?limit=2&before={first['next']}")[1]
    assert [each["number"] for each in last["requests"]] == [filed[0]]
    assert last["next"] is None
    assert "Example" not in str([first, last])


@pytest.mark.parametrize(("asked", "status"), [("limit=0", 422), ("limit=201", 422), ("before=R-1999-00001", 404)])
def test_a_page_out_of_bounds_is_refused(call, asked, status):
    assert call("get", f"/requests?{asked}")[0] == status


def test_the_schema_declares_the_header_the_server_and_every_key():
    found = api.get_openapi_schema()
    assert found["servers"]
    for path in ("/api/rosters", "/api/requests", "/api/releases"):
        heads = [each for each in found["paths"][path]["post"]["parameters"] if each["in"] == "header"]
        assert [(each["name"], each["required"]) for each in heads] == [("Idempotency-Key", True)]
    shapes = found["components"]["schemas"]
    assert shapes["RequestObjectIn"]["additionalProperties"] is False
    assert shapes["SubjectIn"]["additionalProperties"] is False
    assert {"kind", "subject", "asks", "fields", "issued_on"} <= set(shapes["RequestObjectIn"]["properties"])


RAW = '{"request": {"kind": "detainer", "issuer": "ice", "subject": {"full_name": "X Y"}}, "received_at": "%s"%s}'


@pytest.mark.parametrize(
    "at", ["1772600000", "2026-03-04 11:05:00Z", "2026-03-04T11:05:00+0000", "2026-03-04_11:05Z", "20260304T110500Z", "2026-03-04t11:05z"]
)  # fmt: skip
def test_a_time_in_another_spelling_is_refused_and_told_how_it_is_written(call, at):
    status, said = call("post", "/requests", raw=RAW % (at, ""))
    assert (status, "2026-03-04T11:05:00-08:00" in said["detail"]) == (422, True)
    assert call("post", "/requests", filing(received_at=1772600000))[0] == 422
    assert not Request.objects.exists()


@pytest.mark.parametrize("at", ["2026-03-04T11:05Z", "2026-03-04T11:05:00+00:00", "2026-03-04T03:05:00.123-08:00"])
def test_a_time_as_the_manual_writes_it_is_taken(call, at):
    assert call("post", "/requests", raw=RAW % (at, ""))[0] == 201


def test_a_name_that_stands_twice_in_one_object_is_refused_by_name(call):
    twice = ', "sender_agency": "ICE", "sender_agency": "the marshals"'
    status, said = call("post", "/requests", raw=RAW % ("2026-03-04T11:05Z", twice))
    assert (status, '"sender_agency" twice' in said["detail"]) == (400, True)
    assert not Request.objects.exists()


@pytest.mark.parametrize("seen", [0, 1, 1.0, "yes", "true", "on"])
def test_a_number_or_a_word_is_no_yes_and_no_no(call, seen):
    status, said = call("post", "/requests", about(full_name="X Y", photo_seen=seen))
    assert (status, "photo_seen" in said["detail"]) == (422, True)
    assert call("post", "/requests", about(full_name="X Y", photo_seen=True))[0] == 201
