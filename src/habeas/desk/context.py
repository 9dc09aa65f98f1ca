"""What every page knows: the office, what the role may open, the moment."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from habeas.desk.models import Office
from habeas.desk.workflow.table import table

MENU: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    ("Work", (
        ("home", "Desk", "see_desk"),
        ("intake", "New request", "receive"),
        ("requests", "Requests", "see_requests"),
        ("questions", "Questions", "see_requests"),
        ("notices", "Notices", "see_requests"),
        ("disputes", "Disputes", "see_requests"),
        ("contacts", "Contacts", "see_requests"),
        ("shifts", "Shift pass-on", "see_shifts"),
        ("calendar", "Calendar", "keep_calendar"),
    )),
    ("People", (
        ("people", "Inmates", "see_people"),
        ("releases", "Release watch", "see_people"),
        ("rosters", "Rosters", "see_people"),
    )),
    ("Law", (
        ("law", "Law", "see_law"),
        ("counsel", "Counsel", "give_opinion"),
        ("office_policy", "Place and policy", "confirm_policy"),
        ("letters", "Letter templates", "approve_letter"),
        ("register", "Public information", "see_people"),
    )),
    ("Record", (
        ("overview", "Overview", "see_overview"),
        ("inspect", "Inspection", "inspect"),
        ("record", "Audit record", "see_checkpoints"),
        ("outside", "External access", "see_outside_accounts"),
        ("reports", "Statutory reports", "see_reports"),
        ("record_count", "Count the record", "ask_counts"),
        ("counts", "Entries for reports", "see_counts"),
    )),
    ("Office", (
        ("start", "Office setup", "see_start"),
        ("manage_office", "Office settings", "manage_office"),
        ("manage_accounts", "Accounts", "manage_accounts"),
        ("vouch", "Verify accounts", "vouch"),
        ("manage_programs", "API keys", "manage_keys"),
        ("health", "System health", "see_health"),
        ("outage_kit", "Outage kit", "print_outage_kit"),
    )),
)  # fmt: skip
"""The menu by group: address, words, capability."""


def desk(request: HttpRequest) -> dict[str, Any]:
    """The context of every page."""
    role = getattr(request.user, "role", "") if hasattr(request, "user") and request.user.is_authenticated else ""
    return {
        "office": getattr(request, "here", None) or Office.objects.first(),
        "menu": _menu_of(role),
        "side": _side_of(role, request.resolver_match.view_name if request.resolver_match else ""),
        "may": _rights_of(role),
        "moment": getattr(request, "moment", None),
        "idle": settings.IDLE_LOCK_SECONDS,
    }


@cache
def _menu_of(role: str) -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
    """The menu of a role: each group with something in it, and of each page its name, words, address."""
    found = table().capabilities
    groups = (
        (group, tuple((name, words, reverse(name)) for name, words, needs in pages if role in found[needs].roles))
        for group, pages in MENU
    )
    return tuple((group, pages) for group, pages in groups if pages)


@cache
def _side_of(role: str, here: str) -> SafeString:
    """The side bar of a role on a page, drawn once: it is the same for everybody who has the role."""
    return render_to_string("desk/parts/side.html", {"menu": _menu_of(role), "here": here})


@cache
def _rights_of(role: str) -> frozenset[str]:
    return frozenset(name for name, each in table().capabilities.items() if role in each.roles)
