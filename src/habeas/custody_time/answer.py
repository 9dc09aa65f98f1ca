"""What the release room answers: the result and its breakdown in one object, made together and kept together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class CreditSource:
    """Where a rule stands, how sure we are of it, and the address that was read."""

    citation: str
    sureness: str
    address: str
    says: str
    since: date | None = None
    until: date | None = None
    unread: str = ""
    """What of the row was not read, and who says it."""
    read: date | None = None
    """The day on which the statute's text was read."""
    settled_by: str = ""
    """What would have to be read before a row that is not verified is."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the sum, in words. `days` is what it adds or comes to; None where it is no number."""

    does: str
    days: int | None
    source: CreditSource | None = None

    def as_data(self) -> dict[str, Any]:
        """The step as JSON values."""
        cited = (
            {"citation": self.source.citation, "sureness": self.source.sureness} if self.source else {"citation": ""}
        )
        return {"does": self.does, "days": self.days, **cited}


@dataclass(frozen=True, slots=True)
class DateQuestion:
    """A fact that is missing or a point the law leaves open, and who can say."""

    ask: str
    why: str
    of: str

    def as_data(self) -> dict[str, Any]:
        """The question as JSON values."""
        return {"ask": self.ask, "why": self.why, "of": self.of}


@dataclass(frozen=True, slots=True)
class ReleaseRefusal:
    """What this room will not work out, by name. `code` begins with its tier: `unsupported.` or `invalid.`."""

    code: str
    sentence: str

    def as_data(self) -> dict[str, Any]:
        """The refusal as JSON values."""
        return {"code": self.code, "sentence": self.sentence}


@dataclass(frozen=True, slots=True)
class DateChange:
    """What would change the date, and to which day; `release_on` is None where it would be no day of this jail's."""

    if_: str
    release_on: date | None

    def as_data(self) -> dict[str, Any]:
        """The change as JSON values."""
        return {"if": self.if_, "release_on": _iso(self.release_on)}


@dataclass(frozen=True, slots=True)
class ReleaseAnswer:
    """Credits and release date of one case. None is not known, or not this room's to say; the questions and refusals say which.

    `release_on` is an estimate: `assumes` says on what it rests, `would_change` what would move it.
    """

    id: str
    actual_days: int | None = None
    conduct_days: int | None = None
    total_days: int | None = None
    release_on: date | None = None
    steps: tuple[Step, ...] = ()
    questions: tuple[DateQuestion, ...] = ()
    refusals: tuple[ReleaseRefusal, ...] = ()
    warnings: tuple[str, ...] = ()
    assumes: tuple[str, ...] = ()
    would_change: tuple[DateChange, ...] = ()
    supervision_ends_on: date | None = None
    terms: tuple[ReleaseAnswer, ...] = field(default=())

    @property
    def needs_person(self) -> bool:
        """Whether a question or a refusal is open, here or in a term."""
        return bool(self.questions or self.refusals) or any(term.needs_person for term in self.terms)

    def as_data(self) -> dict[str, Any]:
        """The answer as JSON values, in the order of FORMATS."""
        made: dict[str, Any] = {
            "id": self.id,
            "actual_days": self.actual_days,
            "conduct_days": self.conduct_days,
            "total_days": self.total_days,
            "release_on": _iso(self.release_on),
            "steps": [step.as_data() for step in self.steps],
            "questions": [question.as_data() for question in self.questions],
            "refusals": [refusal.as_data() for refusal in self.refusals],
            "warnings": list(self.warnings),
            "estimate": True,
            "assumes": list(self.assumes),
            "would_change": [change.as_data() for change in self.would_change],
        }
        extra = {"supervision_ends_on": _iso(self.supervision_ends_on)} if self.supervision_ends_on else {}
        return made | extra | ({"terms": [term.as_data() for term in self.terms]} if self.terms else {})


def answer_text(answer: ReleaseAnswer) -> str:
    """The answer for a person, a line a step."""
    return "\n".join(_lines(answer, ""))


def _lines(answer: ReleaseAnswer, indent: str) -> list[str]:
    lines = [f"{indent}{answer.id}: {_summary(answer)}"]
    lines += [f"{indent}  {_step(step)}" for step in answer.steps]
    lines += [f"{indent}  Refused ({refusal.code}): {refusal.sentence}" for refusal in answer.refusals]
    lines += [f"{indent}  Question for {each.of}: {each.ask} {each.why}" for each in answer.questions]
    lines += [f"{indent}  Warning: {warning}" for warning in answer.warnings]
    lines += [f"{indent}  Assumes: {each}" for each in answer.assumes]
    lines += [f"{indent}  Would change: if {each.if_}, to {_day(each.release_on)}" for each in answer.would_change]
    if answer.supervision_ends_on:
        lines.append(
            f"{indent}  Mandatory supervision ends on {answer.supervision_ends_on.isoformat()} unless the court orders otherwise."
        )
    for term in answer.terms:
        lines += _lines(term, indent + "    ")
    return lines


def _summary(answer: ReleaseAnswer) -> str:
    out = f"release on {answer.release_on.isoformat()} (an estimate)" if answer.release_on else "no release date"
    return f"{out}; actual {_number(answer.actual_days)}, conduct {_number(answer.conduct_days)}, total {_number(answer.total_days)}"


def _step(step: Step) -> str:
    cited = f"  [{step.source.citation}; {step.source.sureness}]" if step.source else ""
    return f"{_number(step.days) if step.days is not None else '':>6}  {step.does}{cited}"


def _number(days: int | None) -> str:
    return "unknown" if days is None else str(days)


def _day(day: date | None) -> str:
    return day.isoformat() if day else "no date of this jail"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
