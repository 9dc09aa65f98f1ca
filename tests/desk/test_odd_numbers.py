"""A number in a form or an address that no number is gets a page or a sentence, never a fault inside."""

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.forges]  # the person of `may` was convicted by the test itself

ODD = ("²", "٣", "9" * 5_000, "9" * 19, "-1", "1e999")


@pytest.mark.parametrize("odd", ODD, ids=lambda each: ascii(each)[:12])
def test_an_odd_number_never_ends_in_a_fault(odd, as_role, subject):
    commander, inspector = as_role("commander"), as_role("inspector")
    answers = [
        commander.get(f"/people/{subject.key}/views/", {"before": odd}),
        commander.post("/record/sent/", {"size": odd, "to": "x", "way": "mail"}),
        commander.post("/office/accounts/", {"account": odd}),
        inspector.get("/inspect/views/", {"before": odd}),
        inspector.post("/inspect/sample/", {"size": odd, "seed": "x", "stratum": "all"}),
        inspector.get(f"/record/events/{odd}/"),
    ]
    assert [each.status_code for each in answers] == [200, 404, 404, 200, 200, 404]


@pytest.mark.parametrize("odd", ODD, ids=lambda each: ascii(each)[:12])
def test_a_form_whose_version_cannot_be_read_is_refused(odd, as_role, may):
    from habeas.desk.models import Event

    clerk = as_role("clerk")
    before = Event.objects.exclude(act="view").count()
    answer = clerk.post(f"/requests/{may.number}/end/", {"version": odd, "why": "x"})
    assert "cannot be read" in clerk.get(answer.url).content.decode()
    assert Event.objects.exclude(act="view").count() == before


@pytest.mark.parametrize("odd", ODD, ids=lambda each: ascii(each)[:12])
def test_the_office_takes_no_odd_number_of_hours(odd, as_role, here):
    from habeas.desk.models import Office

    page = as_role("administrator").post(
        "/manage/office/",
        {
            "agency": here.agency, "name": here.name, "address": "1 Square", "notice_hours": odd, "dispute_minutes": "60",
            "release_hours": "4", "shift_starts": "06:00, 18:00",
        },
    )  # fmt: skip
    assert page.status_code == 200
    assert Office.objects.get().notice_hours == here.notice_hours


def test_what_a_column_does_not_hold_is_one_sentence_and_no_fault(as_role, may, monkeypatch):
    from django.db import DataError

    from habeas.desk.views import requests

    def too_long(*given):
        raise DataError("value too long for type character varying(40)")

    monkeypatch.setattr(requests, "request_of", too_long)
    page = as_role("clerk").get(f"/requests/{may.number}/")
    assert page.status_code == 400
    assert "too long for its field" in page.content.decode()
    assert "varying" not in page.content.decode()


@pytest.mark.parametrize("deep", ["[" * 30_000, '{"a":' * 100_000], ids=["lists", "objects"])
@pytest.mark.parametrize("path", ["/account/2fa/webauthn/login/", "/account/login/", "/account/2fa/reauthenticate/"])
def test_the_answer_of_a_security_key_that_nests_without_end_is_one_sentence(staff, path, deep):
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    client.force_login(staff["commander"])
    page = client.post(path, {"credential": deep})
    assert page.status_code in {400, 404}
    assert page.status_code == 404 or "answer of a security key is none" in page.content.decode()


def test_an_entry_of_brackets_without_end_is_text():
    from habeas.desk.services.papers.entries import _other

    assert _other(None, "[" * 100_000) == "[" * 100_000
