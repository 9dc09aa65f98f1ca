"""Rosters: an export is kept, previewed person by person, applied while clerks work, or dropped. Nothing happens to anybody before."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from habeas.common.errors import BadInputError
from habeas.desk.forms.intake import uploaded
from habeas.desk.forms.local_times import typed_moment
from habeas.desk.middleware import doing_of
from habeas.desk.services.custody import custody, profiles, roster_confirming, roster_doubts, roster_undo
from habeas.desk.services.custody.custody import RosterImport
from habeas.desk.services.upkeep import jobs
from habeas.desk.views.common import here_of, or_404, saw, tried
from habeas.desk.workflow.errors import RefusedError

LISTS: dict[str, str] = {
    "new": "New people",
    "changed": "Changed",
    "gone": "Missing from this export",
    "refused": "Rows refused",
    "repaired": "Read differently than written",
}
"""The lists of a preview, in the order of the page."""


WHEN_WRITTEN = "Enter when the jail's system wrote the export, as the export says: its print time, its name, or the file's own date."
FIRST = ("changed", "gone", "refused", "new")
"""Which list is shown where nobody chose one: the first that is not empty."""


def index(request: HttpRequest) -> HttpResponse:
    """Every export taken in, the newest first, and the form for the next."""
    here_of(request)
    page = Paginator(custody.newest_first(), 25).get_page(request.GET.get("page"))
    saw(request, "list", "rosters", {"keys": [each.key for each in page]})
    return render(request, "desk/rosters/index.html", {"page": page, "profiles": profiles.offered()})


@require_POST
def new(request: HttpRequest) -> HttpResponse:
    """Keep an export and have it previewed."""
    here, doing = here_of(request), doing_of(request)
    try:
        file = uploaded(request)
        if file is None:
            raise RefusedError("Choose the export first.")
        as_of = typed_moment(request, "as_of", "Export date/time", here)
        if as_of is None:
            raise RefusedError(WHEN_WRITTEN)
        kept = custody.keep_roster(file[0], file[1], request.POST.get("profile", "plain"), as_of, doing)
        jobs.queue("preview_roster", kept.key, doing)
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        return redirect("rosters")
    return redirect("roster", kept.key)


def show(request: HttpRequest, key: str) -> HttpResponse:
    """One export: what applying it would do, or how far that is."""
    here_of(request)
    kept = or_404(custody.import_shown(key))
    job = jobs.last_on(kept.key)
    chosen = request.GET.get("list", "")
    chosen = chosen if chosen in LISTS else next((name for name in FIRST if _rows(kept, name)), "changed")
    page = Paginator(_rows(kept, chosen), 100).get_page(request.GET.get("page"))
    saw(request, "roster", kept.sha256[:24], {"list": chosen, "page": page.number})
    counts = [(name, words, len(_rows(kept, name))) for name, words in LISTS.items()]
    context = {
        "kept": kept, "job": job, "running": jobs.goes_on(job),
        "counts": counts, "chosen": chosen, "words": LISTS[chosen], "page": page,
        "held": roster_confirming.held(kept), "doubts": roster_doubts.doubts_of(kept), "cannot_undo": _can_undo(kept),
        "own": kept.asked_by_id == request.user.pk, "seen": roster_confirming.shown(kept),
    }  # fmt: skip
    return render(request, "desk/rosters/show.html", context)


def _rows(kept: RosterImport, name: str) -> list[list[Any]]:
    if name in {"refused", "repaired"}:
        return [list(each.values()) for each in kept.report.get(name, ())]
    return list(kept.file.detail.get(name, ()))


def progress(request: HttpRequest, key: str) -> HttpResponse:
    """How far the work on an export is, for the page that waits; the page works without it."""
    job = jobs.last_on(key)
    words = f"running {job.done} {job.of}" if job is not None and jobs.goes_on(job) else "ended"
    return HttpResponse(words, content_type="text/plain")


@require_POST
def apply(request: HttpRequest, key: str) -> HttpResponse:
    """Apply it, in small steps, while clerks work; one that two people must confirm waits for the second."""
    kept, doing = or_404(custody.import_called(key)), doing_of(request)
    if not custody.was_previewed(kept):
        messages.error(request, "Only an export that was previewed can be applied.")
        return redirect("roster", key)
    done = "It is being applied."
    if roster_confirming.held(kept) and kept.asked_by_id is None:
        done = "Saved. Another person must confirm this roster before it is applied; nothing has changed."

    def act() -> None:
        if not roster_confirming.held(kept) or roster_confirming.confirm(kept, *_said(request), doing):
            jobs.queue("apply_roster", key, doing)

    return tried(request, act, done, "roster", key)


def _said(request: HttpRequest) -> tuple[str, str]:
    return request.POST.get("seen", ""), request.POST.get("why", "")


@require_POST
def undo(request: HttpRequest, key: str) -> HttpResponse:
    """Undo it: whoever it touched stands again as before."""
    kept, doing = or_404(custody.import_called(key)), doing_of(request)

    def act() -> None:
        if request.POST.get("sure") != "yes":
            raise RefusedError("Check the box to confirm that you want to undo this roster.")
        roster_undo.ask_undo(kept, request.POST.get("why", ""), doing)
        jobs.queue("undo_roster", key, doing)

    return tried(request, act, "It is being undone.", "roster", key)


@require_POST
def drop(request: HttpRequest, key: str) -> HttpResponse:
    """Discard it: nothing changes."""
    kept = or_404(custody.import_called(key))
    return tried(
        request, lambda: custody.drop_roster(kept, doing_of(request)), "Discarded. Nothing changed.", "roster", key
    )


def _can_undo(kept: RosterImport) -> str | None:
    """Why it cannot be undone; None where it can."""
    try:
        roster_undo.refuse_undo(kept)
    except RefusedError as fault:
        return str(fault)
    return None
