"""What the office does act by act: what the law says, but for the choices a person may make inside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from habeas.answers.choices import SAFE, Choices
from habeas.answers.choices import Does as Says
from habeas.desk.doing import Doing
from habeas.desk.models import ActChoice, Opinion, Request
from habeas.desk.services.cases.grounds import GROUNDS
from habeas.desk.services.cases.related_rows import Row
from habeas.desk.services.decisions.draft_answer import DraftAnswer
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.findings import CLOSES, Finding, closed_words, closing, findings_about
from habeas.law.model.vocabulary import Act, Outcome
from habeas.requests.vocabulary import COUNSEL_FIRST

Does = ActChoice.Does


BY_COUNSEL = frozenset({Outcome.UNRESOLVED, Outcome.SILENT})
"""Outcomes that only counsel's answer opens to a choice: the law is unsettled, or no rule was found."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A person's choice about one act inside `may`, or on counsel's opinion where the law is unsettled."""

    act: str
    complies: bool
    ground: str
    words: str = ""


def chosen_of(rows: Iterable[ActChoice]) -> Choices:
    """What the office does, as the answers room takes it."""
    return {(Act(each.act), Outcome(each.outcome)): Says(each.does) for each in rows}


def act_rows(worked: DraftAnswer, request: Request, choices: Iterable[Choice], doing: Doing) -> list[ActChoice]:
    """A row for each act the answer speaks of, with the choices in it; not stored. Raises RefusedError where one is not open."""
    chosen = {each.act: each for each in choices}
    strange = sorted(set(chosen) - {act.value for act in worked.outcomes()})
    if strange:
        raise RefusedError(f"The request does not ask for {', '.join(strange)}; leave it out.")
    finding = _demand_open(worked, request, chosen)
    rows = [
        row
        for act, outcome in worked.outcomes().items()
        for row in _of_act(worked, act, (outcome, *worked.beside(act, outcome)), request, chosen.get(act.value), doing)
    ]
    if finding is not None:
        _close(rows, finding)
    return [each for each in rows if not _needless(each, rows, worked)]


def _demand_open(worked: DraftAnswer, request: Request, chosen: Mapping[str, Choice]) -> Finding | None:
    """The finding that closes acts here, if any. Raises RefusedError where somebody chose one of them."""
    finding = closing(request, findings_about(request.person)) if worked.inputs.findings else None
    if finding is not None and any(each.complies and each.act in CLOSES for each in chosen.values()):
        raise RefusedError(closed_words(finding))
    return finding


def _close(rows: Iterable[ActChoice], finding: Finding) -> None:
    """What a finding closes is refused; where it may be about somebody else, it waits until that is settled."""
    for row in (each for each in rows if each.act in CLOSES):
        row.does, row.needs_second = (Does.REFUSES if finding.certain else Does.WAITS), False
        row.ground = "finding" if finding.certain and row.outcome != Outcome.MUST_NOT.value else row.ground


def _of_act(
    worked: DraftAnswer, act: Act, outcomes: Sequence[Outcome], request: Request, choice: Choice | None, doing: Doing
) -> Iterator[ActChoice]:
    """A row for each outcome of one act: what is firm stays firm, and the choice speaks for everybody else it can speak for."""
    open_to = {each for each in outcomes if _speaks_for(choice, act, each, request, worked)}
    for outcome in outcomes:
        alone = len(outcomes) == 1 or not open_to  # nobody else takes the choice: why it is not open is said
        yield _row(worked, act, outcome, request, choice if alone or outcome in open_to else None, doing)


def _speaks_for(choice: Choice | None, act: Act, outcome: Outcome, request: Request, worked: DraftAnswer) -> bool:
    """Whether a choice about an act can be one for people with this outcome: inside `may`, or as counsel's answer lets it."""
    if choice is None or outcome not in BY_COUNSEL | {Outcome.MAY}:
        return False
    opinion = None if outcome is Outcome.MAY else living_opinion(request, act.value, worked.inputs.as_of)
    return outcome is Outcome.MAY or (opinion is not None and (opinion.outcome == "may" or not choice.complies))


def _row(
    worked: DraftAnswer, act: Act, outcome: Outcome, request: Request, choice: Choice | None, doing: Doing
) -> ActChoice:
    does, opinion = _does(act, outcome, choice, request, worked)
    needs = does == Does.COMPLIES
    made = worked.decision.acts[act] if worked.decision else None
    return ActChoice(
        act=act.value,
        outcome=outcome.value,
        does=does,
        ground=choice.ground if choice else "",
        words=choice.words if choice else "",
        opinion=opinion,
        needs_second=needs,
        until=made.until if made else None,
        effective_at=None if needs or request.kind in COUNSEL_FIRST else doing.at,
    )


def _needless(row: ActChoice, rows: list[ActChoice], worked: DraftAnswer) -> bool:
    """Whether an open act need not be settled: it would only give a field of a list that is refused, so the letter is silent on it."""
    asked = worked.answer.request
    refused = {each.does for each in rows if each.act == Act.LIST.value} == {Does.REFUSES.value}
    return asked.about_a_class and refused and row.does == Does.WAITS and row.act not in asked.asks


def _does(
    act: Act, outcome: Outcome, choice: Choice | None, request: Request, worked: DraftAnswer
) -> tuple[str, Opinion | None]:
    if choice is None:  # of nobody nothing is done, and nothing is open
        return (SAFE[outcome] if worked.answer.decisions or worked.answer.nobody_placed else Says.REFUSES).value, None
    if choice.ground not in GROUNDS:
        raise RefusedError(f"{act.value}: choose one of the listed reasons.")
    if outcome is Outcome.MAY:
        return (Does.COMPLIES if choice.complies else Does.REFUSES), None
    if outcome in BY_COUNSEL:
        opinion = living_opinion(request, act.value, worked.inputs.as_of)
        if opinion is None or (choice.complies and opinion.outcome != "may"):
            raise RefusedError(
                f"{act.value}: the law is unsettled or no rule was found; only counsel's answer can open a choice."
            )
        return (Does.COMPLIES if choice.complies else Does.REFUSES), opinion
    raise RefusedError(f"{act.value}: the law says {outcome.value.replace('_', ' ')}; no other choice is allowed.")


def living_opinion(request: Request, act: str, day: str) -> Opinion | None:
    """Counsel's latest answer about one act; None where there is none, or where it has run out on `day`."""
    found = request.opinions.filter(act=act).order_by("-at", "-id").first()
    return found if found and not (found.expires_on and found.expires_on.isoformat() < day) else None


def answered_by_counsel(request: Request, at: datetime) -> frozenset[str]:
    """The acts of a request about which counsel's answer stands."""
    rows = request.opinions.filter(Q(expires_on=None) | Q(expires_on__gte=at.date()))
    return frozenset(rows.values_list("act", flat=True))


def rows_read(rows: Iterable[Row]) -> list[ActChoice]:
    """What the office does act by act, from rows that a page has read already (`choice`)."""
    names = ("act", "outcome", "does", "needs_second")
    return [ActChoice(**{name: row[name] for name in names}) for row in rows]
