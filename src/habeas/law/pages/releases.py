"""What changed in the law of a place between two releases of the program, in sentences for counsel.

`kept_law` writes the whole law of a release down; a later release compares that with its own. A rule is the same rule where its id is.
The two are compared as they were written down, so that a release may also be compared that knew facts this one does not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from habeas.common.errors import BadInputError
from habeas.law.engine.jurisdictions import resolve
from habeas.law.model.decode import decode_condition, decode_time
from habeas.law.model.encode import encode
from habeas.law.model.ends import says_until
from habeas.law.model.phrases import says
from habeas.law.packs import PACKS

Kept = Mapping[str, Any]
"""A rule, or a pack, as it was written down."""
_LISTS = ("provisions", "duty_rules", "periodic")
DOES = {
    "hold": "keep the person past release",
    "notify": "tell when the person is released",
    "transfer": "transfer the person",
    "arrest": "arrest the person",
    "interview": "let the person be interviewed",
    "delay_release": "delay the release",
    "share_status": "tell citizenship or immigration status",
    "share_public": "show what the public may see",
    "share_personal": "give personal information",
    "share_criminal_history": "give criminal histories",
    "list": "give a list",
    "ask_status": "ask about immigration status",
    "query_ice": "ask the federal authorities about status",
    "access_facility": "let agents into nonpublic rooms",
    "use_as_interpreter": "use agents as interpreters",
    "agree_287g": "make an agreement under 8 USC 1357(g)",
    "house_federal_detainees": "house people for federal authorities",
}
"""Each act as what a jail does; an act that this release does not know keeps its own word."""
SAYS = {
    "must": "the jail must",
    "may": "the jail may",
    "must_not": "the jail must not",
    "unresolved": "counsel decides whether to",
}
READ = {
    "verified": "its text was read",
    "secondary": "it is known from a summary, an opinion or a report",
    "unverified": "it was not read",
}


@dataclass(frozen=True, slots=True)
class ReleaseChange:
    """One rule that is new, gone or changed: what `kind`, and how, in sentences."""

    pack: str
    rule: str
    kind: str
    citation: str
    says: tuple[str, ...]

    def sentence(self) -> str:
        """The change: the rule by its citation on one line, and each difference on one of its own. Counsel needs no name of ours."""
        return "\n  ".join((f"{self.kind.capitalize()}: {self.citation}.", *self.says))

    def as_data(self) -> dict[str, Any]:
        """The change as JSON values."""
        return asdict(self) | {"says": list(self.says)}


def kept_law(program: str) -> dict[str, Any]:
    """The whole law of this release as JSON values, with the program's version."""
    return {"habeas_law": 1, "program": program, "packs": {pack.id: encode(pack) for pack in PACKS.values()}}


def packs_of(kept: Any, name: str) -> dict[str, Kept]:
    """The packs in a file that `kept_law` made. Raises BadInputError, with the file's `name`, for anything else."""
    if not isinstance(kept, dict) or kept.get("habeas_law") != 1 or not isinstance(kept.get("packs"), dict):
        raise BadInputError(f"{name} is no law of a release: make one with habeas law keep --out FILE.")
    return dict(kept["packs"])


def between(place: str, before: Mapping[str, Kept], after: Mapping[str, Kept]) -> list[ReleaseChange]:
    """What differs for `place` from the packs `before` to those `after`, in the order of the packs."""
    found = resolve(place)
    ids = dict.fromkeys((*(pack.id for pack in found.packs), *(each.id for each in found.place.chain)))
    return [change for pack in ids for change in _of_pack(pack, before.get(pack, {}), after.get(pack, {}))]


def _of_pack(pack: str, before: Kept, after: Kept) -> Iterator[ReleaseChange]:
    old, new = _rules(before), _rules(after)
    for name in dict.fromkeys((*new, *old)):
        one, other = old.get(name), new.get(name)
        rule = other or one or {}
        kind, how = _how(one, other)
        if how:
            yield ReleaseChange(pack, name, kind, str(rule["source"]["citation"]), how)


def _rules(pack: Kept) -> dict[str, Kept]:
    return {rule["id"]: rule for each in _LISTS for rule in pack.get(each, ())}


def _how(before: Kept | None, after: Kept | None) -> tuple[str, tuple[str, ...]]:
    if before is None and after is not None:
        return "new", (after["sentence"], *_standing(after))
    if after is None and before is not None:
        return "gone", (f"It said: {before['sentence']}",)
    return "changed", tuple(_differences(before or {}, after or {}))


def _standing(rule: Kept) -> Iterator[str]:
    if "outcome" in rule:
        yield f"By it {_outcome(rule['outcome'])} {_acts(rule)}."
    yield f"In force {_days(rule['effective'])}; {READ[rule['source']['sureness']]}."


def _differences(before: Kept, after: Kept) -> Iterator[str]:
    yield from _said(before, after, "sentence", lambda rule: f'"{rule["sentence"]}"', "It read")
    if "outcome" in after and "outcome" in before:
        yield from _said(before, after, "outcome", lambda rule: _outcome(rule["outcome"]), "By it")
        yield from _said(before, after, "acts", _acts, "It was about whether to")
        yield from _said(
            before,
            after,
            "otherwise",
            lambda rule: _outcome(rule.get("otherwise")),
            "Where its exception holds,",
        )
    yield from _said(before, after, "when", lambda rule: _condition(rule, "when"), "It applied when")
    yield from _said(before, after, "unless", lambda rule: _condition(rule, "unless"), "Its exception was")
    yield from _said(before, after, "until", _until, "It lasted until")
    yield from _said(before, after, "effective", lambda rule: _days(rule["effective"]), "It was in force")
    yield from _said(before, after, "duties", _duties, "Its duties were")
    yield from _sources(before["source"], after["source"])


def _said(before: Kept, after: Kept, key: str, words: Any, was: str) -> Iterator[str]:
    """What stood under `key` and what stands there now, where the two differ."""
    if before.get(key) != after.get(key):
        yield f"{was} {words(before)}; now {words(after)}."


def _sources(before: Kept, after: Kept) -> Iterator[str]:
    if before["sureness"] != after["sureness"]:
        yield f"Before, {READ[before['sureness']]}; now, {READ[after['sureness']]}."
    names = {"citation": "cited as", "address": "read at", "words": "resting on the words"}
    for key, says_so in names.items():
        if before.get(key) != after.get(key):
            old, new = (f"{says_so} {each.get(key) or 'none'}".strip() for each in (before, after))
            yield f"It was {old}; it is {new}."


def _condition(rule: Kept, key: str) -> str:
    found = decode_condition(rule.get(key))
    return "something this release does not know" if found is None else says(found)


def _until(rule: Kept) -> str:
    if rule.get("until") is None:
        return "no set time"
    found = decode_time(rule["until"])
    return "a time this release does not know" if found is None else says_until(found)


def _outcome(coded: str | None) -> str:
    return "it says nothing" if coded is None else SAYS.get(coded, _words(coded))


def _duties(rule: Kept) -> str:
    return "; ".join(f"{each['says']} (to {each['to']})" for each in rule.get("duties", ())) or "none"


def _acts(rule: Kept) -> str:
    *but_last, last = (DOES.get(each, _words(each)) for each in rule["acts"])
    return f"{', '.join(but_last)} or {last}" if but_last else last


def _days(interval: Kept) -> str:
    start, end = (None if each is None else date.fromisoformat(each) for each in map(interval.get, ("start", "end")))
    last = None if end is None else end - timedelta(days=1)
    until = f" through {_day(last)}" if last else ""
    return (f"from {_day(start)}" if start else "from the beginning") + until


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _words(coded: str) -> str:
    return coded.replace("_", " ")
