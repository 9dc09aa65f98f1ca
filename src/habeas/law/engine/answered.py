"""Findings of county counsel: what a point that the law leaves open comes to in one place, until counsel looks again.

A finding names the rules whose open question it settles, or the state whose law is in no pack. It stands in their place and in their
layer, and only there: where the law is firm, where a fact is missing, or where the rules it names are not what the answer hangs on, it
says nothing. What stands above that layer governs as before, so a finding cannot contradict a higher rule.

Where no rule speaks or could speak of an act that is asked for, county counsel is asked (`Layer.NOTHING_READ`): silence is no leave.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from habeas.law.engine.combine import RuleStanding, controlling, outcome_of
from habeas.law.model.vocabulary import Layer, Outcome

FactOpen = Callable[[RuleStanding], bool]
"""Whether any fact, and not only a question of law, is open in a standing that is not firm."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The rules as they stand once the findings have spoken: what an act is decided on."""

    standings: list[RuleStanding]
    state_missing: bool
    could_settle: tuple[RuleStanding, ...] = ()
    """Findings that would settle what is open if they reach this case, of which a fact is missing."""


def answered(standings: Iterable[RuleStanding], fact_open: FactOpen, states: frozenset[str] = frozenset()) -> Answered:
    """Put the findings among `standings` in the place of what they settle; `states` are the ids of states whose law is missing."""
    every = list(standings)
    laws = _read_first([each for each in every if not each.provision.answers], bool(states))
    findings = [each for each in every if each.provision.answers and each.applies is not False]
    found = Answered(laws, bool(states))
    for each in findings:
        found = _with(found, each, fact_open, states)
    return found


def _read_first(laws: list[RuleStanding], state_missing: bool) -> list[RuleStanding]:
    """The laws without the question that is left where nothing was read, as soon as anything that was read speaks or could speak."""
    read = [each for each in laws if each.provision.layer is not Layer.NOTHING_READ]
    return read if state_missing or any(each.speaks for each in read) else laws


def _with(found: Answered, finding: RuleStanding, fact_open: FactOpen, states: frozenset[str]) -> Answered:
    fills = found.state_missing and not states.isdisjoint(finding.provision.answers)
    settled = _settled(found, finding, fact_open)
    if not settled and not fills:
        return found
    if finding.applies is None:
        return Answered(found.standings, found.state_missing, (*found.could_settle, finding))
    left = [each for each in found.standings if not any(each is one for one in settled)]
    return Answered([*left, finding], found.state_missing and not fills, found.could_settle)


def _settled(found: Answered, finding: RuleStanding, fact_open: FactOpen) -> list[RuleStanding]:
    """The rules the finding names that keep the answer open as a question of law; most answers are firm and end here."""
    outcome = outcome_of(found.standings, state_missing=found.state_missing)
    if outcome not in {None, Outcome.UNRESOLVED}:
        return []
    carry = controlling(found.standings, outcome, state_missing=found.state_missing)
    named = [each for each in carry if each.provision.id in finding.provision.answers]
    return [each for each in named if _for_counsel(each, outcome, fact_open)]


def _for_counsel(standing: RuleStanding, outcome: Outcome | None, fact_open: FactOpen) -> bool:
    return outcome is Outcome.UNRESOLVED if standing.firm else not fact_open(standing)
