"""Findings of county counsel in the county's policy file: each settles a point that the law leaves open, for every later case.

```
[[finding]]
id = "prop47-beside-a-strike"
acts = ["notify", "transfer"]
says = "must_not"                     # must, may or must_not
settles = ["us-ca.gov-7282.5-a-6"]    # the rules whose question it settles; or the state whose law is in no pack, like us-pr
kinds = ["detainer"]                  # its reach: kinds, issuers, where, any_charge, as in a rule; all where left out
sentence = "A person with a strike whose only other offense Proposition 47 reduced is not handed over."
reasons = "The bar of 7282.5(a)(6) speaks of the person, not of the offense."
by = "A. Lee, County Counsel"
on = 2026-11-20                       # the day it was signed: in force from then
review_by = 2027-11-20                # the last day it counts, unless counsel signs it anew
```
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import msgspec

from habeas.common.errors import BadInputError
from habeas.law.engine.evaluate import years_later
from habeas.law.engine.jurisdictions import Jurisdiction, resolve
from habeas.law.model import expressions as x
from habeas.law.model.provision import Interval, Provision, secondary
from habeas.law.model.vocabulary import Act, Layer, Outcome
from habeas.law.packs import asks_after_local_rules
from habeas.law.packs.us.floors import FLOOR_IDS

LONGEST_YEARS = 2
"""How long a finding may stand before counsel looks at it again."""
_WHY = "County counsel found so for every request within its reach."


class FindingRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One finding of a policy file."""

    id: str
    acts: list[str]
    says: str
    settles: list[str]
    sentence: str
    reasons: str
    by: str
    on: date
    review_by: date
    kinds: list[str] = []
    issuers: list[str] = []
    where: list[str] = []
    any_charge: list[str] = []


@dataclass(frozen=True, slots=True)
class _Named:
    """What a finding settles: the rules of law that leave something open, and whether the state's law is missing."""

    rules: tuple[Provision, ...]
    fills: bool


def finding_of(row: FindingRow, when: x.Expression, place: str, file: str, address: str) -> Provision:
    """The finding as a rule that stands in the place of what it settles, in that layer.

    Raises BadInputError that names the finding: for a rule that is not of the place or leaves nothing open, an act of none of them, a
    floor of federal law or a court's process that it would open, no signer, no reasons, or a review day that is none.
    """
    where = f'{file}, finding "{row.id}"'
    named = _named(row, resolve(place), where)
    _check(row, named, where)
    day = f"{row.on:%B} {row.on.day}, {row.on.year}"
    until = {each.until for each in named.rules if each.until is not None}
    return Provision(
        id=f"{place}.finding.{row.id}",
        acts=tuple(Act(act) for act in row.acts),
        outcome=Outcome(row.says),
        when=when,
        until=until.pop() if len(until) == 1 else None,
        duties=tuple(dict.fromkeys(duty for each in named.rules for duty in each.duties)),
        sentence=row.sentence,
        source=replace(
            secondary(f"Finding of {row.by}, {day}", address, f"To be reviewed by {row.review_by.isoformat()}."),
            words=row.reasons.strip(),
        ),
        effective=Interval(row.on, row.review_by + timedelta(days=1)),
        layer=min((each.layer for each in named.rules), default=Layer.STATE),
        reaches_everyone=_WHY,
        answers=tuple(row.settles),
    )


def _named(row: FindingRow, place: Jurisdiction, where: str) -> _Named:
    rules = {rule.id: rule for pack in place.packs for rule in pack.provisions if not rule.answers}
    strange = [each for each in row.settles if each not in rules and each not in place.states_without_pack]
    if strange or not row.settles:
        what = f'"{strange[0]}" is no rule of {place.place.id}' if strange else "it settles nothing"
        missing = f", or {' '.join(place.states_without_pack)}" if place.states_without_pack else ""
        raise BadInputError(f"{where}: {what}; name rules that `habeas law show` prints{missing}.")
    return _Named(
        tuple(rules[each] for each in row.settles if each in rules),
        any(each in place.states_without_pack for each in row.settles),
    )


def _check(row: FindingRow, named: _Named, where: str) -> None:
    acts = {act.value for rule in named.rules for act in rule.acts}
    floors = [each for each in named.rules if each.id in FLOOR_IDS or each.layer is Layer.COURT_ORDER]
    problems = {
        "it names nobody who signed it (by)": not row.by.strip(),
        "it gives no reasons": not row.reasons.strip(),
        "its review day (review_by) is after the day it was signed and within two years of it": not (
            row.on < row.review_by <= years_later(row.on, LONGEST_YEARS)
        ),
        f"none of the rules it names speaks of {', '.join(sorted(set(row.acts) - acts))}": not named.fills
        and not set(row.acts) <= acts,
        "a floor of federal law and a court's own process are opened by no finding; it may say must_not": bool(floors)
        and row.says != "must_not",
    }
    for problem, is_so in problems.items():
        if is_so:
            raise BadInputError(f"{where}: {problem}.")
    unread = {rule.id for rule in named.rules if asks_after_local_rules(rule)}
    if unread and (
        row.says != "may" or len(row.settles) > 1 or row.kinds or row.issuers or row.where or row.any_charge
    ):
        raise BadInputError(
            f"{where}: {min(unread)} is settled by a finding that says may, of every request: no local rule forbids it. "
            "Write a rule that does forbid something as [[rule]]."
        )
    firm = [] if len(named.rules) > 1 or unread else [each for each in named.rules if not leaves_open(each)]
    if firm:
        raise BadInputError(
            f"{where}: {firm[0].id} ({firm[0].source.citation}) leaves nothing open that counsel could settle."
        )


def leaves_open(rule: Provision) -> bool:
    """Whether a rule alone can leave a question of law: it is unresolved, or asks counsel one."""
    parts = [part for condition in (rule.when, rule.unless) for part in condition.walk()]
    return Outcome.UNRESOLVED in {rule.outcome, rule.otherwise} or any(isinstance(each, x.AskCounsel) for each in parts)
