"""A document that should never have become a request: what was prepared on it falls, before anything has gone out."""

from django.db.models import Exists, OuterRef

from habeas.desk.doing import Doing
from habeas.desk.models import STANDS, ActChoice, Decision, Dispatch, Execution, Notice, Request
from habeas.desk.services.clocks.clocks import meet_notice
from habeas.desk.workflow.guards import TAKES_A_PERSON, Shown, living_decision
from habeas.desk.workflow.machine import Move, open_to, what_hinders

WHY = "the document was set aside"
NOT_OWED = "Entered in error: the document was set aside."


def may_be_set_aside(request: Request, doing: Doing) -> tuple[bool, str]:
    """Whether the role may set a request aside in its state, and what stands against it; read in one query for a page."""
    if "set_aside" not in {each.name for each in open_to(request, doing)}:
        return False, ""
    if request.state == "received":
        return True, ""  # nothing was prepared on it yet
    return True, what_hinders(request, "set_aside", doing, _shown(request)) or ""


def _shown(request: Request) -> Shown:
    """What the guard looks at: whether anything went out, and the decision in force with the acts that it complies with."""
    logs = {"request": OuterRef("pk"), **STANDS}
    row = Request.objects.filter(pk=request.pk).values_list(
        Exists(Dispatch.objects.filter(**logs)) | Exists(Execution.objects.filter(**logs)) | Exists(
            Notice.objects.filter(request=OuterRef("pk")).exclude(served_at=None)
        ),
        Exists(ActChoice.objects.filter(
            decision__request=OuterRef("pk"), decision__state=Decision.State.SETTLED, act__in=TAKES_A_PERSON, does="complies"
        )),
    ).get()  # fmt: skip
    gone_out, held = row
    held_by = Decision(state=Decision.State.SETTLED) if held else None
    choices = [ActChoice(act="hold", does=ActChoice.Does.COMPLIES)] if held else []
    return Shown(held_by, choices, disputed=False, gone_out=gone_out)


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
