"""What an act waits for stands in its sentence; a warrant is lodged, and takes the person only as state custody ends."""

from dataclasses import replace

import pytest

from habeas.answers.compose import letter_facts
from habeas.answers.conditions import BEFORE
from habeas.law.model.vocabulary import Act, Outcome, What
from habeas.law.packs import PACKS
from tests.answers.helpers import ice, made
from tests.answers.test_letters import SUBJECT, letter, warrant

FACTS = {"P1": {"person": {"proof_of_status_given": "none"}, "custody": {"release_at": "2025-07-18T10:00:00-04:00"}}}
BLOCKING = sorted(
    {(duty.what, pack.id) for pack in PACKS.values() for rule in pack.rules for duty in rule.duties if duty.blocks}
)


def test_the_walk_reads_rules_about_acts_and_rules_that_always_bind():
    assert {What.JUDICIAL_OFFICIAL_FIRST, What.GIVE_COPY} <= {what for what, _ in BLOCKING}


@pytest.mark.parametrize(("what", "pack"), BLOCKING)
def test_every_duty_that_an_act_waits_for_has_its_words(what, pack):
    assert what in BEFORE, f"{pack} lets an act wait for {what}, and no letter can say so"


def test_a_hold_is_promised_only_upon_what_the_law_wants_first(tmp_path):
    paper = ice(SUBJECT, "us-tx") | {"attachments": ["I-200"], "identity_match": True, "signer": "immigration_officer"}
    paper |= {"received_at": "2025-07-17T08:00:00-04:00"}  # the 48 hours of that summer run from the receipt
    said = " ".join(letter(tmp_path, paper | {"served_on_person": None}, "us-nc", facts=FACTS).split())
    assert (
        "After a copy of the detainer has been served on the inmate, and upon the order of a judicial official, the Sheriff"
        in said
    )
    assert "Office will hold the above-named inmate" in said


def test_a_refusal_says_what_would_open_the_act(tmp_path):
    paper = {"kind": "interview_request", "issuer": "ice", "subject": SUBJECT, "basis": "civil", "identity_match": True}
    facts = {"P1": {"person": {"written_consent": False}}}
    said = " ".join(letter(tmp_path, paper, "us-wa", facts=facts).split())
    assert "will not make the inmate available for an interview unless the inmate consents in writing" in said


def test_a_refusal_on_another_rule_promises_nothing(tmp_path):
    assert "unless" not in letter(tmp_path, ice(SUBJECT), "us-ca-los-angeles")


@pytest.mark.parametrize("facts", [None, {"P1": {"custody": {"releasable": False}}}])
def test_a_warrant_is_lodged_and_takes_the_person_when_state_custody_ends(tmp_path, facts):
    said = " ".join(letter(tmp_path, warrant(executing_agency="U.S. Marshals Service"), "us-tx", facts=facts).split())
    assert "will lodge the warrant as a hold" in said
    assert "When state custody of the inmate ends, the Sheriff's Office will surrender" in said
    assert "State charges against the inmate are pending." in said


@pytest.mark.parametrize(
    ("outcome", "words"),
    [(Outcome.UNRESOLVED, "has been referred to county counsel"), (Outcome.MAY, "separately whether")],
)
def test_no_surrender_is_promised_while_the_law_of_the_state_is_unsettled_or_nobody_has_chosen(
    tmp_path, outcome, words
):
    """That state custody has not ended is another matter: then the day alone is open."""
    answer = made(tmp_path, warrant(executing_agency="U.S. Marshals Service"), "us-tx").answer
    decision = answer.people[0].decision
    other = replace(decision.acts[Act.HOLD].reasons[0], controls=True) if decision.acts[Act.HOLD].reasons else None
    transfer = replace(decision.acts[Act.TRANSFER], outcome=outcome, reasons=(other,) if other else ())
    person = replace(answer.people[0], decision=replace(decision, acts={**decision.acts, Act.TRANSFER: transfer}))
    said = " ".join(letter_facts(replace(answer, people=(person,))).opening)
    assert "will lodge the warrant as a hold" in said
    assert "will surrender" not in said
    assert words in said


def test_a_warrant_whose_signer_nobody_knows_is_not_said_to_be_lodged(tmp_path):
    said = " ".join(letter(tmp_path, warrant(signer=None, executing_agency="U.S. Marshals Service"), "us-tx").split())
    assert "will lodge the warrant" not in said


def test_a_request_that_names_nobody_asks_for_no_fingerprints(tmp_path):
    paper = {"id": "PRA-1", "kind": "public_records_request", "issuer": "public", "fields": ["name", "shoe_size"]}
    said = " ".join(letter(tmp_path, paper).split())
    assert "fingerprints" not in said
    assert "named above" not in said
