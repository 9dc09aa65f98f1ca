"""Counsel's answers to unsettled questions: dated, with a last day, and privileged text that stays in this room."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from habeas.desk.doing import Doing
from habeas.desk.models import STANDS, ActChoice, Decision, Opinion, Question, Request
from habeas.desk.services.clocks.clocks import start_for_opinion
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

    Raises RefusedError for an act or an outcome that is not listed, an empty answer, or a last day that is past.
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
    with moving(request, "give_opinion", doing, seen) as move:
        made = Opinion.objects.create(
            request=move.request, act=act, provision=terms.provision[:120], facts=_facts(move.request),
            outcome=outcome,
            condition=condition[:500], text=text,
            privileged=terms.privileged, by=doing.needed_account, at=doing.at, expires_on=terms.expires_on,
        )  # fmt: skip
        open_ones = move.request.questions.filter(fact="law", closed_at=None)
        open_ones.update(closed_at=doing.at, closed_why="counsel answered")
        start_for_opinion(made, doing)
        move.entry.detail |= {"opinion": made.key, "act": act, "outcome": outcome, "condition": bool(condition)}
        _back_to_the_clerk(move, act)
    return made


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


def unsettled() -> list[Unsettled]:
    """What waits for counsel: acts of living decisions on which the law is unsettled or silent, and questions put to it. Two queries."""
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
    return found + [
        Unsettled(each.request, "", each.ask, []) for each in asked if (each.request_id, each.ask) not in told
    ]


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
