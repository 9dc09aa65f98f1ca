"""The list of questions: those that are open, those that were answered last, and what each answer leads to."""

from collections.abc import Mapping
from typing import Any

from habeas.desk.models import Decision, Question
from habeas.desk.services.cases.cards import effects
from habeas.desk.services.pages.request_page import LIVING

SHOWN = 100
"""Questions that are shown."""


def open_now() -> list[Question]:
    """The open questions of requests that go on, those nobody was asked first."""
    rows = Question.objects.filter(closed_at=None).exclude(request__state__in=("ended", "closed"))
    rows = rows.select_related("request").defer("request__source", "request__match")
    return list(rows.order_by("asked_at", "raised_at")[:SHOWN])


def answered() -> list[Question]:
    """The questions answered last, each with its answer."""
    rows = Question.objects.exclude(answered=None).select_related("request", "answered__by")
    return list(rows.defer("request__source", "request__match").order_by("-closed_at")[:SHOWN])


def effects_of(shown: list[Question]) -> dict[int, Mapping[str, Any]]:
    """What each answer leads to, by request: from the living decision, where there is one."""
    living = Decision.objects.filter(request__in={each.request_id for each in shown}, state__in=LIVING)
    return {request: effects(changes) for request, changes in living.values_list("request_id", "would_change")}
