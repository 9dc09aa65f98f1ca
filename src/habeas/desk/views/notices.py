"""Notices to people in custody: the list of what is due, the paper in each language, the record of each try."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from habeas.answers.languages import LANGUAGES, code_of, offered
from habeas.desk.middleware import doing_of
from habeas.desk.services.cases.related_rows import RelatedRows
from habeas.desk.services.office.office import for_field
from habeas.desk.services.outgoing import notices as services
from habeas.desk.services.outgoing.notice_papers import attach_by_hand, paper
from habeas.desk.views.common import here_of, or_404, saw, seen_version, tried
from habeas.desk.views.forms_given import any_moment, moment_given
from habeas.desk.workflow.errors import RefusedError

PEOPLE = 40
"""How many people stand on a page of the list."""


def index(request: HttpRequest) -> HttpResponse:
    """The notices that are due, by person, whose first is due soonest first."""
    here_of(request)
    everything = request.GET.get("all") == "yes"
    page = Paginator(services.people_owed(everything), PEOPLE).get_page(request.GET.get("page"))
    groups = services.by_person([row["person"] for row in page], everything)
    saw(request, "list", "notices", {"notices": [each.key for _, rows in groups for each in rows]})
    context = {"groups": groups, "page": page, "everything": everything, "query": "all=yes" if everything else ""}
    return render(request, "desk/notices/index.html", context)


def show(request: HttpRequest, key: str) -> HttpResponse:
    """One notice: the paper to print, the tries so far, and the form that records the next."""
    found, here = notice_of(key), here_of(request)
    rows = services.beside_notice(found)
    saw(request, "notice", found.key, {"what": found.what, "tries": len(rows["service"])}, found.request.number)
    context: dict[str, Any] = {
        "notice": found,
        "asked": found.request,
        "tries": rows["service"],
        "rows": RelatedRows(rows),
        "also": rows["notice"],
        "designees": rows["designee"],
        "offered": offered(found.person.language),
        "language": code_of(found.person.language) or "en",
        "others": [code for code in LANGUAGES if code not in offered(found.person.language)],
        "languages": LANGUAGES,
        "results": services.Result.choices,
        "excuses": services.EXCUSES,
        "to_others": services.to_others(found),
        "answers": services.CONSULAR_ANSWERS if services.asks_answer(found, rows["notice"]) else {},
        "by_hand": attach_by_hand(found),
        "local_now": for_field(request.moment, here),  # type: ignore[attr-defined]
    }
    return render(request, "desk/notices/show.html", context)


def notice_of(key: str) -> services.Notice:
    """The notice with this key; 404 where there is none."""
    return or_404(services.notice_called(key))


def print_paper(request: HttpRequest, key: str, language: str) -> HttpResponse:
    """The notice as a PDF in one language, kept nowhere."""
    found = notice_of(key)
    if language not in LANGUAGES:
        raise Http404
    response = HttpResponse(paper(found, language, doing_of(request)), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{found.request.number}-notice-{language}.pdf"'
    return response


@require_POST
def serve(request: HttpRequest, key: str) -> HttpResponse:
    """Record one try to tell the person."""
    found, given = notice_of(key), request.POST

    def act() -> None:
        told = services.Told(
            moment_given(request, "at"),
            given.get("interpreter", ""),
            given.get("place", ""),
            given.get("note", ""),
            any_moment(request, "next_try_at"),
            services.designee_of(found, given.get("designee", "")),
            given.get("served_by", ""),
            given.get("answer", ""),
        )
        also = services.chosen_beside(found, request.POST.getlist("also"))
        how = (given.get("result", ""), given.get("language", ""), doing_of(request), told)
        services.serve_together([found, *also], *how, seen_version(request))

    return tried(request, act, "Service logged.", "notice", key)


@require_POST
def excuse(request: HttpRequest, key: str) -> HttpResponse:
    """A commander excuses the notice."""
    found, given = notice_of(key), request.POST
    reason, words = given.get("reason", ""), given.get("words", "")[:200]
    return tried(
        request,
        lambda: services.excuse(found, reason, words, doing_of(request), seen_version(request)),
        "Marked unservable, with the reason.",
        "notice",
        key,
    )


@require_POST
def designee(request: HttpRequest, key: str) -> HttpResponse:
    """Record the attorney or designee of the person."""
    found, given = notice_of(key), request.POST
    name, relation, address = (given.get(each, "") for each in ("name", "relation", "address"))
    return tried(
        request,
        lambda: services.name_designee(found.person, name, relation, address, doing_of(request)),
        "Attorney or designee saved.",
        "notice",
        key,
    )


@require_POST
def consent(request: HttpRequest, key: str) -> HttpResponse:
    """Log the inmate's answer to the consent form."""
    found = notice_of(key)

    def act() -> None:
        if found.what != "written_consent_form":
            raise RefusedError("This notice is no consent form.")
        services.record_consent(
            found.request, request.POST.get("answer", ""), doing_of(request), moment_given(request, "at")
        )

    return tried(request, act, "Fact saved.", "notice", key)
