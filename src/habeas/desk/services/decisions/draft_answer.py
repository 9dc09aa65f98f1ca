"""What the law says of a request now: what it rests on, gathered, and the answer the law room gives. Nothing is stored."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from habeas.answers.build import OPEN_OUTCOMES, Answer, Beat, listed
from habeas.answers.package import answer_data
from habeas.desk.models import Request
from habeas.desk.services.cases.decision_inputs import DecisionInputs, InputSources, answer_of, case_of, gather
from habeas.law.engine.decision import Decision as LawDecision
from habeas.law.engine.trace import Ask
from habeas.law.engine.what_would_change import would_change
from habeas.law.model.vocabulary import Act, Outcome


@dataclass(frozen=True, slots=True)
class DraftAnswer:
    """A request worked out now: what it rests on and what the law says. Nothing is stored yet."""

    inputs: DecisionInputs
    answer: Answer

    @property
    def decision(self) -> LawDecision | None:
        """The one person's decision, or the office's own; None for a class or where nobody is meant."""
        if self.answer.office is not None:
            return self.answer.office
        return self.answer.people[0].decision if len(self.answer.people) == 1 and self.inputs.person else None

    def outcomes(self) -> dict[Act, Outcome]:
        """Each act the answer speaks of with its outcome; for a class, that of most consequence for anybody on it."""
        empty = self.answer.nobody_placed
        if empty is not None:  # to say that nobody was found answers the whole request
            return {Act.LIST: empty.acts[Act.LIST].outcome}
        return {act: gravest([each.acts[act].outcome for each in self.answer.decisions]) for act in self.answer.acts}

    def beside(self, act: Act, first: Outcome) -> tuple[Outcome, ...]:
        """The open outcomes of an act, besides the first, that people have whom a list would hold: each is settled by itself."""
        if not self.answer.request.about_a_class:
            return ()
        others = {each.acts[act].outcome for each in listed(self.answer)} - {first}
        return tuple(each for each in _GRAVEST if each in others & OPEN_OUTCOMES)


_GRAVEST = (Outcome.MUST, Outcome.MAY, Outcome.UNRESOLVED, Outcome.UNKNOWN, Outcome.MUST_NOT, Outcome.SILENT)


def gravest(found: Iterable[Outcome]) -> Outcome:
    """For a class: if anything must or may leave about anybody, the class's answer needs the second door."""
    outcomes = set(found)
    return next((each for each in _GRAVEST if each in outcomes), Outcome.SILENT)


def work(request: Request, at: datetime, sources: InputSources | None = None) -> DraftAnswer:
    """Gather what the request rests on as of `at`, and decide it. Raises BadInputError where its fields cannot be read."""
    return decide(gather(request, at, sources))


def decide(inputs: DecisionInputs, beat: Beat | None = None) -> DraftAnswer:
    """What the law says of these inputs; `beat` hears how many people are done. BadInputError where the request cannot be read."""
    return DraftAnswer(inputs, answer_of(inputs, beat=beat))


def answer_json(worked: DraftAnswer) -> dict[str, Any]:
    """The decision as `habeas decide` prints it for one person, else the answer as a whole."""
    return worked.decision.as_data() if worked.decision else answer_data(worked.answer)


def changes_of(worked: DraftAnswer) -> list[dict[str, Any]]:
    """What would change the open acts of the one person, found by trying."""
    if worked.decision is None:
        return []
    return [each.as_data() for each in would_change(case_of(worked.inputs), worked.decision)]


def asks_of(worked: DraftAnswer, answered: Container[str] = ()) -> tuple[Ask, ...]:
    """What is still open: about the one person or the office; for a class, only what is open about the request itself.

    What counsel was asked about an act is closed where counsel has answered about it (`answered`).
    """
    if worked.decision is not None:
        made = worked.decision.acts.items()
        still = {ask for act, each in made if act.value not in answered for ask in each.questions}
        return tuple(ask for ask in worked.decision.questions if ask.fact != "law" or ask in still or not answered)
    return tuple(each.ask for each in worked.answer.questions)
