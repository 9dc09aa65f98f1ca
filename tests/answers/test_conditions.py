"""What an act waits for stands in its sentence; a warrant is lodged, and takes the person only as state custody ends."""

import pytest

from habeas.answers.conditions import BEFORE
from habeas.law.model.words import What
from habeas.law.packs import PACKS
from tests.answers.helpers import ice
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
    assert "has lodged the warrant as a hold" in said
    assert (
        "When state custody of the inmate ends (release is scheduled for September 1, 2025), the Sheriff's Office will surrender"
        in said
    )
    assert "State charges against the inmate are pending." in said


def test_a_warrant_whose_signer_nobody_knows_is_not_said_to_be_lodged(tmp_path):
    said = " ".join(letter(tmp_path, warrant(signer=None, executing_agency="U.S. Marshals Service"), "us-tx").split())
    assert "has lodged the warrant" not in said


def test_a_request_that_names_nobody_asks_for_no_fingerprints(tmp_path):
    paper = {"id": "PRA-1", "kind": "public_records_request", "issuer": "public", "fields": ["name", "shoe_size"]}
    said = " ".join(letter(tmp_path, paper).split())
    assert "fingerprints" not in said
    assert "named above" not in said
