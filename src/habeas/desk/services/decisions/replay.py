"""Every stored decision decided again from what was stored with it, and compared: by request and act, with the law packs that changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from habeas.answers.build import with_choices
from habeas.answers.package import answer_data
from habeas.audit.replay import ReplayVerdict, as_stored, compare
from habeas.common.canonical import canonical_json
from habeas.common.errors import HabeasError
from habeas.desk.doing import Doing
from habeas.desk.models import Decision, Event
from habeas.desk.record.writing import acting
from habeas.desk.services.cases.decision_inputs import DecisionInputs, answer_of, place_of_inputs
from habeas.desk.services.cases.law_kept import Law, law_of, place_then
from habeas.desk.services.decisions.act_choices import chosen_of
from habeas.desk.services.decisions.draft_answer import DraftAnswer
from habeas.offenses.fingerprint import NAME

NOT_THE_ANSWER = frozenset({"law", "choices"})
"""Keys of a class's answer that hold the law's hashes and what people chose: compared apart, or not the law's word."""


@dataclass(frozen=True, slots=True)
class Again:
    """One decision decided again: which request, which decision, the verdict, the acts and other parts that differ, the packs that do."""

    request: str
    number: int
    verdict: ReplayVerdict
    acts: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    why: str = ""

    @property
    def sentence(self) -> str:
        """The finding as one sentence; it names no person."""
        words = _WORDS[self.verdict]
        where = f" in {', '.join(self.acts or self.parts)}" if self.acts or self.parts else ""
        packs = f" Law whose text changed since: {', '.join(self.packs)}." if self.packs else ""
        return f"Request {self.request}, decision {self.number}: {words}{where}.{packs}{f' {self.why}' if self.why else ''}"


_WORDS = {
    ReplayVerdict.SAME: "the same answer",
    ReplayVerdict.OTHER_LAW: "the same answer, under another text of the law",
    ReplayVerdict.DIFFERS: "another answer",
    ReplayVerdict.CHANGED: "what is stored is not what was recorded when it was decided",
    ReplayVerdict.FAILED: "this program cannot decide it",
    ReplayVerdict.ERASED: "what it was decided on is no longer kept",
}


def replay_all(decisions: Iterable[Decision] | None = None) -> Iterator[Again]:
    """Decide every stored decision again, or those given. Nothing is written."""
    if decisions is None:
        decisions = Decision.objects.select_related("request").prefetch_related("choices").order_by("drafted_at", "id")
    recorded = recorded_inputs()
    for each in decisions:
        yield replay_one(each, recorded)


def recorded_inputs() -> dict[str, str]:
    """For each decision the hash of its inputs as the record has it: the stored inputs are held against it."""
    found = {}
    for body in Event.objects.filter(act__in=["decide", "prepare", "settle"]).values_list("body", flat=True):
        detail = msgspec.json.decode(body)["detail"]
        if "decision" in detail and "inputs" in detail:
            found[detail["decision"]] = detail["inputs"]
    return found


def replay_one(decision: Decision, recorded: Mapping[str, str]) -> Again:
    """Decide one decision again from its stored inputs and compare with the stored answer."""
    number = decision.request.number
    try:
        inputs = msgspec.convert(decision.inputs, DecisionInputs)
        if recorded.get(decision.key) != inputs.sha256:
            return Again(number, decision.number, ReplayVerdict.CHANGED)
        present = place_of_inputs(inputs)
        place = place_then(decision, present)
        return _compared(decision, DraftAnswer(inputs, answer_of(inputs, place)), law_of(place), law_of(present))
    except (HabeasError, msgspec.ValidationError) as fault:
        return Again(number, decision.number, ReplayVerdict.FAILED, why=_first_line(fault))


def _compared(decision: Decision, worked: DraftAnswer, law: Law, present: Law) -> Again:
    """Compare with what was stored. `law` is what it was decided under now, `present` the program's own."""
    stored = plain(decision.answer)
    now = dict(as_stored(stored, plain(answer_now(worked, decision))))
    then = decision.law or stored.get("law", {})
    law = {name: digest for name, digest in law.items() if name in then or name != NAME}
    verdict, parts, _ = compare(_without_choices(stored | {"law": then}), _without_choices(now | {"law": law}))
    acts = tuple(act for act, same in _acts(stored, now) if not same)
    changed = tuple(sorted(name for name in then if then[name] != present.get(name)))
    return Again(decision.request.number, decision.number, verdict, acts, parts, changed)


def answer_now(worked: DraftAnswer, decision: Decision) -> dict[str, Any]:
    """The answer in the form in which it was stored: one person's or the office's decision, else the answer as a whole."""
    if worked.decision is not None:
        return worked.decision.as_data()
    if "choices" in decision.answer:
        return answer_data(with_choices(worked.answer, chosen_of(decision.choices.all())))
    return answer_data(worked.answer)


def plain(value: Mapping[str, Any]) -> dict[str, Any]:
    """A value as it comes back from the database: JSON and nothing else."""
    return dict(msgspec.json.decode(canonical_json(value)))


def _without_choices(answer: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answer.items() if key != "choices"}


def _acts(stored: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Each act of a decision, or each count of an answer, with whether both say the same."""
    before, after = (_by_act(each) for each in (stored, now))
    for act in sorted({*before, *after}):
        yield act, canonical_json(before.get(act)) == canonical_json(after.get(act))


def _by_act(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    found = answer.get("acts") or answer.get("counts") or {}
    return found if isinstance(found, dict) else {}


def _first_line(fault: Exception) -> str:
    """A fault's sentence where it is ours; a reader's complaint may quote a value and is not shown."""
    return str(fault).splitlines()[0] if isinstance(fault, HabeasError) else "What is stored is not in the form it has."


def record_replay(found: list[Again], doing: Doing) -> None:
    """Write down that decisions were replayed, with how many came out how."""
    with acting(doing, "replay", "log", "decisions") as entry:
        for each in found:
            entry.detail[each.verdict.value] = entry.detail.get(each.verdict.value, 0) + 1
