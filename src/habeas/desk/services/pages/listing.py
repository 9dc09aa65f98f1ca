"""The list of requests: tabs that are questions, filters that can be taken off again, the most urgent first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, Q, QuerySet, Subquery
from django.db.models.expressions import OuterRef
from django.db.models.functions import Coalesce, Least

from habeas.desk.models import Account, Clock, Decision, Request, Signature
from habeas.desk.workflow.table import table
from habeas.requests.vocabulary import CHANNELS, KIND_WORDS

PAGE_SIZE = 30
_SHOWN = (
    "number", "kind", "state", "received_at", "person__family_name", "person__given_name",
    "assigned_to__first_name", "assigned_to__last_name", "assigned_to__username",
)  # fmt: skip
ANSWERED = ("answered", "watching")
OVER = ("ended", "closed", "set_aside")
DEADLINES: dict[str, tuple[str, int]] = {
    "today": ("due today", 1),
    "3": ("due in 3 days", 3),
    "10": ("due in 10 days", 10),
}
"""Each filter by deadline: its words and days."""

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


def listed(asked: Mapping[str, str], me: Account, at: datetime) -> Listed:
    """Read the list that an address asks for: `tab`, `kind`, `state`, `channel`, `deadline`, `page`. Words nobody knows are passed over."""
    chosen = _known(asked)
    tab = asked.get("tab") if asked.get("tab") in TABS else "open"
    rows = _due(Request.objects.all()).annotate(worked_on=_worked_on(me)).filter(_filters(chosen, at))
    wanted = _tabs(me, at)
    counts = rows.aggregate(**{name: Count("id", filter=each) for name, each in wanted.items()})
    found = rows.filter(wanted[tab or "open"]).select_related("person", "assigned_to").only(*_SHOWN)
    order = (
        ("-received_at",)
        if tab in {"closed", "all", "answered", "mine"}
        else (F("due").asc(nulls_last=True), "received_at")
    )
    page = Paginator(found.order_by(*order), PAGE_SIZE)
    page.count = counts[tab or "open"]  # the tab has counted already
    return Listed(
        page.get_page(asked.get("page")),
        tab or "open",
        [(name, words, counts[name]) for name, words in TABS.items()],
        [(_words(name, value), _query(chosen, tab, without=name)) for name, value in chosen.items()],
        _query(chosen, tab),
    )


def _worked_on(me: Account) -> Exists:
    """Whether this person drafted or signed a decision about the request."""
    signed = Signature.objects.filter(decision=OuterRef("pk"), by=me)
    return Exists(Decision.objects.filter(Q(drafted_by=me) | Exists(signed), request=OuterRef("pk")))


def _due(rows: QuerySet[Request]) -> QuerySet[Request]:
    """Each request with the earliest moment at which something is due: a running clock, else the reply asked for."""
    running = Clock.objects.filter(request=OuterRef("pk"), met_at=None).order_by("ends_at").values("ends_at")[:1]
    rows = rows.annotate(runs=Subquery(running))
    return rows.annotate(due=Coalesce(Least("runs", "reply_by"), "runs", "reply_by"))


def _tabs(me: Account, at: datetime) -> dict[str, Q]:
    working = ~Q(state__in=(*ANSWERED, *OVER))
    return {
        "open": working,
        "in_time": working & (Q(due=None) | Q(due__gte=at)),
        "late": working & Q(due__lt=at),
        "to_sign": Q(state="to_sign"),
        "answered": Q(state__in=ANSWERED),
        "closed": Q(state__in=OVER),
        "mine": Q(assigned_to=me) | Q(worked_on=True),
        "all": Q(pk__gt=0),
    }


def _known(asked: Mapping[str, str]) -> dict[str, str]:
    known: dict[str, Any] = {
        "kind": KIND_WORDS,
        "state": table().states,
        "channel": CHANNELS,
        "deadline": DEADLINES,
    }
    return {name: asked[name] for name, words in known.items() if asked.get(name) in words}


def _filters(chosen: Mapping[str, str], at: datetime) -> Q:
    found = Q(**{name: value for name, value in chosen.items() if name != "deadline"})
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
