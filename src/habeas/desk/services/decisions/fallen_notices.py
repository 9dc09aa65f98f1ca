"""A notice of a hold or a transfer that no longer stands is not owed: nobody is sent to tell an inmate of it."""

from habeas.desk.doing import Doing
from habeas.desk.models import Decision, Notice, Request
from habeas.desk.record.writing import EventEntry
from habeas.desk.services.cases.duties import NOT_OWED, owed_by
from habeas.desk.services.clocks.clocks import meet_notice

OF_A_HOLD = frozenset({"inform_person_of_detainer"})
"""Notices that say that somebody is held."""
OF_ACTS = frozenset({"hold", "transfer"})
"""Acts before which, or because of which, an inmate is told; once the act does not stand, nothing is left to tell of it."""


def let_fall(
    request: Request,
    entry: EventEntry,
    doing: Doing,
    *,
    decision: Decision | None = None,
    of_another: bool = False,
) -> list[Notice]:
    """Mark the unserved notices of a hold or transfer as no longer required, but for those that `decision` owes; gives them back.

    `of_another`: the document is about somebody else, so that nothing of it is handed to this inmate.
    """
    due = request.notices.filter(served_at=None, excused="").exclude(what="tell_person_of_finding")
    owed = {(each["what"], each["citation"]) for each in owed_by(decision)} if decision else set()
    fallen = [each for each in due if _falls(each, of_another) and (each.what, each.citation) not in owed]
    for notice in fallen:
        notice.excused = NOT_OWED
        notice.save(update_fields=["excused"])
        meet_notice(notice, "no longer required", doing)
    if fallen:
        entry.detail["notices_not_owed"] = [each.key for each in fallen]
    return fallen


def _falls(notice: Notice, of_another: bool) -> bool:
    return of_another or notice.what in OF_A_HOLD or notice.blocks in OF_ACTS
