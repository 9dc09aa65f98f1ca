"""The list of requests: tabs that are questions, filters that can be taken off again, the most urgent first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Case, CharField, Count, DateTimeField, Exists, F, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import OuterRef
from django.db.models.functions import Coalesce, Least

from habeas.desk.built_once import BuiltOnce, Given, given_key
from habeas.desk.models import Account, Clock, Decision, Request, Signature
from habeas.desk.services.clocks.late import in_time_by, late_by
from habeas.desk.workflow.kinds import KINDS_SAID
from habeas.desk.workflow.open_acts import has_open_draft
from habeas.desk.workflow.table import table
from habeas.requests.vocabulary import CHANNELS

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


@dataclass(frozen=True, slots=True)
class _Seen:
    """Who asks for a list, when, and until when a deadline counts that was chosen: values, or what stands for them in a query."""

    me: Any
    role: Any
    at: Any
    until: Any


_GIVEN = _Seen(
    given_key("me", Account), Given("role", CharField()), Given("at", DateTimeField()), Given("until", DateTimeField())
)


def listed(asked: Mapping[str, str], me: Account, at: datetime) -> Listed:
    """Read the list that an address asks for: `tab`, filters, `sort`, `page`. Words nobody knows are passed over."""
    tab, chosen = _tab(asked), _known(asked)
    sort, seen = _sort(chosen, tab), _seen(chosen, me, at)
    given = {name: getattr(seen, name) for name in _Seen.__slots__} | chosen
    filters = frozenset(chosen) - {"sort"}
    counts = _counts(filters, given)
    rows: Any = _Rows(filters, tab, sort, given, counts[tab])
    return Listed(
        Paginator(rows, PAGE_SIZE).get_page(asked.get("page")),
        tab,
        [(name, words, counts[name]) for name, words in TABS.items()],
        [(_words(name, value), _query(chosen, tab, without=name)) for name, value in chosen.items() if name != "sort"],
        _query(chosen, tab),
        sort,
    )


def every_row(asked: Mapping[str, str], me: Account, at: datetime) -> QuerySet[Request]:
    """All rows of the list that an address asks for, in its order, without pages."""
    tab, chosen = _tab(asked), _known(asked)
    seen = _seen(chosen, me, at)
    return _chosen_rows(chosen, seen).filter(_tabs(seen)[tab]).order_by(*SORTS[_sort(chosen, tab)][1])


def known_of_list(asked: Mapping[str, str]) -> dict[str, str]:
    """What of an address the list knows: tab, filters and order."""
    tab = {"tab": asked["tab"]} if asked.get("tab") in TABS else {}
    return tab | _known(asked)


def _tab(asked: Mapping[str, str]) -> str:
    return tab if (tab := asked.get("tab", "")) in TABS else "open"


def _seen(chosen: Mapping[str, str], me: Account, at: datetime) -> _Seen:
    days = DEADLINES[chosen["deadline"]][1] if "deadline" in chosen else 0
    return _Seen(me.pk, me.role, at, at + timedelta(days=days))


def _chosen_rows(chosen: Mapping[str, Any], seen: _Seen) -> QuerySet[Request]:
    rows = _due(Request.objects.all()).annotate(worked_on=_worked_on(seen.me), open_draft=has_open_draft())
    return rows.filter(_filters(chosen, seen.until))


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one tab in their order, read a page at a time."""

    filters: frozenset[str]
    tab: str
    sort: str
    given: Mapping[str, Any]
    count: int

    def __len__(self) -> int:
        """How many there are: the tab has counted already."""
        return self.count

    def __getitem__(self, part: slice) -> Any:
        """The rows of the page that begins at a place."""
        return _page(self.filters, self.tab, self.sort, part.start)(**self.given)


@lru_cache(maxsize=256)
def _page(filters: frozenset[str], tab: str, sort: str, first: int) -> BuiltOnce:
    """The query of one page for these filters, whatever they are set to."""

    def build() -> QuerySet[Request]:
        rows = _chosen_rows(_filter_values(filters), _GIVEN).filter(_tabs(_GIVEN)[tab]).order_by(*SORTS[sort][1])
        return rows.select_related("person", "assigned_to").only(*_SHOWN)[first : first + PAGE_SIZE]

    return BuiltOnce(build)


def _counts(filters: frozenset[str], given: Mapping[str, Any]) -> dict[str, int]:
    """How many rows each tab has."""
    counted = [(row[:-1], row[-1]) for row in _counting(filters)(**given)]
    return {name: sum(count for tabs, count in counted if tabs[place]) for place, name in enumerate(TABS)}


@lru_cache(maxsize=32)
def _counting(filters: frozenset[str]) -> BuiltOnce:
    """The query that counts the rows by the tabs they stand in."""

    def build() -> QuerySet[Any]:
        stands = {f"in_{name}": _tabs(_GIVEN)[name] for name in TABS}
        rows = _chosen_rows(_filter_values(filters), _GIVEN).annotate(**stands).order_by()
        return rows.values_list(*stands).annotate(how_many=Count("pk"))

    return BuiltOnce(build)


def _filter_values(filters: frozenset[str]) -> dict[str, Any]:
    return {name: Given(name, CharField()) for name in filters}


def _sort(chosen: Mapping[str, str], tab: str) -> str:
    """By what the list is ordered: as chosen, else the most urgent first, and what is done the newest first."""
    return chosen.get("sort") or ("received" if tab in {"closed", "all", "answered", "mine"} else "due")


def _worked_on(me: Any) -> Exists:
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


def _tabs(seen: _Seen) -> dict[str, Q]:
    working = ~Q(state__in=(*ANSWERED, *OVER))
    return {
        "open": working,
        "in_time": working & in_time_by("due", seen.at),
        "late": ~Q(state__in=OVER) & late_by("due", seen.at),  # a notice owed after the answer is late as well
        "to_sign": Q(state="to_sign"),
        "answered": Q(state__in=ANSWERED),
        "closed": Q(state__in=OVER),
        "mine": Q(assigned_to=seen.me) | Q(assigned_role=seen.role) | Q(worked_on=True),
        "all": Q(pk__gt=0),
    }


def _known(asked: Mapping[str, str]) -> dict[str, str]:
    known: dict[str, Any] = {
        "kind": KINDS_SAID,
        "state": table().states,
        "channel": CHANNELS,
        "deadline": DEADLINES,
        "sort": SORTS,
    }
    return {name: asked[name] for name, words in known.items() if asked.get(name) in words}


def _filters(chosen: Mapping[str, Any], until: Any) -> Q:
    found = Q(**{name: value for name, value in chosen.items() if name not in {"deadline", "sort"}})
    if "deadline" in chosen:
        found &= Q(due__lt=until)
    return found


def _words(name: str, value: str) -> str:
    words = {
        "kind": KINDS_SAID.get(value, value),
        "state": table().states[value].words if value in table().states else value,
        "deadline": DEADLINES.get(value, (value, 0))[0],
        "channel": f"received via {value}",
    }
    return words[name]


def _query(chosen: Mapping[str, str], tab: str | None, without: str = "") -> str:
    kept = {name: value for name, value in chosen.items() if name != without}
    return urlencode({"tab": tab or "open"} | kept)
