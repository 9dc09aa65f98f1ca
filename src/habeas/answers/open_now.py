"""What of an answer is open and who settles it: what the law asks, what nobody has chosen, what no roster holds."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from habeas.answers.act_sentences import Status
from habeas.answers.build import OPEN_DOOR, Answer, AnswerQuestion, listed, open_request_questions
from habeas.answers.choices import Does, does_of
from habeas.answers.fields import COLUMNS
from habeas.answers.statuses import answered_acts
from habeas.answers.words import ACT_WORDS, FIELD_WORDS
from habeas.law.engine.decision import ActDecision, Decision
from habeas.law.engine.trace import Ask
from habeas.law.model.vocabulary import Act, Outcome
from habeas.requests.request import field_acts
from habeas.requests.vocabulary import COUNSEL_FIRST

COUNSEL, COMMANDER, RECORDS = "county counsel", "watch commander", "records unit"
CHOOSE = "The law permits it and does not require it, and nobody has chosen: {act}. Does the office do it?"
NO_RULE = "No rule was found: {act}. May the office do it, and does it?"
NOT_IN_ROSTER = "No roster holds {field}: is it on record, and where?"


def every_question(answer: Answer) -> tuple[AnswerQuestion, ...]:
    """Every open question of the answer: about the request, the office's choices, fields no roster holds, then each person."""
    first = tuple(each for each in answer.open_questions if not each.person_id)
    last = tuple(each for each in answer.open_questions if each.person_id)
    return (*first, *still_to_choose(answer), *not_in_roster(answer), *last)


def counted_questions(answer: Answer) -> tuple[tuple[AnswerQuestion, str], ...]:
    """Every open question with how many people it is about; one for counsel that is the same for several stands once, under nobody."""
    asked = every_question(answer)
    about = Counter(each.ask for each in asked if each.person_id)
    once: dict[AnswerQuestion, str] = {}
    for each in asked:
        same = bool(each.person_id) and each.ask.counsel and about[each.ask] > 1
        count = about[each.ask] if same else 1 if each.person_id else 0
        once[AnswerQuestion("", each.ask) if same else each] = str(count or "")
    return tuple(once.items())


def still_to_choose(answer: Answer) -> tuple[AnswerQuestion, ...]:
    """One question for each act the letter speaks of that the law leaves to the office, or says nothing of, and nobody has chosen.

    Nothing is asked while the request itself is open: it answers no act yet.
    """
    if answer.nobody_here or open_request_questions(answer) or not _concerned(answer):
        return ()
    return tuple(dict.fromkeys(each for spoken in answered_acts(answer) for each in _of_act(answer, spoken.act)))


def _of_act(answer: Answer, act: Act) -> Iterator[AnswerQuestion]:
    made = [each.acts[act] for each in _concerned(answer)]
    counsel = answer.request.kind in COUNSEL_FIRST
    for outcome, words, who in (
        (Outcome.MAY, CHOOSE, COUNSEL if counsel else COMMANDER),
        (Outcome.SILENT, NO_RULE, COUNSEL),
    ):
        if any(each.outcome is outcome and _waits(answer, each) for each in made):
            yield AnswerQuestion("", Ask(f"choice.{act.value}", words.format(act=ACT_WORDS[act.value]), who))


def _concerned(answer: Answer) -> list[Decision]:
    """The decisions an act is answered by: of a class those of whom no record says that they are outside it, where there are any."""
    if answer.nobody_placed is not None:
        return [answer.nobody_placed]
    inside = [each.decision for each in answer.people if each.in_class is not False]
    return inside or list(answer.decisions)


def _waits(answer: Answer, made: ActDecision) -> bool:
    return does_of(answer.choices, made.act, made.outcome) is Does.WAITS


def asks_of_list(answer: Answer) -> list[dict[str, Any]]:
    """What is asked about an open act of the people a list would hold, each question once with how many people it is about."""
    found = Counter(
        (act.value, each.acts[act].outcome.value, ask.ask, ask.of)
        for each in (listed(answer) if answer.request.about_a_class else ())
        for act in answer.acts
        for ask in each.acts[act].questions
    )
    names = ("act", "outcome", "ask", "of")
    return [dict(zip(names, key, strict=True)) | {"people": count} for key, count in sorted(found.items())]


def not_in_roster(answer: Answer) -> tuple[AnswerQuestion, ...]:
    """One question for each field that is asked for and may leave, of which no roster has a column."""
    if answer.office is not None or open_request_questions(answer):
        return ()
    granted = {each.act for each in answered_acts(answer) if each.status is Status.GRANTED}
    opened = {
        act for each in answer.decisions for act, made in each.acts.items() if made.outcome in OPEN_DOOR
    } | granted
    return tuple(
        AnswerQuestion("", Ask(f"field.{name}", NOT_IN_ROSTER.format(field=FIELD_WORDS[name]), RECORDS))
        for name, act in field_acts(answer.request).items()
        if Act(act) in opened and not COLUMNS.get(name)
    )
