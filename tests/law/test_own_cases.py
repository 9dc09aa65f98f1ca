"""Every rule we ship says what its own cases say: inside, outside, on the edge, and where a fact is unknown."""

import pytest

from habeas.law.own_cases import PLACES, gaps, own_cases, read_case, says_of, wrong
from habeas.law.packs import PACKS

ROWS = [
    (rule, own) for pack in PACKS.values() for rule in pack.rules for own in own_cases(pack.id) if own.rule == rule.id
]


@pytest.mark.parametrize(("rule", "own"), ROWS, ids=[f"{own.rule}-{own.where}" for _, own in ROWS])
def test_the_rule_says_what_its_case_says(rule, own):
    assert own.where in PLACES
    assert own.act == "duty" or own.act in rule.acts
    assert says_of(rule, own) == own.says


def test_every_rule_has_a_case_inside_outside_on_the_edge_and_unknown():
    assert not list(gaps())


def test_no_case_speaks_of_a_rule_that_is_not_there():
    ids = {rule.id for pack in PACKS.values() for rule in pack.rules}
    strangers = [own.rule for pack in PACKS for own in own_cases(pack) if own.rule not in ids]
    assert not strangers


def test_a_case_that_contradicts_its_rule_would_be_found(monkeypatch):
    from habeas.law import own_cases as module

    monkeypatch.setattr(module, "says_of", lambda rule, own: "may")
    assert list(wrong())


def test_what_a_line_does_not_write_is_unknown():
    case = read_case("request.kind=detainer charge: disposition=convicted SERIOUS=?")
    assert case.value("request", "issuer") is None
    assert case.charges[0].classes["serious"].value is None
    assert read_case("request.kind=detainer").record_complete is None
