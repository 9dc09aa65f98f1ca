"""What is open is asked of somebody: an act nobody chose, a rule nobody found, a field no roster holds, words nobody knows."""

import json

import pytest

from habeas.answers.build import with_choices
from habeas.answers.choices import Does
from habeas.answers.compose import letter_facts
from habeas.answers.open_now import counted_questions, every_question, still_to_choose
from habeas.law.model.vocabulary import Act, Outcome
from habeas.requests.vocabulary import KINDS
from tests.answers.helpers import doj, ice, made, package
from tests.answers.test_letters import SUBJECT
from tests.answers.test_package import rows

FACTS = {"P1": {"person": {"sex_or_arson_registrant": True}}}


def asked(answer):
    return {each.ask.fact: each.ask.of for each in every_question(answer)}


def test_an_act_the_law_leaves_to_the_office_is_asked_of_the_commander_until_somebody_chooses(tmp_path):
    answer = made(tmp_path, ice(SUBJECT), "us-ca-orange", facts=FACTS).answer
    assert answer.decisions[0].acts[Act.NOTIFY].outcome is Outcome.MAY
    assert asked(answer)["choice.notify"] == "watch commander"
    chosen = {(act, answer.decisions[0].acts[act].outcome): Does.REFUSES for act in answer.acts}
    assert still_to_choose(with_choices(answer, chosen)) == ()
    waits = chosen | {(Act.NOTIFY, Outcome.MAY): Does.WAITS}
    assert [each.ask.fact for each in still_to_choose(with_choices(answer, waits))] == ["choice.notify"]


def test_a_list_the_law_leaves_open_is_asked_of_counsel_though_rows_are_drafted(tmp_path):
    answer = made(tmp_path, doj("us-tx"), "us-tx").answer
    assert answer.disclosed
    assert asked(answer)["choice.list"] == "county counsel"


def test_an_act_no_rule_speaks_of_is_asked_of_counsel(tmp_path):
    paper = ice(SUBJECT, "us-tx") | {"asks": ["house_federal_detainees"]}
    answer = made(tmp_path, paper, "us-tx").answer
    assert answer.decisions[0].acts[Act.HOUSE_FEDERAL_DETAINEES].outcome is Outcome.UNRESOLVED
    assert any(each.ask.counsel and "No law that was read" in each.ask.ask for each in every_question(answer))


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("place", ["us-ca-los-angeles", "us-tx", "us-wa", "us-nv"])
def test_whatever_a_letter_leaves_open_is_asked_of_somebody(tmp_path, kind, place):
    about = doj()["class"] if kind == "list_request" else None
    request = ice(SUBJECT) | {"kind": kind, "fields": ["name", "housing"]} | ({"class": about} if about else {})
    answer = made(tmp_path, request, place).answer
    still_open = [each for each in letter_facts(answer).items if "separately" in each]
    assert every_question(answer) or not still_open
    assert all(each.ask.ask and each.ask.of for each in every_question(answer))


def test_a_field_nobody_knows_is_a_question_and_answers_nothing(tmp_path):
    files = package(tmp_path, doj("us-tx", fields=["name", "shoe_size"]), "us-tx")
    found = [row for row in rows(files["internal/questions.csv"]) if row["fact"] == "request"]
    assert len(found) == 1
    assert "shoe_size" in found[0]["question"]
    assert found[0]["who_can_say"]
    assert json.loads(files["internal/answer.json"])["questions"]["open"] >= 1
    assert "outgoing/disclosed.csv" not in files


def test_a_field_no_roster_holds_is_asked_about_once_and_only_where_it_may_leave(tmp_path):
    fields = {"kind": "records_request", "fields": ["name", "photograph"]}
    paper = ice(SUBJECT, "us-tx") | fields | {"kind": "judicial_subpoena", "issuer": "court", "basis": "criminal_other"}
    answer = made(tmp_path, paper | {"signer": "federal_district_judge"}, "us-tx").answer
    assert answer.decisions[0].acts[Act.SHARE_PERSONAL].outcome in {Outcome.MUST, Outcome.MAY}
    assert [each.ask.fact for each in every_question(answer)].count("field.photograph") == 1
    shut = made(tmp_path, doj("us-ca", fields=["name", "photograph"]), "us-ca-los-angeles").answer
    assert "field.photograph" not in asked(shut)


def test_one_question_for_counsel_about_everybody_of_a_list_stands_once_with_a_count(tmp_path):
    found = made(tmp_path / "one", doj("us-tx"), "us-la").answer
    for_counsel = [each for each in every_question(found) if each.ask.counsel and each.person_id]
    assert len({each.ask for each in for_counsel}) < len(for_counsel)
    counted = [(each.person_id, count) for each, count in counted_questions(found) if each.ask.counsel]
    assert [count for who, count in counted if not who] == [str(len(found.people))]
    written = rows(package(tmp_path / "two", doj("us-tx"), "us-la")["internal/questions.csv"])
    assert [each["people"] for each in written if "Counsel: what do these require here" in each["question"]] == [
        str(len(found.people))
    ]


def test_a_missing_fact_is_asked_of_each_person(tmp_path):
    counted = counted_questions(made(tmp_path, doj("us-tx"), "us-tx").answer)
    assert all(count == "1" for each, count in counted if not each.ask.counsel and each.person_id)
    assert {each.person_id for each, _ in counted if each.person_id} == {"P3"}  # whose citizenship no record states
