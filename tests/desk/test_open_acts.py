"""An answer that leaves an act open is a draft: it is not sent, whoever must settle it is named, and no release waits for it."""

import pytest

from habeas.desk.doing import by
from habeas.desk.models import ActChoice, Dispatch, PackageFile
from habeas.desk.services.cases.freshness import refresh
from habeas.desk.services.decisions import closing as ending
from habeas.desk.services.decisions.act_choices import Choice, chosen_of
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.draft_answer import work
from habeas.desk.services.decisions.facts import record_fact
from habeas.desk.services.decisions.opinions import give_opinion, unsettled
from habeas.desk.services.decisions.signing import sign, sign_off
from habeas.desk.services.outgoing import outgoing
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import living_decision
from habeas.law.model.vocabulary import Act, Outcome

from .test_core import detainer
from .test_deciding import letter, request_of
from .test_guarded_flow import CLASS

pytestmark = pytest.mark.django_db
PUBLIC = {"issuer": "public", "signer": "none", "in_writing": True, "fields": ["name", "charges"]}


@pytest.fixture
def doing(staff, now):
    return lambda name, factor="session": by(staff[name], now, factor)


def send(asked, doing):
    proof = outgoing.SendingProof("fax receipt 4711", "known_number")
    return outgoing.dispatch(asked, doing, "ICE, San Diego", "fax", "+1 555 0100", proof)


def only_open(decision, act, outcome, opinion=None):
    """Let one act of a made decision be open with another outcome, and its letter be no draft by itself."""
    decision.choices.update(does="refuses", outcome="must_not")
    decision.choices.filter(act=act).update(does="waits", outcome=outcome, opinion=opinion)
    PackageFile.objects.filter(decision=decision, path="outgoing/letter.txt").update(content=b"A letter.")


def test_a_may_that_nobody_chose_is_not_sent_until_somebody_chose(may, doing):
    made = make(may, [], doing("clerk"))
    hold = made.choices.get(act="hold")
    assert (may.state, hold.does, hold.effective_at) == (
        "ready",
        "refuses",
        made.drafted_at,
    )  # nobody is kept meanwhile
    assert "DRAFT" in letter(made)
    with pytest.raises(RefusedError, match="still open is whether to"):
        send(may, doing("clerk"))
    with pytest.raises(RefusedError, match="the office must choose"):
        send(may, doing("clerk"))
    assert not Dispatch.objects.exists()
    ending.decide_open(may, doing("clerk"))
    assert may.state == "deciding"
    assert living_decision(may) == made  # what is in force stays so until a new answer is made
    make(may, [Choice(act, False, "county_policy") for act in ("notify", "transfer")], doing("clerk"))
    assert send(may, doing("clerk")).files


@pytest.mark.parametrize(
    ("outcome", "who"),
    [
        ("may", "the office must choose"),
        ("unresolved", "county counsel must answer"),
        ("silent", "county counsel must answer"),
        ("unknown", "a fact is missing"),
    ],
)
def test_every_open_outcome_stops_the_sending_and_names_who_settles_it(subject, doing, now, outcome, who):
    asked = detainer(subject, now)
    only_open(make(asked, [], doing("clerk")), "notify", outcome)
    for state in ("ready", "answered"):
        asked.state = state
        asked.save()
        with pytest.raises(RefusedError, match=who):
            send(asked, doing("clerk"))
    assert not Dispatch.objects.exists()


def test_a_missing_fact_is_named_with_whom_to_ask_and_its_answer_opens_the_way(roster, doing, now):
    asked = request_of("public_records_request", now, **PUBLIC)
    made = make(asked, [], doing("clerk"))
    assert made.choices.get(act="share_public").does == "waits"
    asked.state, made.state = "ready", "settled"
    asked.save()
    made.save()
    with pytest.raises(
        RefusedError,
        match=r"civil immigration grounds alone, .* Check record by record\. Ask: records unit",
    ):
        send(asked, doing("clerk"))
    record_fact(
        asked, "custody.arrested_on_civil_immigration_only", False, "the jail's own system", now, doing("clerk")
    )
    refresh(asked, doing("clerk"))
    assert asked.state == "deciding"


def test_a_letter_marked_as_a_draft_is_not_sent_whatever_left_it_open(subject, doing, now):
    asked = detainer(subject, now)
    made = make(asked, [], doing("clerk"))
    words = b"DRAFT FOR COUNTY COUNSEL. Not to be sent until counsel\nhas approved it."
    PackageFile.objects.filter(decision=made, path="outgoing/letter.txt").update(content=words)
    with pytest.raises(RefusedError, match="marked as a draft"):
        send(asked, doing("clerk"))


def test_an_answer_in_which_nothing_is_open_is_not_taken_back_this_way(subject, doing, now):
    asked = detainer(subject, now)
    make(asked, [], doing("clerk"))
    with pytest.raises(RefusedError, match="Nothing in this response is open"):
        ending.decide_open(asked, doing("clerk"))


def test_where_no_rule_was_found_counsel_is_asked_and_the_answer_opens_the_choice(subject, doing, now, monkeypatch):
    from habeas.desk.services.decisions.draft_answer import DraftAnswer

    asked, real = detainer(subject, now), DraftAnswer.outcomes
    monkeypatch.setattr(DraftAnswer, "outcomes", lambda self: real(self) | {Act.NOTIFY: Outcome.SILENT})
    made = make(asked, [], doing("clerk"))
    assert made.choices.get(act="notify").does == "waits"
    assert [each.act for each in unsettled()] == ["notify"]
    ending.decide_open(asked, doing("clerk"))
    with pytest.raises(RefusedError, match="only counsel's answer"):
        make(asked, [Choice("notify", True, "county_policy")], doing("clerk"))
    give_opinion(asked, "notify", "may", "No rule forbids it.", doing("counsel"))
    made = make(asked, [Choice("notify", True, "counsel_advice")], doing("clerk"))
    assert (asked.state, made.choices.get(act="notify").does) == ("to_sign", "complies")
    assert (Act.NOTIFY, Outcome.SILENT) in chosen_of(made.choices.all())


def test_the_page_says_what_is_open_and_offers_to_decide_it(may, doing, as_role):
    make(may, [], doing("clerk"))
    page = as_role("clerk").get(f"/requests/{may.number}/").content.decode()
    assert "cannot be sent" in page
    assert "Decide what is open" in page
    assert "A requested action is still open" in page
    assert "must choose" in as_role("clerk").get(f"/requests/{may.number}/send/").content.decode()
    as_role("clerk").post(f"/requests/{may.number}/decide-open/", {"version": may.version})
    may.refresh_from_db()
    assert may.state == "deciding"


def test_a_release_is_recorded_while_an_act_is_open(may, doing, now):
    """The safe act never waits: whoever is due goes, whatever of the answer is open."""
    made = make(may, [], doing("clerk"))
    assert made.choices.get(act="hold").effective_at == now
    assert not ActChoice.objects.filter(decision=made, does="complies").exists()
    ending.withdrawn_by_sender(may, "by telephone", doing("clerk"))
    assert may.state == "ended"


@pytest.mark.parametrize("place", ["us-ca", "us-ca-los-angeles"])
def test_a_refused_list_is_sent_though_the_law_leaves_its_fields_open(roster, here, doing, now, place):
    """Nobody need settle whether a field may be told where no list is given: the letter says nothing of it."""
    here.jurisdiction = place
    here.save()
    asked = request_of("list_request", now, fields=["name", "release_date", "citizenship"], **CLASS)
    made = make(asked, [], doing("clerk"))
    assert made.choices.get(act="list").does == "refuses"
    assert not unsettled()
    sign_off(asked, doing("counsel", "totp"), shown_sha256(made))
    assert asked.state == "ready"
    assert send(asked, doing("clerk")).files


@pytest.mark.parametrize("complies", [False, True])
def test_a_list_that_the_law_leaves_to_the_office_is_sent_once_it_is_chosen(roster, here, doing, now, complies):
    """Also where of somebody no record says whether they are meant: a refusal is one of the whole list, and a list leaves them out."""
    here.jurisdiction = "us-tx"
    here.save()
    asked = request_of("list_request", now, fields=["name", "booking_id"], **CLASS)
    open_to = [act.value for act, outcome in work(asked, now).outcomes().items() if outcome.value == "may"]
    assert {each.in_class for each in work(asked, now).answer.people} == {True, False, None}
    chosen = [Choice(act, complies, "order_of_commander") for act in open_to if complies or act == "list"]
    made = make(asked, chosen, doing("clerk"))
    sign_off(asked, doing("counsel", "totp"), shown_sha256(made))
    if complies:
        sign(asked, doing("commander", "totp"), shown_sha256(made))
    assert send(asked, doing("clerk")).files
    assert ("will not provide the list" in letter(made)) is not complies


def test_a_field_that_no_rule_answers_leaves_only_on_counsels_answer(roster, here, doing, now):
    here.jurisdiction = "us-tx"
    here.save()
    asked = request_of("list_request", now, fields=["name", "housing"], **CLASS)
    worked = work(asked, now).outcomes()
    open_to = [
        Choice(act.value, True, "order_of_commander") for act, outcome in worked.items() if outcome.value == "may"
    ]
    assert worked[Act.SHARE_PERSONAL] is Outcome.SILENT
    made = make(asked, open_to, doing("clerk"))
    assert b",housing" not in disclosed(made)
    sign_off(asked, doing("counsel", "totp"), shown_sha256(made))
    sign(asked, doing("commander", "totp"), shown_sha256(made))
    with pytest.raises(RefusedError, match="county counsel must answer"):
        send(asked, doing("clerk"))
    ending.decide_open(asked, doing("clerk"))
    give_opinion(asked, "share_personal", "may", "No rule forbids it.", doing("counsel"))
    made = make(asked, [*open_to, Choice("share_personal", True, "counsel_advice")], doing("clerk"))
    assert b",housing" in disclosed(made)
    sign_off(asked, doing("counsel", "totp"), shown_sha256(made))
    sign(asked, doing("commander", "totp"), shown_sha256(made))
    assert send(asked, doing("clerk")).files


def disclosed(made):
    """What leaves of the roster."""
    return bytes(made.files.get(path="outgoing/disclosed.csv").content)


@pytest.mark.parametrize("page", ["/requests/", "/", "/lists/requests/print/", "/people/{person}/requests/"])
def test_no_list_calls_a_draft_with_an_open_action_ready_to_send(page, may, doing, as_role):
    make(may, [], doing("clerk"))
    shown = as_role("clerk").get(page.format(number=may.number, person=may.person.key)).content.decode()
    assert may.number in shown
    assert "eady to send." not in shown
    assert "Draft – not in effect, not to be sent" in shown or page == "/"


def test_a_response_without_an_open_action_is_ready_to_send(may, doing, as_role):
    make(may, [Choice(act, False, "county_policy") for act in ("notify", "transfer")], doing("clerk"))
    shown = as_role("clerk").get("/requests/").content.decode()
    assert "Ready to send." in shown
