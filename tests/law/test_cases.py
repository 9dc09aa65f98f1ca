"""Case files: what is refused, in which words; what stays unknown."""

import json
from datetime import date

import pytest

from habeas.common.errors import BadInputError
from habeas.law.engine.case_files import load_cases, read_case
from habeas.law.engine.decide import decide
from habeas.law.model.vocabulary import Act

GOOD = {"id": "one", "jurisdiction": "us-ca", "as_of": "2025-07-17", "request": {"kind": "detainer", "issuer": "ice"}}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"id": ""}, 'no "id"'),
        ({"as_of": "17.7.2025"}, "no date like 2025-07-17"),
        ({"as_of": None}, "no date"),
        ({"request": {"kind": "detanier"}}, 'kind "detanier" is not one Habeas knows'),
        ({"request": None}, 'the kind "None"'),
        ({"person": {"minor": "no"}}, "person.minor must be true or false"),
        ({"person": {"nationality": "x"}}, "is no fact Habeas knows"),
        ({"person": []}, "must be an object"),
        ({"charges": {}}, "must be a list"),
        ({"charges": [{"grade": "capital"}]}, "write one of"),
        ({"charges": [{"disposed_on": "2025-02-31"}]}, "no date like"),
        ({"custody": {"release_at": "noon"}}, "no date and time"),
        ({"request": {"kind": "detainer", "signer": "a judge"}}, "write one of"),
        ({"request": {"kind": "detainer", "asks": "hold"}}, "list of words"),
    ],
)
def test_a_case_that_cannot_be_read_says_what_to_mend(change, sentence):
    with pytest.raises(BadInputError, match=sentence):
        read_case(GOOD | change)


def test_a_key_left_out_or_null_is_unknown():
    for row in (GOOD, GOOD | {"person": {"minor": None}, "charges": None}):
        made = read_case(row)
        assert made.value("person", "minor") is None
        assert made.record_complete is None


def test_a_charges_list_is_the_whole_known_record_unless_the_history_was_not_checked():
    assert read_case(GOOD | {"charges": []}).record_complete is True
    assert read_case(GOOD | {"charges": [], "person": {"history_complete": False}}).record_complete is False


def test_two_cases_of_one_name_in_a_file_are_refused(tmp_path):
    path = tmp_path / "cases.json"
    path.write_text(json.dumps([GOOD, GOOD]), encoding="utf-8")
    with pytest.raises(BadInputError, match='two cases called "one"'):
        load_cases(path)


def test_a_detainer_asks_three_things_unless_it_says_otherwise():
    assert read_case(GOOD).request["asks"] == {"hold", "notify", "transfer"}
    assert read_case(GOOD | {"request": {"kind": "detainer", "asks": ["notify"]}}).request["asks"] == {"notify"}


def test_the_law_and_its_hash_stand_on_each_decision():
    made = decide(read_case(GOOD | {"custody": {"facility": "county_jail"}})).as_data()
    assert set(made["law"]) == {"us", "us-ca"}
    assert all(len(value) == 64 for value in made["law"].values())
    assert made["acts"]["hold"]["outcome"] == "must_not"
    assert made["acts"]["hold"]["because"][0]["citation"] == "Cal. Gov. Code 7284.6(a)(1)(B)"
    assert made["acts"]["hold"]["because"][0]["trace"]["when"]["is"] == "true"


COMPLETE = {
    "kind": "detainer",
    "issuer": "ice",
    "signer": "immigration_officer",
    "identity_match": True,
    "probable_cause_box": True,
}


def test_texas_holds_for_forty_eight_hours_from_release():
    row = GOOD | {
        "jurisdiction": "us-tx",
        "request": COMPLETE | {"attachments": ["I-200"]},
        "person": {"proof_of_status_given": "none"},
        "custody": {"release_at": "2026-03-06T18:00:00-06:00", "facility": "county_jail"},
        "as_of": "2026-03-06",
    }
    made = decide(read_case(row)).acts[Act.HOLD]
    assert made.outcome.value == "must"
    assert made.until is not None
    assert (made.until.date(), made.until_says) == (date(2026, 3, 8), "48 hours after the time of release")


def test_texas_asks_whether_proof_was_given_before_it_says_must():
    made = decide(read_case(GOOD | {"jurisdiction": "us-tx"})).acts[Act.HOLD]
    assert made.outcome.value == "unknown"
    assert "Has the person given proof of citizenship or of lawful status?" in [ask.ask for ask in made.questions]


def test_a_bare_detainer_in_texas_is_for_counsel():
    request = COMPLETE | {"attachments": []}
    row = GOOD | {"jurisdiction": "us-tx", "person": {"proof_of_status_given": "none"}, "request": request}
    assert decide(read_case(row)).acts[Act.HOLD].outcome.value == "unresolved"


def test_a_warrant_that_a_clerk_signed_is_never_taken_for_an_administrative_one():
    request = {"kind": "judicial_warrant", "issuer": "ice", "signer": "clerk_of_court", "basis": "criminal_immigration"}
    row = GOOD | {"request": request, "custody": {"facility": "county_jail"}}
    assert decide(read_case(row)).acts[Act.TRANSFER].outcome.value == "unresolved"


def test_an_act_nobody_knows_is_said_on_the_decision():
    made = decide(read_case(GOOD | {"request": {"kind": "detainer", "asks": ["hold", "deport"]}}))
    assert any('the act "deport"' in warning for warning in made.warnings)


def test_a_key_of_a_charge_that_nobody_knows_is_said_and_not_dropped_in_silence():
    charge = {"statute": "PC 211", "disposition": "convicted", "disposed_on": "2024-01-02"}
    assert read_case(GOOD | {"charges": [charge]}).said == ()
    made = read_case(GOOD | {"charges": [charge, charge | {"dispositon": "dismissed"}]})
    assert [each for each in made.said if 'charge 2: "charge.dispositon" is nothing Habeas knows' in each]
    assert made.charges[1].facts["disposition"] == "convicted"


@pytest.mark.parametrize("key", [{"vacated_on": "2024-06-01"}, {"note": "conviction set aside"}])
def test_a_key_of_a_charge_that_speaks_of_undoing_it_leaves_open_how_the_charge_ended(key):
    charge = {"statute": "PC 211", "disposition": "convicted", "disposed_on": "2024-01-02"}
    made = read_case(GOOD | {"charges": [charge | key]})
    assert made.charges[0].facts.get("disposition") is None
    assert len(made.said) == 1


@pytest.mark.parametrize(
    ("kind", "of"),
    [
        ("detainer", "the issuing DHS office"),
        ("administrative_warrant", "the issuing DHS office"),
        ("judicial_warrant", "the issuing court's clerk"),
    ],
)
def test_who_signed_is_asked_of_the_office_that_issued_the_paper(kind, of):
    made = decide(read_case(GOOD | {"jurisdiction": "us-tx", "request": {"kind": kind, "issuer": "ice"}}))
    assert {each.of for each in made.questions if each.fact == "request.signer"} == {of}


@pytest.mark.parametrize(
    ("charge", "left_out"),
    [
        ({"disposition": "convicted", "dismissed_under": "after_conviction"}, {"disposition"}),
        ({"disposition": "convicted", "dismissed_under": "before_conviction"}, {"disposition"}),
        ({"disposition": "pending", "sentence": "state_prison"}, {"disposition"}),
        ({"disposition": "held_to_answer", "sentence": "probation"}, {"disposition"}),
        ({"disposition": "acquitted", "sentence": "county_jail"}, {"disposition"}),
        ({"disposition": "dismissed", "dismissed_under": "diversion", "sentence": "county_jail"}, {"dismissed_under"}),
        (
            {"disposition": "convicted", "disposed_on": "2020-01-01", "offense_on": "2021-01-01"},
            {"disposed_on", "offense_on"},
        ),
        ({"disposition": "convicted", "grade": "felony", "reduced_on": "2026-01-01"}, {"grade", "reduced_on"}),
        ({"disposition": "dismissed", "dismissed_under": "after_conviction", "sentence": "probation"}, set()),
        ({"disposition": "vacated", "sentence": "state_prison"}, set()),
        ({"disposition": "convicted", "disposed_on": "2021-01-01", "offense_on": "2021-01-01"}, set()),
    ],
)
def test_facts_of_a_charge_that_cannot_stand_beside_each_other_are_unknown(charge, left_out):
    made = read_case(GOOD | {"charges": [charge]}).charges[0]
    assert set(charge) - set(made.facts) == left_out
