"""The lines of a pack's `cases.txt`: one case of one rule, read and checked.

At the top stand the day and the place of every case that names none (`on = 2026-11-24`, `in = us-tx`). A line is
`rule | where | act | facts | says`, then any of `until …`, `owes …`, `on …`, `in …`, each in a cell of its own. A fact is
`entity.name=value`; T, F and ? are true, false and unknown; a list is joined with `+`, and `~` in it is a space; `charge:` opens a
charge whose capital names are classes; `$NAME` stands for facts written once. What is not written is unknown. `says` is what the rule
then says of the act: an outcome, `duty`, `nothing` or `unknown`. `until` is a time with its offset, or `unknown`. `owes` is one duty
(`owes give_copy_to_person; before the hold begins; if hold; blocks hold`: its deadline, the act that makes it due, the act that waits
for it), or `nothing`. `settled` is what the rule says where counsel settles its question of law
so that it applies. A line that begins with `#` says why.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from habeas.law.model.case import Case, ChargeRecord
from habeas.law.model.expressions import WrongRuleError
from habeas.law.model.facts import FACTS, FactKind
from habeas.offenses.finding import ClassFinding

UNTIL, OWES, SETTLED, ON, IN = "until", "owes", "settled", "on", "in"
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class OwnCase:
    """One line: the rule, where the case lies, the act, the facts as written, what the rule says, and on which day in which place."""

    rule: str
    where: str
    act: str
    facts: str
    says: str
    on: date
    place: str
    until: str | None = None
    """When the act must end, as a time with its offset or `unknown`; None where the case does not speak of it."""
    settled: str | None = None
    """What the rule says where its questions of law are settled so that it applies; None where the case does not speak of it."""
    owes: tuple[str, ...] | None = None
    """Each duty that is owed, in the words of a line; None where the case does not speak of them."""


def read_lines(text: str, name: str) -> Iterator[OwnCase]:
    """Each case in the text of a `cases.txt`. Raises WrongRuleError, with `name` and the line's number, for one that is none."""
    set_at_top: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            if "|" in line:
                yield _case(line, set_at_top)
            else:
                key, value = _setting(line)
                set_at_top[key] = value
        except (LookupError, ValueError) as fault:
            raise WrongRuleError(f"{name}, line {number} is no case: {fault}") from None


def _setting(line: str) -> tuple[str, str]:
    key, equals, value = (part.strip() for part in line.partition("="))
    if not equals or not (key in {ON, IN} or key.startswith("$")):
        raise ValueError("write `on = DAY`, `in = PLACE`, `$NAME = facts`, or a line with its cells")
    return key, value


def _case(line: str, at_top: Mapping[str, str]) -> OwnCase:
    rule, where, act, facts, says, *more = (cell.strip() for cell in line.split("|"))
    told = [tuple(cell.partition(" ")[::2]) for cell in more]
    strange = [key for key, _ in told if key not in {UNTIL, OWES, SETTLED, ON, IN}]
    once = {key: value for key, value in told if key != OWES}
    if strange or len(once) != sum(key != OWES for key, _ in told):
        raise ValueError(f"a cell is strange or stands twice ({', '.join(strange) or 'twice'})")
    said = {key: at_top[key] for key in (ON, IN) if key in at_top} | once
    if ON not in said or IN not in said:
        raise ValueError("it says neither in the line nor at the top on which day and in which place it is asked")
    written = " ".join(at_top.get(part, part) for part in facts.split())
    owes = tuple(value for key, value in told if key == OWES)
    on, until, settled = date.fromisoformat(said[ON]), said.get(UNTIL), said.get(SETTLED)
    return OwnCase(rule, where, act, written, says, on, said[IN], until, settled, owes or None)


def read_case(facts: str, on: date, place: str) -> Case:
    """The facts of a line as a case on a day in a place; what is not written is unknown."""
    own, *charges = re.split(r"\bcharge:", facts)
    entities: dict[str, dict[str, Any]] = {"request": {}, "person": {}, "custody": {}, "agency": {}}
    for part in own.split():
        key, _, text = part.partition("=")
        entity, _, name = key.partition(".")
        entities[entity][name] = _value(FACTS[key].kind, text)
    read = tuple(_charge(text) for text in charges)
    known = bool(charges)
    request, person, custody, agency = entities.values()
    return Case("case", place, on, request, person, custody, agency, read, known, known or None)


def _charge(text: str) -> ChargeRecord:
    pairs = [part.split("=") for part in text.split()]
    facts = {key: _value(FACTS[f"charge.{key}"].kind, value) for key, value in pairs if not key.isupper()}
    classes = {key.lower(): ClassFinding(_truth(value), "said by the case") for key, value in pairs if key.isupper()}
    return ChargeRecord(facts, classes, "a charge")


def _value(kind: FactKind, text: str) -> Any:
    if kind is FactKind.FLAG:
        return _truth(text)
    if kind is FactKind.DATE:
        return date.fromisoformat(text)
    if kind is FactKind.TIME:
        return datetime.fromisoformat(text)
    if kind is FactKind.NUMBER:
        return float(text)
    return frozenset(filter(None, text.replace("~", " ").split("+"))) if kind is FactKind.CODES else text


def _truth(text: str) -> bool | None:
    return {"T": True, "F": False, "?": None}[text]
