"""An immigration warrant that does not stand opens nothing, and nobody whom the state still holds is handed over on a civil paper."""

from dataclasses import replace
from datetime import date

import pytest

from habeas.law.engine.decide import decide
from habeas.law.model.case import Case, ChargeRecord
from habeas.law.model.vocabulary import Act, Outcome
from habeas.requests.request import read_request

OPENS = {Outcome.MUST, Outcome.MAY}
PLACES = ("us", "us-tx", "us-ok", "us-fl", "us-la", "us-id", "us-nc", "us-ga", "us-ia", "us-in")
FALLEN = (
    {"attached_signer": "none"},
    {"attached_signer": "prosecutor"},
    {"attached_signer": "state_judge"},
    {"attached_cancelled": True},
)
CIVIL = ("detainer", "transfer_request", "administrative_warrant")


def case(place: str, kind: str = "detainer", **changes) -> Case:
    """A whole civil paper, with its warrant, for somebody whom the state has released."""
    whole = {
        "kind": kind, "issuer": "ice", "basis": "civil", "form": "I-247A", "signer": "immigration_officer", "in_writing": True,
        "attachments": ["I-200"], "probable_cause_box": True, "identity_match": True, "names_person": True,
        "asks": ["hold", "notify", "transfer"],
    }  # fmt: skip
    person = {"proof_of_status_given": "none", "minor": False}
    custody = {"facility": "county_jail", "releasable": True}
    facts = dict(read_request(whole | changes).facts)
    charged = (ChargeRecord({"disposition": "pending"}),)
    return Case("p1", place, date(2026, 11, 24), facts, person, custody, {"agreement_287g": False}, charged, True, True)


@pytest.mark.parametrize("place", PLACES)
def test_a_warrant_unsigned_of_another_or_recalled_holds_and_hands_over_nobody(place):
    for fallen in FALLEN:
        made = decide(case(place, **fallen)).acts
        assert made[Act.HOLD].outcome not in OPENS, fallen
        assert made[Act.TRANSFER].outcome not in OPENS, fallen


@pytest.mark.parametrize("signer", [None, "immigration_officer"])
@pytest.mark.parametrize("place", PLACES)
def test_a_warrant_that_stands_opens_the_hold_as_before(place, signer):
    assert decide(case(place, attached_signer=signer)).acts[Act.HOLD].outcome in OPENS


@pytest.mark.parametrize("kind", CIVIL)
@pytest.mark.parametrize("place", PLACES)
def test_nobody_whom_the_state_still_holds_is_firmly_handed_over_on_a_civil_paper(place, kind):
    released = case(place, kind)
    held = replace(released, custody={**released.custody, "releasable": False})
    assert decide(held).acts[Act.TRANSFER].outcome not in OPENS
