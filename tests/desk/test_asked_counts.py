"""Questions of one's own at the desk: asked by those who may, answered as the shell answers, and each look a view in the record."""

import csv
import io
import json
from datetime import timedelta

import pytest

from habeas.desk.doing import by
from habeas.desk.models import Event
from habeas.desk.services.intake import intake
from habeas.desk.services.record import asked_counts as desk
from habeas.statistics.measures.asking import EXACT
from tests.desk.test_intake import take

pytestmark = pytest.mark.django_db
PAGE, FILE = "/record/count/", "/record/count.csv"
DAYS = {"from": "03/01/2026", "to": "2026-03-31"}
ASKED = {"what": "request", **DAYS}


@pytest.fixture
def papers(staff, now):
    """Three papers nobody read: one waits, one is set aside as no request, one was for another office."""
    doing = by(staff["clerk"], now)
    found = [take(None, now - timedelta(minutes=each), doing) for each in range(3)]
    intake.set_aside(found[1], "blank", doing)
    intake.set_aside(found[2], "misdirected", doing, sent_to="Birch County (fictional)")
    return found


def views():
    rows = Event.objects.filter(act="view", object="record_count").order_by("seq")
    return [json.loads(row.body)["detail"]["fields"] for row in rows]


def shown(client, **given):
    return client.get(PAGE, {**ASKED, **given}).content.decode()


def test_the_answer_stands_with_its_reconciliation_and_is_for_staff_alone(papers, as_role):
    page = shown(as_role("inspector"), where="kind=unknown", by="kind")
    assert "<td>Unknown</td><td>2</td><td>0</td>" in page
    page = shown(as_role("inspector"), by="kind")
    assert "<td>Set aside unread: makes no request</td><td>1</td>" in page
    assert "Reconciliation: 3 requests in the period = 3 that count + 0 that do not + 0 unknown." in page
    assert EXACT in page


def test_what_is_unknown_is_named_with_its_papers_and_is_neither_in_nor_out(papers, as_role):
    page = shown(as_role("counsel"), where="kind=no_request", by="outcome")
    assert "3 requests in the period = 1 that count + 0 that do not + 2 unknown" in page
    assert f"Not recorded, kind: 2 ({papers[2].number}, {papers[0].number})" in page


def test_the_form_offers_what_the_record_holds_and_keeps_what_was_chosen(papers, as_role):
    client = as_role("inspector")
    page = client.get(PAGE).content.decode()
    assert '<option value="request">Requests (3)</option>' in page
    assert 'name="from"' not in page, "the facts come with the thing that is counted"
    page = shown(
        client,
        where=["outcome=aside", "outcome=open"],
        by=["outcome", "month"],
        people="yes",
        begin="received",
        end="entered",
    )
    for wanted in ("outcome=aside", "outcome=open", "month", "received", "entered"):
        assert f'value="{wanted}" selected' in page
    assert "checked" in page


def test_each_look_and_the_file_are_views_with_the_hash_of_what_was_shown(papers, as_role):
    client = as_role("inspector")
    shown(client, by="outcome")
    made = client.get(FILE, {**ASKED, "by": "outcome"})
    assert list(csv.reader(io.StringIO(made.content.decode("utf-8-sig")))) == [
        ["outcome", "number", "unknown"], ["aside", "2", "0"], ["open", "1", "0"],
    ]  # fmt: skip
    asked = ["by", "counted", "events", "from", "lines", "to"]
    assert views() == [sorted([*asked, "page"]), sorted([*asked, "csv"])]
    client.get(PAGE)
    assert views()[-1] == ["choices"]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"from": "soon"}, "First day: enter the date"), ({"to": "2026-02-01"}, "ends before it begins"),
        ({"what": "cars"}, "neither a measure nor"),
        ({"where": "kind"}, "write it like"), ({"where": "age=20"}, "does not hold age"), ({"begin": "received"}, "choose both"),
        ({"over": "2"}, "choose the two moments"), ({"over": "x", "begin": "received", "end": "sent"}, "whole hours"),
        ({"day": "born"}, "no moment of"),
        ({"by": "birth"}, "no zero"), ({"what": "detainer_stock", "by": "kind"}, "split by one of"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_in_a_sentence_and_the_page_stays(papers, as_role, given, says):
    client = as_role("inspector")
    page = client.get(PAGE, {**ASKED, **given})
    assert page.status_code == 200
    assert says in page.content.decode()
    assert "<h2>Answer</h2>" not in page.content.decode()
    assert views()[-1] == ["refused"]
    assert says in client.get(FILE, {**ASKED, **given}, follow=True).content.decode()


@pytest.mark.parametrize("address", [PAGE, FILE])
def test_a_record_without_an_event_is_said_and_is_no_zero(as_role, address):
    page = as_role("inspector").get(address, ASKED, follow=True)
    assert page.status_code == 200
    assert "nothing to count, and that is not zero" in page.content.decode()


def test_who_may_not_ask_asks_nothing(papers, as_role):
    for role in ("clerk", "commander", "notice_server", "administrator"):
        for address in (PAGE, FILE):
            assert as_role(role).get(address, ASKED).status_code == 403, (role, address)
    assert views() == []
    for role in ("inspector", "counsel"):
        assert "Count the record" in as_role(role).get("/overview/").content.decode()


def test_only_a_reason_that_says_so_makes_an_unread_paper_no_request(papers):
    told = {row.request: '"counts_as":"no_request"' in row.body for row in Event.objects.filter(act="misdirect")}
    assert told == {papers[1].number: True, papers[2].number: False}


def test_rows_are_listed_by_number_with_their_moments(papers, as_role):
    page = shown(as_role("inspector"), rows="yes")
    assert all(f"<td>{each.number}</td>" in page for each in papers)


def test_a_long_answer_is_cut_on_the_page_and_whole_in_the_file(papers, as_role, monkeypatch):
    from habeas.desk.views import asked_counts

    monkeypatch.setattr(asked_counts, "SHOWN", 2)
    client = as_role("inspector")
    assert "The first 2 of 3; the file has all of them." in shown(client, rows="yes")
    assert len(client.get(FILE, {**ASKED, "rows": "yes"}).content.decode().splitlines()) == 4


def test_the_list_of_things_has_no_noun_that_the_record_lacks(papers):
    assert [name for name, _ in desk.things(desk.ledger_now())] == ["request"]
