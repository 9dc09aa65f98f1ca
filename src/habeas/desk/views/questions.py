"""All open facts: who can say, who was asked and when, what each answer leads to. And counsel's page."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from habeas.desk.middleware import doing_of
from habeas.desk.services.custody.two_people import office_changes
from habeas.desk.services.decisions.opinions import OUTCOMES, Terms, earlier, give_opinion, to_sign_off, unsettled
from habeas.desk.services.office.office import for_field
from habeas.desk.services.pages.question_list import Question, answered, effects_of, open_now
from habeas.desk.services.pages.request_page import answering
from habeas.desk.views.common import here_of, request_of, saw, seen_version, tried
from habeas.desk.views.forms_given import day_given
from habeas.law.model.vocabulary import Act

MINE: dict[str, str] = {"counsel": "county counsel", "commander": "watch commander", "clerk": "records unit"}
"""Assigned to are mine, by role."""


def questions(request: HttpRequest) -> HttpResponse:
    """Every open fact by who can say; `of` chooses one of them, `answered` shows what was answered last."""
    here, moment = here_of(request), request.moment  # type: ignore[attr-defined]
    rows = answered() if request.GET.get("answered") else open_now()
    people = sorted({each.of for each in rows})
    chosen = request.GET.get("of", "")
    if chosen == "me":
        chosen = MINE.get(request.user.role, "")  # type: ignore[union-attr]
    shown = [each for each in rows if not chosen or each.of == chosen]
    saw(request, "list", "questions", {"questions": [each.key for each in shown]})
    context = {
        "shown": _rows(shown),
        "people": people,
        "chosen": chosen,
        "take_query": urlencode({"of": chosen}) if chosen else "",
        "mine": MINE.get(request.user.role, ""),  # type: ignore[union-attr]
        "answered": bool(request.GET.get("answered")),
        "local_now": for_field(moment, here),
    }
    return render(request, "desk/questions.html", context)


def _rows(shown: list[Question]) -> list[dict[str, Any]]:
    found = effects_of(shown)
    return [_row(each, found) for each in shown]


def _row(each: Question, found: Mapping[int, Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "key": each.key,
        "number": each.request.number,
        "fact": each.fact,
        "ask": each.ask,
        "of": each.of,
        "raised_at": each.raised_at,
        "asked_at": each.asked_at,
        "asked_how": each.asked_how,
        "chased_at": each.chased_at,
        "answered": each.answered if each.answered_id else None,
        "closed_at": each.closed_at,
        "effects": found.get(each.request_id, {}).get(f"{each.fact} {each.ask}", []),
        **answering(each.fact),
    }


def counsel(request: HttpRequest) -> HttpResponse:
    """Unsettled acts that wait for counsel, each with its rules, and counsel's earlier answers about the same acts."""
    here = here_of(request)
    opened, moment = request.GET.get("request", ""), request.moment  # type: ignore[attr-defined]
    waiting = unsettled(opened, moment)
    before = list(earlier({each.act for each in waiting if each.act} or {act.value for act in Act}))
    saw(request, "list", "unsettled", {"requests": [each.request.number for each in waiting]})
    context = {
        "to_sign_off": list(to_sign_off()),
        "office_changes": office_changes(here, request.user.role),  # type: ignore[union-attr]
        "waiting": waiting,
        "earlier": before,
        "outcomes": OUTCOMES,
        "acts": [act.value for act in Act],
        "reads": request.user.role in {"counsel", "commander"},  # type: ignore[union-attr]
    }
    return render(request, "desk/counsel/index.html", context)


@require_POST
def opinion(request: HttpRequest, number: str) -> HttpResponse:
    """Record counsel's answer about one act."""
    asked, given = request_of(number), request.POST

    def act() -> None:
        give_opinion(
            asked,
            given.get("act", ""),
            given.get("outcome", ""),
            given.get("text", ""),
            doing_of(request),
            Terms(
                given.get("provision", ""),
                day_given(request, "expires_on"),
                given.get("open") != "yes",
                given.get("condition", ""),
            ),
            seen_version(request),
        )

    return tried(
        request,
        act,
        "Counsel's answer is saved. What is still open on the request stands below, if anything.",
        "counsel",
    )
