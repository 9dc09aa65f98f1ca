"""What a record of conviction opens in California: dismissals, waived hearings, federal crimes, forgeries by their value."""

import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.model.vocabulary import Act

NOTIFY, TRANSFER = Act.NOTIFY, Act.TRANSFER


def outcomes(charge, **custody):
    """What a notification and transfer request of ICE comes to for a person whose whole record is `charge`."""
    case = read_case(
        {
            "id": "one",
            "jurisdiction": "us-ca",
            "as_of": "2026-11-10",
            "request": {
                "kind": "notification_request",
                "asks": ["notify", "transfer"],
                "issuer": "ice",
                "signer": "immigration_officer",
                "basis": "civil",
                "identity_match": True,
            },
            "person": {
                "minor": False,
                "sex_or_arson_registrant": False,
                "federal_felony_arrest_warrant": False,
                "proof_of_status_given": "none",
            },
            "custody": {"facility": "county_jail", "release_date_public": False, **custody},
            "charges": [charge],
        }
    )
    found = decide(case).acts
    return tuple(str(found[act].outcome) for act in (NOTIFY, TRANSFER))


ROBBERY = {"statute": "PC 211", "grade": "felony", "disposed_on": "2015-03-02"}


@pytest.mark.parametrize(
    ("how", "what"),
    [
        (None, "unknown"),
        ("before_conviction", "must_not"),
        ("diversion", "must_not"),
        ("after_conviction", "unresolved"),
        ("after_plea", "unresolved"),
    ],
)
def test_a_dismissal_shuts_the_door_only_where_the_record_says_which_one(how, what):
    charge = ROBBERY | {"disposition": "dismissed"} | ({"dismissed_under": how} if how else {})
    assert outcomes(charge) == (what, what)


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("mental health diversion completed, PC 1001.36, no plea", "must_not"),
        ("DISM - MILITARY DIVERSION PC 1001.80", "must_not"),
        ("diverted and dismissed without plea", "must_not"),
        ("robbery", "unknown"),
        ("diversion after plea", "unknown"),
        ("PC 1000 diversion", "unknown"),
        ("deferred entry of judgment, diversion", "unknown"),
        ("diversion revoked; dismissed", "unknown"),
        ("diversionary tactics", "unknown"),
    ],
)
def test_diversion_is_read_from_the_description_of_a_dismissed_charge_unless_it_speaks_of_a_plea(words, what):
    assert outcomes(ROBBERY | {"disposition": "dismissed", "description": words}) == (what, what)
    assert outcomes(ROBBERY | {"disposition": "convicted", "description": words}) != ("must_not", "must_not")


def test_the_one_dismissed_charge_of_a_person_released_because_charges_were_dropped_was_dismissed_before_conviction():
    charge = ROBBERY | {"disposition": "dismissed"}
    assert outcomes(charge, released_because="charges_dropped") == ("must_not", "must_not")
    later = charge | {"dismissed_under": "after_conviction"}
    assert outcomes(later, released_because="charges_dropped") == ("unresolved", "unresolved")


@pytest.mark.parametrize(
    ("by", "what"), [(None, "may"), ("magistrate", "may"), ("waived", "unresolved"), ("indictment", "must_not")]
)
def test_notice_on_a_charge_alone_needs_a_magistrates_finding(by, what):
    charge = ROBBERY | {"disposition": "held_to_answer"} | ({"probable_cause_by": by} if by else {})
    assert outcomes(charge) == (what, "must_not")


@pytest.mark.parametrize(
    ("section", "more", "what"),
    [
        ("21 USC 841(a)(1)", {"grade": "felony"}, "may"),
        ("21 USC 846", {"grade": "felony"}, "may"),
        ("21 USC 841(a)(1)", {}, "unknown"),
        ("21 USC 844", {"grade": "felony"}, "unresolved"),
        ("18 USC 922(g)(1)", {"grade": "felony"}, "may"),
        ("18 USC 2252A", {"grade": "felony"}, "unresolved"),
        ("18 USC 2113(a)", {"grade": "felony"}, "unresolved"),
        ("8 USC 1326", {"grade": "felony"}, "unresolved"),
        ("8 USC 1324(a)(1)(A)(ii)", {"grade": "felony"}, "unresolved"),
    ],
)
def test_a_federal_conviction_opens_the_door_only_where_the_text_is_sure(section, more, what):
    charge = {"statute": section, "disposition": "convicted", "disposed_on": "2018-06-01", "court": "federal"} | more
    assert outcomes(charge) == (what, what)


@pytest.mark.parametrize(
    ("section", "value", "what"),
    [
        ("PC 476", 2000, "may"),
        ("PC 476", 950, "must_not"),
        ("PC 476", None, "unknown"),
        ("PC 470(d)", 2000, "may"),
        ("PC 470(d)", 300, "unknown"),
    ],
)
def test_a_forgery_is_a_wobbler_above_950_dollars_and_a_check_of_less_is_not(section, value, what):
    charge = {"statute": section, "grade": "misdemeanor", "disposition": "convicted", "disposed_on": "2024-06-01"}
    assert outcomes(charge | ({"property_value": value} if value else {})) == (what, what)
