"""The law as Habeas applies it, as data: each rule with its sentence, condition, source, history and cases, from the tree that decides.

`habeas.law.print` turns this into text, Markdown and HTML; as JSON it is the data itself.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from habeas.law.engine.jurisdictions import resolve, without_policy
from habeas.law.model import expressions as x
from habeas.law.model.ends import says_until
from habeas.law.model.phrases import says
from habeas.law.model.provision import Duty, DutyRule, Pack, Provision, Source
from habeas.law.model.vocabulary import LAYER_WORDS, Act, Lower, Outcome
from habeas.law.review.case_lines import OwnCase
from habeas.law.review.pack_cases import own_cases
from habeas.offenses.lists import ListedOffense, OffenseList, offense_lists

OUTCOME_WORDS: dict[Outcome, str] = {
    Outcome.MUST: "must",
    Outcome.MAY: "may",
    Outcome.MUST_NOT: "must not",
    Outcome.SILENT: "silent",
    Outcome.UNRESOLVED: "unresolved",
    Outcome.UNKNOWN: "unknown",
}
_LOWER_WORDS: dict[Lower, str] = {
    Lower.EITHER: "",
    Lower.NO_STRICTER: "A lower layer may not forbid it.",
    Lower.NO_LAXER: "A lower layer may not require what this forbids.",
}


def place_page(place: str, as_of: date | None) -> dict[str, Any]:
    """Everything that binds `place`, the highest layer first: only what is in force on `as_of`, or with None the whole history."""
    found = resolve(place)
    packs = [_pack(pack, as_of) for pack in found.packs]
    return {
        "place": without_policy(place),
        "as_of": as_of.isoformat() if as_of else None,
        "warnings": list(found.warnings),
        "packs": packs,
        "lists": [_list(each) for each in _lists_of(found.packs, as_of)],
    }


def _pack(pack: Pack, as_of: date | None) -> dict[str, Any]:
    rules = [rule for rule in pack.rules if as_of is None or rule.effective.holds_on(as_of)]
    return {
        "id": pack.id,
        "title": pack.title,
        "sha256": pack.sha256(),
        "rules": [_rule(rule, pack) for rule in rules],
        "watches": [
            {
                "sentence": watch.sentence,
                "citation": watch.citation,
                "address": watch.address,
                "look_again": watch.look_again.isoformat(),
            }
            for watch in pack.watches
            if as_of is None or watch.touches(frozenset(Act), as_of)
        ],
        "notes": [{"sentence": note.sentence, "source": _source(note.source)} for note in pack.notes],
    }


def _rule(rule: Provision | DutyRule, pack: Pack) -> dict[str, Any]:
    start, end = rule.effective.start, rule.effective.end
    common = {
        "id": rule.id,
        "sentence": rule.sentence,
        "layer": LAYER_WORDS[rule.layer],
        "when": tree(rule.when),
        "source": _source(rule.source),
        "from": start.isoformat() if start else None,
        "to": end.isoformat() if end else None,
        "duties": [_duty(duty) for duty in rule.duties],
        "history": list(_history(rule, pack)) if isinstance(rule, Provision) else [],
        "cases": [_own(own) for own in own_cases(pack.id) if own.rule == rule.id],
    }
    return common | (_provision(rule) if isinstance(rule, Provision) else {"acts": [], "outcome": "duty"})


def _own(own: OwnCase) -> dict[str, Any]:
    return {
        "where": own.where,
        "act": own.act,
        "facts": own.facts,
        "says": own.says,
        "until": own.until,
        "owes": list(own.owes or ()),
        "on": own.on.isoformat(),
        "place": own.place,
    }


def _provision(rule: Provision) -> dict[str, Any]:
    excepted = rule.unless != x.NEVER
    return {
        "acts": [act.value for act in rule.acts],
        "outcome": OUTCOME_WORDS[rule.outcome],
        "unless": tree(rule.unless) if excepted else None,
        "otherwise": (OUTCOME_WORDS[rule.otherwise] if rule.otherwise else "this rule says nothing")
        if excepted
        else None,
        "until": says_until(rule.until) if rule.until else None,
        "lower": _LOWER_WORDS[rule.lower],
        "reaches_everyone": rule.reaches_everyone,
    }


def tree(e: x.Expression) -> dict[str, Any]:
    """A condition as nested words: a leaf has none inside it."""
    if isinstance(e, x.Item):
        return {"words": f"{e.name}: {e.words}", "item": e.name, "parts": [tree(e.part)]}
    if e.parts():
        return {"words": _JOINTS.get(type(e), says(e)), "parts": [tree(part) for part in e.parts()]} | _question(e)
    return {"words": says(e), "parts": []}


def _question(e: x.Expression) -> dict[str, Any]:
    return {"words": f"counsel decides: {e.question}", "question": True} if isinstance(e, x.AskCounsel) else {}


_JOINTS: dict[type, str] = {
    x.All: "all of these",
    x.Any_: "at least one of these",
    x.Not: "not this",
    x.OnRecord: "it is on record that",
    x.AnyCharge: "a charge on the whole record, of which all holds",
    x.AnyPresentCharge: "a charge the jail holds the person on, of which all holds",
}


def _source(source: Source) -> dict[str, str | None]:
    return {
        "citation": source.citation,
        "address": source.address,
        "sureness": source.sureness.value,
        "words": source.words,
        "settle": source.settle,
        "read_on": source.read_on.isoformat() if source.read_on else None,
        "read_by": source.read_by or None,
    }


def _duty(duty: Duty) -> dict[str, Any]:
    return {
        "what": duty.what.value,
        "to": duty.to,
        "says": duty.says,
        "deadline": duty.deadline,
        "by": duty.by,
        "blocks": duty.blocks.value if duty.blocks else None,
        "if": duty.on.value if duty.on else None,
    }


def _history(rule: Provision, pack: Pack) -> Iterator[dict[str, str]]:
    """The rules of the pack that this one followed, or that followed it."""
    for other in pack.provisions:
        if not set(other.acts) & set(rule.acts) or other is rule:
            continue
        if other.effective.end is not None and other.effective.end == rule.effective.start:
            yield {"before": other.id, "on": other.effective.end.isoformat(), "sentence": other.sentence}
        if rule.effective.end is not None and rule.effective.end == other.effective.start:
            yield {"after": other.id, "on": rule.effective.end.isoformat(), "sentence": other.sentence}


def _lists_of(packs: Iterable[Pack], as_of: date | None) -> list[OffenseList]:
    """The dated offence lists that some rule in force asks about."""
    rules = [rule for pack in packs for rule in pack.rules if as_of is None or rule.effective.holds_on(as_of)]
    conditions = [c for rule in rules for c in (rule.when, *([rule.unless] if isinstance(rule, Provision) else []))]
    names = {part.name for condition in conditions for part in condition.walk() if isinstance(part, x.ClassIs)}
    return [each for name, each in offense_lists().items() if name in names]


def _list(found: OffenseList) -> dict[str, Any]:
    words = dict(found.letters) or {entry.item: "" for entry in sorted(found.entries, key=_by_number)}
    return {
        "class": found.name,
        "title": found.title,
        "citation": found.citation,
        "address": found.address,
        "sureness": found.sureness,
        "from": found.start.isoformat(),
        "open": found.open,
        "lettered": bool(found.letters),
        "items": [
            {
                "item": item.strip("()"),
                "words": said,
                "sections": [
                    str(entry.section) + (f" ({entry.needs})" if entry.needs else "")
                    for entry in found.entries
                    if entry.item == item
                ],
            }
            for item, said in words.items()
        ],
    }


def _by_number(entry: ListedOffense) -> int:
    digits = "".join(each for each in entry.item if each.isdigit())
    return int(digits) if digits else 0
