"""An answer in a few readable lines, for the terminal."""

from collections.abc import Iterable

from habeas.answers.build import Answer, AnswerQuestion
from habeas.answers.open_now import every_question, not_in_roster, still_to_choose
from habeas.answers.words import ACT_WORDS, people
from habeas.law.engine.jurisdictions import without_policy
from habeas.requests.vocabulary import KIND_WORDS


def summary(answer: Answer) -> list[str]:
    """Say in plain lines what was asked, what is answered, what leaves, what stays, what is open."""
    request = answer.request
    lines = [
        f"{KIND_WORDS[request.kind].capitalize()} {request.id}, {without_policy(answer.setting.jurisdiction)}, "
        f"as of {answer.setting.as_of.isoformat()}."
    ]
    lines += [f"  ! {each}" for each in answer.said]
    if answer.office:
        return [*lines, *_of_office(answer)]
    if answer.nobody_placed is not None:
        lines.append("  Nobody in custody was found to be in the class asked for.")
    if not answer.people:
        return [*lines, *_asked(answer.questions), *_choices(answer)]
    lines.append(f"  {people(answer.in_custody).capitalize()} in custody; {people(len(answer.people))} decided.")
    for act, counts in answer.counts().items():
        told = ", ".join(f"{outcome.replace('_', ' ')} {count:,}" for outcome, count in counts.items())
        lines.append(f"  {ACT_WORDS[act]}: {told}{_law(answer, act)}")
    lines += _leaves(answer)
    return [*lines, *_choices(answer), f"  Questions open: {len(every_question(answer)):,}."]


def _of_office(answer: Answer) -> list[str]:
    """The acts of a request about no person, then what is asked."""
    acts = answer.office.acts if answer.office else {}
    told = [
        f"  {ACT_WORDS[act]}: {acts[act].outcome.value.replace('_', ' ')}{_law(answer, act.value)}"
        for act in answer.acts
    ]
    return [*told, *_asked(answer.questions), *_choices(answer)]


def _choices(answer: Answer) -> list[str]:
    """What nobody has chosen and what no roster holds, with who says it."""
    return _asked((*still_to_choose(answer), *not_in_roster(answer)))


def _asked(questions: Iterable[AnswerQuestion]) -> list[str]:
    return [f"  {each.ask.ask} (ask {each.ask.of})" for each in questions]


def _leaves(answer: Answer) -> list[str]:
    if not answer.request.about_a_class:
        duties = sorted(
            {due.duty.what.value.replace("_", " ") for each in answer.people for due in each.decision.duties}
        )
        return [f"  Duties: {', '.join(duties)}."] if duties else []
    said = answer.citizenship()
    fields = ", ".join(
        name for name in answer.request.fields if any(name in each.disclosed for each in answer.disclosed)
    )
    leaving = (
        f"  Leaves: {people(len(answer.disclosed))}, {fields}."
        if answer.disclosed
        else "  Leaves: nothing about anyone."
    )
    return [
        f"  Records say: United States {said['us']:,}, another country {said['not_us']:,}, nothing readable {said['unknown']:,}.",
        leaving,
    ]


def _law(answer: Answer, act: str) -> str:
    cited = {
        reason.provision.source.citation
        for each in answer.decisions
        for made in each.acts.values()
        if made.act.value == act
        for reason in made.controlling
    }
    return f" [{'; '.join(sorted(cited))}]" if cited else ""
