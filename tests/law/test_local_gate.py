"""What Gov. Code 7284.6(b) opens stands only where no county's rule forbids it; and a court's paper that nobody signed is asked about."""

from dataclasses import replace

import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.vocabulary import Act, Outcome
from habeas.law.packs import PACKS, UNREAD_LOCAL, asks_after_local_rules
from habeas.law.review.policy import load_policy

COUNTIES = [*sorted(name for name in PACKS if name.startswith("us-ca-")), "us-ca-kern", "us-ca-merced"]
OPENS = {Outcome.MUST, Outcome.MAY}
OPEN = {Outcome.UNKNOWN, Outcome.UNRESOLVED, Outcome.MUST_NOT}


def asked(place, act, agency=None, custody=None, **request):
    row = {
        "id": "x",
        "jurisdiction": place.partition("@")[0],
        "as_of": "2026-06-01",
        "request": {"asks": [act.value], "in_writing": True, "identity_match": True, "names_person": True} | request,
        "person": {"written_consent": True, "minor": False, "proof_of_status_given": "none"},
        "custody": {"facility": "county_jail", "releasable": True} | (custody or {}),
        "charges": [],
        "agency": {"policy": agency} if agency else {},
    }
    return decide(replace(read_case(row), jurisdiction=place))


@pytest.mark.parametrize("place", COUNTIES)
@pytest.mark.parametrize("issuer", ["ice", "cbp", "doj"])
@pytest.mark.parametrize(
    ("kind", "act"), [("interview_request", Act.INTERVIEW), ("records_request", Act.SHARE_CRIMINAL_HISTORY)]
)
def test_no_county_opens_an_item_of_7284_6_b_before_its_own_rules_were_looked_at(place, issuer, kind, act):
    made = asked(place, act, kind=kind, issuer=issuer, signer="immigration_officer", basis="civil")
    assert made.acts[act].outcome in OPEN


def test_once_the_countys_rules_were_looked_at_the_item_is_open_or_barred():
    for forbids, outcome in ((False, Outcome.MAY), (True, Outcome.MUST_NOT)):
        for place in ("us-ca-orange", "us-ca-san-mateo", "us-ca-kern"):
            made = asked(
                place,
                Act.INTERVIEW,
                {"local_rule_forbids": forbids},
                kind="interview_request",
                issuer="ice",
                signer="immigration_officer",
                basis="civil",
            )
            assert made.acts[Act.INTERVIEW].outcome is outcome


@pytest.mark.parametrize("place", COUNTIES)
def test_no_county_opens_a_hold_under_the_trust_act_before_its_own_rules_of_that_day_were_looked_at(place):
    robbery = {"statute": "PC 211", "grade": "felony", "disposition": "convicted", "disposed_on": "2012-02-02"}
    row = {
        "id": "x", "jurisdiction": place, "as_of": "2016-06-15", "charges": [robbery],
        "request": {"kind": "detainer", "issuer": "ice", "basis": "civil", "signer": "immigration_officer", "attachments": ["I-200"],
                    "probable_cause_box": True, "identity_match": True, "names_person": True, "asks": ["hold"]},
        "person": {"proof_of_status_given": "none", "history_complete": True},
        "custody": {"facility": "county_jail", "releasable": True},
    }  # fmt: skip
    for forbids, outcome in ((None, Outcome.UNKNOWN), (False, Outcome.MAY), (True, Outcome.MUST_NOT)):
        agency = {"local": True, "agreement_287g": False} | (
            {"policy": {"local_rule_forbids": forbids}} if forbids is not None else {}
        )
        assert decide(read_case(row | {"agency": agency})).acts[Act.HOLD].outcome is outcome


POLICY = """[policy]
place = "{place}"
title = "A policy"

[[rule]]
id = "one"
acts = ["{act}"]
says = "{says}"
only_where_open = true
sentence = "The jail says so."
citation = "Policy 1"
from = 2025-02-01
"""


def under_policy(tmp_path, place, act, says):
    path = tmp_path / "policy.toml"
    path.write_text(POLICY.format(place=place, act=act.value, says=says), encoding="utf-8")
    return load_policy(path)


@pytest.mark.parametrize("place", ["us-ca-orange", "us-ca-contra-costa", "us-ca-san-diego", "us-ca-kern"])
@pytest.mark.parametrize("says", ["may", "must_not"])
def test_a_countys_policy_on_the_act_closes_the_question_also_where_the_county_has_a_pack(tmp_path, place, says):
    law = under_policy(tmp_path, place, Act.INTERVIEW, says)
    made = asked(
        law, Act.INTERVIEW, kind="interview_request", issuer="ice", signer="immigration_officer", basis="civil"
    )
    assert made.acts[Act.INTERVIEW].outcome == says
    assert not made.acts[Act.INTERVIEW].questions


@pytest.mark.parametrize("place", ["us-ca-orange", "us-ca-kern"])
def test_a_policy_that_says_nothing_of_the_act_closes_nothing(tmp_path, place):
    law = under_policy(tmp_path, place, Act.NOTIFY, "must_not")
    made = asked(
        law, Act.INTERVIEW, kind="interview_request", issuer="ice", signer="immigration_officer", basis="civil"
    )
    assert made.acts[Act.INTERVIEW].outcome is Outcome.UNKNOWN


def test_the_question_is_not_asked_of_a_crime_that_is_no_immigration_matter():
    made = asked("us-ca-orange", Act.INTERVIEW, kind="interview_request", issuer="fbi", basis="criminal_other")
    assert made.acts[Act.INTERVIEW].outcome is Outcome.SILENT


def test_a_pack_that_only_asks_after_local_rules_still_says_that_the_county_stands_on_state_law():
    assert any("stands on" in each for each in resolve("us-ca-orange").warnings)
    assert any(asks_after_local_rules(rule) for rule in UNREAD_LOCAL["us-ca"].provisions)


@pytest.mark.parametrize("place", ["us", "us-ca", "us-tx", "us-fl", "us-wa", "us-il", "us-nj", "us-nc", "us-ok"])
@pytest.mark.parametrize(
    ("kind", "act"),
    [
        ("judicial_warrant", Act.TRANSFER),
        ("judicial_warrant", Act.ACCESS_FACILITY),
        ("judicial_probable_cause", Act.HOLD),
        ("court_order", Act.SHARE_PERSONAL),
        ("court_order", Act.NOTIFY),
        ("judicial_subpoena", Act.SHARE_CRIMINAL_HISTORY),
        ("grand_jury_subpoena", Act.LIST),
    ],
)
@pytest.mark.parametrize("signer", ["none", "immigration_officer", "immigration_judge"])
def test_a_paper_in_a_courts_form_that_nobody_signed_for_a_court_orders_nothing_and_is_asked_about(
    place, kind, act, signer
):
    made = asked(place, act, kind=kind, issuer="usms", signer=signer, basis="criminal_other")
    assert made.acts[act].outcome in OPEN
    assert made.acts[act].outcome is Outcome.MUST_NOT or made.questions


@pytest.mark.parametrize("place", COUNTIES)
def test_a_judges_search_warrant_for_the_jail_is_answered_everywhere(place):
    made = asked(
        place,
        Act.ACCESS_FACILITY,
        kind="judicial_warrant",
        issuer="ice",
        signer="federal_magistrate_judge",
        basis="criminal_other",
    )
    assert made.acts[Act.ACCESS_FACILITY].outcome is Outcome.UNRESOLVED


@pytest.mark.parametrize("place", ["us-tx", "us-fl", "us-ok"])
@pytest.mark.parametrize("releasable", [True, False])
def test_a_detainer_takes_nobody_whom_the_state_still_holds_before_somebody_confirmed_the_release(place, releasable):
    made = asked(
        place,
        Act.TRANSFER,
        custody={"releasable": releasable},
        kind="detainer",
        issuer="ice",
        signer="immigration_officer",
        basis="civil",
        attachments=["I-200"],
        probable_cause_box=True,
    )
    waits = {due.duty.what.value for due in made.duties if due.duty.blocks is Act.TRANSFER}
    assert ("confirm_state_custody_ended" in waits) is not releasable
