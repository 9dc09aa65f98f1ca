"""Every rule we ship says what its own cases say: inside, outside, on the edge, where a fact is unknown; until when, and what is owed."""

from dataclasses import replace
from datetime import date

import pytest

from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.ends import PlusHours, at
from habeas.law.model.vocabulary import Act, Outcome
from habeas.law.packs import PACKS, UNREAD_LOCAL
from habeas.law.review import pack_cases as module
from habeas.law.review.pack_cases import PLACES, gaps, owed_by, own_cases, says_of, until_of, wrong

EVERY = (*PACKS.values(), *UNREAD_LOCAL.values())
ROWS = [(rule, own) for pack in EVERY for rule in pack.rules for own in own_cases(pack.id) if own.rule == rule.id]
NAMES = [f"{own.rule}-{own.where}" for _, own in ROWS]
TEXAS_HOLD = next(
    row for row in ROWS if row[1].rule == "us-tx.ccp-2A.060-hold" and row[1].until not in {None, "nothing"}
)


@pytest.mark.parametrize(("rule", "own"), ROWS, ids=NAMES)
def test_the_rule_says_what_its_case_says(rule, own):
    assert own.where in PLACES
    assert own.act == "duty" or own.act in rule.acts
    assert says_of(rule, own) == own.says


@pytest.mark.parametrize(("rule", "own"), ROWS, ids=NAMES)
def test_a_case_is_asked_on_a_day_of_its_rule_in_a_place_under_its_law(rule, own):
    assert rule.effective.holds_on(own.on)
    assert rule.id in {each.id for pack in resolve(own.place).packs for each in pack.rules} or own.place == "us"


@pytest.mark.parametrize(
    ("rule", "own"), [row for row in ROWS if row[1].until], ids=lambda each: getattr(each, "rule", "")
)
def test_the_rule_ends_when_its_case_says(rule, own):
    assert until_of(rule, own) == own.until


@pytest.mark.parametrize(
    ("rule", "own"), [row for row in ROWS if row[1].owes], ids=lambda each: getattr(each, "rule", "")
)
def test_the_rule_lays_the_duties_that_its_case_says(rule, own):
    assert sorted(owed_by(rule, own)) == sorted(own.owes)


def test_every_rule_has_a_case_inside_outside_on_the_edge_and_unknown_and_tells_its_end_and_its_duties():
    assert not list(gaps())


@pytest.mark.parametrize(
    "rule",
    [rule for pack in EVERY for rule in pack.rules if rule.duties or getattr(rule, "until", None)],
    ids=lambda rule: rule.id,
)
def test_a_rule_with_an_end_or_duties_lacks_a_case_when_none_tells_them(rule, monkeypatch):
    pack = next(pack for pack in EVERY if rule in pack.rules)
    quiet = tuple(replace(own, until=None, owes=None) for own in own_cases(pack.id))
    monkeypatch.setattr(module, "own_cases", lambda name: quiet)
    lacks = dict(gaps())[rule.id]
    assert ("until" in lacks) == bool(getattr(rule, "until", None))
    assert ("owes" in lacks) == bool(rule.duties)


def test_an_edge_is_another_case_than_the_outside():
    outside = {(own.rule, own.act, own.facts, own.on) for _, own in ROWS if own.where == "outside"}
    assert not [
        own.rule for _, own in ROWS if own.where == "edge" and (own.rule, own.act, own.facts, own.on) in outside
    ]


def test_no_case_speaks_of_a_rule_that_is_not_there():
    ids = {rule.id for pack in EVERY for rule in pack.rules}
    assert not [own.rule for pack in EVERY for own in own_cases(pack.id) if own.rule not in ids]


def test_no_case_of_ours_is_wrong():
    assert not list(wrong())


def test_a_case_that_contradicts_its_rule_would_be_found(monkeypatch):
    monkeypatch.setattr(module, "says_of", lambda rule, own: "may")
    assert list(wrong())


@pytest.mark.parametrize(("change", "said"), [
    ({"until": PlusHours(at("custody.release_at"), 96)}, "until 2026-11-24T22:00-06:00"),
    ({"duties": ()}, "owes nothing"),
    ({"effective": replace(TEXAS_HOLD[0].effective, start=date(2027, 1, 1))}, "not in force on 2026-11-24"),
])  # fmt: skip
def test_another_end_another_duty_or_another_first_day_would_be_found(change, said):
    rule, own = TEXAS_HOLD
    assert list(module.differs(replace(rule, **change), own)) == [said]


def test_a_rule_that_only_asks_says_in_its_case_what_it_would_say_once_counsel_settled_it():
    rule, own = next(row for row in ROWS if row[1].settled and row[1].rule == "us.names-nobody-notice")
    assert (says_of(rule, own), own.settled) == ("unknown", "must_not")
    assert list(module.differs(replace(rule, outcome=Outcome.MAY, reaches_everyone="tried"), own)) == ["settled may"]


def test_a_duty_that_hangs_on_an_act_is_owed_only_where_the_act_may_be_done():
    rule = next(rule for rule in PACKS["us-ca"].rules if rule.id == "us-ca.gov-7284.6-a-4")
    told = {
        own.says: owed_by(rule, own) for own in own_cases("us-ca") if own.rule == rule.id and own.act == Act.TRANSFER
    }
    assert told["may"] == ("report_transfer; yearly; if transfer",)
    assert told["must_not"] == ("nothing",)
