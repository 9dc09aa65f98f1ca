"""A county's own policy as a file (TOML): it chooses within what the law leaves open, and is refused where it does not.

```
[policy]
place = "us-ca-kern"                # the county whose jail it is
title = "Kern County Sheriff, policy 4.12"
address = "https://example.org/policy-4-12"

[[rule]]
id = "no-notice"
acts = ["notify"]                   # the acts of docs/words.md
says = "must_not"                   # must, may or must_not
kinds = ["detainer", "notification_request"]   # the requests it speaks of; all where left out
issuers = ["ice", "cbp"]            # the senders it speaks of; all where left out
where = ["not person.minor"]        # conditions of record, all of which hold (habeas.law.review.conditions)
any_charge = ["serious", "disposition is convicted"]   # and one charge of the record of which all of this holds
only_where_open = true              # speak only where the law above leaves the choice
sentence = "The jail gives no notice of release to immigration authorities."
citation = "Policy 4.12(b)"
from = 2025-02-01                   # and, where it ended, to = ...
```

Beside its rules it may hold findings of county counsel (habeas.law.review.findings).
"""

import re
from datetime import date
from functools import reduce
from pathlib import Path

import msgspec

from habeas.common.errors import BadInputError
from habeas.common.tomlfiles import load_toml
from habeas.law.engine.combine import outcome_of
from habeas.law.engine.decide import standings_of
from habeas.law.engine.evaluate import evaluate
from habeas.law.engine.jurisdictions import POLICY, with_policy
from habeas.law.model import expressions as x
from habeas.law.model.provision import Interval, Pack, Provision, secondary
from habeas.law.model.vocabulary import Act, Layer, Lower, Outcome
from habeas.law.packs import asks_after_local_rules
from habeas.law.packs.us.floors import FLOOR_IDS
from habeas.law.review.conditions import read_conditions
from habeas.law.review.findings import FindingRow, finding_of
from habeas.law.review.situations import situations
from habeas.places.table import is_local
from habeas.requests.vocabulary import ISSUERS, KINDS

_SAYS = {"must": Outcome.MUST, "may": Outcome.MAY, "must_not": Outcome.MUST_NOT}
_OPPOSITE = {Outcome.MUST: (Outcome.MUST_NOT,), Outcome.MAY: (Outcome.MUST_NOT,), Outcome.MUST_NOT: (Outcome.MUST,)}
_WHY = "The county's own policy speaks of every request of its kind."


class PolicyHead(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Whose policy it is."""

    place: str
    title: str
    address: str = "https://example.org/the-policy-is-kept-by-the-county"


class PolicyRule(msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"from_": "from"}):
    """One rule of a policy file."""

    id: str
    acts: list[str]
    says: str
    sentence: str
    citation: str
    from_: date
    to: date | None = None
    kinds: list[str] = []
    issuers: list[str] = []
    where: list[str] = []
    any_charge: list[str] = []
    only_where_open: bool = False


class PolicyFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A whole policy file."""

    policy: PolicyHead
    rule: list[PolicyRule] = []
    finding: list[FindingRow] = []


def load_policy(path: Path, *, seed: int = 7) -> str:
    """Read and check the policy in `path`; returns the place with the policy in force there, as `resolve` reads it.

    Raises BadInputError that names the rule: for what is not written as a policy, and for a rule that forbids what a higher law requires or
    allows what it forbids, with both citations.
    """
    read = _read(path)
    if "@" in read.policy.place or not is_local(read.policy.place):
        raise BadInputError(f'{path.name}: place is "{read.policy.place}"; write the county, like us-ca-kern.')
    if not read.rule and not read.finding:
        raise BadInputError(f"{path.name} holds neither a rule nor a finding.")
    rules = tuple(_provision(rule, read, path) for rule in read.rule)
    findings = tuple(_finding(row, read, path) for row in read.finding)
    try:
        pack = Pack(id=f"{read.policy.place}{POLICY}", title=read.policy.title, provisions=(*rules, *findings))
    except x.WrongRuleError as error:
        raise BadInputError(f"{path.name}: {error}.") from None
    for provision, rule in zip(rules, read.rule, strict=True):
        _check(provision, rule, read.policy.place, path, seed)
    for provision in findings:
        _check_finding(provision, read.policy.place, path, seed)
    return with_policy(read.policy.place, pack)


def _finding(row: FindingRow, read: PolicyFile, path: Path) -> Provision:
    where = f'{path.name}, finding "{row.id}"'
    when = _conditions(row, where)
    try:
        return finding_of(row, when, read.policy.place, path.name, read.policy.address)
    except x.WrongRuleError as error:
        raise BadInputError(f"{where}: {error}.") from None


def _read(path: Path) -> PolicyFile:
    try:
        return msgspec.convert(load_toml(path), PolicyFile, strict=False)
    except msgspec.ValidationError as error:
        raise BadInputError(f"{path.name} is not written as a policy: {error}.") from None


def _provision(rule: PolicyRule, read: PolicyFile, path: Path) -> Provision:
    place = f'{path.name}, rule "{rule.id}"'
    when = _conditions(rule, place)
    try:
        return Provision(
            id=f"{read.policy.place}.policy.{rule.id}",
            acts=tuple(Act(act) for act in rule.acts),
            outcome=_SAYS[rule.says],
            when=when,
            sentence=rule.sentence,
            source=secondary(
                rule.citation, read.policy.address, "The county's own text; Habeas has the file the county wrote."
            ),
            effective=Interval(rule.from_, rule.to),
            layer=Layer.AGENCY,
            reaches_everyone=_WHY,
        )
    except x.WrongRuleError as error:
        raise BadInputError(f"{place}: {error}.") from None


def _known(given: list[str], allowed: set[str], place: str, what: str) -> None:
    strange = sorted(set(given) - allowed)
    if strange:
        raise BadInputError(f'{place}: "{strange[0]}" is no {what}; they are {", ".join(sorted(allowed))}.')


def _conditions(row: PolicyRule | FindingRow, place: str) -> x.Expression:
    """What a rule or finding rests on: the requests it speaks of, and the conditions of record."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", row.id):
        raise BadInputError(f"{place}: an id is written in small letters, digits and hyphens.")
    _known(row.acts, {act.value for act in Act}, place, "act")
    _known(row.kinds, set(KINDS), place, "kind of request")
    _known(row.issuers, set(ISSUERS), place, "issuer")
    if row.says not in _SAYS or not row.acts:
        raise BadInputError(f'{place}: says is "{row.says}"; write must, may or must_not, of at least one act.')
    parts = [x.request.kind.is_(*row.kinds)] if row.kinds else []
    parts += [x.request.issuer.is_(*row.issuers)] if row.issuers else []
    of_record = read_conditions(row.where, row.any_charge, place)
    parts += [of_record] if of_record is not None else []
    return reduce(lambda a, b: a & b, parts) if parts else x.request.kind.is_(*sorted(KINDS))


def _check(provision: Provision, rule: PolicyRule, place: str, path: Path, seed: int) -> None:
    """Try the rule against the law above it, in situations drawn from every fact that law rests on.

    A court's own process and the federal floors are left out: they stand above every policy, and none needs to say so.
    """
    for act in provision.acts:
        for case in situations(provision, act, place, seed):
            if evaluate(provision.when, case, act=act.value) is not True:
                continue
            standings = [each for each in standings_of(case, act) if not _above_policies(each.provision)]
            above = outcome_of(standings)
            clash = above in _OPPOSITE[provision.outcome] and not rule.only_where_open
            barred = _barred(provision, above, [each.provision for each in standings if each.says is Outcome.MAY])
            if clash or barred:
                carry = barred or next(each.provision for each in standings if each.says is above)
                raise BadInputError(_refusal(provision, act, carry, above, path))


def _check_finding(finding: Provision, place: str, path: Path, seed: int) -> None:
    """Refuse a finding that takes a side which a higher rule lets no lower layer take."""
    for act in finding.acts:
        for case in situations(finding, act, place, seed):
            standings = [each for each in standings_of(case, act) if each.provision.layer < finding.layer]
            above = outcome_of(standings)
            barred = _barred(finding, above, [each.provision for each in standings if each.says is Outcome.MAY])
            if barred and evaluate(finding.when, case, act=act.value) is True:
                raise BadInputError(_refusal(finding, act, barred, above, path, "finding"))


def _above_policies(provision: Provision) -> bool:
    """A court's process, a federal floor, or a question that the policy itself answers: after local rules, or where no law was read."""
    outside = provision.layer in {Layer.COURT_ORDER, Layer.NOTHING_READ}
    return outside or provision.id in FLOOR_IDS or asks_after_local_rules(provision)


def _barred(provision: Provision, above: Outcome | None, open_rules: list[Provision]) -> Provision | None:
    """The higher rule that leaves a choice but says that a lower layer may not take this side."""
    side = {Outcome.MUST_NOT: Lower.NO_STRICTER, Outcome.MUST: Lower.NO_LAXER}.get(provision.outcome)
    if above is not Outcome.MAY or side is None:
        return None
    return next((each for each in open_rules if each.lower is side), None)


def _refusal(
    provision: Provision, act: Act, carry: Provision, above: Outcome | None, path: Path, what: str = "rule"
) -> str:
    says = provision.outcome.value.replace("_", " ")
    law = (
        "leaves the choice to the jail and lets no policy take it away"
        if above is Outcome.MAY
        else f"says {str(above).replace('_', ' ')}"
    )
    rule = provision.id.rpartition(".")[2]
    return (
        f'{path.name}, {what} "{rule}" ({provision.source.citation}): it says {says} of {act.value.replace("_", " ")} where '
        f"{carry.source.citation} {law}. A policy chooses only within what the law leaves open: correct the {what}"
        f"{'.' if above is Outcome.MAY else ', or write only_where_open = true.'}"
    )
