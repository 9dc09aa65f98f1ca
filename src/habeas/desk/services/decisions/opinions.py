"""Counsel's answers to unsettled questions: dated, with a last day, and privileged text that stays in this room."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from habeas.answers.words import ACT_WORDS
from habeas.common.errors import BadInputError
from habeas.desk.doing import Doing
from habeas.desk.models import STANDS, ActChoice, Decision, Opinion, Question, Request
from habeas.desk.services.clocks.clocks import start_for_opinion
from habeas.desk.services.decisions.draft_answer import answer_json, work
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import living_decision
from habeas.desk.workflow.machine import Move, moving
from habeas.law.model.vocabulary import Act

MAY_IF = "may_if"
OUTCOMES: dict[str, str] = {
    "may": "The office may do it",
    MAY_IF: "The office may do it, only under the condition below",
    "must_not": "The office must not do it",
}
"""What counsel can advise: an opinion opens or shuts a choice; it never commands. Under a condition it is kept as `may` with its words."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What an answer is tied to: the rule it reads, its last day (None: until it is replaced), and whether its text is privileged."""

    provision: str = ""
    expires_on: date | None = None
    privileged: bool = True
    condition: str = ""


OPEN_ENDED = Terms()


def give_opinion(
    request: Request,
    act: str,
    outcome: str,
    text: str,
    doing: Doing,
    terms: Terms = OPEN_ENDED,
    seen: int | None = None,
) -> Opinion:
    """Record counsel's answer about one act of one request. The record says that counsel answered and how, never the text.

    Raises RefusedError for an act or an outcome that is not listed, an act on which no question of law is open here while one is
    about another, an empty answer, or a last day that is past. Only the questions about the act are closed.
    """
    if act not in {each.value for each in Act} or outcome not in OUTCOMES:
        raise RefusedError("Choose the act, and whether the office may do it or must not.")
    if not text.strip():
        raise RefusedError("Write the answer, or where it is kept.")
    if terms.expires_on is not None and terms.expires_on < doing.at.date():
        raise RefusedError("The last day of the answer is past already.")
    condition = terms.condition.strip() if outcome == MAY_IF else ""
    if outcome == MAY_IF and not condition:
        raise RefusedError("Write the condition, in words the clerk can follow.")
    outcome = "may" if outcome == MAY_IF else outcome
    answers = _asks_answered(request, act, doing.at)
    with moving(request, "give_opinion", doing, seen) as move:
        made = Opinion.objects.create(
            request=move.request, act=act, provision=terms.provision[:120], facts=_facts(move.request),
            outcome=outcome,
            condition=condition[:500], text=text,
            privileged=terms.privileged, by=doing.needed_account, at=doing.at, expires_on=terms.expires_on,
        )  # fmt: skip
        open_ones = move.request.questions.filter(fact="law", closed_at=None)
        open_ones = open_ones.filter(ask__in=answers) if answers is not None else open_ones
        open_ones.update(closed_at=doing.at, closed_why="counsel answered")
        start_for_opinion(made, doing)
        move.entry.detail |= {"opinion": made.key, "act": act, "outcome": outcome, "condition": bool(condition)}
        _back_to_the_clerk(move, act)
    return made


def _asks_answered(request: Request, act: str, at: datetime) -> list[str] | None:
    """The open questions of law that an answer about the act settles; None where none is open, or it is not known of which act they are.

    Raises RefusedError where every one of them is about another act: the question would be closed with nothing answered.
    """
    asked = set(request.questions.filter(fact="law", closed_at=None).values_list("ask", flat=True))
    about = {each: asked & set(made.asks) for each, made in open_in_law(request, at).items()} if asked else {}
    known = set().union(*about.values())
    if not known:
        return None
    if not about.get(act):
        acts = ", ".join(ACT_WORDS.get(each, each) for each, asks in about.items() if asks)
        raise RefusedError(f"No question of law is open here on this action. Open is: {acts}. Answer that.")
    return [*about[act], *(asked - known)]


@dataclass(frozen=True, slots=True)
class OpenInLaw:
    """One act of a request on which counsel is asked: the questions, and the rules it turns on."""

    asks: tuple[str, ...]
    rules: list[Mapping[str, Any]]


def open_in_law(request: Request, at: datetime) -> dict[str, OpenInLaw]:
    """The acts a request asks for on which a question is put to counsel: of its decision, else as it is worked out now."""
    decision = living_decision(request)
    if decision is None and request.kind == "list_request":
        return {}
    try:
        acts = (decision.answer if decision else answer_json(work(request, at))).get("acts", {})
    except BadInputError:
        return {}
    found = {act: _in_law(made) for act, made in acts.items() if made.get("asked", True)}
    return {act: each for act, each in found.items() if each.asks}


def _in_law(made: Mapping[str, Any]) -> OpenInLaw:
    asks = (row["ask"] for row in made.get("questions", ()) if row["fact"] == "law" or "counsel" in row["of"])
    return OpenInLaw(tuple(asks), [row for row in made.get("because", ()) if row.get("controls")])


def _back_to_the_clerk(move: Move, act: str) -> None:
    """A draft that waited for this answer goes back to be decided with it: it was never in effect."""
    decision = living_decision(move.request)
    if move.request.state != "ready" or decision is None or not decision.choices.filter(act=act, does="waits").exists():
        return
    decision.state, decision.returned_why = Decision.State.RETURNED, "county counsel answered"
    decision.save(update_fields=["state", "returned_why"])
    move.to = "deciding"


def _facts(request: Request) -> dict[str, Any]:
    """The facts that stood when counsel answered."""
    facts = request.facts.filter(**STANDS).order_by("id").values_list("fact", "value")
    return dict(facts)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """One unsettled act that waits for counsel: the request, the act, the question and the rules it turns on."""

    request: Request
    act: str
    ask: str
    rules: list[Mapping[str, Any]]
    opened: bool = False
    """Whether it was looked for which act the question is about, and none was found."""


def unsettled(opened: str = "", at: datetime | None = None) -> list[Unsettled]:
    """What waits for counsel: acts of living decisions on which the law is unsettled or silent, and questions put to it. Two queries.

    Of the request numbered `opened` each question is said with the act it is about, as worked out at `at`.
    """
    living = (Decision.State.DRAFT, Decision.State.TO_SIGN, Decision.State.SETTLED)
    waiting = (
        ActChoice.objects.filter(outcome__in=["unresolved", "silent"], does="waits", decision__state__in=living)
        .exclude(decision__request__state__in=("ended", "closed"))
        .select_related("decision__request")
        .defer("decision__inputs")
        .order_by("decision__request__received_at")
    )
    found = [_of_choice(each) for each in waiting]
    told = {(each.request.pk, each.ask) for each in found}
    asked = open_for_counsel().select_related("request").order_by("raised_at")
    others = [each for each in asked if (each.request_id, each.ask) not in told]
    return found + [row for each in others for row in _of_question(each, opened, at)]


def _of_question(question: Question, opened: str, at: datetime | None) -> list[Unsettled]:
    """A question with each act it is about, where its request is opened; else by itself."""
    asked = question.request
    about = open_in_law(asked, at) if at is not None and asked.number == opened else {}
    rows = [Unsettled(asked, act, question.ask, each.rules) for act, each in about.items() if question.ask in each.asks]
    return rows or [Unsettled(asked, "", question.ask, [], opened=asked.number == opened)]


def to_sign_off() -> QuerySet[Request]:
    """Answers that are in force only once counsel has signed off, the oldest first."""
    return Request.objects.filter(state="to_counsel").defer("source", "match").order_by("received_at", "id")


def open_for_counsel() -> QuerySet[Question]:
    """Open questions that only counsel can answer."""
    return Question.objects.filter(Q(fact="law") | Q(of__icontains="counsel"), closed_at=None)


def _of_choice(choice: ActChoice) -> Unsettled:
    made = choice.decision.answer.get("acts", {}).get(choice.act, {})
    rules = [row for row in made.get("because", ()) if row.get("controls")]
    of_list = (each for each in choice.decision.answer.get("asks", ()) if each["act"] == choice.act)
    asks = [row["ask"] for row in (*made.get("questions", ()), *of_list)]
    return Unsettled(
        choice.decision.request, choice.act, asks[0] if asks else "Counsel: what does the law require here?", rules
    )


def earlier(acts: set[str], limit: int = 20) -> QuerySet[Opinion]:
    """Counsel's earlier answers about these acts, newest first: they may apply to others."""
    return Opinion.objects.filter(act__in=acts).select_related("request", "by").order_by("-at", "-id")[:limit]
