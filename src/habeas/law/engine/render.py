"""A decision in words for the terminal: each act, the law that carries it, what it rests on, what is missing."""

from collections.abc import Iterator, Sequence

from habeas.law.engine.decision import ActDecision, Decision, Reason
from habeas.law.engine.jurisdictions import without_policy
from habeas.law.engine.trace import TraceNode
from habeas.law.engine.what_would_change import Settles
from habeas.law.model.vocabulary import Outcome

MARKS = {True: "true", False: "false", None: "unknown"}


def decision_text(decision: Decision, settles: Sequence[Settles] = (), reviews: Sequence[str] = ()) -> str:
    """Say one decision; acts that were asked come first, the rest in one line each; then what would change it, and counsel's reviews."""
    lines = [f"{decision.id}  ({without_policy(decision.jurisdiction)}, {decision.as_of.isoformat()})"]
    lines += [f"  ! {warning}" for warning in decision.warnings]
    asked = [made for made in decision.acts.values() if made.asked]
    rest = [made for made in decision.acts.values() if not made.asked and made.outcome is not Outcome.SILENT]
    for made in asked:
        lines += _act(made)
    if rest:
        lines.append("  not asked: " + ", ".join(f"{made.act.value} {made.outcome.value}" for made in rest))
    lines += [
        f"  duty: {due.duty.says} ({due.source.citation}{', ' + due.duty.deadline if due.duty.deadline else ''})"
        for due in decision.duties
    ]
    lines += [f"  question for {ask.of}: {ask.ask}" for ask in decision.questions]
    lines += [
        f"  changes on {day.isoformat()}: {act.value} becomes {outcome.value}"
        for day, act, outcome in decision.changes_on
    ]
    lines += [line for each in settles for line in _settles(each)]
    lines += [f"  {review}" for review in reviews]
    return "\n".join(lines)


def _settles(each: Settles) -> Iterator[str]:
    yield f"  would change it, asked of {each.ask.of}: {each.ask.ask}"
    for value, acts in each.outcomes.items():
        yield f"    if {value}: " + ", ".join(f"{act} {outcome.replace('_', ' ')}" for act, outcome in acts.items())


def _act(made: ActDecision) -> Iterator[str]:
    yield f"  {made.act.value}: {made.outcome.value}"
    if made.until_says:
        may = "if it is done, " if made.outcome is Outcome.UNRESOLVED else ""
        yield f"    {may}until {made.until.isoformat() if made.until else made.until_says}"
    for reason in made.reasons:
        yield from _reason(reason)


def _reason(reason: Reason) -> Iterator[str]:
    source = reason.provision.source
    yield (
        f"    {'>' if reason.controls else ' '} {reason.outcome.value}: {reason.provision.sentence} "
        f"[{source.citation}; {source.sureness.value}]"
    )
    if reason.controls:
        for label, node in (("when", reason.when), ("unless", reason.unless)):
            yield from _trace(label, node, 8) if node is not None else ()


def _trace(label: str, node: TraceNode, indent: int) -> Iterator[str]:
    about = f" [{node.charge}]" if node.charge else ""
    yield f"{' ' * indent}{label} {node.says}: {MARKS[node.value]}{about}"
    for inner in node.because:
        yield from _trace("-", inner, indent + 2)
