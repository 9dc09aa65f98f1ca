"""Intake: take a paper in, say what it is, split a packet, set aside what is none of ours."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from habeas.common.errors import BadInputError
from habeas.desk.forms.intake import Arrival, arrival_from, uploaded
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases import requests
from habeas.desk.services.cases.requests import Request
from habeas.desk.services.intake import intake as desk
from habeas.desk.services.intake.entered_in_error import may_be_set_aside
from habeas.desk.services.intake.reading import part_of
from habeas.desk.services.office.office import Office, for_field
from habeas.desk.services.papers.entries import ENTRIES
from habeas.desk.services.papers.packets import proposed, write_pages
from habeas.desk.services.papers.papers import keep, paper_called, reading_of
from habeas.desk.services.upkeep import jobs
from habeas.desk.views.common import here_of, or_404, paper_of, saw, seen_version, tried
from habeas.desk.workflow.errors import RefusedError
from habeas.desk.workflow.kinds import KINDS_SAID
from habeas.desk.workflow.machine import what_hinders
from habeas.requests.vocabulary import CHANNELS

KINDS = sorted(KINDS_SAID.items(), key=lambda pair: pair[1])


def request_with_paper(number: str) -> Request:
    """The request called `number` with its paper but not the paper's bytes; 404 where there is none."""
    return or_404(requests.request_with_paper(number))


def intake(request: HttpRequest) -> HttpResponse:
    """Take in a file, or words that were only said."""
    here = here_of(request)
    if request.method == "POST":
        try:
            return _take(request, here)
        except (RefusedError, BadInputError) as fault:
            messages.error(request, str(fault))
    return render(request, "desk/intake/new.html", _typed(request, here))


def _take(request: HttpRequest, here: Office) -> HttpResponse:
    doing = doing_of(request)
    arrival, file = arrival_from(request, here, doing.at), uploaded(request)
    text = request.POST.get("text", "").strip()
    if file is None and text:
        file = (text.encode(), "typed.txt")
    if file is None and not request.POST.get("said"):
        raise RefusedError("Choose a file, type what it says, or check “Verbal only”.")
    earlier = desk.requests_of(file[0]) if file else []
    if file and earlier:
        paper = keep(file[0], file[1], doing)
        return render(request, "desk/intake/again.html", _typed(request, here) | {"paper": paper, "earlier": earlier})
    return _received(request, file, arrival)


def _received(request: HttpRequest, file: tuple[bytes, str] | None, arrival: Arrival) -> HttpResponse:
    doing = doing_of(request)
    content, name = file or (None, "")
    made = desk.receive_paper(
        content, name, arrival.channel, arrival.received_at, arrival.touched_at, arrival.received_by or doing.needed_account.shown,
        doing, read=False, late_entry=arrival.late, paper_form=arrival.paper_form, **arrival.sender,
    )  # fmt: skip
    if made.paper is not None:
        jobs.queue("read_paper", made.key, doing)
    messages.success(request, f"Received as {made.number}.")
    if doubt := desk.doubt_about_form(made):
        messages.warning(request, doubt)
    return redirect("request_intake", made.number)


@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """The same paper came again: record its second arrival. The file itself stands here already."""
    here = here_of(request)
    paper = or_404(paper_called(request.POST.get("paper", "")))
    try:
        arrival = arrival_from(request, here, doing_of(request).at)
        return _received(request, (bytes(paper.content), paper.name), arrival)
    except (RefusedError, BadInputError) as fault:
        messages.error(request, str(fault))
        return redirect("intake")


def _typed(request: HttpRequest, here: Office) -> dict[str, Any]:
    late = request.POST.get("late") or request.GET.get("late")
    now = for_field(request.moment, here)  # type: ignore[attr-defined]
    return {
        "typed": request.POST, "channels": sorted(CHANNELS), "late": late,
        "received": request.POST.get("received_at") or ("" if late else now),
        "touched": request.POST.get("touched_at") or ("" if late else now),
        "hidden": [(name, request.POST[name]) for name in request.POST if name not in {"csrfmiddlewaretoken", "text", "said"}],
    }  # fmt: skip


def show(request: HttpRequest, number: str) -> HttpResponse:
    """What just arrived: what it seems to be, whether it came before, and what to do with it."""
    here_of(request)
    asked = request_with_paper(number)
    saw(request, "request", asked.key, {"state": asked.state, "paper": asked.paper_id is not None}, asked.number)
    said = desk.said_of(asked)
    kind = asked.kind or desk.seems_to_be(asked, said)
    part = part_of(asked)
    aside_open, aside_why = may_be_set_aside(asked, doing_of(request))
    context = {
        "asked": asked, "kind": kind, "kinds": KINDS, "part": part, "alike": desk.alike(asked, said),
        "parts": _proposed_parts(asked), "reasons": {key: words for key, words in desk.ASIDE_REASONS.items() if key not in desk.OF_A_CLAIM},
        "evidence": [(key, desk.ASIDE_REASONS[key]) for key in desk.OF_A_CLAIM],
        "claims": desk.open_claims() if aside_open and asked.state == "received" else (),
        "reason": desk.ASIDE_REASONS.get((asked.aside or {}).get("reason", "")),
        "job": jobs.newest("read_paper", asked.key) if asked.paper and asked.paper.reading is None else None,
        "hinders": what_hinders(asked, "confirm_set_aside", doing_of(request)) if asked.state == "set_aside" else None,
        "aside_open": aside_open, "aside_why": aside_why,
        "papers": [(each, write_pages(each.pages)) for each in part.papers] if part else [],
        "name_says": ENTRIES["subject.full_name"].says,
        "beside": paper_of(request, asked),
    }  # fmt: skip
    return render(request, "desk/intake/show.html", context)


def _proposed_parts(asked: Request) -> list[str]:
    if asked.packet_id or asked.pages or asked.state not in {"received", "reading"}:
        return []
    return proposed(reading_of(asked.paper))


def progress(request: HttpRequest, number: str) -> HttpResponse:
    """How far the reading is, for the page that waits; the page works without it."""
    running = jobs.goes_on(jobs.newest("read_paper", or_404(requests.request_key(number))))
    return HttpResponse("running" if running else "ended", content_type="text/plain")


@require_POST
def register(request: HttpRequest, number: str) -> HttpResponse:
    """Say what it is; it becomes a request."""
    asked = request_with_paper(number)
    source: dict[str, Any] = {"kind": request.POST.get("kind", "")}
    name = request.POST.get("full_name", "").strip()
    if name:
        source["subject"] = {"full_name": name}
    if asked.paper_id is None:
        source["in_writing"] = False
    return tried(
        request, lambda: desk.register(asked, source, doing_of(request), seen_version(request)),
        "Request created. Verify the fields." if asked.paper_id else "Request created. Enter what was said.", "read", number,
    ) if source["kind"] else _no_kind(request, number)  # fmt: skip


def _no_kind(request: HttpRequest, number: str) -> HttpResponse:
    messages.error(request, "Choose the document type from the list.")
    return redirect("request_intake", number)


@require_POST
def split(request: HttpRequest, number: str) -> HttpResponse:
    """Make several requests of one packet."""
    asked = request_with_paper(number)
    ranges = [each for each in request.POST.getlist("pages") if each.strip()]
    done = f"Split into {len(ranges)} requests; this one keeps the first pages."
    return tried(
        request,
        lambda: desk.split(asked, ranges, doing_of(request), seen_version(request)),
        done,
        "request_intake",
        number,
    )


@require_POST
def same_as(request: HttpRequest, number: str) -> HttpResponse:
    """Say that it is the same as an earlier request, or that it is not."""
    asked = request_with_paper(number)
    earlier = request.POST.get("earlier", "").strip()
    found = or_404(requests.request_called(earlier)) if earlier else None
    done = f"Saved: duplicate of {earlier}." if earlier else "Saved: a separate request."
    return tried(
        request,
        lambda: desk.same_as(asked, found, doing_of(request), seen_version(request)),
        done,
        "request_intake",
        number,
    )


@require_POST
def set_aside(request: HttpRequest, number: str) -> HttpResponse:
    """Set it aside: not a request, or not ours."""
    asked, post = request_with_paper(number), request.POST
    return tried(
        request,
        lambda: desk.set_aside(
            asked, post.get("reason", ""), doing_of(request), post.get("words", ""), post.get("sent_to", ""), seen_version(request),
            post.get("claim", ""),
        ),
        "Set aside. A commander confirms it; a copy is kept here.", "request_intake", number,
    )  # fmt: skip


@require_POST
def confirm_set_aside(request: HttpRequest, number: str) -> HttpResponse:
    """A commander confirms."""
    asked = request_with_paper(number)
    return tried(
        request, lambda: desk.confirm_set_aside(asked, request.POST.get("seen", ""), doing_of(request)), "Closed.", "request_intake", number
    )  # fmt: skip


@require_POST
def take_back(request: HttpRequest, number: str) -> HttpResponse:
    """It is a request after all."""
    asked = request_with_paper(number)
    return tried(
        request,
        lambda: desk.take_back(asked, doing_of(request), seen_version(request)),
        "Undone.",
        "request_intake",
        number,
    )


@require_POST
def read_paper(request: HttpRequest, number: str) -> HttpResponse:
    """Return to data entry review, where reading was cut off."""
    asked = request_with_paper(number)
    return tried(
        request, lambda: jobs.queue("read_paper", asked.key, doing_of(request)), "The document is being read.", "request_intake", number
    )  # fmt: skip
