"""A list holds only people whom every rule of its class was held against and placed in it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from habeas.answers import build as work
from habeas.answers.build import Answer, _field, asks_about_request, open_request_questions, with_choices, work_out
from habeas.answers.choices import Does
from habeas.answers.compose import letter_facts
from habeas.answers.open_now import still_to_choose
from habeas.answers.people_class import read_class
from habeas.answers.subjects import Setting, Subject, subject_case
from habeas.law.engine.decision import ActDecision
from habeas.law.engine.trace import Ask
from habeas.law.model.vocabulary import Act, Outcome
from habeas.requests.request import read_request
from habeas.roster.records import Booking, Charge, Person, Roster

DAY = date(2025, 7, 17)
FELONY = Charge(statute="PC 211", grade="felony", disposition="pending")
MISDEMEANOR = Charge(statute="PC 484", grade="misdemeanor", disposition="pending")


def request_for(wanted: Any, **more: Any) -> Any:
    asked = {"kind": "list_request", "issuer": "doj", "in_writing": True, "fields": ["name"], "class": wanted}
    return read_request(asked | {"purpose": "immigration enforcement"} | more)


def person(
    citizenship: str | None = "MX", *charges: Charge, booking: dict[str, Any] | None = None, **more: Any
) -> Person:
    kept = Booking("B1", charges=charges or (FELONY,), **(booking or {}))
    return Person("P1", "MUSTERWOOD", "ANA", citizenship=citizenship, bookings=(kept,), **more)


def placed(wanted: Any, someone: Person) -> bool | None:
    setting = Setting("us-ca", DAY, request_for(wanted))
    return subject_case(Subject(someone, someone.bookings[-1]), setting).person.get("in_requested_class")


def answer_to(wanted: Any, *people: Person, place: str = "us-tx", **more: Any) -> Answer:
    setting = Setting(place, DAY, request_for(wanted, **more))
    return work_out(Roster(people, len(people)), [Subject(each, each.bookings[-1]) for each in people], setting)


NOT_US = {"citizenship": "not US"}


@pytest.mark.parametrize(
    ("rules", "someone", "expected"),
    [
        ({"citizenship": "not US", "charge_grade": "felony"}, person("MX"), True),
        ({"citizenship": "not US", "charge_grade": "felony"}, person("MX", MISDEMEANOR), False),
        ({"citizenship": "not US", "charge_grade": "felony"}, person("US"), False),
        ({"citizenship": "not US", "charge_grade": "felony"}, person(None), None),
        ({"citizenship": "not US", "charge_grade": "felony"}, person("MX", Charge(statute="29.03")), None),
        ({"citizenship": "not US", "charge_grade": "felony"}, person("MX", Charge(statute="PC 211")), True),
        ({"citizenship": "US"}, person("US"), True),
        ({"citizenship": "Mexico"}, person("MX"), True),
        ({"citizenship": ["Mexico", "Canada"]}, person("CA"), True),
        ({"citizenship": ["Mexico", "Canada"]}, person("US"), False),
        (NOT_US, person("not US"), True),
        ({"citizenship": "Mexico"}, person("not US"), None),
        ({"citizenship": "US"}, person("not US"), False),
        ({"sex": "F"}, person(sex="FEMALE"), True),
        ({"sex": "F"}, person(sex="U"), None),
        ({"facility": "Central"}, person(booking={"facility": "CENTRAL"}), True),
        ({"housing": "A1"}, person(), None),
        ({"booked_at": {"from": "2025-07-01"}}, person(booking={"booked_at": datetime(2025, 7, 1, 3, tzinfo=UTC)}), True),
        ({"booked_at": {"to": "2025-06-30"}}, person(booking={"booked_at": datetime(2025, 7, 1, 3, tzinfo=UTC)}), False),
        ({"booked_at": {"to": "2025-06-30"}}, person(), None),
        ({"in_custody_on": "2025-07-17"}, person(), True),
        ({"in_custody_on": "2025-07-01"}, person(), None),
        ({"disposition": "convicted"}, person("MX", Charge(statute="PC 211", disposition="convicted")), True),
        ({"disposition": "convicted"}, person("MX", Charge(statute="PC 211")), None),
        ({"disposition": "charged"}, person("MX", FELONY), True),
        ({"statute": "211 PC"}, person("MX", FELONY), True),
        ({"statute": "211 PC"}, person("MX", Charge(statute="664/211 PC")), None),
        ({"statute": "29.03"}, person("MX", Charge(statute="29.03")), True),
        ({"statute": "211 PC"}, person("MX", Charge(statute="a note")), None),
        ({"charge_class": "violent"}, person("MX", FELONY), True),
        ({"charge_grade": "felony"}, person("MX", Charge(statute="PC 211", grade="felony", disposition="dismissed")), False),
    ],
)  # fmt: skip
def test_a_rule_is_answered_by_the_record_or_not_at_all(rules, someone, expected):
    assert placed({"filter": rules}, someone) is expected


def test_rules_on_charges_are_held_against_one_and_the_same_charge():
    convicted = Charge(statute="PC 484", grade="misdemeanor", disposition="convicted")
    someone = person("MX", FELONY, convicted)
    assert placed({"filter": {"charge_grade": "felony", "disposition": "convicted"}}, someone) is False


def test_a_charge_of_an_earlier_booking_places_nobody_and_is_asked():
    earlier, now = Booking("B0", charges=(FELONY,)), Booking("B1", charges=(MISDEMEANOR,))
    assert placed({"filter": {"charge_grade": "felony"}}, Person("P1", bookings=(earlier, now))) is None


@pytest.mark.parametrize(
    "wanted",
    [
        None,
        "all of them",
        {"words": "all of them"},
        {"filter": {}},
        {"filter": NOT_US | {"club": "x"}},
        {"filter": NOT_US, "charge_grade": "felony"},
        {"filter": {"citizenship": ["US", "not US"]}},
        {"filter": {"citizenship": "Atlantis"}},
        {"filter": {"citizenship": []}},
        {"filter": NOT_US | {"charge_grade": "grave"}},
        {"filter": NOT_US | {"booked_at": {"from": "2025-07-02", "to": "2025-07-01"}}},
        {"filter": NOT_US | {"booked_at": "July"}},
        {"filter": NOT_US | {"sex": ["M", "F"]}},
        {"filter": NOT_US | {"charge_class": "wicked"}},
        {"filter": NOT_US | {"disposition": "guilty"}},
        {"words": "non-citizens charged with a felony", "filter": NOT_US},
        {"words": "non-citizens", "filter": NOT_US, "filter_confirmed": "yes"},
    ],
)
def test_a_class_not_wholly_understood_or_not_confirmed_places_nobody_and_is_asked(wanted):
    answer = answer_to(wanted, person("MX"))
    assert read_class(answer.request.source).asks
    assert open_request_questions(answer)
    assert asks_about_request(answer.request)
    assert [each.in_class for each in answer.people] == [None]
    assert answer.disclosed == ()


def test_words_confirmed_to_say_what_the_filter_says_are_a_class():
    answer = answer_to({"words": "non-citizens", "filter": NOT_US, "filter_confirmed": True}, person("MX"))
    assert open_request_questions(answer) == ()
    assert len(answer.disclosed) == 1


def test_a_word_of_the_request_that_nobody_understood_lets_nothing_leave():
    answer = answer_to({"filter": NOT_US}, person("MX"), fields=["name", "shoe_size"])
    assert [each.ask.fact for each in open_request_questions(answer)] == ["request"]
    assert answer.disclosed == ()
    assert answer.people[0].disclosed == ("name",)


def test_whatever_the_law_opens_nobody_leaves_whom_no_record_places_in_the_class(monkeypatch):
    """Also where a place's rule on lists does not look at the class at all."""
    monkeypatch.setattr(work, "OPEN_DOOR", frozenset(work.Outcome))
    monkeypatch.setattr(work, "_touches", lambda gate: True)
    answer = answer_to({"filter": NOT_US}, person("MX"), person(None))
    assert [each.disclosed for each in answer.people] == [("name",), ()]
    assert answer.people[1].withheld[0].provision == "no record places the person in the class asked for"


@pytest.mark.parametrize(("asked", "asks"), [(False, 1), (True, 0)])
def test_a_field_that_an_open_act_keeps_back_is_asked_about_once(asked, asks):
    """Where the act itself is asked for, its question stands with the act."""
    open_act = ActDecision(Act.NOTIFY, Outcome.UNKNOWN, asked, questions=(Ask("custody.x", "Is it?", "records unit"),))
    someone = person()
    found = _field("release_date", (None, open_act), Subject(someone, someone.bookings[-1]), None)
    assert (found.leaves, len(found.asks)) == (False, asks)


NOBODY = "No inmate in custody on that day was found to meet the description in the request, so no list is enclosed."


@pytest.mark.parametrize("people", [(), (person("US"),)])
def test_a_list_of_nobody_is_answered_by_saying_so_and_says_nothing_of_anybody_else(people):
    answer = answer_to({"filter": NOT_US}, *people)
    assert [each.ask.fact for each in still_to_choose(answer)] == ["choice.list"]
    facts = letter_facts(with_choices(answer, {(Act.LIST, Outcome.MAY): Does.COMPLIES}))
    assert NOBODY in " ".join(facts.opening)
    assert "On July 17, 2025, this Office searched its custody records." in " ".join(facts.opening)
    assert (facts.draft, facts.items, facts.enclosures) == ("", (), ())
    assert letter_facts(answer).draft


def test_a_list_of_nobody_is_refused_where_a_list_is():
    """Where the law gives no list selected by citizenship, that nobody was found is not said either."""
    facts = letter_facts(answer_to({"filter": NOT_US}, person("US"), place="us-ca"))
    assert "will not provide the list" in facts.items[0]
    assert NOBODY not in " ".join(facts.opening)
    refused = letter_facts(with_choices(answer_to({"filter": NOT_US}), {(Act.LIST, Outcome.MAY): Does.REFUSES}))
    assert "will not provide the list" in refused.items[0]


@pytest.mark.parametrize("place", ["us-la", "us-nc", "us-nv"])
def test_a_list_of_nobody_stays_a_draft_where_the_law_on_lists_is_open(place):
    facts = letter_facts(answer_to({"filter": NOT_US}, person("US"), place=place))
    assert facts.draft
    assert NOBODY not in " ".join(facts.opening)


@pytest.mark.parametrize("others", [(person(None),), (person("US"), person(None)), (person("MX"),)])
def test_nobody_is_said_to_be_in_no_class_while_somebody_is_in_it_or_may_be(others):
    answer = answer_to({"filter": NOT_US}, *others)
    assert answer.nobody_placed is None
    assert NOBODY not in " ".join(letter_facts(answer).opening)


def test_an_open_question_about_the_class_says_of_nobody_that_nobody_was_found():
    assert answer_to({"filter": NOT_US | {"club": "x"}}).nobody_placed is None


@pytest.mark.parametrize(
    ("does", "draft", "words"),
    [
        (
            {Outcome.MUST: Does.COMPLIES, Outcome.MAY: Does.REFUSES},
            False,
            "For some of the inmates requested, this Office will",
        ),
        ({Outcome.MUST: Does.COMPLIES}, True, "will respond separately to the request to provide the list"),
        (
            {Outcome.MUST: Does.COMPLIES, Outcome.MAY: Does.COMPLIES},
            False,
            "This Office will provide the list of inmates requested.",
        ),
    ],
)
def test_a_list_that_must_hold_some_and_may_hold_others_says_which_is_done(does, draft, words):
    answer = answer_to({"filter": NOT_US}, person("MX"), person("CA"))
    first = answer.people[0]
    must = replace(first.decision.acts[Act.LIST], outcome=Outcome.MUST)
    people = (
        replace(first, decision=replace(first.decision, acts={**first.decision.acts, Act.LIST: must})),
        answer.people[1],
    )
    made = {(Act.LIST, outcome): each for outcome, each in does.items()} | {
        (Act.SHARE_PUBLIC, Outcome.MAY): Does.COMPLIES
    }
    chosen = with_choices(replace(answer, people=people), made)
    facts = letter_facts(chosen)
    assert bool(facts.draft) is draft
    assert words in " ".join(facts.items)
    assert len(chosen.disclosed) == sum(each is Does.COMPLIES for each in does.values())
