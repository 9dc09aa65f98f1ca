"""What would change an open answer is found by trying, and holds when it is done."""

from dataclasses import replace
from datetime import date

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.engine.what_would_change import would_change
from habeas.law.model.vocabulary import Act

DETAINER = {"kind": "detainer", "issuer": "ice", "basis": "civil", "attachments": ["I-200"]}


def case(**given):
    row = {
        "id": "c",
        "jurisdiction": "us-ca",
        "as_of": "2025-07-17",
        "request": DETAINER,
        "custody": {"facility": "county_jail", "release_date_public": False},
    }
    return read_case(row | given)


def test_the_registry_is_asked_where_it_alone_is_open():
    found = case(
        person={"history_complete": True, "federal_felony_arrest_warrant": False},
        charges=[{"statute": "PC 594(b)(2)(A)", "grade": "misdemeanor", "disposition": "pending"}],
    )
    first = would_change(found, decide(found))[0]
    assert first.ask.fact == "person.sex_or_arson_registrant"
    assert first.outcomes["yes"] == {"notify": "may", "transfer": "may"}
    assert first.outcomes["no"] == {"notify": "must_not", "transfer": "must_not"}
    assert first.settled == 2


def test_what_is_said_of_a_value_is_what_deciding_with_it_gives():
    found = case(person={"history_complete": True}, charges=[{"statute": "PC 211", "grade": "felony"}])
    for each in would_change(found, decide(found)):
        if each.ask.fact.startswith("person.") and set(each.outcomes) == {"yes", "no"}:
            name = each.ask.fact.split(".")[1]
            again = decide(replace(found, person={**found.person, name: True}))
            assert {act: again.acts[Act(act)].outcome.value for act in each.outcomes["yes"]} == each.outcomes["yes"]


def test_nothing_would_change_a_firm_answer():
    found = case(jurisdiction="us-ca-los-angeles", as_of="2025-07-17")
    assert would_change(found, decide(found, [Act.HOLD])) == []


def test_the_fact_that_settles_most_comes_first():
    found = case(
        person={"history_complete": False, "sex_or_arson_registrant": False, "federal_felony_arrest_warrant": False},
        charges=[],
    )
    ranked = [each.settled for each in would_change(found, decide(found))]
    assert ranked == sorted(ranked, reverse=True)
    assert found.as_of == date(2025, 7, 17)
