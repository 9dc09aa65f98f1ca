"""What a decision is: per act the outcome, the provisions with their trace, until when, the questions; and the duties."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from habeas.deadlines.clocks import Clock
from habeas.deadlines.times import End, end_data
from habeas.law.engine.opened_by import Opening
from habeas.law.engine.trace import Ask, TraceNode
from habeas.law.model.kleene import Truth
from habeas.law.model.provision import Duty, Provision, Source
from habeas.law.model.vocabulary import LAYER_WORDS, Act, Outcome


@dataclass(frozen=True, slots=True)
class Reason:
    """One provision as it stood for the case: whether it applies, what it then says, and on what that rests."""

    provision: Provision
    applies: Truth
    excepted: Truth
    outcome: Outcome
    controls: bool
    when: TraceNode | None
    """Why the condition came out as it did; kept for the provisions that carry the outcome."""
    unless: TraceNode | None

    def as_data(self, *, with_trace: bool) -> dict[str, Any]:
        """The reason as `habeas decide` prints it."""
        rule = self.provision
        data: dict[str, Any] = {
            "provision": rule.id,
            "citation": rule.source.citation,
            "outcome": self.outcome.value,
            "sentence": rule.sentence,
            "layer": LAYER_WORDS[rule.layer],
            "controls": self.controls,
            "sureness": rule.source.sureness.value,
            "address": rule.source.address,
        }
        data |= {"settles": list(rule.answers)} if rule.answers else {}
        return data | ({"trace": self.trace_data()} if with_trace and self.controls else {})

    def trace_data(self) -> dict[str, Any]:
        """The two conditions with their values and the facts they rest on."""
        nodes = {"when": self.when, "unless": self.unless}
        return {name: node.as_data() for name, node in nodes.items() if node is not None}


@dataclass(frozen=True, slots=True)
class ActDecision:
    """What the law says of one act."""

    act: Act
    outcome: Outcome
    asked: bool
    reasons: tuple[Reason, ...] = ()
    end: End | None = None
    """When the act must end, with its arithmetic; or what keeps that from being known. None where no rule sets an end."""
    questions: tuple[Ask, ...] = ()
    opened_by: tuple[Opening, ...] = ()
    """The charges and facts of the person that opened the act, each under its item of the law; empty where none had to."""
    ended: Clock | None = None
    """The end that was over before the day asked or before the act would begin: it closed the act. None where none was."""

    @property
    def until(self) -> datetime | None:
        """When it ends, where that is known."""
        return self.end.ends_at if isinstance(self.end, Clock) else None

    @property
    def until_says(self) -> str | None:
        """When it ends, in words."""
        return self.end.rule if self.end is not None else None

    def as_data(self, *, with_trace: bool) -> dict[str, Any]:
        """The act as `habeas decide` prints it."""
        data = {
            "outcome": self.outcome.value,
            "asked": self.asked,
            "because": [reason.as_data(with_trace=with_trace) for reason in self.reasons],
            "until": self.until.isoformat() if self.until else None,
            "until_says": self.until_says,
            "end": end_data(self.end),
            "questions": [ask_data(ask) for ask in self.questions],
            "opened_by": [each.as_data() for each in self.opened_by],
        }
        return data | ({"ended": self.ended.as_data()} if self.ended else {})

    @property
    def controlling(self) -> tuple[Reason, ...]:
        """The reasons that carry the outcome."""
        return tuple(reason for reason in self.reasons if reason.controls)


@dataclass(frozen=True, slots=True)
class DutyDue:
    """A duty with the rule it comes from; `certain` is false where a fact decides whether it arises."""

    duty: Duty
    rule: str
    source: Source
    certain: bool = True

    def as_data(self) -> dict[str, Any]:
        """The duty as `habeas decide` prints it."""
        duty = self.duty
        return {
            "what": duty.what.value,
            "to": duty.to,
            "deadline": duty.deadline,
            "blocks": duty.blocks.value if duty.blocks else None,
            "by": duty.by,
            "if": duty.on.value if duty.on else None,
            "says": duty.says,
            "certain": self.certain,
            "provision": self.rule,
            "citation": self.source.citation,
            "sureness": self.source.sureness.value,
        }


@dataclass(frozen=True, slots=True)
class Decision:
    """One request about one person on one day: every act, the duties, the open questions, the law it rests on."""

    id: str
    jurisdiction: str
    as_of: date
    acts: Mapping[Act, ActDecision]
    duties: tuple[DutyDue, ...] = ()
    questions: tuple[Ask, ...] = ()
    changes_on: tuple[tuple[date, Act, Outcome], ...] = ()
    law: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def as_data(self, *, with_trace: bool = True) -> dict[str, Any]:
        """The decision as `habeas decide` prints it (`cases/README.md`)."""
        return {
            "id": self.id,
            "jurisdiction": self.jurisdiction.partition("@")[0],
            "as_of": self.as_of.isoformat(),
            "acts": {act.value: made.as_data(with_trace=with_trace) for act, made in self.acts.items()},
            "duties": [due.as_data() for due in self.duties],
            "questions": [ask_data(ask) for ask in self.questions],
            "changes_on": [
                {"date": day.isoformat(), "act": act.value, "to": outcome.value}
                for day, act, outcome in self.changes_on
            ],
            "law": dict(self.law),
            "warnings": list(self.warnings),
        }


def ask_data(ask: Ask) -> dict[str, str]:
    """A question as JSON values."""
    return {"fact": ask.fact, "ask": ask.ask, "of": ask.of}
