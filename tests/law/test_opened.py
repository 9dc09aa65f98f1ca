"""A permission that rests on a record names the charge and the item of the law that opened it."""

import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide

DETAINER = {
    "kind": "detainer",
    "issuer": "ice",
    "basis": "civil",
    "signer": "immigration_officer",
    "attachments": ["I-200"],
}
ROBBERY = {"statute": "PC 211", "grade": "felony", "disposition": "convicted", "disposed_on": "2015-03-01"}
HELD = {"statute": "PC 211", "grade": "felony", "disposition": "held_to_answer"}
CLEAN = {"sex_or_arson_registrant": False, "federal_felony_arrest_warrant": False}
JAIL = {"facility": "county_jail", "release_date_public": False}


def opened(act, charges, **changes):
    row = {
        "id": "a",
        "jurisdiction": "us-ca",
        "as_of": "2026-11-24",
        "request": DETAINER,
        "person": CLEAN,
        "custody": JAIL,
    }
    made = decide(read_case(row | {"charges": charges} | changes)).as_data()["acts"][act]
    return made["outcome"], [(each["item"], each["charge"], each["fact"]) for each in made["opened_by"]]


def test_the_charge_and_the_item_are_named_though_the_rule_that_controls_is_federal():
    outcome, causes = opened("transfer", [ROBBERY])
    assert outcome == "may"
    assert causes == [(f"7282.5(a)({number})", "PC 211 (convicted)", None) for number in (1, 2, 3)]


def test_a_magistrates_finding_is_named_for_notice_alone():
    assert opened("notify", [HELD]) == ("may", [("7282.5(b)", "PC 211 (held to answer)", None)])
    assert opened("transfer", [HELD]) == ("must_not", [])


@pytest.mark.parametrize(
    ("changes", "act", "item", "fact"),
    [
        ({"person": CLEAN | {"sex_or_arson_registrant": True}}, "transfer", "7282.5(a)(4)", "sex or arson registrant"),
        ({"custody": JAIL | {"release_date_public": True}}, "notify", None, "open to the public"),
    ],
)
def test_a_fact_that_is_no_charge_is_named_in_words(changes, act, item, fact):
    outcome, causes = opened(act, [], **changes)
    assert outcome == "may"
    assert any(found == item and fact in words for found, _, words in causes)


def test_where_no_record_is_needed_none_is_named():
    paper = DETAINER | {"identity_match": True, "probable_cause_box": True}
    assert opened("hold", [ROBBERY], jurisdiction="us-fl", request=paper) == ("must", [])


def test_new_jerseys_grounds_name_the_charge():
    robbery = {"statute": "N.J.S.A. 2C:15-1", "disposition": "pending", "classes": ["nj_violent_or_serious"]}
    paper = DETAINER | {"identity_match": True, "probable_cause_box": True}
    person = {"proof_of_status_given": "none"}
    outcome, causes = opened("hold", [robbery], jurisdiction="us-nj", request=paper, as_of="2026-02-03", person=person)
    assert outcome == "may"
    assert [charge for _, charge, _ in causes if charge] == ["N.J.S.A. 2C:15-1 (pending)"]
