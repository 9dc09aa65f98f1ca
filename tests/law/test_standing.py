"""Rules stand once for all acts of a case, and each act comes to what it would come to alone."""

from datetime import date

import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide, decide_act
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.vocabulary import Act

PAPER = {"kind": "detainer", "issuer": "ice", "basis": "civil", "signer": "immigration_officer", "attachments": ["I-200"],
         "probable_cause_box": True, "identity_match": True}  # fmt: skip
CONVICTED = {"statute": "PC 422", "grade": "misdemeanor", "disposition": "convicted", "disposed_on": "2021-03-01"}
KNOWN = {
    "proof_of_status_given": "none",
    "sex_or_arson_registrant": False,
    "federal_felony_arrest_warrant": False,
    "history_complete": True,
}


def case(place: str, asks: list[str]):
    row = {
        "id": "one",
        "jurisdiction": place,
        "as_of": "2026-02-01",
        "request": PAPER | {"asks": asks},
        "person": KNOWN,
    }
    jail = {"facility": "county_jail", "release_date_public": False}
    return read_case(row | {"custody": jail, "agency": {"local_policy_forbids": False}, "charges": [CONVICTED]})


@pytest.mark.parametrize("place", ["us-ca-kern", "us-ca-los-angeles", "us-tx", "us-va", "us-nj", "us-or-multnomah"])
@pytest.mark.parametrize("asks", [["hold"], ["notify", "transfer"]])
def test_each_act_of_a_decision_is_what_it_would_be_alone(place, asks):
    one = case(place, asks)
    made = decide(one)
    for act in Act:
        assert made.acts[act] == decide_act(one, act, resolve(place)), act


def test_a_look_back_ends_on_its_day_though_its_rule_stood_before():
    days = [(day, act, to.value) for day, act, to in decide(case("us-ca-kern", ["notify"])).changes_on]
    assert (date(2026, 3, 2), Act.NOTIFY, "must_not") in days
