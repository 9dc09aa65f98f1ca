"""The law as Habeas applies it, as data: each rule with its sentence, condition, source, history and cases, from the tree that decides.

`habeas.law.print` turns this into text, Markdown and HTML; as JSON it is the data itself.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from habeas.law.engine.jurisdictions import resolve, without_policy
from habeas.law.model import expressions as x
from habeas.law.model.ends import says_until
from habeas.law.model.provision import Duty, DutyRule, Pack, Provision, Source
from habeas.law.model.section_text import SectionText, section_text, sections_in
from habeas.law.model.terms import by_meaning, terms_in, used_in
from habeas.law.model.vocabulary import LAYER_WORDS, Lower, Outcome
from habeas.law.packs import as_written, package_of
from habeas.law.pages.sentences import Terms, tree
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


MAINTAINERS = "Habeas maintainers"
"""Whom no page names as a reader: nobody can be asked by that name."""


def place_page(place: str, as_of: date | None) -> dict[str, Any]:
    """Everything that binds `place`, the highest layer first: only what is in force on `as_of`, or with None the whole history."""
    found = resolve(place)
    terms = by_meaning(term for folder in _folders(found.packs) for term in terms_in(folder))
    packs = [_pack(pack, as_of, terms) for pack in found.packs]
    return {
        "place": without_policy(place),
        "as_of": as_of.isoformat() if as_of else None,
        "warnings": list(found.warnings),
        "packs": packs,
        "definitions": list(_definitions(found.packs, as_of, terms)),
        "lists": [_list(each) for each in _lists_of(found.packs, as_of)],
    }


def _folders(packs: Iterable[Pack]) -> Iterator[str]:
    """The folders of rules whose terms the packs may use: those of the shipped packs."""
    return (folder for pack in packs if (folder := package_of(pack.id)) is not None)


def _conditions(packs: Iterable[Pack], as_of: date | None) -> Iterator[x.Expression]:
    for rule in (rule for pack in packs for rule in pack.rules if as_of is None or rule.effective.holds_on(as_of)):
        yield rule.when
        if isinstance(rule, Provision):
            yield rule.unless


def _definitions(packs: Iterable[Pack], as_of: date | None, terms: Terms) -> Iterator[dict[str, Any]]:
    """The terms that the rules use, each defined once, by name."""
    used = {term.name: term for each in _conditions(packs, as_of) for term in used_in(each, terms)}
    for name in sorted(used, key=str.casefold):
        term = used[name]
        yield {"name": name, "means": tree(term.means, terms, defining=True), "citation": term.citation}


def _pack(pack: Pack, as_of: date | None, terms: Terms) -> dict[str, Any]:
    rules = [rule for rule in as_written(pack) if as_of is None or rule.effective.holds_on(as_of)]
    return {
        "id": pack.id,
        "title": pack.title,
        "sha256": pack.sha256(),
        "rules": [_rule(rule, pack, terms) for rule in rules],
        "texts": [_text(each) for each in _texts_of(pack, rules)],
        "watches": [
            {
                "sentence": watch.sentence,
                "citation": watch.citation,
                "address": watch.address,
                "since": watch.since.isoformat(),
                "look_again": watch.look_again.isoformat(),
            }
            for watch in pack.watches
            if as_of is None or watch.settled_on is None or as_of < watch.settled_on
        ],
        "notes": [{"sentence": note.sentence, "source": _source(note.source)} for note in pack.notes],
    }


def _texts_of(pack: Pack, rules: Iterable[Provision | DutyRule]) -> list[SectionText]:
    """The sections read in full, each once: those the rules name in the rules' order, then those they rest on (definitions)."""
    folder = package_of(pack.id)
    if not folder:
        return []
    names = dict.fromkeys(rule.source.text for rule in rules if rule.source.text)
    return [section_text(folder, name) for name in dict.fromkeys([*names, *sections_in(folder)])]


def _text(section: SectionText) -> dict[str, str]:
    return {
        "name": section.name,
        "citation": section.citation,
        "address": section.address,
        "as_read": section.as_read,
        "read_on": section.read_on.isoformat(),
        "words": section.words,
    }


def _rule(rule: Provision | DutyRule, pack: Pack, terms: Terms) -> dict[str, Any]:
    start, end = rule.effective.start, rule.effective.end
    common = {
        "id": rule.id,
        "sentence": rule.sentence,
        "layer": LAYER_WORDS[rule.layer],
        "when": tree(rule.when, terms),
        "source": _source(rule.source),
        "from": start.isoformat() if start else None,
        "to": end.isoformat() if end else None,
        "duties": [_duty(duty) for duty in rule.duties],
        "history": list(_history(rule, pack)) if isinstance(rule, Provision) else [],
        "cases": [_own(own) for own in own_cases(pack.id) if own.rule == rule.id],
    }
    return common | (_provision(rule, terms) if isinstance(rule, Provision) else {"acts": [], "outcome": "duty"})


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


def _provision(rule: Provision, terms: Terms) -> dict[str, Any]:
    excepted = rule.unless != x.NEVER
    return {
        "acts": [act.value for act in rule.acts],
        "outcome": OUTCOME_WORDS[rule.outcome],
        "unless": tree(rule.unless, terms) if excepted else None,
        "otherwise": (OUTCOME_WORDS[rule.otherwise] if rule.otherwise else "this rule says nothing")
        if excepted
        else None,
        "until": says_until(rule.until) if rule.until else None,
        "lower": _LOWER_WORDS[rule.lower],
        "reaches_everyone": rule.reaches_everyone,
    }


def _source(source: Source) -> dict[str, str | None]:
    return {
        "citation": source.citation,
        "address": source.address,
        "sureness": source.sureness.value,
        "words": source.words,
        "as_read": source.as_read,
        "text": source.text,
        "binds": source.binds,
        "settle": source.settle,
        "read_on": source.read_on.isoformat() if source.read_on else None,
        "read_by": source.read_by if source.read_by not in {"", MAINTAINERS} else None,
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
            yield {"before": other.id, "on": other.effective.end.isoformat(), **_named(other)}
        if rule.effective.end is not None and rule.effective.end == other.effective.start:
            yield {"after": other.id, "on": rule.effective.end.isoformat(), **_named(other)}


def _named(rule: Provision) -> dict[str, str]:
    """How counsel knows a rule: by its citation and what it says."""
    return {"citation": rule.source.citation, "sentence": rule.sentence}


def _lists_of(packs: Iterable[Pack], as_of: date | None) -> list[OffenseList]:
    """The dated offense lists that some rule in force asks about."""
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
