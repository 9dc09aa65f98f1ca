"""Facts at the desk: recorded with source and time, never overwritten; and the questions that are open, each with who can say."""

from datetime import datetime
from typing import Any

from habeas.desk.doing import Doing
from habeas.desk.models import FactRecord, Question, Request
from habeas.desk.services.cases.freshness import refresh
from habeas.desk.services.custody.own_record import demand_more_than_record
from habeas.desk.services.decisions.open_questions import ask_what_is_open
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import moving
from habeas.law.engine.case_files import facts_of
from habeas.law.model.facts import FACTS


def record_fact(
    request: Request,
    fact: str,
    value: Any,
    source: str,
    said_at: datetime,
    doing: Doing,
    capability: str = "record_fact",
) -> FactRecord:
    """Record one fact about the request or its person: what, on whose word, when. None records that it is not known.

    A draft that rested on something else goes back. Raises RefusedError for a fact nobody knows, a value it cannot have, or no proof
    on the bare word of a record that says United States.
    """
    entity, _, name = fact.partition(".")
    if fact not in FACTS or entity == "charge":
        raise RefusedError(f"{fact[:60]} cannot be recorded here; correct a charge in the JMS.")
    if fact == "request.identity_match":
        raise RefusedError("Identify the inmate on the identification page.")
    if not source.strip():
        raise RefusedError("Enter the source: name, or which document.")
    facts_of(entity, {name: value}, "The fact")
    demand_more_than_record(request.person, fact, value, source)
    with moving(request, capability, doing) as move:
        about = move.request.person if entity in {"person", "custody"} else None
        made = FactRecord.objects.create(
            request=None if about else move.request, person=about, fact=fact, value=value, source=source[:200], said_at=said_at,
            recorded_at=doing.at, by=doing.needed_account,
        )  # fmt: skip
        closed = move.request.questions.filter(fact=fact, closed_at=None)
        closed.update(answered=made, closed_at=doing.at, closed_why="answered")
        move.entry.detail |= {"fact": fact, "key": made.key}
        move.entry.sealed |= {"value": value, "source": source}
    refresh(request, doing)
    ask_what_is_open(request, doing)
    return made


def record_asked(question: Question, how: str, doing: Doing) -> None:
    """Record that somebody was asked (again): how and when."""
    with moving(question.request, "ask_question", doing) as move:
        if question.asked_at is None:
            question.asked_at = doing.at
        else:
            question.chased_at = doing.at
        question.asked_how = how[:120]
        question.save(update_fields=["asked_at", "chased_at", "asked_how"])
        move.entry.detail |= {"question": question.key, "step": "asked"}
