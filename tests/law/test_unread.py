"""Before the first day for which a state's text was read its law is unresolved: federal law's leave is no answer on silence."""

from datetime import date, timedelta

import pytest

from habeas.law.engine.case_files import read_case
from habeas.law.engine.decide import decide
from habeas.law.model.provision import Provision, unverified
from habeas.law.model.unread import NOT_READ, not_read_before
from habeas.law.model.vocabulary import Act, Layer
from habeas.law.packs import PACKS

STATES = sorted(place for place in PACKS if place.count("-") == 1)
UNREAD = {place: rule for place in STATES for rule in PACKS[place].provisions if rule.id.endswith(NOT_READ)}
FEDERAL_BEGINS = date(1997, 4, 1)
WHOLE = {"kind": "detainer", "issuer": "ice", "basis": "civil", "signer": "immigration_officer", "attachments": ["I-200"],
         "probable_cause_box": True, "identity_match": True, "names_person": True, "served_on_person": True}  # fmt: skip


def made(place, day, **request):
    row = {
        "id": "c", "jurisdiction": place, "as_of": day.isoformat(), "request": WHOLE | request, "charges": [],
        "person": {"proof_of_status_given": "none"}, "custody": {"facility": "county_jail", "releasable": True},
        "agency": {"agreement_287g": True, "policy": {"reimbursement_agreement": False}},
    }  # fmt: skip
    return decide(read_case(row), list(Act))


def silent_from(place):
    """The first day on which the pack of a state has no rule on holds, None where it has one on every day."""
    day, rules = FEDERAL_BEGINS, [rule for rule in PACKS[place].provisions if Act.HOLD in rule.acts]
    while rules_on := [rule.effective.end for rule in rules if rule.effective.holds_on(day)]:
        if None in rules_on:
            return None
        day = max(end for end in rules_on if end)
    return day


@pytest.mark.parametrize("place", STATES)
def test_a_state_speaks_of_holds_on_each_day_since_the_federal_rules_begin(place):
    assert silent_from(place) is None


@pytest.mark.parametrize("place", sorted(UNREAD))
def test_nothing_is_permitted_on_a_day_whose_state_law_was_not_read(place):
    last = UNREAD[place].effective.end - timedelta(days=1)
    for day in (FEDERAL_BEGINS, last):
        found = {act.value: answer.outcome.value for act, answer in made(place, day).acts.items()}
        assert {found[act] for act in ("hold", "delay_release", "arrest", "notify", "transfer")} == {"unresolved"}
        assert found["share_status"] == "may"


@pytest.mark.parametrize("place", sorted(UNREAD))
def test_the_answer_names_the_day_and_what_would_settle_it(place):
    rule = UNREAD[place]
    first = rule.effective.end
    assert f"before {first:%B} {first.day}, {first.year}" in rule.sentence
    assert f"from before {first:%B} {first.day}, {first.year}" in rule.source.settle
    assert rule.layer is Layer.STATE


@pytest.mark.parametrize("place", sorted(UNREAD))
def test_it_ends_on_the_first_day_that_a_rule_of_the_pack_speaks_of_holds(place):
    others = [rule for rule in PACKS[place].provisions if Act.HOLD in rule.acts and rule is not UNREAD[place]]
    assert UNREAD[place].effective.end == min(rule.effective.start for rule in others)


def test_what_a_county_forbade_then_stays_forbidden():
    assert made("us-il-cook", date(2013, 6, 15)).acts[Act.HOLD].outcome == "must_not"


def test_a_judges_paper_is_answered_on_such_a_day_too():
    answer = made("us-tx", date(2015, 6, 15), attachments=["AO 442"], attached_signer="federal_magistrate_judge")
    assert answer.acts[Act.TRANSFER].outcome != "unresolved"


def test_the_rule_is_built_from_a_day_and_refuses_none():
    source = unverified("Nowhere", "https://example.org", "Read it.")
    made_rule = not_read_before("us-xx", "Nowhere", "2020-02-01", source)
    assert isinstance(made_rule, Provision)
    assert "before February 1, 2020 of holds" in made_rule.sentence
    with pytest.raises(ValueError, match="Invalid isoformat"):
        not_read_before("us-xx", "Nowhere", "soon", source)
