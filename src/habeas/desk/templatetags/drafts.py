"""The offer to put unsent words back into a long form."""

from typing import Any

from django import template
from django.template.context import Context

from habeas.desk.services.office.drafts import kept_draft

register = template.Library()


@register.inclusion_tag("desk/parts/draft.html", takes_context=True)
def draft_offer(context: Context, name: str) -> dict[str, Any]:
    """What this account typed into the form `name` of this page and did not send; nothing where a form was just sent."""
    request = context["request"]
    form = f"{request.path}#{name}"
    found = kept_draft(request.user, form, request.moment, context.get("drafts")) if request.method == "GET" else None
    return {
        "found": found,
        "form": form,
        "name": name,
        "office": context.get("office"),
        "csrf_token": context.get("csrf_token"),
    }
