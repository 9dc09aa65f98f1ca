"""Deciding again: each stored decision is worked out once more from the facts kept with it, and compared.

A `decide` event refers to two sealed values, `case` (the facts as a case file) and `decision` (the answer as it was given). This room
knows no law: it is handed the function that decides.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from habeas.audit.event import Event
from habeas.audit.sealed import Sealed
from habeas.common.canonical import canonical_json
from habeas.common.errors import BadInputError

CASE, DECISION = "case", "decision"
"""The labels under which a `decide` event refers to its facts and its answer."""

LAW = "law"
"""The key of a decision that names the packs and their hashes; it alone may differ without the answer being another one."""

ADDED = frozenset({"end", "opened_by"})
"""Keys of an act that decisions were stored without before they existed."""
ADDED_TO_ANSWER = frozenset({"asks"})
"""The same of an answer as a whole."""


class ReplayVerdict(StrEnum):
    """What came of deciding again."""

    SAME = "same"
    OTHER_LAW = "other_law"
    DIFFERS = "differs"
    ERASED = "erased"
    CHANGED = "changed"
    FAILED = "failed"


_WORDS = {
    ReplayVerdict.SAME: "gives the same answer",
    ReplayVerdict.OTHER_LAW: "gives the same answer, though under another text of the packs",
    ReplayVerdict.DIFFERS: "gives another answer",
    ReplayVerdict.ERASED: "cannot be decided again: its facts or its answer are no longer kept",
    ReplayVerdict.CHANGED: "cannot be decided again: what is kept beside the log was changed after it was sealed",
    ReplayVerdict.FAILED: "could not be decided by this program",
}


@dataclass(frozen=True)
class Replayed:
    """One decision decided again: the event's `seq`, the record's opaque id, the verdict, the keys that differ, and the packs that do."""

    seq: int
    object: str
    verdict: ReplayVerdict
    differs: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The finding as one sentence; it names no person and no fact."""
        where = f" in {', '.join(self.differs)}" if self.differs else ""
        packs = f" Packs that are not the same: {', '.join(self.packs)}." if self.packs else ""
        return f"Event {self.seq}, {self.object}: it {_WORDS[self.verdict]}{where}.{packs}"


def replay(events: Iterable[Event], beside: Mapping[str, Sealed], decide: Callable[[Any], Any]) -> Iterator[Replayed]:
    """Decide each stored decision again with `decide`, from the case's JSON value to the decision's, and compare."""
    for event in events:
        if event.act == "decide" and CASE in event.refs and DECISION in event.refs:
            yield _one(event, beside, decide)


def compare(
    stored: Mapping[str, Any], now: Mapping[str, Any]
) -> tuple[ReplayVerdict, tuple[str, ...], tuple[str, ...]]:
    """Compare two decisions as JSON values: the verdict, the keys that differ, and the packs whose hash differs."""
    now = as_stored(stored, now)
    keys = sorted(key for key in {*stored, *now} if canonical_json(stored.get(key)) != canonical_json(now.get(key)))
    before, after = stored.get(LAW) or {}, now.get(LAW) or {}
    packs = tuple(sorted(pack for pack in {*before, *after} if before.get(pack) != after.get(pack)))
    differs = tuple(key for key in keys if key != LAW)
    verdict = ReplayVerdict.DIFFERS if differs else ReplayVerdict.OTHER_LAW if keys else ReplayVerdict.SAME
    return verdict, differs, packs


def as_stored(stored: Mapping[str, Any], now: Mapping[str, Any]) -> Mapping[str, Any]:
    """`now` without what is told since `stored` was written (ADDED …): a key that a later program adds is no other answer."""
    now = {key: value for key, value in now.items() if key in stored or key not in ADDED_TO_ANSWER}
    before, after = stored.get("acts"), now.get("acts")
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        return now
    return {**now, "acts": {act: _as_told(before.get(act), made) for act, made in after.items()}}


def _as_told(before: Any, made: Any) -> Any:
    if not isinstance(before, Mapping) or not isinstance(made, Mapping):
        return made
    return {key: value for key, value in made.items() if key in before or key not in ADDED}


def _one(event: Event, beside: Mapping[str, Sealed], decide: Callable[[Any], Any]) -> Replayed:
    case, stored = (beside.get(event.refs[label]) for label in (CASE, DECISION))
    found = Replayed(event.seq, f"{event.object.kind} {event.object.id}", ReplayVerdict.ERASED)
    if case is None or stored is None:
        return found
    if not (case.true and stored.true and isinstance(stored.value, dict)):
        return Replayed(found.seq, found.object, ReplayVerdict.CHANGED)
    try:
        now = decide(case.value)
    except BadInputError:
        return Replayed(found.seq, found.object, ReplayVerdict.FAILED)
    return Replayed(found.seq, found.object, *compare(stored.value, now))
