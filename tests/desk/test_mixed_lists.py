"""A list whose people have different outcomes for one field: what is open is settled by itself, and the letter tells them apart."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from habeas.answers import build as answers_work
from habeas.desk.services.cases import decision_inputs as casework
from habeas.desk.services.decisions import closing as ending
from habeas.desk.services.decisions.act_choices import Choice, _does
from habeas.desk.services.decisions.deciding import make
from habeas.desk.services.decisions.decision_store import shown_sha256
from habeas.desk.services.decisions.draft_answer import work
from habeas.desk.services.decisions.opinions import give_opinion, unsettled
from habeas.desk.services.decisions.replay import replay_all
from habeas.desk.services.decisions.signing import sign, sign_off
from habeas.desk.workflow.errors import RefusedError
from habeas.law.engine.decision_cache import Memo
from habeas.law.engine.trace import Ask
from habeas.law.model.vocabulary import Act, Outcome

from .test_deciding import letter, request_of
from .test_guarded_flow import CLASS
from .test_open_acts import doing, send

__all__ = ["doing"]
pytestmark = pytest.mark.django_db
DATE = "provide the scheduled release date."


@pytest.fixture
def outcomes(monkeypatch, here):
    """Lets the law say of telling the release date one thing of every other person decided, and another of the rest."""
    here.jurisdiction, here.time_zone = "us-tx", "America/Chicago"
    here.save()
    casework._of_class.cache_clear()

    def mixed(one, other):
        monkeypatch.setattr(answers_work, "Memo", _memo(one, other))

    yield mixed
    casework._of_class.cache_clear()


def _memo(one, other):
    class Mixed(Memo):
        turn = 0

        def decide(self, case):
            made = super().decide(case)
            if not case.person.get("in_requested_class"):
                return made
            self.turn += 1
            outcome = other if self.turn % 2 else one
            asks = (
                (Ask("custody.x", "Is the release date public?", "records unit"),) if outcome is Outcome.UNKNOWN else ()
            )
            notify = replace(made.acts[Act.NOTIFY], outcome=outcome, questions=asks)
            return replace(made, acts={**made.acts, Act.NOTIFY: notify})

    return Mixed


def list_asked(now):
    return request_of("list_request", now, fields=["name", "release_date"], **CLASS)


def chosen(asked, now, notify=True):
    """A choice for each act that the law leaves open, to tell the release date or not among them."""
    open_to = [act.value for act, outcome in work(asked, now).outcomes().items() if outcome is Outcome.MAY]
    return [Choice(act, act != "notify" or notify, "order_of_commander") for act in dict.fromkeys((*open_to, "notify"))]


def signed(asked, made, doing):
    sign_off(asked, doing("counsel", "totp"), shown_sha256(made))
    if asked.state == "to_sign":
        sign(asked, doing("commander", "totp"), shown_sha256(made))


def does(made):
    return {each.outcome: each.does for each in made.choices.filter(act="notify")}


def said(made):
    return " ".join(letter(made).split())


@pytest.mark.parametrize(("notify", "then"), [(True, "complies"), (False, "refuses")])
def test_where_some_must_be_told_of_the_others_are_chosen_for_and_the_list_is_sent(
    outcomes, roster, doing, now, notify, then
):
    outcomes(Outcome.MUST, Outcome.MAY)
    asked = list_asked(now)
    made = make(asked, chosen(asked, now, notify), doing("clerk"))
    assert does(made) == {"must": "complies", "may": then}
    assert ("For some of the inmates listed" in said(made)) is not notify
    assert ("For the others, the Sheriff's Office will not " + DATE in said(made)) is not notify
    signed(asked, made, doing)
    assert send(asked, doing("clerk")).files


def test_different_firm_outcomes_are_sent_through_the_desk(outcomes, roster, doing, now):
    outcomes(Outcome.MUST, Outcome.MUST_NOT)
    asked = list_asked(now)
    made = make(asked, [each for each in chosen(asked, now) if each.act != "notify"], doing("clerk"))
    assert does(made) == {"must": "complies"}
    assert "For some of the inmates listed, the Sheriff's Office will " + DATE in said(made)
    assert "For the others, the Sheriff's Office will not " + DATE in said(made)
    signed(asked, made, doing)
    assert send(asked, doing("clerk")).files


def test_while_nobody_chose_for_the_others_the_refusal_to_send_says_who_does(outcomes, roster, doing, now):
    outcomes(Outcome.MUST, Outcome.MAY)
    asked = list_asked(now)
    made = make(asked, [each for each in chosen(asked, now) if each.act != "notify"], doing("clerk"))
    signed(asked, made, doing)
    with pytest.raises(RefusedError, match=r"for some of the inmates \(the law leaves a choice, so the office must"):
        send(asked, doing("clerk"))
    ending.decide_open(asked, doing("clerk"))
    made = make(asked, chosen(asked, now), doing("clerk"))
    signed(asked, made, doing)
    assert send(asked, doing("clerk")).files


def test_a_fact_missing_for_some_is_named_with_whom_to_ask(outcomes, roster, doing, now):
    outcomes(Outcome.MAY, Outcome.UNKNOWN)
    asked = list_asked(now)
    made = make(asked, chosen(asked, now), doing("clerk"))
    assert does(made) == {"may": "complies", "unknown": "waits"}
    signed(asked, made, doing)
    with pytest.raises(
        RefusedError,
        match=r"for some of the inmates \(a fact is missing: Is the release date public\? Ask: records unit",
    ):
        send(asked, doing("clerk"))


def test_counsel_is_asked_once_for_some_and_the_answer_opens_the_choice_for_them(outcomes, roster, doing, now):
    outcomes(Outcome.MAY, Outcome.UNRESOLVED)
    asked = list_asked(now)
    made = make(asked, chosen(asked, now), doing("clerk"))
    assert does(made) == {"may": "complies", "unresolved": "waits"}
    signed(asked, made, doing)
    assert [each.act for each in unsettled()] == ["notify"]
    with pytest.raises(RefusedError, match="county counsel must answer"):
        send(asked, doing("clerk"))
    ending.decide_open(asked, doing("clerk"))
    give_opinion(asked, "notify", "may", "No rule forbids it.", doing("counsel"))
    made = make(asked, chosen(asked, now), doing("clerk"))
    assert does(made) == {"may": "complies", "unresolved": "complies"}
    signed(asked, made, doing)
    assert send(asked, doing("clerk")).files


def test_what_is_firm_for_everybody_is_still_chosen_by_nobody(outcomes, roster, doing, now):
    outcomes(Outcome.MUST, Outcome.MUST_NOT)
    asked = list_asked(now)
    with pytest.raises(RefusedError, match="no other choice is allowed"):
        make(asked, chosen(asked, now, notify=False), doing("clerk"))


def test_a_mixed_list_comes_out_the_same_when_it_is_decided_again(outcomes, roster, doing, now):
    outcomes(Outcome.MUST, Outcome.MAY)
    asked = list_asked(now)
    make(asked, chosen(asked, now), doing("clerk"))
    assert [each.verdict.value for each in replay_all()] == ["same"]


def test_the_page_offers_the_choice_for_those_for_whom_it_is_open(outcomes, roster, doing, now, as_role):
    outcomes(Outcome.MUST, Outcome.MAY)
    asked = list_asked(now)
    page = as_role("clerk").get(f"/requests/{asked.number}/decide/").content.decode()
    assert 'name="do-notify" value="refuses"' in page
    assert "Not the same for every inmate on the list." in page


@pytest.mark.parametrize("complies", [True, False])
def test_a_list_of_nobody_is_chosen_signed_and_sent(here, roster, doing, now, complies):
    here.jurisdiction, here.time_zone = "us-tx", "America/Chicago"
    here.save()
    later = {"class": {"filter": {"booked_at": {"from": "2099-01-01"}}}}
    asked = request_of("list_request", now, fields=["name", "release_date"], **later)
    assert work(asked, now).outcomes() == {Act.LIST: Outcome.MAY}
    made = make(asked, [Choice("list", complies, "order_of_commander")], doing("clerk"))
    assert ("No inmate in custody on that day was found" in said(made)) is complies
    signed(asked, made, doing)
    assert send(asked, doing("clerk")).files
    assert not made.files.filter(path="outgoing/disclosed.csv").exists()


def test_a_list_of_nobody_that_nobody_chose_waits_and_is_not_sent(here, roster, doing, now):
    here.jurisdiction, here.time_zone = "us-tx", "America/Chicago"
    here.save()
    asked = request_of(
        "list_request", now, fields=["name"], **{"class": {"filter": {"booked_at": {"from": "2099-01-01"}}}}
    )
    made = make(asked, [], doing("clerk"))
    assert "DRAFT" in letter(made)
    sign_off(asked, doing("counsel", "totp"), shown_sha256(made))
    with pytest.raises(RefusedError, match="the office must choose"):
        send(asked, doing("clerk"))


def test_a_decision_stored_before_it_told_what_is_asked_about_a_list_is_no_other_answer(outcomes, roster, doing, now):
    outcomes(Outcome.MAY, Outcome.UNKNOWN)
    asked = list_asked(now)
    made = make(asked, chosen(asked, now), doing("clerk"))
    assert made.answer.pop("asks")
    made.save()
    assert [each.verdict.value for each in replay_all()] == ["same"]


def test_of_an_empty_jail_too_an_open_list_waits_for_a_choice():
    answer = SimpleNamespace(decisions=(), nobody_placed=object())
    assert _does(Act.LIST, Outcome.MAY, None, None, SimpleNamespace(answer=answer)) == ("waits", None)
