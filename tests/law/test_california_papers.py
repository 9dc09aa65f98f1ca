"""Papers in California: interviews without the consent form, a judge's warrant with a detainer, arrests in courthouses."""

import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.model.vocabulary import Act

ROBBERY = {"statute": "PC 211", "grade": "felony", "disposition": "convicted", "disposed_on": "2012-03-02"}
DETAINER = {
    "kind": "detainer",
    "signer": "immigration_officer",
    "basis": "civil",
    "attachments": ["I-200"],
    "probable_cause_box": True,
}


def outcome(act, request, *, place="us-ca", person=None, custody=None):
    """What `act` comes to on the `request`, for a person who was convicted of robbery in 2012."""
    case = read_case(
        {
            "id": "one",
            "jurisdiction": place,
            "as_of": "2026-11-10",
            "request": {"issuer": "ice", "identity_match": True, **request},
            "person": {
                "minor": False,
                "sex_or_arson_registrant": False,
                "proof_of_status_given": "none",
                **(person or {}),
            },
            "custody": {"facility": "county_jail", "releasable": True, "release_date_public": False, **(custody or {})},
            "charges": [ROBBERY],
        }
    )
    return str(decide(case).acts[act].outcome)


@pytest.mark.parametrize("issuer", ["ice", "cbp", "doj", "fbi", "usms", "other"])
def test_no_authority_interviews_on_civil_immigration_matters_without_the_consent_form(issuer):
    asked = {"kind": "interview_request", "issuer": issuer, "basis": "civil", "purpose": "civil immigration removal"}
    assert outcome(Act.INTERVIEW, asked, person={"written_consent": False}) == "must_not"
    assert outcome(Act.INTERVIEW, asked, person={"written_consent": True}) == "may"


@pytest.mark.parametrize("issuer", ["ice", "fbi"])
def test_an_interview_about_an_immigration_crime_waits_for_counsel_and_for_no_form(issuer):
    asked = {"kind": "interview_request", "issuer": issuer, "basis": "criminal_immigration"}
    assert outcome(Act.INTERVIEW, asked, person={"written_consent": False}) == "unresolved"


def test_in_los_angeles_a_detainer_with_a_judges_warrant_for_another_crime_is_asked_about():
    with_warrant = DETAINER | {
        "attachments": ["I-200", "AO 442"],
        "attached_signer": "federal_magistrate_judge",
        "attached_cancelled": False,
    }
    assert outcome(Act.NOTIFY, with_warrant, place="us-ca-los-angeles") == "unresolved"
    assert outcome(Act.NOTIFY, DETAINER, place="us-ca-los-angeles") == "must_not"


def test_in_a_courthouse_nobody_is_arrested_on_a_civil_warrant_and_a_hand_over_is_asked_about():
    at_court = {"facility": "court"}
    assert outcome(Act.ARREST, DETAINER, custody=at_court) == "must_not"
    assert outcome(Act.TRANSFER, DETAINER, custody=at_court) == "unresolved"
    assert outcome(Act.TRANSFER, DETAINER) == "may"


@pytest.mark.parametrize(("act", "what"), [(Act.TRANSFER, "unresolved"), (Act.NOTIFY, "may")])
def test_marin_is_said_to_hand_nobody_over_and_to_give_notice_of_serious_convictions(act, what):
    assert outcome(act, DETAINER, place="us-ca-marin") == what
