"""Whom proof of citizenship is told follows what the law of the place says: nobody is sent to a call that it forbids."""

import re
from datetime import date

import pytest
from django.urls import reverse

from habeas.desk.doing import by
from habeas.desk.services.cases.cards import duties_of
from habeas.desk.services.decisions.deciding import make
from habeas.law.engine.decide import decide
from habeas.law.engine.proof_told import proof_told_in
from habeas.law.model.case import Case
from habeas.law.model.vocabulary import Act, Outcome, What
from habeas.law.packs import PACKS
from tests.desk.test_core import detainer
from tests.desk.test_findings_stand import settle

OF_PAPER = {
    "kind": "notification_request",
    "asks": ("notify",),
    "issuer": "ice",
    "basis": "civil",
    "signer": "immigration_officer",
}


def proven(place):
    return decide(Case("x", place, date(2026, 12, 1), OF_PAPER, {"proof_of_status_given": "us_citizen"}))


def owed(decision):
    return [each.duty for each in decision.duties if each.duty.what is What.RESOLVE_CITIZENSHIP]


@pytest.mark.parametrize("place", sorted(PACKS))
def test_a_call_is_told_only_where_the_law_of_the_place_requires_it_or_leaves_it_to_the_office(place):
    made = proven(place)
    (due,) = owed(made)
    outcome = made.acts[Act.SHARE_STATUS].outcome
    assert due.says.startswith("Call ICE") is (outcome is Outcome.MUST)
    assert ("only on their word" in due.says) is (outcome is Outcome.MAY)
    assert ("Do not call ICE" in due.says) is (outcome not in {Outcome.MUST, Outcome.MAY})
    assert ("ICE" in due.to) is (outcome is Outcome.MUST)
    assert not re.search(r"\bthem\b", due.says)


@pytest.mark.parametrize(
    ("outcome", "says"),
    [("must", "Call ICE"), ("may", "Ask the watch commander"), ("must_not", "Do not call ICE about it"),
     *((each, "Do not call ICE yet") for each in ("unresolved", "unknown", "silent", ""))],
)  # fmt: skip
def test_each_outcome_has_its_words_also_in_a_decision_stored_before(outcome, says):
    due = {"what": "resolve_citizenship", "to": "ICE", "says": "Call them now.", "deadline": "at once"}
    because = [{"controls": True, "citation": "Ordinance 12"}, {"controls": False, "citation": "8 USC 1373"}]
    told = proof_told_in(due, {"acts": {"share_status": {"outcome": outcome, "because": because}}})
    assert told["says"].replace("The law leaves it to the office whether ICE is told. ", "").startswith(says)
    assert ("Ordinance 12" in told["says"]) is (outcome not in {"must", "may"})
    assert "8 USC 1373" not in told["says"]
    other = due | {"what": "give_copy_to_person"}
    assert proof_told_in(other, {}) is other


@pytest.mark.django_db
def test_after_an_upheld_claim_no_page_of_los_angeles_orders_a_call_to_ice(subject, staff, now, later, as_role):
    asked = detainer(subject, now)
    asked.kind = "notification_request"
    asked.save()
    settle(subject, staff, later)
    page = as_role("clerk").get(reverse("request", args=[asked.number])).content.decode()
    assert "Do not call ICE" in page
    assert "Call them now" not in page
    made = make(asked, [], by(staff["clerk"], later(minutes=20)))
    old = [
        {**each, "says": "Call them now"} if each["what"] == "resolve_citizenship" else each
        for each in made.answer["duties"]
    ]
    assert "Call them now" not in str(duties_of(made.answer | {"duties": old}))
