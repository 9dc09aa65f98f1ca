"""Over all its days: where a rule ends, its follower begins on that day; no rule begins under one that is still to end; none contradicts.

For each place and each act (or duty) every day is walked on which some rule begins or ends. What is meant to be otherwise stands in a
table with its reason.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest

from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.provision import DutyRule, Provision
from habeas.law.model.unread import NOT_READ
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs import PACKS

PLACES = (*PACKS, "us-ca-kern", "us-il-cook-chicago", "us-ny")
Rule = Provision | DutyRule

MEANT_GAPS: dict[tuple[str, str], str] = {
    **{
        (
            f"{pack}.gov-7282.5-trust-local",
            "hold",
        ): "Since 2018 the Values Act forbids the hold that the TRUST Act opened: there is "
        "nothing left to ask a county."
        for pack in (
            "us-ca-county",
            *(name for name in PACKS if name.startswith("us-ca-") and name != "us-ca-san-francisco"),
        )
    },
    ("us-va.ch-1028", "agree_287g"): "The act of 2026 names the day on which it ends, and nothing follows it yet.",
}
"""A rule and an act on which nothing of its layer follows it, with the reason."""

MEANT_OVERLAPS = {
    (
        "us-tx.ccp-2.251-other",
        "us-tx.el-cenizo-bare-detainer",
        "hold",
    ): "The one speaks of another authority's detainers from the article's first day, the other of ICE's since the stay.",
    (
        "us-tx.ccp-2.251-other",
        "us-tx.ccp-2.251-hold",
        "hold",
    ): "The one speaks of another authority's detainers from the article's first day, the other of ICE's since the stay.",
    (
        "us-ga.42-4-14-before-2024-query",
        "us-ga.35-1-17-status-2024",
        "query_ice",
    ): "35-1-17 was amended on May 1, 2024, two months before 42-4-14: the one is what nobody may be kept from, "
    "the other what a jail must ask.",
    (
        "us-in.none-found",
        "us-in.sea-76-hold.first-day",
        "hold",
    ): "Both are unresolved: the act's first day is not known, and nothing was found before it.",
    **{
        (
            "us-ny-new-york-city.9-131-h-1-other-federal",
            "us-ny-new-york-city.10-178-c-others",
            act,
        ): "The one speaks of lists of the jails for other federal agencies, the other of the police and of probation."
        for act in ("list", "notify")
    },
    (
        "us-md.hold-before-2026",
        "us-md.5-104-police",
        "hold",
    ): "5-104 is about the lockups of the police, the other about jails.",
    (
        "us-md.hold-before-2026",
        "us-md.5-104-police.first-day",
        "hold",
    ): "5-104 is about the lockups of the police, the other about jails.",
    (
        "us-ca.gov-6254-f",
        "us-ca.gov-7923.610-as-anyone",
        "share_public",
    ): "6254(f) was renumbered in 2023; the rule of 2018 is about another "
    "asker: a federal authority, who may be given what anyone may see.",
}
"""A rule, another of its layer that begins before the first ends, and the act, with the reason."""

MEANT_CONTRADICTIONS: dict[tuple[str, str, str], str] = {
    (
        "us-ga.42-1-11.5-hold",
        "us-ga.42-4-14-consular",
        "hold",
    ): "A consular officer's release is asked of counsel before any hold: the two together are unresolved.",
    (
        "us-dc.5-113.06",
        "us-dc.24-211.07-a-4-B",
        "share_public",
    ): "The first leaves out the very agencies that the second is about, whatever kind of request they make.",
}
"""Two rules of one layer in force on one day of which one may require the act that the other may forbid, with the reason."""


def about(rule: Rule) -> set[str]:
    """The acts that a rule speaks of, or the duties that it lays."""
    return (
        {act.value for act in rule.acts} if isinstance(rule, Provision) else {duty.what.value for duty in rule.duties}
    )


def lines_of(rules: Iterable[Rule]) -> Iterator[tuple[str, list[Rule]]]:
    """Each act or duty with the rules of one layer that speak of it."""
    found: dict[tuple[Layer, str], list[Rule]] = {}
    for rule in rules:
        for act in about(rule):
            found.setdefault((rule.layer, act), []).append(rule)
    yield from ((act, each) for (_, act), each in found.items())


def gaps(rules: Iterable[Rule]) -> set[tuple[str, str]]:
    """Each rule that ends on a day on which no other of its layer on the act begins.

    What was not read before a pack's first day is none: from that day on the pack's text was read, and may be silent on an act.
    """
    return {
        (rule.id, act)
        for act, each in lines_of(rules)
        for rule in each
        if rule.effective.end and all(other.effective.start != rule.effective.end for other in each)
        if not rule.id.endswith(f".{NOT_READ}")
    }


def overlaps(rules: Iterable[Rule]) -> set[tuple[str, str, str]]:
    """Each rule that another of its layer on the act joins before the first has ended."""
    return {
        (rule.id, other.id, act)
        for act, each in lines_of(rules)
        for rule in each
        for other in each
        if rule.effective.end and rule.effective.start < other.effective.start < rule.effective.end
    }


def contradictions(rules: Iterable[Rule]) -> set[tuple[str, str, str]]:
    """Each two rules of one layer on one act that one day could require and forbid it."""
    provisions = [rule for rule in rules if isinstance(rule, Provision)]
    return {
        (one.id, other.id, act)
        for act, each in lines_of(provisions)
        for one, other in combinations(each, 2)
        if _meet(one, other) and {Outcome.MUST, Outcome.MUST_NOT} in (_sides(one, other), _sides(other, one))
    }


def _meet(one: Rule, other: Rule) -> bool:
    later, ends = max(one.effective.start, other.effective.start), (one.effective.end, other.effective.end)
    return all(end is None or later < end for end in ends)


def _sides(one: Provision, other: Provision) -> set[Outcome | None]:
    must = Outcome.MUST in {one.outcome, one.otherwise} and Outcome.MUST
    must_not = Outcome.MUST_NOT in {other.outcome, other.otherwise} and Outcome.MUST_NOT
    return {must or None, must_not or None}


def law_of(place: str) -> tuple[Rule, ...]:
    return tuple(rule for pack in resolve(place).packs for rule in pack.rules)


@pytest.mark.parametrize("place", PLACES)
def test_no_act_is_without_its_law_between_two_days_of_it(place):
    assert gaps(law_of(place)) <= set(MEANT_GAPS)


@pytest.mark.parametrize("place", PLACES)
def test_no_rule_begins_while_one_that_it_follows_still_stands(place):
    assert overlaps(law_of(place)) <= set(MEANT_OVERLAPS)


@pytest.mark.parametrize("place", PLACES)
def test_no_two_rules_of_one_layer_require_and_forbid_an_act_on_one_day(place):
    assert contradictions(law_of(place)) <= set(MEANT_CONTRADICTIONS)


def test_each_exception_is_still_one_and_says_why():
    for table, found in ((MEANT_GAPS, gaps), (MEANT_OVERLAPS, overlaps), (MEANT_CONTRADICTIONS, contradictions)):
        assert set(table) == set().union(*(found(law_of(place)) for place in PLACES))
        assert all(reason.endswith(".") for reason in table.values())


@pytest.mark.parametrize("place", PLACES)
def test_on_each_day_of_change_another_law_stands_than_the_day_before(place):
    found = resolve(place)
    for act in Act:
        for day in found.change_dates(act):
            assert found.rules_on(act, day) != found.rules_on(act, day - timedelta(days=1)), f"{act} on {day}"


def moved(rule_id: str, **days: date) -> list[Rule]:
    """Texas with one rule that begins or ends on another day."""
    return [
        replace(rule, effective=replace(rule.effective, **days)) if rule.id == rule_id else rule
        for rule in PACKS["us-tx"].rules
    ]


def test_a_day_without_law_would_be_found():
    rules = moved("us-tx.ccp-2A.060-notify", start=date(2025, 1, 2))
    assert gaps(rules) == {("us-tx.ccp-2.251-notify", "notify")}


def test_two_intervals_of_one_rule_that_share_a_day_would_be_found():
    rules = moved("us-tx.ccp-2A.060-hold", start=date(2024, 12, 31))
    assert ("us-tx.ccp-2.251-hold", "us-tx.ccp-2A.060-hold", "hold") in overlaps(rules)


def test_a_rule_that_forbids_what_its_neighbor_requires_would_be_found():
    hold = next(rule for rule in PACKS["us-tx"].provisions if rule.id == "us-tx.ccp-2A.060-hold")
    forbids = replace(hold, id="us-tx.forbids", outcome=Outcome.MUST_NOT)
    assert contradictions([hold, forbids]) == {("us-tx.ccp-2A.060-hold", "us-tx.forbids", "hold")}
    earlier = replace(forbids, effective=replace(hold.effective, start=date(2020, 1, 1), end=hold.effective.start))
    assert not contradictions([hold, earlier])
