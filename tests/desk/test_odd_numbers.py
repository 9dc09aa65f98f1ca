"""A number in a form or an address that no number is gets a page or a sentence, never a fault inside."""

import pytest

pytestmark = pytest.mark.django_db

ODD = ("²", "٣", "9" * 5_000, "9" * 19, "-1", "1e999", "\0")


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
