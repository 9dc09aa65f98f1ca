"""How each act is answered: granted, denied, or not answered yet, with the law it rests on and until when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from habeas.answers.act_sentences import Status
from habeas.answers.build import Answer
from habeas.answers.choices import Does, does_of
from habeas.answers.citations import NOT_VERIFIED
from habeas.answers.conditions import awaited, conditions, exception
from habeas.answers.documents import paper_word
from habeas.answers.ends import until_words
from habeas.answers.re_block import order_citation
from habeas.answers.reasons import because
from habeas.law.engine.decision import ActDecision, Decision
from habeas.law.model.provision import Provision, Source
from habeas.law.model.vocabulary import Act, Outcome, Sureness
from habeas.requests.request import field_acts

OPEN = frozenset({Outcome.UNKNOWN, Outcome.UNRESOLVED, Outcome.SILENT})
"""Outcomes that answer nothing by themselves; where no rule was found, counsel decides before anything leaves."""
OBEYED = "us.court-order"
"""The rule by which an order of a court is obeyed, whatever it commands."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One act with how it is answered."""

    act: Act
    status: Status
    citations: tuple[str, ...] = ()
    end: str = ""
    before: str = ""
    """What must be done before the act, in words; empty unless it is granted."""
    unless: str = ""
    """What would open a refused act, in words."""
    why: str = ""
    """The reason of a refusal, in the words of the case."""
    parts: tuple["Answered", ...] = ()
    """Granted and denied, where an act is both, each for some of a list."""
    by_counsel: bool = False
    """Whether the law is unsettled, so that counsel decides or has decided."""


def answered_acts(answer: Answer) -> tuple[Answered, ...]:
    """Every act the letter speaks of, in order; a list stands alone unless something of it is given."""
    if answer.request.about_a_class:
        return tuple(_of_class(answer))
    return tuple(_answered(answer, act, answer.decisions) for act in answer.acts)


def pending(acts: Iterable[Answered]) -> bool:
    """Whether anything is still to be answered."""
    return any(each.status is Status.PENDING for each in acts)


def _made(answer: Answer, act: Act) -> list[ActDecision]:
    return [each.acts[act] for each in answer.decisions]


def _of_class(answer: Answer) -> Iterator[Answered]:
    """The list first; the fields of it only where it is given, and other acts the request asks for in so many words."""
    listed = _list(answer)
    yield listed
    if answer.nobody_placed is not None:
        return
    given = listed.status in {Status.GRANTED, Status.SOME}
    reached = [each.decision for each in answer.disclosed] if given else list(answer.decisions)
    for act in answer.acts:
        if act is not Act.LIST and (act.value in answer.request.asks or given):
            yield _answered(answer, act, reached)


def _list(answer: Answer) -> Answered:
    made = _made(answer, Act.LIST)
    if answer.nobody_placed is not None:
        return _answered(answer, Act.LIST, [answer.nobody_placed])
    if answer.disclosed:
        return _given_list(answer)
    firm = [each for each in made if _status(answer, each) is Status.DENIED]
    others = [
        each for each, of in zip(made, answer.people, strict=True) if each not in firm and of.in_class is not False
    ]
    if firm and (not others or _list_refused(answer)):
        return Answered(Act.LIST, Status.DENIED, _citations(answer, firm))
    return Answered(Act.LIST, Status.PENDING, by_counsel=True)


def _given_list(answer: Answer) -> Answered:
    """The list as it is given; not answered yet while it is open whether somebody is on it whom records place in its class."""
    given = Answered(
        Act.LIST, Status.GRANTED, _citations(answer, (each.decision.acts[Act.LIST] for each in answer.disclosed))
    )
    kept = [each.decision.acts[Act.LIST] for each in answer.people if each.in_class and not each.disclosed]
    by_status = {status: [each for each in kept if _status(answer, each) is status] for status in Status}
    if by_status[Status.PENDING] and answer.choices:
        return Answered(Act.LIST, Status.PENDING, by_counsel=True)
    if not by_status[Status.DENIED]:
        return given
    left_out = Answered(Act.LIST, Status.DENIED, _citations(answer, by_status[Status.DENIED]))
    return Answered(Act.LIST, Status.SOME, parts=(given, left_out))


def _list_refused(answer: Answer) -> bool:
    """Whether somebody chose to give no list: then nobody is on it, also of whom no record says whether they are meant."""
    does = {
        each for (act, outcome), each in answer.choices.items() if act is Act.LIST and outcome is not Outcome.MUST_NOT
    }
    return does == {Does.REFUSES}


def _answered(answer: Answer, act: Act, decisions: Sequence[Decision]) -> Answered:
    """One act over everybody it is about; firm for all of them, or it is not answered yet. Some of a list may be told apart."""
    by_status: dict[Status, list[Decision]] = {}
    for each in decisions:
        by_status.setdefault(_status(answer, each.acts[act]), []).append(each)
    parts = tuple(
        _firm(answer, act, status, by_status[status])
        for status in (Status.GRANTED, Status.DENIED)
        if status in by_status
    )
    counsel = _unsettled([each.acts[act] for each in decisions])
    if Status.PENDING in by_status or not parts:
        return Answered(act, Status.PENDING, by_counsel=counsel)
    return parts[0] if len(parts) == 1 else Answered(act, Status.SOME, parts=parts, by_counsel=counsel)


def _firm(answer: Answer, act: Act, status: Status, decisions: list[Decision]) -> Answered:
    """One act that is granted or denied for everybody of `decisions`, with its law, its end, its conditions or its reason."""
    made, paper = [each.acts[act] for each in decisions], paper_word(answer.request)
    if status is Status.DENIED:
        unless, why = exception(made), because(made, paper)
        return Answered(act, status, _citations(answer, made), unless=unless, why=why, by_counsel=_unsettled(made))
    until, due = {(each.until, each.until_says) for each in made}, awaited(decisions, act)
    end = until_words(act, *until.pop()) if len(until) == 1 else ""
    citations = tuple(dict.fromkeys((*_citations(answer, made), *(marked(each.source) for each in due))))
    return Answered(act, status, citations, end, conditions(due, paper), by_counsel=_unsettled(made))


def _unsettled(made: list[ActDecision]) -> bool:
    return any(each.outcome in {Outcome.UNRESOLVED, Outcome.SILENT} for each in made)


def _status(answer: Answer, made: ActDecision) -> Status:
    """The law's word where it is firm; else what the office chose, and nothing where nobody chose."""
    if made.outcome is Outcome.MUST:
        return Status.GRANTED
    if made.outcome is Outcome.MUST_NOT:
        return Status.DENIED
    if made.outcome is Outcome.MAY and not answer.choices and _leaves(answer, made.act):
        return Status.GRANTED
    if not answer.choices or made.outcome is Outcome.UNKNOWN:
        return Status.PENDING
    does = does_of(answer.choices, made.act, made.outcome)
    return {Does.COMPLIES: Status.GRANTED, Does.REFUSES: Status.DENIED}.get(does, Status.PENDING)


def _leaves(answer: Answer, act: Act) -> bool:
    """Whether a draft encloses a field that this act gives, or says that nobody was found."""
    if answer.nobody_placed is not None:
        return True
    acts = field_acts(answer.request)
    return any(acts[name] == act.value for each in answer.disclosed for name in each.disclosed)


def _citations(answer: Answer, made: Iterable[ActDecision]) -> tuple[str, ...]:
    reasons = [reason for each in made for reason in each.controlling]
    rules = {citation_of(answer, each.provision): each.provision.source for each in reasons}
    return tuple(
        marked(rules[each], each) if each == rules[each].citation else each
        for each in citations_of(answer, (reason.provision for reason in reasons))
    )


def marked(source: Source, citation: str = "") -> str:
    """A citation for a letter: one of which nobody read the text itself says so."""
    said = citation or source.citation
    return said if source.sureness is Sureness.VERIFIED else f"{said}{NOT_VERIFIED}"


def citations_of(answer: Answer, rules: Iterable[Provision]) -> tuple[str, ...]:
    """The law that letters and notices cite, each once: none of it law that nobody read, which is a question inside the office."""
    read = (rule for rule in rules if rule.source.sureness is not Sureness.UNVERIFIED)
    return tuple(dict.fromkeys(citation_of(answer, rule) for rule in read))


def citation_of(answer: Answer, rule: Provision) -> str:
    """The law as a letter cites it: what a court orders rests on the order itself, and on no statute about orders."""
    return order_citation(answer) if rule.id == OBEYED else rule.source.citation
