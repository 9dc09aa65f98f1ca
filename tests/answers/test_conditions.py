"""What an act waits for stands in its sentence; a warrant is lodged, and takes the person only as state custody ends."""

import pytest

from habeas.answers.conditions import BEFORE
from habeas.law.packs import PACKS
from habeas.requests.request import read_request
from habeas.requests.vocabulary import FIELD_ACTS, FIELD_SYNONYMS
from tests.answers.helpers import ice
from tests.answers.test_letters import SUBJECT, letter, warrant


def blocking():
    for pack in PACKS.values():
        for rule in pack.rules:
            yield from (each.what for each in rule.duties if each.blocks is not None)


def test_every_duty_that_an_act_waits_for_has_its_words():
    found = set(blocking())
    assert found
    assert found <= set(BEFORE)


def test_a_hold_is_promised_only_upon_what_the_law_wants_first(tmp_path):
    paper = ice(SUBJECT, "us-nc") | {"attachments": ["I-200"], "identity_match": True, "signer": "immigration_officer"}
    said = " ".join(letter(tmp_path, paper | {"probable_cause_box": True}, "us-nc").split())
    assert "will hold the above-named inmate" in said
    assert "upon the order of a judicial official" in said
    assert "after a copy of the detainer has been served on the inmate" in said


@pytest.mark.parametrize("facts", [None, {"P1": {"custody": {"releasable": False}}}])
def test_a_warrant_is_lodged_and_takes_the_person_when_state_custody_ends(tmp_path, facts):
    said = " ".join(letter(tmp_path, warrant(executing_agency="U.S. Marshals Service"), "us-tx", facts=facts).split())
    assert "has lodged the warrant as a hold" in said
    assert "when state custody ends (release is scheduled for September 1, 2025)" in said
    assert "State charges against the inmate are pending." in said
    assert "will surrender the inmate to" not in said


def test_a_warrant_whose_signer_nobody_knows_is_not_said_to_be_lodged(tmp_path):
    said = " ".join(letter(tmp_path, warrant(signer=None, executing_agency="U.S. Marshals Service"), "us-tx").split())
    assert "has lodged the warrant" not in said


def test_a_request_that_names_nobody_asks_for_no_fingerprints(tmp_path):
    paper = {"id": "PRA-1", "kind": "public_records_request", "issuer": "public", "fields": ["name", "shoe_size"]}
    said = " ".join(letter(tmp_path, paper).split())
    assert "fingerprints" not in said
    assert "named above" not in said


def test_a_field_is_known_by_the_rosters_own_names_too():
    assert set(FIELD_SYNONYMS.values()) <= set(FIELD_ACTS)
    read = read_request({"kind": "list_request", "fields": ["booking_date", "scheduled_release_on", "dob"]})
    assert read.fields == ("booked_at", "release_date", "date_of_birth")
    assert not read.said
