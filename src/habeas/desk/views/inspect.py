"""The inspector's pages: search, sample, timeline, exceptions, who saw what, review of access. They read and change nothing."""

from datetime import datetime, time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from habeas.audit.acts import ACTS
from habeas.audit.replay import ReplayVerdict
from habeas.common.numbers import whole_number
from habeas.desk.forms.local_times import typed_date
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.related_rows import RelatedRows, staff
from habeas.desk.services.contacts import external_accounts as outside
from habeas.desk.services.custody.people import person_called
from habeas.desk.services.decisions.replay import record_replay, replay_all
from habeas.desk.services.office import programs
from habeas.desk.services.office.office import zone
from habeas.desk.services.pages.board import ROLE_WORDS
from habeas.desk.services.record import inspection
from habeas.desk.services.record import oversight_flags as odd
from habeas.desk.services.record.access import accounts_in_use
from habeas.desk.services.record.named_objects import events_about, named_objects
from habeas.desk.views.common import here_of, or_404, request_of, saw
from habeas.desk.workflow.errors import RefusedError


def index(request: HttpRequest) -> HttpResponse:
    """Where an inspector begins: search across everything, and the ways to look closer."""
    here_of(request)
    context: dict[str, Any] = {"acts": ACTS.values(), "kinds": odd.KINDS.items(), "strata": inspection.STRATA.items()}
    names = staff()
    context |= {"actors": _actors(names), "names": names}
    if request.method == "POST":
        asked = {name: request.POST.get(name, "")[:120] for name in ("words", "act", "actor")}
        try:
            context["found"] = inspection.search(**asked, doing=doing_of(request))
            context["about"] = named_objects(context["found"].events)
            saw(request, "list", "inspection", {"found": len(context["found"].requests)})
        except RefusedError as fault:
            messages.error(request, str(fault))
        context["asked"] = asked
    return render(request, "desk/inspect/index.html", context)


def _actors(names: RelatedRows) -> list[tuple[str, str]]:
    """Every member of staff as the record names them, with the words a page shows."""
    return [
        (f"staff-{each['id']}", f"{names.name(each['id'])} ({ROLE_WORDS[each['role']].lower()})")
        for each in names.of("account")
    ]


def sample(request: HttpRequest) -> HttpResponse:
    """Draw a sample by seed and part; the same seed gives the same sample."""
    here_of(request)
    made = None
    if request.method == "POST":
        given = request.POST
        try:
            made = inspection.draw(
                given.get("seed", "")[:80],
                given.get("stratum", ""),
                whole_number(given.get("size", "")) or 0,
                _day(request, "since", "Received from"),
                _day(request, "before", "to before"),
                doing_of(request),
            )
        except RefusedError as fault:
            messages.error(request, str(fault))
    if made is not None and request.POST.get("as") == "csv":
        return _csv_of(made)
    context = {"made": made, "strata": inspection.STRATA.items(), "asked": request.POST}
    return render(request, "desk/inspect/sample.html", context)


def _csv_of(made: inspection.Sample) -> HttpResponse:
    """The sample as a file: numbers, kinds, states and times, and nobody's name."""
    answer = HttpResponse(inspection.sample_csv(made), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="sample.csv"'
    return answer


def _day(request: HttpRequest, name: str, words: str) -> datetime | None:
    """The beginning of a day at the jail; None where none is given."""
    found = typed_date(request, name, words, here_of(request))
    return datetime.combine(found, time.min, zone(here_of(request))) if found else None


def timeline(request: HttpRequest, number: str) -> HttpResponse:
    """The nine times of a request, everything that was done, and who saw it."""
    here_of(request)
    asked = request_of(number)
    built = inspection.timeline(asked)
    saw(request, "request", asked.key, {"times": [str(each.at) for each in built.points]}, number)
    return render(request, "desk/inspect/timeline.html", {"asked": asked, "built": built})


def person(request: HttpRequest, key: str) -> HttpResponse:
    """What was done about one inmate, in the order of the record, with who did it and on which request."""
    here_of(request)
    found = or_404(person_called(key))
    events = events_about(found, inspection.MOST * 5)
    saw(request, "person", found.key, {"part": "timeline", "lines": len(events)})
    names = staff()
    rows = [(each, inspection.doer(each, names), inspection.detail(each)) for each in events]
    return render(
        request, "desk/inspect/person.html", {"person": found, "rows": rows, "full": len(events) == inspection.MOST * 5}
    )


def exceptions(request: HttpRequest, kind: str) -> HttpResponse:
    """One kind of exception."""
    if kind not in odd.KINDS:
        raise Http404
    here_of(request)
    rows, more = odd.exceptions(kind, request.moment)  # type: ignore[attr-defined]
    saw(request, "list", f"exceptions-{kind}", {"lines": len(rows)})
    context = {"kind": kind, "found": odd.KINDS[kind], "kinds": odd.KINDS.items(), "rows": rows, "more": more}
    if kind in {"undone", "ahead"}:
        context |= {"about": named_objects(rows), "names": staff()}
    return render(request, "desk/inspect/exceptions.html", context)


def views(request: HttpRequest) -> HttpResponse:
    """Who looked at what, newest first."""
    here_of(request)
    before = whole_number(request.GET.get("before", ""))
    actor, number = request.GET.get("actor", "")[:40], request.GET.get("request", "")[:40]
    events = inspection.view_log(actor, number, before)
    names = staff()
    saw(request, "list", "views", {"from": events[0].seq if events else None, "lines": len(events)})
    rows = [(each, inspection.who(each.actor, names)) for each in events]
    context = {
        "rows": rows,
        "about": named_objects(events),
        "actors": _actors(names),
        "actor": actor,
        "number": number,
        "full": len(events) == inspection.MOST,
    }
    return render(request, "desk/inspect/views.html", context)


def access(request: HttpRequest) -> HttpResponse:
    """Review of access: every account, key and outside account with when it was last used."""
    here_of(request)
    accounts = accounts_in_use(request.moment)  # type: ignore[attr-defined]
    context = {"accounts": accounts, "keys": programs.ending_first(), "outside": outside.by_holder()}
    saw(request, "list", "access", {"accounts": len(accounts)})
    return render(request, "desk/inspect/access.html", context)


@require_POST
def replay(request: HttpRequest) -> HttpResponse:
    """Decide every stored decision again and show what differs. A view with an event of its own; nothing is changed."""
    here_of(request)
    found = list(replay_all())
    record_replay(found, doing_of(request))
    different = [each for each in found if each.verdict is not ReplayVerdict.SAME]
    return render(request, "desk/inspect/replay.html", {"total": len(found), "different": different})
