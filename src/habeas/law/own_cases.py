"""The cases each pack ships for its own rules (`cases.txt` beside them): inside, outside, on the edge, and where a fact is unknown.

A line is `rule | where | act | facts | says`. A fact is `entity.name=value`; T, F and ? are true, false and unknown; a list is joined
with `+`, and `~` in it is a space; `charge:` opens a charge whose capital names are classes; `$NAME` stands for facts written once at
the top of the file. What is not written is unknown. `says` is what the rule then says of the act: an outcome, `duty`, `nothing` or
`unknown`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from habeas.law import expressions as x
from habeas.law.case import Case, ChargeRecord
from habeas.law.evaluate import evaluate
from habeas.law.facts import FACTS, Fact, Kind
from habeas.law.packs import PACKS, UNREAD_LOCAL, folder_of
from habeas.law.provision import DutyRule, Provision
from habeas.offenses.finding import Finding

PLACES = ("inside", "outside", "edge", "unknown")
AS_OF = date(2026, 11, 24)
"""The day the cases are looked at: look-backs in them are written against it."""


@dataclass(frozen=True, slots=True)
class OwnCase:
    """One line: the rule, where the case lies, the act, the facts as written, and what the rule says."""

    rule: str
    where: str
    act: str
    facts: str
    says: str


@cache
def own_cases(pack: str) -> tuple[OwnCase, ...]:
    """The cases of the pack called `pack`, none where it has none."""
    folder = folder_of(pack)
    file = folder / "cases.txt" if folder else None
    if file is None or not file.is_file():
        return ()
    lines = file.read_text(encoding="utf-8").splitlines()
    macros = {name: facts for line in lines if line.startswith("$") for name, facts in [_macro(line)]}
    return tuple(_own_case(line, macros) for line in lines if "|" in line)


def says_of(rule: Provision | DutyRule, own: OwnCase) -> str:
    """What `rule` says in the case, by the reference evaluator."""
    case = read_case(own.facts)
    act = "" if own.act == "duty" else own.act
    applies = evaluate(rule.when, case, act=act)
    if applies is not True:
        return "nothing" if applies is False else "unknown"
    if isinstance(rule, DutyRule):
        return "duty"
    excepted = evaluate(rule.unless, case, act=act)
    if excepted is None:
        return "unknown"
    found = rule.otherwise if excepted else rule.outcome
    return found.value if found else "nothing"


def gaps() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each rule that lacks a case somewhere, with where."""
    for pack in (*PACKS.values(), *UNREAD_LOCAL.values()):
        for rule in pack.rules:
            have = {own.where for own in own_cases(pack.id) if own.rule == rule.id}
            missing = tuple(where for where in _needed(rule) if where not in have)
            if missing:
                yield rule.id, missing


def _needed(rule: Provision | DutyRule) -> tuple[str, ...]:
    """Where a rule needs cases: one on the kind of request alone has no edge, and none on it and on the record is ever unknown."""
    condition = rule.when if isinstance(rule, DutyRule) else rule.when | rule.unless
    if _facts(condition, through=True) <= {"request.kind"}:
        return ("inside", "outside")
    return PLACES if _facts(condition, through=False) - {"request.kind"} else PLACES[:3]


def _facts(e: x.Expression, *, through: bool) -> set[str]:
    """The facts a condition rests on; what is on record is looked `through`, or left out since it is never unknown."""
    if isinstance(e, x.OnRecord) and not through:
        return set()
    fact = getattr(e, "fact", None)
    own = {e.name} if isinstance(e, x.ClassIs) else {fact.key} if isinstance(fact, Fact) else set()
    own |= {"request.asks"} if isinstance(e, x.Asked) else set()
    return own.union(*(_facts(part, through=through) for part in e.parts()))


def wrong() -> Iterator[tuple[OwnCase, str]]:
    """Each case whose rule says something else than the case, with what it says."""
    for pack in (*PACKS.values(), *UNREAD_LOCAL.values()):
        rules = {rule.id: rule for rule in pack.rules}
        for own in own_cases(pack.id):
            said = says_of(rules[own.rule], own)
            if said != own.says:
                yield own, said


def read_case(facts: str) -> Case:
    """The facts of a line as a case; what is not written is unknown."""
    own, *charges = re.split(r"\bcharge:", facts)
    entities: dict[str, dict[str, Any]] = {"request": {}, "person": {}, "custody": {}, "agency": {}}
    for part in own.split():
        key, _, text = part.partition("=")
        entity, _, name = key.partition(".")
        entities[entity][name] = _value(FACTS[key].kind, text)
    read = tuple(_charge(text) for text in charges)
    known = bool(charges)
    request, person, custody, agency = entities.values()
    return Case("case", "us", AS_OF, request, person, custody, agency, read, known, known or None)


def _charge(text: str) -> ChargeRecord:
    pairs = [part.split("=") for part in text.split()]
    facts = {key: _value(FACTS[f"charge.{key}"].kind, value) for key, value in pairs if not key.isupper()}
    classes = {key.lower(): Finding(_truth(value), "said by the case") for key, value in pairs if key.isupper()}
    return ChargeRecord(facts, classes, "a charge")


def _value(kind: Kind, text: str) -> Any:
    if kind is Kind.FLAG:
        return _truth(text)
    if kind is Kind.DATE:
        return date.fromisoformat(text)
    return frozenset(filter(None, text.replace("~", " ").split("+"))) if kind is Kind.CODES else text


def _truth(text: str) -> bool | None:
    return {"T": True, "F": False, "?": None}[text]


def _macro(line: str) -> tuple[str, str]:
    name, _, facts = line.partition("=")
    return name.strip(), facts.strip()


def _own_case(line: str, macros: dict[str, str]) -> OwnCase:
    rule, where, act, facts, said = (cell.strip() for cell in line.split("|"))
    written = " ".join(macros.get(part, part) for part in facts.split())
    return OwnCase(rule, where, act, written, said)
