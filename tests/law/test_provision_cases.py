"""Every provision we ship says what its own cases say: inside, outside, on the edge, and where a fact is unknown."""

from collections import Counter
from typing import Any

import pytest

from habeas.law.case import Case
from habeas.law.evaluate import evaluate
from habeas.law.facts import FACTS, Kind
from habeas.law.packs import PACKS
from tests.law.provision_cases import CASES
from tests.law.tables import case, charge

RULES = {rule.id: rule for pack in PACKS.values() for rule in pack.provisions}
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in CASES.strip().splitlines()]
NEVER_UNKNOWN = {
    "us-ca.gov-7923.610",
    "us-ca.gov-6254-f",
    "us-ca.gov-7923.610-as-anyone",
    "us-tx.gov-552.108-c",
    "us-tx.gov-552.108-c-as-anyone",
}
"""Rules that rest on the kind of request alone, which is never unknown."""


def read(facts: str) -> Case:
    own, _, of_charge = facts.partition("charge:")
    given: dict[str, Any] = {}
    for part in own.split():
        key, _, text = part.partition("=")
        entity, _, name = key.partition(".")
        given[f"{entity}_{name}"] = value(FACTS[key].kind, text)
    charges = [charge(dict(part.split("=") for part in of_charge.split()))] if of_charge.strip() else None
    return case(charges=charges, **given)


def value(kind: Kind, text: str) -> Any:
    if kind is Kind.FLAG:
        return {"T": True, "F": False}[text]
    return frozenset(filter(None, text.split("+"))) if kind is Kind.CODES else text


def says(rule: Any, given: Case, act: str) -> str:
    applies = evaluate(rule.when, given, act=act)
    if applies is False:
        return "nothing"
    excepted = evaluate(rule.unless, given, act=act)
    if applies is None or excepted is None:
        return "unknown"
    found = rule.otherwise if excepted else rule.outcome
    return found.value if found else "nothing"


@pytest.mark.parametrize(("name", "where", "act", "facts", "wanted"), ROWS, ids=[f"{row[0]}-{row[1]}" for row in ROWS])
def test_the_rule_says_what_its_case_says(name, where, act, facts, wanted):
    assert act in RULES[name].acts
    assert says(RULES[name], read(facts), act) == wanted


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_case_inside_outside_and_unknown(name):
    have = Counter(row[1] for row in ROWS if row[0] == name)
    needed = {"inside", "outside"} | (set() if name in NEVER_UNKNOWN else {"unknown"})
    assert needed <= set(have), f"add to tests/law/provision_cases.py for {name}: {sorted(needed - set(have))}"


DUTIES = {rule.id: rule for pack in PACKS.values() for rule in pack.duty_rules}
ASKS = "request.kind=detainer request.asks=hold+notify+transfer"
DUTY_ROWS = [
    ("us-ca.gov-7283.1-b", f"{ASKS} request.issuer=ice", True),
    ("us-ca.gov-7283.1-b", f"{ASKS} request.issuer=cbp", False),
    ("us-ca.gov-7283.1-b", "request.kind=judicial_warrant request.issuer=ice request.asks=transfer", False),
    ("us-ca.gov-7283.1-b", ASKS, None),
    ("us-ca.gov-7283.1-b-other", f"{ASKS} request.issuer=cbp", None),
    ("us-ca.gov-7283.1-b-other", f"{ASKS} request.issuer=ice", False),
    ("us-ca.gov-7284.10-duties", f"{ASKS} request.issuer=ice custody.facility=state_prison", True),
    ("us-ca.gov-7284.10-duties", f"{ASKS} request.issuer=ice custody.facility=county_jail", False),
    ("us-ca.gov-7284.10-duties", f"{ASKS} request.issuer=ice", None),
]


@pytest.mark.parametrize(("name", "facts", "wanted"), DUTY_ROWS)
def test_a_duty_arises_where_its_case_says(name, facts, wanted):
    assert evaluate(DUTIES[name].when, read(facts)) is wanted


def test_every_duty_rule_has_cases():
    assert {row[0] for row in DUTY_ROWS} == set(DUTIES)
