"""What the workers do, each by the key of what it works on. Each can be begun again after a crash."""

from collections.abc import Callable

from habeas.common.errors import BadInputError
from habeas.desk.doing import Doing
from habeas.desk.models import Request, RosterImport
from habeas.desk.record.writing import acting
from habeas.desk.services.cases.freshness import refresh
from habeas.desk.services.custody import custody, roster_index, roster_undo
from habeas.desk.services.decisions import list_work
from habeas.desk.services.intake.intake import read_paper_of
from habeas.desk.services.papers.papers import draw_now
from habeas.desk.services.releases import release_watch
from habeas.desk.workflow.identity import open_conflicts
from habeas.desk.workflow.machine import needed


def read_paper(key: str, doing: Doing, beat: Callable[[int, int], None]) -> None:
    """Read the paper of the request `key`."""
    request = Request.objects.select_related("paper").get(key=key)
    read_paper_of(request, doing)
    if request.paper is not None:
        beat(1, 2)
        draw_now(request.paper)
    beat(2, 2)


def preview_roster(key: str, doing: Doing, beat: Callable[[int, int], None]) -> None:
    """Read the export `key` and store what applying it would do. One that cannot be read is dropped with the sentence why."""
    kept = RosterImport.objects.get(key=key)
    beat(0, 2)
    try:
        roster = custody.read_import(kept)
    except BadInputError as fault:
        custody.drop_roster(kept, doing, str(fault))
        raise
    beat(1, 2)
    custody.write_preview(kept, roster, doing)
    beat(2, 2)


def apply_roster(key: str, doing: Doing, beat: Callable[[int, int], None]) -> None:
    """Apply the export `key`, make the index for matching ready, and look again at every open request whose person changed."""
    kept = RosterImport.objects.get(key=key)
    custody.apply_roster(kept, doing, beat)
    roster_index.index()
    look_again(kept, doing)
    release_watch.work_out(kept, doing)


def undo_roster(key: str, doing: Doing, beat: Callable[[int, int], None]) -> None:
    """Undo the roster `key`, and look again at every open request it touched."""
    kept = RosterImport.objects.get(key=key)
    roster_undo.undo(kept, doing, beat)
    roster_index.index()
    look_again(kept, doing)


def work_out_dates(key: str, doing: Doing, beat: Callable[[int, int], None]) -> None:
    """Work out the release dates of the roster `key` for today."""
    release_watch.work_out(RosterImport.objects.get(key=key), doing)
    beat(1, 1)


def list_determination(key: str, doing: Doing, beat: Callable[[int, int], None]) -> None:
    """Work a list out, or make its response, as somebody asked by `key`."""
    list_work.work_on(key, doing, beat)


def look_again(kept: RosterImport, doing: Doing) -> list[str]:
    """Send back drafts that rest on what changed, and open the conflicts that a changed record brings; the numbers of those requests."""
    changed = roster_undo.touched(kept)
    states = needed("find_stale").from_states | {"deciding"}
    rows = Request.objects.filter(state__in=states).select_related("person", "booking")
    found = []
    for request in rows.filter(person__person_id__in=changed) | rows.filter(person=None, state__in=states):
        conflict = bool(open_conflicts(request))
        if conflict and not request.match_conflict:
            with acting(doing, "match", "request", request.key, request.number) as entry:
                Request.objects.filter(pk=request.pk).update(match_conflict=True)
                entry.detail["step"] = "conflict found"
            request.refresh_from_db()
        if refresh(request, doing) or conflict:
            found.append(request.number)
    return sorted(found)
