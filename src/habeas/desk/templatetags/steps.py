"""The row of a request's steps, on every page of a request."""

from collections.abc import Mapping
from typing import Any

from django import template

from habeas.desk.services.cases.requests import Request
from habeas.desk.services.pages.steps import ShownStep, steps_of, undone_by

register = template.Library()


@register.inclusion_tag("desk/parts/steps.html", takes_context=True)
def request_steps(context: Mapping[str, Any], asked: Any) -> dict[str, Any]:
    """The steps of a request and its inmate; nothing on a page that is about no request."""
    if not isinstance(asked, Request) or not asked.number:
        return {"steps": ()}
    may = frozenset(context.get("may") or ())
    steps: list[ShownStep] = steps_of(asked, may)
    return {"steps": steps, "number": asked.number, "person": asked.person if "see_people" in may else None}


@register.filter
def undone_words(asked: Request) -> str:
    """How a wrong identification or field is corrected where the page cannot any more; empty where it can."""
    return undone_by(asked.state)
