"""The list of requests: tabs that are questions, filters that can be taken off again, the most urgent first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, DateTimeField, Exists, F, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import OuterRef
from django.db.models.functions import Coalesce, Least

from habeas.desk.models import Account, Clock, Decision, Request, Signature
from habeas.desk.services.clocks.late import in_time_by, late_by
from habeas.desk.workflow.open_acts import has_open_draft
from habeas.desk.workflow.table import table
from habeas.requests.vocabulary import CHANNELS, KIND_WORDS

PAGE_SIZE = 30
_SHOWN = (
    "number", "kind", "state", "received_at", "person__family_name", "person__given_name", "person__middle_and_suffix",
    "assigned_to__first_name", "assigned_to__last_name", "assigned_to__username", "assigned_role",
)  # fmt: skip
ANSWERED = ("answered", "watching")
OVER = ("ended", "closed", "set_aside")
DEADLINES: dict[str, tuple[str, int]] = {
    "today": ("due today", 1),
    "3": ("due in 3 days", 3),
    "10": ("due in 10 days", 10),
}
"""Each filter by deadline: its words and days."""

SORTS: dict[str, tuple[str, tuple[Any, ...]]] = {
    "due": ("Due", (F("due").asc(nulls_last=True), "received_at")),
    "received": ("Received, newest first", ("-received_at",)),
    "inmate": ("Inmate", (F("person__family_name").asc(nulls_last=True), "person__given_name", "received_at")),
    "kind": ("Type", ("kind", F("due").asc(nulls_last=True))),
    "number": ("Number", ("number",)),
}
"""Each order of the list: its words, and by what."""

TABS: dict[str, str] = {
    "open": "Open",
    "in_time": "In time",
    "late": "Late",
    "to_sign": "Awaiting approval",
    "answered": "Answered",
    "closed": "Closed",
    "mine": "Mine",
    "all": "All",
}
"""The tabs. A request that is finished stays under Mine for those who worked on it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of the list: the rows, the tabs with their counts, the filters chosen and how to take each off."""

    page: Page[Any]
    tab: str
    tabs: list[tuple[str, str, int]]
    crumbs: list[tuple[str, str]]
    query: str
    sort: str


def listed(asked: Mapping[str, str], me: Account, at: datetime) -> Listed:
    """Read the list that an address asks for: `tab`, filters, `sort`, `page`. Words nobody knows are passed over."""
    found, tab, chosen, counts = _asked(asked, me, at)
    page = Paginator(found.select_related("person", "assigned_to").only(*_SHOWN), PAGE_SIZE)
    page.count = counts[tab]  # the tab has counted already
    return Listed(
        page.get_page(asked.get("page")),
        tab,
        [(name, words, counts[name]) for name, words in TABS.items()],
        [(_words(name, value), _query(chosen, tab, without=name)) for name, value in chosen.items() if name != "sort"],
        _query(chosen, tab),
        _sort(chosen, tab),
    )


def every_row(asked: Mapping[str, str], me: Account, at: datetime) -> QuerySet[Request]:
    """All rows of the list that an address asks for, in its order, without pages."""
    return _asked(asked, me, at)[0]


def known_of_list(asked: Mapping[str, str]) -> dict[str, str]:
    """What of an address the list knows: tab, filters and order."""
    tab = {"tab": asked["tab"]} if asked.get("tab") in TABS else {}
    return tab | _known(asked)


def _asked(
    asked: Mapping[str, str], me: Account, at: datetime
) -> tuple[QuerySet[Request], str, dict[str, str], dict[str, int]]:
    """The rows of an address in its order, its tab, what else it chose, and how many rows each tab has."""
    chosen, tab = _known(asked), asked.get("tab", "")
    tab = tab if tab in TABS else "open"
    rows = (
        _due(Request.objects.all())
        .annotate(worked_on=_worked_on(me), open_draft=has_open_draft())
        .filter(_filters(chosen, at))
    )
    wanted = _tabs(me, at)
    counts = rows.aggregate(**{name: Count("id", filter=each) for name, each in wanted.items()})
    return rows.filter(wanted[tab]).order_by(*SORTS[_sort(chosen, tab)][1]), tab, chosen, counts


def _sort(chosen: Mapping[str, str], tab: str) -> str:
    """By what the list is ordered: as chosen, else the most urgent first, and what is done the newest first."""
    return chosen.get("sort") or ("received" if tab in {"closed", "all", "answered", "mine"} else "due")


def _worked_on(me: Account) -> Exists:
    """Whether this person drafted or signed a decision about the request."""
    signed = Signature.objects.filter(decision=OuterRef("pk"), by=me)
    return Exists(Decision.objects.filter(Q(drafted_by=me) | Exists(signed), request=OuterRef("pk")))


def _due(rows: QuerySet[Request]) -> QuerySet[Request]:
    """Each request with the earliest moment at which something is due: a running clock, or the reply asked for while none went out."""
    running = Clock.objects.filter(request=OuterRef("pk"), met_at=None).order_by("ends_at").values("ends_at")[:1]
    awaited = Case(
        When(state__in=(*ANSWERED, *OVER), then=Value(None)), default=F("reply_by"), output_field=DateTimeField()
    )
    rows = rows.annotate(runs=Subquery(running), awaited=awaited)
    return rows.annotate(due=Coalesce(Least("runs", "awaited"), "runs", "awaited"))


def _tabs(me: Account, at: datetime) -> dict[str, Q]:
    working = ~Q(state__in=(*ANSWERED, *OVER))
    return {
        "open": working,
        "in_time": working & in_time_by("due", at),
        "late": ~Q(state__in=OVER) & late_by("due", at),  # a notice owed after the answer is late as well
        "to_sign": Q(state="to_sign"),
        "answered": Q(state__in=ANSWERED),
        "closed": Q(state__in=OVER),
        "mine": Q(assigned_to=me) | Q(assigned_role=me.role) | Q(worked_on=True),
        "all": Q(pk__gt=0),
    }


def _known(asked: Mapping[str, str]) -> dict[str, str]:
    known: dict[str, Any] = {
        "kind": KIND_WORDS,
        "state": table().states,
        "channel": CHANNELS,
        "deadline": DEADLINES,
        "sort": SORTS,
    }
    return {name: asked[name] for name, words in known.items() if asked.get(name) in words}


def _filters(chosen: Mapping[str, str], at: datetime) -> Q:
    found = Q(**{name: value for name, value in chosen.items() if name not in {"deadline", "sort"}})
    if "deadline" in chosen:
        found &= Q(due__lt=at + timedelta(days=DEADLINES[chosen["deadline"]][1]))
    return found


def _words(name: str, value: str) -> str:
    words = {
        "kind": KIND_WORDS.get(value, value),
        "state": table().states[value].words if value in table().states else value,
        "deadline": DEADLINES.get(value, (value, 0))[0],
        "channel": f"received via {value}",
    }
    return words[name]


def _query(chosen: Mapping[str, str], tab: str | None, without: str = "") -> str:
    kept = {name: value for name, value in chosen.items() if name != without}
    return urlencode({"tab": tab or "open"} | kept)
