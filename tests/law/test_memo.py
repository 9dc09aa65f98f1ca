"""A class decided by the memo is decided as each person would be alone."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.law.engine.decide import decide
from habeas.law.engine.decision_cache import Memo
from habeas.law.model.case import Case, ChargeRecord
from habeas.law.model.vocabulary import Act
from habeas.offenses.classify import ChargeFacts, classify
from habeas.offenses.reading import read_statute
from habeas.requests.request import read_request

TRUTHS = st.sampled_from([True, False, None])
REQUESTS = [
    {
        "kind": "list_request",
        "issuer": "doj",
        "purpose": "removals",
        "fields": ["name", "citizenship", "charges", "release_date"],
    },
    {"kind": "list_request", "issuer": "doj", "fields": ["name", "home_address"]},
    {"kind": "detainer", "issuer": "ice", "basis": "civil", "attachments": ["I-200"], "probable_cause_box": True},
    {
        "kind": "court_order",
        "issuer": "court",
        "signer": "federal_district_judge",
        "asks": ["list"],
        "fields": ["name"],
    },
]
STATUTES = ["PC 211", "PC 422", "PC 459.5", "HS 11378", "PC 594(b)(1)", "VEH 23152(a)", "FTA"]


@st.composite
def people(draw, request, place):
    person = {
        name: draw(TRUTHS)
        for name in ("in_requested_class", "minor", "sex_or_arson_registrant", "federal_felony_arrest_warrant")
    }
    person["proof_of_status_given"] = draw(st.sampled_from(["none", "us_citizen", None]))
    charges = []
    for _ in range(draw(st.integers(0, 2))):
        text, grade = draw(st.sampled_from(STATUTES)), draw(st.sampled_from(["felony", "misdemeanor", None]))
        ended = draw(st.sampled_from(["convicted", "pending", "held_to_answer", None]))
        facts = {
            "disposition": ended,
            "disposed_on": draw(st.sampled_from([date(2012, 1, 1), date(2023, 1, 1), None])),
            "grade": grade,
        }
        charges.append(
            ChargeRecord(
                facts, classify(ChargeFacts(read_statute(text), grade=grade), date(2025, 7, 17)), f"{text} {ended}"
            )
        )
    return Case(
        "p",
        place,
        date(2025, 7, 17),
        request,
        person,
        {"release_date_public": draw(TRUTHS), "facility": "county_jail"},
        {"local": draw(TRUTHS)},
        tuple(charges),
        True,
        draw(TRUTHS),
    )


@pytest.mark.parametrize("place", ["us-ca-los-angeles", "us-tx", "us-ca", "us"])
@pytest.mark.parametrize("number", range(len(REQUESTS)))
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_the_memo_decides_as_decide_does(place, number, data):
    request = dict(read_request(REQUESTS[number]).facts)
    acts = (
        frozenset(Act)
        if number == 2
        else frozenset({Act.LIST, Act.NOTIFY, Act.SHARE_STATUS, Act.SHARE_PUBLIC, Act.SHARE_PERSONAL})
    )
    cases = data.draw(st.lists(people(request, place), min_size=1, max_size=6))
    memo = Memo(acts)
    for case in cases:
        assert memo.decide(case).as_data() == decide(case, acts).as_data()
