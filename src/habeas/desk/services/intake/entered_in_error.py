"""A document that should never have become a request: what was prepared on it falls, before anything has gone out."""

from habeas.desk.doing import Doing
from habeas.desk.models import Decision
from habeas.desk.services.clocks.clocks import meet_notice
from habeas.desk.workflow.guards import living_decision
from habeas.desk.workflow.machine import Move

WHY = "the document was set aside"
NOT_OWED = "Entered in error: the document was set aside."


def undo_what_was_prepared(move: Move, doing: Doing) -> None:
    """Return the living decision, and take off the notices that it owes: nobody is told of a document that was entered in error."""
    decision = living_decision(move.request)
    if decision is None:
        return
    decision.state, decision.returned_why = Decision.State.RETURNED, WHY
    decision.save(update_fields=["state", "returned_why"])
    move.entry.detail["decision"] = decision.key
    for notice in move.request.notices.filter(served_at=None, excused=""):
        notice.excused = NOT_OWED
        notice.save(update_fields=["excused"])
        meet_notice(notice, "excused", doing)
