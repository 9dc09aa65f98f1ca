"""What every page knows: the office, what the role may open, the moment."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from habeas.desk.models import Office
from habeas.desk.workflow.table import table

MENU: tuple[tuple[str, str, str], ...] = (
    ("home", "Desk", "see_desk"),
    ("intake", "New request", "receive"),
    ("requests", "Requests", "see_requests"),
    ("releases", "Release watch", "see_people"),
    ("people", "Inmates", "see_people"),
    ("rosters", "Rosters", "see_people"),
    ("register", "Public information", "see_people"),
    ("questions", "Questions", "see_requests"),
    ("notices", "Notices", "see_requests"),
    ("counsel", "Counsel", "give_opinion"),
    ("law", "Law", "see_law"),
    ("disputes", "Disputes", "see_requests"),
    ("contacts", "Contacts", "see_requests"),
    ("shifts", "Shift pass-on", "see_shifts"),
    ("outside", "External access", "see_outside_accounts"),
    ("calendar", "Calendar", "keep_calendar"),
    ("overview", "Overview", "see_overview"),
    ("inspect", "Inspection", "inspect"),
    ("record", "Audit record", "see_checkpoints"),
    ("office_policy", "Place and policy", "confirm_policy"),
    ("vouch", "Verify accounts", "vouch"),
    ("manage_accounts", "Accounts", "manage_accounts"),
    ("manage_programs", "API keys", "manage_keys"),
    ("manage_office", "Office settings", "manage_office"),
    ("start", "Office setup", "see_start"),
    ("health", "System health", "see_health"),
    ("outage_kit", "Outage kit", "print_outage_kit"),
)
"""The menu: address, words, capability."""


def desk(request: HttpRequest) -> dict[str, Any]:
    """The context of every page."""
    role = getattr(request.user, "role", "") if hasattr(request, "user") and request.user.is_authenticated else ""
    return {
        "office": getattr(request, "here", None) or Office.objects.first(),
        "menu": _menu_of(role),
        "may": _rights_of(role),
        "moment": getattr(request, "moment", None),
        "idle": settings.IDLE_LOCK_SECONDS,
    }


@cache
def _menu_of(role: str) -> tuple[tuple[str, str, str], ...]:
    """The menu of a role: name, words, address."""
    found = table().capabilities
    return tuple((name, words, reverse(name)) for name, words, capability in MENU if role in found[capability].roles)


@cache
def _rights_of(role: str) -> frozenset[str]:
    return frozenset(name for name, each in table().capabilities.items() if role in each.roles)
