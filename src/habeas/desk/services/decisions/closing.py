"""The last steps of a request: its notices are served, it ended (how, in listed words), it is closed, or opened again."""

from habeas.desk.doing import Doing, by_system
from habeas.desk.models import STANDS, Decision, Request
from habeas.desk.services.decisions.fallen_notices import let_fall
from habeas.desk.services.decisions.open_questions import ask_what_is_open
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.guards import living_decision
from habeas.desk.workflow.machine import moving

ENDS: dict[str, str] = {
    "released": "Inmate was released",
    "handed_over": "Inmate was transferred to the requesting agency",
    "other_agency": "Inmate was transferred to another agency",
    "withdrawn": "Withdrawn by sender",
    "cancelled": "Canceled by sender",
    "hold_ended": "Cancellation: ended the hold it names",
    "time_limit": "The time limit was reached",
    "replaced": "Reissued by sender; the new document applies",
    "wrong_person": "Wrong person",
    "entry_error": "Data entry error",
    "answered": "Response only; response sent",
}
"""How a request can end."""

BY_CANCELLATION = frozenset({"cancelled", "hold_ended"})
"""Ways that only a cancellation leads to."""

REOPEN_REASONS: dict[str, str] = {
    "new_fact": "New fact",
    "law_changed": "The law changed",
    "court_order": "A court ordered it",
    "error": "An error was found",
}


def end(request: Request, how: str, doing: Doing, seen: int | None = None) -> None:
    """Record how the request ended. Raises RefusedError for a way that is not listed."""
    _end(request, "end", how, doing, seen)


def withdrawn_by_sender(request: Request, words: str, doing: Doing, seen: int | None = None) -> None:
    """Record that the sender withdrew it, and on which paper or word."""
    if not words.strip():
        raise RefusedError("Enter the document or message in which the sender withdrew it.")
    _end(request, "withdrawn_by_sender", "withdrawn", doing, seen, words)


def _end(request: Request, name: str, how: str, doing: Doing, seen: int | None, words: str = "") -> None:
    if how not in ENDS or how in BY_CANCELLATION:
        raise RefusedError("Choose one of the listed ways in which it ended.")
    if how == "handed_over" and not request.executions.filter(step="handed_over", **STANDS).exists():
        raise RefusedError("Log the transfer of custody: to whom, with which badge, where and when.")
    with moving(request, name, doing, seen) as move:
        decision = living_decision(move.request)
        if decision is not None and decision.state != Decision.State.SETTLED:
            decision.state, decision.returned_why = Decision.State.RETURNED, "the request ended"
            decision.save(update_fields=["state", "returned_why"])
        move.request.ended_how = how
        move.entry.detail["how"] = how
        if how == "withdrawn":
            let_fall(move.request, move.entry, doing)
        if words:
            move.entry.sealed["words"] = words[:300]


def close(request: Request, doing: Doing, seen: int | None = None) -> None:
    """Close it: every notice is served or excused."""
    with moving(request, "close", doing, seen) as move:
        move.request.closed_at = doing.at


def reopen(request: Request, reason: str, doing: Doing, seen: int | None = None) -> None:
    """Open it again for a listed reason; the old decision stays as it is until a new one is made."""
    if reason not in REOPEN_REASONS:
        raise RefusedError("Choose one of the listed reasons.")
    with moving(request, "reopen", doing, seen) as move:
        move.request.closed_at = None
        move.request.ended_how = ""
        move.entry.detail["reason"] = reason
    ask_what_is_open(request, doing)


def decide_open(request: Request, doing: Doing, seen: int | None = None) -> None:
    """Take an answer with an open act back to be decided; what is in force stays so until a new answer is made."""
    with moving(request, "decide_open", doing, seen):
        pass
    ask_what_is_open(request, doing)


def decide_anew(request: Request, doing: Doing, seen: int | None = None) -> None:
    """Decide again after a correction; the response that went out stays as it went until a new one is made."""
    with moving(request, "decide_anew", doing, seen):
        pass
    ask_what_is_open(request, doing)


def go_on(request: Request, doing: Doing) -> None:
    """Move the request on where nothing holds it any more: duties that block are done, or every notice is served."""
    for state, name in (("signed", "duties_met"), ("answered", "start_watch")):
        if request.state == state:
            try:
                with moving(request, name, by_system(doing.at)):
                    pass
            except RefusedError:
                return


def step_on(request: Request, doing: Doing, seen: int | None = None) -> None:
    """Move a signed or answered request on by hand. Raises RefusedError that says what is still owed."""
    name = {"signed": "duties_met", "answered": "start_watch"}.get(request.state)
    if name is None:
        raise RefusedError("It is not waiting for anything.")
    with moving(request, name, doing, seen):
        pass
