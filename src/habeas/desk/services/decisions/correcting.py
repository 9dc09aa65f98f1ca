"""A recorded fact that was entered wrongly: corrected by another, or undone. Both stay in the record, with who, when and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from habeas.desk.doing import Doing
from habeas.desk.models import STANDS, FactRecord, Request
from habeas.desk.services.cases.freshness import refresh
from habeas.desk.services.custody.own_record import demand_more_than_record
from habeas.desk.services.decisions.open_questions import ask_what_is_open
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.machine import moving
from habeas.law.engine.case_files import facts_of

SENT = frozenset({"answered", "watching"})
"""The states in which a response has gone out."""
AFTER = "a recorded fact was corrected after the response went out"
ELSEWHERE = {"person.written_consent": "Log the inmate's answer anew on the notice of the interview."}
"""Facts that are recorded on a page of their own, and corrected there."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What stands in the place of a wrong entry, and why. `undone`: nothing does."""

    why: str
    value: Any = None
    source: str = ""
    said_at: datetime | None = None
    undone: bool = False


def standing_fact(request: Request, key: str) -> FactRecord | None:
    """A recorded fact of the request or its person that still stands; None where there is none, or it was corrected."""
    found = FactRecord.objects.filter(key=key, **STANDS).select_related("by").first()
    mine = found is not None and (
        found.request_id == request.pk or (found.request_id is None and found.person_id == request.person_id)
    )
    return found if mine else None


def correct_fact(request: Request, key: str, given: Correction, doing: Doing) -> FactRecord:
    """Record that an entry was wrong, and what stands in its place.

    A draft that rested on it goes back; a response that went out is marked as resting on it. Raises RefusedError without a
    reason, for an entry that no longer stands or that a later one follows, and for a value that is no other or that it cannot have.
    """
    _demand_whole(given)
    with moving(request, "correct_fact", doing) as move:
        wrong = standing_fact(move.request, key)
        if wrong is None:
            raise RefusedError("This entry was corrected already; open the request again.")
        _demand_latest(wrong)
        _demand_value(wrong, given)
        if not given.undone:
            demand_more_than_record(move.request.person, wrong.fact, given.value, given.source)
        made = _recorded(wrong, given, doing)
        if move.request.state in SENT:
            move.request.stale = [AFTER]
        move.entry.detail |= {"fact": wrong.fact, "key": made.key, "corrects": wrong.key, "undone": given.undone}
        move.entry.sealed |= {"value": made.value, "was": wrong.value, "source": made.source, "why": given.why}
    refresh(request, doing)
    ask_what_is_open(request, doing)
    return made


def _demand_whole(given: Correction) -> None:
    if not given.why.strip():
        raise RefusedError("Enter why it was wrong.")
    if not given.undone and not given.source.strip():
        raise RefusedError("Enter the source: name, or which document.")


def _demand_latest(wrong: FactRecord) -> None:
    if wrong.fact in ELSEWHERE:
        raise RefusedError(ELSEWHERE[wrong.fact])
    later = FactRecord.objects.filter(
        fact=wrong.fact, request=wrong.request_id, person=wrong.person_id, pk__gt=wrong.pk, **STANDS
    )
    if later.exists():
        raise RefusedError("A later entry of this fact stands and counts; correct that one.")


def _demand_value(wrong: FactRecord, given: Correction) -> None:
    if given.undone:
        return
    entity, _, name = wrong.fact.partition(".")
    facts_of(entity, {name: given.value}, "The fact")
    if given.value == wrong.value and given.source.strip() == wrong.source and given.said_at in {None, wrong.said_at}:
        raise RefusedError("The correction says the same; change the value, the source or the time.")


def _recorded(wrong: FactRecord, given: Correction, doing: Doing) -> FactRecord:
    return FactRecord.objects.create(
        request_id=wrong.request_id, person_id=wrong.person_id, fact=wrong.fact, value=given.value,
        source=given.source[:200] or wrong.source, said_at=given.said_at or wrong.said_at, recorded_at=doing.at,
        by=doing.needed_account, corrects=wrong, why=given.why[:300], withdraws=given.undone,
    )  # fmt: skip
